#include "dossier/export_statements.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "dossier/export_rows.h"
#include "text/utf8.h"

namespace attache {
namespace {

using Json = ExportRecord;

// A statement as one report gives it.
struct Row {
  const Statement& statement;
  const Report& report;
  const StatementMention& mention;
  std::string words;
  std::string wording;  // against the first variant
  Span content;         // from its first to its last piece, in code points
  bool first = false;   // of the statement
  std::size_t reports = 0, origins = 0;
};

void for_each_row(const Dossier& d, const std::function<void(const Row&)>& each) {
  std::vector<CodePointOffsets> offsets;
  for (const Analysis& a : d.analyses) offsets.emplace_back(a.report.text);
  for (const Statement& s : d.statements) {
    const std::vector<std::uint32_t> reports = reports_of(s);
    const std::uint32_t origins = count_origins(d, reports);
    for (std::size_t v = 0; v < s.variants.size(); ++v) {
      for (const MentionRef& ref : s.variants[v].mentions) {
        const Analysis& a = d.analyses[ref.report];
        const StatementMention& m = a.statements[ref.mention];
        const Span bytes = join(m.content.front(), m.content.back());
        each({s, a.report, m, content_words(a, m), std::string(name_of(s.wordings[v])), offsets[ref.report].of_bytes(bytes), ref.report == s.mentions.front().report && ref.mention == s.mentions.front().mention, reports.size(), origins});
      }
    }
  }
}

std::string words_of(const Report& report, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) out += (out.empty() ? "" : " … ") + std::string(slice(report.text, s));
  return out;
}

Json record(const Row& r) {
  return {{"statement", r.statement.id}, {"act", name_of(r.statement.act)}, {"speaker", r.statement.speaker}, {"speaker_in_report", r.mention.speaker_text}, {"speaker_reason", r.mention.speaker_reason},
          {"addressee", r.statement.addressee_text}, {"form", r.statement.form}, {"kind", name_of(r.mention.kind)}, {"wording", r.wording}, {"source", words_of(r.report, r.mention.source)}, {"cue", words_of(r.report, r.mention.cue)},
          {"words", r.words}, {"first", r.first}, {"reports", r.reports}, {"origins", r.origins}, {"report", r.report.id}, {"input", r.report.source}, {"publisher", publisher(r.report)}, {"published", published(r.report)},
          {"title", r.report.title.value}, {"url", r.report.url}, {"start", r.content.begin}, {"end", r.content.end}};
}

std::string_view type_of(const Dossier& d, std::uint32_t actor) {
  if (actor >= d.actors.actors.size()) return "Thing";
  switch (d.actors.actors[actor].type) {
    case EntityType::person: return "Person";
    case EntityType::place: return "Place";
    case EntityType::state: return "Country";
    case EntityType::organisation:
    case EntityType::agency: return "Organization";
    default: return "Thing";
  }
}

Json linked(const Dossier& d, const Row& r) {
  const bool quoted = r.mention.kind != StatementKind::indirect;
  Json article = {{"@type", "NewsArticle"}, {"@id", "urn:attache:" + r.report.id}};
  if (!r.report.title.value.empty()) article["headline"] = r.report.title.value;
  if (const std::string day = published(r.report); !day.empty()) article["datePublished"] = day;
  if (const std::string who = publisher(r.report); !who.empty()) article["publisher"] = {{"@type", "Organization"}, {"name", who}};
  if (!r.report.url.empty()) article["url"] = r.report.url;
  Json out = {{"@type", quoted ? "Quotation" : "Claim"}, {"@id", "urn:attache:" + r.statement.id + ":" + r.report.id + ":" + std::to_string(r.content.begin)}, {"text", r.words}};
  if (!r.statement.speaker.empty()) out[quoted ? "spokenByCharacter" : "author"] = {{"@type", type_of(d, r.statement.actor)}, {"name", r.statement.speaker}};
  out[quoted ? "isPartOf" : "appearance"] = std::move(article);
  out["exampleOfWork"] = {{"@id", "urn:attache:" + r.statement.id}};
  return out;
}

}  // namespace

std::string statements_csv(const Dossier& dossier) {
  const Statement statement;
  const Report report;
  const StatementMention mention;
  std::string out = csv_line(record({statement, report, mention, {}, {}, {}}), true);
  for_each_row(dossier, [&](const Row& r) { out += csv_line(record(r), false); });
  return out;
}

std::string statements_jsonl(const Dossier& dossier) {
  std::string out;
  for_each_row(dossier, [&](const Row& r) { out += line_of(record(r)) + "\n"; });
  return out;
}

std::string statements_jsonld(const Dossier& dossier) {
  Json graph = Json::array();
  for_each_row(dossier, [&](const Row& r) { graph.push_back(linked(dossier, r)); });
  return line_of({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}) + "\n";
}

}  // namespace attache

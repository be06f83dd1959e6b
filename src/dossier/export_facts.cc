#include "dossier/export_facts.h"

#include <vector>

#include "base/strings.h"
#include "dossier/export_rows.h"
#include "text/utf8.h"

namespace attache {
namespace {

ExportRecord record(const Fact& f, const FactClaim& c, const FactRef& ref, const Analysis& a, Span cited) {
  const auto words = [&](Span s) { return s.empty() ? std::string() : collapse_space(slice(a.report.text, s)); };
  return {{"fact", f.id}, {"relation", f.relation}, {"sentence", f.sentence}, {"subject", f.subject.name}, {"object", f.object.name}, {"value", c.value}, {"status", name_of(f.status)}, {"reason", f.reason}, {"origins", f.origins}, {"origins_of_value", c.origins},
          {"subject_words", words(ref.subject)}, {"object_words", words(ref.object)}, {"value_words", words(ref.value)}, {"said_by", ref.statement == 0xFFFFFFFF ? std::string() : a.statements[ref.statement].speaker_text}, {"cited", words(ref.sentence)},
          {"report", a.report.id}, {"input", a.report.source}, {"publisher", publisher(a.report)}, {"published", published(a.report)}, {"url", a.report.url}, {"start", cited.begin}, {"end", cited.end}};
}

template <class F>
void for_each_record(const Dossier& d, F each) {
  std::vector<CodePointOffsets> offsets;
  for (const Analysis& a : d.analyses) offsets.emplace_back(a.report.text);
  for (const Fact& f : d.facts) {
    for (const FactClaim& c : f.claims) {
      for (const FactRef& ref : c.mentions) each(record(f, c, ref, d.analyses[ref.report], offsets[ref.report].of_bytes(ref.sentence)));
    }
  }
}

}  // namespace

std::string facts_csv(const Dossier& dossier) {
  std::string out = csv_line(record({}, {}, {}, {}, {}), true);
  for_each_record(dossier, [&](const ExportRecord& r) { out += csv_line(r, false); });
  return out;
}

std::string facts_jsonl(const Dossier& dossier) {
  std::string out;
  for_each_record(dossier, [&](const ExportRecord& r) { out += line_of(r) + "\n"; });
  return out;
}

}  // namespace attache

#include "room/search.h"

#include <variant>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/dossier.h"
#include "room/entries.h"
#include "room/ids.h"
#include "store/analyses.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::string_view kKinds[] = {"report", "statement", "event", "fact"};
constexpr std::string_view kLetters[] = {"r", "s", "e", "k"};

// A query that is put together, with its values in the order of their places.
struct Sql {
  std::string text;
  std::vector<std::variant<std::int64_t, std::string>> values;

  void where(std::string_view condition, std::variant<std::int64_t, std::string> value) {
    text += fmt::format(" AND {}", condition);
    values.push_back(std::move(value));
  }
};

void bind(Prepared& rows, const Sql& sql) {
  for (const auto& value : sql.values) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) rows.number(*number);
    else rows.text(std::get<std::string>(value));
  }
}

// "of names: ..." for the full-text index of entries.
std::string names_expression(const std::string& actor) {
  const std::string words = match_expression(parse_query(actor));
  return words.empty() ? words : "{names} : (" + words + ")";
}

void common_filters(Sql& sql, const SearchFilter& f) {
  if (!f.outlet.empty()) sql.where("r.outlet = ? COLLATE NOCASE", f.outlet);
  if (!f.agency.empty()) sql.where("(r.agency = ? COLLATE NOCASE OR '; ' || r.agency || '; ' LIKE '%; ' || ? || '; %')", f.agency), sql.values.emplace_back(f.agency);
  if (f.story) sql.where("s.number = ?", *f.story);
  if (f.thread) sql.where("s.thread = ?", *f.thread);
  if (f.after_addition) sql.where("r.added > ?", *f.after_addition);
}

Sql report_query(const std::string& match, const SearchFilter& f) {
  Sql sql;
  const char* columns = "SELECT r.number, r.id, r.title, r.language, r.day, 1, 0, 0, r.number, r.id, r.title, r.outlet, r.agency, r.source, s.id, s.title, t.id, t.title";
  const char* joins = "JOIN stories s ON s.number = r.story JOIN threads t ON t.number = s.thread";
  if (match.empty()) {
    sql.text = fmt::format("{} FROM reports r {} WHERE 1", columns, joins);
  } else {
    sql.text = fmt::format("{} FROM (SELECT rowid AS number, rank FROM report_words WHERE report_words MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT {}) w JOIN reports r ON r.number = w.number {} WHERE 1", columns, kMostRanked, joins);
    sql.values.emplace_back(match);
  }
  common_filters(sql, f);
  if (!f.label.empty()) sql.where("r.language = ?", f.label);
  if (f.from) sql.where("r.day >= ?", *f.from);
  if (f.to) sql.where("r.day <= ?", *f.to);
  if (const std::string names = names_expression(f.actor); !names.empty()) {
    sql.where("r.number IN (SELECT e.report FROM entries e WHERE e.number IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?) UNION SELECT x.report FROM entry_reports x WHERE x.entry IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?))", names);
    sql.values.emplace_back(names);
  }
  if (f.speaker) sql.where("r.number IN (SELECT e.report FROM entry_actors a JOIN entries e ON e.number = a.entry WHERE a.actor = ? AND a.part = 0)", *f.speaker);
  sql.text += match.empty() ? " ORDER BY r.day DESC, r.id" : " ORDER BY w.rank, r.id";
  return sql;
}

Sql entry_query(HitKind kind, const std::string& match, const SearchFilter& f) {
  Sql sql;
  const char* columns = "SELECT e.number, e.id, e.title, e.label, e.day, e.origins, e.start, e.end, r.number, r.id, r.title, r.outlet, r.agency, r.source, s.id, s.title, t.id, t.title";
  const char* joins = "JOIN reports r ON r.number = e.report JOIN stories s ON s.number = e.story JOIN threads t ON t.number = s.thread";
  const std::string names = names_expression(f.actor);
  const std::string both = match.empty() ? names : names.empty() ? match : "(" + match + ") AND " + names;
  if (!both.empty()) {
    sql.text = fmt::format("{} FROM (SELECT rowid AS number FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid DESC LIMIT {}) w CROSS JOIN entries e ON e.number = w.number {} WHERE 1", columns, kMostRanked, joins);
    sql.values.emplace_back(both);
  } else if (f.speaker) {
    sql.text = fmt::format("{} FROM entry_actors a JOIN entries e ON e.number = a.entry {} WHERE a.actor = ? AND a.part = 0", columns, joins);
    sql.values.emplace_back(*f.speaker);
  } else {
    sql.text = fmt::format("{} FROM entries e {} WHERE 1", columns, joins);
  }
  sql.where("e.kind = ?", static_cast<std::int64_t>(kind) - 1);
  if (f.speaker && !both.empty()) sql.where("EXISTS (SELECT 1 FROM entry_actors a WHERE a.actor = ? AND a.entry = e.number AND a.part = 0)", *f.speaker);
  common_filters(sql, f);
  if (!f.label.empty()) sql.where("e.label = ?", f.label);
  if (f.from) sql.where("e.day >= ?", *f.from);
  if (f.to) sql.where("e.day <= ?", *f.to);
  // open facts first, as the dossier has them
  const char* order = kind == HitKind::fact && f.label.empty() && both.empty() ? "CASE e.label WHEN 'differ' THEN 0 WHEN 'superseded' THEN 1 WHEN 'word_choice' THEN 2 ELSE 3 END, " : "";
  sql.text += f.speaker ? " ORDER BY e.day DESC, e.origins DESC, e.id, e.story" : fmt::format(" ORDER BY {}e.origins DESC, e.day DESC, e.id, e.story", order);
  return sql;
}

// Of a report: the sentence that holds most of the words, else its first.
Span told_best(const Analysis& a, const std::vector<QueryPart>& parts) {
  Span best = lead_of(a);
  std::size_t most = 0;
  for (const SentenceSpan& s : a.sentences) {
    if (s.title) continue;
    const std::size_t found = parts.empty() ? 0 : find_query_words(parts, slice(a.report.text, s.span)).size();
    if (found > most) {
      most = found;
      best = s.span;
    }
  }
  return best;
}

class Filler {
 public:
  Filler(Database& db, std::vector<QueryPart> parts) : analyses_(db), parts_(std::move(parts)) {}

  // Words and marks of a hit. Errors: those of the store.
  [[nodiscard]] Result<void> fill(Hit& hit) {
    const Result<Analysis> analysis = analyses_.read_analysis(hit.report);
    if (!analysis) return tl::unexpected<Error>(analysis.error());
    const std::string& text = analysis->report.text;
    const CodePointOffsets offsets(text);
    Span cited{offsets.to_byte(hit.start), offsets.to_byte(hit.end)};
    if (hit.kind == HitKind::report) {
      cited = told_best(*analysis, parts_);
      hit.start = offsets.of_byte(cited.begin);
      hit.end = offsets.of_byte(cited.end);
    }
    hit.exact = slice(text, cited);
    const CodePointOffsets inside(hit.exact);
    for (const Span found : find_query_words(parts_, hit.exact)) hit.marks.push_back(inside.of_bytes(found));
    return {};
  }

 private:
  AnalysisRows analyses_;
  std::vector<QueryPart> parts_;
};

Hit read_row(const Prepared& row, HitKind kind) {
  Hit hit;
  hit.kind = kind;
  hit.id = id_of_bits(kLetters[static_cast<std::size_t>(kind)], row.number_at(1));
  hit.title = row.text_at(2);
  hit.label = row.text_at(3);
  if (!row.null_at(4)) hit.day = row.number_at(4);
  hit.origins = row.number_at(5);
  hit.start = static_cast<std::uint32_t>(row.number_at(6));
  hit.end = static_cast<std::uint32_t>(row.number_at(7));
  hit.report = row.number_at(8);
  hit.report_id = id_of_bits("r", row.number_at(9));
  hit.report_title = row.text_at(10);
  hit.outlet = row.text_at(11);
  hit.agency = row.text_at(12);
  hit.source = row.text_at(13);
  hit.story_id = id_of_bits("y", row.number_at(14));
  hit.story_title = row.text_at(15);
  hit.thread_id = id_of_bits("t", row.number_at(16));
  hit.thread_title = row.text_at(17);
  return hit;
}

}  // namespace

std::string_view name_of(HitKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<HitKind> hit_kind_of(std::string_view name) {
  for (std::size_t k = 0; k < std::size(kKinds); ++k) {
    if (kKinds[k] == name) return static_cast<HitKind>(k);
  }
  return std::nullopt;
}

Result<SearchPage> search(Database& db, HitKind kind, std::string_view typed, const SearchFilter& filter, std::size_t skip, std::size_t most) {
  const std::vector<QueryPart> parts = parse_query(typed);
  const std::string match = match_expression(parts);
  SearchPage out;
  if (match.empty() && !trim(typed).empty()) return out;  // only signs, or only what is left out
  Sql sql = kind == HitKind::report ? report_query(match, filter) : entry_query(kind, match, filter);
  sql.text += fmt::format(" LIMIT {} OFFSET {}", most + 1, skip);
  Prepared rows(db, sql.text);
  bind(rows, sql);
  while (rows.row()) {
    if (out.hits.size() == most) {
      out.more = true;
      break;
    }
    out.hits.push_back(read_row(rows, kind));
  }
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  Filler filler(db, parts);
  for (Hit& hit : out.hits) {
    if (const Result<void> filled = filler.fill(hit); !filled) return tl::unexpected<Error>(filled.error());
  }
  return out;
}

}  // namespace attache

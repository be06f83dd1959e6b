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
  if (f.after_addition) sql.where("r.added > ?", *f.after_addition);
}

bool filters_reports(const SearchFilter& f) { return !f.outlet.empty() || !f.agency.empty() || f.after_addition; }
bool filters(const SearchFilter& f) { return filters_reports(f) || !f.label.empty() || f.speaker || f.story || f.thread || f.from || f.to; }

// Each query finds numbers first, ranks them, and looks up what belongs to those that are shown, in their order.
constexpr const char* kShown = "JOIN stories s ON s.number = found.story JOIN threads t ON t.number = s.thread";

constexpr const char* kReportColumns = "SELECT r.number, r.id, r.title, r.language, r.day, 1, 0, 0, r.number, r.id, r.title, r.outlet, r.agency, r.source, s.id, s.title, t.id, t.title";

Sql report_query(const std::string& match, const SearchFilter& f, std::size_t most, std::size_t skip) {
  Sql sql;
  sql.text = "SELECT r.number AS number, r.story AS story, r.day AS day, r.id AS id, ";
  if (match.empty()) {
    sql.text += "0 AS rank FROM reports r WHERE 1";
  } else {
    const bool begins = match.find("\" *") != std::string::npos;  // words that only begin so are many: weighing them costs twice what finding them does
    sql.text += fmt::format("{} AS rank FROM report_words CROSS JOIN reports r ON r.number = report_words.rowid WHERE report_words MATCH ?", begins ? "0" : "bm25(report_words, 4.0, 1.0)");
    sql.values.emplace_back(match);
  }
  common_filters(sql, f);
  if (f.story) sql.where("r.story = ?", *f.story);
  if (f.thread) sql.where("r.story IN (SELECT number FROM stories WHERE thread = ?)", *f.thread);
  if (!f.label.empty()) sql.where("r.language = ?", f.label);
  if (f.from) sql.where("r.day >= ?", *f.from);
  if (f.to) sql.where("r.day <= ?", *f.to);
  if (const std::string names = names_expression(f.actor); !names.empty()) {
    constexpr const char* kNamed = "(SELECT rowid AS number FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid DESC LIMIT {}) n CROSS JOIN";
    sql.where(fmt::format("r.number IN (SELECT e.report FROM {0} entries e ON e.number = n.number UNION ALL SELECT x.report FROM {0} entry_reports x ON x.entry = n.number)", fmt::format(fmt::runtime(kNamed), kMostNamed)), names);
    sql.values.emplace_back(names);
  }
  if (f.speaker) sql.where("r.number IN (SELECT e.report FROM entry_actors a JOIN entries e ON e.number = a.entry WHERE a.actor = ? AND a.part = 0)", *f.speaker);
  if (!match.empty()) sql.text += fmt::format(" ORDER BY report_words.rowid DESC LIMIT {}", kMostRanked);
  sql.text = fmt::format(fmt::runtime("{} FROM (SELECT * FROM ({}) ORDER BY rank, day DESC, id LIMIT {} OFFSET {}) found CROSS JOIN reports r ON r.number = found.number {} ORDER BY found.rank, found.day DESC, found.id"), kReportColumns, sql.text, most, skip, kShown);
  return sql;
}

constexpr const char* kEntryColumns = "SELECT found.number, found.id, found.title, found.label, found.day, found.origins, found.start, found.end, r.number, r.id, r.title, r.outlet, r.agency, r.source, s.id, s.title, t.id, t.title, found.kind FROM (";

std::string expression_of_entries(const std::string& match, const std::string& names) {
  std::string both = match.empty() ? "" : "{words names} : (" + match + ")";
  if (!names.empty()) both += (both.empty() ? "" : " AND ") + names;
  return both;
}

void entry_filters(Sql& sql, const SearchFilter& f) {
  common_filters(sql, f);
  if (f.story) sql.where("e.story = ?", *f.story);
  if (f.thread) sql.where("e.story IN (SELECT number FROM stories WHERE thread = ?)", *f.thread);
  if (!f.label.empty()) sql.where("e.label = ?", f.label);
  if (f.from) sql.where("e.day >= ?", *f.from);
  if (f.to) sql.where("e.day <= ?", *f.to);
}

// The best of each kind at once, for one look at the index.
Sql overview_query(const std::string& match, const SearchFilter& f, std::size_t most) {
  Sql sql;
  const char* reports = filters_reports(f) ? " JOIN reports r ON r.number = e.report" : "";
  sql.text = fmt::format("{}SELECT e.*, row_number() OVER (PARTITION BY e.kind ORDER BY e.origins DESC, e.day DESC, e.id, e.story) AS place FROM (SELECT e.* FROM entry_words CROSS JOIN entries e ON e.number = entry_words.rowid{} WHERE entry_words MATCH ?", kEntryColumns, reports);
  sql.values.emplace_back(expression_of_entries(match, names_expression(f.actor)));
  entry_filters(sql, f);
  sql.text += fmt::format(" ORDER BY entry_words.rowid DESC LIMIT {}) e", kMostRanked);
  sql.text += fmt::format(") found CROSS JOIN reports r ON r.number = found.report {} WHERE found.place <= {} ORDER BY found.kind, found.place", kShown, most);
  return sql;
}

Sql entry_query(HitKind kind, const std::string& match, const SearchFilter& f, std::size_t most, std::size_t skip) {
  Sql sql;
  const std::int64_t kind_number = static_cast<std::int64_t>(kind) - 1;
  const char* reports = filters_reports(f) ? " JOIN reports r ON r.number = e.report" : "";
  std::string both = expression_of_entries(match, names_expression(f.actor));
  const bool by_words = !both.empty();
  if (by_words) {
    // the kind is a word of the index: a common word is not looked up in vain for the kind that is rare
    both += fmt::format(" AND {{kind}} : \"{}\"", name_of(kind));
    sql.text = fmt::format("SELECT e.* FROM entry_words CROSS JOIN entries e ON e.number = entry_words.rowid{} WHERE entry_words MATCH ?", reports);
    sql.values.emplace_back(both);
  } else if (f.speaker) {
    sql.text = fmt::format("SELECT e.* FROM entry_actors a CROSS JOIN entries e ON e.number = a.entry{} WHERE a.actor = ? AND a.part = 0 AND e.kind = {}", reports, kind_number);
    sql.values.emplace_back(*f.speaker);
  } else if (f.story || f.thread) {
    sql.text = fmt::format("SELECT e.* FROM threads of CROSS JOIN entries e ON e.number >= of.first_entry AND e.number < of.first_entry + of.entries{} WHERE of.number = {} AND e.kind = {}", reports, f.thread ? "?" : "(SELECT thread FROM stories WHERE number = ?)", kind_number);
    sql.values.emplace_back(f.thread ? *f.thread : *f.story);
  } else {
    sql.text = fmt::format("SELECT e.* FROM entries e{} WHERE e.kind = {}", reports, kind_number);
  }
  if (f.speaker && by_words) sql.where("EXISTS (SELECT 1 FROM entry_actors a WHERE a.actor = ? AND a.entry = e.number AND a.part = 0)", *f.speaker);
  entry_filters(sql, f);
  if (by_words) sql.text += fmt::format(" ORDER BY entry_words.rowid DESC LIMIT {}", kMostRanked);
  const char* order = f.speaker ? "day DESC, origins DESC, id, story" : "origins DESC, day DESC, id, story";
  const char* again = f.speaker ? "found.day DESC, found.origins DESC, found.id, found.story" : "found.origins DESC, found.day DESC, found.id, found.story";
  sql.text = fmt::format(fmt::runtime("{}SELECT * FROM ({}) ORDER BY {} LIMIT {} OFFSET {}) found CROSS JOIN reports r ON r.number = found.report {} ORDER BY {}"), kEntryColumns, sql.text, order, most, skip, kShown, again);
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
    const Result<Analysis> analysis = analyses_.read_text(hit.report);
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

namespace {

// Rows of one query, at most `most`.
Result<std::vector<Hit>> read_hits(Database& db, const Sql& sql, bool reports) {
  std::vector<Hit> out;
  Prepared rows(db, sql.text);
  bind(rows, sql);
  while (rows.row()) out.push_back(read_row(rows, reports ? HitKind::report : static_cast<HitKind>(rows.number_at(18) + 1)));
  if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  return out;
}

Result<std::vector<Hit>> hits_of(Database& db, HitKind kind, const std::string& match, const SearchFilter& filter, std::size_t skip, std::size_t most) {
  const bool reports = kind == HitKind::report;
  return read_hits(db, reports ? report_query(match, filter, most, skip) : entry_query(kind, match, filter, most, skip), reports);
}

std::optional<Error> fill_all(Database& db, const std::vector<QueryPart>& parts, std::vector<Hit>& hits) {
  Filler filler(db, parts);
  for (Hit& hit : hits) {
    if (const Result<void> filled = filler.fill(hit); !filled) return filled.error();
  }
  return std::nullopt;
}

// All facts as the dossier has them: what is open first. By status, each in the order of its index.
Result<std::vector<Hit>> open_facts_first(Database& db, SearchFilter filter, std::size_t skip, std::size_t most) {
  std::vector<Hit> out;
  for (const FactStatus status : {FactStatus::differ, FactStatus::superseded, FactStatus::word_choice, FactStatus::agree, FactStatus::one_origin, FactStatus::only_one}) {
    filter.label = name_of(status);
    Prepared rows(db, "SELECT count(*) FROM entries WHERE kind = 2 AND label = ?");
    rows.text(filter.label);
    const auto count = static_cast<std::size_t>(rows.row() ? rows.number_at(0) : 0);
    if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
    if (skip < count && out.size() < most) {
      Result<std::vector<Hit>> some = hits_of(db, HitKind::fact, {}, filter, skip, most - out.size());
      if (!some) return some;
      out.insert(out.end(), std::make_move_iterator(some->begin()), std::make_move_iterator(some->end()));
    }
    skip -= std::min(skip, count);
  }
  return out;
}

}  // namespace

Result<SearchPage> search(Database& db, HitKind kind, std::string_view typed, const SearchFilter& filter, std::size_t skip, std::size_t most) {
  const std::vector<QueryPart> parts = parse_query(typed);
  const std::string match = match_expression(parts);
  SearchPage out;
  if (match.empty() && !trim(typed).empty()) return out;  // only signs, or only what is left out
  const bool every_fact = kind == HitKind::fact && match.empty() && filter.actor.empty() && !filters(filter);
  Result<std::vector<Hit>> hits = every_fact ? open_facts_first(db, filter, skip, most + 1) : hits_of(db, kind, match, filter, skip, most + 1);
  if (!hits) return tl::unexpected<Error>(hits.error());
  out.more = hits->size() > most;
  if (out.more) hits->pop_back();
  out.hits = std::move(*hits);
  if (std::optional<Error> failure = fill_all(db, parts, out.hits)) return tl::unexpected<Error>(std::move(*failure));
  return out;
}

Result<std::vector<Hit>> search_every_kind(Database& db, std::string_view typed, const SearchFilter& filter, std::size_t most) {
  const std::vector<QueryPart> parts = parse_query(typed);
  const std::string match = match_expression(parts);
  std::vector<Hit> out;
  if (match.empty() && !trim(typed).empty()) return out;
  const bool by_words = !match.empty() || !names_expression(filter.actor).empty();
  if (!by_words || filter.speaker) {
    for (const HitKind kind : {HitKind::report, HitKind::statement, HitKind::event, HitKind::fact}) {
      Result<SearchPage> page = search(db, kind, typed, filter, 0, most);
      if (!page) return tl::unexpected<Error>(page.error());
      out.insert(out.end(), std::make_move_iterator(page->hits.begin()), std::make_move_iterator(page->hits.end()));
    }
    return out;
  }
  Result<std::vector<Hit>> reports = hits_of(db, HitKind::report, match, filter, 0, most);
  if (!reports) return reports;
  Result<std::vector<Hit>> entries = read_hits(db, overview_query(match, filter, most), false);
  if (!entries) return entries;
  out = std::move(*reports);
  out.insert(out.end(), std::make_move_iterator(entries->begin()), std::make_move_iterator(entries->end()));
  if (std::optional<Error> failure = fill_all(db, parts, out)) return tl::unexpected<Error>(std::move(*failure));
  return out;
}

}  // namespace attache

#include "room/check.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "room/grouping_text.h"
#include "room/ids.h"
#include "room/intake.h"
#include "room/regroup.h"
#include "store/analyses.h"
#include "store/schema.h"
#include "text/utf8.h"

namespace attache {
namespace {

// Queries whose rows, in their order, are what a store says. Row numbers depend on the order of arrival and stand in none of them.
constexpr const char* kSaid[] = {
    "SELECT id, source, title, outlet, agency, language, published, not_before, day FROM reports ORDER BY id",
    "SELECT id, title, first, last, reports, origins, statements, events, facts, differ FROM threads ORDER BY id",
    "SELECT s.id, t.id, s.title, s.first, s.last, s.reports, s.origins FROM stories s JOIN threads t ON t.number = s.thread ORDER BY s.id",
    "SELECT r.id, s.id FROM reports r JOIN stories s ON s.number = r.story ORDER BY r.id",
    "SELECT t.id, a.number, a.type, a.name, a.key, a.said FROM actors a JOIN threads t ON t.number = a.thread ORDER BY t.id, a.number",
    "SELECT e.kind, e.id, s.id, r.id, e.start, e.end, e.day, e.label, e.title, e.origins FROM entries e JOIN stories s ON s.number = e.story JOIN reports r ON r.number = e.report ORDER BY e.kind, e.id, s.id, r.id, e.start",
    "SELECT e.kind, e.id, s.id, r.id FROM entry_reports x JOIN entries e ON e.number = x.entry JOIN stories s ON s.number = e.story JOIN reports r ON r.number = x.report ORDER BY e.kind, e.id, s.id, r.id",
    "SELECT e.kind, e.id, s.id, a.actor, a.part FROM entry_actors a JOIN entries e ON e.number = a.entry JOIN stories s ON s.number = e.story ORDER BY e.kind, e.id, s.id, a.actor, a.part",
    "SELECT source, line, code, message FROM refused ORDER BY source, line, code, message",
    "SELECT source, of FROM duplicates ORDER BY source, of",
};

class Digest {
 public:
  void add(std::string_view value) { state_ = hash64(value, state_); }
  void add_row(Prepared& rows, int columns) {
    for (int c = 0; c < columns; ++c) add(rows.null_at(c) ? std::string_view("\0null", 5) : rows.text_at(c));
  }
  [[nodiscard]] std::string words() const { return make_id("store", state_); }

 private:
  std::uint64_t state_ = 0;
};

// What lies packed, unpacked: the packing depends on what came together, and on the library.
std::optional<Error> add_analyses(Digest& digest, Database& db) {
  AnalysisRows analyses(db);
  std::map<std::int64_t, std::uint64_t> lines;  // by id
  Prepared rows(db, "SELECT id, number FROM reports ORDER BY number");
  while (rows.row()) {
    const Result<std::string> line = analyses.read(rows.number_at(1));
    if (!line) return line.error();
    lines[rows.number_at(0)] = hash64(*line);
  }
  for (const auto& [id, hash] : lines) digest.add(make_id("", hash));
  return rows.failure();
}

std::optional<Error> add_groupings(Digest& digest, Database& db) {
  Packer packer;
  Prepared rows(db, "SELECT grouping FROM threads ORDER BY id");
  while (rows.row()) {
    const Result<std::string> text = packer.unpack(rows.text_at(0));
    if (!text) return text.error();
    digest.add(*text);
  }
  return rows.failure();
}

class Checker {
 public:
  explicit Checker(Database& db) : db_(db) {}

  Result<std::vector<std::string>> run() {
    pragma("PRAGMA integrity_check", "ok");
    pragma("PRAGMA foreign_key_check", "");
    if (wrong_.empty()) {
      none("SELECT count(*) FROM reports WHERE story IS NULL", "without a story");
      none("SELECT count(*) FROM reports WHERE NOT EXISTS (SELECT 1 FROM analyses a WHERE a.first <= reports.number AND reports.number < a.first + a.count)", "without an analysis");
      none("SELECT count(*) FROM reports WHERE number NOT IN (SELECT id FROM report_words_docsize)", "that full-text search does not know");
      none("SELECT count(*) FROM entries WHERE number >= (SELECT next_entry FROM numbers)", "beyond the last number given", "entries");
      none("SELECT count(*) FROM entries e JOIN stories s ON s.number = e.story JOIN threads t ON t.number = s.thread WHERE e.number < t.first_entry OR e.number >= t.first_entry + t.entries", "outside of their thread", "entries");
      none("SELECT count(*) FROM entry_reports WHERE entry NOT IN (SELECT number FROM entries)", "of no entry", "reports of entries");
      none("SELECT count(*) FROM entry_actors WHERE entry NOT IN (SELECT number FROM entries)", "of no entry", "actors of entries");
      none("SELECT count(*) FROM stories WHERE number NOT IN (SELECT story FROM reports WHERE story IS NOT NULL)", "without a report", "stories");
      none("SELECT count(*) FROM threads WHERE number NOT IN (SELECT thread FROM stories)", "without a story", "threads");
      analyses();
      threads();
    }
    if (failure_) return tl::unexpected<Error>(*failure_);
    return std::move(wrong_);
  }

 private:
  Database& db_;
  std::vector<std::string> wrong_;
  std::optional<Error> failure_;

  void note(const Prepared& rows) {
    if (!rows.failure() || failure_) return;
    if (rows.failure()->code == ErrorCode::invalid_store) wrong_.push_back(rows.failure()->message);
    else failure_ = rows.failure();
  }
  void pragma(const char* sql, std::string_view good) {
    constexpr std::size_t kMost = 20;
    Prepared rows(db_, sql);
    while (rows.row() && wrong_.size() < kMost) {
      if (rows.text_at(0) != good) wrong_.emplace_back(rows.text_at(0));
    }
    note(rows);
  }
  void none(const char* sql, std::string_view what, std::string_view things = "reports") {
    Prepared rows(db_, sql);
    if (rows.row() && rows.number_at(0) > 0) wrong_.push_back(fmt::format("{} {} {}", rows.number_at(0), things, what));
    note(rows);
  }
  void analyses() {
    AnalysisRows analyses(db_);
    Prepared rows(db_, "SELECT r.id, r.number, c.last FROM reports r LEFT JOIN (SELECT report, max(end) AS last FROM entries GROUP BY report) c ON c.report = r.number ORDER BY r.number");
    while (rows.row()) {
      const std::string id = id_of_bits("r", rows.number_at(0));
      const Result<Analysis> analysis = analyses.read_analysis(rows.number_at(1));
      if (!analysis) wrong_.push_back(id + ": " + analysis.error().message);
      else if (analysis->report.id != id) wrong_.push_back(id + ": holds the analysis of " + analysis->report.id);
      else if (rows.number_at(2) > CodePointOffsets(analysis->report.text).of_byte(static_cast<std::uint32_t>(analysis->report.text.size()))) wrong_.push_back(id + ": cited beyond its end");
    }
    note(rows);
  }
  void threads() {
    Packer packer;
    Prepared rows(db_, "SELECT number, grouping FROM threads");
    Prepared reports(db_, "SELECT r.id FROM stories s JOIN reports r ON r.story = s.number WHERE s.thread = ?");
    while (rows.row()) {
      const Result<std::string> text = packer.unpack(rows.text_at(1));
      const Result<ThreadGrouping> thread = text ? grouping_from_text(*text) : tl::unexpected<Error>(text.error());
      if (!thread) {
        wrong_.push_back(fmt::format("thread {}: {}", rows.number_at(0), thread.error().message));
        continue;
      }
      std::multiset<std::string> named(thread->reports.begin(), thread->reports.end()), held;
      reports.number(rows.number_at(0));
      while (reports.row()) held.insert(id_of_bits("r", reports.number_at(0)));
      if (named != held) wrong_.push_back(fmt::format("thread {}: its reports are not those of its stories", rows.number_at(0)));
    }
    note(rows);
    note(reports);
  }
};

}  // namespace

Result<std::string> digest_of(Database& db) {
  Digest digest;
  for (const char* sql : kSaid) {
    Prepared rows(db, sql);
    digest.add(sql);
    while (rows.row()) digest.add_row(rows, rows.columns());
    if (rows.failure()) return tl::unexpected<Error>(*rows.failure());
  }
  if (const std::optional<Error> failure = add_analyses(digest, db)) return tl::unexpected<Error>(*failure);
  if (const std::optional<Error> failure = add_groupings(digest, db)) return tl::unexpected<Error>(*failure);
  return digest.words();
}

Result<std::vector<std::string>> check_store(Database& db) { return Checker(db).run(); }

Result<std::string> digest_made_anew(Database& db, const Resources& resources, const RunOptions& options, const Progress& progress) {
  Result<std::vector<Analysis>> analyses = read_all_analyses(db, options.threads);
  if (!analyses) return tl::unexpected<Error>(analyses.error());
  Result<Database> anew = open_for_writing(std::string(kInMemory));
  if (!anew) return tl::unexpected<Error>(anew.error());
  Prepared addition(*anew, "INSERT INTO additions VALUES (1, 0, 0, 0)");
  addition.done();
  Intake intake(*anew, 1, options.threads);
  for (Analysis& a : *analyses) intake.take(std::move(a));
  intake.flush();
  if (intake.failure()) return tl::unexpected<Error>(*intake.failure());
  if (Result<Regrouped> grouped = regroup(*anew, {}, resources, options, progress); !grouped) return tl::unexpected<Error>(grouped.error());
  // what was refused and what is held twice is known by the run that met it, not by the reports
  Prepared refused(db, "SELECT source, line, code, message FROM refused"), copy(*anew, "INSERT INTO refused VALUES (?,?,?,?)");
  while (refused.row()) copy.text(refused.text_at(0)).number(refused.number_at(1)).text(refused.text_at(2)).text(refused.text_at(3)).done();
  Prepared twice(db, "SELECT source, of FROM duplicates"), again(*anew, "INSERT INTO duplicates VALUES (?,?)");
  while (twice.row()) again.text(twice.text_at(0)).number(twice.number_at(1)).done();
  for (const Prepared* p : {&addition, &refused, &copy, &twice, &again}) {
    if (p->failure()) return tl::unexpected<Error>(*p->failure());
  }
  return digest_of(*anew);
}

}  // namespace attache

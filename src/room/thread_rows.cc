#include "room/thread_rows.h"

#include "room/ids.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Days {
  Date first, last;
};

Days days_of_reports(const Dossier& d, const std::vector<std::uint32_t>& reports) {
  Days out;
  for (const std::uint32_t r : reports) {
    const Date& day = d.analyses[r].report.published.value;
    if (!day.full()) continue;
    if (!out.first.year || day < out.first) out.first = day;
    if (!out.last.year || out.last < day) out.last = day;
  }
  return out;
}

void day_or_null(Prepared& row, const Date& day) { day.full() ? row.number(days_of(day)) : row.null(); }

std::string headline(const Dossier& d, const Story& story) {
  const std::uint32_t chief = chief_report(d, story);
  const Report& r = d.analyses[chief].report;
  return r.title.value.empty() ? std::string(slice(r.text, lead_of(d.analyses[chief]))) : r.title.value;
}

}  // namespace

struct ThreadWriter::Rows {
  std::int64_t next_entry = 1, next_story = 1, next_thread = 1;
  Prepared forget_reports, forget_entry_reports, forget_entry_actors, forget_entries, forget_stories, forget_actors, forget_thread;
  Prepared thread, story, report, number, entry, words, entry_report, entry_actor, actor, numbers;

  explicit Rows(Database& db)
      : forget_reports(db, "UPDATE reports SET story = NULL, not_before = NULL WHERE story IN (SELECT number FROM stories WHERE thread = ?)"),
        forget_entry_reports(db, "DELETE FROM entry_reports WHERE entry BETWEEN (SELECT first_entry FROM threads WHERE number = ?1) AND (SELECT first_entry + entries - 1 FROM threads WHERE number = ?1)"),
        forget_entry_actors(db, "DELETE FROM entry_actors WHERE actor IN (SELECT number FROM actors WHERE thread = ?1) AND entry BETWEEN (SELECT first_entry FROM threads WHERE number = ?1) AND (SELECT first_entry + entries - 1 FROM threads WHERE number = ?1)"),
        forget_entries(db, "DELETE FROM entries WHERE number BETWEEN (SELECT first_entry FROM threads WHERE number = ?1) AND (SELECT first_entry + entries - 1 FROM threads WHERE number = ?1)"),
        forget_stories(db, "DELETE FROM stories WHERE thread = ?"),
        forget_actors(db, "DELETE FROM actors WHERE thread = ?"),
        forget_thread(db, "DELETE FROM threads WHERE number = ?"),
        thread(db, "INSERT INTO threads VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        story(db, "INSERT INTO stories VALUES (?,?,?,?,?,?,?,?)"),
        report(db, "UPDATE reports SET story = ?, not_before = ? WHERE number = ?"),
        number(db, "SELECT number FROM reports WHERE id = ?"),
        entry(db, "INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
        words(db, "INSERT INTO entry_words (rowid, words, names, kind) VALUES (?,?,?,?)"),
        entry_report(db, "INSERT INTO entry_reports VALUES (?,?)"),
        entry_actor(db, "INSERT OR IGNORE INTO entry_actors VALUES (?,?,?)"),
        actor(db, "INSERT INTO actors VALUES (?,?,?,?,?,?) ON CONFLICT DO UPDATE SET name = min(name, excluded.name), said = said + excluded.said"),
        numbers(db, "UPDATE numbers SET next_entry = ?") {}

  [[nodiscard]] std::vector<const Prepared*> all() const {
    return {&forget_reports, &forget_entry_reports, &forget_entry_actors, &forget_entries, &forget_stories, &forget_actors, &forget_thread, &thread, &story, &report, &number, &entry, &words, &entry_report, &entry_actor, &actor, &numbers};
  }
};

ThreadWriter::ThreadWriter(Database& db) : rows_(std::make_unique<Rows>(db)) {
  const auto after = [&](const char* sql) { return db.number(sql).value_or(0) + 1; };
  rows_->next_entry = db.number("SELECT next_entry FROM numbers").value_or(1);
  rows_->next_story = after("SELECT coalesce(max(number), 0) FROM stories");
  rows_->next_thread = after("SELECT coalesce(max(number), 0) FROM threads");
}

ThreadWriter::~ThreadWriter() = default;

void ThreadWriter::remove(std::int64_t thread) {
  for (Prepared* p : {&rows_->forget_entry_actors, &rows_->forget_entry_reports, &rows_->forget_entries, &rows_->forget_reports, &rows_->forget_stories, &rows_->forget_actors, &rows_->forget_thread}) p->number(thread).done();
}

void ThreadWriter::write(const ThreadRows& rows) {
  const Dossier& d = rows.dossier;
  std::vector<std::uint32_t> all(d.analyses.size());
  for (std::uint32_t r = 0; r < all.size(); ++r) all[r] = r;
  std::int64_t differ = 0;
  for (const Fact& f : d.facts) differ += f.status == FactStatus::differ;
  const std::int64_t thread = rows_->next_thread++;
  const Days days = days_of_reports(d, all);
  rows_->thread.number(thread).number(*bits_of_id(thread_id(d, 0))).text(d.title.words);
  day_or_null(rows_->thread, days.first);
  day_or_null(rows_->thread, days.last);
  rows_->thread.number(static_cast<std::int64_t>(all.size())).number(count_origins(d, all)).number(static_cast<std::int64_t>(d.statements.size())).number(static_cast<std::int64_t>(d.events.size())).number(static_cast<std::int64_t>(d.facts.size())).number(differ).number(rows_->next_entry).number(static_cast<std::int64_t>(rows.entries.size())).blob(rows.grouping).done();

  std::vector<std::int64_t> story_numbers;
  for (std::size_t s = 0; s < d.stories.stories.size(); ++s) {
    const Story& one = d.stories.stories[s];
    const Days own = days_of_reports(d, one.reports);
    story_numbers.push_back(rows_->next_story++);
    rows_->story.number(story_numbers.back()).number(*bits_of_id(story_id(d, s))).number(thread).text(headline(d, one));
    day_or_null(rows_->story, own.first);
    day_or_null(rows_->story, own.last);
    rows_->story.number(static_cast<std::int64_t>(one.reports.size())).number(count_origins(d, one.reports)).done();
  }
  std::vector<std::int64_t> numbers;
  std::vector<CodePointOffsets> offsets;
  for (std::uint32_t r = 0; r < d.analyses.size(); ++r) {
    const Report& report = d.analyses[r].report;
    rows_->number.number(bits_of_id(report.id).value_or(0));
    numbers.push_back(rows_->number.row() ? rows_->number.number_at(0) : 0);
    rows_->number.done();
    offsets.emplace_back(report.text);
    rows_->report.number(story_numbers[d.stories.story_of[r]]);
    d.bounds[r].not_before.full() ? rows_->report.text(to_string(d.bounds[r].not_before)) : rows_->report.null();
    rows_->report.number(numbers[r]).done();
  }
  std::vector<std::optional<std::uint64_t>> identities;
  for (const Actor& a : d.actors.actors) identities.push_back(identity_of(a));
  std::vector<char> written(identities.size());
  std::vector<std::int64_t> said(identities.size());  // statements
  for (const Entry& e : rows.entries) {
    for (const EntryActor& a : e.actors) said[a.actor] += a.part == EntryPart::speaker;
  }
  for (const Entry& e : rows.entries) {
    const std::int64_t number = rows_->next_entry++;
    const Span cited = offsets[e.report].of_bytes(e.cited);
    rows_->entry.number(number).number(static_cast<std::int64_t>(e.kind)).number(*bits_of_id(e.id)).number(story_numbers[e.story]).number(numbers[e.report]).number(cited.begin).number(cited.end);
    day_or_null(rows_->entry, d.analyses[e.report].report.published.value);
    rows_->entry.text(e.label).text(e.title).number(e.origins).done();
    rows_->words.number(number).text(e.words).text(e.names).text(name_of(e.kind)).done();
    for (const std::uint32_t r : e.reports) {
      if (r != e.report) rows_->entry_report.number(number).number(numbers[r]).done();
    }
    for (const EntryActor& a : e.actors) {
      if (!identities[a.actor]) continue;
      const auto identity = static_cast<std::int64_t>(*identities[a.actor]);
      if (!written[a.actor]) {
        written[a.actor] = 1;
        const Actor& actor = d.actors.actors[a.actor];
        rows_->actor.number(thread).number(identity).text(name_of(actor.type)).text(actor.name).text(actor.key).number(said[a.actor]).done();
      }
      rows_->entry_actor.number(identity).number(number).number(static_cast<std::int64_t>(a.part)).done();
    }
  }
  rows_->numbers.number(rows_->next_entry).done();
}

const std::optional<Error>& ThreadWriter::failure() {
  static const std::optional<Error> kNone;
  for (const Prepared* p : rows_->all()) {
    if (p->failure()) return p->failure();
  }
  return kNone;
}

}  // namespace attache

#include "store/tables.h"

#include "base/file.h"
#include "base/strings.h"
#include "store/sqlite.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr const char* kSchema = R"sql(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA user_version = 2;
BEGIN;
CREATE TABLE threads (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE stories (id TEXT PRIMARY KEY, thread TEXT NOT NULL REFERENCES threads, title TEXT NOT NULL, origins INTEGER NOT NULL) STRICT;
CREATE TABLE origins (id TEXT PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE families (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE reports (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT NOT NULL,
  agency TEXT NOT NULL, place TEXT NOT NULL, published TEXT, published_evidence TEXT NOT NULL, not_before TEXT, language TEXT NOT NULL, text TEXT NOT NULL,
  story TEXT NOT NULL REFERENCES stories, origin TEXT NOT NULL REFERENCES origins, family TEXT REFERENCES families, parent TEXT, descent TEXT,
  status TEXT, version INTEGER, editor_note TEXT, wire_id TEXT) STRICT;
CREATE TABLE blocks (report TEXT NOT NULL REFERENCES reports, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL) STRICT;
CREATE TABLE sentences (report TEXT NOT NULL REFERENCES reports, number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL, PRIMARY KEY (report, number)) STRICT;
CREATE TABLE edits (family TEXT NOT NULL REFERENCES families, parent TEXT NOT NULL, report TEXT NOT NULL, op TEXT NOT NULL, moved INTEGER NOT NULL, number_changed INTEGER NOT NULL, superseded INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL) STRICT;
CREATE TABLE actors (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, gender TEXT NOT NULL, unnamed INTEGER NOT NULL) STRICT;
CREATE TABLE aliases (actor TEXT NOT NULL REFERENCES actors, alias TEXT NOT NULL) STRICT;
CREATE TABLE roles (actor TEXT NOT NULL REFERENCES actors, office TEXT NOT NULL, of TEXT NOT NULL) STRICT;
CREATE TABLE statements (id TEXT PRIMARY KEY, actor TEXT REFERENCES actors, speaker TEXT NOT NULL, addressee TEXT NOT NULL, act TEXT NOT NULL, form TEXT NOT NULL, origins INTEGER NOT NULL) STRICT;
CREATE TABLE mentions (statement TEXT NOT NULL REFERENCES statements, report TEXT NOT NULL REFERENCES reports, kind TEXT NOT NULL, source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, speaker_reason TEXT NOT NULL) STRICT;
CREATE TABLE times (report TEXT NOT NULL REFERENCES reports, start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL, first TEXT, last TEXT, reason TEXT NOT NULL) STRICT;
CREATE TABLE quantities (report TEXT NOT NULL REFERENCES reports, start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL, value REAL NOT NULL, most REAL NOT NULL, hedge TEXT NOT NULL, unit TEXT NOT NULL) STRICT;
CREATE TABLE refused (source TEXT NOT NULL, line INTEGER, code TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE TABLE duplicates (source TEXT NOT NULL, report TEXT NOT NULL REFERENCES reports) STRICT;
CREATE VIRTUAL TABLE search USING fts5(title, text, report UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
)sql";

constexpr const char* kFinish = R"sql(
CREATE INDEX reports_story ON reports (story);
CREATE INDEX reports_published ON reports (published);
CREATE INDEX mentions_statement ON mentions (statement);
CREATE INDEX mentions_report ON mentions (report);
CREATE INDEX statements_actor ON statements (actor);
COMMIT;
)sql";

std::string joined(const std::vector<Evident<std::string>>& list) {
  std::string out;
  for (const auto& e : list) out += (out.empty() ? "" : "; ") + e.value;
  return out;
}

class Writer {
 public:
  Writer(const Dossier& d, Database& db) : d_(d), db_(db) {}

  Result<void> run() {
    groups();
    reports();
    edits();
    actors();
    statements();
    unread();
    if (failure_) return tl::unexpected<Error>(*failure_);
    return {};
  }

 private:
  const Dossier& d_;
  Database& db_;
  std::optional<Error> failure_;

  void check(const Prepared& insert) {
    if (insert.failure() && !failure_) failure_ = insert.failure();
  }
  const std::string& id(std::uint32_t r) const { return d_.analyses[r].report.id; }

  void groups() {
    Prepared thread(db_, "INSERT INTO threads VALUES (?)"), story(db_, "INSERT INTO stories VALUES (?, ?, ?, ?)"), origin(db_, "INSERT INTO origins VALUES (?, ?, ?)"), family(db_, "INSERT INTO families VALUES (?)");
    for (std::size_t t = 0; t < d_.stories.threads.size(); ++t) thread.text(thread_id(d_, t)).done();
    for (std::size_t s = 0; s < d_.stories.stories.size(); ++s) {
      const Story& one = d_.stories.stories[s];
      story.text(story_id(d_, s)).text(thread_id(d_, d_.thread_of_story[s])).text(d_.analyses[chief_report(d_, one)].report.title.value).number(count_origins(d_, one.reports)).done();
    }
    for (std::size_t o = 0; o < d_.origins.origins.size(); ++o) origin.text(origin_id(d_, o)).text(d_.origins.origins[o].name).text(d_.origins.origins[o].reason).done();
    for (std::size_t f = 0; f < d_.lineage.families.size(); ++f) family.text(family_id(d_, f)).done();
    for (const Prepared* i : {&thread, &story, &origin, &family}) check(*i);
  }

  void reports() {
    Prepared report(db_, "INSERT INTO reports VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"), block(db_, "INSERT INTO blocks VALUES (?,?,?,?)"), sentence(db_, "INSERT INTO sentences VALUES (?,?,?,?,?)"), time(db_, "INSERT INTO times VALUES (?,?,?,?,?,?,?)"),
        quantity(db_, "INSERT INTO quantities VALUES (?,?,?,?,?,?,?,?)"), search(db_, "INSERT INTO search VALUES (?,?,?)");
    for (std::uint32_t r = 0; r < d_.analyses.size(); ++r) {
      const Analysis& a = d_.analyses[r];
      const Report& one = a.report;
      const CodePointOffsets offsets(one.text);
      const auto at = [&](std::uint32_t byte) { return static_cast<std::int64_t>(offsets.of_byte(byte)); };
      report.text(one.id).text(d_.labels[r]).text(one.source).text(one.name).text(one.url).text(one.title.value).text(one.outlet.value).text(joined(one.agencies)).text(joined(one.dateline_places));
      one.published.value.year ? report.text(to_string(one.published.value)) : report.null();
      report.text(one.published.evidence);
      d_.bounds[r].not_before.year ? report.text(to_string(d_.bounds[r].not_before)) : report.null();
      report.text(one.language.value).text(one.text).text(story_id(d_, d_.stories.story_of[r])).text(origin_id(d_, d_.origins.origin_of[r]));
      const Member* member = member_of(d_.lineage, r);
      member ? report.text(family_id(d_, static_cast<std::size_t>(d_.lineage.family_of[r]))) : report.null();
      member && member->parent >= 0 ? report.text(id(d_.lineage.families[static_cast<std::size_t>(d_.lineage.family_of[r])].members[static_cast<std::size_t>(member->parent)].report)) : report.null();
      member ? report.text(name_of(member->descent)) : report.null();
      const auto text_or_null = [&](const std::string& value) { value.empty() ? report.null() : report.text(value); };
      text_or_null(one.status.value);
      one.version ? report.number(one.version) : report.null();
      text_or_null(one.editor_note.value);
      text_or_null(one.wire_id.value);
      report.done();
      std::string body;
      for (const Block& b : one.blocks) {
        block.text(one.id).text(name_of(b.kind)).number(at(b.span.begin)).number(at(b.span.end)).done();
        if (is_body(b.kind)) body += std::string(slice(one.text, b.span)) + "\n";
      }
      std::int64_t number = 0;
      for (const SentenceSpan& s : a.sentences) {
        if (!s.title) sentence.text(one.id).number(++number).number(at(s.span.begin)).number(at(s.span.end)).text(slice(one.text, s.span)).done();
      }
      for (const TimeExpression& t : a.times) {
        time.text(one.id).number(at(t.span.begin)).number(at(t.span.end)).text(slice(one.text, t.span));
        t.resolved ? time.text(to_string(t.begin)).text(to_string(t.end)) : time.null().null();
        time.text(t.reason).done();
      }
      for (const Quantity& q : a.quantities) quantity.text(one.id).number(at(q.span.begin)).number(at(q.span.end)).text(slice(one.text, q.span)).real(q.value).real(q.most).text(q.hedge).text(q.unit).done();
      search.text(one.title.value).text(body).text(one.id).done();
    }
    for (const Prepared* i : {&report, &block, &sentence, &time, &quantity, &search}) check(*i);
  }

  std::string sentences_text(std::uint32_t r, const std::vector<std::uint32_t>& list) const {
    std::string out;
    for (std::uint32_t s : list) out += (out.empty() ? "" : " ") + std::string(slice(d_.analyses[r].report.text, d_.analyses[r].sentences[s].span));
    return out;
  }

  void edits() {
    Prepared edit(db_, "INSERT INTO edits VALUES (?,?,?,?,?,?,?,?,?)");
    for (std::size_t f = 0; f < d_.lineage.families.size(); ++f) {
      const Family& family = d_.lineage.families[f];
      for (const Member& m : family.members) {
        if (m.parent < 0) continue;
        const std::uint32_t parent = family.members[static_cast<std::size_t>(m.parent)].report;
        for (const Edit& e : m.edits) {
          if (e.op == EditOp::same && !e.moved) continue;
          edit.text(family_id(d_, f)).text(id(parent)).text(id(m.report)).text(name_of(e.op)).number(e.moved).number(e.number_changed).number(e.superseded).text(sentences_text(parent, e.from)).text(sentences_text(m.report, e.to)).done();
        }
      }
    }
    check(edit);
  }

  void actors() {
    Prepared actor(db_, "INSERT INTO actors VALUES (?,?,?,?,?,?)"), alias(db_, "INSERT INTO aliases VALUES (?,?)"), role(db_, "INSERT INTO roles VALUES (?,?,?)");
    for (const Actor& a : d_.actors.actors) {
      actor.text(a.id).text(name_of(a.type)).text(a.name).text(a.key).text(a.gender ? std::string(1, a.gender) : "").number(a.unnamed).done();
      for (const std::string& form : a.aliases) alias.text(a.id).text(form).done();
      for (const Role& r : a.roles) role.text(a.id).text(r.office).text(r.of).done();
    }
    for (const Prepared* i : {&actor, &alias, &role}) check(*i);
  }

  static std::string words(const std::string& text, const std::vector<Span>& spans) {
    std::string out;
    for (Span s : spans) out += (out.empty() ? "" : " \u2026 ") + std::string(slice(text, s));
    return out;
  }

  void statements() {
    Prepared statement(db_, "INSERT INTO statements VALUES (?,?,?,?,?,?,?)"), mention(db_, "INSERT INTO mentions VALUES (?,?,?,?,?,?,?,?,?)");
    for (const Statement& s : d_.statements) {
      statement.text(s.id);
      s.actor != 0xFFFFFFFF ? statement.text(d_.actors.actors[s.actor].id) : statement.null();
      statement.text(s.speaker).text(s.addressee_text).text(name_of(s.act)).text(s.form).number(count_origins(d_, reports_of(s))).done();
      for (const MentionRef& ref : s.mentions) {
        const Analysis& a = d_.analyses[ref.report];
        const StatementMention& m = a.statements[ref.mention];
        const CodePointOffsets offsets(a.report.text);
        mention.text(s.id).text(a.report.id).text(name_of(m.kind)).text(words(a.report.text, m.source)).text(words(a.report.text, m.cue)).text(words(a.report.text, m.content)).number(offsets.of_byte(m.content.front().begin)).number(offsets.of_byte(m.content.back().end)).text(m.speaker_reason).done();
      }
    }
    for (const Prepared* i : {&statement, &mention}) check(*i);
  }

  void unread() {
    Prepared refused(db_, "INSERT INTO refused VALUES (?,?,?,?)"), duplicate(db_, "INSERT INTO duplicates VALUES (?,?)");
    for (const Error& e : d_.refused) {
      refused.text(e.source);
      e.line ? refused.number(static_cast<std::int64_t>(*e.line)) : refused.null();
      refused.text(name_of(e.code)).text(e.message).done();
    }
    for (const Duplicate& dup : d_.duplicates) duplicate.text(dup.source).text(dup.of).done();
    for (const Prepared* i : {&refused, &duplicate}) check(*i);
  }
};

}  // namespace

Result<void> write_tables(const Dossier& dossier, const std::filesystem::path& path) {
  return write_through_temporary(path, [&](const std::filesystem::path& temporary) -> Result<void> {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    Result<Database> db = Database::create(temporary.string());
    if (!db) return tl::unexpected<Error>(db.error());
    if (Result<void> made = db->run(kSchema); !made) return made;
    if (Result<void> filled = Writer(dossier, *db).run(); !filled) return filled;
    if (Result<void> finished = db->run(kFinish); !finished) return finished;
    return db->close();
  });
}

}  // namespace attache

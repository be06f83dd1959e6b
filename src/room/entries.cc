#include "room/entries.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

class Maker {
 public:
  explicit Maker(const Dossier& d) : d_(d) {}

  std::vector<Entry> run() {
    for (const Statement& s : d_.statements) statement(s);
    for (const EventRecord& e : d_.events) event(e);
    for (const Fact& f : d_.facts) fact(f);
    return std::move(out_);
  }

 private:
  const Dossier& d_;
  std::vector<Entry> out_;

  Entry begin(EntryKind kind, const std::string& id, std::vector<std::uint32_t> reports, std::uint32_t first) const {
    Entry out;
    out.kind = kind;
    out.id = id;
    std::sort(reports.begin(), reports.end());
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    out.origins = count_origins(d_, reports);
    out.reports = std::move(reports);
    out.report = first;
    out.story = d_.stories.story_of[first];
    return out;
  }

  void concern(Entry& entry, std::uint32_t actor, const std::string& name, EntryPart part) const {
    if (actor == 0xFFFFFFFF) {
      entry.names += name + "\n";
      return;
    }
    const Actor& a = d_.actors.actors[actor];
    if (std::any_of(entry.actors.begin(), entry.actors.end(), [&](const EntryActor& e) { return e.actor == actor && e.part == part; })) return;
    entry.actors.push_back({actor, part});
    entry.names += a.name + "\n";
    for (const std::string& alias : a.aliases) entry.names += alias + "\n";
  }

  // The sentences that hold the span.
  [[nodiscard]] Span sentences_around(std::uint32_t report, Span whole) const {
    const std::vector<SentenceSpan>& sentences = d_.analyses[report].sentences;
    Span out = whole;
    for (const SentenceSpan& s : sentences) {
      if (s.span.overlaps(whole)) out = join(out, s.span);
    }
    return out;
  }

  void statement(const Statement& s) {
    const MentionRef& first = s.mentions.front();
    Entry entry = begin(EntryKind::statement, s.id, reports_of(s), first.report);
    const StatementMention& m = d_.analyses[first.report].statements[first.mention];
    Span whole = m.content.front();
    for (const Span piece : m.content) whole = join(whole, piece);
    for (const Span piece : m.cue) whole = join(whole, piece);
    entry.cited = sentences_around(first.report, whole);
    entry.label = name_of(s.act);
    entry.title = s.speaker;
    for (const Variant& v : s.variants) entry.words += content_words(d_.analyses[v.mentions.front().report], d_.analyses[v.mentions.front().report].statements[v.mentions.front().mention]) + "\n";
    concern(entry, s.actor, s.speaker, EntryPart::speaker);
    if (s.addressee != 0xFFFFFFFF || !s.addressee_text.empty()) concern(entry, s.addressee, s.addressee_text, EntryPart::addressee);
    out_.push_back(std::move(entry));
  }

  [[nodiscard]] static std::string names_of(const std::vector<EventParty>& side) {
    std::string out;
    for (const EventParty& p : side) out += (out.empty() ? "" : ", ") + p.name;
    return out;
  }

  void event(const EventRecord& e) {
    Entry entry = begin(EntryKind::event, e.id, reports_of(e), e.best.report);
    const EventMention& best = d_.analyses[e.best.report].events[e.best.mention];
    entry.cited = d_.analyses[e.best.report].sentences[best.sentence].span;
    entry.label = name_of(e.type);
    const std::string whom = names_of(e.recipients);
    entry.title = names_of(e.actors) + " \u2192 " + std::string(name_of(e.type)) + (whom.empty() ? "" : " \u2192 " + whom);
    std::set<std::string_view> seen;
    for (const EventRef& ref : e.mentions) {
      const Analysis& a = d_.analyses[ref.report];
      const std::string_view sentence = slice(a.report.text, a.sentences[a.events[ref.mention].sentence].span);
      if (seen.insert(sentence).second) entry.words += std::string(sentence) + "\n";
    }
    for (const EventParty& p : e.actors) concern(entry, p.actor, p.name, EntryPart::actor);
    for (const EventParty& p : e.recipients) concern(entry, p.actor, p.name, EntryPart::recipient);
    out_.push_back(std::move(entry));
  }

  // "41 people were killed (others: 23)": what contradicts it or was said before, beside it.
  [[nodiscard]] static std::string title_of(const Fact& f) {
    constexpr std::size_t kMost = 3;
    const bool open = f.status == FactStatus::differ || f.status == FactStatus::superseded || f.status == FactStatus::word_choice;
    std::string values;
    std::size_t n = 0;
    for (std::size_t c = 1; open && c < f.claims.size(); ++c) {
      if (f.claims[c].value.empty() || ++n > kMost) continue;
      values += (values.empty() ? "" : ", ") + f.claims[c].value;
    }
    if (values.empty()) return f.sentence;
    return f.sentence + (f.status == FactStatus::superseded ? " (before: " : " (others: ") + values + (n > kMost ? " ...)" : ")");
  }

  void fact(const Fact& f) {
    if (f.claims.empty() || f.claims.front().mentions.empty()) return;
    const FactRef& first = f.claims.front().mentions.front();
    Entry entry = begin(EntryKind::fact, f.id, reports_of(f), first.report);
    entry.origins = f.origins;
    entry.cited = first.sentence;
    entry.label = name_of(f.status);
    entry.title = title_of(f);
    entry.words = f.sentence + "\n";
    for (const FactClaim& c : f.claims) entry.words += c.value + "\n";
    if (!f.subject.name.empty()) concern(entry, f.subject.actor, f.subject.name, EntryPart::subject);
    if (!f.object.name.empty()) concern(entry, f.object.actor, f.object.name, EntryPart::object);
    out_.push_back(std::move(entry));
  }
};

}  // namespace

std::string_view name_of(EntryKind kind) { return kind == EntryKind::statement ? "statement" : kind == EntryKind::event ? "event" : "fact"; }

std::vector<Entry> make_entries(const Dossier& dossier) { return Maker(dossier).run(); }

std::optional<std::uint64_t> identity_of(const Actor& actor) {
  if (actor.unnamed) return std::nullopt;
  if (!actor.key.empty()) return hash_fields({"key", actor.key});
  return hash_fields({name_of(actor.type), fold_words(actor.name)});
}

}  // namespace attache

#include "mentions/find_events.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/strings.h"
#include "language/person_words.h"
#include "mentions/events/announced.h"
#include "mentions/events/coder.h"
#include "mentions/events/gate.h"
#include "mentions/events/inferred_states.h"
#include "mentions/events/qualifiers.h"
#include "mentions/events/scene.h"
#include "mentions/events/speakers.h"
#include "mentions/events/status.h"

namespace attache {
namespace {

constexpr std::uint32_t kMostTokens = 200;   // of a sentence: the acts of longer ones are not looked for
constexpr int kBackgroundDays = 183;         // an act dated further back is told as history

bool holds(const StatementMention& s, Span trigger) {
  const auto in = [&](const std::vector<Span>& pieces) { return std::any_of(pieces.begin(), pieces.end(), [&](Span p) { return p.overlaps(trigger); }); };
  return in(s.cue) || in(s.content);
}

class Finder {
 public:
  Finder(const Report& report, const Language& language, std::span<const StatementMention> statements, const EventReader& reader, const Knowledge& knowledge)
      : report_(report), language_(language), statements_(statements), reader_(reader), clauses_(report.text, language, language.quotes), coder_(language, clauses_, knowledge, reader.actors, report.published.value) {
    for (std::uint32_t t = 0; t < language.times.size(); ++t) {
      if (language.times[t].sentence != kNoSentence) times_of_[language.times[t].sentence].push_back(t);
    }
  }

  std::vector<EventMention> run() {
    const std::vector<Sentence>& sentences = language_.segmentation.sentences;
    std::vector<bool> named(sentences.size(), false);
    for (const Name& n : language_.names.names) named[n.sentence] = true;
    for (const TitleMention& t : language_.names.titles) named[t.sentence] = true;
    for (const Reference& r : language_.references) named[r.sentence] = true;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) named[s] = named[s] || capitals(sentences[s]) > 1;
    std::vector<EventMention> out;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (sentences[s].title || !named[s] || sentences[s].size() > kMostTokens ) continue;
      if (act_probability(reader_.model.gate, gate_features(language_, clauses_, sentences[s], reader_.lexicon, reader_.triggers)) < reader_.model.least_sentence) continue;
      const EventSentence es = read_event_sentence(report_.text, language_, clauses_, s, reader_.syntax, reader_.lexicon, reader_.triggers, reader_.keep);
      if (es.tree.words.size() > 2 * kMostTokens) continue;  // one token may hold many words: "attack-attack-attack"
      for (const CodedAct& act : code_acts(reader_.model, es)) {
        EventMention m = mention(es, act, s);
        if (tells(m)) out.push_back(std::move(m));
      }
    }
    share_states(report_.text, language_, out);
    return out;
  }

 private:
  const Report& report_;
  const Language& language_;
  std::span<const StatementMention> statements_;
  const EventReader& reader_;
  const Clauses clauses_;
  const ActorCoder coder_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> times_of_;  // sentence -> time expressions

  // Words with a capital: a name that no table knows.
  [[nodiscard]] std::size_t capitals(const Sentence& s) const {
    std::size_t n = 0;
    for (std::uint32_t t = s.first; t < s.last; ++t) n += language_.segmentation.tokens[t].capitalised ? 1 : 0;
    return n;
  }

  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const {
    const std::vector<Token>& tokens = language_.segmentation.tokens;
    const auto next = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= byte; });
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(next - tokens.begin(), static_cast<std::ptrdiff_t>(tokens.size()) - 1));
  }

  // Somebody who acts in politics takes part; or a crowd protests; or two whose names no table knows and that are no persons.
  [[nodiscard]] bool tells(const EventMention& m) const {
    std::size_t names = 0;
    for (const auto* side : {&m.actors, &m.recipients}) {
      for (const Participant& p : *side) {
        if (is_political(p)) return true;
        names += is_unknown_name(p) ? 1 : 0;
      }
    }
    return names > 1 || (m.type == EventType::protest && is_crowd_somewhere(m));
  }

  // A crowd whose land the sentence or the dateline tells.
  [[nodiscard]] bool is_crowd_somewhere(const EventMention& m) const {
    const auto crowd = [](const Participant& p) { return is_one_of(p.sector, {"CVL", "LAB", "EDU", "MED"}); };
    const auto of_a_land = [](const Participant& p) { return !p.country.empty(); };
    if (std::none_of(m.actors.begin(), m.actors.end(), crowd)) return false;
    return !m.place.empty() || report_.dateline_places.size() == 1 || std::any_of(m.actors.begin(), m.actors.end(), of_a_land) || std::any_of(m.recipients.begin(), m.recipients.end(), of_a_land);
  }

  [[nodiscard]] bool is_political(const Participant& p) const {
    if (is_one_of(p.sector, {"GOV", "MIL", "LEG", "OPP", "PTY", "REB", "SPY", "IGO"})) return true;
    if (is_one_of(p.sector, {"COP", "JUD", "NGO"})) return !p.country.empty();
    if (p.entity == kNoEntity) return false;
    const EntityType type = language_.names.entities[p.entity].type;
    return p.sector.empty() && (type == EntityType::state || (type == EntityType::group && (!p.country.empty() || is_stateless_people(last_word(p)))));
  }

  [[nodiscard]] std::string last_word(const Participant& p) const { return clauses_.lower(token_at(p.span.end - 1)); }

  [[nodiscard]] bool is_unknown_name(const Participant& p) const {
    if (p.entity != kNoEntity) return language_.names.entities[p.entity].type != EntityType::person && language_.names.entities[p.entity].key.empty();
    return p.country.empty() && p.sector.empty() && language_.segmentation.tokens[token_at(p.span.end - 1)].capitalised;
  }

  EventMention mention(const EventSentence& es, CodedAct act, std::uint32_t sentence) const {
    EventMention m;
    const TimeExpression* time = time_of(es, act.trigger, sentence);
    m.status = status_of(es.tree, act.trigger, time && is_past(*time));
    const std::string announced = code_announced(es, m.status, act);
    part_sides(es, act);
    add_scene(es, act);
    if (m.status == EventStatus::demanded && !announced.empty()) m.status = EventStatus::happened;  // the demand was made
    m.type = act.type;
    m.trigger = es.tree.words[act.trigger].span;
    m.sentence = sentence;
    for (const std::uint32_t h : act.actors) add(coder_.code(es.tree, h, act.recipients), m.actors);
    for (const std::uint32_t h : act.recipients) add(coder_.code(es.tree, h, act.actors), m.recipients);
    name_speakers(report_.text, statements_, coder_, m);
    const Trigger* trigger = nullptr;
    for (const Trigger* t : es.triggers[act.trigger]) {
      if (t->type == act.type && !trigger) trigger = t;
    }
    Qualifiers q = qualify(reader_.model, es, act);
    m.mode = std::move(q.mode);
    m.contexts = std::move(q.contexts);
    make_reciprocal(es, act, trigger, m);
    if (time) {
      m.begin = time->begin;
      m.end = time->end;
    }
    m.place = place_of(es, act);
    m.reason = !announced.empty() ? announced : trigger ? fmt::format("\"{}\" of the list of triggers", trigger->words) : fmt::format("\"{}\" by what stands around it", es.tree.words[act.trigger].lemma);
    return m;
  }

  // "opened relations with Chad": an act that is done to somebody has a recipient, though both take part.
  static void part_sides(const EventSentence& es, CodedAct& act) {
    if (is_mutual(act.type) || !act.recipients.empty() || act.actors.size() < 2) return;
    const auto second = std::stable_partition(act.actors.begin(), act.actors.end(), [&](std::uint32_t a) { return !is_one_of(es.tree.preposition(a), {"with", "against", "to", "at", "on", "over"}); });
    if (second == act.actors.begin()) return;
    act.recipients.assign(second, act.actors.end());
    act.actors.erase(second, act.actors.end());
  }

  static bool is_mutual(EventType t) { return t == EventType::consult || t == EventType::agree || t == EventType::cooperate || t == EventType::assault; }

  // "the president, Ana Tull": one participant.
  static void add(Participant p, std::vector<Participant>& side) {
    const bool known = p.entity != kNoEntity && std::any_of(side.begin(), side.end(), [&](const Participant& o) { return o.entity == p.entity; });
    if (!known) side.push_back(std::move(p));
  }

  // Dated well before the report.
  [[nodiscard]] bool is_past(const TimeExpression& time) const {
    const Date& day = report_.published.value;
    if (day.year <= 0 || time.end.year == 0) return false;
    return time.end.year + 1 < day.year || (time.end.full() && day.full() && days_of(day) - days_of(time.end) > kBackgroundDays);
  }

  // Those who meet, agree or trade with each other stand on one side.
  static void make_reciprocal(const EventSentence& es, const CodedAct& act, const Trigger* trigger, EventMention& m) {
    const bool listed = trigger && std::find(trigger->recipients.begin(), trigger->recipients.end(), "with=") != trigger->recipients.end();
    if (!is_mutual(m.type) && !listed) return;
    if (m.recipients.empty()) {
      const bool apart = trigger && m.type == EventType::consult && is_one_of(trigger->mode, {"visit", "host", "phone", "third-party"});
      m.reciprocal = m.actors.size() > 1 && m.type != EventType::assault && !apart;
      return;
    }
    if (!is_mutual(m.type)) return;
    const bool together = std::any_of(act.recipients.begin(), act.recipients.end(), [&](std::uint32_t r) { return es.tree.preposition(r) == "with"; });
    const std::string& how = trigger ? trigger->mode : m.mode;  // what the word itself says: two who met in a town of one of them still met
    const bool meets = m.type == EventType::consult && !is_one_of(how, {"visit", "host", "phone", "third-party"}) && !m.actors.empty();
    if (m.actors.empty() || ((!together || !listed) && !meets)) return;
    m.reciprocal = true;
    m.actors.insert(m.actors.end(), m.recipients.begin(), m.recipients.end());
    m.recipients.clear();
  }

  // The time that hangs on the act; else the only one of the sentence.
  const TimeExpression* time_of(const EventSentence& es, std::uint32_t trigger, std::uint32_t sentence) const {
    const auto found = times_of_.find(sentence);
    if (found == times_of_.end()) return nullptr;
    const TimeExpression* only = found->second.size() == 1 ? &language_.times[found->second.front()] : nullptr;
    for (const std::uint32_t t : found->second) {
      const TimeExpression& time = language_.times[t];
      if (!time.resolved) continue;
      for (const std::uint32_t c : es.tree.words[trigger].children) {
        const std::uint32_t token = es.tree.words[c].token;
        if (token >= time.first && token < time.last) return &time;
      }
    }
    return only && only->resolved ? only : nullptr;
  }

  // "in Pristina", "at the border" beside the act, where it is no participant.
  Span place_of(const EventSentence& es, const CodedAct& act) const {
    for (const std::uint32_t c : es.tree.words[act.trigger].children) {
      const TreeWord& w = es.tree.words[c];
      if (!w.relation.starts_with("obl") && !w.relation.starts_with("nmod")) continue;
      const std::string_view p = es.tree.preposition(c);
      if (!is_one_of(p, {"in", "at", "near", "outside", "inside", "off", "across"})) continue;
      const WordKind k = es.kinds[c];
      if (k != WordKind::place && k != WordKind::state) continue;
      if (std::find(act.actors.begin(), act.actors.end(), c) != act.actors.end() || std::find(act.recipients.begin(), act.recipients.end(), c) != act.recipients.end()) continue;
      return phrase_of(es.tree, c);
    }
    return {};
  }
};

}  // namespace

std::vector<EventMention> find_events(const Report& report, const Language& language, std::span<const StatementMention> statements, const EventReader& reader, const Knowledge& knowledge) {
  std::vector<EventMention> events = Finder(report, language, statements, reader, knowledge).run();
  std::erase_if(events, [&](const EventMention& e) { return std::any_of(statements.begin(), statements.end(), [&](const StatementMention& s) { return s.act == Act::no_comment && holds(s, e.trigger); }); });
  return events;
}

}  // namespace attache

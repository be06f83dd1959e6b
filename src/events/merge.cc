#include "events/merge.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/strings.h"

namespace attache {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr int kBothSides = 20;  // a record whose two sides are alike comes before one with a single side told, however alike that is: more than the 10 by which 3 and 0 exceed 1 and 1

bool is_deed(EventType type) { return quad_class_of(type) % 2 == 0 || type == EventType::concede; }

bool is_state_or_government(const EventParty& p) { return p.sector.empty() || p.sector == "GOV"; }

class Merger {
 public:
  Merger(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const EventMergeOptions& options)
      : analyses_(analyses), lineage_(lineage), stories_(stories), actors_(actors), o_(options), thread_of_(stories.stories.size(), 0) {
    for (std::uint32_t t = 0; t < stories.threads.size(); ++t) {
      for (const std::uint32_t s : stories.threads[t].stories) thread_of_[s] = t;
    }
  }

  std::vector<EventRecord> run() {
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      for (std::uint32_t m = 0; m < analyses_[r].events.size(); ++m) {
        const EventMention& mention = analyses_[r].events[m];
        if (mention.status == EventStatus::denied || mention.status == EventStatus::demanded || mention.status == EventStatus::possible) continue;
        add({r, m});
      }
    }
    std::erase_if(records_, [](const EventRecord& e) { return e.mentions.empty(); });
    for (EventRecord& e : records_) finish(e);
    return std::move(records_);
  }

 private:
  std::span<const Analysis> analyses_;
  const Lineage& lineage_;
  const Stories& stories_;
  const Actors& actors_;
  const EventMergeOptions& o_;
  std::vector<std::uint32_t> thread_of_;  // of each story
  std::vector<EventRecord> records_;
  std::map<std::pair<std::uint32_t, EventType>, std::vector<std::uint32_t>> by_thread_;  // records of a thread and category

  [[nodiscard]] const EventMention& mention(EventRef ref) const { return analyses_[ref.report].events[ref.mention]; }

  EventParty party(std::uint32_t report, const Participant& p) const {
    EventParty out;
    if (p.entity != kNoEntity) out.actor = actors_.actor_of[report][p.entity];
    out.name = out.actor != kNone ? actors_.actors[out.actor].name : collapse_space(slice(analyses_[report].report.text, p.span));
    out.country = p.country;
    out.sector = p.sector;
    out.country_inferred = p.country_inferred;
    return out;
  }

  std::vector<EventParty> parties(std::uint32_t report, const std::vector<Participant>& list) const {
    std::vector<EventParty> out;
    for (const Participant& p : list) out.push_back(party(report, p));
    return out;
  }

  // 3 the same actor; 2 the same state and kind of body; 1 a state and who acts for it; 0 neither.
  static int likeness(const EventParty& a, const EventParty& b) {
    if (a.actor != kNone && a.actor == b.actor) return 3;
    if (a.country.empty() || b.country.empty()) return fold_equal(a.name, b.name) ? 2 : is_description(a) && is_description(b) && described_as(a.name) == described_as(b.name) ? 2 : 0;
    if (a.country != b.country) return fold_equal(a.name, b.name) ? 2 : 0;
    if (a.country == "IGO" || a.country == "NGO") return fold_equal(a.name, b.name) ? 2 : 0;
    if (a.actor != kNone && b.actor != kNone && !is_state(a) && !is_state(b)) return 0;  // two persons of one state
    if (a.sector == b.sector) return 2;
    return is_state_or_government(a) && is_state_or_government(b) ? 1 : 0;
  }
  static bool is_description(const EventParty& p) {
    const bool pronoun = is_one_of(lower_ascii(p.name), {"i", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who"});
    return !pronoun && (p.actor == kNone || p.name.empty() || !is_upper(p.name.front()));
  }
  // The noun of a description: "soldier" of "40 soldiers of the third brigade".
  static std::string described_as(const std::string& name) {
    std::string words = lower_ascii(name);
    for (const std::string_view behind : {" of ", " in ", " from ", " at ", " near ", " on ", " with ", " who "}) words = words.substr(0, words.find(behind));
    for (const std::string_view measure : {"hundreds", "thousands", "dozens", "scores", "a group", "group", "members", "a number"}) {
      const std::string lower = lower_ascii(name);
      if (words == measure && lower.size() > measure.size() + 4) return described_as(lower.substr(measure.size() + 4));  // " of "
    }
    std::string noun = words.substr(words.rfind(' ') + 1);
    if (noun.size() > 3 && noun.back() == 's') noun.pop_back();
    return noun;
  }
  static bool is_state(const EventParty& p) { return p.sector.empty(); }
  static bool fold_equal(const std::string& a, const std::string& b) { return lower_ascii(a) == lower_ascii(b); }

  // The best likeness of two sides; a side that is not told fits any (0), sides that are strangers do not (-1).
  static int side(const std::vector<EventParty>& a, const std::vector<EventParty>& b) {
    if (a.empty() || b.empty()) return 0;
    int best = -1;
    for (const EventParty& x : a) {
      for (const EventParty& y : b) {
        const int l = likeness(x, y);
        if (l > 0) best = std::max(best, l);
      }
    }
    return best;
  }

  // The last day of a day, month or year.
  static int last_day_of(const Date& date) {
    const unsigned month = date.month ? date.month : 12;
    return days_of({date.year, month, date.day ? date.day : days_in_month(date.year, month)});
  }

  // Days may lie so far apart; a month or a year fits what overlaps it.
  static bool dates_fit(const Date& a_begin, const Date& a_end, const Date& b_begin, const Date& b_end, int days) {
    if (a_begin.year == 0 || b_begin.year == 0) return true;
    const int slack = a_begin.full() && b_begin.full() ? days : 0;
    const int a_last = last_day_of(a_end.year ? a_end : a_begin), b_last = last_day_of(b_end.year ? b_end : b_begin);
    return days_of(a_begin) - slack <= b_last && days_of(b_begin) - slack <= a_last;
  }

  std::string trigger_word(EventRef ref) const { return lower_ascii(slice(analyses_[ref.report].report.text, mention(ref).trigger)); }

  // How well a mention fits a record; 0 = not at all.
  int fit(const EventRecord& e, EventRef ref, const std::vector<EventParty>& actors, const std::vector<EventParty>& recipients) const {
    const EventMention& m = mention(ref);
    int a = side(e.actors, actors), r = side(e.recipients, recipients);
    if (e.reciprocal != m.reciprocal && e.type == EventType::consult) {  // "met X", "talks with X" and "X and Y met"
      std::vector<EventParty> all = e.actors, mine = actors;
      all.insert(all.end(), e.recipients.begin(), e.recipients.end());
      mine.insert(mine.end(), recipients.begin(), recipients.end());
      a = side(all, mine);
      r = 0;
    }
    if (a < 0 || r < 0 || a + r == 0) return 0;
    if (!dates_fit(e.begin, e.end, m.begin, m.end, o_.days)) return 0;
    const EventRef first = e.mentions.front();
    const bool dated = e.begin.year != 0 && m.begin.year != 0;
    const std::int32_t family = lineage_.family_of[ref.report];
    bool near = false, same_word = false;
    const std::string word = trigger_word(ref);
    for (const EventRef& other : e.mentions) {
      if (near && same_word) break;
      near |= other.report == ref.report || (family >= 0 && lineage_.family_of[other.report] == family) || stories_.story_of[other.report] == stories_.story_of[ref.report];
      same_word |= trigger_word(other) == word;
    }
    const bool background = m.status == EventStatus::background || e.status == EventStatus::background;
    if (near) return 10 * (a + r) + (a > 0 && r > 0 ? kBothSides : 0) + (dated ? 3 : 0) + (same_word ? 4 : 0);
    if (!is_deed(e.type) || a < 2 || r < 2) return 0;
    if (background) return dated || same_word ? 10 * (a + r) : 0;
    if (!same_word) return 0;
    const Date& x = analyses_[first.report].report.published.value;
    const Date& y = analyses_[ref.report].report.published.value;
    if (!dated && x.full() && y.full() && std::abs(days_of(x) - days_of(y)) > o_.between_stories) return 0;
    return 10 * (a + r);
  }

  void add(EventRef ref) {
    const EventMention& m = mention(ref);
    const std::vector<EventParty> actors = parties(ref.report, m.actors), recipients = parties(ref.report, m.recipients);
    std::vector<std::uint32_t>& candidates = by_thread_[{thread_of_[stories_.story_of[ref.report]], m.type}];
    std::uint32_t best = kNone;
    int most = 0;
    std::vector<std::uint32_t> same;  // deeds whose two sides are this mention's
    for (const std::uint32_t c : candidates) {
      const int f = fit(records_[c], ref, actors, recipients);
      if (f > 0 && is_deed(m.type) && side(records_[c].actors, actors) > 1 && side(records_[c].recipients, recipients) > 1) same.push_back(c);
      if (f > most) {
        most = f;
        best = c;
      }
    }
    if (same.size() > 1) {
      best = same.front();
      for (const std::uint32_t c : same) {
        if (c != best) absorb(best, c, candidates);
      }
    }
    if (best == kNone) {
      best = static_cast<std::uint32_t>(records_.size());
      candidates.push_back(best);
      EventRecord e;
      e.type = m.type;
      e.status = m.status;
      e.reciprocal = m.reciprocal;
      e.actors = actors;
      e.recipients = recipients;
      e.begin = m.begin;
      e.end = m.end;
      e.best = ref;
      records_.push_back(std::move(e));
    }
    extend(records_[best], ref);
  }

  void extend(EventRecord& e, EventRef ref) const {
    const EventMention& m = mention(ref);
    e.mentions.push_back(ref);
    if (e.mode.empty()) e.mode = m.mode;
    if (m.begin.year != 0 && (e.begin.year == 0 || (m.begin.full() && !e.begin.full()))) {
      e.begin = m.begin;
      e.end = m.end;
    }
    if (named(m) > named(mention(e.best))) {
      e.best = ref;
      e.actors = parties(ref.report, m.actors);
      e.recipients = parties(ref.report, m.recipients);
      e.reciprocal = m.reciprocal;
    }
  }

  // One event that began as two: "the occupation" of one report and "the invasion" of others, joined by a mention that fits both.
  void absorb(std::uint32_t into, std::uint32_t from, std::vector<std::uint32_t>& candidates) {
    const std::vector<EventRef> mentions = std::exchange(records_[from].mentions, {});
    for (const EventRef& ref : mentions) extend(records_[into], ref);
    std::sort(records_[into].mentions.begin(), records_[into].mentions.end(), [](const EventRef& a, const EventRef& b) { return std::tie(a.report, a.mention) < std::tie(b.report, b.mention); });
    std::erase(candidates, from);
  }

  // How much of both sides a mention names.
  static int named(const EventMention& m) {
    const auto side_value = [](const std::vector<Participant>& side) {
      int best = 0;
      for (const Participant& p : side) best = std::max(best, (p.country.empty() ? 0 : 2) + (p.entity != kNoEntity ? 1 : 0) + 1);
      return best;
    };
    const int a = side_value(m.actors), r = side_value(m.recipients);
    return a + r + (a > 0 && (r > 0 || m.actors.size() > 1) ? 4 : 0);
  }

  // Told as history outweighs told as news, and that what is under way or planned.
  static int certainty(EventStatus s) { return s == EventStatus::background ? 3 : s == EventStatus::happened ? 2 : s == EventStatus::ongoing ? 1 : 0; }

  std::vector<std::string> common_contexts(const EventRecord& e) const {
    std::vector<std::pair<std::size_t, std::string>> counts;  // in the order of the first mention that has it
    for (const EventRef& ref : e.mentions) {
      for (const std::string& c : mention(ref).contexts) {
        const auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& known) { return known.second == c; });
        if (found == counts.end()) counts.emplace_back(1, c);
        else ++found->first;
      }
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> out;
    for (const auto& [count, context] : counts) {
      if (count * 2 >= e.mentions.size()) out.push_back(context);
    }
    return out;
  }

  bool places_differ(const EventRecord& e) const {
    std::vector<std::string> places;
    for (const EventRef& ref : e.mentions) {
      const Span place = mention(ref).place;
      if (!place.empty()) places.push_back(lower_ascii(collapse_space(slice(analyses_[ref.report].report.text, place))));
    }
    const auto holds = [](const std::string& a, const std::string& b) { return (" " + a + " ").find(" " + b + " ") != std::string::npos; };
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (!holds(places[i], places[k]) && !holds(places[k], places[i])) return true;
      }
    }
    return false;
  }

  // What is counted in the phrases of those who take part: the side and the counted noun, and how many.
  std::vector<std::pair<std::string, double>> numbers_of(EventRef ref) const {
    std::vector<std::pair<std::string, double>> out;
    const Analysis& a = analyses_[ref.report];
    for (const auto* side : {&mention(ref).actors, &mention(ref).recipients}) {
      for (const Participant& p : *side) {
        for (const Quantity& q : a.quantities) {
          const std::string noun = described_as(collapse_space(slice(a.report.text, p.span)));
          if (!p.span.contains(q.number.begin) || !q.hedge.empty() || q.value != q.most || described_as(q.unit) != noun) continue;
          out.emplace_back((side == &mention(ref).actors ? "actor " : "recipient ") + noun, q.value);
        }
      }
    }
    return out;
  }

  bool numbers_differ(const EventRecord& e) const {
    std::map<std::string, double> known;
    for (const EventRef& ref : e.mentions) {
      for (const auto& [what, value] : numbers_of(ref)) {
        if (known.try_emplace(what, value).first->second != value) return true;
      }
    }
    return false;
  }

  void finish(EventRecord& e) const {
    for (const EventRef& ref : e.mentions) {
      const EventMention& m = mention(ref);
      if (certainty(m.status) > certainty(e.status)) e.status = m.status;
      e.dates_differ |= m.begin.full() && e.begin.full() && !dates_fit(e.begin, e.end, m.begin, m.end, o_.days);
    }
    e.contexts = common_contexts(e);
    e.places_differ = places_differ(e);
    e.numbers_differ = numbers_differ(e);
    const EventRef first = e.mentions.front();
    e.id = make_id("e", hash_fields({std::string(name_of(e.type)), analyses_[first.report].report.id, std::to_string(mention(first).trigger.begin)}));
  }
};

}  // namespace

std::vector<EventRecord> merge_events(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const EventMergeOptions& options) {
  return Merger(analyses, lineage, stories, actors, options).run();
}

}  // namespace attache

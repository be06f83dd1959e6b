#include "decisions/positions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

struct Reading {
  Stance stance;
  Strength strength;
};

// What a relation tells of its subject's stand, given who of the member it is.
std::optional<Reading> read(std::string_view relation, ActorRank rank) {
  const bool binds = rank == ActorRank::member || rank == ActorRank::parliament;
  const bool speaks = rank == ActorRank::member || rank == ActorRank::executive;
  if (relation == "ratified") {
    if (rank != ActorRank::nobody) return Reading{Stance::supports, Strength::acted};
  } else if (relation == "approved") {
    if (binds) return Reading{Stance::supports, Strength::acted};
    if (speaks) return Reading{Stance::supports, Strength::said};
  } else if (relation == "has_not_ratified" || relation == "has_not_approved") {
    if (binds || speaks) return Reading{Stance::not_yet, Strength::none};
  } else if (relation == "voted_for") {
    if (binds) return Reading{Stance::supports, Strength::acted};
  } else if (relation == "voted_against") {  // of lawmakers some, unless the house as a whole is meant, which nobody can tell
    if (speaks) return Reading{Stance::opposes, Strength::acted};
  } else if (relation == "blocked" || relation == "vetoed") {
    if (binds || speaks) return Reading{Stance::opposes, Strength::acted};
  } else if (is_one_of(relation, {"supports", "in_favour_of", "has_no_objection_to", "dropped_objection_to", "proposed", "called_for"})) {
    if (speaks) return Reading{Stance::supports, Strength::said};
  } else if (is_one_of(relation, {"opposes", "against", "objects_to"})) {
    if (speaks) return Reading{Stance::opposes, Strength::said};
  } else if (relation == "sets_condition_for" || relation == "threatens_to_block") {
    if (speaks) return Reading{Stance::conditions, Strength::said};
  }
  return std::nullopt;
}

class Finder {
 public:
  Finder(std::span<const Analysis> analyses, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Matter& matter, const std::vector<Seat>& seats, const Date& today, const Knowledge& knowledge)
      : analyses_(analyses), stories_(stories), origins_(origins), bounds_(bounds), matter_(matter), seats_(seats), today_(today), knowledge_(knowledge), chambers_(load_chambers()), out_(seats.size()) {}

  std::vector<Position> run() {
    index_seats();
    const std::vector<bool> in_affair = reports_of_affair();
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) {
      const Date day = day_of_report(analyses_[r], bounds_, r);
      const MatterReader reader(analyses_[r], matter_, in_affair[r]);
      for (const FactMention& m : analyses_[r].facts) read_mention(r, day, reader, m);
    }
    for (std::uint32_t r = 0; r < analyses_.size(); ++r) read_rest(r, MatterReader(analyses_[r], matter_, in_affair[r]));
    for (Position& p : out_) settle(p);
    return std::move(out_);
  }

 private:
  std::span<const Analysis> analyses_;
  const Stories& stories_;
  const Origins& origins_;
  std::span<const DateBound> bounds_;
  const Matter& matter_;
  const std::vector<Seat>& seats_;
  const Date& today_;
  const Knowledge& knowledge_;
  const std::vector<ChamberName> chambers_;
  std::map<std::string, int> seat_of_state_;  // ISO 3166 alpha-3
  std::map<std::string, int> seat_of_name_;   // folded, of members that are no states
  std::vector<Position> out_;

  void index_seats() {
    for (std::size_t s = 0; s < seats_.size(); ++s) {
      const auto country = knowledge_.country_by_code.find(seats_[s].key);
      if (!seats_[s].is_state) seat_of_name_.emplace(fold_words(seats_[s].name), static_cast<int>(s));
      else if (country != knowledge_.country_by_code.end() && !knowledge_.countries[country->second].alpha3.empty()) seat_of_state_.emplace(knowledge_.countries[country->second].alpha3, static_cast<int>(s));
    }
  }

  // Reports of a thread in which some report opens with the matter.
  [[nodiscard]] std::vector<bool> reports_of_affair() const {
    std::vector<bool> out(analyses_.size());
    for (const Thread& thread : stories_.threads) {
      bool found = false;
      for (const std::uint32_t s : thread.stories) {
        for (const std::uint32_t r : stories_.stories[s].reports) found = found || MatterReader(analyses_[r], matter_, false).opens_with_matter();
      }
      for (const std::uint32_t s : thread.stories) {
        for (const std::uint32_t r : stories_.stories[s].reports) out[r] = found;
      }
    }
    return out;
  }

  // The seat that a participant belongs to; -1 = none.
  [[nodiscard]] int seat_of(const Analysis& a, const Participant& who) const {
    if (!who.country.empty() && !who.country_inferred) {
      if (const auto state = seat_of_state_.find(who.country); state != seat_of_state_.end()) return state->second;
    }
    if (who.entity == kNoEntity || seat_of_name_.empty()) return -1;
    const auto named = seat_of_name_.find(fold_words(a.entities[who.entity].name));
    return named == seat_of_name_.end() ? -1 : named->second;
  }

  void read_mention(std::uint32_t report, const Date& day, const MatterReader& reader, const FactMention& m) {
    const Analysis& a = analyses_[report];
    if (m.relation == "does_not_recognise") {
      if (!matter_.candidate.empty() && reader.is_candidate(m.object)) add_indirect(report, day, m, m.subject, {Stance::obstacle_implied, Strength::implied});
      return;
    }
    if (m.relation == "asked") {
      if (!m.object.span.empty() && (matter_.candidate.empty() || reader.is_candidate(m.subject) || acts_for_candidate(m)) && reader.in_sentence(m.sentence)) add_indirect(report, day, m, m.object, {Stance::asked, Strength::none});
      return;
    }
    const int seat = seat_of(a, m.subject);
    if (seat < 0) return;
    const ActorRank rank = seats_[static_cast<std::size_t>(seat)].is_state ? rank_of(a, m.subject, chambers_, knowledge_) : ActorRank::member;
    const std::optional<Reading> reading = read(m.relation, rank);
    if (reading && is_of_the_past(a, m, day)) return;
    if (reading && reader.is_object(m)) add(report, day, m, seat, *reading);
  }

  // "The remaining 13 members voted in favour": all others, where the report names each of those who did not.
  void read_rest(std::uint32_t report, const MatterReader& reader) {
    const Analysis& a = analyses_[report];
    std::vector<bool> apart(seats_.size());
    std::uint32_t last = 0;  // sentence
    for (const FactMention& m : a.facts) {
      const int seat = is_one_of(m.relation, {"vetoed", "voted_against", "abstained_on", "blocked"}) && reader.is_object(m) && !is_of_the_past(a, m, day_of_report(a, bounds_, report)) ? seat_of(a, m.subject) : -1;
      if (seat < 0) continue;
      apart[static_cast<std::size_t>(seat)] = true;
      last = m.sentence;
    }
    const auto others = static_cast<double>(std::count(apart.begin(), apart.end(), false));
    for (const Quantity& q : a.quantities) {
      constexpr std::uint32_t kReach = 2;  // sentences behind the last who did not
      if (q.sentence < last || q.sentence > last + kReach) continue;
      if (q.value != others || q.value == static_cast<double>(seats_.size()) || !q.hedge.empty()) continue;
      const Span sentence = a.sentences[q.sentence].span;
      const std::string words = " " + fold_words(slice(a.report.text, sentence)) + " ";
      const bool rest = words.find(" remaining ") != std::string::npos || words.find(" other ") != std::string::npos;
      if (words.starts_with(" had ") || words.find(" if ") != std::string::npos || words.find(" would have ") != std::string::npos || words.find(" not ") != std::string::npos) continue;
      if (!rest || (words.find(" voted in favour ") == std::string::npos && words.find(" voted in favor ") == std::string::npos && words.find(" voted for ") == std::string::npos)) continue;
      FactMention m;
      m.relation = "voted_for";
      m.sentence = q.sentence;
      m.subject.span = q.span;
      m.anchor = q.span;
      if (!reader.is_object(m)) continue;
      for (std::size_t s = 0; s < seats_.size(); ++s) {
        if (!apart[s]) add(report, day_of_report(a, bounds_, report), m, static_cast<int>(s), {Stance::supports, Strength::acted});
      }
    }
  }

  // "In 2008 Chad vetoed it": what the sentence dates more than a year before the report is another attempt.
  [[nodiscard]] static bool is_of_the_past(const Analysis& a, const FactMention& m, const Date& published) {
    constexpr int kDays = 366;  // a year, told as "a year ago" too
    if (published.year == 0) return false;
    const auto old = [&](const Date& d) { return d.year != 0 && days_of({d.year, d.month ? d.month : 12, d.day ? d.day : 28}) + kDays < days_of(published); };
    const Span sentence = a.sentences[m.sentence].span;
    auto t = std::lower_bound(a.times.begin(), a.times.end(), sentence.begin, [](const TimeExpression& time, std::uint32_t byte) { return time.span.begin < byte; });
    for (; t != a.times.end() && t->span.begin < sentence.end; ++t) {
      if (t->sentence == m.sentence && t->resolved && old(t->end.year ? t->end : t->begin)) return true;
    }
    return old(m.begin);
  }

  // Who asks acts for the candidate: "Chad's president".
  [[nodiscard]] bool acts_for_candidate(const FactMention& m) const { return !matter_.candidate_country.empty() && m.subject.country == matter_.candidate_country && !m.subject.country_inferred; }

  void add_indirect(std::uint32_t report, const Date& published, const FactMention& m, const Participant& who, Reading reading) {
    const Analysis& a = analyses_[report];
    const int seat = seat_of(a, who);
    if (seat < 0 || (seats_[static_cast<std::size_t>(seat)].is_state && rank_of(a, who, chambers_, knowledge_) == ActorRank::nobody)) return;
    add(report, published, m, seat, reading);
  }

  void add(std::uint32_t report, const Date& published, const FactMention& m, int seat, Reading reading) {
    const Analysis& a = analyses_[report];
    Date day = with_nearest_year(m.begin, published);
    const bool told = day.full() && reading.strength == Strength::acted;
    if (!told) day = published;
    if (today_.year != 0 && day.year != 0 && today_ < day) return;
    const bool undated = !told && day.year != 0 && a.report.published.value.year == 0;
    std::vector<StanceEntry>& history = out_[static_cast<std::size_t>(seat)].history;
    auto entry = std::find_if(history.begin(), history.end(), [&](const StanceEntry& e) { return e.stance == reading.stance && e.strength == reading.strength && e.day == day && (told || e.not_before == undated); });
    if (entry == history.end()) entry = history.insert(history.end(), StanceEntry{reading.stance, reading.strength, m.relation, day, false, undated, {}, 0});
    entry->day_told |= told;
    if (told) entry->not_before = false;
    entry->mentions.push_back(ref_of(a, report, m));
  }

  // An act happens once: reports that do not name its day tell of the last one before them whose day another report names.
  static void join_retellings(std::vector<StanceEntry>& history) {
    std::vector<StanceEntry> kept;
    for (StanceEntry& e : history) {
      const auto told = std::find_if(kept.rbegin(), kept.rend(), [&](const StanceEntry& k) { return k.day_told && k.stance == e.stance && k.strength == e.strength; });
      if (e.strength != Strength::acted || e.day_told || told == kept.rend()) {
        kept.push_back(std::move(e));
        continue;
      }
      told->mentions.insert(told->mentions.end(), e.mentions.begin(), e.mentions.end());
    }
    for (StanceEntry& e : kept) std::stable_sort(e.mentions.begin(), e.mentions.end(), [](const FactRef& a, const FactRef& b) { return a.report < b.report; });
    history = std::move(kept);
  }

  // What was done goes before what was said, the later word before the earlier, both before what is implied.
  void settle(Position& p) const {
    std::stable_sort(p.history.begin(), p.history.end(), [](const StanceEntry& a, const StanceEntry& b) { return a.day < b.day; });
    join_retellings(p.history);
    for (StanceEntry& e : p.history) {
      e.origins = count_newsrooms(origins_, reports_of(e));
    }
    const auto weight = [](const StanceEntry& e) {
      switch (e.stance) {
        case Stance::supports: case Stance::opposes: case Stance::conditions: return e.strength == Strength::acted && e.relation != "blocked" ? 5 : 4;  // what is blocked can be unblocked
        case Stance::obstacle_implied: return 3;
        case Stance::asked: return 2;
        case Stance::not_yet: return 1;
        case Stance::unknown: break;
      }
      return 0;
    };
    for (std::size_t i = 0; i < p.history.size(); ++i) {
      const StanceEntry& e = p.history[i];
      if (p.current < 0) {
        p.current = static_cast<int>(i);
        continue;
      }
      const StanceEntry& best = p.history[static_cast<std::size_t>(p.current)];
      if (weight(e) != weight(best)) {
        if (weight(e) > weight(best)) p.current = static_cast<int>(i);
        continue;
      }
      // The same act told for several days happened on one: the day that is named, then that of most origins, then the earliest.
      const bool same_act = weight(e) == 5 && e.stance == best.stance;
      if (same_act ? std::tuple(e.day_told, e.origins) > std::tuple(best.day_told, best.origins) : true) p.current = static_cast<int>(i);
    }
    if (p.current < 0) return;
    p.stance = p.history[static_cast<std::size_t>(p.current)].stance;
    p.strength = p.history[static_cast<std::size_t>(p.current)].strength;
  }
};

}  // namespace

std::vector<std::uint32_t> reports_of(const StanceEntry& entry) {
  std::set<std::uint32_t> out;
  for (const FactRef& ref : entry.mentions) out.insert(ref.report);
  return {out.begin(), out.end()};
}

const StanceEntry* current_of(const Position& position) { return position.current < 0 ? nullptr : &position.history[static_cast<std::size_t>(position.current)]; }

Date day_of_report(const Analysis& analysis, std::span<const DateBound> bounds, std::uint32_t report) {
  const Date& published = analysis.report.published.value;
  return published.year != 0 || report >= bounds.size() ? published : bounds[report].not_before;
}

std::vector<Position> find_positions(std::span<const Analysis> analyses, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Matter& matter, const std::vector<Seat>& seats, const Date& today, const Knowledge& knowledge) {
  return Finder(analyses, stories, origins, bounds, matter, seats, today, knowledge).run();
}

}  // namespace attache

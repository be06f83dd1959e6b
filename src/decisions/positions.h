// Stage "decisions", first half: where each member stands on a question, by what the reports say of it.
//
// Method: facts that tell a stand (who ratified, approved, supports, blocks, refuses, sets conditions, was asked, does not recognise the
// candidate) count where their object is the matter (matter.h) and who acts binds the member (who_acts.h): an act of the whole parliament
// or of the state is its act, a chamber's counts only as its ratification, a committee's not at all. What was done goes before what was
// said, the later word before the earlier, both before what is only implied. Who is not spoken of is not heard: nothing is inferred.
// Cost: n log n in fact mentions and names.
#pragma once

#include <span>
#include <vector>

#include "bodies/chamber.h"
#include "decisions/matter.h"
#include "decisions/stance.h"
#include "decisions/who_acts.h"
#include "facts/merge.h"
#include "stories/dating.h"

namespace attache {

// One stand on one day, with every report that tells it.
struct StanceEntry {
  Stance stance = Stance::unknown;
  Strength strength = Strength::none;
  std::string relation;            // of data/relations.tsv that tells it
  Date day;                        // of the act where a report names it, else of the report; year 0 = not known
  bool day_told = false;           // a report names the day
  bool not_before = false;         // its report has no date: `day` is the earliest it can be
  std::vector<FactRef> mentions;
  std::uint32_t origins = 0;
};

struct Position {
  Stance stance = Stance::unknown;
  Strength strength = Strength::none;
  std::vector<StanceEntry> history;  // earliest first, days not known before all
  int current = -1;                  // index into history; -1 = not heard
};

[[nodiscard]] std::vector<std::uint32_t> reports_of(const StanceEntry& entry);  // distinct, ascending
[[nodiscard]] const StanceEntry* current_of(const Position& position);           // null: not heard

// One a seat, as things stood on `today`: what was done until then counts, told by later reports too where they name the day of the act;
// what was said counts by the day of its report (of one without a date: the day it cannot be before).
[[nodiscard]] std::vector<Position> find_positions(std::span<const Analysis> analyses, const Stories& stories, const Origins& origins, std::span<const DateBound> bounds, const Matter& matter, const std::vector<Seat>& seats, const Date& today, const Knowledge& knowledge);

// The day of a report: of its publication, else the earliest it can be from; year 0 = not known.
[[nodiscard]] Date day_of_report(const Analysis& analysis, std::span<const DateBound> bounds, std::uint32_t report);

}  // namespace attache

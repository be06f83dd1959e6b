// Stage "decisions": where a pending decision stands on a day: the rule, each member's position, what still blocks it.
//
// A vote is what a member did, as reports tell it or as the user's file does; what it said is no vote. So the first outlook knows acts
// alone; the second asks what follows if all members do as they said. Cost: positions, then the outlook of the rule (voting/outlook.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bodies/chamber.h"
#include "bodies/question.h"
#include "decisions/positions.h"
#include "voting/outlook.h"

namespace attache {

// A member whose position was another one on the day that the reader asks from.
struct PositionChange {
  std::size_t seat = 0;
  Stance before = Stance::unknown;
  Strength strength_before = Strength::none;
};

struct Decision {
  std::string id;
  Question question;
  Chamber chamber;                               // rule and members; its day is that of the members
  Date day;                                      // as of which it is told
  std::vector<Position> positions;               // one a seat
  std::vector<std::optional<Vote>> votes;        // one a seat: of the file, else of what was done; nullopt = open
  std::vector<std::optional<KnownVote>> known;   // one a seat: the vote of the file that counts
  Outlook outlook;
  std::vector<std::size_t> turning;              // where it is settled: members whose other vote alone would open it again
  std::vector<FactRef> rule_told;                // where reports tell how the body decides
  std::optional<Verdict> as_said;                // if everybody does what it said; nullopt where nobody has said more than it did
  std::optional<Result<double>> chance;          // nullopt: the user has given none, or not for every open member
  Date since;                                    // year 0 = not asked for
  std::vector<PositionChange> changes;           // since that day
  std::uint32_t reports = 0, later_reports = 0;  // until that day; of a later day, which count for the acts they date
};

struct DecisionDays {
  Date as_of;  // year 0: that of the question, else the day of the latest report, else kTablesDay
  Date since;  // year 0: changes are not looked for
};

// A question with the body it names, read from its file.
struct PendingQuestion {
  Question question;
  Body body;
  DecisionDays days;
  std::string source;  // the file, for errors
};

// What the reports give; may be empty.
struct ReportedFacts {
  std::span<const Analysis> analyses;
  const Stories& stories;
  const Origins& origins;
  std::span<const DateBound> bounds;
};

// Errors: those of chamber_of; wrong_usage (the day to compare with is the later one); invalid_question (a member of a vote or chance that
// names nobody or several, two chances for one member).
[[nodiscard]] Result<Decision> decide(const PendingQuestion& pending, const ReportedFacts& reported, const Knowledge& knowledge);

}  // namespace attache

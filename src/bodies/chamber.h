// A body with its members and a rule on a day, ready to count.
#pragma once

#include <string>
#include <vector>

#include "bodies/seating.h"

namespace attache {

struct Chamber {
  Body body;
  BodyRule rule;
  Date day;
  std::vector<Seat> seats;
  Game game;
};

// rule: an id; empty = the first one in force. day: year 0 = kTablesDay. Errors: wrong_usage (no such rule, nobody sits on
// that day), those of game_of.
[[nodiscard]] Result<Chamber> chamber_of(Body body, const std::string& rule, Date day, const Knowledge& knowledge);

// "United Nations Security Council, 1 May 2024: Decision on a matter of substance", the rule's words, its source.
[[nodiscard]] std::string heading_of(const Chamber& chamber);

}  // namespace attache

// Which body, rule and day a command line or a question file means.
#pragma once

#include <string>
#include <vector>

#include "bodies/seating.h"

namespace attache {

// A body with its members and a rule on a day, ready to count.
struct Chamber {
  Body body;
  BodyRule rule;
  Date day;
  std::vector<Seat> seats;
  Game game;
};

// `name`: id, name or alias of a body that comes with the program, or a file (it ends with ".toml"), looked for beside
// `beside` when that is not empty. Errors: wrong_usage (no such body, with those there are), those of read_file and read_body.
[[nodiscard]] Result<Body> load_body(const std::string& name, const std::string& beside = {});

// rule: an id; empty = the first one in force. day: year 0 = kTablesDay. Errors: wrong_usage (no such rule, nobody sits on
// that day), those of game_of.
[[nodiscard]] Result<Chamber> chamber_of(Body body, const std::string& rule, Date day, const Knowledge& knowledge);

// "United Nations Security Council, 1 May 2024: Decision on a matter of substance", the rule's words, its source.
[[nodiscard]] std::string heading_of(const Chamber& chamber);

}  // namespace attache

// Who sits in a body on a day, and its rule as a game of those members.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bodies/body.h"
#include "tables/knowledge.h"

namespace attache {

// The day the tables of members and rules were last gone over: what a command means that is given no day.
inline constexpr Date kTablesDay{2026, 11, 1};

struct Seat {
  std::string key;                  // country code, or the name of a member that is no state
  bool is_state = false;
  std::string name;                 // for readers
  std::vector<std::string> groups;
  std::string source;               // where the membership can be checked
};

// By name. Empty when the body has no members on that day.
[[nodiscard]] std::vector<Seat> seats_on(const Body& body, const Knowledge& knowledge, const Date& day);

// The seat that a name, alias or code means; -1 when none or several.
[[nodiscard]] int find_seat(const std::vector<Seat>& seats, const Knowledge& knowledge, std::string_view name);

// The weights of that name in force on the day; of several those that began last. null when there are none.
[[nodiscard]] const BodyWeight* weight_on(const Body& body, std::string_view name, const Date& day);

// The rule for these members. A quorum ("present") is no part of the game: who stays away is not known before.
// Errors: invalid_body (a member sits twice, nobody sits in a group or has a weight that the rule asks for, a key of the file names
// nobody), too_large (more than kMostSeats members).
inline constexpr std::size_t kMostSeats = 1000;  // five times the United Nations; larger parliaments sit by party
[[nodiscard]] Result<Game> game_of(const Body& body, const BodyRule& rule, const std::vector<Seat>& seats, const Knowledge& knowledge, const Date& day);

}  // namespace attache

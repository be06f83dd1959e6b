// Numbers with what is counted and how sure the text is: "some 3,000 Kurds", "up to 2.5 million", "four member states".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "language/segment.h"
#include "language/times.h"

namespace attache {

struct Quantity {
  Span span;  // hedge, number and unit
  Span number;
  std::uint32_t sentence = 0;
  double value = 0;
  double most = 0;    // end of a range ("20 to 30"); otherwise equal to value
  std::string hedge;  // "some", "nearly", "up to", "between", "another"; empty = exact as stated
  std::string unit;   // the counted noun phrase as written, "%" or a currency; empty = none found
};

// Numbers inside a time expression, ages, clock times, ordinals and numbers that are names ("Resolution 1701", "Room 12")
// are no quantities.
[[nodiscard]] std::vector<Quantity> find_quantities(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const std::vector<TimeExpression>& times);

}  // namespace attache

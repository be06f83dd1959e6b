// Who stands on a side of a fact, over all reports.
#pragma once

#include <span>
#include <string>

#include "facts/merge.h"

namespace attache {

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;

class Sides {
 public:
  Sides(std::span<const Analysis> analyses, const Actors& actors, const Knowledge& knowledge);

  // The actor, else the words. `value`: the words of a number, left out of a description ("27 civilians" -> "civilians").
  // `official`: who holds a high office, a government or forces stand for their state; `as_told`: under their own names.
  [[nodiscard]] FactSide of(std::uint32_t report, const Participant& p, Span value, bool official, bool as_told) const;

  // Equal for equal sides; empty for none.
  [[nodiscard]] static std::string key(const FactSide& side);

 private:
  std::span<const Analysis> analyses_;
  const Actors& actors_;
  const Knowledge& knowledge_;
  std::vector<std::pair<std::string, std::uint32_t>> states_;  // ISO 3166 alpha-3 -> actor, sorted

  [[nodiscard]] std::uint32_t state(const std::string& country) const;
  [[nodiscard]] std::uint32_t organisation_in(std::uint32_t report, Span words) const;
  [[nodiscard]] bool speaks_for_state(const Actor& actor) const;
};

}  // namespace attache

// What the clause or the report is about at a token: whom a noun or a pronoun can mean.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/coreference/discourse.h"

namespace attache {

inline constexpr std::uint32_t kReach = 4;       // sentences a pronoun looks back
inline constexpr std::uint32_t kNounReach = 12;  // sentences a noun looks back
// Weights chosen on gum-train; what other values did stands in docs/rejected.md.
inline constexpr int kNounMargin = 1;            // how far the best candidate must stand before the second

[[nodiscard]] std::uint32_t body_before(const Discourse& d, const std::string& noun, std::uint32_t of, std::uint32_t not_this, std::uint32_t i);

[[nodiscard]] bool belongs_to(const Discourse& d, std::uint32_t body, std::uint32_t state);

// The state spoken of before token `i`, other than `not_this` and than the subject of the clause around `i`: what a clause
// says of "the country" is said by somebody else. A capital that stands for a government is no country.
[[nodiscard]] std::uint32_t state_before(const Discourse& d, std::uint32_t not_this, std::uint32_t i);

// What the clause around `i` names before its verb, "Serbia" and "Russia" of "Russia's longtime ally Serbia saw ...", but
// not the owner of a subject ("Kenya's parliament").
[[nodiscard]] std::vector<std::uint32_t> subjects_around(const Discourse& d, std::uint32_t i);

[[nodiscard]] std::uint32_t clause_begin(const Discourse& d, std::uint32_t i);

// The one state of this sentence so far and the two before it; else that of the body named last in this sentence.
[[nodiscard]] std::uint32_t state_in_focus(const Discourse& d);

// The one state whose offices the report gives a person.
[[nodiscard]] std::uint32_t state_of(const Discourse& d, std::uint32_t person);

// A name of two words and more that nothing shows to be a person's may be one all the same.
[[nodiscard]] bool may_be_person(const Entity& e);

[[nodiscard]] bool is_body(const Entity& e);

}  // namespace attache

// Fingerprints of a report's body: word 4-gram hashes, and the numbers it states.
//
// A sketch keeps the 4-grams whose hash ends in zeros (modulo sampling, Broder 1997; FracMinHash, Irber et al. 2022), so
// that containment can be estimated both ways, which MinHash on Jaccard cannot do for a short text inside a long one.
// 4-grams: measured best of 3, 4, 5 on the Reuters pairs of bench/lineage.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "ingest/report.h"

namespace attache {

struct Fingerprint {
  std::vector<std::uint64_t> shingles;  // sorted, unique
  std::vector<std::uint64_t> numbers;   // hashes of number values, sorted, with repetitions
  std::uint32_t words = 0;
};

// Body blocks only: a shared caption, credit or link makes no copy.
[[nodiscard]] Fingerprint make_fingerprint(const Report& report);

// The sampled 4-grams of a report. A 4-gram has a level by the zeros at the end of its hash; a long text keeps those of level
// 3 and more (one in eight), shorter ones more, a text of 96 4-grams all of them. What two sketches share at the higher one of
// their levels tells how much the texts share, both ways.
struct Sketch {
  static constexpr std::size_t kLevels = 4;
  std::vector<std::uint32_t> kept;                // upper halves of the hashes, sorted, unique
  std::array<std::uint16_t, kLevels> at_level{};  // how many of them are of this level and more; 0 below the own level
  std::uint32_t total = 0;                        // distinct 4-grams of the report
  std::uint8_t level = 0;
};

[[nodiscard]] Sketch make_sketch(const Fingerprint& fingerprint);

// From which level on a text of so many distinct 4-grams is sampled, so that 48 to 96 are kept up to 768 (half as many cost
// .03 of the five-fold F1 on the Reuters leads); the level of a kept hash.
[[nodiscard]] std::uint8_t sample_level(std::size_t shingles);
[[nodiscard]] inline std::uint8_t level_of(std::uint32_t hash) { return static_cast<std::uint8_t>(std::min<int>(std::countr_zero(hash), Sketch::kLevels - 1)); }

// What two reports share. Containment is the share of the smaller one's 4-grams found in the other.
struct Overlap {
  std::uint32_t shared = 0;
  double containment = 0;
  double jaccard = 0;
  double a_in_b = 0;
  double b_in_a = 0;
  double numbers = 1;  // share of the smaller report's numbers that the other states too; 1 when it states none
};
[[nodiscard]] Overlap compare(const Fingerprint& a, const Fingerprint& b);

}  // namespace attache

// Fingerprints of a report's body: word 4-gram hashes, and the numbers it states.
//
// A sketch keeps the 4-grams whose hash lies below a bound (FracMinHash: Irber et al. 2022; "modulo sampling", Broder
// 1997), so that containment can be estimated both ways, which MinHash on Jaccard cannot do for a short text inside a
// long one. 4-grams: measured best of 3, 4, 5 on the Reuters pairs of bench/lineage. Size: at most 1 kB a report.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
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

struct Sketch {
  std::vector<std::uint32_t> kept;  // upper halves of the kept hashes, sorted, unique
  std::uint32_t bound = 0;          // hashes up to here are kept
  std::uint32_t total = 0;          // distinct 4-grams of the report
};

[[nodiscard]] Sketch make_sketch(const Fingerprint& fingerprint, std::size_t most = 240);

// The last four words, one after the other.
class GramWindow {
 public:
  // True once four words have been seen; gram() is that of the last four.
  bool add(std::uint64_t word);
  [[nodiscard]] std::uint64_t gram() const;

 private:
  static constexpr std::size_t kGram = 4;
  std::array<std::uint64_t, kGram> words_{};
  std::size_t seen_ = 0;
};

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

// The folded words of a text, in order: letters and digits, inner apostrophes kept, numbers without thousands commas.
void for_each_word(std::string_view text, const std::function<void(std::string_view folded, bool number)>& word);

}  // namespace attache

// Which earlier reports may be copies of a new one: an inverted index over sketches that takes reports one by one.
//
// Method: an open-addressed table from 4-gram to the reports whose sketch keeps it, which for most 4-grams is one; containment
// is estimated from the 4-grams two sketches share at the higher of their levels. The sketches themselves are not kept.
// Cost: at most kPostings entries a 4-gram, so n reports cost O(n) look-ups of bounded size; about 1 kB a report,
// measured by bench/lineage_speed (docs/stages/lineage.md).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "lineage/fingerprint.h"

namespace attache {

struct Candidate {
  std::uint32_t report = 0;
  double containment = 0;  // estimated from the sketches
};

class SketchIndex {
 public:
  static constexpr std::int32_t kNoDay = INT32_MIN;

  SketchIndex();

  // Candidates among the reports added so far, best first, at most `most`, with an estimate of at least `least`.
  [[nodiscard]] std::vector<Candidate> find(const Sketch& sketch, double least, std::size_t most);
  // `day` as days_of; kNoDay where nobody knows it.
  void add(std::uint32_t report, const Sketch& sketch, std::int32_t day = kNoDay);

  // Reports whose sketch keeps this 4-gram (the first 64), and on how many days they came out; 0 = none, as for every
  // 4-gram below `level`. What copies share is held on one day or two, what a form says on many.
  struct Holders {
    std::size_t reports = 0, days = 0;
  };
  [[nodiscard]] Holders holders(std::uint64_t gram, std::uint8_t level) const;

  [[nodiscard]] std::size_t bytes() const;  // resident

 private:
  static constexpr std::size_t kPostings = 64;  // later holders of a 4-gram are reached through the first ones
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
  static constexpr std::uint32_t kListed = 0x80000000;  // the value is a list, not a slot

  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t value = kEmpty;
  };
  struct List {
    std::uint32_t first = 0;  // node
    std::uint32_t size = 0;
  };
  struct Node {
    std::uint32_t slot = 0, next = 0;
  };
  struct Hits {
    std::uint16_t all = 0, rare = 0;  // rare: held by fewer reports than a list has room for
  };
  struct Slot {
    std::uint32_t report = 0;
    std::int32_t day = kNoDay;
    std::array<std::uint16_t, Sketch::kLevels> at_level{};
    std::uint8_t level = 0;
  };

  std::vector<Entry> table_;
  std::size_t used_ = 0;
  std::vector<List> lists_;
  std::vector<Node> nodes_;
  std::vector<Slot> slots_;
  std::vector<Hits> hits_;              // scratch of find: shared 4-grams a slot, 0 between calls
  std::vector<std::uint32_t> touched_;  // slots with hits

  [[nodiscard]] std::size_t place(std::uint32_t hash) const;
  void grow();
  template <class Each>
  void for_each_holder(std::uint32_t value, Each each) const;
};

}  // namespace attache

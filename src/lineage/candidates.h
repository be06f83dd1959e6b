// Which earlier reports may be copies of a new one: an inverted index over sketches that takes reports one by one.
//
// Method: an open-addressed table from 4-gram to the reports whose sketch keeps it, which for most 4-grams is one; containment
// is estimated from the 4-grams two sketches share at the higher of their levels. The sketches themselves are not kept.
// Cost: at most 64 entries a 4-gram, so n reports cost O(n) look-ups of bounded size; some 700 bytes a
// report, measured by bench/lineage_speed (docs/stages/lineage.md).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "lineage/fingerprint.h"
#include "lineage/gram_table.h"
#include "lineage/holders.h"

namespace attache {

struct Candidate {
  std::uint32_t report = 0;
  double containment = 0;  // estimated from the sketches
};

class SketchIndex {
 public:
  static constexpr std::int32_t kNoDay = INT32_MIN;

  // Candidates among the reports added so far, best first, at most `most`, with an estimate of at least `least`.
  [[nodiscard]] std::vector<Candidate> find(const Sketch& sketch, double least, std::size_t most);
  // `day` as days_of; kNoDay where nobody knows it.
  // At most 2^31 - 1 reports are kept; when there is no room for further lists, a 4-gram keeps the holders it has.
  void add(std::uint32_t report, const Sketch& sketch, std::int32_t day = kNoDay);
  // The same as find() and then add(), for one look at each 4-gram; candidates of days before `first_day` are left out.
  [[nodiscard]] std::vector<Candidate> find_and_add(std::uint32_t report, const Sketch& sketch, std::int32_t day, double least, std::size_t most, std::int32_t first_day = kNoDay);

  // Forgets the reports of earlier days, not those of no day, and gives their memory back; returns the bytes that the old and
  // the new index took together. Reports that came after the first 64 holders of a 4-gram are not known as its holders
  // afterwards either; where two and more of those 64 are left, the 4-gram still counts as one that many hold.
  std::size_t forget_before(std::int32_t day);
  [[nodiscard]] std::size_t reports() const { return slots_.size(); }
  [[nodiscard]] std::size_t reports_before(std::int32_t day) const;

  // Reports whose sketch keeps this 4-gram (the first 64), and on how many days they came out; 0 = none, as for every
  // 4-gram below `level`. What copies share is held on one day or two, what a form says on many.
  struct Holders {
    std::size_t reports = 0, days = 0;
  };
  [[nodiscard]] Holders holders(std::uint64_t gram, std::uint8_t level) const;

  void prefetch(std::uint64_t gram, std::uint8_t level) const;  // for holders()

  [[nodiscard]] std::size_t bytes() const;  // resident

 private:
  static constexpr std::uint32_t kListed = 0x80000000;  // the value is a list, not a slot
  static constexpr std::uint16_t kMore = 0x8000;        // in the note of a list, beside its days: others hold the 4-gram, too

  struct Hits {
    std::uint16_t all = 0, rare = 0;  // rare: held by fewer reports than a list has room for
  };
  struct Slot {
    std::uint32_t report = 0;
    std::int32_t day = kNoDay;
    std::array<std::uint16_t, Sketch::kLevels> at_level{};
    std::uint8_t level = 0;
  };

  GramTable table_;    // from 4-gram to a slot or a list
  HolderLists lists_;  // later holders of a 4-gram are reached through the first ones
  std::vector<Slot> slots_;
  std::vector<Hits> hits_;              // scratch of find: shared 4-grams a slot, 0 between calls
  std::vector<std::uint32_t> touched_;  // slots with hits
  std::int32_t latest_ = kNoDay;        // of the days added so far
  std::int32_t backward_ = 0;           // days, at most, that a report came after one of a later day

  using LevelCounts = std::array<std::size_t, Sketch::kLevels>;  // own 4-grams whose holders are all known, by level
  void hit(std::uint32_t hash, std::uint32_t value, LevelCounts& rare);
  void enter(std::uint32_t& value, std::uint32_t slot, std::int32_t day);
  [[nodiscard]] std::vector<Candidate> take_candidates(const Sketch& sketch, const LevelCounts& rare, double least, std::size_t most, std::int32_t first_day);
  void note_day(std::int32_t day);
  void append(std::uint32_t report, const Sketch& sketch, std::int32_t day);
  [[nodiscard]] bool has_day(std::span<const std::uint32_t> slots, std::int32_t day) const;
  [[nodiscard]] std::span<const std::uint32_t> holders_of(const std::uint32_t& value) const;  // refers to the value
};

}  // namespace attache

// Which earlier reports may be copies of a new one: an inverted index over sketches that takes reports one by one.
// Cost: at most kPostings entries a sketch hash, so n reports cost O(n) look-ups of bounded size.
#pragma once

#include <cstdint>
#include <unordered_map>
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

  // Candidates among the reports added so far, best first, at most `most`, with an estimate of at least `least`.
  [[nodiscard]] std::vector<Candidate> find(const Sketch& sketch, double least, std::size_t most);
  // `day` as days_of; kNoDay where nobody knows it.
  void add(std::uint32_t report, Sketch sketch, std::int32_t day = kNoDay);

  // Reports whose sketch keeps this 4-gram (the first 64), and on how many days they came out; 0 = none, as for every
  // 4-gram that no sketch keeps. What copies share is held on one day or two, what a form says on many.
  struct Holders {
    std::size_t reports = 0, days = 0;
  };
  [[nodiscard]] Holders holders(std::uint64_t gram) const;

 private:
  static constexpr std::size_t kPostings = 64;  // later holders of a 4-gram are reached through the first ones
  std::vector<Sketch> sketches_;
  std::vector<std::uint32_t> reports_;
  std::vector<std::int32_t> days_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> postings_;
  std::vector<std::uint32_t> hits_;     // scratch of find: shared 4-grams a slot, 0 between calls
  std::vector<std::uint32_t> touched_;  // slots with hits
};

}  // namespace attache

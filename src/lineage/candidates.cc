#include "lineage/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/lean_vector.h"

namespace attache {
namespace {

constexpr std::size_t kLeastRare = 8;  // 4-grams: fewer are chance

// A place in a table of any size; the low bits of a kept hash are zeros, so it is mixed first (Fibonacci hashing, Knuth 6.4).
std::size_t spread(std::uint32_t hash, std::size_t size) { return static_cast<std::size_t>((((std::uint64_t{hash} * 0x9E3779B97F4A7C15ULL) >> 32) * size) >> 32); }

}  // namespace

SketchIndex::SketchIndex() : table_(1024) {}

// Where the hash stands, or the free place where it would.
std::size_t SketchIndex::place(std::uint32_t hash) const {
  std::size_t at = spread(hash, table_.size());
  while (table_[at].value != kEmpty && table_[at].hash != hash) at = at + 1 == table_.size() ? 0 : at + 1;
  return at;
}

// Small tables double; large ones grow by a fifth, because what they leave free is counted for every report.
void SketchIndex::grow() {
  constexpr std::size_t kLarge = std::size_t{1} << 20;
  std::vector<Entry> old(table_.size() < kLarge ? 2 * table_.size() : table_.size() + table_.size() / 5);
  old.swap(table_);
  for (const Entry& entry : old) {
    if (entry.value != kEmpty) table_[place(entry.hash)] = entry;
  }
}

std::span<const std::uint32_t> SketchIndex::holders_of(const Entry& entry) const {
  if (entry.value == kEmpty) return {};
  return entry.value & kListed ? lists_[entry.value & ~kListed] : std::span(&entry.value, 1);
}

// The table is far larger than the caches: all places of a sketch are asked for before the first is needed.
void SketchIndex::prefetch(const Sketch& sketch) const {
  for (std::uint32_t hash : sketch.kept) __builtin_prefetch(&table_[spread(hash, table_.size())]);
}

std::vector<Candidate> SketchIndex::find(const Sketch& sketch, double least, std::size_t most) {
  prefetch(sketch);
  touched_.clear();
  std::array<std::size_t, Sketch::kLevels> rare{};  // own 4-grams whose holders are all known, by level
  for (std::uint32_t hash : sketch.kept) {
    const Entry& entry = table_[place(hash)];
    const std::span<const std::uint32_t> holders = holders_of(entry);
    const bool full = holders.size() == HolderLists::kMost;
    if (!full) {
      for (std::size_t level = 0; level <= level_of(hash); ++level) ++rare[level];
    }
    for (std::uint32_t slot : holders) {
      Hits& hits = hits_[slot];
      if (hits.all == 0) touched_.push_back(slot);
      if (hits.all == 0xFFFF) continue;  // a book and its copy: sure enough
      ++hits.all;
      hits.rare = static_cast<std::uint16_t>(hits.rare + !full);
    }
  }
  std::vector<Candidate> candidates;
  for (std::uint32_t slot : touched_) {
    const Hits hits = std::exchange(hits_[slot], Hits{});
    const Slot& other = slots_[slot];
    const std::size_t level = std::max(sketch.level, other.level);
    const std::size_t smaller = std::min(sketch.at_level[level], other.at_level[level]);
    if (hits.all < 2 && smaller > 4) continue;  // one shared 4-gram of many is chance
    const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0.0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole)); };
    // a later holder of what many reports hold is not in their lists: there the rest speaks
    const double containment = std::max(share(hits.all, smaller), hits.rare >= 2 && rare[level] >= kLeastRare ? share(hits.rare, rare[level]) : 0.0);
    if (containment >= least) candidates.push_back({other.report, containment});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.containment != b.containment ? a.containment > b.containment : a.report < b.report; });
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

SketchIndex::Holders SketchIndex::holders(std::uint64_t gram, std::uint8_t level) const {
  const auto hash = static_cast<std::uint32_t>(gram >> 32);
  if (level_of(hash) < level) return {};
  const Entry& entry = table_[place(hash)];
  if (entry.value == kEmpty) return {};
  if (entry.value & kListed) return {lists_[entry.value & ~kListed].size(), lists_.note(entry.value & ~kListed)};
  return {1, slots_[entry.value].day == kNoDay ? 0u : 1u};
}

// Whether a report of this day is among the slots.
bool SketchIndex::has_day(std::span<const std::uint32_t> slots, std::int32_t day) const {
  const std::int32_t last = slots_[slots.back()].day;
  if (last == day) return true;
  if (in_order_ && last != kNoDay) return false;
  return std::any_of(slots.begin(), slots.end(), [&](std::uint32_t slot) { return slots_[slot].day == day; });
}

void SketchIndex::add(std::uint32_t report, const Sketch& sketch, std::int32_t day) {
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  if (day != kNoDay) {
    in_order_ &= day >= latest_;
    latest_ = std::max(latest_, day);
  }
  for (std::uint32_t hash : sketch.kept) {
    if ((used_ + 1) * 5 > table_.size() * 4) grow();  // four fifths full at most
    Entry& entry = table_[place(hash)];
    if (entry.value == kEmpty) {
      entry = {hash, slot};
      ++used_;
      continue;
    }
    if (!(entry.value & kListed)) {  // the second holder
      const std::int32_t first = slots_[entry.value].day;
      entry.value = lists_.make(entry.value, slot, static_cast<std::uint16_t>((first != kNoDay) + (day != kNoDay && day != first))) | kListed;
      continue;
    }
    const std::uint32_t list = entry.value & ~kListed;
    if (!lists_.full(list)) lists_.add(list, slot, day != kNoDay && !has_day(lists_[list], day));
  }
  make_room(hits_, 1);
  hits_.emplace_back();
  make_room(slots_, 1);
  slots_.push_back({report, day, sketch.at_level, sketch.level});
}

std::size_t SketchIndex::bytes() const { return resident_bytes(table_) + lists_.bytes() + resident_bytes(slots_) + resident_bytes(hits_) + resident_bytes(touched_); }

}  // namespace attache

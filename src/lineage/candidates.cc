#include "lineage/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/lean_vector.h"

namespace attache {
namespace {

constexpr std::size_t kLeastRare = 8;  // 4-grams: fewer are chance

}  // namespace

std::span<const std::uint32_t> SketchIndex::holders_of(const std::uint32_t& value) const {
  if (value == GramTable::kNone) return {};
  return value & kListed ? lists_[value & ~kListed] : std::span(&value, 1);
}

// Counts a hit for each holder of one of the sketch's own 4-grams.
void SketchIndex::hit(std::uint32_t hash, std::uint32_t value, LevelCounts& rare) {
  const std::span<const std::uint32_t> holders = holders_of(value);
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

// Makes the slot a holder of the 4-gram that the value is of.
void SketchIndex::enter(std::uint32_t& value, std::uint32_t slot, std::int32_t day) {
  if (value == GramTable::kNone) {
    value = slot;
    return;
  }
  if (!(value & kListed)) {  // the second holder
    const std::int32_t first = slots_[value].day;
    value = lists_.make(value, slot, static_cast<std::uint16_t>((first != kNoDay) + (day != kNoDay && day != first))) | kListed;
    return;
  }
  const std::uint32_t list = value & ~kListed;
  if (!lists_.full(list)) lists_.add(list, slot, day != kNoDay && !has_day(lists_[list], day));
}

// Of the slots that were hit; leaves none.
std::vector<Candidate> SketchIndex::take_candidates(const Sketch& sketch, const LevelCounts& rare, double least, std::size_t most) {
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
  touched_.clear();
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.containment != b.containment ? a.containment > b.containment : a.report < b.report; });
  if (candidates.size() > most) candidates.resize(most);
  return candidates;
}

std::vector<Candidate> SketchIndex::find(const Sketch& sketch, double least, std::size_t most) {
  LevelCounts rare{};
  for (std::uint32_t hash : sketch.kept) hit(hash, table_.find(hash), rare);
  return take_candidates(sketch, rare, least, most);
}

std::vector<Candidate> SketchIndex::find_and_add(std::uint32_t report, const Sketch& sketch, std::int32_t day, double least, std::size_t most) {
  for (std::uint32_t hash : sketch.kept) table_.prefetch(hash);  // the table is far larger than the caches
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  note_day(day);
  LevelCounts rare{};
  for (std::uint32_t hash : sketch.kept) {
    std::uint32_t& value = table_.at(hash);
    hit(hash, value, rare);
    enter(value, slot, day);
  }
  std::vector<Candidate> candidates = take_candidates(sketch, rare, least, most);
  append(report, sketch, day);
  return candidates;
}

void SketchIndex::add(std::uint32_t report, const Sketch& sketch, std::int32_t day) {
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  note_day(day);
  for (std::uint32_t hash : sketch.kept) enter(table_.at(hash), slot, day);
  append(report, sketch, day);
}

std::size_t SketchIndex::reports_before(std::int32_t day) const {
  return static_cast<std::size_t>(std::count_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.day != kNoDay && slot.day < day; }));
}

void SketchIndex::forget_before(std::int32_t day) {
  SketchIndex left;
  std::vector<std::uint32_t> place(slots_.size(), GramTable::kNone);  // of each slot among those left
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    const Slot& slot = slots_[s];
    if (slot.day != kNoDay && slot.day < day) continue;
    place[s] = static_cast<std::uint32_t>(left.slots_.size());
    left.note_day(slot.day);
    left.slots_.push_back(slot);
  }
  left.hits_.resize(left.slots_.size());
  table_.for_each([&](std::uint32_t hash, std::uint32_t value) {
    for (std::uint32_t slot : holders_of(value)) {
      if (place[slot] != GramTable::kNone) left.enter(left.table_.at(hash), place[slot], slots_[slot].day);
    }
  });
  *this = std::move(left);
}

void SketchIndex::note_day(std::int32_t day) {
  if (day == kNoDay) return;
  in_order_ &= day >= latest_;
  latest_ = std::max(latest_, day);
}

void SketchIndex::append(std::uint32_t report, const Sketch& sketch, std::int32_t day) {
  make_room(hits_, 1);
  hits_.emplace_back();
  make_room(slots_, 1);
  slots_.push_back({report, day, sketch.at_level, sketch.level});
}

SketchIndex::Holders SketchIndex::holders(std::uint64_t gram, std::uint8_t level) const {
  const auto hash = static_cast<std::uint32_t>(gram >> 32);
  if (level_of(hash) < level) return {};
  const std::uint32_t value = table_.find(hash);
  if (value == GramTable::kNone) return {};
  if (value & kListed) return {lists_[value & ~kListed].size(), lists_.note(value & ~kListed)};
  return {1, slots_[value].day == kNoDay ? 0u : 1u};
}

void SketchIndex::prefetch(std::uint64_t gram, std::uint8_t level) const {
  const auto hash = static_cast<std::uint32_t>(gram >> 32);
  if (level_of(hash) >= level) table_.prefetch(hash);
}

// Whether a report of this day is among the slots.
bool SketchIndex::has_day(std::span<const std::uint32_t> slots, std::int32_t day) const {
  const std::int32_t last = slots_[slots.back()].day;
  if (last == day) return true;
  if (in_order_ && last != kNoDay) return false;
  return std::any_of(slots.begin(), slots.end(), [&](std::uint32_t slot) { return slots_[slot].day == day; });
}

std::size_t SketchIndex::bytes() const { return table_.bytes() + lists_.bytes() + resident_bytes(slots_) + resident_bytes(hits_) + resident_bytes(touched_); }

}  // namespace attache

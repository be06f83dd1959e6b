#include "lineage/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/lean_vector.h"

namespace attache {
namespace {

constexpr std::size_t kLeastRare = 8;  // 4-grams: fewer are chance
constexpr std::size_t kMostReports = 0x7FFFFFFF;

}  // namespace

std::span<const std::uint32_t> SketchIndex::holders_of(const std::uint32_t& value) const {
  if (value == GramTable::kNone) return {};
  return value & kListed ? lists_[value & ~kListed] : std::span(&value, 1);
}

// Counts a hit for each holder of one of the sketch's own 4-grams.
void SketchIndex::hit(std::uint32_t hash, std::uint32_t value, LevelCounts& rare) {
  const std::span<const std::uint32_t> holders = holders_of(value);
  const bool full = holders.size() == HolderLists::kMost || (value != GramTable::kNone && (value & kListed) && (lists_.note(value & ~kListed) & kMore));
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
    if (!lists_.can_make()) return;
    const std::int32_t first = slots_[value].day;
    value = lists_.make(value, slot, static_cast<std::uint16_t>((first != kNoDay) + (day != kNoDay && day != first))) | kListed;
    return;
  }
  const std::uint32_t list = value & ~kListed;
  if (!lists_.full(list) && lists_.can_make()) lists_.add(list, slot, day != kNoDay && !has_day(lists_[list], day));
}

// Of the slots that were hit; leaves none.
std::vector<Candidate> SketchIndex::take_candidates(const Sketch& sketch, const LevelCounts& rare, double least, std::size_t most, std::int32_t first_day) {
  std::vector<Candidate> candidates;
  for (std::uint32_t slot : touched_) {
    const Hits hits = std::exchange(hits_[slot], Hits{});
    const Slot& other = slots_[slot];
    if (other.day < first_day && other.day != kNoDay) continue;
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
  return take_candidates(sketch, rare, least, most, kNoDay);
}

std::vector<Candidate> SketchIndex::find_and_add(std::uint32_t report, const Sketch& sketch, std::int32_t day, double least, std::size_t most, std::int32_t first_day) {
  if (slots_.size() == kMostReports) return find(sketch, least, most);
  for (std::uint32_t hash : sketch.kept) table_.prefetch(hash);  // the table is far larger than the caches
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  note_day(day);
  LevelCounts rare{};
  for (std::uint32_t hash : sketch.kept) {
    std::uint32_t& value = table_.at(hash);
    hit(hash, value, rare);
    enter(value, slot, day);
  }
  std::vector<Candidate> candidates = take_candidates(sketch, rare, least, most, first_day);
  append(report, sketch, day);
  return candidates;
}

void SketchIndex::add(std::uint32_t report, const Sketch& sketch, std::int32_t day) {
  if (slots_.size() == kMostReports) return;
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  note_day(day);
  for (std::uint32_t hash : sketch.kept) enter(table_.at(hash), slot, day);
  append(report, sketch, day);
}

std::size_t SketchIndex::reports_before(std::int32_t day) const {
  return static_cast<std::size_t>(std::count_if(slots_.begin(), slots_.end(), [&](const Slot& slot) { return slot.day != kNoDay && slot.day < day; }));
}

std::size_t SketchIndex::forget_before(std::int32_t day) {
  SketchIndex left;
  left.slots_.reserve(slots_.size() - reports_before(day));
  std::vector<std::uint32_t> place(slots_.size(), GramTable::kNone);  // of each slot among those left
  for (std::size_t s = 0; s < slots_.size(); ++s) {
    const Slot& slot = slots_[s];
    if (slot.day != kNoDay && slot.day < day) continue;
    place[s] = static_cast<std::uint32_t>(left.slots_.size());
    left.note_day(slot.day);
    left.slots_.push_back(slot);
  }
  left.hits_.resize(left.slots_.size());
  const auto stays = [&](std::uint32_t slot) { return place[slot] != GramTable::kNone; };
  std::array<std::size_t, GramTable::kParts> hashes{};
  table_.for_each([&](std::uint32_t hash, std::uint32_t value) {
    const std::span<const std::uint32_t> holders = holders_of(value);
    hashes[GramTable::part_of(hash)] += std::any_of(holders.begin(), holders.end(), stays);
  });
  left.table_.reserve(hashes);
  table_.for_each([&](std::uint32_t hash, std::uint32_t value) {
    const std::span<const std::uint32_t> holders = holders_of(value);
    if (std::none_of(holders.begin(), holders.end(), stays)) return;
    std::uint32_t& entry = left.table_.at(hash);
    for (std::uint32_t slot : holders) {
      if (stays(slot)) left.enter(entry, place[slot], slots_[slot].day);
    }
    const bool more = (value & kListed) && (lists_.full(value & ~kListed) || (lists_.note(value & ~kListed) & kMore));
    if (more && (entry & kListed)) left.lists_.mark(entry & ~kListed, kMore);
  });
  const std::size_t both = bytes() + left.bytes() + resident_bytes(place);
  *this = std::move(left);
  return both;
}

void SketchIndex::note_day(std::int32_t day) {
  if (day == kNoDay) return;
  if (latest_ != kNoDay) backward_ = std::max(backward_, latest_ - day);
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
  if (value & kListed) return {lists_[value & ~kListed].size(), lists_.note(value & ~kListed) & ~std::size_t{kMore}};
  return {1, slots_[value].day == kNoDay ? 0u : 1u};
}

void SketchIndex::prefetch(std::uint64_t gram, std::uint8_t level) const {
  const auto hash = static_cast<std::uint32_t>(gram >> 32);
  if (level_of(hash) >= level) table_.prefetch(hash);
}

// Whether a report of this day is among the slots.
bool SketchIndex::has_day(std::span<const std::uint32_t> slots, std::int32_t day) const {
  for (std::size_t i = slots.size(); i-- > 0;) {
    const std::int32_t other = slots_[slots[i]].day;
    if (other == day) return true;
    if (other != kNoDay && other < day - backward_) return false;  // and so are those before it
  }
  return false;
}

std::size_t SketchIndex::bytes() const { return table_.bytes() + lists_.bytes() + resident_bytes(slots_) + resident_bytes(hits_) + resident_bytes(touched_); }

}  // namespace attache

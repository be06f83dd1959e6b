#include "lineage/candidates.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attache {
namespace {

constexpr std::size_t kLeastRare = 8;  // 4-grams: fewer are chance

// Grows by a quarter: there are millions, and half of a doubled vector would lie idle.
template <class T>
void append(std::vector<T>& list, const T& value) {
  if (list.size() == list.capacity()) list.reserve(list.size() + list.size() / 4 + 16);
  list.push_back(value);
}

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

void SketchIndex::grow() {
  std::vector<Entry> old(table_.size() + table_.size() / 5);
  old.swap(table_);
  for (const Entry& entry : old) {
    if (entry.value != kEmpty) table_[place(entry.hash)] = entry;
  }
}

template <class Each>
void SketchIndex::for_each_holder(std::uint32_t value, Each each) const {
  if (value == kEmpty) return;
  if (!(value & kListed)) {
    each(value);
    return;
  }
  const List& list = lists_[value & ~kListed];
  for (std::uint32_t i = 0, node = list.first; i < list.size; ++i, node = nodes_[node].next) each(nodes_[node].slot);
}

std::vector<Candidate> SketchIndex::find(const Sketch& sketch, double least, std::size_t most) {
  touched_.clear();
  std::array<std::size_t, Sketch::kLevels> rare{};  // own 4-grams whose holders are all known, by level
  for (std::uint32_t hash : sketch.kept) {
    const std::uint32_t value = table_[place(hash)].value;
    const bool full = value != kEmpty && (value & kListed) && lists_[value & ~kListed].size == kPostings;
    if (!full) {
      for (std::size_t level = 0; level <= level_of(hash); ++level) ++rare[level];
    }
    for_each_holder(value, [&](std::uint32_t slot) {
      Hits& hits = hits_[slot];
      if (hits.all == 0) touched_.push_back(slot);
      if (hits.all == 0xFFFF) return;  // a book and its copy: sure enough
      ++hits.all;
      hits.rare = static_cast<std::uint16_t>(hits.rare + !full);
    });
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
  std::array<std::int32_t, kPostings> days{};
  std::size_t count = 0, reports = 0;
  for_each_holder(table_[place(hash)].value, [&](std::uint32_t slot) {
    ++reports;
    if (slots_[slot].day != kNoDay) days[count++] = slots_[slot].day;
  });
  std::sort(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count));
  const auto distinct = static_cast<std::size_t>(std::unique(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(count)) - days.begin());
  return {reports, distinct};
}

void SketchIndex::add(std::uint32_t report, const Sketch& sketch, std::int32_t day) {
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  for (std::uint32_t hash : sketch.kept) {
    if ((used_ + 1) * 5 > table_.size() * 4) grow();  // four fifths full at most
    Entry& entry = table_[place(hash)];
    if (entry.value == kEmpty) {
      entry = {hash, slot};
      ++used_;
      continue;
    }
    if (!(entry.value & kListed)) {  // the second holder
      append(nodes_, Node{entry.value, 0});
      entry.value = static_cast<std::uint32_t>(lists_.size()) | kListed;
      append(lists_, List{static_cast<std::uint32_t>(nodes_.size() - 1), 1});
    }
    List& list = lists_[entry.value & ~kListed];
    if (list.size == kPostings) continue;
    const Node node{slot, list.first};
    append(nodes_, node);
    list.first = static_cast<std::uint32_t>(nodes_.size() - 1);
    ++list.size;
  }
  append(hits_, Hits{});
  append(slots_, Slot{report, day, sketch.at_level, sketch.level});
}

std::size_t SketchIndex::bytes() const {
  const auto size = [](const auto& v) { return v.capacity() * sizeof(v[0]); };
  return size(table_) + size(lists_) + size(nodes_) + size(slots_) + size(hits_) + size(touched_);
}

}  // namespace attache

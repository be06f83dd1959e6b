// Lists of numbers that grow one by one, all in one array: who holds a 4-gram. Most hold two, so a list takes room for 2, 4, 8 ...
// up to 64; the room that a longer one leaves is used again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attache {

class HolderLists {
 public:
  static constexpr std::uint32_t kMost = 64;  // numbers in a list

  // Whether there are numbers left for another list: 2^31 - 1 lists, 2^32 holders with the room kept for them.
  [[nodiscard]] bool can_make() const { return lists_.size() < 0x7FFFFFFF && room_.size() < 0xFFFFFFFF - 2 * kMost; }
  // A new list of these two, with a note of the caller's; returns its number.
  std::uint32_t make(std::uint32_t first, std::uint32_t second, std::uint16_t note);
  // At the end of the list, which is not full; adds to its note.
  void add(std::uint32_t list, std::uint32_t holder, std::uint16_t to_note);
  void mark(std::uint32_t list, std::uint16_t bits) { lists_[list].note |= bits; }
  [[nodiscard]] bool full(std::uint32_t list) const { return lists_[list].size == kMost; }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t list) const { return std::span(room_).subspan(lists_[list].begin, lists_[list].size); }

  [[nodiscard]] std::uint16_t note(std::uint32_t list) const { return lists_[list].note; }

  [[nodiscard]] std::size_t bytes() const;  // resident

 private:
  static constexpr std::size_t kSizes = 6;             // 2 to 64
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct List {
    std::uint32_t begin = 0;
    std::uint16_t size = 0, note = 0;  // room for the next power of two
  };
  std::vector<List> lists_;
  std::vector<std::uint32_t> room_;
  std::array<std::uint32_t, kSizes> left_ = {kNone, kNone, kNone, kNone, kNone, kNone};  // first of the rooms left, by size; each begins with the next one

  std::uint32_t take(std::uint32_t size);  // begin of a room of 2, 4, 8 ...
};

}  // namespace attache

#include "lineage/holders.h"

#include <algorithm>
#include <bit>

#include "base/lean_vector.h"

namespace attache {
namespace {

std::size_t size_class(std::uint32_t size) { return static_cast<std::size_t>(std::countr_zero(size)) - 1; }

}  // namespace

std::uint32_t HolderLists::take(std::uint32_t size) {
  std::uint32_t& left = left_[size_class(size)];
  if (left != kNone) {
    const std::uint32_t begin = left;
    left = room_[begin];
    return begin;
  }
  const auto begin = static_cast<std::uint32_t>(room_.size());
  make_room(room_, size);
  room_.resize(room_.size() + size);
  return begin;
}

std::uint32_t HolderLists::make(std::uint32_t first, std::uint32_t second, std::uint16_t note) {
  const std::uint32_t begin = take(2);
  room_[begin] = first;
  room_[begin + 1] = second;
  make_room(lists_, 1);
  lists_.push_back({begin, 2, note});
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void HolderLists::add(std::uint32_t list, std::uint32_t holder, std::uint16_t to_note) {
  const List old = lists_[list];
  if (std::has_single_bit(std::uint32_t{old.size})) {  // no room left
    const std::uint32_t begin = take(2u * old.size);
    std::copy_n(room_.begin() + old.begin, old.size, room_.begin() + begin);
    std::uint32_t& left = left_[size_class(old.size)];
    room_[old.begin] = left;
    left = old.begin;
    lists_[list].begin = begin;
  }
  List& grown = lists_[list];
  room_[grown.begin + grown.size++] = holder;
  grown.note = static_cast<std::uint16_t>(grown.note + to_note);
}

std::size_t HolderLists::bytes() const { return resident_bytes(lists_) + resident_bytes(room_); }

}  // namespace attache

// A number of coalitions: an unsigned integer of 64 * Words bits that wraps around, for sums whose true value fits.
// Without the length and sign that integers of any size carry along.
#pragma once

#include <array>
#include <cstdint>

#include <boost/multiprecision/cpp_int.hpp>

namespace attache {

template <std::size_t Words>
struct WideCount {
  std::array<std::uint64_t, Words> words{};  // least first

  WideCount& operator+=(const WideCount& other) {
    bool carry = false;
    for (std::size_t i = 0; i < Words; ++i) {
      const std::uint64_t sum = words[i] + other.words[i];
      const bool over = sum < words[i];
      words[i] = sum + carry;
      carry = over || (carry && words[i] == 0);
    }
    return *this;
  }
  WideCount& operator-=(const WideCount& other) {
    bool borrow = false;
    for (std::size_t i = 0; i < Words; ++i) {
      const std::uint64_t difference = words[i] - other.words[i];
      const bool under = words[i] < other.words[i];
      const bool again = borrow && difference == 0;
      words[i] = difference - borrow;
      borrow = under || again;
    }
    return *this;
  }
  void halve() {
    for (std::size_t i = 0; i < Words; ++i) words[i] = words[i] >> 1 | (i + 1 < Words ? words[i + 1] << 63 : 0);
  }
  [[nodiscard]] boost::multiprecision::cpp_int value() const {
    boost::multiprecision::cpp_int out = 0;
    for (std::size_t i = Words; i-- > 0;) out = (out << 64) + words[i];
    return out;
  }
};

}  // namespace attache

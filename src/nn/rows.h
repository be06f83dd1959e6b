// What is done to the numbers of a row after a layer; the same on every processor.
#pragma once

#include <cstddef>
#include <span>

namespace attache {

// Each number below zero, or that is none, becomes zero.
void rectify(std::span<float> values);

// Place of the largest number, the first of equals; 0 for an empty row. None may be NaN.
[[nodiscard]] std::size_t largest_of(std::span<const float> row);

}  // namespace attache

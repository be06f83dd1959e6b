// Sums of rows of a table of embeddings.
//
// Method: sixteen numbers side by side (nn/vector.h), rows added in the order given: the same bits on every processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace attache {

// to += scale x row, for each of `rows` with the scale of the same place. `table` has rows of `width` numbers; every row is in it.
void add_rows(std::span<const std::int8_t> table, std::size_t width, std::span<const std::uint32_t> rows, std::span<const float> scales, float* to);

}  // namespace attache

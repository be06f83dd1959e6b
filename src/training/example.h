// A sentence as numbers: rows of the embedding table and the labels to learn, -1 where unknown.
#pragma once

#include <cstdint>
#include <vector>

#include "syntax/word_rows.h"

namespace attache {

struct Example {
  WordRows rows;
  std::vector<std::int32_t> upos, xpos, feats, scripts, relations, names;
  std::vector<std::int32_t> heads;  // 0 = root, 1 = first word
  float weight = 1.0f;

  [[nodiscard]] std::size_t size() const { return rows.size(); }
};

}  // namespace attache

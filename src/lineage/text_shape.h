// What the decision on kinship looks at beyond the set of a text's 4-grams: their order, which stand inside quotation marks,
// the names and the words of the title. Made for the few reports that are compared, never kept.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/report.h"
#include "lineage/fingerprint.h"

namespace attache {

struct TextShape {
  enum class Word : std::uint8_t { plain, number, name };
  Fingerprint fingerprint;
  std::vector<Word> words;            // in the order of the text
  std::vector<std::uint64_t> grams;   // the same: the i-th begins with the i-th word
  std::vector<std::uint8_t> quoted;   // of each word: it stands inside quotation marks
  std::vector<std::uint64_t> names;   // capitalised words that open no sentence; sorted, unique
  std::vector<std::uint64_t> title;   // words of the title; sorted, unique
};

[[nodiscard]] TextShape make_shape(const Report& report);

}  // namespace attache

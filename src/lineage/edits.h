// What one version of a text changed against another: sentences aligned, each pair with its operation and word diff.
//
// Method: equal sentences are matched first (folded words), then the rest by the share of words in common, best pairs
// first; pairs off the longest increasing run are moved; unmatched sentences at the same place are a replacement. Word
// diff: longest common subsequence of tokens. Sources: Hunt & Szymanski 1977 for the runs; METER (Gaizauskas et al. 2001)
// for reuse between wire and paper. Cost: n log n plus the products inside gaps, each gap bounded by kGapCells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/lexicon.h"
#include "lineage/document.h"

namespace attache {

enum class EditOp : std::uint8_t { same, typography, punctuation, spelling, reworded, replaced, dropped, added };
[[nodiscard]] std::string_view name_of(EditOp op);

enum class WordChange : std::uint8_t { same, typography, punctuation, spelling, number, name, words };
[[nodiscard]] std::string_view name_of(WordChange change);

// A run of the word diff; both spans empty-able: `from` in the earlier text, `to` in the later one.
struct WordDiff {
  WordChange change = WordChange::same;
  Span from, to;
};

struct Edit {
  EditOp op = EditOp::same;
  bool moved = false;
  std::vector<std::uint32_t> from, to;  // sentence indexes; several when a group was replaced
  std::vector<WordDiff> words;          // of pairs that are not the same
  bool number_changed = false;
  bool name_changed = false;
  bool superseded = false;  // what the earlier version says here holds no longer (family.h says when)
};

// In the order of the later text; what was dropped stands where it stood.
[[nodiscard]] std::vector<Edit> align_sentences(const Document& from, const Document& to, const Lexicon& lexicon);

// Word diff of two spans of text (of statements, for instance).
[[nodiscard]] std::vector<WordDiff> diff_words(std::string_view from_text, Span from, std::string_view to_text, Span to, const Lexicon& lexicon);

// Words in common: 2 |A and B| / (|A| + |B|) over folded words (Dice 1945).
[[nodiscard]] double word_dice(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// Sorted hashes of the folded words of a span, spelling variants as one.
[[nodiscard]] std::vector<std::uint64_t> word_bag(std::string_view text, Span span);

}  // namespace attache

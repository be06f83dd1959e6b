// What the network sees of a word: numbers of rows of one embedding table, whose sum is the word's first vector.
//
// Method: each feature (the word in lower case, its shape, prefixes, suffixes, and what our own tables know of the phrase it
// stands in) is hashed into its slot's share of the table (the "hashing trick", Weinberger et al. 2009), so that no word of
// the training text is in the model. Words in a line of capitals are read as if written small, with a mark.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tables/knowledge.h"

namespace attache {

enum class WordSlot : std::uint8_t { word, exact, shape, prefix2, prefix3, suffix1, suffix2, suffix3, suffix4, place, known };
inline constexpr std::size_t kWordSlots = 11;

// Rows of each slot's share.
inline constexpr std::array<std::uint32_t, kWordSlots> kSlotRows = {32768, 16384, 1024, 1024, 4096, 256, 1024, 4096, 8192, 16, 64};

[[nodiscard]] constexpr std::uint32_t first_row_of(WordSlot slot) {
  std::uint32_t row = 0;
  for (std::size_t s = 0; s < static_cast<std::size_t>(slot); ++s) row += kSlotRows[s];
  return row;
}

[[nodiscard]] constexpr std::uint32_t word_row_count() { return first_row_of(WordSlot::known) + kSlotRows[static_cast<std::size_t>(WordSlot::known)]; }

// Rows of the words of one sentence: word w has rows[begins[w]] to rows[begins[w + 1]].
struct WordRows {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> begins = {0};

  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t word) const { return std::span(rows).subspan(begins[word], begins[word + 1] - begins[word]); }
};

// Which words have a row of their own: a fingerprint of 15 bits a row. A word that training did not know has none, instead of
// the row of a word with which it shares a hash.
class WordVocabulary {
 public:
  static constexpr std::uint32_t kProbes = 8;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  WordVocabulary() : prints_(kSlotRows[0] + kSlotRows[1], 0) {}
  explicit WordVocabulary(std::vector<std::uint16_t> prints) : prints_(std::move(prints)) {}

  // slot: word or exact. Row within the embedding table; kNone when unknown.
  [[nodiscard]] std::uint32_t row_of(WordSlot slot, std::uint64_t hash) const;
  // false = no room near its place; then it stays unknown.
  bool insert(WordSlot slot, std::uint64_t hash);
  [[nodiscard]] const std::vector<std::uint16_t>& prints() const { return prints_; }

 private:
  std::vector<std::uint16_t> prints_;
};

// Hashes of what the slots `word` and `exact` see of a word; exact is 0 where it says nothing more.
struct WordHashes {
  std::uint64_t word = 0, exact = 0;
};
[[nodiscard]] std::vector<WordHashes> word_hashes(std::span<const std::string_view> words);

[[nodiscard]] WordRows word_rows(std::span<const std::string_view> words, const Knowledge& knowledge, const WordVocabulary& vocabulary);

}  // namespace attache

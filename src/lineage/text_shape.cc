#include "lineage/text_shape.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "lineage/words.h"
#include "text/fold.h"
#include "text/quoted_runs.h"
#include "text/utf8.h"

namespace attache {
namespace {

// "doran's" is Doran's, too.
std::string_view without_possessive(std::string_view folded) { return folded.substr(0, folded.size() - (folded.ends_with("'s") ? 2 : 0)); }

constexpr bool opens_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '"'; }

constexpr std::array<bool, 256> kLetters = [] {
  std::array<bool, 256> letters{};
  for (std::size_t c = 0; c < letters.size(); ++c) letters[c] = c >= 0x80 || is_alpha(static_cast<char>(c));
  return letters;
}();

// Capitalised words that do not stand where any word would be capitalised.
void read_names(std::string_view paragraph, std::vector<std::uint64_t>& names) {
  std::string without_marks;  // curly marks are no letters
  std::string_view plain = paragraph;
  if (!is_ascii(paragraph)) plain = without_marks = fold_marks(paragraph);
  const auto is_letter_at = [&](std::size_t i) { return i < plain.size() && kLetters[static_cast<unsigned char>(plain[i])]; };
  bool opens = true;
  for (std::size_t i = 0; i < plain.size();) {
    if (!is_letter_at(i)) {
      opens |= opens_sentence(plain[i]);
      ++i;
      continue;
    }
    const std::size_t begin = i;
    do ++i;
    while (is_letter_at(i) || (i < plain.size() && plain[i] == '\'' && is_letter_at(i + 1)));
    if (!opens && !is_lower(plain[begin])) {
      if (const std::string_view word = plain.substr(begin, i - begin); is_capitalised(word)) names.push_back(hash64(without_possessive(fold(word))));
    }
    opens = false;
  }
}

// Words that are names, of those that `hashes` would be as names. Few are: most fail at one of 64 bits.
void mark_names(TextShape& shape, const std::vector<std::uint64_t>& hashes) {
  std::uint64_t bits = 0;
  for (std::uint64_t name : shape.names) bits |= std::uint64_t{1} << (name >> 58);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (!(bits >> (hashes[i] >> 58) & 1) || shape.words[i] != TextShape::Word::plain) continue;
    if (std::binary_search(shape.names.begin(), shape.names.end(), hashes[i])) shape.words[i] = TextShape::Word::name;
  }
}

}  // namespace

TextShape make_shape(const Report& report) {
  TextShape shape;
  GramWindow window;
  std::vector<std::uint64_t> names;  // what each word would be as a name
  const std::size_t words = report.text.size() / 5;
  names.reserve(words);
  shape.words.reserve(words);
  shape.quoted.reserve(words);
  shape.grams.reserve(words);
  for (const Block& block : report.blocks) {
    if (!is_body(block.kind)) continue;
    const std::string_view paragraph = slice(report.text, block.span);
    for_each_quoted_run(paragraph, [&](std::string_view run, bool inside) {
      for_each_word(run, [&](std::string_view word, bool number) {
        const std::uint64_t h = hash64(word);
        names.push_back(word.ends_with("'s") ? hash64(without_possessive(word)) : h);
        shape.words.push_back(number ? TextShape::Word::number : TextShape::Word::plain);
        shape.quoted.push_back(inside);
        if (number) shape.fingerprint.numbers.push_back(h);
        if (window.add(h)) shape.grams.push_back(window.gram());
      });
    });
    read_names(paragraph, shape.names);
  }
  for_each_word(report.title.value, [&](std::string_view word, bool) { shape.title.push_back(hash64(word)); });
  sort_and_unite(shape.names);
  sort_and_unite(shape.title);
  if (shape.grams.empty()) {
    shape.fingerprint = make_fingerprint(report);  // of a few words
  } else {
    shape.fingerprint.shingles = shape.grams;
    sort_and_unite_hashes(shape.fingerprint.shingles);
    std::sort(shape.fingerprint.numbers.begin(), shape.fingerprint.numbers.end());
    shape.fingerprint.words = static_cast<std::uint32_t>(names.size());
  }
  mark_names(shape, names);
  return shape;
}

}  // namespace attache

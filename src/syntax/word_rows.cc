#include "syntax/word_rows.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::uint32_t row_of(WordSlot slot, std::string_view feature) {
  const auto s = static_cast<std::size_t>(slot);
  return first_row_of(slot) + static_cast<std::uint32_t>(hash64(feature, s + 1) % kSlotRows[s]);
}

std::string lower(std::string_view word) {
  if (is_ascii(word)) return lower_ascii(word);
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    out += lower_letter(c.value);
    i += c.size;
  }
  return out;
}

// Bytes of the first or last n characters.
std::string_view first_characters(std::string_view word, int n) {
  std::size_t end = 0;
  while (n-- > 0 && end < word.size()) end += std::max(1u, code_point_at(word, end).size);
  return word.substr(0, end);
}

std::string_view last_characters(std::string_view word, int n) {
  std::size_t begin = word.size();
  while (n-- > 0 && begin > 0) begin -= std::max(1u, code_point_before(word, begin).size);
  return word.substr(begin);
}

// "Doran" -> "Xx", "U.S." -> "X.X.", "4,250" -> "9,9", "MH17" -> "X9"; runs are one letter, at most six.
std::string shape_of(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size() && out.size() < 6;) {
    const CodePoint c = code_point_at(word, i);
    char kind = 'o';
    if (c.value < 128) {
      const char a = static_cast<char>(c.value);
      kind = is_digit(a) ? '9' : is_upper(a) ? 'X' : is_lower(a) ? 'x' : a;
    } else if (is_letter(c.value)) {
      kind = is_upper_letter(c.value) ? 'X' : 'x';
    }
    if (out.empty() || out.back() != kind) out += kind;
    i += std::max(1u, c.size);
  }
  return out;
}

// Digits as zeros, so that "1998" and "2003" are one word.
std::string without_digits(std::string word) {
  for (char& c : word) c = is_digit(c) ? '0' : c;
  return word;
}

bool in_capitals(std::span<const std::string_view> words) {
  std::size_t capitals = 0, long_words = 0;
  for (const std::string_view w : words) {
    if (w.size() < 2 || !std::any_of(w.begin(), w.end(), is_alpha)) continue;
    ++long_words;
    capitals += is_all_capitals(w) ? 1 : 0;
  }
  return long_words > 2 && capitals * 10 > long_words * 8;
}

bool in_title_case(std::span<const std::string_view> words) {
  std::size_t capitals = 0, long_words = 0;
  for (const std::string_view w : words) {
    if (w.size() < 4 || !is_alpha(w[0])) continue;
    ++long_words;
    capitals += is_upper(w[0]) ? 1 : 0;
  }
  return long_words > 3 && capitals * 10 > long_words * 8;
}

// What the tables know: kind of the longest phrase that a word begins or stands in.
class KnownPhrases {
 public:
  KnownPhrases(std::span<const std::string_view> words, const Knowledge& knowledge) : words_(words), k_(knowledge), marks_(words.size()) {
    for (std::size_t i = 0; i < words.size();) i += std::max<std::size_t>(1, mark_phrase(i));
    for (std::size_t i = 0; i < words.size();) i += std::max<std::size_t>(1, mark_title(i));
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_capitalised(words[i]) && k_.given_names.contains(fold(words[i]))) marks_[i].push_back(kGiven);
    }
  }
  [[nodiscard]] const std::vector<std::uint8_t>& of(std::size_t word) const { return marks_[word]; }

 private:
  static constexpr std::uint8_t kInside = 16, kTitle = 12, kGiven = 13;

  void mark(std::size_t begin, std::size_t count, std::uint8_t kind) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto value = static_cast<std::uint8_t>(i ? kind + kInside : kind);
      if (std::find(marks_[begin + i].begin(), marks_[begin + i].end(), value) == marks_[begin + i].end()) marks_[begin + i].push_back(value);
    }
  }

  std::size_t mark_phrase(std::size_t i) {
    if (words_[i].empty() || (!is_capitalised(words_[i]) && !is_digit(words_[i][0]))) return 0;
    const auto found = k_.longest_phrase.find(fold_marks(words_[i]));
    const std::size_t most = found == k_.longest_phrase.end() ? 1 : found->second;
    std::string phrase;
    std::size_t best = 0;
    std::span<const Meaning> meanings;
    for (std::size_t n = 0; n < most && i + n < words_.size(); ++n) {
      if (n && words_[i + n] != "'s" && words_[i + n] != "’s") phrase += ' ';
      phrase += words_[i + n];
      if (const auto m = meanings_of(k_, phrase); !m.empty()) {
        best = n + 1;
        meanings = m;
      }
    }
    for (const Meaning& m : meanings) mark(i, best, static_cast<std::uint8_t>(m.kind));
    return best;
  }

  std::size_t mark_title(std::size_t i) {
    if (words_[i].empty() || !(is_alpha(words_[i][0]))) return 0;
    std::string phrase;
    std::size_t best = 0;
    for (std::size_t n = 0; n < k_.longest_office_title && i + n < words_.size(); ++n) {
      if (words_[i + n].empty() || !is_alpha(words_[i + n][0])) break;
      if (n) phrase += ' ';
      phrase += fold(words_[i + n]);
      if (k_.office_titles.contains(phrase)) best = n + 1;
    }
    if (best) mark(i, best, kTitle);
    return best;
  }

  std::span<const std::string_view> words_;
  const Knowledge& k_;
  std::vector<std::vector<std::uint8_t>> marks_;
};

// The words as the slots see them.
struct Sight {
  bool capitals = false, titles = false;
  std::vector<std::string> small;
};

Sight look_at(std::span<const std::string_view> words) {
  Sight out;
  out.capitals = in_capitals(words);
  out.titles = !out.capitals && in_title_case(words);
  for (const std::string_view w : words) out.small.push_back(without_digits(lower(w)));
  return out;
}

WordHashes hashes_of(const Sight& sight, std::string_view word, std::size_t i) {
  WordHashes out{hash64(sight.small[i], 1), 0};
  if (!sight.capitals) {
    if (const std::string exact = without_digits(std::string(word)); exact != sight.small[i]) out.exact = hash64(exact, 2);
  }
  return out;
}

std::uint16_t print_of(std::uint64_t hash) { return static_cast<std::uint16_t>((hash >> 49) | 1u); }

}  // namespace

std::uint32_t WordVocabulary::row_of(WordSlot slot, std::uint64_t hash) const {
  const std::uint32_t rows = kSlotRows[static_cast<std::size_t>(slot)], begin = first_row_of(slot);
  for (std::uint32_t p = 0; p < kProbes; ++p) {
    const std::uint32_t row = begin + (static_cast<std::uint32_t>(hash % rows) + p) % rows;
    if (prints_[row] == print_of(hash)) return row;
  }
  return kNone;
}

bool WordVocabulary::insert(WordSlot slot, std::uint64_t hash) {
  const std::uint32_t rows = kSlotRows[static_cast<std::size_t>(slot)], begin = first_row_of(slot);
  for (std::uint32_t p = 0; p < kProbes; ++p) {
    const std::uint32_t row = begin + (static_cast<std::uint32_t>(hash % rows) + p) % rows;
    if (prints_[row] == print_of(hash)) return true;
    if (prints_[row] == 0) {
      prints_[row] = print_of(hash);
      return true;
    }
  }
  return false;
}

std::vector<WordHashes> word_hashes(std::span<const std::string_view> words) {
  const Sight sight = look_at(words);
  std::vector<WordHashes> out;
  for (std::size_t i = 0; i < words.size(); ++i) out.push_back(hashes_of(sight, words[i], i));
  return out;
}

WordRows word_rows(std::span<const std::string_view> words, const Knowledge& knowledge, const WordVocabulary& vocabulary) {
  WordRows out;
  const Sight sight = look_at(words);
  const KnownPhrases known(words, knowledge);
  out.begins.reserve(words.size() + 1);
  out.rows.reserve(words.size() * 12);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& small = sight.small[i];
    const auto add = [&](WordSlot slot, std::string_view feature) { out.rows.push_back(row_of(slot, feature)); };
    const WordHashes hashes = hashes_of(sight, words[i], i);
    if (const std::uint32_t row = vocabulary.row_of(WordSlot::word, hashes.word); row != WordVocabulary::kNone) out.rows.push_back(row);
    if (hashes.exact) {
      if (const std::uint32_t row = vocabulary.row_of(WordSlot::exact, hashes.exact); row != WordVocabulary::kNone) out.rows.push_back(row);
    }
    add(WordSlot::shape, shape_of(words[i]));
    add(WordSlot::prefix2, first_characters(small, 2));
    add(WordSlot::prefix3, first_characters(small, 3));
    add(WordSlot::suffix1, last_characters(small, 1));
    add(WordSlot::suffix2, last_characters(small, 2));
    add(WordSlot::suffix3, last_characters(small, 3));
    add(WordSlot::suffix4, last_characters(small, 4));
    const std::uint32_t where = (i == 0 ? 1u : 0u) + (i + 1 == words.size() ? 2u : 0u) + (sight.capitals ? 4u : 0u) + (sight.titles ? 8u : 0u);
    out.rows.push_back(first_row_of(WordSlot::place) + where);
    for (const std::uint8_t mark : known.of(i)) out.rows.push_back(first_row_of(WordSlot::known) + mark);
    out.begins.push_back(static_cast<std::uint32_t>(out.rows.size()));
  }
  return out;
}

}  // namespace attache

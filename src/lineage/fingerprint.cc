#include "lineage/fingerprint.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"
#include "base/sorted.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {
bool GramWindow::add(std::uint64_t word) {
  words_[seen_ % kGram] = word;
  return ++seen_ >= kGram;
}

std::uint64_t GramWindow::gram() const {
  std::uint64_t gram = 0;
  for (std::size_t k = 0; k < kGram; ++k) gram = mix(gram ^ words_[(seen_ + k) % kGram]);
  return gram;
}

void for_each_word(std::string_view text, const std::function<void(std::string_view folded, bool number)>& word) {
  const std::string folded = fold(text);
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  std::string joined;  // a number without its thousands commas
  for (std::size_t i = 0; i < folded.size();) {
    const char c = folded[i];
    if (!is_alpha(c) && !is_wide(c) && !is_digit(c)) {
      ++i;
      continue;
    }
    const bool number = is_digit(c);
    const std::size_t begin = i;
    bool commas = false;
    while (i < folded.size()) {
      const char d = folded[i];
      if (!is_alpha(d) && !is_digit(d) && !is_wide(d)) {
        const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
        if (number && d == ',' && is_digit(next)) commas = true;  // 3,770 and 3770 are one number
        else if (!(number && d == '.' && is_digit(next)) && !(!number && d == '\'' && (is_alpha(next) || is_digit(next)))) break;
      }
      ++i;
    }
    const std::string_view found = std::string_view(folded).substr(begin, i - begin);
    if (!commas) {
      word(found, number);
      continue;
    }
    joined.clear();
    for (char d : found) {
      if (d != ',') joined += d;
    }
    word(joined, number);
  }
}

Fingerprint make_fingerprint(const Report& report) {
  Fingerprint f;
  GramWindow window;
  std::uint64_t first_words = 0;  // of a text too short for a gram
  for (const Block& block : report.blocks) {
    if (!is_body(block.kind)) continue;
    for_each_word(slice(report.text, block.span), [&](std::string_view word, bool number) {
      const std::uint64_t h = hash64(word);
      ++f.words;
      if (number) f.numbers.push_back(h);
      if (window.add(h)) f.shingles.push_back(window.gram());
      else first_words = mix(first_words ^ h);
    });
  }
  if (f.words > 0 && f.shingles.empty()) f.shingles.push_back(first_words);
  std::sort(f.shingles.begin(), f.shingles.end());
  f.shingles.erase(std::unique(f.shingles.begin(), f.shingles.end()), f.shingles.end());
  std::sort(f.numbers.begin(), f.numbers.end());
  return f;
}

std::uint8_t sample_level(std::size_t shingles) { return shingles <= 96 ? 0 : shingles <= 192 ? 1 : shingles <= 384 ? 2 : 3; }

std::uint8_t level_of(std::uint32_t hash) { return static_cast<std::uint8_t>(std::min<int>(std::countr_zero(hash), Sketch::kLevels - 1)); }

Sketch make_sketch(const Fingerprint& f) {
  Sketch sketch;
  sketch.total = static_cast<std::uint32_t>(f.shingles.size());
  sketch.level = sample_level(f.shingles.size());
  for (std::uint64_t shingle : f.shingles) {
    const auto hash = static_cast<std::uint32_t>(shingle >> 32);
    if (level_of(hash) >= sketch.level && (sketch.kept.empty() || sketch.kept.back() != hash)) sketch.kept.push_back(hash);
  }
  for (std::uint32_t hash : sketch.kept) {
    for (std::size_t level = sketch.level; level <= level_of(hash); ++level) sketch.at_level[level] = static_cast<std::uint16_t>(std::min(0xFFFF, sketch.at_level[level] + 1));
  }
  return sketch;
}

Overlap compare(const Fingerprint& a, const Fingerprint& b) {
  Overlap o;
  if (a.shingles.empty() || b.shingles.empty()) return o;
  const std::size_t shared = count_shared(a.shingles, b.shingles);
  o.shared = static_cast<std::uint32_t>(shared);
  const auto s = static_cast<double>(shared);
  o.a_in_b = s / static_cast<double>(a.shingles.size());
  o.b_in_a = s / static_cast<double>(b.shingles.size());
  o.containment = std::max(o.a_in_b, o.b_in_a);
  o.jaccard = s / static_cast<double>(a.shingles.size() + b.shingles.size() - shared);
  const std::vector<std::uint64_t>& smaller = a.words <= b.words ? a.numbers : b.numbers;
  if (!smaller.empty()) o.numbers = static_cast<double>(count_shared(a.numbers, b.numbers)) / static_cast<double>(smaller.size());
  return o;
}

}  // namespace attache

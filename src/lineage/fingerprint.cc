#include "lineage/fingerprint.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

std::size_t count_shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] < b[k]) {
      ++i;
    } else if (b[k] < a[i]) {
      ++k;
    } else {
      ++shared;
      ++i;
      ++k;
    }
  }
  return shared;
}

}  // namespace

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
  std::string buffer;
  for (std::size_t i = 0; i < folded.size();) {
    const char c = folded[i];
    const bool letter = is_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && !is_digit(c)) {
      ++i;
      continue;
    }
    buffer.clear();
    const bool number = is_digit(c);
    while (i < folded.size()) {
      const char d = folded[i];
      const bool next_alnum = i + 1 < folded.size() && (is_alpha(folded[i + 1]) || is_digit(folded[i + 1]));
      if (is_alpha(d) || is_digit(d) || static_cast<unsigned char>(d) >= 0x80) {
        buffer += d;
      } else if (number && d == ',' && next_alnum && is_digit(folded[i + 1])) {
        // a thousands comma: 3,770 and 3770 are one number
      } else if (number && d == '.' && next_alnum && is_digit(folded[i + 1])) {
        buffer += d;
      } else if (!number && d == '\'' && next_alnum) {
        buffer += d;
      } else {
        break;
      }
      ++i;
    }
    word(buffer, number);
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

Sketch make_sketch(const Fingerprint& f, std::size_t most) {
  Sketch sketch;
  sketch.total = static_cast<std::uint32_t>(f.shingles.size());
  const std::size_t size = std::min(most, f.shingles.size());
  for (std::size_t i = 0; i < size; ++i) sketch.kept.push_back(static_cast<std::uint32_t>(f.shingles[i] >> 32));
  sketch.kept.erase(std::unique(sketch.kept.begin(), sketch.kept.end()), sketch.kept.end());
  sketch.bound = f.shingles.size() <= most ? 0xFFFFFFFFu : sketch.kept.empty() ? 0 : sketch.kept.back();
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

#include "lineage/fingerprint.h"

#include <algorithm>

#include "base/hash.h"
#include "base/sorted.h"
#include "lineage/words.h"

namespace attache {

Fingerprint make_fingerprint(const Report& report) {
  Fingerprint f;
  f.shingles.reserve(report.text.size() / 5);
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
  sort_and_unite_hashes(f.shingles);
  std::sort(f.numbers.begin(), f.numbers.end());
  return f;
}

std::uint8_t sample_level(std::size_t shingles) { return shingles <= 96 ? 0 : shingles <= 192 ? 1 : shingles <= 384 ? 2 : 3; }

Sketch make_sketch(const Fingerprint& f) {
  Sketch sketch;
  sketch.total = static_cast<std::uint32_t>(f.shingles.size());
  sketch.level = sample_level(f.shingles.size());
  sketch.kept.reserve(std::min<std::size_t>(f.shingles.size(), 128));
  for (std::uint64_t shingle : f.shingles) {
    const auto hash = static_cast<std::uint32_t>(shingle >> 32);
    if (level_of(hash) >= sketch.level && (sketch.kept.empty() || sketch.kept.back() != hash)) sketch.kept.push_back(hash);
  }
  std::array<std::size_t, Sketch::kLevels> of_level{};
  for (std::uint32_t hash : sketch.kept) ++of_level[level_of(hash)];
  for (std::size_t level = Sketch::kLevels, sum = 0; level-- > sketch.level;) sketch.at_level[level] = static_cast<std::uint16_t>(std::min<std::size_t>(0xFFFF, sum += of_level[level]));
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

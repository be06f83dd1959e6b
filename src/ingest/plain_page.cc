// Hard wrapping: e-mail and old wire text breaks lines near a fixed column inside a sentence. A text counts as wrapped
// when most lines that have a next line directly below end without a sentence mark and their lengths are alike.
#include "ingest/plain_page.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Line {
  Span span;  // trimmed
  std::uint32_t gap_before = 1;
};

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) line.remove_suffix(1);
  for (std::string_view mark : {".", "!", "?", ":", ";", "\u201D", "\u2019"}) {
    if (line.ends_with(mark)) return true;
  }
  return line.empty();
}

// Unicode white space at both ends as well as ASCII: pages are full of no-break spaces.
Span trim_span(std::string_view text, Span span) {
  const auto blank = [](char32_t c) {
    return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x200B || c == 0xFEFF || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x3000 || c == 0x2028 || c == 0x2029;
  };
  while (!span.empty()) {
    const CodePoint point = code_point_at(text, span.begin);
    if (!blank(point.value)) break;
    span.begin += point.size;
  }
  while (!span.empty()) {
    const CodePoint point = code_point_before(text, span.end);
    if (!blank(point.value)) break;
    span.end -= point.size;
  }
  return span;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t gap = 1;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const Span span = trim_span(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.empty()) {
      ++gap;
    } else {
      lines.push_back({span, gap});
      gap = 1;
    }
    begin = end + 1;
  }
  return lines;
}

bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines) {
  std::size_t followed = 0, open = 0;
  std::vector<std::uint32_t> lengths;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].gap_before > 1) continue;
    ++followed;
    open += ends_sentence(slice(text, lines[i].span)) ? 0 : 1;
    lengths.push_back(lines[i].span.size());
  }
  if (followed < 6 || open * 10 < followed * 7) return false;
  std::sort(lengths.begin(), lengths.end());
  const std::uint32_t low = lengths[lengths.size() / 4];
  const std::uint32_t high = lengths[lengths.size() * 9 / 10];
  return low >= 40 && high <= 110 && high - low <= 25;
}

}  // namespace

Page read_plain_page(std::string text) {
  Page page;
  page.text = std::move(text);
  const std::vector<Line> lines = lines_of(page.text);
  const bool wrapped = is_hard_wrapped(page.text, lines);
  for (const Line& line : lines) {
    if (wrapped && line.gap_before == 1 && !page.blocks.empty()) {
      page.blocks.back().span.end = line.span.end;
      continue;
    }
    PageBlock block;
    block.span = line.span;
    block.gap_before = line.gap_before;
    page.blocks.push_back(block);
  }
  return page;
}

}  // namespace attache

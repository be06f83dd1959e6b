#include "ingest/declared_body.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kLeastBytes = 400;  // a summary is shorter
constexpr std::size_t kShare = 3;         // the page prints less than a third of it

std::size_t printed_bytes(const Page& page) {
  std::size_t bytes = 0;
  for (const PageBlock& block : page.blocks) {
    if (is_body(block.kind) && block.kind != BlockKind::heading) bytes += block.span.end - block.span.begin;
  }
  return bytes;
}

}  // namespace

void add_declared_body(std::string_view declared, Page& page) {
  declared = trim(declared);
  if (declared.size() < kLeastBytes || declared.find('<') != std::string_view::npos || printed_bytes(page) * kShare >= declared.size()) return;
  for (PageBlock& block : page.blocks) {
    if (!is_body(block.kind) || block.kind == BlockKind::heading) continue;
    block.kind = BlockKind::chrome;
    block.settled = true;
  }
  for (std::string_view line : split(declared, '\n')) {
    line = trim(line);
    if (line.empty()) continue;
    if (!page.text.empty()) page.text += "\n\n";
    PageBlock block;
    block.span.begin = static_cast<std::uint32_t>(page.text.size());
    page.text += line;
    block.span.end = static_cast<std::uint32_t>(page.text.size());
    block.gap_before = 2;
    page.blocks.push_back(block);
  }
}

}  // namespace attache

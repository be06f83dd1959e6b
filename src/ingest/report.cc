#include "ingest/report.h"

#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, 15> kNames = {
    "paragraph", "heading", "list_item",  "quotation", "title",         "teaser",       "caption", "credit",
    "byline",    "dateline", "date_stamp", "sign_off",  "section_label", "related_link", "chrome"};

}  // namespace

std::string_view name_of(BlockKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

BlockKind block_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<BlockKind>(i);
  }
  return BlockKind::chrome;
}

}  // namespace attache

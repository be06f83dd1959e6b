// What the HTML parser is given of a page, found in one scan over its tags:
//   * no comments, and no content of scripts, style sheets and drawings, which on real pages are most of the bytes and
//     which nothing reads (JSON-LD scripts stay);
//   * no end tags before the first element and none of body and html, behind which libxml2 reads no more though pages go on.
// The same scan counts attributes, because libxml2 compares every attribute of a tag with every other.
// Cost: linear. Tags are told as the HTML Standard's tokenizer does (13.2.5): a '<' or '>' inside quotes ends nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

struct HtmlSource {
  std::string html;
  std::uint32_t most_attributes = 0;  // on one tag; counting stops behind the limit
};

[[nodiscard]] HtmlSource prepare_html(std::string_view utf8, std::uint32_t attribute_limit);

}  // namespace attache

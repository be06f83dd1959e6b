// Between XML, HTML and plain words: what a feed's element holds, as HTML that html_page.h reads.
#pragma once

#include <string>
#include <string_view>

#include "ingest/feeds/xml_element.h"

namespace attache {

[[nodiscard]] std::string html_of_text(std::string_view text);

// The elements and texts inside an element as HTML, prefixes taken off.
[[nodiscard]] std::string inner_html(const XmlElement& element);

// What an element holds that may hold HTML: escaped once more than XML needs, in CDATA, or as elements of its own.
// Markup that was escaped twice ("&amp;lt;p&amp;gt;") is told by having no tag but escaped ones, and unescaped.
[[nodiscard]] std::string html_inside(const XmlElement& element);

// The text has tags, or character references of HTML.
[[nodiscard]] bool looks_like_markup(std::string_view text);

// The words of a piece of HTML on one line; text without markup comes back with its white space collapsed.
[[nodiscard]] std::string plain_words(std::string_view html);

// A letter or digit outside of tags.
[[nodiscard]] bool has_words(std::string_view html);

}  // namespace attache

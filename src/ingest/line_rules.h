// Rules on a single line: is it furniture, a link to another story, a section label, a caption without a credit?
#pragma once

#include <string_view>

namespace attache {

[[nodiscard]] bool is_furniture_line(std::string_view line);     // "Share this", "Sign up for our newsletter", "×"
[[nodiscard]] bool is_related_link_line(std::string_view line);  // "READ ALSO: ...", "Related: ..."
[[nodiscard]] bool is_end_marker(std::string_view line);         // "Latest news", "Related articles", "Comments": what follows is not the report
[[nodiscard]] bool is_continue_line(std::string_view line);      // ends with "Continue reading ...", "Read more", "[...]"
[[nodiscard]] bool is_bare_caption(std::string_view line);       // present tense under a picture with a full date, or "FILE - ..."
[[nodiscard]] bool is_breadcrumb(std::string_view line);         // "Home > World > Africa", "Site | About us | Imprint"
[[nodiscard]] bool is_masthead(std::string_view line);           // "The Lakeland Courier": ends like the name of a paper
[[nodiscard]] bool ends_like_sentence(std::string_view line);    // full stop, question mark, closing quotation mark
[[nodiscard]] int word_count(std::string_view line);

}  // namespace attache

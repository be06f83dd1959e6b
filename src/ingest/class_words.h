// What the class, id, role and similar attributes of an element say about it, by the words that web developers use.
//
// A token ("content-with-sidebar") is cut into words at '-', '_', ':' and '.'; a word counts as a whole, at its beginning or
// at its end ("topnav", "sharebar"), never in its middle ("operating" is no "rating"). A word behind a modifier describes the
// layout of what else is there: "with-sidebar", "no-comments", "has-menu" are no sidebar, no comments, no menu.
// Where the words come from: the lists of mozilla/readability and common content management systems, re-measured here.
#pragma once

#include <string_view>

namespace attache {

struct ClassWords {
  bool article_body = false;  // says that it is the article's body
  bool article = false;       // names the article's text in one of the usual ways
  bool good = false;          // a word that main text often stands under
  bool furniture = false;     // navigation, shares, advertising, boxes of other stories ...
  bool comments = false;      // of readers; furniture too
  bool caption = false;
};

[[nodiscard]] ClassWords read_class_words(std::string_view hints);

}  // namespace attache

// schema.org data of a page (JSON-LD): the article object among whatever else a site declares.
#pragma once

#include <string>
#include <vector>

namespace attache {

struct ArticleData {
  std::string headline, published, modified, language, dateline, credit, url, body, publisher;
  struct Author {
    std::string name;
    bool organisation = false;
  };
  std::vector<Author> authors;  // in order; "@id" references are followed
};

// Reads every script of the page; @graph and nested lists are searched. All fields stay empty when there is no article.
[[nodiscard]] ArticleData read_json_ld(const std::vector<std::string>& scripts);

}  // namespace attache

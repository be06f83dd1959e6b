// schema.org data of a page (JSON-LD): the article object among whatever else a site declares.
#pragma once

#include <string>
#include <vector>

namespace attache {

struct ArticleData {
  std::string headline, published, modified, language, dateline, credit, url, body, publisher;
  std::vector<std::string> persons;        // authors, in order
  std::vector<std::string> organisations;  // authors that are organisations
};

// Reads every script of the page; @graph and nested lists are searched. All fields stay empty when there is no article.
[[nodiscard]] ArticleData read_json_ld(const std::vector<std::string>& scripts);

}  // namespace attache

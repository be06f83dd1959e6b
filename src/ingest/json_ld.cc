#include "ingest/json_ld.h"

#include <algorithm>
#include <functional>
#include <vector>

#include <simdjson.h>

#include "base/strings.h"

namespace attache {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDepth = 24;  // nested lists and graphs searched; real data needs four

std::string text_of(const element& value) {
  std::string_view text;
  if (!value.get_string().get(text)) return collapse_space(text);
  object item;
  if (!value.get_object().get(item)) {
    for (const char* key : {"name", "@value", "url", "@id"}) {
      if (!item[key].get_string().get(text)) return collapse_space(text);
    }
  }
  array list;
  if (!value.get_array().get(list) && list.size() > 0) return text_of(*list.begin());
  return {};
}

std::string field(const object& item, const char* key) {
  element value;
  return item[key].get(value) ? std::string() : text_of(value);
}

bool type_is(const object& item, const std::function<bool(std::string_view)>& test) {
  element type;
  if (item["@type"].get(type)) return false;
  std::string_view name;
  if (!type.get_string().get(name)) return test(name);
  array names;
  if (type.get_array().get(names)) return false;
  for (element one : names) {
    if (!one.get_string().get(name) && test(name)) return true;
  }
  return false;
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "Review" || type == "LiveBlogPosting";
}

void add_authors(const element& value, ArticleData& data) {
  array list;
  if (!value.get_array().get(list)) {
    for (element one : list) add_authors(one, data);
    return;
  }
  const std::string name = text_of(value);
  if (name.empty() || name.starts_with("http")) return;
  object item;
  const bool organisation = !value.get_object().get(item) &&
                            type_is(item, [](std::string_view t) { return t.ends_with("Organization"); });
  (organisation ? data.organisations : data.persons).push_back(name);
}

// The first article with a headline wins; fields it lacks are filled from the others, in their order.
void merge(const object& item, ArticleData& data) {
  auto take = [&](std::string& slot, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      if (slot.empty()) slot = field(item, key);
    }
  };
  take(data.headline, {"headline", "name"});
  take(data.published, {"datePublished", "dateCreated", "uploadDate"});
  take(data.modified, {"dateModified"});
  take(data.language, {"inLanguage"});
  take(data.dateline, {"dateline"});
  take(data.credit, {"creditText"});
  take(data.url, {"url", "mainEntityOfPage"});
  take(data.body, {"articleBody"});
  take(data.publisher, {"publisher", "sourceOrganization"});
  element author;
  if (data.persons.empty() && data.organisations.empty() && !item["author"].get(author)) add_authors(author, data);
}

void search(const element& value, int depth, std::vector<object>& articles) {
  if (depth > kDepth) return;
  array list;
  if (!value.get_array().get(list)) {
    for (element one : list) search(one, depth + 1, articles);
    return;
  }
  object item;
  if (value.get_object().get(item)) return;
  if (type_is(item, is_article_type)) articles.push_back(item);
  for (const char* key : {"@graph", "mainEntity", "itemListElement", "item"}) {
    element inner;
    if (!item[key].get(inner)) search(inner, depth + 1, articles);
  }
}

// Line breaks inside strings are the usual damage: JSON forbids them, sites print them.
std::string repaired(const std::string& script) {
  std::string out = script;
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

}  // namespace

ArticleData read_json_ld(const std::vector<std::string>& scripts) {
  std::vector<simdjson::dom::parser> parsers(scripts.size());  // each keeps the values of its script
  std::vector<object> articles;
  for (std::size_t s = 0; s < scripts.size(); ++s) {
    element root;
    if (!parsers[s].parse(repaired(scripts[s])).get(root)) search(root, 0, articles);
  }
  std::stable_partition(articles.begin(), articles.end(), [](const object& item) { return !field(item, "headline").empty(); });
  ArticleData data;
  for (const object& item : articles) merge(item, data);
  return data;
}

}  // namespace attache

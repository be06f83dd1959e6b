#include "ingest/json_ld.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <vector>

#include <simdjson.h>

#include "base/strings.h"
#include "ingest/references.h"
#include "ingest/script_dates.h"

namespace attache {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDepth = 24;               // nested lists and graphs searched; real data needs four
constexpr std::size_t kMostAuthors = 50;  // the longest list of our sets has nine

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
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "DiscussionForumPosting" || type == "SocialMediaPosting" || type == "Report" || type == "Review" || type == "LiveBlogPosting";
}

// Nodes of a page by their "@id": a graph names its persons once and refers to them from its articles.
using Nodes = std::unordered_map<std::string_view, object>;

// "givenName familyName" where there is no name.
std::string name_of_person(const object& item) {
  for (const char* key : {"name", "@value"}) {
    if (std::string name = field(item, key); !name.empty()) return name;
  }
  const std::string given = field(item, "givenName"), family = field(item, "familyName");
  return given.empty() ? family : family.empty() ? given : given + " " + family;
}

// The name of a node that is given or referred to by its "@id".
std::string name_behind(const element& value, const Nodes& nodes) {
  object item;
  std::string_view id;
  if (!value.get_object().get(item) && field(item, "name").empty() && !item["@id"].get_string().get(id)) {
    if (const auto node = nodes.find(id); node != nodes.end()) return field(node->second, "name");
  }
  return text_of(value);
}

void add_author(const std::string& written, bool organisation, ArticleData& data) {
  std::string name = decode_words(written);
  if (name.empty() || name.starts_with("http") || name.starts_with("#") || data.authors.size() >= kMostAuthors) return;
  const bool known = std::any_of(data.authors.begin(), data.authors.end(), [&](const ArticleData::Author& a) { return a.name == name; });
  if (!known) data.authors.push_back({std::move(name), organisation});
}

void add_authors(const element& value, const Nodes& nodes, int depth, ArticleData& data) {
  if (depth > kDepth || data.authors.size() >= kMostAuthors) return;
  array list;
  if (!value.get_array().get(list)) {
    for (element one : list) add_authors(one, nodes, depth + 1, data);
    return;
  }
  std::string name;
  bool organisation = false;
  object item;
  if (value.get_object().get(item)) {
    name = text_of(value);
  } else {
    name = name_of_person(item);
    std::string_view id;
    if (name.empty() && !item["@id"].get_string().get(id)) {
      const auto node = nodes.find(id);
      if (node == nodes.end()) return;
      item = node->second;
      name = name_of_person(item);
    }
    organisation = type_is(item, [](std::string_view t) { return t.ends_with("Organization"); });
    // one person with several names: {"name": ["A", "B"]}
    element names;
    if (!item["name"].get(names) && !names.get_array().get(list) && list.size() > 1) {
      for (element one : list) {
        if (std::string_view text; !one.get_string().get(text)) add_author(std::string(text), organisation, data);
      }
      return;
    }
  }
  add_author(name, organisation, data);
}

// The first article with a headline wins; fields it lacks are filled from the others, in their order.
void merge(const object& item, const Nodes& nodes, ArticleData& data) {
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
  std::string_view body;  // its line breaks are paragraphs
  if (data.body.empty() && !item["articleBody"].get_string().get(body)) data.body = trim(body);
  for (const char* key : {"publisher", "sourceOrganization"}) {
    if (element publisher; data.publisher.empty() && !item[key].get(publisher)) data.publisher = name_behind(publisher, nodes);
  }
  element author;
  for (const char* key : {"author", "creator"}) {
    if (data.authors.empty() && !item[key].get(author)) add_authors(author, nodes, 0, data);
  }
}

void search(const element& value, int depth, std::vector<object>& articles, Nodes& nodes, std::string& page_published) {
  if (depth > kDepth) return;
  array list;
  if (!value.get_array().get(list)) {
    for (element one : list) search(one, depth + 1, articles, nodes, page_published);
    return;
  }
  object item;
  if (value.get_object().get(item)) return;
  // a node that only refers to another has nothing besides its "@id"
  if (std::string_view id; item.size() > 1 && !item["@id"].get_string().get(id)) nodes.emplace(id, item);
  if (type_is(item, is_article_type)) articles.push_back(item);
  if (page_published.empty() && type_is(item, [](std::string_view type) { return type == "WebPage"; })) page_published = field(item, "datePublished");
  for (const char* key : {"@graph", "mainEntity", "itemListElement", "item"}) {
    element inner;
    if (!item[key].get(inner)) search(inner, depth + 1, articles, nodes, page_published);
  }
}

// The usual damage: line breaks inside strings, which JSON forbids and sites print; comment or CDATA marks around the
// value; commas before a closing bracket.
std::string repaired(std::string_view script) {
  for (bool changed = true; changed;) {
    changed = false;
    script = trim(script);
    for (std::string_view mark : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//-->", "-->", "//]]>", "/*]]>*/", "]]>", ";", "\xEF\xBB\xBF"}) {
      if (script.starts_with(mark)) script.remove_prefix(mark.size()), changed = true;
      if (script.ends_with(mark)) script.remove_suffix(mark.size()), changed = true;
    }
  }
  std::string out;
  out.reserve(script.size());
  bool inside = false;
  for (std::size_t at = 0; at < script.size(); ++at) {
    const char c = static_cast<unsigned char>(script[at]) < 0x20 ? ' ' : script[at];
    if (inside && c == '\\' && at + 1 < script.size() && static_cast<unsigned char>(script[at + 1]) >= 0x20) {
      out += c;
      out += script[++at];
      continue;
    }
    if (c == '"') inside = !inside;
    if (!inside && (c == ']' || c == '}')) {
      const std::size_t last = out.find_last_not_of(' ');
      if (last != std::string::npos && out[last] == ',') out.resize(last);
    }
    out += c;
  }
  return out;
}

}  // namespace

ArticleData read_json_ld(const std::vector<std::string>& scripts) {
  std::vector<simdjson::dom::parser> parsers(scripts.size());  // each keeps the values of its script
  std::vector<object> articles;
  Nodes nodes;
  std::string page_published;  // of the page that holds the article
  for (std::size_t s = 0; s < scripts.size(); ++s) {
    element root;
    if (!parsers[s].parse(repaired(scripts[s])).get(root)) {
      search(root, 0, articles, nodes, page_published);
    } else if (const auto date = find_script_date(scripts[s]); page_published.empty() && date && date->key == "datePublished") {
      page_published = date->value;  // too broken to parse, but the day can be read
    }
  }
  std::stable_partition(articles.begin(), articles.end(), [](const object& item) { return !field(item, "headline").empty(); });
  ArticleData data;
  for (const object& item : articles) merge(item, nodes, data);
  if (data.published.empty()) data.published = page_published;
  return data;
}

}  // namespace attache

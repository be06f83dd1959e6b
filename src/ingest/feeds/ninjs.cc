#include "ingest/feeds/ninjs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "ingest/feeds/item.h"
#include "ingest/feeds/markup.h"

namespace attache {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Whatever the case of the name; absent members leave `value` alone.
bool find(const object& item, std::string_view name, element& value) { return item.at_key_case_insensitive(name).get(value) == simdjson::SUCCESS; }

// A string, or a whole number as one: versions are written both ways.
std::string scalar(const element& value) {
  std::string_view text;
  if (!value.get_string().get(text)) return std::string(text);
  std::int64_t number = 0;
  if (!value.get_int64().get(number)) return std::to_string(number);
  return {};
}

std::string text_of(const object& item, std::string_view name) {
  element value;
  std::string_view text;
  return find(item, name, value) && !value.get_string().get(text) ? std::string(text) : std::string();
}

// A member that is a value, an object with one ("value" or "name"), or a list of either.
std::vector<object> objects_of(const object& item, std::string_view name) {
  std::vector<object> out;
  element value;
  array list;
  object one;
  if (!find(item, name, value)) return out;
  if (!value.get_object().get(one)) out.push_back(one);
  if (!value.get_array().get(list)) {
    for (element entry : list) {
      if (!entry.get_object().get(one)) out.push_back(one);
    }
  }
  return out;
}

std::vector<std::string> strings_of(const object& item, std::string_view name) {
  std::vector<std::string> out;
  element value;
  array list;
  if (!find(item, name, value)) return out;
  if (std::string text = scalar(value); !text.empty()) out.push_back(std::move(text));
  if (!value.get_array().get(list)) {
    for (element entry : list) {
      if (std::string text = scalar(entry); !text.empty()) out.push_back(std::move(text));
    }
  }
  for (const object& one : objects_of(item, name)) {
    for (const char* key : {"value", "name", "by"}) {
      if (std::string text = text_of(one, key); !text.empty()) {
        out.push_back(std::move(text));
        break;
      }
    }
  }
  return out;
}

// The standard's "uri"; "guid" where a newsroom system writes its own name for it (Superdesk).
std::string identifier(const object& item) {
  const std::string uri = text_of(item, "uri");
  return uri.empty() ? text_of(item, "guid") : uri;
}

bool is_main(const object& piece) { return equals_ignore_case(text_of(piece, "role"), "main"); }

// The headline of the role "main", else the first.
std::string headline_of(const object& item) {
  for (const object& headline : objects_of(item, "headlines")) {
    if (is_main(headline)) return text_of(headline, "value");
  }
  for (const char* name : {"headlines", "headline", "title"}) {
    if (const std::vector<std::string> values = strings_of(item, name); !values.empty()) return values.front();
  }
  return {};
}

// Better first: the main body, then HTML, then text; XML of other kinds is left alone.
int rank_of(const object& body) {
  const std::string type = lower_ascii(text_of(body, "contenttype"));
  const bool html = type.find("html") != std::string::npos;
  if (!html && !type.empty() && !type.starts_with("text/plain")) return 9;
  return (is_main(body) ? 0 : 3) + (html ? 0 : type.empty() ? 1 : 2);
}

void read_body(const object& item, Record& record) {
  std::vector<object> bodies = objects_of(item, "bodies");
  std::erase_if(bodies, [](const object& body) { return rank_of(body) == 9 || !has_words(text_of(body, "value")); });
  std::stable_sort(bodies.begin(), bodies.end(), [](const object& a, const object& b) { return rank_of(a) < rank_of(b); });
  if (!bodies.empty()) return set_text(record, text_of(bodies.front(), "value"));
  for (const char* name : {"body_xhtml", "body_html", "body_html5"}) {
    if (std::string html = text_of(item, name); has_words(html)) return set_html(record, std::move(html));
  }
  // body_text, and whatever else an agency calls its body: "body_" is open to names of their own
  std::string other;
  for (const auto& [key, value] : item) {
    if (!starts_with_ignore_case(key, "body_")) continue;
    std::string text = value.is_string() ? scalar(value) : std::string();
    if (equals_ignore_case(key, "body_text") && has_words(text)) return set_text(record, std::move(text));
    if (other.empty() && has_words(text) && !trim(text).starts_with("<?xml")) other = std::move(text);
  }
  if (!other.empty()) return set_text(record, std::move(other));
  // a short item may have nothing but a description
  for (const char* name : {"description_html", "description_text"}) {
    if (std::string text = text_of(item, name); has_words(text)) return set_text(record, std::move(text));
  }
  for (const std::string& description : strings_of(item, "descriptions")) {
    if (has_words(description)) return set_text(record, description);
  }
}

void declare_agencies(const object& item, Declarations& d) {
  for (const char* name : {"creditline", "provider"}) {
    for (const std::string& value : strings_of(item, name)) declare(d.agencies, value, "ninjs " + std::string(name), Party::agency);
    if (!d.agencies.empty()) return;
  }
  for (const char* name : {"infosource", "infosources"}) {
    for (const object& source : objects_of(item, name)) {
      const std::string role = lower_ascii(text_of(source, "role"));
      if (role.ends_with("originfo")) continue;  // gave information, wrote nothing
      declare(d.agencies, text_of(source, "name"), "ninjs " + std::string(name), Party::agency);
    }
  }
  for (const char* name : {"source", "copyrightholder"}) {
    if (d.agencies.empty()) declare(d.agencies, text_of(item, name), "ninjs " + std::string(name), Party::either);
  }
}

}  // namespace

bool is_ninjs(const object& item) {
  for (const object& standard : objects_of(item, "standard")) {
    if (contains_ignore_case(text_of(standard, "name"), "ninjs")) return true;
  }
  element value;
  if (identifier(item).empty() || find(item, "text", value) || find(item, "html", value)) return false;
  static constexpr std::array<std::string_view, 9> kOnlyNinjs = {"versioncreated", "pubstatus", "body_text", "body_xhtml", "body_html", "bodies", "headlines", "representationtype", "infosources"};
  return std::any_of(kOnlyNinjs.begin(), kOnlyNinjs.end(), [&](std::string_view name) { return find(item, name, value); });
}

Result<Record> read_ninjs(const object& item) {
  Record record;
  Declarations& d = record.declared;
  declare(d.titles, plain_words(headline_of(item)), "ninjs headline");
  for (const char* name : {"by", "byline", "bylines"}) {
    for (const std::string& by : strings_of(item, name)) {
      if (d.authors.empty() || name == std::string_view("bylines")) declare(d.authors, by, "ninjs " + std::string(name));
    }
  }
  if (d.authors.empty()) {
    for (const object& author : objects_of(item, "authors")) declare(d.authors, text_of(author, "name"), "ninjs authors");
  }
  declare_agencies(item, d);
  for (const std::string& place : strings_of(item, "located")) declare(d.datelines, place, "ninjs located");
  declare_date(d.published, text_of(item, "versioncreated"), "ninjs versioncreated");
  declare_date(d.published, text_of(item, "contentcreated"), "ninjs contentcreated");
  declare_date(d.published, text_of(item, "firstcreated"), "ninjs firstcreated");
  declare(d.languages, text_of(item, "language"), "ninjs language");
  declare(d.wire_id, identifier(item), text_of(item, "uri").empty() ? "ninjs guid" : "ninjs uri");
  declare(d.status, publication_status(text_of(item, "pubstatus")), "ninjs pubstatus");
  declare(d.editor_note, text_of(item, "ednote"), "ninjs ednote");
  if (element version; find(item, "version", version)) d.version = version_number(scalar(version));
  read_body(item, record);
  const std::string type = lower_ascii(text_of(item, "type"));
  if (!type.empty() && type != "text") {
    // a description of a picture or an event is no report; a package with a text of its own is one
    const bool own_body = !objects_of(item, "bodies").empty() || !text_of(item, "body_text").empty() || !text_of(item, "body_xhtml").empty();
    if (type != "composite" || !own_body) return fail(ErrorCode::unsupported, "a ninjs item of type \"" + type + "\", not a text");
  }
  return with_text(std::move(record));
}

}  // namespace attache

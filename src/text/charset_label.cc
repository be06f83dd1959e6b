#include "text/charset_label.h"

#include <array>
#include <optional>
#include <utility>

#include <unicode/ucnv.h>

#include "base/strings.h"

namespace attache {
namespace {

// Labels that browsers map elsewhere (WHATWG Encoding, section 4.2): the common ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kLabelMeaning = {{
    {"iso-8859-1", "windows-1252"}, {"iso8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},      {"x-user-defined", "windows-1252"}, {"iso-8859-9", "windows-1254"}, {"latin5", "windows-1254"},
    {"gb2312", "gbk"},              {"gb_2312-80", "gbk"}, {"ks_c_5601-1987", "windows-949"}, {"euc-kr", "windows-949"}, {"shift-jis", "shift_jis"},
}};

bool is_charset(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string name = canonical_charset(label);
  for (char c : name) {
    if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '_' && c != ':' && c != '.') return false;  // ICU would read over them
  }
  return !name.empty() && (name == "utf-8" || ucnv_countAliases(name.c_str(), &status) > 0);
}

struct Attribute {
  std::string name, value;  // lower case
};

// "Get an attribute" of the HTML Standard; `at` moves behind it. Nothing where the tag ends.
std::optional<Attribute> next_attribute(std::string_view html, std::size_t& at) {
  while (at < html.size() && (is_space(html[at]) || html[at] == '/')) ++at;
  if (at >= html.size() || html[at] == '>') return std::nullopt;
  Attribute out;
  while (at < html.size() && !(html[at] == '=' && !out.name.empty()) && !is_space(html[at]) && html[at] != '/' && html[at] != '>') out.name += to_lower(html[at++]);
  while (at < html.size() && is_space(html[at])) ++at;
  if (at >= html.size() || html[at] != '=') return out;
  ++at;
  while (at < html.size() && is_space(html[at])) ++at;
  if (at >= html.size()) return std::nullopt;
  if (html[at] == '"' || html[at] == '\'') {
    const char quote = html[at++];
    while (at < html.size() && html[at] != quote) out.value += to_lower(html[at++]);
    if (at >= html.size()) return std::nullopt;  // the page ends inside the value
    ++at;
  } else {
    while (at < html.size() && !is_space(html[at]) && html[at] != '>') out.value += to_lower(html[at++]);
    if (at >= html.size()) return std::nullopt;
  }
  return out;
}

// "Extract a character encoding from a meta element": from "text/html; charset=...".
std::string charset_in(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
    at += 7;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at >= content.size() || content[at] != '=') continue;
    ++at;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at >= content.size()) return {};
    if (content[at] == '"' || content[at] == '\'') {
      const std::size_t close = content.find(content[at], at + 1);
      return close == std::string_view::npos ? std::string() : std::string(content.substr(at + 1, close - at - 1));
    }
    std::size_t end = at;
    while (end < content.size() && !is_space(content[end]) && content[end] != ';') ++end;
    return std::string(content.substr(at, end - at));
  }
  return {};
}

// The charset of a <meta ...> whose attributes begin at `at`; `at` moves behind them.
std::string charset_of_meta(std::string_view html, std::size_t& at) {
  bool pragma = false, needs_pragma = false;
  std::string label;
  std::string seen = " ";  // of an attribute given twice the first counts
  while (const auto attribute = next_attribute(html, at)) {
    const std::string key = " " + attribute->name + " ";
    if (seen.find(key) != std::string::npos) continue;
    seen += attribute->name + " ";
    if (attribute->name == "http-equiv") {
      pragma = attribute->value == "content-type";
    } else if (attribute->name == "content" && label.empty()) {
      label = trim(charset_in(attribute->value));
      needs_pragma = !label.empty();
    } else if (attribute->name == "charset") {
      label = trim(attribute->value);
      needs_pragma = false;
    }
  }
  return (needs_pragma && !pragma) || !is_charset(label) ? std::string() : label;
}

std::string charset_of_xml_declaration(std::string_view html) {
  if (!html.starts_with("<?xml")) return {};
  const std::string_view line = html.substr(0, html.find('>'));
  std::size_t at = line.find("encoding");
  if (at == std::string_view::npos) return {};
  at += 8;
  while (at < line.size() && (is_space(line[at]) || line[at] == '=')) ++at;
  if (at >= line.size() || (line[at] != '"' && line[at] != '\'')) return {};
  const std::size_t close = line.find(line[at], at + 1);
  std::string label = close == std::string_view::npos ? std::string() : lower_ascii(line.substr(at + 1, close - at - 1));
  return is_charset(label) ? label : std::string();
}

}  // namespace

std::string canonical_charset(std::string_view label) {
  std::string name = lower_ascii(trim(label));
  for (const auto& [from, to] : kLabelMeaning) {
    if (name == from) return std::string(to);
  }
  // a page whose label could be read as ASCII is not UTF-16 (HTML Standard, "prescan a byte stream")
  return name == "utf8" || name.starts_with("utf-16") || name.starts_with("utf-32") ? "utf-8" : name;
}

std::string html_charset_label(std::string_view bytes) {
  constexpr std::size_t kHead = 16384;
  const std::string_view html = bytes.substr(0, kHead);
  if (std::string label = charset_of_xml_declaration(html); !label.empty()) return label;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at < html.size(); at = html.find('<', at)) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t close = html.find("-->", at + 2);  // "<!-->" is a comment
      at = close == std::string_view::npos ? html.size() : close + 3;
    } else if (rest.size() > 5 && equals_ignore_case(rest.substr(0, 5), "<meta") && (is_space(rest[5]) || rest[5] == '/')) {
      at += 5;
      if (std::string label = charset_of_meta(html, at); !label.empty()) return label;
    } else if (rest.size() > 1 && (is_alpha(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_alpha(rest[2])))) {
      while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
      while (next_attribute(html, at)) {
      }
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
      const std::size_t close = html.find('>', at);
      at = close == std::string_view::npos ? html.size() : close + 1;
    } else {
      ++at;
    }
  }
  return {};
}

}  // namespace attache

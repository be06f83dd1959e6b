#include "ingest/html_source.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace attache {
namespace {

using std::string_view;

struct StartTag {
  string_view name;
  string_view text;  // from '<' to '>', both included where the tag is closed
  std::uint32_t attributes = 0;
  bool self_closing = false;
};

bool separates(char c) { return is_space(c) || c == '/'; }

// The tag that begins with the '<' at `at`. Attributes are counted up to limit + 1, then the scan goes on without counting.
StartTag read_start_tag(string_view html, std::size_t at, std::uint32_t limit) {
  const std::size_t begin = at++;
  StartTag tag;
  const std::size_t name = at;
  while (at < html.size() && !separates(html[at]) && html[at] != '>') ++at;
  tag.name = html.substr(name, at - name);
  while (at < html.size() && html[at] != '>') {
    if (separates(html[at])) {
      tag.self_closing = html[at] == '/';
      ++at;
      continue;
    }
    tag.self_closing = false;
    if (tag.attributes <= limit) ++tag.attributes;
    ++at;  // a '=' here begins a name
    while (at < html.size() && !separates(html[at]) && html[at] != '=' && html[at] != '>') ++at;
    std::size_t value = at;
    while (value < html.size() && is_space(html[value])) ++value;
    if (value >= html.size() || html[value] != '=') continue;
    ++value;
    while (value < html.size() && is_space(html[value])) ++value;
    if (value < html.size() && (html[value] == '"' || html[value] == '\'')) {
      const std::size_t close = html.find(html[value], value + 1);
      at = close == string_view::npos ? html.size() : close + 1;
    } else {
      while (value < html.size() && !is_space(html[value]) && html[value] != '>') ++value;
      at = value;
    }
  }
  tag.text = html.substr(begin, std::min(at + 1, html.size()) - begin);
  return tag;
}

// Where the end tag </name begins, at or behind `at`; the end of the page where there is none.
std::size_t find_end_tag(string_view html, string_view name, std::size_t at) {
  for (at = html.find("</", at); at != string_view::npos; at = html.find("</", at + 2)) {
    const string_view rest = html.substr(at + 2);
    if (starts_with_ignore_case(rest, name) && (rest.size() == name.size() || separates(rest[name.size()]) || rest[name.size()] == '>')) return at;
  }
  return html.size();
}

// Behind the </svg> that ends the drawing whose start tag ends at `at`, drawings inside it counted; npos where none does.
std::size_t end_of_drawing(string_view html, std::size_t at) {
  for (int open = 1; at < html.size();) {
    at = html.find('<', at);
    if (at == string_view::npos) break;
    const string_view rest = html.substr(at + 1);
    if (starts_with_ignore_case(rest, "svg")) ++open;
    if (starts_with_ignore_case(rest, "/svg") && --open == 0) return at;
    ++at;
  }
  return string_view::npos;
}

std::size_t behind_comment(string_view html, std::size_t at) {
  if (html.substr(at).starts_with("<!-->")) return at + 5;
  if (html.substr(at).starts_with("<!--->")) return at + 6;
  const std::size_t close = html.find("-->", at + 4);
  return close == string_view::npos ? html.size() : close + 3;
}

// Behind "</body>" or "</html>" at `at`; `at` itself for every other tag.
std::size_t behind_page_end(string_view html, std::size_t at) {
  const string_view name = html.substr(at + 2, 4);
  if (!equals_ignore_case(name, "body") && !equals_ignore_case(name, "html")) return at;
  const std::size_t close = html.find_first_not_of(" \t\r\n", at + 6);
  return close == string_view::npos || html[close] != '>' ? at : close + 1;
}

string_view without_leading_end_tags(string_view html) {
  for (string_view rest = trim(html); rest.starts_with("</"); rest = trim(html)) {
    const std::size_t close = rest.find('>');
    if (close == string_view::npos) break;
    html = rest.substr(close + 1);
  }
  return html;
}

}  // namespace

HtmlSource prepare_html(string_view utf8, std::uint32_t limit) {
  const string_view html = without_leading_end_tags(utf8);
  HtmlSource source;
  source.html.reserve(html.size() / 2);
  bool drawings_end = true;
  std::size_t kept = 0;  // everything before is in source.html or left out
  const auto leave_out = [&](std::size_t begin, std::size_t end) {
    source.html += html.substr(kept, begin - kept);
    kept = end;
  };
  for (std::size_t at = html.find('<'); at != string_view::npos && at < html.size(); at = html.find('<', at)) {
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next == '!' && html.substr(at).starts_with("<!--")) {
      const std::size_t end = behind_comment(html, at);
      leave_out(at, end);
      at = end;
    } else if (next == '/') {
      const std::size_t end = behind_page_end(html, at);
      if (end != at) leave_out(at, end);
      at = std::max(end, at + 2);
    } else if (is_alpha(next)) {
      const StartTag tag = read_start_tag(html, at, limit);
      source.most_attributes = std::max(source.most_attributes, tag.attributes);
      at += tag.text.size();
      if (equals_ignore_case(tag.name, "script") || equals_ignore_case(tag.name, "style")) {
        const std::size_t end = find_end_tag(html, tag.name, at);
        if (!contains_ignore_case(tag.text, "ld+json")) leave_out(at, end);
        at = end;
      } else if (drawings_end && !tag.self_closing && equals_ignore_case(tag.name, "svg")) {
        const std::size_t end = end_of_drawing(html, at);
        drawings_end = end != string_view::npos;  // one without an end would be searched for again and again
        if (drawings_end) leave_out(at, end);
        if (drawings_end) at = end;
      }
    } else {
      ++at;
    }
  }
  leave_out(html.size(), html.size());
  return source;
}

}  // namespace attache

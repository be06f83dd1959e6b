#include "ingest/feeds/markup.h"

#include "base/strings.h"
#include "ingest/references.h"
#include "ingest/html_document.h"

namespace attache {
namespace {

bool is_void(std::string_view name) { return is_one_of(name, {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}); }

void append_html(const XmlElement& element, std::string& out) {  // as deep as the tree may be (XmlLimits)
  if (element.is_text()) {
    out += html_of_text(element.own_text());
    return;
  }
  out += '<';
  out += element.name();
  for (const XmlAttribute& attribute : element.attributes()) {
    if (attribute.name.find(':') != std::string::npos || attribute.name == "xmlns") continue;
    out += ' ';
    out += attribute.name;
    out += "=\"";
    out += html_of_text(attribute.value);
    out += '"';
  }
  out += '>';
  for (XmlElement e = element.first(); e; e = e.next()) append_html(e, out);
  if (is_void(element.name())) return;
  out += "</";
  out += element.name();
  out += '>';
}

// The name of the tag that begins at `at` (a '<'), in lower case; empty where none does.
std::string tag_at(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  const std::size_t begin = i;
  while (i < text.size() && (is_alpha(text[i]) || is_digit(text[i]))) ++i;
  if (i == begin || i >= text.size() || !(is_space(text[i]) || text[i] == '>' || text[i] == '/')) return {};
  return lower_ascii(text.substr(begin, i - begin));
}

bool is_html_tag(std::string_view name) {
  return is_one_of(name, {"a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "center", "cite", "code", "dd", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "h1", "h2", "h3",
                          "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "ins", "li", "link", "main", "meta", "object", "ol", "p", "picture", "pre", "q", "s", "script", "section",
                          "small", "span", "strike", "strong", "style", "sub", "sup", "table", "tbody", "td", "th", "time", "tr", "u", "ul", "video"});
}

bool has_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at, 4) == "<!--" || is_html_tag(tag_at(text, at))) return true;
  }
  return false;
}

}  // namespace

std::string html_of_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string inner_html(const XmlElement& element) {
  std::string out;
  for (XmlElement e = element.first(); e; e = e.next()) append_html(e, out);
  return out;
}

std::string html_inside(const XmlElement& element) {
  if (!element.children().empty()) return inner_html(element);
  std::string html = element.raw_text();
  if (!has_tag(html) && html.find("&lt;") != std::string::npos) {
    if (std::string once_more = decode_references(html); has_tag(once_more)) return once_more;
  }
  return html;
}

bool looks_like_markup(std::string_view text) { return has_tag(text) || (text.find('&') != std::string_view::npos && decode_references(text) != text); }

std::string plain_words(std::string_view html) {
  if (!looks_like_markup(html)) return collapse_space(html);
  if (!has_tag(html)) return collapse_space(decode_references(html));
  const Result<HtmlDocument> document = parse_html(html);
  std::string out;
  if (!document) return out;
  for (const HtmlBlock& block : document->blocks) {
    if (!out.empty()) out += ' ';
    out += slice(document->text, block.span);
  }
  return collapse_space(out);
}

bool has_words(std::string_view html) {
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] == '<' && (html.substr(i, 4) == "<!--" || !tag_at(html, i).empty())) {
      const std::size_t close = html.find('>', i);
      if (close == std::string_view::npos) return false;
      i = close;
    } else if (is_alpha(html[i]) || is_digit(html[i]) || static_cast<unsigned char>(html[i]) >= 0xC3) {  // 0xC2: no-break spaces, marks
      return true;
    } else if (html[i] == '&') {
      const std::string_view reference = html.substr(i, 12);
      const std::size_t end = reference.find(';');
      if (end == std::string_view::npos) continue;
      const std::string character = decode_references(reference.substr(0, end + 1));
      if (character.size() > 1 && character != reference.substr(0, end + 1) && static_cast<unsigned char>(character.front()) >= 0xC3) return true;
      i += end;
    }
  }
  return false;
}

}  // namespace attache

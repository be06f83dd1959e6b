// An HTML page as flat arrays: elements with parent indexes, text blocks cut at block-level tags, and what stands in
// <meta>, <link>, JSON-LD and marked dates. Built in one pass from libxml2's HTML parser (SAX), so that nothing but these
// arrays is kept; no other file knows the parser (references.cc its table of character names).
//
// Limits are refusals, not truncations: too_large (bytes), too_deep, too_many_attributes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/span.h"

namespace attache {

struct HtmlLimits {
  std::size_t bytes = 32u << 20;        // the largest page of our sets has 6 MB
  std::uint32_t depth = 2000;           // real pages stay under 300, broken ones under 1,500
  std::uint32_t attributes = 1000;      // on one tag; libxml2 compares them pairwise, so this also bounds time
};

enum class Tag : std::uint8_t {
  other, html, head, body, title, meta, link, script, style, p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, tr, td,
  th, section, article, main, header, footer, nav, aside, figure, figcaption, blockquote, pre, form, button, select, textarea,
  label, a, span, br, hr, time, noscript, template_, svg, iframe, object, video, audio, img, address, details, summary, em, strong, cite
};

struct HtmlElement {
  std::uint32_t parent = 0;  // index; the root is its own parent
  Tag tag = Tag::other;
  bool hidden = false;       // hidden attribute, aria-hidden on a block, display:none
  std::string hints;         // class, id, role, itemprop, data-component in lower case, blank-separated
};

struct HtmlBlock {
  Span span;                   // in HtmlDocument::text
  std::uint32_t element = 0;   // innermost block-level element
  std::uint32_t link_letters = 0;
  std::uint32_t letters = 0;
};

struct HtmlMeta {
  std::string name;  // name, property, itemprop or http-equiv, lower case
  std::string content;
};

// What the page marks as a date: <time>, microdata and RDFa, hAtom's <abbr title>, data attributes, a class that says so.
enum class DateMark : std::uint8_t { time_element, property, attribute, hint };

struct HtmlTime {
  std::string datetime;        // attribute, may be empty
  std::string text;            // shown; cut at 200 bytes
  std::uint32_t element = 0;
  std::uint32_t at = 0;        // byte of the text where it stands
  DateMark mark = DateMark::time_element;
};

// An element that says it names an author: rel=author, itemprop=author, a word of its class or id.
enum class AuthorMark : std::uint8_t { rel, property, hint };

struct HtmlAuthor {
  std::string name;            // of <meta itemprop=name> inside microdata; what it shows stands in the text
  Span span;                   // in HtmlDocument::text; may be empty
  std::uint32_t element = 0;
  AuthorMark mark = AuthorMark::hint;
};

struct HtmlDocument {
  std::string text;  // blocks joined by a blank line
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  std::vector<HtmlMeta> metas;
  std::vector<HtmlTime> times;
  std::vector<HtmlAuthor> authors;  // in order of their start tags
  std::vector<std::string> json_ld;
  std::string title;      // of <title>
  std::string canonical;  // <link rel=canonical>
  std::string language;   // <html lang>
};

// `utf8`: the decoded page.
[[nodiscard]] Result<HtmlDocument> parse_html(std::string_view utf8, const HtmlLimits& limits = {});

}  // namespace attache

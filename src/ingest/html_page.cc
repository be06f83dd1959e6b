#include "ingest/html_page.h"

#include <algorithm>

#include "base/strings.h"
#include "ingest/author_words.h"
#include "ingest/declared_body.h"
#include "ingest/html_authors.h"
#include "ingest/html_dates.h"
#include "ingest/html_headings.h"
#include "ingest/json_ld.h"
#include "ingest/main_content.h"
#include "ingest/other_boxes.h"
#include "ingest/references.h"
#include "ingest/url.h"

namespace attache {
namespace {

BlockKind kind_of(BlockRole role) {
  switch (role) {
    case BlockRole::article: return BlockKind::paragraph;
    case BlockRole::heading: return BlockKind::heading;
    case BlockRole::list_item: return BlockKind::list_item;
    case BlockRole::quotation: return BlockKind::quotation;
    case BlockRole::caption: return BlockKind::caption;
    case BlockRole::outside: case BlockRole::furniture: break;
  }
  return BlockKind::chrome;
}

const HtmlElement* heading_of(const HtmlDocument& document, const HtmlBlock& block, Tag tag) {
  for (std::uint32_t e = block.element; e != 0; e = document.elements[e].parent) {
    if (document.elements[e].tag == tag) return &document.elements[e];
  }
  return nullptr;
}

void add(std::vector<Declared>& list, std::string_view value, std::string_view field) {
  value = trim(value);
  constexpr std::size_t kMost = 200;  // of one kind; a page with more of them is built to be slow
  if (value.empty() || list.size() >= kMost) return;
  const bool known = std::any_of(list.begin(), list.end(), [&](const Declared& d) { return d.value == value; });
  if (!known) list.push_back({std::string(value), std::string(field)});
}

// Names and titles, which sites escape twice.
void add_words(std::vector<Declared>& list, std::string_view value, std::string_view field) { add(list, decode_words(value), field); }

void add_meta_words(std::vector<Declared>& list, const HtmlDocument& document, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    for (const HtmlMeta& meta : document.metas) {
      if (meta.name == name) add_words(list, meta.content, "meta " + std::string(name));
    }
  }
}

void add_meta(std::vector<Declared>& list, const HtmlDocument& document, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    for (const HtmlMeta& meta : document.metas) {
      if (meta.name == name) add(list, meta.content, "meta " + std::string(name));
    }
  }
}

// The role a document gives to the lines that name who made it (DPUB-ARIA); the readers of wire formats set it, too.
bool is_acknowledgement(const HtmlDocument& document, const HtmlBlock& block) {
  for (std::uint32_t e = block.element; e != 0; e = document.elements[e].parent) {
    for (std::string_view word : split(document.elements[e].hints, ' ')) {
      if (word == "doc-credit" || word == "doc-acknowledgments") return true;
    }
  }
  return false;
}

std::string first_h1(const HtmlDocument& document) {
  for (const HtmlBlock& block : document.blocks) {
    if (heading_of(document, block, Tag::h1)) return collapse_space(slice(document.text, block.span));
  }
  return {};
}

// The pairs of labels and values for shared links: twitter:label1 = "Written by", twitter:data1 = the name.
void add_written_by(std::vector<Declared>& list, const HtmlDocument& document) {
  int labels = 0;
  for (const HtmlMeta& label : document.metas) {
    if (!label.name.starts_with("twitter:label") || ++labels > 8 || !names_the_author(label.content)) continue;
    const std::string data = "twitter:data" + label.name.substr(std::string_view("twitter:label").size());
    for (const HtmlMeta& value : document.metas) {
      if (value.name == data) add_words(list, value.content, "meta " + data);
    }
  }
}

Declarations read_declarations(const HtmlDocument& document, const ArticleData& article) {
  Declarations d;
  add_words(d.titles, article.headline, "JSON-LD headline");
  add_meta_words(d.titles, document, {"og:title", "twitter:title", "title", "dc.title"});
  add_words(d.titles, first_h1(document), "h1");
  add_words(d.titles, document.title, "title element");

  add_words(d.outlets, article.publisher, "JSON-LD publisher");
  add_meta_words(d.outlets, document, {"og:site_name", "application-name", "dc.publisher", "publisher"});

  for (const ArticleData::Author& author : article.authors) add(d.authors, author.name, author.organisation ? "JSON-LD author (organisation)" : "JSON-LD author");
  add_meta_words(d.authors, document, {"author", "article:author", "og:article:author", "article:byline", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cxenseparse:author", "byl"});
  add_written_by(d.authors, document);
  add(d.agencies, article.credit, "JSON-LD creditText");
  add_meta(d.agencies, document, {"source", "news_source", "dc.source", "syndication-source"});

  add(d.languages, document.language, "html lang");
  add(d.languages, article.language, "JSON-LD inLanguage");
  add_meta(d.languages, document, {"content-language", "og:locale", "language", "dc.language"});
  add(d.datelines, article.dateline, "JSON-LD dateline");
  add(d.urls, document.canonical, "canonical link");
  add_meta(d.urls, document, {"og:url"});
  add(d.urls, article.url, "JSON-LD url");
  std::erase_if(d.urls, [](const Declared& url) { return host_of(url.value).empty(); });
  if (!d.urls.empty()) d.host = host_of(d.urls.front().value);
  return d;
}

}  // namespace

Result<Page> read_html_page(std::string_view utf8, bool article_only, const HtmlLimits& limits) {
  Result<HtmlDocument> parsed = parse_html(utf8, limits);
  if (!parsed) return tl::unexpected<Error>(parsed.error());
  HtmlDocument& document = *parsed;
  Page page;
  page.marked_up = true;
  const ArticleData article = read_json_ld(document.json_ld);
  if (document.blocks.empty() && article.body.empty()) return fail(ErrorCode::missing_text, "the page holds no visible text");
  page.declared = read_declarations(document, article);
  const std::vector<BlockRole> roles = article_only ? roles_in_article(document) : find_main_content(document);
  const OtherBoxes boxes(document, roles);
  page.declared.headings = find_headings(document, roles, boxes);
  page.declared.printed_authors = find_printed_authors(document, roles, boxes);
  read_html_dates(document, roles, boxes, utf8, article.published, article.modified, page.declared);
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const HtmlBlock& from = document.blocks[b];
    PageBlock block;
    block.span = from.span;
    block.gap_before = 2;
    block.kind = kind_of(roles[b]);
    block.settled = block.kind == BlockKind::chrome || block.kind == BlockKind::caption;
    block.other_box = block.kind == BlockKind::chrome && boxes.holds(from.element);
    if (article_only && is_acknowledgement(document, from)) {
      block.kind = BlockKind::sign_off;
      block.settled = true;
    }
    if (heading_of(document, from, Tag::h1)) {
      block.kind = BlockKind::heading;  // the title, wherever it stands; classify.cc compares it with the declared one
      block.settled = false;
    }
    block.link_share = from.letters ? static_cast<float>(from.link_letters) / static_cast<float>(from.letters) : 0;
    page.blocks.push_back(block);
  }
  page.text = std::move(document.text);
  if (!article_only) add_declared_body(article.body, page);
  return page;
}

}  // namespace attache

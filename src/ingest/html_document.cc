#include "ingest/html_document.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

#include <libxml/HTMLparser.h>

#include "base/date.h"
#include "base/strings.h"
#include "ingest/html_source.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::size_t kTimeText = 200;  // bytes of a marked date's text; beyond them the mark holds more than a date

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> map = {
      {"html", Tag::html}, {"head", Tag::head}, {"body", Tag::body}, {"title", Tag::title}, {"meta", Tag::meta}, {"link", Tag::link},
      {"script", Tag::script}, {"style", Tag::style}, {"p", Tag::p}, {"div", Tag::div}, {"h1", Tag::h1}, {"h2", Tag::h2},
      {"h3", Tag::h3}, {"h4", Tag::h4}, {"h5", Tag::h5}, {"h6", Tag::h6}, {"ul", Tag::ul}, {"ol", Tag::ol}, {"li", Tag::li},
      {"dl", Tag::dl}, {"dt", Tag::dt}, {"dd", Tag::dd}, {"table", Tag::table}, {"tr", Tag::tr}, {"td", Tag::td}, {"th", Tag::th},
      {"section", Tag::section}, {"article", Tag::article}, {"main", Tag::main}, {"header", Tag::header}, {"footer", Tag::footer},
      {"nav", Tag::nav}, {"aside", Tag::aside}, {"figure", Tag::figure}, {"figcaption", Tag::figcaption},
      {"blockquote", Tag::blockquote}, {"pre", Tag::pre}, {"form", Tag::form}, {"button", Tag::button}, {"select", Tag::select},
      {"textarea", Tag::textarea}, {"label", Tag::label}, {"a", Tag::a}, {"span", Tag::span}, {"br", Tag::br}, {"hr", Tag::hr},
      {"time", Tag::time}, {"noscript", Tag::noscript}, {"template", Tag::template_}, {"svg", Tag::svg}, {"iframe", Tag::iframe},
      {"object", Tag::object}, {"video", Tag::video}, {"audio", Tag::audio}, {"img", Tag::img}, {"address", Tag::address},
      {"details", Tag::details}, {"summary", Tag::summary}, {"em", Tag::em}, {"strong", Tag::strong}, {"cite", Tag::cite}};
  const auto found = map.find(name);
  return found == map.end() ? Tag::other : found->second;
}

bool cuts_block(Tag tag) {
  switch (tag) {
    case Tag::other: case Tag::a: case Tag::span: case Tag::time: case Tag::em: case Tag::strong: case Tag::cite: case Tag::label:
    case Tag::br: case Tag::img: case Tag::meta: case Tag::link: case Tag::script: case Tag::style: case Tag::title:
      return false;
    default: return true;
  }
}

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

// Their text is no text of the page.
bool is_silent(Tag tag) {
  switch (tag) {
    case Tag::style: case Tag::noscript: case Tag::template_: case Tag::svg: case Tag::iframe: case Tag::object: case Tag::video:
    case Tag::audio: case Tag::select: case Tag::textarea:
      return true;
    default: return false;
  }
}

class Builder {
 public:
  Builder(const HtmlLimits& limits) : limits_(limits) { document_.elements.push_back({}); stack_.push_back({0, Tag::other}); }

  void start(std::string_view name, const xmlChar** attributes);
  void end(std::string_view name);
  void characters(std::string_view text);
  void flush();

  HtmlDocument take() {
    flush();
    return std::move(document_);
  }
  [[nodiscard]] bool failed() const { return too_deep_; }
  void set_parser(htmlParserCtxtPtr parser) { parser_ = parser; }

 private:
  struct Open {
    std::uint32_t element;
    Tag tag;
  };

  bool keep_row_open();
  void read_author(const xmlChar** attributes, std::uint32_t element);
  void close_author(std::uint32_t element);
  void read_date(Tag tag, const xmlChar** attributes, std::uint32_t element);
  void read_meta(const xmlChar** attributes);
  void read_link(const xmlChar** attributes);

  const HtmlLimits& limits_;
  htmlParserCtxtPtr parser_ = nullptr;
  HtmlDocument document_;
  std::vector<Open> stack_;
  std::string pending_;             // text of the block being built, white space collapsed
  std::uint32_t pending_element_ = kNone;
  std::uint32_t link_letters_ = 0;
  std::uint32_t letters_ = 0;
  std::uint32_t row_letters_ = 0;   // of the block being built, in the cells before this one
  int silent_ = 0;
  int links_ = 0;
  bool in_title_ = false;
  bool in_json_ld_ = false;
  bool in_script_ = false;
  bool too_deep_ = false;
  std::vector<std::uint32_t> open_authors_;  // indexes into authors, outermost first

  // Byte of the text where the next character will stand, or in front of it.
  [[nodiscard]] std::uint32_t here() const {
    return static_cast<std::uint32_t>(document_.text.size() + (document_.text.empty() ? 0 : 2) + pending_.size());
  }
  std::vector<std::uint32_t> open_times_;  // indexes into times, outermost first
};

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string_view(); }

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
  for (int i = 0; attributes && attributes[i]; i += 2) {
    if (view(attributes[i]) == name) return view(attributes[i + 1]);
  }
  return {};
}

bool is_hidden(const xmlChar** attributes) {
  for (int i = 0; attributes && attributes[i]; i += 2) {
    const std::string_view name = view(attributes[i]);
    if (name == "hidden" || (name == "aria-hidden" && view(attributes[i + 1]) == "true")) return true;
    if (name == "style") {
      std::string style = lower_ascii(view(attributes[i + 1]));
      style.erase(std::remove_if(style.begin(), style.end(), is_space), style.end());
      if (style.find("display:none") != std::string::npos) return true;
    }
  }
  return false;
}

std::string hints_of(const xmlChar** attributes) {
  std::string hints;
  for (int i = 0; attributes && attributes[i]; i += 2) {
    const std::string_view name = view(attributes[i]);
    if (name != "class" && name != "id" && name != "role" && name != "itemprop" && name != "data-component" && name != "data-testid") continue;
    if (!hints.empty()) hints += ' ';
    hints += lower_ascii(view(attributes[i + 1]).substr(0, 300));
  }
  return hints;
}

void Builder::read_meta(const xmlChar** attributes) {
  const std::string_view content = attribute(attributes, "content");
  if (content.empty()) return;
  for (std::string_view key : {std::string_view("property"), std::string_view("name"), std::string_view("itemprop"), std::string_view("http-equiv")}) {
    if (const std::string_view name = attribute(attributes, key); !name.empty()) {
      document_.metas.push_back({lower_ascii(name), collapse_space(content)});
    }
  }
}

void Builder::read_link(const xmlChar** attributes) {
  if (lower_ascii(attribute(attributes, "rel")) == "canonical" && document_.canonical.empty()) {
    document_.canonical = trim(attribute(attributes, "href"));
  }
}

// "author", "byline", "post-author-name", "article__autor"; not "author-bio", "about-the-author", "comment-author".
bool hints_at_author(std::string_view hints) {
  if (hints.find("aut") == std::string_view::npos && hints.find("byl") == std::string_view::npos) return false;  // nearly all
  for (std::string_view name : split(hints, ' ')) {
    bool author = false, other = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= name.size(); ++at) {
      if (at < name.size() && is_alpha(name[at])) continue;
      const std::string_view word = name.substr(begin, at - begin);
      begin = at + 1;
      author |= is_one_of(word, {"author", "authors", "authorname", "authornames", "authorline", "postauthor", "articleauthor", "byline", "bylines", "byl", "autor", "autora", "autores", "autoren", "autore", "autori", "auteur", "auteurs"});
      other |= is_one_of(word, {"bio", "biography", "about", "box", "image", "img", "avatar", "photo", "picture", "pic", "thumb", "thumbnail", "social", "follow", "related", "comment", "comments", "description", "desc", "role", "job", "jobtitle", "mail", "email", "twitter", "archive", "count", "icon", "more", "latest", "quote", "caption", "credit", "teaser"});
    }
    if (author && !other) return true;
  }
  return false;
}

// "2022-03-17...", "20220317T...", seconds or milliseconds since 1970 of this century.
bool is_machine_date(std::string_view value) {
  value = trim(value);
  if (value.size() < 8 || value.size() > 40 || !is_digit(value[0])) return false;
  if (std::all_of(value.begin(), value.end(), is_digit)) return (value.size() == 10 || value.size() == 13) && value[0] == '1';
  const std::optional<Date> date = parse_iso_date(value);
  return date && date->full();
}

// A word of a class or id that says its element holds a date: "post-date", "entry-published", "artikel__datum", "timestamp".
bool hints_at_date(std::string_view hints) {
  for (std::string_view word : split(hints, ' ')) {
    if (word.size() < 4 || word.size() > 40) continue;
    for (std::string_view stem : {"date", "datum", "fecha", "published", "pubdate", "timestamp", "posted", "publication", "post-meta", "entry-meta", "article-meta", "meta-time", "post-time", "post_time", "posttime", "article-time", "entry-time", "article_time", "tarih"}) {
      const std::size_t at = word.find(stem);
      if (at == std::string_view::npos) continue;
      // "update", "validate", "candidate" end so too; "dates-list", "datepicker", "database" begin so
      const bool update = at >= 2 && word.substr(at - 2).starts_with("update");
      const std::string_view behind = word.substr(at + stem.size());
      const bool whole = at == 0 || !is_alpha(word[at - 1]) || stem != "date" || update || word.substr(0, at).ends_with("pub") || word.substr(0, at).ends_with("post") || word.substr(0, at).ends_with("article") || word.substr(0, at).ends_with("news");
      if (whole && !behind.starts_with("picker") && !behind.starts_with("range")) return true;
    }
  }
  return false;
}

void Builder::read_author(const xmlChar** attributes, std::uint32_t element) {
  constexpr std::size_t kMost = 1000;  // of a page; lists of teasers have one each
  if (document_.authors.size() >= kMost) return;
  HtmlAuthor author;
  author.element = element;
  bool marked = false;
  for (int i = 0; attributes && attributes[i] && !marked; i += 2) {
    const std::string_view name = view(attributes[i]);
    const std::string_view value = view(attributes[i + 1]);
    if (name == "rel" && equals_ignore_case(value, "author")) {
      author.mark = AuthorMark::rel;
      marked = true;
    } else if (name == "itemprop" && (equals_ignore_case(value, "author") || equals_ignore_case(value, "creator"))) {
      author.mark = AuthorMark::property;
      marked = true;
    }
  }
  if (!marked && !hints_at_author(document_.elements[element].hints)) return;
  author.span = {here(), here()};
  open_authors_.push_back(static_cast<std::uint32_t>(document_.authors.size()));
  document_.authors.push_back(std::move(author));
}

void Builder::close_author(std::uint32_t element) {
  if (open_authors_.empty()) return;
  HtmlAuthor& author = document_.authors[open_authors_.back()];
  if (author.element != element) return;
  author.span.end = std::max(author.span.begin, here());
  open_authors_.pop_back();
}

void Builder::read_date(Tag tag, const xmlChar** attributes, std::uint32_t element) {
  constexpr std::size_t kMost = 2000;  // marked dates kept of a page; a calendar of a year has 400
  if (tag == Tag::meta || tag == Tag::link || tag == Tag::script || tag == Tag::html || tag == Tag::body || document_.times.size() >= kMost) return;
  HtmlTime time;
  time.element = element;
  time.at = here();
  bool marked = tag == Tag::time;
  if (marked) time.datetime = attribute(attributes, "datetime");
  for (int i = 0; attributes && attributes[i]; i += 2) {
    const std::string_view name = view(attributes[i]);
    const std::string_view value = view(attributes[i + 1]);
    if (name == "itemprop" || name == "property") {
      if (!contains_ignore_case(value, "datepublished") && !contains_ignore_case(value, "datecreated") && !contains_ignore_case(value, "dc:date") && !contains_ignore_case(value, "dc:created") && !contains_ignore_case(value, "pubdate")) continue;
      time.mark = DateMark::property;
      for (std::string_view from : {"datetime", "content", "title"}) {
        if (time.datetime.empty()) time.datetime = attribute(attributes, from);
      }
      marked = true;
    } else if (!marked && tag != Tag::a && (name == "datetime" || name == "timestamp" || name == "pubdate" || (name.starts_with("data-") && (name.find("date") != std::string_view::npos || name.find("time") != std::string_view::npos || name.find("publish") != std::string_view::npos)))) {
      if (!is_machine_date(value)) continue;  // a link's attributes speak of the page it leads to
      time.mark = DateMark::attribute;
      time.datetime = value;
      marked = true;
    }
  }
  // hAtom's value-title pattern: <abbr class="published" title="2022-03-17T10:00Z">
  if (!marked && hints_at_date(document_.elements[element].hints)) {
    time.mark = DateMark::hint;
    const std::string_view title = attribute(attributes, "title");
    if (is_machine_date(title)) time.datetime = title;
    marked = true;
  }
  if (!marked) return;
  open_times_.push_back(static_cast<std::uint32_t>(document_.times.size()));
  document_.times.push_back(std::move(time));
}

void Builder::start(std::string_view name, const xmlChar** attributes) {
  const Tag tag = tag_of(name);
  if (stack_.size() > limits_.depth) {
    too_deep_ = true;
    xmlStopParser(parser_);
    return;
  }
  if (tag == Tag::br) {
    if (!pending_.empty()) {
      if (pending_.back() == '\n') {
        flush();
      } else {
        while (!pending_.empty() && pending_.back() == ' ') pending_.pop_back();
        pending_ += '\n';
      }
    }
    return;
  }
  if (tag == Tag::meta) {
    read_meta(attributes);
    if (!open_authors_.empty() && lower_ascii(attribute(attributes, "itemprop")) == "name") document_.authors[open_authors_.back()].name = collapse_space(attribute(attributes, "content"));
  }
  if (tag == Tag::link) read_link(attributes);
  if (tag == Tag::html && document_.language.empty()) document_.language = attribute(attributes, "lang");
  const bool goes_on = is_cell(tag) && stack_.back().tag == Tag::tr && pending_element_ == stack_.back().element;
  if (cuts_block(tag) && !goes_on) flush();

  const auto index = static_cast<std::uint32_t>(document_.elements.size());
  HtmlElement element;
  element.parent = stack_.back().element;
  element.tag = tag;
  element.hidden = is_hidden(attributes);
  element.hints = hints_of(attributes);
  document_.elements.push_back(std::move(element));
  stack_.push_back({index, tag});
  if (is_silent(tag)) ++silent_;
  if (silent_ == 0) read_author(attributes, index);
  if (tag == Tag::a) ++links_;
  if (tag == Tag::title && document_.title.empty() && silent_ == 0) in_title_ = true;
  if (tag == Tag::script) {
    in_script_ = true;
    in_json_ld_ = contains_ignore_case(attribute(attributes, "type"), "ld+json");
    if (in_json_ld_) document_.json_ld.emplace_back();
  }
  for (const std::uint32_t time : open_times_) if (document_.times[time].text.size() < kTimeText) document_.times[time].text += ' ';
  if (silent_ == 0) read_date(tag, attributes, index);
}

void Builder::end(std::string_view name) {
  const Tag tag = tag_of(name);
  if (tag == Tag::br) return;
  if (cuts_block(tag) && !(is_cell(tag) && keep_row_open())) flush();
  // libxml2 closes what HTML leaves open, so the top is nearly always the element that ends.
  std::size_t at = stack_.size();
  while (at > 1 && stack_[at - 1].tag != tag) --at;
  if (at <= 1) return;
  while (stack_.size() >= at) {
    const Tag closing = stack_.back().tag;
    if (is_silent(closing)) --silent_;
    close_author(stack_.back().element);
    if (closing == Tag::a) --links_;
    if (closing == Tag::title) in_title_ = false;
    if (closing == Tag::script) in_script_ = in_json_ld_ = false;
    if (!open_times_.empty() && document_.times[open_times_.back()].element == stack_.back().element) open_times_.pop_back();
    stack_.pop_back();
  }
}

void Builder::characters(std::string_view text) {
  if (in_script_) {
    if (in_json_ld_) document_.json_ld.back().append(text);
    return;
  }
  if (in_title_) {
    document_.title.append(text);
    return;
  }
  if (silent_ > 0) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break = static_cast<unsigned char>(c) == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xA0;
    if (is_space(c) || no_break) {
      i += no_break ? 1 : 0;
      if (!pending_.empty() && pending_.back() != ' ' && pending_.back() != '\n') pending_ += ' ';
      continue;
    }
    if (pending_element_ == kNone) {
      std::size_t at = stack_.size() - 1;
      while (at > 0 && !cuts_block(stack_[at].tag)) --at;
      pending_element_ = stack_[at].element;
    }
    pending_ += c;
    const bool letter = is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0xC0;
    // kana, Han and Hangul: a sign says about as much as two letters of an alphabet
    const std::uint32_t weight = !letter ? 0 : static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xED ? 2 : 1;
    letters_ += weight;
    link_letters_ += links_ > 0 ? weight : 0;
  }
  for (const std::uint32_t time : open_times_) {
    std::string& shown = document_.times[time].text;
    if (shown.size() < kTimeText) shown += text;
  }
}

void Builder::flush() {
  while (!pending_.empty() && is_space(pending_.back())) pending_.pop_back();
  if (!pending_.empty() && pending_element_ != kNone) {
    std::string& text = document_.text;
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += pending_;
    document_.blocks.push_back({{begin, static_cast<std::uint32_t>(text.size())}, pending_element_, link_letters_, letters_});
  }
  pending_.clear();
  pending_element_ = kNone;
  link_letters_ = letters_ = row_letters_ = 0;
}

// Short cells of a row are one line ("Sorn 312 votes"); a cell that holds running text is a block of its own.
bool Builder::keep_row_open() {
  constexpr std::uint32_t kCellLetters = 60;
  constexpr std::uint32_t kRowLetters = 600;  // a longer row is no row of figures
  constexpr std::size_t kDepth = 8;  // elements between the text and its row
  if (pending_.empty() || letters_ - row_letters_ > kCellLetters || letters_ > kRowLetters) return false;
  for (std::size_t at = stack_.size(); at-- > 1 && stack_.size() - at <= kDepth;) {
    if (stack_[at].tag != Tag::tr) continue;
    if (pending_.back() != ' ' && pending_.back() != '\n') pending_ += ' ';
    pending_element_ = stack_[at].element;
    row_letters_ = letters_;
    return true;
  }
  return false;
}

// Inside the text, without white space at the ends: marks are taken before blocks are closed.
Span trimmed(std::string_view text, Span span) {
  const auto size = static_cast<std::uint32_t>(text.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

Result<HtmlDocument> parse_html(std::string_view utf8, const HtmlLimits& limits) {
  if (utf8.size() > limits.bytes) {
    return fail(ErrorCode::too_large, "page of " + std::to_string(utf8.size()) + " bytes, limit " + std::to_string(limits.bytes));
  }
  const HtmlSource source = prepare_html(utf8, limits.attributes);
  if (source.most_attributes > limits.attributes) {
    return fail(ErrorCode::too_many_attributes, "a tag with more than " + std::to_string(limits.attributes) + " attributes");
  }
  Builder builder(limits);
  xmlSAXHandler sax{};
  sax.startElement = [](void* b, const xmlChar* name, const xmlChar** attributes) { static_cast<Builder*>(b)->start(view(name), attributes); };
  sax.endElement = [](void* b, const xmlChar* name) { static_cast<Builder*>(b)->end(view(name)); };
  sax.characters = [](void* b, const xmlChar* text, int size) {
    static_cast<Builder*>(b)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;

  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), &htmlFreeParserCtxt);
  if (!parser) return fail(ErrorCode::too_large, "no memory for the HTML parser");
  builder.set_parser(parser.get());
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  constexpr std::size_t kChunk = 1 << 20;
  for (std::size_t at = 0; at < source.html.size() && !builder.failed(); at += kChunk) {
    const std::string_view chunk = std::string_view(source.html).substr(at, kChunk);
    htmlParseChunk(parser.get(), chunk.data(), static_cast<int>(chunk.size()), 0);
  }
  if (!builder.failed()) htmlParseChunk(parser.get(), "", 0, 1);
  if (builder.failed()) {
    return fail(ErrorCode::too_deep, "elements nested more than " + std::to_string(limits.depth) + " deep");
  }
  HtmlDocument document = builder.take();
  document.title = collapse_space(document.title);
  for (HtmlAuthor& author : document.authors) author.span = trimmed(document.text, author.span);
  for (HtmlTime& time : document.times) time.text = collapse_space(std::string_view(time.text).substr(0, floor_boundary(time.text, kTimeText)));
  return document;
}

}  // namespace attache

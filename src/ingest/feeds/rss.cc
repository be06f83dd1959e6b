#include "ingest/feeds/rss.h"

#include "base/strings.h"
#include "ingest/feeds/markup.h"
#include "ingest/url.h"

namespace attache {
namespace {

// An element of RSS proper: its own namespace or none.
XmlElement core(const XmlElement& item, std::string_view name) {
  if (XmlElement found = item.child(XmlSpace::plain, name)) return found;
  return item.child(XmlSpace::rss1, name);
}

// "jane@daily.example (Jane Doe)" -> "Jane Doe"; an address alone names nobody.
std::string person_of(std::string_view author) {
  const std::size_t open = author.find('('), close = author.rfind(')');
  if (author.find('@') == std::string_view::npos) return std::string(author);
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) return std::string(author.substr(open + 1, close - open - 1));
  return {};
}

struct Channel {
  std::string title, link, language, publisher;
};

Channel read_channel(const XmlElement& channel, const std::string& address) {
  Channel out;
  out.title = plain_words(core(channel, "title").raw_text());
  out.link = resolve_url(address, core(channel, "link").text());
  if (out.link.empty()) out.link = address;
  out.language = core(channel, "language").text();
  if (out.language.empty()) out.language = channel.child(XmlSpace::dc, "language").text();
  if (out.language.empty()) out.language = channel.inherited("xml:lang");
  out.publisher = channel.child(XmlSpace::dc, "publisher").text();
  return out;
}

void read_address(const XmlElement& item, const Channel& channel, Declarations& d) {
  const XmlElement guid = core(item, "guid");
  declare(d.wire_id, guid.text(), "RSS guid");
  for (const XmlElement& child : item.children()) {
    // FeedBurner puts its own counter into <link> and the page's address here
    if (child.space() == XmlSpace::other && child.named("origLink")) declare(d.urls, resolve_url(channel.link, child.text()), "RSS origLink");
  }
  declare(d.urls, resolve_url(channel.link, core(item, "link").text()), "RSS link");
  for (const XmlElement& link : item.children(XmlSpace::atom, "link")) {
    const std::string rel = link.attribute("rel");
    if (rel.empty() || rel == "alternate") declare(d.urls, resolve_url(channel.link, link.attribute("href")), "RSS atom:link");
  }
  if (guid && guid.attribute("isPermaLink") != "false") declare(d.urls, resolve_url("", guid.text()), "RSS guid");
  declare(d.urls, resolve_url("", item.attribute("rdf:about")), "RSS rdf:about");
}

void read_names(const XmlElement& item, const Channel& channel, Declarations& d) {
  for (const XmlElement& creator : item.children(XmlSpace::dc, "creator")) declare(d.authors, plain_words(creator.raw_text()), "RSS dc:creator");
  if (d.authors.empty()) declare(d.authors, plain_words(person_of(core(item, "author").raw_text())), "RSS author");
  if (d.authors.empty()) {
    for (const XmlElement& author : item.children(XmlSpace::atom, "author")) declare(d.authors, author.child("name").text(), "RSS atom:author");
  }
  const std::string source = plain_words(core(item, "source").raw_text());
  const std::string derived = plain_words(item.child(XmlSpace::dc, "source").raw_text());
  declare(d.agencies, source, "RSS source", Party::either);
  declare(d.agencies, derived, "RSS dc:source", Party::either);
  declare(d.outlets, source, "RSS source", Party::either);
  declare(d.outlets, item.child(XmlSpace::dc, "publisher").text(), "RSS dc:publisher");
  declare(d.outlets, channel.publisher, "RSS channel dc:publisher");
  declare(d.outlets, outlet_of_channel(channel.title, channel.link), "RSS channel title");
}

void read_times(const XmlElement& item, Declarations& d) {
  declare_date(d.published, core(item, "pubDate").text(), "RSS pubDate");
  declare_date(d.published, item.child(XmlSpace::dc, "date").text(), "RSS dc:date");
  declare_date(d.published, item.child(XmlSpace::dcterms, "issued").text(), "RSS dcterms:issued");
  declare_date(d.published, item.child(XmlSpace::dcterms, "created").text(), "RSS dcterms:created");
  declare_date(d.published, item.child(XmlSpace::atom, "published").text(), "RSS atom:published");
  declare_date(d.modified, item.child(XmlSpace::dcterms, "modified").text(), "RSS dcterms:modified");
  declare_date(d.modified, item.child(XmlSpace::atom, "updated").text(), "RSS atom:updated");
}

// The whole text where the item has it, else its description. What Media RSS says of pictures is no text. <full-text> is
// the module of the news service of Yandex.
void read_content(const XmlElement& item, Record& record) {
  for (const XmlElement& element : {item.child(XmlSpace::content, "encoded"), item.child(XmlSpace::other, "full-text"), item.child(XmlSpace::xhtml, "body"), item.child(XmlSpace::xhtml, "div"), item.child(XmlSpace::atom, "content"), core(item, "description")}) {
    if (std::string html = html_inside(element); has_words(html)) return set_text(record, std::move(html));
  }
}

Record read_item(const XmlElement& item, const Channel& channel) {
  Record record;
  Declarations& d = record.declared;
  declare(d.titles, plain_words(html_inside(core(item, "title"))), "RSS title");
  declare(d.titles, plain_words(item.child(XmlSpace::dc, "title").raw_text()), "RSS dc:title");
  read_address(item, channel, d);
  read_names(item, channel, d);
  read_times(item, d);
  declare(d.languages, item.child(XmlSpace::dc, "language").text(), "RSS dc:language");
  declare(d.languages, item.attribute("xml:lang"), "RSS xml:lang");
  declare(d.languages, channel.language, "RSS channel language");
  read_content(item, record);
  return record;
}

}  // namespace

void read_rss(const XmlElement& root, const std::string& address, ItemSink& sink) {
  XmlElement channel;
  std::vector<XmlElement> items;
  for (const XmlElement& child : root.children()) {
    if (child.named("channel") && !channel) channel = child;
    if (child.named("item")) items.push_back(child);  // RDF, and RSS 0.9: beside the channel
    if (!child.named("channel")) continue;
    for (const XmlElement& item : child.children()) {
      if (item.named("item")) items.push_back(item);
    }
  }
  const Channel about = read_channel(channel, address);
  for (std::size_t i = 0; i < items.size(); ++i) {
    // an item that nobody closed holds the next one
    std::size_t behind = i + 1;
    for (const XmlElement& inner : items[i].children()) {
      if (inner.named("item") && inner.space() == items[i].space()) items.insert(items.begin() + static_cast<std::ptrdiff_t>(behind++), inner);
    }
    if (!is_cut_off(items[i], sink)) sink.record(read_item(items[i], about));
  }
  if (items.empty()) sink.document_refused(ErrorCode::empty, "the feed holds no item");
}

}  // namespace attache

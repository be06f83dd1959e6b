#include "ingest/feeds/atom.h"

#include "base/strings.h"
#include "ingest/feeds/markup.h"
#include "ingest/references.h"
#include "ingest/url.h"

namespace attache {
namespace {

enum class TextKind : std::uint8_t { text, html, xhtml, other };

// Section 3.1.1 and 4.1.3.1: "text" where nothing is said; media types stand in <content>, and everywhere in Atom 0.3.
TextKind kind_of(const XmlElement& construct) {
  const std::string type = lower_ascii(trim(construct.attribute("type")));
  if (type.empty() || type == "text" || type == "text/plain") return construct.attribute("mode") == "xml" ? TextKind::xhtml : TextKind::text;
  if (type == "xhtml" || type == "application/xhtml+xml") return TextKind::xhtml;
  if (type == "html" || type == "text/html") return TextKind::html;
  return TextKind::other;
}

std::string words_of(const XmlElement& construct) {
  switch (kind_of(construct)) {
    case TextKind::text: return collapse_space(decode_references(construct.raw_text()));  // what is escaped twice is a mistake of the feed
    case TextKind::html: case TextKind::xhtml: return plain_words(html_inside(construct));
    case TextKind::other: break;
  }
  return {};
}

// The base that is in force, outer ones resolved first (XML Base).
std::string base_of(const XmlElement& element, const std::string& address) {
  if (!element) return address;
  const std::string own = element.attribute("xml:base");
  const std::string outer = base_of(element.parent(), address);
  if (own.empty()) return outer;
  const std::string resolved = resolve_url(outer, own);
  return resolved.empty() ? outer : resolved;
}

std::string alternate_link(const XmlElement& parent, const std::string& address) {
  std::string other;
  for (const XmlElement& link : parent.children("link")) {
    const std::string rel = link.attribute("rel"), type = link.attribute("type");
    if (!rel.empty() && rel != "alternate") continue;
    const std::string url = resolve_url(base_of(link, address), link.attribute("href"));
    if (url.empty()) continue;
    if (type.empty() || type == "text/html" || type == "application/xhtml+xml") return url;
    if (other.empty()) other = url;
  }
  return other;
}

// What the entries of a feed share.
struct Feed {
  std::string title, home, address;
  std::vector<std::string> authors;
};

std::vector<std::string> authors_of(const XmlElement& parent) {
  std::vector<std::string> names;
  for (const XmlElement& author : parent.children("author")) names.push_back(author.child("name").text());
  return names;
}

Feed read_head(const XmlElement& feed, const std::string& address) {
  Feed out{words_of(feed.child("title")), alternate_link(feed, address), address, authors_of(feed)};
  if (out.home.empty()) out.home = feed.child("id").text();
  if (out.home.empty()) out.home = address;
  return out;
}

// Of the entry, else of the feed it was taken from, else of this feed (section 4.1.1). A feed's own name is no person.
void read_authors(const XmlElement& entry, const Feed& feed, Declarations& d) {
  for (const auto& [names, field] : {std::pair(authors_of(entry), "Atom author"), std::pair(authors_of(entry.child("source")), "Atom source author"), std::pair(feed.authors, "Atom feed author")}) {
    for (const std::string& name : names) {
      if (name != feed.title && name.find('@') == std::string::npos) declare(d.authors, name, field);
    }
    if (!d.authors.empty()) return;
  }
  for (const XmlElement& creator : entry.children(XmlSpace::dc, "creator")) declare(d.authors, creator.text(), "Atom dc:creator");
}

void read_content(const XmlElement& entry, Record& record) {
  for (const XmlElement& element : {entry.child("content"), entry.child("summary")}) {
    const TextKind kind = kind_of(element);
    if (kind == TextKind::other || !element.attribute("src").empty()) continue;
    std::string html = html_inside(element);
    if (!has_words(html)) continue;
    record.declared.languages.clear();
    declare(record.declared.languages, element.inherited("xml:lang"), "Atom xml:lang");
    if (kind == TextKind::text && element.children().empty()) return set_text(record, std::move(html));
    return set_html(record, std::move(html));
  }
}

Record read_entry(const XmlElement& entry, const Feed& feed) {
  Record record;
  Declarations& d = record.declared;
  declare(d.titles, words_of(entry.child("title")), "Atom title");
  declare(d.urls, alternate_link(entry, feed.address), "Atom link");
  declare(d.wire_id, entry.child("id").text(), "Atom id");
  declare_date(d.published, entry.child("published").text(), "Atom published");
  for (const char* name : {"issued", "created"}) declare_date(d.published, entry.child(name).text(), "Atom " + std::string(name));
  declare_date(d.published, entry.child("updated").text(), "Atom updated");
  declare_date(d.modified, entry.child("updated").text(), "Atom updated");
  declare_date(d.modified, entry.child("modified").text(), "Atom modified");

  const XmlElement source = entry.child("source");
  const std::string source_title = words_of(source.child("title"));
  declare(d.agencies, source_title, "Atom source", Party::either);
  declare(d.outlets, outlet_of_channel(source_title, alternate_link(source, feed.address)), "Atom source", Party::either);
  declare(d.outlets, outlet_of_channel(feed.title, feed.home), "Atom feed title");
  read_authors(entry, feed, d);
  declare(d.languages, entry.inherited("xml:lang"), "Atom xml:lang");
  read_content(entry, record);
  return record;
}

}  // namespace

void read_atom(const XmlElement& root, const std::string& address, ItemSink& sink) {
  if (root.named("entry")) {
    if (!is_cut_off(root, sink)) sink.record(read_entry(root, {"", "", address, {}}));
    return;
  }
  const Feed feed = read_head(root, address);
  for (const XmlElement& entry : root.children()) {
    if (entry.named("entry") && !is_cut_off(entry, sink)) sink.record(read_entry(entry, feed));
  }
  if (sink.items() == 0) sink.document_refused(ErrorCode::empty, "the feed holds no entry");
}

}  // namespace attache

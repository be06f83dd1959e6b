#include "ingest/feeds/newsml_g2.h"

#include "base/strings.h"
#include "ingest/feeds/markup.h"
#include "ingest/feeds/nitf.h"

namespace attache {
namespace {

// The code of a concept, whichever of the two attributes holds it: "stat:usable", "ninat:text".
std::string code_of(const XmlElement& term) {
  const std::string qcode = term.attribute("qcode");
  return qcode.empty() ? term.attribute("uri") : qcode;
}

std::string last_part(const std::string& code) {
  const std::size_t mark = code.find_last_of(":/");
  return lower_ascii(mark == std::string::npos ? code : code.substr(mark + 1));
}

// <name> of a party or place, else its literal.
std::string name_of(const XmlElement& term) {
  const std::string name = term.child("name").text();
  return name.empty() ? term.attribute("literal") : name;
}

// The headline meant for print: the one without a role, or of the role "main", else the first.
std::string headline_of(const XmlElement& meta) {
  const std::vector<XmlElement> headlines = meta.children("headline");
  for (const XmlElement& headline : headlines) {
    const std::string role = last_part(headline.attribute("role"));
    if (role.empty() || role == "main" || role == "hl1" || role == "title") return headline.text();
  }
  return headlines.empty() ? std::string() : headlines.front().text();
}

bool is_organisation(const XmlElement& party) {
  const std::string type = last_part(party.attribute("type"));
  return type == "organisation" || type == "organization";
}

// Creditline, provider, infoSource: the first that stands there. One that only gave information wrote nothing.
void declare_agencies(const XmlElement& item_meta, const XmlElement& meta, Declarations& d) {
  for (const XmlElement& credit : meta.children("creditline")) declare(d.agencies, credit.text(), "NewsML-G2 creditline", Party::agency);
  if (d.agencies.empty()) declare(d.agencies, name_of(item_meta.child("provider")), "NewsML-G2 provider", Party::agency);
  if (d.agencies.empty()) {  // a code alone: "nprov:CPA"
    const std::string code = code_of(item_meta.child("provider"));
    declare(d.agencies, std::string_view(code).substr(code.find_last_of(":/") + 1), "NewsML-G2 provider", Party::agency);
  }
  if (!d.agencies.empty()) return;
  for (const XmlElement& source : meta.children("infoSource")) {
    if (last_part(source.attribute("role")) != "originfo") declare(d.agencies, name_of(source), "NewsML-G2 infoSource", Party::agency);
  }
}

void declare_item(const XmlElement& item, Declarations& d) {
  const XmlElement item_meta = item.child("itemMeta"), meta = item.child("contentMeta");
  declare(d.titles, headline_of(meta), "NewsML-G2 headline");
  declare(d.titles, item_meta.child("title").text(), "NewsML-G2 title");
  for (const XmlElement& by : meta.children("by")) declare(d.authors, by.text(), "NewsML-G2 by");
  if (d.authors.empty()) {
    for (const XmlElement& creator : meta.children("creator")) {
      if (!is_organisation(creator)) declare(d.authors, name_of(creator), "NewsML-G2 creator");
    }
  }
  declare_agencies(item_meta, meta, d);
  declare(d.datelines, meta.child("dateline").text(), "NewsML-G2 dateline");
  for (const XmlElement& located : meta.children("located")) declare(d.datelines, name_of(located), "NewsML-G2 located");

  // the day this version went out: versions of one item are told apart by it
  declare_date(d.published, item_meta.child("versionCreated").text(), "NewsML-G2 versionCreated");
  declare_date(d.published, meta.child("contentModified").text(), "NewsML-G2 contentModified");
  declare_date(d.published, meta.child("contentCreated").text(), "NewsML-G2 contentCreated");
  declare_date(d.published, item_meta.child("firstCreated").text(), "NewsML-G2 firstCreated");
  declare_date(d.modified, meta.child("contentModified").text(), "NewsML-G2 contentModified");

  for (const XmlElement& language : meta.children("language")) declare(d.languages, language.attribute("tag"), "NewsML-G2 language");
  declare(d.languages, item.attribute("xml:lang"), "NewsML-G2 xml:lang");
  declare(d.wire_id, item.attribute("guid"), "NewsML-G2 guid");
  d.version = version_number(item.attribute("version"));
  declare(d.status, publication_status(code_of(item_meta.child("pubStatus"))), "NewsML-G2 pubStatus");
  std::string notes;
  for (const XmlElement& note : item_meta.children("edNote")) notes += note.text() + "\n";
  declare(d.editor_note, notes, "NewsML-G2 edNote");
}

// contentSet holds one content in several forms: the first that has words is the text.
void read_content(const XmlElement& item, Record& record) {
  for (const XmlElement& form : item.child("contentSet").children()) {
    if (form.named("inlineXML")) {
      const XmlElement nitf = form.below("nitf"), html = form.below("html");
      const XmlElement body = html ? html.child("body") : XmlElement();
      std::string text = nitf ? nitf_html(nitf) : inner_html(body ? body : form);
      if (!has_words(text)) continue;
      if (nitf) declare_nitf(nitf, record.declared);
      return set_html(record, std::move(text));
    }
    if (form.named("inlineData") && form.attribute("encoding").empty()) {
      const std::string type = lower_ascii(form.attribute("contenttype"));
      std::string text = type.find("html") != std::string::npos ? html_inside(form) : form.raw_text();
      if (!has_words(text)) continue;
      return type.find("html") != std::string::npos ? set_html(record, std::move(text)) : set_text(record, std::move(text));
    }
  }
}

void read_item(const XmlElement& item, ItemSink& sink) {
  if (is_cut_off(item, sink)) return;
  Record record;
  declare_item(item, record.declared);
  read_content(item, record);
  const std::string kind = last_part(code_of(item.path({"itemMeta", "itemClass"})));
  if (record.content.empty() && !kind.empty() && kind != "text" && record.declared.status.value != "canceled") {
    return sink.refused(ErrorCode::unsupported, "an item of class \"" + kind + "\" without a text");
  }
  sink.record(std::move(record));
}

}  // namespace

void read_newsml_g2(const XmlElement& root, ItemSink& sink) {
  if (root.named("newsItem")) return read_item(root, sink);
  if (!root.named("newsMessage")) {
    return sink.document_refused(ErrorCode::unsupported, "a NewsML-G2 " + std::string(root.name()) + ", which holds no text of its own");
  }
  for (const XmlElement& set : root.children("itemSet")) {
    for (const XmlElement& item : set.children("newsItem")) read_item(item, sink);
  }
  if (sink.items() == 0) sink.document_refused(ErrorCode::empty, "the message holds no newsItem");
}

}  // namespace attache

#include "ingest/feeds/nitf.h"

#include "base/strings.h"
#include "ingest/feeds/markup.h"

namespace attache {
namespace {

// What an element of body.content is in HTML; empty: its words belong to the line around it.
std::string_view html_name(std::string_view name) {
  if (is_one_of(name, {"p", "ol", "ul", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "pre", "br", "hr"})) return name;
  if (name == "block") return "div";
  if (name == "hl1" || name == "hl2") return "h2";
  if (name == "bq") return "blockquote";
  if (name == "media") return "figure";
  if (name == "media-caption" || name == "media-producer") return "figcaption";
  if (name == "note") return "aside";  // the editor's, about the text
  if (name == "byline" || name == "dateline" || name == "abstract" || name == "datasource" || name == "fn" || name == "caption") return "p";
  return "";
}

// Their text is no text: identifiers, data of pictures.
bool is_silent(std::string_view name) { return is_one_of(name, {"media-metadata", "media-object", "media-reference", "classifier", "copyrite", "virtloc"}); }

void append_nitf(const XmlElement& element, std::string& out) {
  if (element.is_text()) {
    out += html_of_text(element.own_text());
    return;
  }
  if (is_silent(element.name())) return;
  const bool credit = element.named("tagline") || element.named("credit");
  const std::string name(credit ? "p" : html_name(element.name()));
  if (!name.empty()) out += "<" + name + (credit ? " role=\"doc-credit\">" : ">");
  for (XmlElement e = element.first(); e; e = e.next()) append_nitf(e, out);
  if (!name.empty() && name != "br" && name != "hr") out += "</" + name + ">";
}

std::string all_but(const XmlElement& element, std::string_view left_out) {
  std::string out;
  for (XmlElement e = element.first(); e; e = e.next()) {
    if (!e.named(left_out)) out += e.raw_text();
  }
  return collapse_space(out);
}

void declare_byline(const XmlElement& byline, Declarations& d) {
  bool person = false;
  for (const XmlElement& p : byline.children("person")) {
    declare(d.authors, p.text(), "NITF byline person");
    person = true;
  }
  if (!person) declare(d.authors, all_but(byline, "byttl"), "NITF byline");
}

// The place alone: the city where <location> tells it from region and country.
void declare_dateline(const XmlElement& dateline, Declarations& d) {
  const XmlElement location = dateline.child("location");
  if (const std::string city = location.child("city").text(); !city.empty()) return declare(d.datelines, city, "NITF dateline");
  declare(d.datelines, location ? location.text() : all_but(dateline, "story.date"), "NITF dateline");
}

}  // namespace

std::string nitf_html(const XmlElement& nitf) {
  const XmlElement inner = nitf.child("body");
  const XmlElement body = inner ? inner : nitf;  // some send <nitf> with nothing but its body.content
  std::string out;
  for (const XmlElement& content : body.children("body.content")) {
    for (XmlElement e = content.first(); e; e = e.next()) append_nitf(e, out);
  }
  if (!has_words(out)) return {};
  for (const XmlElement& end : body.children("body.end")) {
    for (const XmlElement& line : end.children("tagline")) append_nitf(line, out);
  }
  return out;
}

void declare_nitf(const XmlElement& nitf, Declarations& d) {
  const XmlElement docdata = nitf.path({"head", "docdata"}), body_head = nitf.path({"body", "body.head"}), pubdata = nitf.path({"head", "pubdata"});
  declare(d.titles, body_head.path({"hedline", "hl1"}).text(), "NITF hl1");
  declare(d.titles, nitf.path({"head", "title"}).text(), "NITF title");
  for (const XmlElement& byline : body_head.children("byline")) declare_byline(byline, d);
  declare_dateline(body_head.child("dateline"), d);

  // who sent it out; else who owns it, when that is an agency by name
  if (d.agencies.empty()) declare(d.agencies, body_head.child("distributor").text(), "NITF distributor", Party::agency);
  if (d.agencies.empty()) declare(d.agencies, docdata.child("doc.copyright").attribute("holder"), "NITF doc.copyright", Party::either);
  declare(d.outlets, pubdata.attribute("name"), "NITF pubdata", Party::either);

  declare_date(d.published, docdata.child("date.issue").attribute("norm"), "NITF date.issue");
  declare_date(d.published, docdata.child("date.release").attribute("norm"), "NITF date.release");
  declare_date(d.published, pubdata.attribute("date.publication"), "NITF date.publication");
  declare_date(d.published, body_head.path({"dateline", "story.date"}).attribute("norm"), "NITF story.date");

  declare(d.languages, nitf.attribute("xml:lang"), "NITF xml:lang");
  declare(d.wire_id, docdata.child("doc-id").attribute("id-string"), "NITF doc-id");
  if (!d.version) d.version = version_number(docdata.child("du-key").attribute("version"));
  declare(d.status, publication_status(docdata.attribute("management-status")), "NITF management-status");
  for (const char* name : {"ed-msg", "correction"}) {
    const XmlElement note = docdata.child(name);
    declare(d.editor_note, note.attribute("info"), "NITF " + std::string(name));
    declare(d.editor_note, note.text(), "NITF " + std::string(name));
  }
}

void read_nitf(const XmlElement& root, ItemSink& sink) {
  if (is_cut_off(root, sink)) return;
  Record record;
  declare_nitf(root, record.declared);
  set_html(record, nitf_html(root));
  sink.record(std::move(record));
}

}  // namespace attache

// XML as feeds and wires write it -> a tree of elements with their namespaces.
//
// Read are elements, attributes, text, CDATA, numeric references, the five entities of XML and, as feeds use them without
// declaring them, those of HTML. A document type declaration is passed over: what it declares is not believed, so that no
// entity is ever expanded and nothing outside the document is ever opened. A name that means nothing stays as written.
//
// Feeds are broken in small ways, and one bad item must not spoil the others. An end tag closes the nearest open element of
// its name and those inside it; one that closes nothing is passed over; a bare "&" or "<" is text. libxml2 in its recovering
// mode closes whatever element is open instead, which moves every later item into the wrong place; on well-formed
// documents both give the same tree (a test holds them to it).
// Cost: linear in the bytes. Limits are refusals: too_large (bytes, elements), too_deep, too_many_attributes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace attache {

struct XmlLimits {
  std::size_t bytes = 64u << 20;     // as any file that is held whole
  std::uint32_t depth = 500;         // NewsML-G2 with XHTML inside stays under 40
  std::size_t nodes = 2'000'000;     // a feed of 10,000 items has about 300,000
  std::uint32_t attributes = 256;    // on one tag
};

// By namespace name; `plain`: no namespace, or a default one that is none of these.
enum class XmlSpace : std::uint8_t { plain, atom, rss1, rdf, content, dc, dcterms, media, xhtml, iptc, other };

struct XmlAttribute {
  std::string name;  // as written: "xml:lang"
  std::string value;
};

struct XmlNode {
  std::uint32_t parent = 0, first = 0, last = 0, next = 0;  // 0 = none; node 0 is the document
  XmlSpace space = XmlSpace::plain;
  bool complete = false;  // its end tag, or that of an element around it, was there
  std::string name;       // without prefix; empty for text
  std::string text;       // of a text node
  std::vector<XmlAttribute> attributes;
};

struct XmlTree {
  std::vector<XmlNode> nodes;
  bool ends_early = false;  // in the middle of a tag, a comment or CDATA
};

// `utf8`: decoded, valid. A document without any element gives a tree of one node.
[[nodiscard]] Result<XmlTree> read_xml(std::string_view utf8, const XmlLimits& limits = {});

}  // namespace attache

#include "ingest/feeds/xml_element.h"

#include "base/strings.h"

namespace attache {

XmlElement root_of(const XmlTree& tree) {
  for (std::uint32_t n = tree.nodes.empty() ? 0 : tree.nodes.front().first; n; n = tree.nodes[n].next) {
    if (!tree.nodes[n].name.empty()) return {tree, n};
  }
  return {};
}

XmlElement XmlElement::parent() const { return tree_ && node().parent ? XmlElement(*tree_, node().parent) : XmlElement(); }
XmlElement XmlElement::first() const { return tree_ && node().first ? XmlElement(*tree_, node().first) : XmlElement(); }
XmlElement XmlElement::next() const { return tree_ && node().next ? XmlElement(*tree_, node().next) : XmlElement(); }

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> out;
  for (XmlElement e = first(); e; e = e.next()) {
    if (!e.is_text()) out.push_back(e);
  }
  return out;
}

std::vector<XmlElement> XmlElement::children(XmlSpace space, std::string_view name) const {
  std::vector<XmlElement> out;
  for (XmlElement e = first(); e; e = e.next()) {
    if (e.is(space, name)) out.push_back(e);
  }
  return out;
}

XmlElement XmlElement::child(XmlSpace space, std::string_view name) const {
  for (XmlElement e = first(); e; e = e.next()) {
    if (e.is(space, name)) return e;
  }
  return {};
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const { return children(space(), name); }
XmlElement XmlElement::child(std::string_view name) const { return child(space(), name); }

XmlElement XmlElement::path(std::initializer_list<std::string_view> names) const {
  XmlElement at = *this;
  for (std::string_view name : names) at = at.child(name);
  return at;
}

XmlElement XmlElement::below(std::string_view name) const {
  if (!tree_) return {};
  XmlElement at = first();
  while (at) {
    if (at.named(name)) return at;
    if (XmlElement inner = at.first()) {
      at = inner;
      continue;
    }
    while (at && !at.next()) {
      at = at.parent();
      if (!at || at.index_ == index_) return {};
    }
    at = at.next();
  }
  return {};
}

std::string XmlElement::attribute(std::string_view name) const {
  if (tree_) {
    for (const XmlAttribute& attribute : node().attributes) {
      if (attribute.name == name) return attribute.value;
    }
  }
  return {};
}

std::string XmlElement::inherited(std::string_view name) const {
  for (XmlElement e = *this; e; e = e.parent()) {
    if (std::string value = e.attribute(name); !value.empty()) return value;
  }
  return {};
}

std::string XmlElement::raw_text() const {
  if (!tree_) return {};
  std::string out = node().text;
  // document order without recursion: children lie between the element and its end
  for (XmlElement e = first(); e;) {
    if (e.is_text()) out += e.node().text;
    if (XmlElement inner = e.first()) {
      e = inner;
      continue;
    }
    while (e && e.index_ != index_ && !e.next()) e = e.parent();
    if (!e || e.index_ == index_) break;
    e = e.next();
  }
  return out;
}

std::string XmlElement::text() const { return collapse_space(raw_text()); }

}  // namespace attache

// A place in an XML tree, and the ways from there.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/feeds/xml_tree.h"

namespace attache {

// The tree must outlive it. Where nothing stands, every answer is empty: absent.child("a").text() is "".
class XmlElement {
 public:
  XmlElement() = default;
  XmlElement(const XmlTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  [[nodiscard]] bool is_text() const { return tree_ && node().name.empty() && index_ != 0; }
  [[nodiscard]] bool is(XmlSpace space, std::string_view name) const { return tree_ && node().space == space && node().name == name; }
  [[nodiscard]] bool named(std::string_view name) const { return tree_ && node().name == name; }
  [[nodiscard]] std::string_view name() const { return tree_ ? std::string_view(node().name) : std::string_view(); }
  [[nodiscard]] XmlSpace space() const { return tree_ ? node().space : XmlSpace::plain; }
  [[nodiscard]] bool complete() const { return tree_ && node().complete; }
  [[nodiscard]] XmlElement parent() const;   // absent above the root
  [[nodiscard]] XmlElement first() const;    // text included
  [[nodiscard]] XmlElement next() const;
  [[nodiscard]] std::vector<XmlElement> children() const;                       // elements
  [[nodiscard]] std::vector<XmlElement> children(std::string_view name) const;  // of this element's own namespace
  [[nodiscard]] XmlElement child(std::string_view name) const;
  [[nodiscard]] std::vector<XmlElement> children(XmlSpace space, std::string_view name) const;
  [[nodiscard]] XmlElement child(XmlSpace space, std::string_view name) const;
  [[nodiscard]] XmlElement path(std::initializer_list<std::string_view> names) const;  // child of child, in its namespace
  [[nodiscard]] XmlElement below(std::string_view name) const;  // the first of that name at any depth, in document order
  [[nodiscard]] std::string attribute(std::string_view name) const;
  [[nodiscard]] std::string inherited(std::string_view name) const;  // of this element or the nearest around it
  [[nodiscard]] std::string text() const;   // all text inside, white space collapsed
  [[nodiscard]] std::string raw_text() const;  // all text inside, as it stands
  [[nodiscard]] const std::string& own_text() const { return node().text; }  // of a text node
  [[nodiscard]] const std::vector<XmlAttribute>& attributes() const { return node().attributes; }

 private:
  const XmlTree* tree_ = nullptr;
  std::uint32_t index_ = 0;

  [[nodiscard]] const XmlNode& node() const { return tree_->nodes[index_]; }
};

// The root element; absent in a tree without any.
[[nodiscard]] XmlElement root_of(const XmlTree& tree);

}  // namespace attache

#include "ingest/feeds/xml_tree.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "ingest/references.h"

namespace attache {
namespace {

XmlSpace space_of_uri(std::string_view uri) {
  uri = trim(uri);
  for (std::string_view scheme : {"http://", "https://"}) {
    if (uri.starts_with(scheme)) uri.remove_prefix(scheme.size());
  }
  while (uri.ends_with('/') || uri.ends_with('#')) uri.remove_suffix(1);
  static constexpr std::array<std::pair<std::string_view, XmlSpace>, 11> kSpaces = {{
      {"www.w3.org/2005/Atom", XmlSpace::atom},
      {"purl.org/atom/ns", XmlSpace::atom},  // Atom 0.3
      {"purl.org/rss/1.0", XmlSpace::rss1},
      {"www.w3.org/1999/02/22-rdf-syntax-ns", XmlSpace::rdf},
      {"purl.org/rss/1.0/modules/content", XmlSpace::content},
      {"purl.org/dc/elements/1.1", XmlSpace::dc},
      {"purl.org/dc/terms", XmlSpace::dcterms},
      {"search.yahoo.com/mrss", XmlSpace::media},
      {"www.w3.org/1999/xhtml", XmlSpace::xhtml},
      {"iptc.org/std/nar/2006-10-01", XmlSpace::iptc},
      {"iptc.org/std/NITF/2006-10-18", XmlSpace::iptc},
  }};
  for (const auto& [name, space] : kSpaces) {
    if (uri == name) return space;
  }
  return uri.starts_with("iptc.org/std/") ? XmlSpace::iptc : XmlSpace::other;
}

// What a prefix means that nobody declared: the one everybody gives it.
XmlSpace space_of_usual_prefix(std::string_view prefix) {
  static constexpr std::array<std::pair<std::string_view, XmlSpace>, 8> kPrefixes = {{
      {"atom", XmlSpace::atom}, {"content", XmlSpace::content}, {"dc", XmlSpace::dc}, {"dcterms", XmlSpace::dcterms},
      {"media", XmlSpace::media}, {"rdf", XmlSpace::rdf}, {"xhtml", XmlSpace::xhtml}, {"nitf", XmlSpace::iptc},
  }};
  for (const auto& [name, space] : kPrefixes) {
    if (prefix == name) return space;
  }
  return XmlSpace::other;
}

bool is_name_start(char c) { return is_alpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c) || c == '-' || c == '.'; }

class Builder {
 public:
  Builder(std::string_view xml, const XmlLimits& limits) : xml_(xml), limits_(limits) {
    tree_.nodes.emplace_back();
    tree_.nodes.front().complete = true;
    open_.push_back({0, {}, 0});
  }

  Result<XmlTree> run() {
    while (at_ < xml_.size() && error_.empty()) {
      if (xml_[at_] == '<') {
        markup();
      } else {
        const std::size_t end = std::min(xml_.find('<', at_), xml_.size());
        text(decode_references(xml_.substr(at_, end - at_)));
        at_ = end;
      }
    }
    if (!error_.empty()) return fail(code_, error_);
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::string_view name;  // as written, in the document
    std::size_t bindings;   // namespace bindings in force around it
  };
  struct Binding {
    std::string prefix;
    XmlSpace space;
  };

  std::string_view xml_;
  const XmlLimits& limits_;
  std::size_t at_ = 0;
  XmlTree tree_;
  std::vector<Open> open_;
  std::vector<Binding> bindings_;
  std::unordered_map<std::string_view, std::uint32_t> open_names_;  // how many of a name are open: an end tag of none costs nothing
  ErrorCode code_ = ErrorCode::too_large;
  std::string error_;

  void refuse(ErrorCode code, std::string message) {
    code_ = code;
    error_ = std::move(message);
  }

  // Behind `close`, or at the end of a document that lacks it.
  void pass(std::string_view close, std::size_t from) {
    const std::size_t found = xml_.find(close, from);
    if (found == std::string_view::npos) {
      tree_.ends_early = true;
      at_ = xml_.size();
    } else {
      at_ = found + close.size();
    }
  }

  void markup() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) {
      pass("-->", at_ + 4);
    } else if (rest.starts_with("<![CDATA[")) {
      const std::size_t begin = at_ + 9;
      pass("]]>", begin);
      text(std::string(xml_.substr(begin, (tree_.ends_early ? at_ : at_ - 3) - begin)));
    } else if (rest.starts_with("<?")) {
      pass("?>", at_ + 2);
    } else if (rest.starts_with("<!")) {
      declaration();
    } else if (rest.starts_with("</") && rest.size() > 2 && is_name_start(rest[2])) {
      end_tag();
    } else if (rest.size() > 1 && is_name_start(rest[1])) {
      start_tag();
    } else {
      text("<");
      ++at_;
    }
  }

  // <!DOCTYPE name [ ... ]>: over it, quoted strings, comments and all.
  void declaration() {
    int brackets = 0;
    for (at_ += 2; at_ < xml_.size(); ++at_) {
      const char c = xml_[at_];
      if (c == '"' || c == '\'') {
        const std::size_t close = xml_.find(c, at_ + 1);
        if (close == std::string_view::npos) break;
        at_ = close;
      } else if (xml_.substr(at_, 4) == "<!--") {
        const std::size_t close = xml_.find("-->", at_ + 4);
        if (close == std::string_view::npos) break;
        at_ = close + 2;
      } else if (c == '[') {
        ++brackets;
      } else if (c == ']') {
        --brackets;
      } else if (c == '>' && brackets <= 0) {
        ++at_;
        return;
      }
    }
    tree_.ends_early = true;
    at_ = xml_.size();
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < xml_.size() && is_name_part(xml_[at_])) ++at_;
    return xml_.substr(begin, at_ - begin);
  }
  void pass_space() {
    while (at_ < xml_.size() && is_space(xml_[at_])) ++at_;
  }

  void end_tag() {
    at_ += 2;
    const std::string_view name = read_name();
    const std::size_t close = xml_.find_first_of("><", at_);
    if (close == std::string_view::npos) {
      tree_.ends_early = true;
      at_ = xml_.size();
      return;
    }
    at_ = close + (xml_[close] == '>' ? 1 : 0);
    const auto count = open_names_.find(name);
    if (count == open_names_.end() || count->second == 0) return;
    for (bool found = false; !found;) {
      found = open_.back().name == name;
      pop();
    }
  }

  void pop() {
    const Open& top = open_.back();
    tree_.nodes[top.node].complete = true;
    --open_names_[top.name];
    bindings_.resize(top.bindings);
    open_.pop_back();
  }

  void start_tag() {
    ++at_;
    const std::string_view name = read_name();
    std::vector<XmlAttribute> attributes;
    bool empty = false;
    for (;;) {
      pass_space();
      if (at_ >= xml_.size()) {
        tree_.ends_early = true;
        return;
      }
      const char c = xml_[at_];
      if (c == '>') {
        ++at_;
        break;
      }
      if (c == '<') break;  // the tag never ends: the next one begins
      if (c == '/') {
        empty = xml_.substr(at_, 2) == "/>";
        ++at_;
        continue;
      }
      if (!is_name_start(c)) {
        ++at_;
        continue;
      }
      if (attributes.size() == limits_.attributes) return refuse(ErrorCode::too_many_attributes, "a tag with more than " + std::to_string(limits_.attributes) + " attributes");
      XmlAttribute attribute{std::string(read_name()), {}};
      pass_space();
      if (at_ < xml_.size() && xml_[at_] == '=') {
        ++at_;
        pass_space();
        if (!read_value(attribute.value)) return;
      }
      attributes.push_back(std::move(attribute));
    }
    push(name, std::move(attributes), empty);
  }

  // False at the end of the document.
  bool read_value(std::string& value) {
    if (at_ < xml_.size() && (xml_[at_] == '"' || xml_[at_] == '\'')) {
      const std::size_t close = xml_.find(xml_[at_], at_ + 1);
      if (close == std::string_view::npos) {
        tree_.ends_early = true;
        at_ = xml_.size();
        return false;
      }
      value = decode_references(xml_.substr(at_ + 1, close - at_ - 1));
      at_ = close + 1;
      return true;
    }
    const std::size_t begin = at_;
    while (at_ < xml_.size() && !is_space(xml_[at_]) && xml_[at_] != '>' && xml_[at_] != '<') ++at_;
    value = decode_references(xml_.substr(begin, at_ - begin));
    return true;
  }

  XmlSpace space_of(std::string_view prefix) const {
    for (std::size_t b = bindings_.size(); b-- > 0;) {
      if (bindings_[b].prefix == prefix) return bindings_[b].space;
    }
    return prefix.empty() ? XmlSpace::plain : space_of_usual_prefix(prefix);
  }

  std::uint32_t add_node(XmlNode node) {
    if (tree_.nodes.size() > limits_.nodes) {
      refuse(ErrorCode::too_large, "more than " + std::to_string(limits_.nodes) + " elements and texts");
      return 0;
    }
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    node.parent = open_.back().node;
    XmlNode& parent = tree_.nodes[node.parent];
    (parent.first ? tree_.nodes[parent.last].next : parent.first) = index;
    parent.last = index;
    tree_.nodes.push_back(std::move(node));
    return index;
  }

  void push(std::string_view name, std::vector<XmlAttribute> attributes, bool empty) {
    if (open_.size() > limits_.depth) return refuse(ErrorCode::too_deep, "elements nested more than " + std::to_string(limits_.depth) + " deep");
    const std::size_t bindings = bindings_.size();
    for (const XmlAttribute& attribute : attributes) {
      if (attribute.name == "xmlns") {
        const XmlSpace space = space_of_uri(attribute.value);
        bindings_.push_back({"", space == XmlSpace::other ? XmlSpace::plain : space});
      } else if (attribute.name.starts_with("xmlns:")) {
        bindings_.push_back({attribute.name.substr(6), space_of_uri(attribute.value)});
      }
    }
    const std::size_t colon = name.find(':');
    XmlNode node;
    node.space = space_of(colon == std::string_view::npos ? std::string_view() : name.substr(0, colon));
    node.name = name.substr(colon == std::string_view::npos ? 0 : colon + 1);
    if (node.name.empty()) node.name = name;
    node.attributes = std::move(attributes);
    node.complete = empty;
    const std::uint32_t index = add_node(std::move(node));
    if (empty) {
      bindings_.resize(bindings);
      return;
    }
    open_.push_back({index, name, bindings});
    ++open_names_[name];
  }

  void text(std::string words) {
    if (words.empty() || open_.size() == 1) return;  // outside the root there is only white space
    const std::uint32_t last = tree_.nodes[open_.back().node].last;
    if (last && tree_.nodes[last].name.empty()) {
      tree_.nodes[last].text += words;
      return;
    }
    XmlNode node;
    node.text = std::move(words);
    node.complete = true;
    add_node(std::move(node));
  }
};

}  // namespace

Result<XmlTree> read_xml(std::string_view utf8, const XmlLimits& limits) {
  if (utf8.size() > limits.bytes) return fail(ErrorCode::too_large, "document of " + std::to_string(utf8.size()) + " bytes, limit " + std::to_string(limits.bytes));
  return Builder(utf8, limits).run();
}

}  // namespace attache

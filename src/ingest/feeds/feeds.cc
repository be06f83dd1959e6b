#include "ingest/feeds/feeds.h"

#include "base/strings.h"
#include "ingest/feeds/atom.h"
#include "ingest/feeds/json_document.h"
#include "ingest/feeds/newsml_g2.h"
#include "ingest/feeds/nitf.h"
#include "ingest/feeds/rss.h"
#include "ingest/jsonl.h"
#include "text/decode.h"

namespace attache {
namespace {

// The document from its root element on: behind white space, declarations and comments. Empty when none begins.
std::string_view from_root(std::string_view text) {
  for (;;) {
    text = trim(text);
    if (!text.starts_with('<') || text.size() < 2) return {};
    std::size_t end = std::string_view::npos;
    if (text.starts_with("<?")) {
      end = text.find("?>");
      end = end == std::string_view::npos ? end : end + 2;
    } else if (text.starts_with("<!--")) {
      end = text.find("-->");
      end = end == std::string_view::npos ? end : end + 3;
    } else if (text.starts_with("<!")) {
      const std::size_t bracket = text.find_first_of("[>");
      if (bracket != std::string_view::npos && text[bracket] == '[') end = text.find("]", bracket);
      else end = bracket;
      end = end == std::string_view::npos ? end : text.find('>', end);
      end = end == std::string_view::npos ? end : end + 1;
    } else {
      return text;
    }
    if (end == std::string_view::npos) return {};
    text = text.substr(end);
  }
}

// A subset of a document type declaration may hold "]" and ">" in strings and comments; its end is then where an
// element of a known name begins.
FeedKind kind_of_root(std::string_view root) {
  const std::size_t end = root.find_first_of(" \t\r\n/>", 1);
  if (end == std::string_view::npos) return FeedKind::none;
  const std::string_view tag = root.substr(1, end - 1);
  const std::string_view name = tag.substr(tag.find(':') == std::string_view::npos ? 0 : tag.find(':') + 1);
  const std::string_view head = root.substr(0, root.find('>'));
  if (equals_ignore_case(name, "rss")) return FeedKind::rss;
  if (name == "RDF") return root.find("purl.org/rss/") != std::string_view::npos || root.find("netscape.com/rdf") != std::string_view::npos ? FeedKind::rss : FeedKind::none;
  const bool atom = head.find("w3.org/2005/Atom") != std::string_view::npos || head.find("purl.org/atom/ns") != std::string_view::npos;
  if (name == "feed" && (atom || root.find("<entry") != std::string_view::npos)) return FeedKind::atom;
  if (name == "entry" && atom) return FeedKind::atom;
  if (is_one_of(name, {"newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "catalogItem", "planningItem"})) return FeedKind::newsml_g2;
  if (name == "NewsML") return FeedKind::newsml_1;
  if (equals_ignore_case(name, "nitf")) return FeedKind::nitf;
  return FeedKind::none;
}

bool looks_like_json(std::string_view text) {
  text = trim(text);
  if (text.starts_with('[')) {
    text = trim(text.substr(1));
    if (text == "]") return true;
  }
  if (!text.starts_with('{')) return false;
  text = trim(text.substr(1));
  if (text.starts_with('}')) return true;
  if (!text.starts_with('"')) return false;
  const std::size_t close = text.find('"', 1);
  return close != std::string_view::npos && trim(text.substr(close + 1, 16)).starts_with(':');
}

// The charset of the XML declaration.
std::string xml_charset_label(std::string_view bytes) {
  constexpr std::size_t kLongest = 200;  // bytes of a declaration
  const std::string_view head = trim(bytes.substr(0, kLongest));
  if (!head.starts_with("<?xml")) return {};
  const std::string_view declaration = head.substr(0, head.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[at], at + 1);
  return close == std::string_view::npos ? std::string() : std::string(declaration.substr(at + 1, close - at - 1));
}

void read_tree(FeedKind kind, const XmlElement& root, const ContentHints& hints, ItemSink& sink) {
  switch (kind) {
    case FeedKind::rss: return read_rss(root, hints.url, sink);
    case FeedKind::atom: return read_atom(root, hints.url, sink);
    case FeedKind::newsml_g2: return read_newsml_g2(root, sink);
    case FeedKind::nitf: return read_nitf(root, sink);
    case FeedKind::newsml_1: return sink.document_refused(ErrorCode::unsupported, "NewsML 1, which is not read; NewsML-G2 is");
    case FeedKind::none: case FeedKind::json: break;
  }
}

void read_decoded(FeedKind kind, const std::string& source, const DecodedText& decoded, const ContentLimits& limits, const ContentHints& hints, const InputSink& sink) {
  std::string evidence = decoded.evidence;
  if (decoded.replaced) evidence += "; " + std::to_string(decoded.replaced) + " bytes replaced";
  ItemSink items(source, decoded.charset, std::move(evidence), sink);
  if (kind == FeedKind::json) return read_json_document(decoded.text, limits.fields, items);
  Result<XmlTree> tree = read_xml(decoded.text);
  if (!tree) return items.document_refused(tree.error().code, tree.error().message);
  const XmlElement root = root_of(*tree);
  read_tree(kind, root, hints, items);
  // items that were cut off are refused by themselves; here the end fell between two of them
  const bool list = root.named("newsMessage") || kind == FeedKind::rss || (kind == FeedKind::atom && !root.named("entry"));
  if (list && !root.complete() && items.items() > 0 && !items.last_cut_off()) items.document_refused(ErrorCode::truncated, "the document ends early, behind item " + std::to_string(items.items()));
}

}  // namespace

FeedKind sniff_feed(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = trim(head);
  if (head.starts_with('{') || head.starts_with('[')) return looks_like_json(head) && !looks_like_jsonl(head) ? FeedKind::json : FeedKind::none;
  const std::string_view root = from_root(head);
  return root.empty() ? FeedKind::none : kind_of_root(root);
}

void read_feed(FeedKind kind, const std::string& source, std::string_view bytes, const ContentLimits& limits, const ContentHints& hints, const InputSink& sink) {
  std::string label = hints.charset;
  if (label.empty() && kind != FeedKind::json) label = xml_charset_label(bytes);
  Result<DecodedText> decoded = decode_text(bytes, label);
  if (!decoded) return sink.refused(Error{decoded.error().code, decoded.error().message, source});
  read_decoded(kind, source, *decoded, limits, hints, sink);
}

bool read_if_feed(const std::string& source, std::string_view bytes, const ContentLimits& limits, const ContentHints& hints, const InputSink& sink) {
  constexpr std::size_t kSniffBytes = 1u << 16;
  if (const FeedKind kind = sniff_feed(bytes.substr(0, kSniffBytes)); kind != FeedKind::none) {
    read_feed(kind, source, bytes, limits, hints, sink);
    return true;
  }
  std::string marked;  // UTF-16 without a mark shows itself in "<?" (XML 1.0, appendix F)
  if (bytes.starts_with(std::string_view("<\0?\0", 4))) marked = "\xFF\xFE";
  if (bytes.starts_with(std::string_view("\0<\0?", 4))) marked = "\xFE\xFF";
  if (marked.empty() && !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) return false;
  const Result<DecodedText> decoded = marked.empty() ? decode_text(bytes, "") : decode_text(marked + std::string(bytes), "");
  if (!decoded) return false;
  const FeedKind kind = sniff_feed(std::string_view(decoded->text).substr(0, kSniffBytes));
  if (kind == FeedKind::none) return false;
  read_decoded(kind, source, *decoded, limits, hints, sink);
  return true;
}

}  // namespace attache

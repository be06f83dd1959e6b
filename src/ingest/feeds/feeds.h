// News formats: RSS, RDF, Atom, NewsML-G2, NITF, ninjs and JSON documents. One file holds any number of reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/content.h"

namespace attache {

enum class FeedKind : std::uint8_t { none, rss, atom, newsml_g2, newsml_1, nitf, json };

// From the first bytes, by the root element or the first mark of JSON. JSON with one record a line is none: jsonl.h.
[[nodiscard]] FeedKind sniff_feed(std::string_view head);

// Hands every item of a document to the sink, as "path#1", "path#2" ...; what fails is refused under the same name, and the
// others go on. Charset: byte order mark, valid UTF-8, the XML declaration, then as decode.h.
void read_feed(FeedKind kind, const std::string& source, std::string_view bytes, const ContentLimits& limits, const ContentHints& hints, const InputSink& sink);

// The same for content of any kind; false when it is none of these formats. UTF-16 is looked into.
[[nodiscard]] bool read_if_feed(const std::string& source, std::string_view bytes, const ContentLimits& limits, const ContentHints& hints, const InputSink& sink);

}  // namespace attache

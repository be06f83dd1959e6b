// RSS 2.0 and its forerunners, and RSS 1.0 (RDF), with the modules news sites use: content, Dublin Core, Atom, Media RSS.
#pragma once

#include "ingest/feeds/item.h"

namespace attache {

// `root`: <rss> or <rdf:RDF>; `address`: of the feed, may be empty.
void read_rss(const XmlElement& root, const std::string& address, ItemSink& sink);

}  // namespace attache

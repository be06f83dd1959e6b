// Atom 1.0 (RFC 4287) and 0.3: a feed, or one entry alone.
#pragma once

#include "ingest/feeds/item.h"

namespace attache {

void read_atom(const XmlElement& root, const std::string& address, ItemSink& sink);

}  // namespace attache

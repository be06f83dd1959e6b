// NewsML-G2 (IPTC): a newsItem alone, or a newsMessage with any number of item sets. Packages refer to items and hold no
// text of their own.
#pragma once

#include "ingest/feeds/item.h"

namespace attache {

void read_newsml_g2(const XmlElement& root, ItemSink& sink);

}  // namespace attache

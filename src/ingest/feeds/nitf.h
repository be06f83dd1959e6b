// NITF 3.x (News Industry Text Format, IPTC), alone or inside NewsML-G2.
#pragma once

#include <string>

#include "ingest/feeds/item.h"

namespace attache {

void read_nitf(const XmlElement& root, ItemSink& sink);

// The text of <nitf> as HTML: body.content, then the taglines of body.end as acknowledgements (role
// "doc-credit"), which html_page.h marks as sign-off. Captions become <figcaption>.
[[nodiscard]] std::string nitf_html(const XmlElement& nitf);

// What <nitf> says of itself, behind what `declared` holds already.
void declare_nitf(const XmlElement& nitf, Declarations& declared);

}  // namespace attache

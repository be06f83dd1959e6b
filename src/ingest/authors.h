// Who signs a report: declared authors, elements of the page that name them, and the lines over and under its text.
#pragma once

#include <string>
#include <vector>

#include "ingest/author_field.h"
#include "ingest/page.h"

namespace attache {

struct Signed {
  AuthorField by;
  std::string evidence;
  Span span{};
  bool foreign = false;  // an organisation that signs and is not the page's own newsroom
};

// In order of trust, from the sources that are believed: the first that names a person; agencies of those before it; where
// none names a person or agency, the first that names a newsroom. `sites`: names of the outlet and the host.
[[nodiscard]] std::vector<Signed> who_signs(const Page& page, const AgencyNames& agencies, const std::vector<std::string>& sites);

}  // namespace attache

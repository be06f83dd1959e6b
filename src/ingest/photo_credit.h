// The credit at the end of a caption: "Reuters / LAURA HASANI", "Armend NIMANI / AFP", "(Photo: J. Roe/ENA)", "© Jane Roe".
// It names who made the picture, never who wrote the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/credit.h"

namespace attache {

struct PhotoCredit {
  std::size_t begin = 0;             // of the credit with its label, bracket or bar
  std::vector<std::string> names;    // all, in order; none in "(File photo)"
  std::vector<std::string> persons;  // those of them that are no agency or picture service
  bool certain = true;               // the form is one of pictures alone: "(Reuters)" also ends reports
};

[[nodiscard]] std::optional<PhotoCredit> find_photo_credit(std::string_view line, const AgencyNames& agencies);

}  // namespace attache

// Names of agencies and outlets as keys: "Meridian" and "Meridian News Agency", "CPA" and "Continental Press Agency" are
// one newsroom, whichever form a page prints.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "analysis/analysis.h"

namespace attache {

class NewsroomNames {
 public:
  // Learns the long forms that the reports use, so that acronyms find them.
  explicit NewsroomNames(std::span<const Analysis> analyses);

  [[nodiscard]] std::string key(std::string_view name) const;

  // Of the report's first agency, else of its outlet; empty where neither is stated.
  [[nodiscard]] std::string key_of(const Report& report) const;

 private:
  std::map<std::string, std::string> long_forms_;  // initials in small letters -> key; empty where two names have them
};

}  // namespace attache

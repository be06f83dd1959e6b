// A credit behind the last sentence of a report: "... naive" ./ REL", "... Turkey.–AA", "... dead. (Reuters)",
// "... gesperrt. (dpa/jt)", "... weekend. AFP abc/def/gh", "... summer. ENDS".
//
// Method: behind each mark that may end the last sentence, what is left must be a credit from its first letter to its last:
// brackets with names, a dash or slash with names, a head ("Source:", "With inputs from"), a bare agency, writers' codes,
// a mark of the end. The longest such rest counts. Source of the forms: wire copy as printed.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "ingest/credit.h"

namespace attache {

struct TailCredit {
  Span span;  // from the first mark after the last sentence to the end
  CreditNames names;  // all empty for codes and end marks: they credit nobody known
};

[[nodiscard]] std::optional<TailCredit> find_tail_credit(std::string_view paragraph, const AgencyNames& agencies);

}  // namespace attache

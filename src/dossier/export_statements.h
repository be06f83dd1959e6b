// The statements of a dossier as tables and records for other programs, one row for each mention: a statement as one report gives it.
//
// CSV: RFC 4180, UTF-8, CRLF, a first line of names; a value that a spreadsheet would take for a formula (=, +, -, @, tab in front) has
// an apostrophe before it. JSONL: the same names, one object a line. JSON-LD: one graph in terms of schema.org, a Quotation for each
// mention whose words are quoted at least in part, a Claim for each that is indirect, with the NewsArticle it stands in; statements of
// several reports share `exampleOfWork`. Offsets count code points of the report's text.
#pragma once

#include <string>

#include "dossier/dossier.h"

namespace attache {

[[nodiscard]] std::string statements_csv(const Dossier& dossier);
[[nodiscard]] std::string statements_jsonl(const Dossier& dossier);
[[nodiscard]] std::string statements_jsonld(const Dossier& dossier);

}  // namespace attache

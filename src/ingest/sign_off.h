// Lines below a report that name who made it: "(Reporting by A; Editing by B)", syndication notes, copyright lines.
#pragma once

#include <string>
#include <string_view>

#include "ingest/credit.h"

namespace attache {

// "(Reporting by A in X; Writing by B; Editing by C)", "Additional reporting by D".
[[nodiscard]] bool is_sign_off(std::string_view line);
[[nodiscard]] CreditNames read_sign_off(std::string_view line);

// The outlet of "© 2024 The Tarrow Daily. All rights reserved."; empty when the line is no such line.
[[nodiscard]] std::string outlet_of_copyright(std::string_view line);

// "(Only the headline and picture of this report may have been reworked by the Business Standard staff; ...)"
[[nodiscard]] bool is_syndication_note(std::string_view line);
[[nodiscard]] std::string outlet_of_syndication_note(std::string_view line);

}  // namespace attache

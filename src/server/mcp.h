// The reading room for language models: the Model Context Protocol (modelcontextprotocol.io, revision 2025-06-18) over standard input and output,
// a JSON-RPC 2.0 message a line. Tools search, story, statements, facts and decision; every line of an answer carries its citation: report,
// place, exact words. Nothing is told that is not cited.
#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "server/api.h"

namespace attache {

inline constexpr std::size_t kMostMessageBytes = 1u << 20;

// The answer to one message, without the line break; nothing for notifications. What is no message is answered with an error.
[[nodiscard]] std::optional<std::string> mcp_answer(ApiContext& context, std::string_view message);

// Until the input ends.
void run_mcp(ApiContext& context, std::istream& in, std::ostream& out);

}  // namespace attache

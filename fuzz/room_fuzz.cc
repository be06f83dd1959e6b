// Any bytes as what is typed into the search box, as the grouping of a thread, and as a message of a language model's program.
#include <algorithm>
#include <cstdint>
#include <string>

#include "room/grouping_text.h"
#include "room/query_words.h"
#include "text/utf8.h"

#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<QueryPart> parts = parse_query(bytes);
  require(parts.size() <= kMostParts, "no more parts than the limit");
  const std::string expression = match_expression(parts);
  require(std::count(expression.begin(), expression.end(), '"') % 2 == 0, "every part is quoted");
  std::uint32_t last = 0;
  for (const Span s : find_query_words(parts, bytes)) {
    require(s.begin >= last && s.begin < s.end && s.end <= size, "marks in order and in bounds");
    last = s.end;
  }
  if (const Result<ThreadGrouping> thread = grouping_from_text(bytes)) {
    const std::string text = to_text(*thread);
    const Result<ThreadGrouping> again = grouping_from_text(text);
    require(again.has_value() && to_text(*again) == text, "a grouping that is read is written and read again");
  }
  return 0;
}

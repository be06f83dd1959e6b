// Any bytes as a file of a body and as a question: both are read or refused, and what is read can be counted.
#include <string>

#include "bodies/question.h"
#include "bodies/seating.h"

#include "require.h"

using namespace attache;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Knowledge nothing;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const Result<Question> question = read_question(text, "q.toml")) {
    const std::string written = write_question(*question);
    const Result<Question> back = read_question(written, "q.toml");
    require(back.has_value() && write_question(*back) == written, "a question that was read can be written and read again");
  }
  const Result<Body> body = read_body(text, "b.toml");
  if (!body) return 0;
  require(!body->rules.empty(), "a body has a rule");
  const Date day{2024, 5, 1};
  const std::vector<Seat> seats = seats_on(*body, nothing, day);
  for (const BodyRule& rule : body->rules) {
    const Result<Game> game = game_of(*body, rule, seats, day);
    if (!game) continue;
    const bool none = passes(*game, std::vector<Vote>(seats.size(), Vote::no)), all = passes(*game, std::vector<Vote>(seats.size(), Vote::yes));
    require(all || !none, "more yes never does harm");
  }
  return 0;
}

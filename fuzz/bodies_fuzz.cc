// Any bytes as a file of a body and as a question: both are read or refused, and what is read can be counted.
#include <string>

#include "bodies/question.h"
#include "bodies/seating.h"
#include "voting/outlook.h"
#include "voting/power.h"

#include "require.h"

using namespace attache;

namespace {

void count(const Game& game, std::size_t seats) {
  const bool none = passes(game, std::vector<Vote>(seats, Vote::no)), all = passes(game, std::vector<Vote>(seats, Vote::yes));
  require(all || !none, "more yes never does harm");
  if (seats == 0 || seats > 12) return;
  const std::vector<std::optional<Vote>> open(seats);
  OutlookOptions options;
  options.most_trials = 5000;
  const Outlook outlook = outlook_of(game, open, options);
  require(outlook.if_all_agree == all && outlook.if_all_refuse == none, "the outlook knows both ends");
  if (const Result<double> chance = chance_of(game, open, std::vector<double>(seats, 0.5))) require(*chance > -1e-9 && *chance < 1 + 1e-9, "a chance lies between 0 and 1");
  if (const Result<Power> power = voting_power(game)) require((power->winning > 0) == all, "something wins when all together do");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Knowledge knowledge = load_knowledge();
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
  const std::vector<Seat> seats = seats_on(*body, knowledge, day);
  for (const Seat& seat : seats) {
    const int found = find_seat(seats, knowledge, seat.name);
    require(found < static_cast<int>(seats.size()), "a seat found is one of the seats");
  }
  for (const BodyRule& rule : body->rules) {
    if (const Result<Game> game = game_of(*body, rule, seats, knowledge, day)) count(*game, seats.size());
  }
  return 0;
}

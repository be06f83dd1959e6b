#include "bodies/chamber.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/strings.h"

namespace attache {

Result<Chamber> chamber_of(Body body, const std::string& rule, Date day, const Knowledge& knowledge) {
  Chamber out;
  out.day = day.year ? day : kTablesDay;
  const BodyRule* found = find_rule(body, rule, out.day);
  if (!found) {
    std::vector<std::string> ids;
    for (const BodyRule& r : body.rules) {
      if (r.term.holds(out.day)) ids.push_back(r.id);
    }
    return fail(ErrorCode::wrong_usage, body.id + " has no rule \"" + rule + "\" on " + to_string(out.day) + "; there are: " + join_strings(ids, ", "));
  }
  out.rule = *found;
  out.seats = seats_on(body, knowledge, out.day);
  if (out.seats.empty()) return fail(ErrorCode::wrong_usage, body.id + " has no members on " + to_string(out.day));
  Result<Game> game = game_of(body, out.rule, out.seats, knowledge, out.day);
  if (!game) return tl::unexpected<Error>(game.error());
  out.game = std::move(*game);
  out.body = std::move(body);
  return out;
}

std::string heading_of(const Chamber& chamber) {
  std::string out = fmt::format("{}, {}: {}\n", chamber.body.name, to_words(chamber.day), chamber.rule.name);
  if (!chamber.rule.words.empty()) out += "  " + chamber.rule.words + "\n";
  out += "  " + chamber.rule.source + "\n";
  std::vector<std::string> named;
  for (const std::vector<RuleNeed>& way : chamber.rule.ways) {
    for (const RuleNeed& need : way) {
      const BodyWeight* weight = need.weight.empty() ? nullptr : weight_on(chamber.body, need.weight, chamber.day);
      if (!weight || std::find(named.begin(), named.end(), weight->name) != named.end()) continue;
      named.push_back(weight->name);
      out += fmt::format("  {} from {}: {}\n", weight->name, weight->term.from.year ? to_string(weight->term.from) : "the beginning", weight->source);
    }
  }
  return out;
}

}  // namespace attache

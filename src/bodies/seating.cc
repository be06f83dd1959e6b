#include "bodies/seating.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/strings.h"

namespace attache {
namespace {

std::string name_of_key(const Knowledge& knowledge, const std::string& key) {
  const auto at = knowledge.country_by_code.find(key);
  return at == knowledge.country_by_code.end() ? key : knowledge.countries[at->second].name;
}

// A member that sits twice, or a key in the file that names nobody there could be.
std::optional<std::string> what_is_wrong(const Body& body, const std::vector<Seat>& seats, const Knowledge& knowledge, const Date& day) {
  std::set<std::pair<bool, std::string>> seated;
  for (const Seat& seat : seats) {
    if (!seated.emplace(seat.is_state, seat.key).second) return seat.name + " sits twice on " + to_string(day);
  }
  std::unordered_set<std::string> members;
  for (const BodyMember& member : body.members) members.insert(member.key);
  const auto is_state = [&](const std::string& key) { return knowledge.country_by_code.contains(key) || key.starts_with("x-"); };  // x-: states that are no more
  const auto is_known = [&](const std::string& key) { return members.contains(key) || (!body.member_table.empty() && is_state(key)); };
  for (const BodyMember& member : body.members) {
    if (member.is_state && !is_state(member.key)) return "there is no state \"" + member.key + "\"";
  }
  for (const BodyGroup& group : body.groups) {
    for (const std::string& key : group.members) {
      if (!is_known(key)) return "\"" + key + "\" of the group \"" + group.name + "\" is no member";
    }
  }
  for (const BodyWeight& weight : body.weights) {
    for (const auto& [key, value] : weight.values) {
      if (!is_known(key)) return "\"" + key + "\", which has a \"" + weight.name + "\", is no member";
    }
  }
  return std::nullopt;
}

Result<std::vector<std::uint64_t>> weights_of(const Body& body, const RuleNeed& need, const std::vector<Seat>& seats, const Date& day) {
  std::vector<std::uint64_t> out;
  const BodyWeight* table = need.weight.empty() ? nullptr : weight_on(body, need.weight, day);
  if (!need.weight.empty() && !table) return fail(ErrorCode::invalid_body, body.id + ": no \"" + need.weight + "\" is known for " + to_string(day));
  for (const Seat& seat : seats) {
    std::uint64_t value = 1;
    if (table) {
      const auto at = table->values.find(seat.key);
      if (at == table->values.end()) return fail(ErrorCode::invalid_body, body.id + ": no \"" + need.weight + "\" of " + seat.name + " is known for " + to_string(day));
      value = at->second;
    }
    const bool counts = need.group.empty() || std::find(seat.groups.begin(), seat.groups.end(), need.group) != seat.groups.end();
    out.push_back(counts ? value : 0);
  }
  return out;
}

}  // namespace

const BodyWeight* weight_on(const Body& body, std::string_view name, const Date& day) {
  const BodyWeight* out = nullptr;
  for (const BodyWeight& weight : body.weights) {
    if (weight.name == name && weight.term.holds(day) && (!out || out->term.from < weight.term.from)) out = &weight;
  }
  return out;
}

std::vector<Seat> seats_on(const Body& body, const Knowledge& knowledge, const Date& day) {
  std::vector<Seat> seats;
  if (!body.member_table.empty()) {
    for (const std::string& key : members_on(knowledge, body.member_table, day)) seats.push_back({key, true, name_of_key(knowledge, key), {}, "data/memberships.tsv"});
  }
  for (const BodyMember& member : body.members) {
    if (!member.term.holds(day)) continue;
    seats.push_back({member.key, member.is_state, member.is_state ? name_of_key(knowledge, member.key) : member.key, {}, member.source});
    if (!member.group.empty()) seats.back().groups.push_back(member.group);
  }
  for (const BodyGroup& group : body.groups) {
    const std::unordered_set<std::string> members(group.members.begin(), group.members.end());
    for (Seat& seat : seats) {
      if (members.contains(seat.key)) seat.groups.push_back(group.name);
    }
  }
  std::sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) { return a.name < b.name; });
  return seats;
}

int find_seat(const std::vector<Seat>& seats, const Knowledge& knowledge, std::string_view name) {
  int found = -1, others = 0;
  const auto take_if = [&](auto&& is) {
    for (std::size_t k = 0; k < seats.size(); ++k) {
      if (!is(seats[k])) continue;
      if (found >= 0 && found != static_cast<int>(k)) ++others;
      found = static_cast<int>(k);
    }
  };
  take_if([&](const Seat& s) { return equals_ignore_case(s.key, name) || equals_ignore_case(s.name, name); });
  if (found < 0) {
    for (const Meaning& meaning : meanings_of(knowledge, name)) {
      if (meaning.kind == NameKind::country) take_if([&](const Seat& s) { return s.is_state && s.key == knowledge.countries[meaning.index].code; });
    }
  }
  return others ? -1 : found;
}

Result<Game> game_of(const Body& body, const BodyRule& rule, const std::vector<Seat>& seats, const Knowledge& knowledge, const Date& day) {
  using Measure = RuleNeed::Measure;
  if (seats.size() > kMostSeats) return fail(ErrorCode::too_large, body.id + ": more than " + std::to_string(kMostSeats) + " members");
  if (std::optional<std::string> wrong = what_is_wrong(body, seats, knowledge, day)) return fail(ErrorCode::invalid_body, body.id + ": " + *wrong);
  Game game{seats.size(), {}};
  for (const std::vector<RuleNeed>& needs : rule.ways) {
    Way way;
    for (const RuleNeed& written : needs) {
      if (written.measure == Measure::present) continue;
      const bool somebody = written.group.empty() || std::any_of(seats.begin(), seats.end(), [&](const Seat& s) { return std::find(s.groups.begin(), s.groups.end(), written.group) != s.groups.end(); });
      if (!somebody) return fail(ErrorCode::invalid_body, body.id + ": nobody of the group \"" + written.group + "\" sits on " + to_string(day));
      Result<std::vector<std::uint64_t>> weights = weights_of(body, written, seats, day);
      if (!weights) return tl::unexpected<Error>(weights.error());
      std::uint64_t total = 0;
      for (const std::uint64_t weight : *weights) total += weight;
      Need need;
      need.weights = std::move(*weights);
      need.strict = written.measure == Measure::more_than;
      if (written.measure == Measure::against) {
        need.kind = Need::Kind::no_at_most;
        need.quota = written.number;
      } else if (written.of_voting) {
        need.kind = Need::Kind::yes_of_voting;
        need.share = *written.share;
      } else if (written.share) {
        need.quota = quota_of_share(*written.share, total, need.strict);
      } else if (written.all_but) {
        need.quota = total > written.number ? total - written.number : 0;
      } else {
        need.quota = written.number + (need.strict ? 1 : 0);
      }
      way.push_back(std::move(need));
    }
    game.ways.push_back(std::move(way));
  }
  return game;
}

}  // namespace attache

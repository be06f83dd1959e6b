#include "bodies/seating.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

std::string name_of_key(const Knowledge& knowledge, const std::string& key) {
  const auto at = knowledge.country_by_code.find(key);
  return at == knowledge.country_by_code.end() ? key : knowledge.countries[at->second].name;
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
    for (const std::string& key : members_on(knowledge, body.member_table, day)) seats.push_back({key, name_of_key(knowledge, key), {}, "data/memberships.tsv"});
  }
  for (const BodyMember& member : body.members) {
    if (!member.term.holds(day)) continue;
    seats.push_back({member.key, member.is_state ? name_of_key(knowledge, member.key) : member.key, {}, member.source});
    if (!member.group.empty()) seats.back().groups.push_back(member.group);
  }
  for (const BodyGroup& group : body.groups) {
    for (Seat& seat : seats) {
      if (std::find(group.members.begin(), group.members.end(), seat.key) != group.members.end()) seat.groups.push_back(group.name);
    }
  }
  std::sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) { return a.name < b.name; });
  return seats;
}

int find_seat(const std::vector<Seat>& seats, const Knowledge& knowledge, std::string_view name) {
  const auto seat_of = [&](auto&& is) {
    const auto at = std::find_if(seats.begin(), seats.end(), is);
    return at == seats.end() ? -1 : static_cast<int>(at - seats.begin());
  };
  if (const int at = seat_of([&](const Seat& s) { return equals_ignore_case(s.key, name) || equals_ignore_case(s.name, name); }); at >= 0) return at;
  int found = -1;
  for (const Meaning& meaning : meanings_of(knowledge, name)) {
    if (meaning.kind != NameKind::country) continue;
    const int at = seat_of([&](const Seat& s) { return s.key == knowledge.countries[meaning.index].code; });
    if (at >= 0 && found >= 0 && at != found) return -1;
    if (at >= 0) found = at;
  }
  return found;
}

Result<Game> game_of(const Body& body, const BodyRule& rule, const std::vector<Seat>& seats, const Date& day) {
  using Measure = RuleNeed::Measure;
  Game game{seats.size(), {}};
  for (const std::vector<RuleNeed>& needs : rule.ways) {
    Way way;
    for (const RuleNeed& written : needs) {
      if (written.measure == Measure::present) continue;
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

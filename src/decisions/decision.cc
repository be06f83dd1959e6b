#include "decisions/decision.h"

#include <algorithm>

#include "base/hash.h"

namespace attache {
namespace {

Date latest_day(const ReportedFacts& reported) {
  Date out;
  for (std::uint32_t r = 0; r < reported.analyses.size(); ++r) {
    const Date day = day_of_report(reported.analyses[r], reported.bounds, r);
    if (day.full() && out < day) out = day;
  }
  return out;
}

Date day_asked_for(const PendingQuestion& pending, const ReportedFacts& reported) {
  if (pending.days.as_of.year) return pending.days.as_of;
  if (pending.question.as_of.year) return pending.question.as_of;
  const Date latest = latest_day(reported);
  return latest.year ? latest : kTablesDay;
}

std::optional<Vote> vote_of(const Position& p) {
  if (p.strength != Strength::acted) return std::nullopt;
  return p.stance == Stance::supports ? std::optional(Vote::yes) : p.stance == Stance::opposes ? std::optional(Vote::no) : std::nullopt;
}

// The verdict if each open member does what it said; nullopt where that adds nothing to what was done.
std::optional<Verdict> verdict_as_said(const Decision& d) {
  std::vector<std::optional<Vote>> votes = d.votes;
  bool more = false;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (votes[i] || d.positions[i].strength != Strength::said) continue;
    if (d.positions[i].stance != Stance::supports && d.positions[i].stance != Stance::opposes) continue;
    votes[i] = d.positions[i].stance == Stance::supports ? Vote::yes : Vote::no;
    more = true;
  }
  return more ? std::optional(outlook_of(d.chamber.game, votes).verdict) : std::nullopt;
}

// Members who voted and whose other vote would leave a settled decision open, all open members voting the other way as well.
std::vector<std::size_t> turning_members(const Decision& d) {
  std::vector<std::size_t> out;
  if (d.outlook.verdict == Verdict::depends) return out;
  const Vote other = d.outlook.verdict == Verdict::fails ? Vote::yes : Vote::no;
  std::vector<Vote> votes;
  for (const auto& vote : d.votes) votes.push_back(vote.value_or(other));
  for (std::size_t i = 0; i < votes.size(); ++i) {
    if (!d.votes[i] || votes[i] == other) continue;
    std::vector<Vote> changed = votes;
    changed[i] = other;
    if (passes(d.chamber.game, changed) == (other == Vote::yes)) out.push_back(i);
  }
  return out;
}

// "decisions on membership are taken by the council, by unanimous vote"
std::vector<FactRef> rule_as_told(const ReportedFacts& reported, const Matter& matter, const Date& day) {
  std::vector<FactRef> out;
  for (std::uint32_t r = 0; r < reported.analyses.size(); ++r) {
    const Date published = day_of_report(reported.analyses[r], reported.bounds, r);
    if (published.year != 0 && day < published) continue;
    const MatterReader reader(reported.analyses[r], matter, false);
    for (const FactMention& m : reported.analyses[r].facts) {
      if (m.relation == "decision_rule" && reader.names_body(m.subject.span)) out.push_back(ref_of(reported.analyses[r], r, m));
    }
  }
  return out;
}

}  // namespace

Result<Decision> decide(const PendingQuestion& pending, const ReportedFacts& reported, const Knowledge& knowledge) {
  Decision d;
  d.question = pending.question;
  d.day = day_asked_for(pending, reported);
  d.since = pending.days.since;
  Result<Chamber> chamber = chamber_of(pending.body, d.question.rule, d.question.members_as_of.year ? d.question.members_as_of : d.day, knowledge);
  if (!chamber) return tl::unexpected<Error>(chamber.error());
  d.chamber = std::move(*chamber);
  d.id = make_id("d", hash_fields({d.question.name, d.chamber.body.id, d.chamber.rule.id, d.question.candidate}));

  const Matter matter = matter_of(d.question, d.chamber, knowledge);
  const auto positions_on = [&](const Date& day) { return find_positions(reported.analyses, reported.stories, reported.origins, reported.bounds, matter, d.chamber.seats, day, knowledge); };
  d.positions = positions_on(d.day);
  for (std::uint32_t r = 0; r < reported.analyses.size(); ++r) {
    const Date day = day_of_report(reported.analyses[r], reported.bounds, r);
    ++(day.year != 0 && d.day < day ? d.later_reports : d.reports);
  }

  // What the file knows goes before what reports tell.
  const std::size_t members = d.chamber.seats.size();
  d.votes.resize(members);
  d.known.resize(members);
  for (std::size_t i = 0; i < members; ++i) d.votes[i] = vote_of(d.positions[i]);
  const auto nobody = [&](const std::string& name) { return tl::unexpected<Error>(Error{ErrorCode::invalid_question, "\"" + name + "\" names no member, or several, of " + d.chamber.body.name + " on " + to_string(d.chamber.day), pending.source}); };
  for (const KnownVote& vote : d.question.votes) {
    if (vote.day.year && d.day < vote.day) continue;
    const int seat = find_seat(d.chamber.seats, knowledge, vote.member);
    if (seat < 0) return nobody(vote.member);
    const auto at = static_cast<std::size_t>(seat);
    if (d.known[at] && vote.day < d.known[at]->day) continue;  // the later one counts; of one day the last of the file
    d.known[at] = vote;
    d.votes[at] = vote.vote;
  }
  d.outlook = outlook_of(d.chamber.game, d.votes);
  d.as_said = verdict_as_said(d);
  d.turning = turning_members(d);
  d.rule_told = rule_as_told(reported, matter, d.day);

  std::vector<double> priors(members, d.question.other_members.value_or(0));
  std::vector<bool> given(members, d.question.other_members.has_value()), said(members);
  for (const auto& [member, chance] : d.question.chances) {
    const int seat = find_seat(d.chamber.seats, knowledge, member);
    if (seat < 0) return nobody(member);
    const auto at = static_cast<std::size_t>(seat);
    if (said[at]) return tl::unexpected<Error>(Error{ErrorCode::invalid_question, "\"" + member + "\" has two chances", pending.source});
    said[at] = given[at] = true;
    priors[at] = chance;
  }
  bool all_given = !d.question.chances.empty() || d.question.other_members;
  for (std::size_t i = 0; i < members; ++i) all_given = all_given && (d.votes[i] || given[i]);
  if (all_given) d.chance = chance_of(d.chamber.game, d.votes, priors);

  if (d.since.year == 0) return d;
  if (d.day < d.since) return fail(ErrorCode::wrong_usage, "the day to compare with, " + to_string(d.since) + ", is later than the day asked for, " + to_string(d.day));
  const std::vector<Position> before = positions_on(d.since);
  for (std::size_t i = 0; i < members; ++i) {
    if (before[i].stance != d.positions[i].stance || before[i].strength != d.positions[i].strength) d.changes.push_back({i, before[i].stance, before[i].strength});
  }
  return d;
}

}  // namespace attache

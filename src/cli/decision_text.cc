#include "cli/decision_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::vector<std::string> names_of(const Decision& d, const std::vector<std::size_t>& members) {
  std::vector<std::string> out;
  for (const std::size_t member : members) out.push_back(d.chamber.seats[member].name);
  return out;
}

std::string sets_text(const Decision& d, const SmallestSets& sets) {
  constexpr std::size_t kMostShown = 6;
  std::string out;
  for (std::size_t k = 0; k < std::min(sets.sets.size(), kMostShown); ++k) {
    std::vector<std::string> whole, parts;
    for (const Choice& choice : sets.sets[k]) {
      const std::vector<std::string> names = names_of(d, choice.of);
      if (choice.take == choice.of.size()) whole.insert(whole.end(), names.begin(), names.end());
      else parts.push_back(fmt::format("any {} of {}", choice.take, join_strings(names, ", ")));
    }
    if (!whole.empty()) parts.insert(parts.begin(), join_strings(whole, ", "));
    out += "    " + join_strings(parts, "; and ") + "\n";
  }
  if (!sets.proved) out += "    (found by taking the heaviest; a smaller set is not ruled out)\n";
  else if (!sets.counted) out += "    (and more of this size, not counted)\n";
  else if (sets.count > std::min(sets.sets.size(), kMostShown)) out += fmt::format("    ({} such sets in all)\n", sets.count.str());
  return out;
}

std::string cited(const Dossier& dossier, const StanceEntry& entry) {
  constexpr std::size_t kMost = 160;
  const FactRef& ref = entry.mentions.front();
  const Report& report = dossier.analyses[ref.report].report;
  std::string words = collapse_space(slice(report.text, ref.sentence));
  if (words.size() > kMost) words = words.substr(0, floor_boundary(words, kMost)) + "\u2026";
  return fmt::format("      \u201C{}\u201D  {}{}\n", words, report.source, entry.origins > 1 ? fmt::format(" and {}", counted(entry.origins - 1, "further origin")) : "");
}

// Members by what they do, say or imply, each with the sentence.
std::string positions_text(const Dossier& dossier, const Decision& d) {
  std::string out;
  for (std::size_t kind = 0; kind + 1 < kStances; ++kind) {
    const Stance stance = static_cast<Stance>(kind);
    std::string lines;
    std::size_t n = 0;
    for (std::size_t i = 0; i < d.positions.size(); ++i) {
      const Position& p = d.positions[i];
      if (p.stance != stance || d.known[i]) continue;
      ++n;
      const StanceEntry& now = *current_of(p);
      lines += fmt::format("    {}{}{}\n", d.chamber.seats[i].name, p.strength == Strength::none ? std::string() : fmt::format(", {}", name_of(p.strength)), now.day.full() ? fmt::format(", {}{}", now.not_before ? "not before " : "", to_string(now.day)) : std::string(", report without a date"));
      lines += cited(dossier, now);
    }
    if (n) out += fmt::format("  {}: {}\n{}", words_of(stance), n, lines);
  }
  return out;
}

std::string changes_text(const Decision& d) {
  if (d.since.year == 0) return {};
  if (d.changes.empty()) return fmt::format("Nothing has changed since {}.\n", to_words(d.since));
  std::string out = fmt::format("Since {}:\n", to_words(d.since));
  for (const PositionChange& c : d.changes) out += fmt::format("  {}: {} before, now {}\n", d.chamber.seats[c.seat].name, words_of(c.before), words_of(d.positions[c.seat].stance));
  return out;
}

}  // namespace

std::string decision_text(const Dossier& dossier, const Decision& d) {
  const Outlook& outlook = d.outlook;
  std::string out = d.question.name + "\n" + heading_of(d.chamber) + "\n";
  if (d.day != d.chamber.day) out += fmt::format("As of {}.\n", to_words(d.day));
  std::array<std::size_t, 3> counts{};
  std::size_t open = 0;
  for (const auto& vote : d.votes) {
    if (vote) ++counts[static_cast<std::size_t>(*vote)];
    else ++open;
  }
  out += fmt::format("{}: {} yes, {} no, {} abstain, {} open\n", counted(d.votes.size(), "member"), counts[2], counts[0], counts[1], open);
  for (std::size_t i = 0; i < d.votes.size(); ++i) {
    if (!d.known[i]) continue;
    const KnownVote& vote = *d.known[i];
    out += fmt::format("  {}: {}{}; {}\n", d.chamber.seats[i].name, name_of(vote.vote), vote.day.year ? ", " + to_string(vote.day) : "", vote.source);
  }
  if (d.reports || d.later_reports) {
    out += fmt::format("By {}{}:\n", counted(d.reports, "report"), d.later_reports ? fmt::format(", and {} of a later day for acts that they date", counted(d.later_reports, "report")) : "");
    out += positions_text(dossier, d);
  }
  out += changes_text(d) + "\n";
  if (outlook.verdict != Verdict::depends) {
    out += outlook.verdict == Verdict::passes ? "It passes, whatever the others do.\n" : "It cannot pass, even if all others agree.\n";
    if (!d.turning.empty()) out += "  It would be open again if one of these voted otherwise: " + join_strings(names_of(d, d.turning), ", ") + "\n";
    return out;
  }
  out += "It depends: if all others agree it passes, if all refuse it does not.\n";
  if (d.as_said) out += *d.as_said == Verdict::passes ? "  It passes if all do as they have said.\n" : *d.as_said == Verdict::fails ? "  It fails if all do as they have said.\n" : "  It is open even if all do as they have said.\n";
  if (open == outlook.vetoes.size()) out += "  Each open member can block it alone.\n";
  else if (!outlook.vetoes.empty()) out += "  Can block it alone: " + join_strings(names_of(d, outlook.vetoes), ", ") + "\n";
  if (!outlook.makers.empty()) out += "  Can carry it alone: " + join_strings(names_of(d, outlook.makers), ", ") + "\n";
  if (outlook.blocking.size > 1) out += fmt::format("  The fewest that block it: {}\n", outlook.blocking.size) + sets_text(d, outlook.blocking);
  if (outlook.carrying.size == open) out += "  None of them may refuse.\n";
  else if (outlook.carrying.size > 1) out += fmt::format("  The fewest that carry it: {}\n", outlook.carrying.size) + sets_text(d, outlook.carrying);
  std::vector<std::string> silent;
  for (std::size_t i = 0; i < d.votes.size(); ++i) {
    if (!d.votes[i]) silent.push_back(d.chamber.seats[i].name);
  }
  out += "  Open: " + join_strings(silent, ", ") + "\n";
  if (d.chance && !*d.chance) out += "  No chance is given: " + d.chance->error().message + "\n";
  if (d.chance && *d.chance) out += fmt::format("  By your own chances, each vote apart from the others: {:.1f} % (all agree: 100 %, all refuse: 0 %)\n", **d.chance * 100);
  return out;
}

}  // namespace attache

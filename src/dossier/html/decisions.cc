// Where a pending decision stands: the rule, the members by stance as a picture, the sentences, what still blocks it.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kCitations = 6;  // of a row
constexpr std::size_t kMostSets = 6;   // smallest sets that are printed
constexpr std::size_t kMostNames = 40; // of a sentence

// The looks of a cell: ink says how firm it is, a pattern what kind of obstacle it is (dossier.css).
struct Kind {
  Stance stance;
  Strength strength;
  std::string_view css, title, about, one, many;  // one, many: of the summary, behind the number
};
constexpr std::array<Kind, 10> kKinds = {{{Stance::supports, Strength::acted, "ya", "Has approved", "ratified it, approved it or voted for it", "has approved it", "have approved it"},
                                          {Stance::supports, Strength::said, "ys", "Says it supports", "in the words of its government or of the report; no vote", "says it supports it", "say they support it"},
                                          {Stance::conditions, Strength::said, "cd", "Sets conditions", "would agree on conditions, or threatens to block", "sets conditions or threatens", "set conditions or threaten"},
                                          {Stance::opposes, Strength::acted, "na", "Has blocked it", "vetoed or blocked it", "has blocked it", "have blocked it"},
                                          {Stance::opposes, Strength::said, "ns", "Says it opposes", "in the words of its government or of the report; no vote", "says it opposes it", "say they oppose it"},
                                          {Stance::obstacle_implied, Strength::implied, "ob", "Implied obstacle", "does not recognise the candidate; no report has it speak against", "does not recognise the candidate", "do not recognise the candidate"},
                                          {Stance::not_yet, Strength::none, "ny", "Has not approved yet", "so a report says", "has not approved it yet", "have not approved it yet"},
                                          {Stance::asked, Strength::none, "as", "Was asked", "no answer reported", "was asked, no answer is reported", "were asked, no answer is reported"},
                                          {Stance::unknown, Strength::none, "un", "Nobody has heard", "no report gives a position", "", ""},
                                          {Stance::unknown, Strength::acted, "fi", "Votes of the question file", "given by the user, with their sources", "", ""}}};
constexpr const Kind& kUnheard = kKinds[8];
constexpr const Kind& kOfFile = kKinds[9];

const Kind& kind(Stance stance, Strength strength) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.stance == stance && k.strength == strength; });
  return found == kKinds.end() ? kUnheard : *found;
}

const Kind& kind_of(const Decision& d, std::size_t seat) {
  if (d.known[seat]) return kOfFile;
  return kind(d.positions[seat].stance, d.positions[seat].strength);
}

std::vector<std::size_t> seats_of(const Decision& d, const Kind& kind) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < d.positions.size(); ++i) {
    if (&kind_of(d, i) == &kind) out.push_back(i);
  }
  return out;
}

std::string names(const Decision& d, const std::vector<std::size_t>& seats) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < seats.size() && i < kMostNames; ++i) out.push_back(d.chamber.seats[seats[i]].name);
  std::string text = join_strings(out, ", ");
  if (seats.size() > kMostNames) text += fmt::format(" and {} more", seats.size() - kMostNames);
  return escape_html(text);
}

// Reports behind the positions of these members.
std::vector<std::uint32_t> reports_behind(const Decision& d, const std::vector<std::size_t>& seats) {
  std::set<std::uint32_t> out;
  for (const std::size_t i : seats) {
    if (const StanceEntry* e = current_of(d.positions[i])) {
      for (const FactRef& ref : e->mentions) out.insert(ref.report);
    }
  }
  return {out.begin(), out.end()};
}

std::string cites(const PageContext& c, const std::vector<FactRef>& refs) {
  std::string out;
  std::set<std::string> shown;
  std::size_t more = 0;
  for (const FactRef& ref : refs) {
    const Span at = !ref.value.empty() ? ref.value : !ref.object.empty() ? ref.object : ref.subject.empty() ? ref.sentence : ref.subject;
    const std::string link = c.cite(ref.report, std::max(at.begin, ref.sentence.begin));
    if (shown.contains(link)) continue;
    if (shown.size() >= kCitations) ++more;
    else out += link + " ";
    shown.insert(link);
  }
  return more ? out + fmt::format("+{}", more) : out;
}

std::string seat_id(const Decision& d, std::size_t seat) { return fmt::format("{}-{}", d.id, seat); }

std::string cell(const Kind& k, std::string_view size) { return fmt::format("<i class=\"ce {} {}\"></i>", k.css, size); }

// One cell a member, those for it first.
std::string strip(const Decision& d) {
  std::string cells, label;
  for (const Kind& k : kKinds) {
    const std::size_t n = seats_of(d, k).size();
    if (n == 0) continue;
    label += fmt::format("{}{} {}", label.empty() ? "" : ", ", n, lower_ascii(k.title));
    for (std::size_t i = 0; i < n; ++i) cells += cell(k, "");
  }
  return fmt::format("<div class=strip role=img aria-label=\"{} cells: {}\">{}</div>", d.positions.size(), label, cells);
}

std::string verdict_words(const Decision& d) {
  switch (d.outlook.verdict) {
    case Verdict::passes: return "It passes, whatever the others do.";
    case Verdict::fails: return "It cannot pass, even if all others agree.";
    case Verdict::depends: break;
  }
  const std::size_t open = static_cast<std::size_t>(std::count(d.votes.begin(), d.votes.end(), std::nullopt));
  return fmt::format("It is open: {} of {} have not acted. It passes if all of them agree, it fails if all refuse.", open, counted(d.votes.size(), "member"));
}

std::string day_words(const StanceEntry& e) {
  if (!e.day.full()) return "report without a date";
  return e.day_told ? to_words(e.day) : (e.not_before ? "report not before " : "report of ") + to_words(e.day);
}

// What a report says, word for word, with the day.
std::string words_of_entry(const PageContext& c, const StanceEntry& e) {
  constexpr std::size_t kMostWords = 400;
  const FactRef& ref = e.mentions.front();
  return fmt::format("<span class=w>{}</span>", escape_html(shorten(collapse_space(c.words(ref.report, ref.sentence)), kMostWords)));
}

// All lines but the one that is shown; all of them where the file's vote is shown.
std::string history(const PageContext& c, const Position& p, bool shown) {
  const std::size_t more = p.history.size() - (shown && !p.history.empty() ? 1 : 0);
  if (more == 0) return {};
  std::string rows;
  for (std::size_t i = 0; i < p.history.size(); ++i) {
    const StanceEntry& e = p.history[i];
    if (shown && static_cast<int>(i) == p.current) continue;
    rows += fmt::format("<li>{}{}: {} {}</li>", day_words(e).empty() ? "" : day_words(e) + ", ", words_of(e.stance), words_of_entry(c, e), cites(c, e.mentions));
  }
  return fmt::format("<details><summary>{}</summary><ul class=plain>{}</ul></details>", counted(more, shown ? "other line" : "line of reports", shown ? "other lines" : "lines of reports"), rows);
}

std::string rule(const PageContext& c, const Decision& d) {
  const Chamber& chamber = d.chamber;
  std::string out = "<h3>The rule</h3>";
  if (!d.rule_told.empty()) {
    const FactRef& ref = d.rule_told.front();
    out += fmt::format("<blockquote class=rule>{} <span class=inl>{}</span></blockquote>", escape_html(collapse_space(c.words(ref.report, ref.sentence))), cites(c, d.rule_told));
  }
  out += fmt::format("<p class=sm>Background, not from the reports: {}, {}{}. Source: {}. {} on {}.</p>", escape_html(chamber.body.name), escape_html(lower_ascii(chamber.rule.name.substr(0, 1)) + chamber.rule.name.substr(1)), chamber.rule.words.empty() ? "" : ": " + escape_html(chamber.rule.words),
                     escape_html(chamber.rule.source), counted(chamber.seats.size(), "member"), to_words(chamber.day));
  return out;
}

std::string members(const PageContext& c, const Decision& d) {
  std::string out = fmt::format("<h3>The {} by stance</h3><figure>{}", counted(d.positions.size(), "member"), strip(d));
  for (const Kind& k : kKinds) {
    const std::vector<std::size_t> seats = seats_of(d, k);
    if (seats.empty()) continue;
    std::string list;
    for (const std::size_t i : seats) {
      const std::string name = escape_html(d.chamber.seats[i].name);
      list += fmt::format("<li>{}{}</li>", cell(k, "sm"), d.positions[i].history.empty() && !d.known[i] ? name : fmt::format("<a href=\"#{}\">{}</a>", seat_id(d, i), name));
    }
    const std::vector<std::uint32_t> behind = reports_behind(d, seats);
    out += fmt::format("<div class=stn data-o=\"{}\"><b>{}</b><div class=nm>{}<small>{}</small></div><ul class=mem>{}</ul>{}</div>", c.letters(behind), seats.size(), k.title, k.about, list, &k == &kOfFile ? "<span></span>" : c.gauge(behind));
  }
  return out + "</figure>";
}

std::string evidence(const PageContext& c, const Decision& d) {
  std::string rows;
  for (const Kind& k : kKinds) {
    for (const std::size_t i : seats_of(d, k)) {
      const std::string name = escape_html(d.chamber.seats[i].name);
      if (d.known[i]) {
        const KnownVote& v = *d.known[i];
        rows += fmt::format("<tr id=\"{}\"><th>{}</th><td>votes {}{}</td><td>{}{}</td><td></td><td></td></tr>", seat_id(d, i), name, v.vote == Vote::yes ? "yes" : v.vote == Vote::no ? "no" : "to abstain", v.day.year ? ", " + to_words(v.day) : "", escape_html(v.source), history(c, d.positions[i], false));
        continue;
      }
      const StanceEntry* e = current_of(d.positions[i]);
      if (!e) continue;
      const std::string day = day_words(*e);
      rows += fmt::format("<tr id=\"{}\" data-o=\"{}\"><th>{}</th><td>{}{}</td><td>{}{}</td><td>{}</td><td class=cs>{}</td></tr>", seat_id(d, i), c.letters(reports_of(*e)), name, lower_ascii(k.title), day.empty() ? "" : "<br><small>" + day + "</small>", words_of_entry(c, *e), history(c, d.positions[i], true), c.gauge(reports_of(*e)), cites(c, e->mentions));
    }
  }
  if (rows.empty()) return "<p class=sm>No report tells where any member stands.</p>";
  return "<div class=scroll><table class=pos><caption>Evidence</caption><thead><tr><th>Member</th><th>Stance</th><th>What the report says</th><th>Origins</th><th>Sentences</th></tr></thead><tbody>" + rows + "</tbody></table></div>";
}

std::string set_words(const Decision& d, const std::vector<Choice>& set) {
  std::vector<std::string> parts;
  for (const Choice& choice : set) {
    if (choice.take == choice.of.size()) parts.push_back(names(d, choice.of));
    else parts.push_back(fmt::format("any {} of {}", choice.take, names(d, choice.of)));
  }
  return join_strings(parts, "; and ");
}

std::string sets(const Decision& d, const SmallestSets& s) {
  std::string out;
  for (std::size_t i = 0; i < s.sets.size() && i < kMostSets; ++i) out += "<li>" + set_words(d, s.sets[i]) + "</li>";
  if (!s.proved) out += "<li>found by taking the heaviest; a smaller set is not ruled out</li>";
  else if (s.sets.size() > kMostSets || !s.counted) out += "<li>and more of this size</li>";
  return "<ul class=plain>" + out + "</ul>";
}

std::string row(const PageContext& c, const Decision& d, const std::string& text, const std::vector<std::size_t>& behind) {
  std::vector<FactRef> refs;
  for (const std::size_t i : behind) {
    if (const StanceEntry* e = current_of(d.positions[i])) refs.insert(refs.end(), e->mentions.begin(), e->mentions.end());
  }
  return line(c, reports_behind(d, behind), text, cites(c, refs));
}

std::string plain_row(const std::string& text) { return "<li class=r><span class=tx>" + text + "</span></li>"; }

std::string blocks(const PageContext& c, const Decision& d) {
  const Outlook& o = d.outlook;
  std::string rows;
  const auto told = [&](Stance stance, Strength strength, std::string_view one, std::string_view many) {
    const std::vector<std::size_t> seats = seats_of(d, kind(stance, strength));
    if (!seats.empty()) rows += row(c, d, fmt::format("{} {}: <b>{}</b>.", seats.size(), seats.size() == 1 ? one : many, names(d, seats)), seats);
  };
  std::vector<std::size_t> refused;
  for (std::size_t i = 0; i < d.votes.size(); ++i) {
    if (d.known[i] && d.votes[i] == Vote::no) refused.push_back(i);
  }
  if (!refused.empty()) rows += plain_row(fmt::format("{} against it by the question file: <b>{}</b>.", refused.size(), names(d, refused)));
  told(Stance::opposes, Strength::acted, "has blocked it", "have blocked it");
  told(Stance::opposes, Strength::said, "against it in words", "against it in words");
  told(Stance::conditions, Strength::said, "with conditions or threats", "with conditions or threats");
  told(Stance::obstacle_implied, Strength::implied, "in whose way non-recognition stands; it is not reported to oppose it", "in whose way non-recognition stands; none of them is reported to oppose it");
  told(Stance::not_yet, Strength::none, "reported as not having approved yet", "reported as not having approved yet");
  const std::vector<std::size_t> unheard = seats_of(d, kUnheard);
  if (!unheard.empty() && o.verdict == Verdict::depends) rows += plain_row(fmt::format("<b>{}</b> of whom no report gives a position.", counted(unheard.size(), "member")));
  if (o.verdict == Verdict::depends) {
    const std::size_t open = static_cast<std::size_t>(std::count(d.votes.begin(), d.votes.end(), std::nullopt));
    if (o.vetoes.size() == open) rows += plain_row("Any one of the members who have not acted can block it.");
    else if (!o.vetoes.empty()) rows += plain_row("Can block it alone: " + names(d, o.vetoes) + ".");
    if (o.blocking.size > 1) rows += plain_row(fmt::format("The fewest who block it: {}.{}", o.blocking.size, sets(d, o.blocking)));
  }
  return rows.empty() ? std::string() : fmt::format("<h3>{}</h3><ul class=rows>{}</ul>", o.verdict == Verdict::passes ? "Who stood against it" : "What still blocks", rows);
}

std::string changes_needed(const Decision& d) {
  const Outlook& o = d.outlook;
  std::string rows;
  if (o.verdict == Verdict::depends) {
    const std::size_t open = static_cast<std::size_t>(std::count(d.votes.begin(), d.votes.end(), std::nullopt));
    if (o.carrying.size == open) rows += plain_row(fmt::format("All {} who have not acted must agree; no number of supporters outweighs one refusal.", open));
    else if (o.carrying.size > 0) rows += plain_row(fmt::format("The fewest whose yes carries it: {}.{}", o.carrying.size, sets(d, o.carrying)));
    if (d.as_said) rows += plain_row(*d.as_said == Verdict::passes ? "It passes if all do as they have said." : *d.as_said == Verdict::fails ? "It fails if all do as they have said." : "Even if all do as they have said, it stays open.");
    if (d.chance && *d.chance) rows += plain_row(fmt::format("By the chances of the question file, each vote apart from the others: {:.1f}\u202F%, between 0 (all refuse) and 100 (all agree).", **d.chance * 100));
    else rows += plain_row("No probability is given: the reports hold no basis for one.");
  } else if (!d.turning.empty()) {
    rows += plain_row(fmt::format("It would be open again if {} voted otherwise: {}.", d.turning.size() == 1 ? "this member" : "one of these", names(d, d.turning)));
  } else if (o.verdict == Verdict::fails) {
    rows += plain_row("More than one member would have to vote otherwise.");
  }
  return rows.empty() ? std::string() : "<h3>What would have to change</h3><ul class=rows>" + rows + "</ul>";
}

std::string changed_since(const PageContext& c, const Decision& d) {
  if (d.since.year == 0) return {};
  std::string rows;
  for (const PositionChange& change : d.changes) {
    const Position& p = d.positions[change.seat];
    rows += row(c, d, fmt::format("<b>{}</b>: {}, now {}.", escape_html(d.chamber.seats[change.seat].name), words_of(change.before), words_of(p.stance)), {change.seat});
  }
  return fmt::format("<h3>What has changed since {}</h3>", to_words(d.since)) + (rows.empty() ? "<p class=sm>No position.</p>" : "<ul class=rows>" + rows + "</ul>");
}

std::string lede(const Decision& d) {
  std::string out = verdict_words(d) + " As of " + to_words(d.day) + ", by " + counted(d.reports, "report");
  if (d.later_reports) out += fmt::format("; {} of a later day {} only for acts that they date", counted(d.later_reports, "further report"), d.later_reports == 1 ? "counts" : "count");
  return out + ".";
}

}  // namespace

std::string decisions_in_short(const PageContext& c) {
  std::string out;
  for (const Decision& d : c.d.decisions) {
    std::string rows = plain_row("<b>" + escape_html(d.question.name) + ".</b> " + verdict_words(d));
    for (const Kind& k : kKinds) {
      const std::vector<std::size_t> seats = seats_of(d, k);
      if (seats.empty()) continue;
      if (&k == &kUnheard) rows += fmt::format("<li class=r><span class=tx><b>{}</b> {}: <b>nobody has heard.</b></span><span class=g><b>0</b></span><span class=cs><a class=sm href=\"#{}\">all members</a></span></li>", seats.size(), seats.size() == 1 ? "member" : "members", d.id);
      else if (&k == &kOfFile) rows += plain_row(fmt::format("<b>{}</b> by the question file: {}.", seats.size(), names(d, seats)));
      else rows += row(c, d, fmt::format("<b>{}</b> {}: {}.", seats.size(), seats.size() == 1 ? k.one : k.many, names(d, seats)), seats);
    }
    out += "<dt>Where the decision stands</dt><dd><ul class=rows>" + rows + "</ul>" + strip(d) + "</dd>";
  }
  return out;
}

std::string decisions_part(const PageContext& c) {
  if (c.d.decisions.empty()) return {};
  std::string out = fmt::format("<section aria-labelledby=s8><h2 id=s8><span class=no>8</span>{}</h2>", c.d.decisions.size() == 1 ? "Decision: " + escape_html(c.d.decisions[0].question.name) : "Decisions");
  for (const Decision& d : c.d.decisions) {
    out += fmt::format("<div id=\"{}\">", d.id);
    if (c.d.decisions.size() > 1) out += "<h3 class=sp>" + escape_html(d.question.name) + "</h3>";
    out += "<p class=lede>" + lede(d) + "</p>" + rule(c, d) + members(c, d) + evidence(c, d) + blocks(c, d) + changes_needed(d) + changed_since(c, d) + "</div>";
  }
  return out + "</section>";
}

}  // namespace attache

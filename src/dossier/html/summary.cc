// Two minutes: what the affair is, what is new, what differs; all of it in the reports' own words.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

constexpr std::size_t kAccount = 7;   // stories told in the account
constexpr std::size_t kLines = 6;     // lines of a group before "and n more"

// First report of each newsroom, in document order.
std::vector<std::uint32_t> one_a_newsroom(const Dossier& d, const std::vector<std::uint32_t>& reports) {
  std::vector<std::uint32_t> out;
  std::set<std::uint32_t> seen;
  for (std::uint32_t r : reports) {
    if (seen.insert(d.newsroom_of[r]).second) out.push_back(r);
  }
  return out;
}

bool is_recalled(const PageContext& c, std::uint32_t report) { return attache::is_recalled(c.analysis(report).report); }

bool all_recalled(const PageContext& c, const std::vector<std::uint32_t>& reports) {
  return std::all_of(reports.begin(), reports.end(), [&](std::uint32_t r) { return is_recalled(c, r); });
}

std::string legend(const PageContext& c) {
  std::string out = "<ul class=key aria-label=\"How to read the marks\">";
  const std::size_t shown = std::min(c.options.slots, c.d.newsrooms.size());
  for (std::uint32_t n = 0; n < shown; ++n) {
    const Newsroom& room = c.d.newsrooms[n];
    out += fmt::format("<li><svg class={0} width=13 height=13 aria-hidden=true><use href=\"#m{1}\"/></svg><b class={0}>{2}</b> {3}{4}</li>", c.colour(n), n, room.letter, room.name.empty() ? "source not named" : escape_html(room.name), room.reports.size() > 1 ? fmt::format(", {}", counted(room.reports.size(), "report")) : "");
  }
  if (c.d.newsrooms.size() > shown) {
    out += fmt::format("<li><details><summary>{}</summary><p>", counted(c.d.newsrooms.size() - shown, "further source"));
    for (std::size_t n = shown; n < c.d.newsrooms.size(); ++n) out += fmt::format("{}<b>{}</b>\u00A0{}", n > shown ? ", " : "", c.d.newsrooms[n].letter, c.d.newsrooms[n].name.empty() ? "not named" : escape_html(c.d.newsrooms[n].name));
    out += "</p></details></li>";
  }
  const std::uint32_t example = c.d.newsrooms.front().reports.front();
  out += fmt::format("<li>{} how many independent origins, and which</li>", c.gauge({example}));
  if (!lead_of(c.analysis(example)).empty()) out += fmt::format("<li>{} report {}, sentence {}: opens the words</li>", c.cite(example, lead_of(c.analysis(example)).begin), c.d.labels[example], 1);
  return out + "</ul>";
}

std::string account(const PageContext& c) {
  const auto& stories = c.d.stories.stories;
  std::vector<std::uint32_t> order(stories.size());
  for (std::uint32_t s = 0; s < order.size(); ++s) order[s] = s;
  std::erase_if(order, [&](std::uint32_t s) { return all_recalled(c, stories[s].reports); });
  // the stories most origins tell, then in the order of time
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto oa = count_origins(c.d, stories[a].reports), ob = count_origins(c.d, stories[b].reports);
    return oa != ob ? oa > ob : stories[a].reports.size() > stories[b].reports.size();
  });
  const std::size_t left = order.size() > kAccount ? order.size() - kAccount : 0;
  order.resize(std::min(order.size(), kAccount));
  const auto when = [&](std::uint32_t s) {
    int best = 1 << 30;
    for (std::uint32_t r : stories[s].reports) {
      const Date& day = c.analysis(r).report.published.value;
      const Date& bound = c.d.bounds[r].not_before;
      if (day.year) best = std::min(best, days_of(day));
      else if (bound.year) best = std::min(best, days_of(bound));
    }
    return best;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return when(a) < when(b); });
  std::string out = "<p class=acc>";
  for (std::uint32_t s : order) {
    std::uint32_t chief = chief_report(c.d, stories[s]);
    for (std::uint32_t r : stories[s].reports) {
      if (is_recalled(c, chief) && !is_recalled(c, r)) chief = r;
    }
    const Span lead = lead_of(c.analysis(chief));
    if (lead.empty()) continue;
    out += escape_html(collapse_space(c.words(chief, lead)));
    std::string cites = c.cite(chief, lead.begin);
    std::size_t more = 0, shown = 1;
    for (std::uint32_t r : one_a_newsroom(c.d, stories[s].reports)) {
      if (c.d.newsroom_of[r] == c.d.newsroom_of[chief] || lead_of(c.analysis(r)).empty()) continue;
      if (shown++ < 4) cites += " " + c.cite(r, lead_of(c.analysis(r)).begin);
      else ++more;
    }
    if (more) cites += fmt::format(" <small>+{}</small>", more);
    out += fmt::format("\u2060<span class=inl>{} {}</span> ", c.inline_gauge(stories[s].reports), cites);
  }
  out += "</p><p class=sm>One sentence a story, word for word from the first report cited after it; the number counts independent origins.";
  if (left) out += fmt::format(" {} not told here.", counted(left, "further story is", "further stories are"));
  return out + "</p>";
}

// The latest reports, and what was said in them first.
std::string what_is_new(const PageContext& c) {
  int latest = -1;
  for (const Analysis& a : c.d.analyses) {
    if (a.report.published.value.full() && !attache::is_recalled(a.report)) latest = std::max(latest, days_of(a.report.published.value));
  }
  if (latest < 0) return {};
  int before = -1;
  std::size_t recalled = 0;
  std::vector<std::uint32_t> fresh;
  constexpr int kSameNews = 2;  // days that count as one news day
  for (std::uint32_t r = 0; r < c.d.analyses.size(); ++r) {
    const Date& day = c.analysis(r).report.published.value;
    recalled += is_recalled(c, r) ? 1 : 0;
    if (!day.full() || is_recalled(c, r)) continue;
    if (latest - days_of(day) <= kSameNews) fresh.push_back(r);
    else before = std::max(before, days_of(day));
  }
  if (before < 0 && fresh.size() + recalled == c.d.analyses.size()) return {};
  std::string rows;
  std::size_t shown = 0, left = 0;
  std::set<std::uint32_t> stories;
  for (std::uint32_t r : fresh) {
    const std::uint32_t s = c.d.stories.story_of[r];
    if (!stories.insert(s).second) continue;
    std::vector<std::uint32_t> reports;
    for (std::uint32_t f : fresh) {
      if (c.d.stories.story_of[f] == s) reports.push_back(f);
    }
    const Span lead = lead_of(c.analysis(r));
    if (lead.empty()) continue;
    std::string cites;
    for (std::uint32_t f : one_a_newsroom(c.d, reports)) {
      if (!lead_of(c.analysis(f)).empty()) cites += c.cite(f, lead_of(c.analysis(f)).begin) + " ";
    }
    if (shown++ < kLines) rows += line(c, reports, "<span class=v>" + escape_html(collapse_space(c.words(r, lead))) + "</span>", cites);
    else ++left;
  }
  const std::set<std::uint32_t> fresh_set(fresh.begin(), fresh.end());
  for (const Statement& s : c.d.statements) {
    if (!fresh_set.contains(s.mentions.front().report) || s.act == Act::believes || s.act == Act::wants) continue;
    const StatementMention& m = c.analysis(s.mentions.front().report).statements[s.mentions.front().mention];
    if (m.kind == StatementKind::indirect || s.speaker.empty()) continue;
    if (shown++ >= kLines) {
      ++left;
      continue;
    }
    std::string cites;
    for (std::uint32_t r : one_a_newsroom(c.d, reports_of(s))) {
      for (const MentionRef& ref : s.mentions) {
        if (ref.report == r) {
          cites += c.cite(r, c.analysis(r).statements[ref.mention].content.front().begin) + " ";
          break;
        }
      }
    }
    rows += line(c, reports_of(s), fmt::format("{}: <span class=v>{}</span>", escape_html(s.speaker), escape_html(shorten(content_words(c.analysis(s.mentions.front().report), m), 240))), cites);
  }
  if (rows.empty()) return {};
  std::string head = before >= 0 ? fmt::format("Since the reports of {}: {} of {}", to_words(date_of(before)), counted(fresh.size(), "report"), to_words(date_of(latest))) : fmt::format("{} of {}", counted(fresh.size(), "report"), to_words(date_of(latest)));
  if (left) head += fmt::format("; the first lines, {} more below", left);
  return fmt::format("<dt>What is new</dt><dd><p class=sm>{}</p><ul class=rows>{}</ul></dd>", head, rows);
}

// The words two wordings do not share, for "faith in R, hope in A".
std::string differing_words(const PageContext& c, const Statement& s, std::size_t variant) {
  const MentionRef& a = s.variants.front().mentions.front();
  const MentionRef& b = s.variants[variant].mentions.front();
  const StatementMention& ma = c.analysis(a.report).statements[a.mention];
  const StatementMention& mb = c.analysis(b.report).statements[b.mention];
  if (ma.content.size() != 1 || mb.content.size() != 1) return {};
  std::string left, right;
  int runs = 0;
  for (const WordDiff& w : diff_words(c.analysis(a.report).report.text, ma.content.front(), c.analysis(b.report).report.text, mb.content.front(), c.lexicon)) {
    if (w.change == WordChange::same || w.change == WordChange::typography || w.change == WordChange::punctuation || w.change == WordChange::spelling) continue;
    ++runs;
    const auto add = [&](std::string& side, std::uint32_t r, Span span) {
      if (span.empty()) return;
      side += (side.empty() ? "" : " \u2026 ") + std::string(c.words(r, span));
    };
    add(left, a.report, w.from);
    add(right, b.report, w.to);
  }
  if (runs == 0 || runs > 2 || left.size() + right.size() > 160 || left.empty() || right.empty()) return {};
  return fmt::format("\u201C{}\u201D in {}, \u201C{}\u201D in {}", escape_html(left), c.d.labels[a.report], escape_html(right), c.d.labels[b.report]);
}

std::string what_differs(const PageContext& c) {
  std::vector<std::string> rows;
  // states of one text: a missing reply answered, a number changed
  for (const Family& family : c.d.lineage.families) {
    for (const Member& member : family.members) {
      if (member.parent < 0) continue;
      const std::uint32_t from = family.members[static_cast<std::size_t>(member.parent)].report;
      for (const Edit& e : member.edits) {
        if (e.op == EditOp::replaced && !e.from.empty() && !e.to.empty() && member.descent != Descent::excerpt) {
          const Span a = c.analysis(from).sentences[e.from.front()].span;
          const Span b = c.analysis(member.report).sentences[e.to.front()].span;
          rows.push_back(line(c, {from, member.report}, fmt::format("<b>{}:</b> <del>{}</del> <ins>{}</ins> <small>Two states of one text, not a contradiction.</small>", e.superseded ? "Superseded" : member.order_known ? "Replaced" : "One or the other", escape_html(shorten(collapse_space(c.words(from, a)), 170)), escape_html(shorten(collapse_space(c.words(member.report, b)), 170))), c.cite(from, a.begin) + " " + c.cite(member.report, b.begin)));
        } else if (e.number_changed && e.op == EditOp::reworded) {
          const Span a = c.analysis(from).sentences[e.from.front()].span;
          const Span b = c.analysis(member.report).sentences[e.to.front()].span;
          rows.push_back(line(c, {from, member.report}, fmt::format("<b>{}:</b> {}<br>{}", e.superseded ? "Number superseded by a later version" : "Number changed between versions", diff_side(c, from, a, e.words, false), diff_side(c, member.report, b, e.words, true)), c.cite(from, a.begin) + " " + c.cite(member.report, b.begin)));
        }
      }
    }
  }
  // one utterance in two wordings by independent origins
  for (const Statement& s : c.d.statements) {
    for (std::size_t v = 1; v < s.variants.size(); ++v) {
      if (s.wordings[v] != Wording::other_wording) continue;
      const std::vector<std::uint32_t> pair{s.variants.front().mentions.front().report, s.variants[v].mentions.front().report};
      if (count_origins(c.d, pair) < 2) continue;
      const std::string words = differing_words(c, s, v);
      const MentionRef& a = s.variants.front().mentions.front();
      const MentionRef& b = s.variants[v].mentions.front();
      const auto wording = [&](const MentionRef& m) {
        std::string whole;
        for (const Span& piece : c.analysis(m.report).statements[m.mention].content) whole += (whole.empty() ? "" : " \u2026 ") + collapse_space(c.words(m.report, piece));
        return fmt::format("<q class=w>{}</q> in {}", escape_html(shorten(whole, 110)), c.d.labels[m.report]);
      };
      const std::string text = !words.empty() ? words : wording(a) + "; " + wording(b);
      rows.push_back(line(c, pair, fmt::format("<b>Quoted differently:</b> {}: {}.", escape_html(s.speaker), text), c.cite(a.report, c.analysis(a.report).statements[a.mention].content.front().begin) + " " + c.cite(b.report, c.analysis(b.report).statements[b.mention].content.front().begin)));
      break;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < rows.size() && i < 2 * kLines; ++i) out += rows[i];
  if (rows.size() > 2 * kLines) out += fmt::format("<li class=r><span class=tx><small>and {} more: see <a href=\"#s4\">Copies</a> and <a href=\"#s5\">Statements</a></small></span></li>", rows.size() - 2 * kLines);
  if (rows.empty()) out = "<li class=r><span class=tx>No version replaces another's words, and no two origins quote one utterance differently.</span></li>";
  return "<dt>What differs</dt><dd><ul class=rows>" + out + "</ul></dd>";
}

}  // namespace

std::string summary_part(const PageContext& c) {
  const std::size_t n = c.d.analyses.size();
  std::string out = "<header class=top id=s1>";
  if (n == 0) {
    out += "<p class=kick>Dossier</p><h1>No report could be read</h1>";
    return out + fmt::format("<p class=dek>{} refused; the reasons stand below.</p></header>", counted(c.d.refused.size(), "input was", "inputs were"));
  }
  const std::string source = c.d.title.span.empty() ? c.cite_report(c.d.title.report) : c.cite(c.d.title.report, c.d.title.span.begin);
  out += fmt::format("<p class=kick>Dossier \u00B7 {}, {} \u00B7 title after {} {}</p><h1>{}</h1>", counted(c.d.stories.threads.size(), "thread"), counted(c.d.stories.stories.size(), "story", "stories"), c.analysis(c.d.title.report).report.title.value.empty() ? "the first sentence of" : "the headline of", source, escape_html(c.d.title.words));
  std::set<std::string> outlets;
  Date first, last;
  std::size_t undated = 0, unnamed = 0;
  for (const Analysis& a : c.d.analyses) {
    const Date& day = a.report.published.value;
    if (!day.year) ++undated;
    else {
      if (!first.year || day < first) first = day;
      if (!last.year || day > last) last = day;
    }
    if (a.report.outlet.value.empty()) ++unnamed;
    else outlets.insert(a.report.outlet.value);
  }
  std::string dek = fmt::format("<b>{}, {}.</b> ", counted(n, "report"), counted(c.d.origins.origins.size(), "independent origin"));
  if (!outlets.empty()) dek += fmt::format("{} named{}. ", counted(outlets.size(), "outlet is", "outlets are"), unnamed ? "; " + counted(unnamed, "report names none", "reports name none") : "");
  if (first.year) dek += first == last ? fmt::format("Dated {}", to_words(first)) : fmt::format("First dated report {}, last {}", to_words(first), to_words(last));
  if (undated) dek += fmt::format("{}{} undated.", first.year ? "; " : "", counted(undated, "report is", "reports are"));
  else if (first.year) dek += ".";
  out += "<p class=dek>" + dek + "</p>";
  out += legend(c);
  out += "<h2 class=vh>Summary</h2><dl class=sum><dt>The affair</dt><dd>" + account(c) + "</dd>" + what_is_new(c) + what_differs(c) + decisions_in_short(c) + "</dl></header>";
  return out;
}

}  // namespace attache

// Who said what: by speaker, each statement once, its wordings one above the other with the origins behind each.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

std::string kind_word(StatementKind kind) {
  switch (kind) {
    case StatementKind::direct: return "direct";
    case StatementKind::mixed: return "part-quoted";
    case StatementKind::indirect: return "indirect";
  }
  return {};
}

bool is_stance(const Statement& s) { return s.act == Act::believes || s.act == Act::wants || s.act == Act::judges || s.act == Act::decides; }

const StatementMention& mention(const PageContext& c, const MentionRef& ref) { return c.analysis(ref.report).statements[ref.mention]; }

std::vector<std::uint32_t> reports_in(const Variant& v) {
  std::vector<std::uint32_t> out;
  for (const MentionRef& ref : v.mentions) out.push_back(ref.report);
  return out;
}

std::string citations(const PageContext& c, const std::vector<MentionRef>& mentions) {
  std::string out;
  std::size_t shown = 0;
  for (const MentionRef& ref : mentions) {
    if (shown++ >= 8) break;
    out += c.cite(ref.report, mention(c, ref).content.front().begin) + " ";
  }
  if (mentions.size() > 8) {
    std::string rest;
    for (std::size_t i = 8; i < mentions.size(); ++i) rest += c.cite(mentions[i].report, mention(c, mentions[i]).content.front().begin) + " ";
    out += fmt::format("<details class=more><summary>+{}</summary>{}</details>", mentions.size() - 8, rest);
  }
  return out;
}

// The cue before the content, where the content does not stand alone. Words that the wording `beside` it has not are underlined.
std::string content_html(const PageContext& c, const MentionRef& ref, const MentionRef& beside) {
  const StatementMention& m = mention(c, ref);
  const StatementMention& other = mention(c, beside);
  std::string out;
  if (m.kind != StatementKind::direct && !m.cue.empty()) out += fmt::format("<span class=cue>{}</span> ", escape_html(collapse_space(c.words(ref.report, m.cue.front()))));
  if (&m != &other && m.content.size() == 1 && other.content.size() == 1) {
    const std::vector<WordDiff> words = diff_words(c.analysis(beside.report).report.text, other.content.front(), c.analysis(ref.report).report.text, m.content.front(), c.lexicon);
    return out + diff_side(c, ref.report, m.content.front(), words, true);
  }
  for (std::size_t i = 0; i < m.content.size(); ++i) {
    if (i) out += " <span class=cue>\u2026</span> ";
    out += escape_html(collapse_space(c.words(ref.report, m.content[i])));
  }
  return out;
}

// Two wordings set like a critical edition: common words once, differing ones above each other with their report.
std::string stacked(const PageContext& c, const Variant& a, const Variant& b) {
  const MentionRef& ra = a.mentions.front();
  const MentionRef& rb = b.mentions.front();
  const StatementMention& ma = mention(c, ra);
  const StatementMention& mb = mention(c, rb);
  if (ma.content.size() != 1 || mb.content.size() != 1 || ma.kind != StatementKind::direct || mb.kind != StatementKind::direct) return {};
  const std::string& ta = c.analysis(ra.report).report.text;
  const std::string& tb = c.analysis(rb.report).report.text;
  const std::vector<WordDiff> words = diff_words(ta, ma.content.front(), tb, mb.content.front(), c.lexicon);
  std::size_t common = 0, different = 0;
  for (const WordDiff& w : words) (w.change == WordChange::same || w.change == WordChange::typography ? common : different) += w.from.size() + w.to.size();
  if (different * 10 > common * 7) return {};
  std::string out;
  std::uint32_t at = ma.content.front().begin;
  for (const WordDiff& w : words) {
    if (w.from.begin > at) out += escape_html(ta.substr(at, w.from.begin - at));
    at = std::max(at, w.from.end);
    if (w.change == WordChange::same || w.change == WordChange::typography) {
      out += escape_html(slice(ta, w.from));
      continue;
    }
    const auto side = [&](std::string_view text, Span span, std::uint32_t r) {
      return fmt::format("<span>{}<sub class={}>{}</sub></span>", span.empty() ? "\u2013" : escape_html(slice(text, span)), c.colour_of_report(r), c.d.newsrooms[c.d.newsroom_of[r]].letter);
    };
    out += fmt::format("<span class=slot>{}{}</span>", side(ta, w.from, ra.report), side(tb, w.to, rb.report));
  }
  return out;
}

std::string row(const PageContext& c, StatementKind kind, const std::string& words, const std::vector<std::uint32_t>& reports, const std::string& cites, std::string_view note) {
  return fmt::format("<div class=r><span class=kd>{}{}</span><span class=\"v {}\">{}</span>{}<span class=cs>{}</span></div>", kind_word(kind), note.empty() ? "" : fmt::format("<br>{}", note), name_of(kind), words, c.gauge(reports), cites);
}

std::string_view wording_note(Wording w) {
  switch (w) {
    case Wording::copy_edit: return "edited copy";
    case Wording::other_wording: return "other wording";
    case Wording::part: return "in part";
    case Wording::paraphrase: return "paraphrase";
    case Wording::same: break;
  }
  return "";
}

std::string act_note(const Statement& s) {
  switch (s.act) {
    case Act::denies: return "denies";
    case Act::no_comment: return "gives no comment";
    case Act::refuses: return "refuses";
    case Act::promises: return "promises";
    case Act::threatens: return "threatens";
    case Act::requests: return "asks";
    case Act::asks: return "asks a question";
    case Act::accuses: return "accuses";
    case Act::judges: return "judges";
    case Act::believes: return "believes or knows";
    case Act::wants: return "wants";
    case Act::decides: return "decides";
    case Act::says: break;
  }
  return {};
}

std::string statement_html(const PageContext& c, const Statement& s) {
  const std::vector<std::uint32_t> reports = reports_of(s);
  std::string out = fmt::format("<div class=st id=\"{}\" data-o=\"{}\">", s.id, c.letters(reports));
  std::string to;
  const auto add = [&](const std::string& what) { to += (to.empty() ? "" : ", ") + what; };
  if (!act_note(s).empty()) add(act_note(s));
  if (!s.addressee_text.empty()) add("to " + escape_html(s.addressee_text));
  if (!s.form.empty()) add((s.form == "interview" ? "in an " : "in a ") + s.form);
  const std::uint32_t origins = count_origins(c.d, reports);
  bool differs = false;
  for (std::size_t v = 1; v < s.variants.size(); ++v) differs |= s.wordings[v] != Wording::copy_edit;
  if (differs && origins > 1) add(fmt::format("worded differently by {} origins", origins));
  if (!to.empty()) out += "<p class=to>" + to + "</p>";
  if (s.variants.size() == 2) {
    if (const std::string both = stacked(c, s.variants[0], s.variants[1]); !both.empty()) {
      return out + row(c, StatementKind::direct, both, reports, citations(c, s.mentions), wording_note(s.wordings[1])) + "</div>";
    }
  }
  std::size_t shown = 0;
  std::string folded;
  for (std::size_t v = 0; v < s.variants.size(); ++v) {
    const MentionRef& first = s.variants[v].mentions.front();
    const std::string one = row(c, mention(c, first).kind, content_html(c, first, s.variants.front().mentions.front()), reports_in(s.variants[v]), citations(c, s.variants[v].mentions), wording_note(s.wordings[v]));
    (shown++ < 5 ? out : folded) += one;
  }
  if (!folded.empty()) out += fmt::format("<details><summary>{}</summary>{}</details>", counted(s.variants.size() - 5, "further wording"), folded);
  return out + "</div>";
}

struct Speaker {
  std::uint32_t actor = 0xFFFFFFFF;
  std::string name;
  std::vector<const Statement*> statements;
  std::size_t origins = 0;
};

std::string roles_of(const PageContext& c, const Actor& actor) {
  std::string out;
  std::size_t shown = 0;
  for (const Role& role : actor.roles) {
    if (role.of.empty() && actor.roles.size() > 1) continue;
    if (shown++ >= 2) break;
    out += (out.empty() ? "" : "; ") + role_in_words(role, c.knowledge);
  }
  return out;
}

std::string speaker_html(const PageContext& c, const Speaker& sp) {
  std::string head = escape_html(sp.name);
  std::string about;
  if (sp.actor != 0xFFFFFFFF) {
    const Actor& actor = c.d.actors.actors[sp.actor];
    about = escape_html(roles_of(c, actor));
    std::string others;
    for (const std::string& alias : actor.aliases) {
      if (others.size() > 80) break;
      if (actor.name.find(alias) == std::string::npos) others += fmt::format("{}\u201C{}\u201D", others.empty() ? "" : ", ", escape_html(alias));
    }
    if (!others.empty()) about += (about.empty() ? "also " : "; also ") + others;
  }
  std::string out = fmt::format("<h3 class=sp>{}<small>{}</small></h3>", head, about);
  std::string stances;
  std::size_t n = 0;
  for (const Statement* s : sp.statements) {
    if (is_stance(*s)) {
      stances += statement_html(c, *s);
      ++n;
    } else {
      out += statement_html(c, *s);
    }
  }
  if (n) out += fmt::format("<details{}><summary>{}</summary>{}</details>", n == sp.statements.size() ? " open" : "", counted(n, "stance, wish or judgement", "stances, wishes and judgements"), stances);
  return out;
}

}  // namespace

std::string statements_part(const PageContext& c) {
  std::string out = "<section aria-labelledby=s5><h2 id=s5><span class=no>5</span>Statements</h2>";
  std::size_t mentions = 0;
  std::map<std::string, Speaker> by_key;
  std::vector<const Statement*> unnamed;
  for (const Statement& s : c.d.statements) {
    mentions += s.mentions.size();
    if (s.actor == 0xFFFFFFFF) {
      unnamed.push_back(&s);
      continue;
    }
    Speaker& sp = by_key[c.d.actors.actors[s.actor].id];
    sp.actor = s.actor;
    sp.name = s.speaker;
    sp.statements.push_back(&s);
  }
  if (mentions == 0) return out + "<p class=lede>No statement was found in these reports.</p></section>";
  out += fmt::format("<p class=lede>{} in {} are {}. Words that differ between reports stand one above the other; in a further wording, <ins>underlined</ins> words do not stand in the first one.</p>", counted(mentions, "statement"), counted(c.d.analyses.size(), "report"), c.d.statements.size() == mentions ? "all different ones" : counted(c.d.statements.size(), "different one"));
  out += "<ul class=key><li><span class=\"v direct\">direct: in quotation marks</span></li><li><span class=\"v mixed\">part-quoted</span></li><li><span class=\"v indirect\">indirect: the reporter\u2019s words</span></li></ul>";
  std::vector<Speaker> speakers;
  for (auto& [key, sp] : by_key) {
    std::vector<std::uint32_t> reports;
    for (const Statement* s : sp.statements) {
      for (std::uint32_t r : reports_of(*s)) reports.push_back(r);
    }
    sp.origins = count_origins(c.d, reports);
    // what most origins give comes first
    std::stable_sort(sp.statements.begin(), sp.statements.end(), [&](const Statement* a, const Statement* b) { return count_origins(c.d, reports_of(*a)) > count_origins(c.d, reports_of(*b)); });
    speakers.push_back(std::move(sp));
  }
  std::stable_sort(speakers.begin(), speakers.end(), [](const Speaker& a, const Speaker& b) { return a.origins != b.origins ? a.origins > b.origins : a.statements.size() != b.statements.size() ? a.statements.size() > b.statements.size() : a.name < b.name; });
  std::string folded;
  for (std::size_t i = 0; i < speakers.size(); ++i) (i < c.options.open_speakers ? out : folded) += speaker_html(c, speakers[i]);
  if (!folded.empty()) out += fmt::format("<details><summary>{}</summary>{}</details>", counted(speakers.size() - c.options.open_speakers, "further speaker"), folded);
  if (!unnamed.empty()) {
    std::map<std::string, std::vector<const Statement*>> by_description;
    for (const Statement* s : unnamed) by_description[s->speaker.empty() ? "source not stated" : s->speaker].push_back(s);
    std::string list;
    for (const auto& [description, statements] : by_description) {
      list += fmt::format("<h4>{}</h4>", escape_html(description));
      for (const Statement* s : statements) list += statement_html(c, *s);
    }
    const std::string head = fmt::format("<h3 class=sp>Sources not named<small>described as the reports describe them, never guessed</small></h3>");
    out += head + (unnamed.size() > 30 ? fmt::format("<details><summary>{}</summary>{}</details>", counted(unnamed.size(), "statement"), list) : list);
  }
  return out + statements_by_story(c) + "</section>";
}

}  // namespace attache

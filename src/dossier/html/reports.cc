// The reports themselves: the place every citation leads to. Body sentences are numbered; everything else is printed
// small and named for what it is.
#include <algorithm>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title: return "headline";
    case BlockKind::teaser: return "teaser, repeats the text";
    case BlockKind::caption: return "caption";
    case BlockKind::credit: return "credit";
    case BlockKind::byline: return "byline";
    case BlockKind::dateline: return "dateline";
    case BlockKind::date_stamp: return "date stamp";
    case BlockKind::sign_off: return "sign-off";
    case BlockKind::section_label: return "section label";
    case BlockKind::related_link: return "link to another story";
    case BlockKind::chrome: return "page furniture";
    default: return "";
  }
}

std::string body_block(const PageContext& c, std::uint32_t r, std::uint32_t block, bool only_cited, bool& shown) {
  const Analysis& a = c.analysis(r);
  const auto first = std::lower_bound(a.sentences.begin(), a.sentences.end(), block, [](const SentenceSpan& s, std::uint32_t b) { return s.block < b; });
  std::string out;
  bool any_cited = false;
  for (auto s = first; s != a.sentences.end() && s->block == block; ++s) {
    const auto index = static_cast<std::uint32_t>(s - a.sentences.begin());
    any_cited |= c.cited[r][index];
    out += fmt::format("{0}<span id=\"{1}.{2}\" class=s><sup>{2}</sup>{3}</span>", out.empty() ? "" : " ", c.d.labels[r], c.number(r, index), escape_html(collapse_space(c.words(r, s->span))));
  }
  shown = !out.empty() && (!only_cited || any_cited);
  const char* tag = a.report.blocks[block].kind == BlockKind::heading ? "h4" : "p";
  return fmt::format("<{0}>{1}</{0}>", tag, out);
}

std::string report_html(const PageContext& c, std::uint32_t r, bool only_cited) {
  const Report& report = c.analysis(r).report;
  std::string meta;
  const auto add = [&](const std::string& what) { meta += (meta.empty() ? "" : " \u00B7 ") + what; };
  add(report.outlet.value.empty() ? "outlet not stated" : escape_html(report.outlet.value));
  for (const auto& agency : report.agencies) add(escape_html(agency.value));
  add(escape_html(c.day(r)));
  if (!report.url.empty()) add(escape_html(report.url));
  add("<small>" + escape_html(report.source) + "</small>");
  const std::string wire = wire_words(report);
  if (!wire.empty()) meta += "<br>" + wire;
  std::string out = fmt::format("<article class=rep id=\"{0}\"><h3><b class={1}>{0}</b> {2}</h3><p class=sm>{3}</p>", c.d.labels[r], c.colour_of_report(r), report.title.value.empty() ? "<i>no headline</i>" : escape_html(report.title.value), meta);
  std::size_t hidden = 0;
  std::string furniture;
  for (std::uint32_t b = 0; b < report.blocks.size(); ++b) {
    const Block& block = report.blocks[b];
    if (is_body(block.kind)) {
      bool shown = false;
      const std::string text = body_block(c, r, b, only_cited, shown);
      if (shown) out += text;
      else ++hidden;
      continue;
    }
    const std::string line = fmt::format("<p class=mk id=\"{}\"><small>{}:</small> {}</p>", c.block_anchor(r, b), kind_name(block.kind), escape_html(collapse_space(c.words(r, block.span))));
    const bool is_furniture = block.kind == BlockKind::chrome || block.kind == BlockKind::related_link || block.kind == BlockKind::section_label;
    if (!is_furniture) out += line;
    else if (!only_cited || c.cited_blocks[r][b]) furniture += line;
  }
  if (hidden && only_cited) out += fmt::format("<p class=sm>{} without a cited sentence not printed here.</p>", counted(hidden, "paragraph"));
  if (!furniture.empty()) out += "<details><summary>Left out of the text: links and page furniture</summary>" + furniture + "</details>";
  return out + "</article>";
}

}  // namespace

std::string wire_words(const Report& report) {
  std::string out;
  const auto add = [&](const std::string& what) { out += (out.empty() ? "" : " \u00B7 ") + what; };
  if (is_recalled(report)) add("<b>" + escape_html(report.status.value) + " by the agency</b>");
  if (report.version) add(fmt::format("version {}", report.version));
  if (!report.editor_note.value.empty()) add("editor\u2019s note: <q>" + escape_html(report.editor_note.value) + "</q>");
  return out;
}

std::string reports_part(const PageContext& c) {
  if (c.d.analyses.empty()) return {};
  const bool only_cited = c.d.analyses.size() > c.options.full_text_reports;
  std::string out = fmt::format("<section aria-labelledby=s{0}><h2 id=s{0}><span class=no>{0}</span>Reports</h2>", reports_number(c));
  out += fmt::format("<p class=lede>{}. Sentences of the text carry numbers; what is no part of it is named and kept.</p>", only_cited ? "The paragraphs that are cited above" : "The texts, as they were read");
  // in the order of the labels, so that R2.8 is found by eye
  for (const Newsroom& room : c.d.newsrooms) {
    for (std::uint32_t r : room.reports) out += report_html(c, r, only_cited);
  }
  return out + "</section>";
}

std::string unread_part(const PageContext& c) {
  if (!has_unread(c)) return {};
  std::string out = fmt::format("<section aria-labelledby=s{0}><h2 id=s{0}><span class=no>{0}</span>Not read</h2>", unread_number(c));
  if (!c.d.refused.empty()) {
    out += fmt::format("<p class=lede>{} refused.</p><table class=src><thead><tr><th>Input</th><th>Why</th></tr></thead><tbody>", counted(c.d.refused.size(), "input was", "inputs were"));
    constexpr std::size_t kMost = 200;
    for (std::size_t i = 0; i < c.d.refused.size() && i < kMost; ++i) {
      const Error& e = c.d.refused[i];
      out += fmt::format("<tr><td>{}{}</td><td>{} <small>({})</small></td></tr>", escape_html(e.source), e.line ? fmt::format(", line {}", *e.line) : "", escape_html(e.message), name_of(e.code));
    }
    out += "</tbody></table>";
    if (c.d.refused.size() > kMost) out += fmt::format("<p class=sm>and {} more, all in the JSON.</p>", c.d.refused.size() - kMost);
  }
  if (!c.d.duplicates.empty()) {
    out += fmt::format("<details><summary>{} the same, letter by letter, as a report above</summary><ul class=plain>", counted(c.d.duplicates.size(), "input is", "inputs are"));
    for (const Duplicate& dup : c.d.duplicates) {
      for (std::uint32_t r = 0; r < c.d.analyses.size(); ++r) {
        if (c.analysis(r).report.id == dup.of) out += fmt::format("<li>{}: {}</li>", escape_html(dup.source), c.cite_report(r));
      }
    }
    out += "</ul></details>";
  }
  return out + "</section>";
}

std::string method_part(const PageContext& c) {
  const std::size_t stored = c.d.analyses.size(), duplicates = c.d.duplicates.size(), refused = c.d.refused.size();
  return fmt::format("<section aria-labelledby=s{0}><h2 id=s{0}><span class=no>{0}</span>Method</h2><div class=box>", method_number(c)) +
         fmt::format("<p><b>{} = {} read + {} printed twice + {} refused.</b> Made offline by a program from the texts alone; no line was written or summarised by a machine, every sentence is a report\u2019s own.</p>"
                     "<p><b>Origin.</b> Reports that descend from one text count as one origin; so do two reports of one newsroom on one story. The number at the end of a line counts origins, not copies.</p>"
                     "<p><b>Copies</b> share word sequences and numbers; who came first is told by the dates, else by what a later version answers, else left open. <b>Stories</b> share more than the words of the whole affair. "
                     "<b>Speakers</b> are resolved within a report; unnamed sources are never guessed. <b>Dates</b> of captions are never a report\u2019s date.</p>"
                     "<p><b>Events</b> told in several sentences and reports are joined by category, both sides and day. {}</p></div></section>",
                     counted(stored + duplicates + refused, "input"), stored, duplicates, refused,
                     c.d.decisions.empty() ? "No question of a pending decision was asked." : "<b>Positions</b> are those that reports tell of an act or a word of the member itself; who is not spoken of is not heard. What was said is no vote.");
}

}  // namespace attache

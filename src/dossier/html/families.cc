// Who copied whom, as a picture; what each copy changed, sentence by sentence.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"

namespace attache {
namespace {

struct EditCounts {
  int replaced = 0, moved = 0, reworded = 0, spelling = 0, punctuation = 0, typography = 0, dropped = 0, added = 0, same = 0, numbers = 0;
};

EditCounts count(const std::vector<Edit>& edits) {
  EditCounts n;
  for (const Edit& e : edits) {
    n.moved += e.moved ? 1 : 0;
    n.numbers += e.number_changed ? 1 : 0;
    switch (e.op) {
      case EditOp::same: n.same += 1; break;
      case EditOp::typography: n.typography += 1; break;
      case EditOp::punctuation: n.punctuation += 1; break;
      case EditOp::spelling: n.spelling += 1; break;
      case EditOp::reworded: n.reworded += 1; break;
      case EditOp::replaced: n.replaced += 1; break;
      case EditOp::dropped: n.dropped += static_cast<int>(e.from.size()); break;
      case EditOp::added: n.added += static_cast<int>(e.to.size()); break;
    }
  }
  return n;
}

// "1 replaced, 1 moved, 3 spelt differently"
std::string in_words(const EditCounts& n) {
  std::string out;
  const auto add = [&](int value, std::string_view what) {
    if (value) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", value, what);
  };
  add(n.replaced, "replaced");
  add(n.moved, "moved");
  add(n.reworded, "reworded");
  add(n.dropped, "dropped");
  add(n.added, "added");
  add(n.spelling, "respelt");
  add(n.punctuation, "repunctuated");
  return out.empty() ? "word for word" : out;
}

std::string descent_in_words(Descent descent) {
  switch (descent) {
    case Descent::original: return "first version";
    case Descent::verbatim: return "copied word for word";
    case Descent::edited: return "edited";
    case Descent::excerpt: return "shortened";
    case Descent::extended: return "extended";
  }
  return {};
}

std::string family_name(const PageContext& c, const Family& family) {
  const std::uint32_t first = family.members.front().report;
  const std::string& room = c.d.newsrooms[c.d.newsroom_of[first]].name;
  return room.empty() ? "one text" : room;
}

// Columns by generation, rows in the order of a walk through the tree; an arrow for each descent.
class Picture {
 public:
  Picture(const PageContext& c, const Family& family) : c_(c), family_(family) {
    children_.resize(family.members.size());
    for (std::size_t m = 1; m < family.members.size(); ++m) children_[static_cast<std::size_t>(std::max(0, family.members[m].parent))].push_back(m);
    place(0, 0);
  }

  std::string draw(const std::string& id) {
    const double height = 26 + 46 * static_cast<double>(rows_);
    const double column = kWidth / (static_cast<double>(depth_) + 1.35);
    std::string body;
    for (std::size_t m = 0; m < places_.size(); ++m) {
      if (!places_[m].shown) continue;
      const double x = 8 + column * places_[m].column, y = 24 + 46 * places_[m].row;
      const Member& member = family_.members[m];
      if (m > 0) {
        const Place& from = places_[static_cast<std::size_t>(std::max(0, member.parent))];
        const double fx = 8 + column * from.column, fy = 24 + 46 * from.row;
        const double bend = std::min(fx + 186, x - 60);
        body += fmt::format("<path class=ln d=\"M{:.1f} {:.1f}H{:.1f}V{:.1f}H{:.1f}\"/><path class=lf d=\"M{:.1f} {:.1f}l7 4-7 4z\"/>", fx + 178, fy, bend, y, x - 8, x - 9, y - 4);
        const std::string label = fit(in_words(count(member.edits)), (x - 14 - bend) / 5.7);
        body += fmt::format("<text class=t3 x={:.1f} y={:.1f} font-size=11.5>{}</text>", bend + 6, y - 6, escape_html(label));
      }
      const Report& report = c_.analysis(member.report).report;
      const std::uint32_t room = c_.d.newsroom_of[member.report];
      body += fmt::format("<a href=\"#{0}\"><svg class={1} x={2:.1f} y={3:.1f} width=15 height=15><use href=\"#m{4}\"/></svg><text class=f{1} x={5:.1f} y={6:.1f} font-size=14 font-weight=700>{0}</text></a>", c_.d.labels[member.report], c_.colour(room), x, y - 7.5, room < c_.options.slots ? std::to_string(room) : "x", x + 21, y + 5);
      const std::string outlet = report.outlet.value.empty() ? "outlet not stated" : report.outlet.value;
      body += fmt::format("<text x={:.1f} y={:.1f} font-size=12.5>{}</text><text class=t3 x={:.1f} y={:.1f} font-size=11.5>{}</text>", x + 50, y + 1, escape_html(fit(outlet, 21)), x + 50, y + 15, escape_html(fit(c_.short_day(member.report) + ", " + descent_in_words(member.descent), 25)));
    }
    return fmt::format("<svg class=wide viewBox=\"0 0 {:.0f} {:.0f}\" role=img aria-labelledby=\"{}\"><title id=\"{}\">{}</title>{}</svg>", kWidth, height, id, id, escape_html(description()), body);
  }

  [[nodiscard]] std::size_t hidden() const { return hidden_; }

  std::string list() const { return "<ul class=\"tree narrow\">" + item(0) + "</ul>"; }

 private:
  static constexpr double kWidth = 920;
  struct Place {
    double column = 0, row = 0;
    bool shown = false;
  };
  const PageContext& c_;
  const Family& family_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<Place> places_ = std::vector<Place>(family_.members.size());
  std::size_t rows_ = 0, hidden_ = 0;
  int depth_ = 1;

  static std::string fit(const std::string& text, double letters) {
    const auto most = static_cast<std::size_t>(std::max(4.0, letters));
    if (text.size() <= most) return text;
    std::size_t end = most - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "\u2026";
  }

  void place(std::size_t root, int) {
    // depth-first without recursion: families may be long chains
    std::vector<std::pair<std::size_t, int>> stack{{root, 0}};
    while (!stack.empty()) {
      const auto [m, depth] = stack.back();
      stack.pop_back();
      if (rows_ >= c_.options.family_members) {
        hidden_ += 1;
        for (std::size_t child : children_[m]) stack.emplace_back(child, depth + 1);
        continue;
      }
      const int column = std::min(depth, 2);
      // the first child stands on its parent's row when it comes right after it
      const bool same_row = m != root && last_ == static_cast<std::size_t>(std::max(0, family_.members[m].parent)) && column > places_[last_].column;
      places_[m] = {static_cast<double>(column), same_row ? places_[last_].row : static_cast<double>(rows_), true};
      if (!same_row) ++rows_;
      last_ = m;
      depth_ = std::max(depth_, column);
      for (std::size_t k = children_[m].size(); k-- > 0;) stack.emplace_back(children_[m][k], depth + 1);
    }
  }
  std::size_t last_ = 0;

  std::string description() const {
    std::string out = "Descent of " + counted(family_.members.size(), "report") + ".";
    for (const Member& m : family_.members) {
      out += " " + c_.d.labels[m.report];
      if (m.parent >= 0) out += " from " + c_.d.labels[family_.members[static_cast<std::size_t>(m.parent)].report] + ": " + in_words(count(m.edits));
      out += ".";
    }
    return out;
  }

  std::string item(std::size_t m) const {
    const Member& member = family_.members[m];
    const Report& report = c_.analysis(member.report).report;
    std::string out = fmt::format("<li>{} {} <small>{}, {}{}</small>", c_.cite_report(member.report), escape_html(report.outlet.value.empty() ? "outlet not stated" : report.outlet.value), escape_html(c_.short_day(member.report)), descent_in_words(member.descent), m ? ": " + in_words(count(member.edits)) : "");
    return out + "</li>" + [&] {
      std::string rest;
      for (std::size_t k = m + 1; m == 0 && k < family_.members.size() && k < c_.options.family_members; ++k) rest += item(k);
      return rest;
    }();
  }
};

std::string sentence_cell(const PageContext& c, std::uint32_t report, const std::vector<std::uint32_t>& sentences, const std::vector<WordDiff>& words, bool later, bool whole) {
  constexpr std::size_t kOpen = 4;  // of a long run; a shortened copy drops dozens
  std::string out;
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    const std::uint32_t s = sentences[k];
    if (k == kOpen && sentences.size() > kOpen + 1) out += fmt::format("<details><summary>{} more</summary>", counted(sentences.size() - kOpen, "sentence"));
    const Span span = c.analysis(report).sentences[s].span;
    const std::string text = whole ? fmt::format("<{0} class=whole>{1}</{0}>", later ? "ins" : "del", escape_html(collapse_space(c.words(report, span)))) : diff_side(c, report, span, words, later);
    out += fmt::format("<p>{} {}</p>", text, c.cite(report, span.begin));
  }
  if (sentences.size() > kOpen + 1) out += "</details>";
  return out;
}

std::string place_of(const PageContext& c, std::uint32_t report, std::uint32_t sentence) {
  std::uint32_t last = 0;
  for (std::uint32_t s = 0; s < c.analysis(report).sentences.size(); ++s) last = std::max(last, c.number(report, s));
  return fmt::format("<small>sentence {} of {}:</small> ", c.number(report, sentence), last);
}

std::string change_name(const Edit& e) {
  if (e.superseded) return e.op == EditOp::replaced ? "Superseded" : "Number, superseded";
  switch (e.op) {
    case EditOp::replaced: return "Replaced";
    case EditOp::dropped: return "Dropped";
    case EditOp::added: return "Added";
    case EditOp::reworded: return e.number_changed ? "Number" : e.name_changed ? "Name" : "Reworded";
    case EditOp::spelling: return "Spelling";
    case EditOp::punctuation: return "Punctuation";
    default: return "Moved";
  }
}

// What matters comes first: replaced, numbers and names, reworded, added, dropped, moved, then spelling and marks.
int weight(const Edit& e) {
  if (e.op == EditOp::replaced) return 0;
  if (e.number_changed) return 1;
  if (e.name_changed && e.op == EditOp::reworded) return 2;
  if (e.op == EditOp::reworded) return 3;
  if (e.op == EditOp::added) return 4;
  if (e.op == EditOp::dropped) return 5;
  if (e.moved) return 6;
  if (e.op == EditOp::spelling) return 7;
  return 8;
}

std::string side_by_side(const PageContext& c, const Family& family, const Member& member) {
  const std::uint32_t from = family.members[static_cast<std::size_t>(member.parent)].report;
  const std::uint32_t to = member.report;
  std::vector<const Edit*> changes;
  for (const Edit& e : member.edits) {
    if (e.op > EditOp::typography || e.moved) changes.push_back(&e);
  }
  std::stable_sort(changes.begin(), changes.end(), [](const Edit* a, const Edit* b) { return weight(*a) < weight(*b); });
  const EditCounts n = count(member.edits);
  std::string rows;
  for (const Edit* e : changes) {
    const bool whole = e->op >= EditOp::replaced;
    std::string left = sentence_cell(c, from, e->from, e->words, false, whole);
    std::string right = sentence_cell(c, to, e->to, e->words, true, whole);
    if (e->moved) {
      left.insert(3, place_of(c, from, e->from.front()));
      right.insert(3, place_of(c, to, e->to.front()));
    }
    rows += fmt::format("<tr><th scope=row>{}{}</th><td>{}</td><td>{}</td></tr>", change_name(*e), e->moved && e->op > EditOp::typography ? ", moved" : "", left, right);
  }
  std::string rest;
  if (n.same) rest += fmt::format("{} the same", counted(static_cast<std::size_t>(n.same), "sentence is", "sentences are"));
  if (n.typography) rest += fmt::format("{}{} only in the shape of quotation marks and dashes", rest.empty() ? "" : "; ", counted(static_cast<std::size_t>(n.typography), "differs", "differ"));
  if (!rest.empty()) rows += fmt::format("<tr><th scope=row>Unchanged</th><td colspan=2><small>{}.</small></td></tr>", rest);
  const std::string head = fmt::format("<h4 id=\"d-{}\">{} {} {}: {}</h4><p class=sm>{}. {}: {}; confidence {:.0f} %.</p>", c.d.labels[to], c.cite_report(from), "\u2192", c.cite_report(to), descent_in_words(member.descent), escape_html(member.order_reason == "order not known" ? "Which came first is not known from the texts" : "Order: " + member.order_reason),
                                       "Why one text", escape_html(member.reason), std::min(99.0, 100 * member.confidence));
  if (changes.empty()) return head + "<p class=sm>No word was changed.</p>";
  std::string table = fmt::format("<table class=sbs><thead><tr><th>Change</th><th>{}, earlier</th><th>{}, later</th></tr></thead><tbody>{}</tbody></table>", c.d.labels[from], c.d.labels[to], rows);
  if (changes.size() > 40) table = fmt::format("<details><summary>{}</summary>{}</details>", counted(changes.size(), "change"), table);
  return head + table;
}

}  // namespace

std::string diff_side(const PageContext& c, std::uint32_t report, Span span, const std::vector<WordDiff>& words, bool later) {
  if (words.empty()) return escape_html(collapse_space(c.words(report, span)));
  std::string out;
  std::uint32_t at = span.begin;
  const auto plain = [&](std::uint32_t to) {
    if (to > at) out += escape_html(c.words(report, {at, to}));
    at = std::max(at, to);
  };
  for (const WordDiff& w : words) {
    const Span piece = later ? w.to : w.from;
    if (piece.empty() || w.change == WordChange::same || w.change == WordChange::typography) continue;
    plain(piece.begin);
    out += fmt::format("<{0}>{1}</{0}>", later ? "ins" : "del", escape_html(c.words(report, piece)));
    at = piece.end;
  }
  plain(span.end);
  return out;
}

std::string families_part(const PageContext& c) {
  std::string out = "<section aria-labelledby=s4><h2 id=s4><span class=no>4</span>Copies</h2>";
  if (c.d.lineage.families.empty()) return out + "<p class=lede>No report repeats the text of another: every one is an origin of its own.</p></section>";
  std::size_t members = 0;
  for (const Family& f : c.d.lineage.families) members += f.members.size();
  out += fmt::format("<p class=lede>{} descend from {}. Each of these texts counts as one origin, however often it was printed. <del>Struck</del>: only in the earlier version. <ins>Underlined</ins>: only in the later one.</p>", counted(members, "report"), counted(c.d.lineage.families.size(), "text"));
  std::vector<std::size_t> order(c.d.lineage.families.size());
  for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return c.d.lineage.families[a].members.size() > c.d.lineage.families[b].members.size(); });
  constexpr std::size_t kOpen = 6;
  std::size_t drawn = 0;
  for (std::size_t f : order) {
    const Family& family = c.d.lineage.families[f];
    std::string part = fmt::format("<h3>{}: {}, one origin</h3>", escape_html(family_name(c, family)), counted(family.members.size(), "report"));
    Picture picture(c, family);
    part += "<figure>" + picture.draw(fmt::format("fam{}", drawn)) + picture.list();
    if (picture.hidden()) part += fmt::format("<figcaption>{} not drawn.</figcaption>", counted(picture.hidden(), "further copy", "further copies"));
    part += "</figure>";
    for (const Member& member : family.members) {
      if (member.parent >= 0) part += side_by_side(c, family, member);
    }
    ++drawn;
    if (drawn > kOpen) part = fmt::format("<details><summary>{}: {}</summary>{}</details>", escape_html(family_name(c, family)), counted(family.members.size(), "report"), part);
    out += part;
  }
  if (!c.d.lineage.second_sources.empty()) {
    out += "<h3>Also holds another text</h3><ul class=plain>";
    for (const SecondSource& s : c.d.lineage.second_sources) out += fmt::format("<li>{} also holds {} ({:.0f} % of it).</li>", c.cite_report(s.report), c.cite_report(s.contained), 100 * s.overlap.containment);
    out += "</ul>";
  }
  return out + "</section>";
}

}  // namespace attache

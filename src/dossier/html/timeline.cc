// x is true time. A filled mark stands on a stated date, a hollow one on the earliest day a report can be from, with a
// dotted arrow because nothing bounds it later. On a phone the same is a list.
#include <algorithm>

#include <fmt/format.h>

#include "base/strings.h"
#include "dossier/html/parts.h"
#include "text/utf8.h"

namespace attache {
namespace {

constexpr double kWidth = 920, kLeft = 14, kRight = 14, kTop = 34, kRow = 19;

struct Mark {
  std::uint32_t report = 0;
  int day = 0;
  bool stated = false;
};

struct Lane {
  std::uint32_t story = 0;
  std::vector<Mark> marks;             // by day
  std::vector<std::uint32_t> undated;  // without any bound
};

std::string shorten(std::string_view text, std::size_t letters) {
  const CodePointOffsets offsets(text);
  if (offsets.of_byte(static_cast<std::uint32_t>(text.size())) <= letters) return std::string(text);
  std::size_t end = offsets.to_byte(static_cast<std::uint32_t>(letters));
  const std::size_t blank = text.rfind(' ', end);
  if (blank != std::string_view::npos && blank > end / 2) end = blank;
  return std::string(trim(text.substr(0, end))) + "\u2026";
}

// Headline of the story's chief report, else the beginning of its lead.
std::string story_name(const PageContext& c, std::uint32_t story) {
  const std::uint32_t chief = chief_report(c.d, c.d.stories.stories[story]);
  const std::string& title = c.analysis(chief).report.title.value;
  if (!title.empty()) return title;
  return collapse_space(c.words(chief, lead_of(c.analysis(chief))));
}

class Timeline {
 public:
  Timeline(const PageContext& c, std::uint32_t thread) : c_(c) {
    std::vector<std::uint32_t> stories = c.d.stories.threads[thread].stories;
    total_ = stories.size();
    if (stories.size() > c.options.timeline_stories) {
      std::stable_sort(stories.begin(), stories.end(), [&](std::uint32_t a, std::uint32_t b) { return c.d.stories.stories[a].reports.size() > c.d.stories.stories[b].reports.size(); });
      stories.resize(c.options.timeline_stories);
    }
    for (std::uint32_t s : stories) {
      Lane lane;
      lane.story = s;
      for (std::uint32_t r : c.d.stories.stories[s].reports) {
        const Date& stated = c.analysis(r).report.published.value;
        const Date& bound = c.d.bounds[r].not_before;
        if (stated.year) lane.marks.push_back({r, days_of(stated), true});
        else if (bound.year) lane.marks.push_back({r, days_of(bound), false});
        else lane.undated.push_back(r);
      }
      // a report without any date of its own stands with the others of its story
      if (!lane.marks.empty()) {
        for (std::uint32_t r : lane.undated) lane.marks.push_back({r, lane.marks.front().day, false});
        lane.undated.clear();
      }
      std::stable_sort(lane.marks.begin(), lane.marks.end(), [](const Mark& a, const Mark& b) { return a.day < b.day; });
      lanes_.push_back(std::move(lane));
    }
    std::stable_sort(lanes_.begin(), lanes_.end(), [](const Lane& a, const Lane& b) {
      const int da = a.marks.empty() ? 1 << 30 : a.marks.front().day;
      const int db = b.marks.empty() ? 1 << 30 : b.marks.front().day;
      return da < db;
    });
    for (const Lane& lane : lanes_) {
      for (const Mark& m : lane.marks) {
        first_ = any_ ? std::min(first_, m.day) : m.day;
        last_ = any_ ? std::max(last_, m.day) : m.day;
        any_ = true;
      }
    }
    const int margin = std::max(3, (last_ - first_) / 12);
    from_ = first_ - margin;
    to_ = last_ + margin;
  }

  [[nodiscard]] bool drawable() const { return any_; }
  [[nodiscard]] std::size_t hidden() const { return total_ - lanes_.size(); }

  std::string picture(const std::string& id) {
    std::string body;
    double y = kTop + 10;
    for (std::size_t l = 0; l < lanes_.size(); ++l) body += lane(lanes_[l], l, y);
    body += longest_gap(y);
    const double height = y + 8;
    return fmt::format("<svg class=wide viewBox=\"0 0 {:.0f} {:.0f}\" role=img aria-labelledby=\"{}\"><title id=\"{}\">{}</title>{}{}</svg>", kWidth, height, id, id, escape_html(description()), axis(height), body);
  }

  std::string list() const {
    std::string out = "<ol class=\"tl narrow\">";
    int before = 0;
    bool first = true;
    for (std::size_t l = 0; l < lanes_.size(); ++l) {
      const Lane& lane = lanes_[l];
      if (!lane.marks.empty()) {
        const int gap = first ? 0 : lane.marks.front().day - before;
        if (gap > 20) out += fmt::format("<li class=gap>{} days</li>", gap);
        before = lane.marks.back().day;
        first = false;
      }
      out += fmt::format("<li><b>{} {}</b><span class=marks>", lane_letter(l), escape_html(shorten(story_name(c_, lane.story), 90)));
      for (std::uint32_t r : c_.d.stories.stories[lane.story].reports) out += fmt::format("<span>{} {} <small>{}</small></span>", symbol(r, 13), c_.cite_report(r), escape_html(c_.short_day(r)));
      out += "</span></li>";
    }
    return out + "</ol>";
  }

 private:
  const PageContext& c_;
  std::vector<Lane> lanes_;
  std::size_t total_ = 0;
  int first_ = 0, last_ = 0, from_ = 0, to_ = 1;
  bool any_ = false;

  static std::string lane_letter(std::size_t lane) { return lane < 26 ? std::string(1, static_cast<char>('A' + lane)) : std::to_string(lane + 1); }

  double x(int day) const { return kLeft + (kWidth - kLeft - kRight) * (day - from_) / (to_ - from_); }

  std::string symbol(std::uint32_t report, int size) const {
    const std::uint32_t room = c_.d.newsroom_of[report];
    return fmt::format("<svg class={} width={} height={} aria-hidden=true><use href=\"#m{}\"/></svg>", c_.colour(room), size, size, room < c_.options.slots ? std::to_string(room) : "x");
  }

  std::string description() const {
    std::string out = fmt::format("Time axis {} to {}.", short_date(date_of(from_)), short_date(date_of(to_)));
    for (std::size_t l = 0; l < lanes_.size(); ++l) {
      out += fmt::format(" Story {}, {}:", lane_letter(l), shorten(story_name(c_, lanes_[l].story), 60));
      for (const Mark& m : lanes_[l].marks) out += fmt::format(" {} {};", c_.d.labels[m.report], c_.short_day(m.report));
    }
    return out;
  }

  std::string axis(double height) const {
    std::string out = fmt::format("<path class=k d=\"M{:.1f} {:.1f}H{:.1f}\"/>", kLeft, kTop - 8, kWidth - kRight);
    const int span = to_ - from_;
    const Date begin = date_of(from_);
    double free_from = 0;  // labels do not overlap
    const auto tick = [&](int day, const std::string& label, double centre) {
      out += fmt::format("<path class=gr d=\"M{0:.1f} {1:.1f}V{2:.1f}\"/>", x(day), kTop - 8, height);
      const double half = 3.6 * static_cast<double>(label.size());
      if (centre - half < free_from || centre + half > kWidth) return;
      free_from = centre + half + 8;
      out += fmt::format("<text class=t3 x={:.1f} y={:.1f} font-size=12.5 text-anchor=middle>{}</text>", centre, kTop - 16, label);
    };
    if (span <= 70) {
      const int step = span <= 16 ? 1 : 7;
      for (int day = from_ + (step == 7 ? (7 - weekday_of(begin)) % 7 : 0); day <= to_; day += step) {
        const std::string label = short_date(date_of(day));
        tick(day, label.substr(0, label.rfind(' ')), x(day));
      }
    } else {
      const int months = span <= 600 ? 1 : span <= 2000 ? 3 : 12;
      Date month{begin.year, months == 12 ? 1u : (begin.month - 1) / static_cast<unsigned>(months) * static_cast<unsigned>(months) + 1, 1};
      for (;;) {
        const int index = month.year * 12 + static_cast<int>(month.month) - 1 + months;
        const Date next{index / 12, static_cast<unsigned>(index % 12 + 1), 1};
        const int day = std::max(days_of(month), from_);
        const int end = std::min(days_of(next), to_);
        if (day > to_) break;
        const std::string label = months == 12 ? std::to_string(month.year) : short_date({month.year, month.month, 0});
        if (days_of(month) >= from_ || end - day > (days_of(next) - days_of(month)) / 3) tick(day, months == 1 && month.month != 1 && month.year == begin.year && day != from_ ? label.substr(0, 3) : label, (x(day) + x(end)) / 2);
        month = next;
      }
    }
    return out;
  }

  // One story: marks side by side where they have room, else stacked; its name where there is room.
  std::string lane(const Lane& lane, std::size_t index, double& y) {
    constexpr std::size_t kRows = 6;  // further marks are counted
    std::vector<double> row_end;      // where the next mark of each row may begin
    std::size_t beyond = 0;
    double beyond_at = kLeft;
    std::string out;
    double right = kLeft, left = kWidth - kRight;
    for (const Mark& m : lane.marks) {
      const double at = x(m.day), end = at + (m.stated ? 40.0 : 76.0);
      std::size_t row = 0;
      while (row < row_end.size() && row_end[row] > at - 9) ++row;
      left = std::min(left, at - 14);
      if (row == kRows) {
        beyond_at = beyond == 0 ? at : beyond_at;
        ++beyond;
        continue;
      }
      if (row == row_end.size()) row_end.push_back(end);
      row_end[row] = end;
      out += mark(m, at, y + kRow * static_cast<double>(row) + 8);
      right = std::max(right, end);
    }
    std::size_t rows = std::max<std::size_t>(1, row_end.size());
    if (beyond) {
      out += fmt::format("<text class=t3 x={:.1f} y={:.1f} font-size=12>+{}</text>", beyond_at - 6, y + kRow * static_cast<double>(rows) + 12, counted(beyond, "report"));
      ++rows;
    }
    const bool on_right = right < kWidth * 0.62;
    const double room = (on_right ? kWidth - kRight - right : left - kLeft) / 7.2;
    const std::vector<std::uint32_t>& reports = c_.d.stories.stories[lane.story].reports;
    const std::string name = shorten(story_name(c_, lane.story), static_cast<std::size_t>(std::max(18.0, room - 8)));
    const double label_x = lane.marks.empty() ? kLeft : on_right ? right : left;
    const double label_y = y + 12;
    std::string letters;
    for (std::uint32_t n : newsrooms_of(c_.d, reports)) letters += fmt::format("<tspan class=f{} font-weight=700> {}</tspan>", c_.colour(n), c_.d.newsrooms[n].letter);
    const std::uint32_t chief = chief_report(c_.d, c_.d.stories.stories[lane.story]);
    out += fmt::format("<a href=\"#{}\"><text x={:.1f} y={:.1f} font-size=14 text-anchor={}><tspan font-weight=700>{}</tspan> {} <tspan font-weight=700>{}</tspan>{}</text></a>", c_.anchor(chief, lead_of(c_.analysis(chief)).begin), label_x, label_y, on_right || lane.marks.empty() ? "start" : "end",
                       lane_letter(index), escape_html(name), count_origins(c_.d, reports), letters);
    if (!lane.undated.empty()) {
      std::string names;
      for (std::uint32_t r : lane.undated) names += (names.empty() ? "" : " ") + c_.d.labels[r];
      out += fmt::format("<text class=t3 x={:.1f} y={:.1f} font-size=12.5>undated: {}</text>", kLeft, label_y + 16, names);
      rows = std::max<std::size_t>(rows, 2);
    }
    y += kRow * static_cast<double>(rows) + 16;
    return out;
  }

  std::string mark(const Mark& m, double at, double row) const {
    const std::uint32_t room = c_.d.newsroom_of[m.report];
    const std::string shape = room < c_.options.slots ? std::to_string(room) : "x";
    std::string out;
    if (!m.stated) out += fmt::format("<path class=ln d=\"M{0:.1f} {1:.1f}h34\" stroke-dasharray=\"2 4\"/><path class=ln d=\"M{2:.1f} {3:.1f}l5 4-5 4\"/>", at + 8, row, at + 38, row - 4);
    out += fmt::format("<a href=\"#{0}\"><title>{0}, {1}</title><svg class=\"{2}{3}\" x={4:.1f} y={5:.1f} width=14 height=14><use href=\"#m{6}\"/></svg><text class=f{2} x={7:.1f} y={8:.1f} font-size=12 font-weight=700>{0}</text></a>", c_.d.labels[m.report], escape_html(c_.day(m.report)), c_.colour(room),
                       m.stated ? "" : " hol", at - 7, row - 7, shape, m.stated ? at + 10 : at + 47, row + 4);
    return out;
  }

  // An empty stretch is drawn as long as it is; the longest says how long.
  std::string longest_gap(double& y) const {
    std::vector<int> days;
    for (const Lane& lane : lanes_) {
      for (const Mark& m : lane.marks) days.push_back(m.day);
    }
    std::sort(days.begin(), days.end());
    int best = 0;
    std::size_t at = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
      if (days[i] - days[i - 1] > best) {
        best = days[i] - days[i - 1];
        at = i;
      }
    }
    if (best < 21 || best * 4 < last_ - first_) return {};
    const double a = x(days[at - 1]), b = x(days[at]);
    const std::string label = fmt::format("{} days without a report", best);
    const double half = 3.4 * static_cast<double>(label.size());
    if (b - a < 2 * half + 24) return {};
    y += 18;
    const double middle = (a + b) / 2, row = y - 6;
    return fmt::format("<path class=ln d=\"M{0:.1f} {1:.1f}v8M{0:.1f} {2:.1f}H{3:.1f}M{4:.1f} {2:.1f}H{5:.1f}M{5:.1f} {1:.1f}v8\"/><text class=t3 x={6:.1f} y={7:.1f} font-size=12.5 text-anchor=middle>{8}</text>", a, row - 4, row, middle - half, middle + half, b, middle, row + 4, label);
  }
};

}  // namespace

std::string symbol_sheet() {
  return "<svg width=0 height=0 class=sheet aria-hidden=true><defs>"
         "<symbol id=m0 viewBox=\"0 0 14 14\"><circle cx=7 cy=7 r=5.4 /></symbol>"
         "<symbol id=m1 viewBox=\"0 0 14 14\"><path d=\"M2 2h10v10H2z\"/></symbol>"
         "<symbol id=m2 viewBox=\"0 0 14 14\"><path d=\"M7 1.2l6 11H1z\"/></symbol>"
         "<symbol id=m3 viewBox=\"0 0 14 14\"><path d=\"M7 .8L13.2 7 7 13.2.8 7z\"/></symbol>"
         "<symbol id=m4 viewBox=\"0 0 14 14\"><path d=\"M4 1.5h6L13 7l-3 5.500H4L1 7z\"/></symbol>"
         "<symbol id=m5 viewBox=\"0 0 14 14\"><path d=\"M5 1h4v4h4v4H9v4H5V9H1V5h4z\"/></symbol>"
         "<symbol id=mx viewBox=\"0 0 14 14\"><circle cx=7 cy=7 r=3.600 /></symbol></defs></svg>";
}

std::string timeline_part(const PageContext& c) {
  if (c.d.analyses.empty()) return {};
  std::vector<std::uint32_t> threads = c.d.thread_order;
  const auto reports_in = [&](std::uint32_t t) {
    std::size_t n = 0;
    for (std::uint32_t s : c.d.stories.threads[t].stories) n += c.d.stories.stories[s].reports.size();
    return n;
  };
  std::stable_sort(threads.begin(), threads.end(), [&](std::uint32_t a, std::uint32_t b) { return reports_in(a) > reports_in(b); });
  std::string out = "<section aria-labelledby=s2><h2 id=s2><span class=no>2</span>Timeline</h2>";
  out += fmt::format("<p class=lede>{} in {}, on a true time axis. A filled mark is a date the report states; a hollow one is the earliest day an undated report can be from.</p>", counted(c.d.stories.stories.size(), "story", "stories"), counted(threads.size(), "thread"));
  constexpr std::size_t kThreads = 8;
  std::size_t drawn = 0;
  std::vector<std::uint32_t> rest;
  for (std::uint32_t t : threads) {
    if (drawn >= kThreads || (drawn > 0 && reports_in(t) == 1 && threads.size() > 4)) {
      rest.push_back(t);
      continue;
    }
    Timeline timeline(c, t);
    if (threads.size() > 1) {
      out += fmt::format("<h3>Thread {}: {}, {}</h3>", drawn + 1, counted(c.d.stories.threads[t].stories.size(), "story", "stories"), counted(reports_in(t), "report"));
    }
    ++drawn;
    out += "<figure>";
    if (timeline.drawable()) out += timeline.picture(fmt::format("tl{}", drawn));
    out += timeline.list();
    if (timeline.hidden()) out += fmt::format("<figcaption>{} with fewer reports are not drawn.</figcaption>", counted(timeline.hidden(), "further story", "further stories"));
    out += "</figure>" + events_of_thread(c, t) + days_of_thread(c, t);
  }
  if (!rest.empty()) {
    out += fmt::format("<details><summary>{} with one report or few</summary><ul class=plain>", counted(rest.size(), "further thread"));
    for (std::uint32_t t : rest) {
      const Story& story = c.d.stories.stories[c.d.stories.threads[t].stories.front()];
      const std::uint32_t chief = chief_report(c.d, story);
      out += fmt::format("<li>{} {} <small>{}</small></li>", c.cite_report(chief), escape_html(shorten(story_name(c, c.d.stories.threads[t].stories.front()), 110)), escape_html(c.short_day(chief)));
    }
    out += "</ul></details>";
  }
  // why reports of different origin are one story, where it was not the whole text that said so
  std::string reasons;
  for (const Story& story : c.d.stories.stories) {
    if (story.reasons.empty()) continue;
    std::string labels;
    for (std::uint32_t r : story.reports) labels += (labels.empty() ? "" : " ") + c.cite_report(r);
    reasons += fmt::format("<li>{}: {}</li>", labels, escape_html(shorten(story.reasons.front(), 160)));
  }
  if (!reasons.empty()) out += "<p class=sm>One story, because:</p><ul class=\"plain sm\">" + reasons + "</ul>";
  return out + "</section>";
}

}  // namespace attache

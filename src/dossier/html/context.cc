#include "dossier/html/context.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 12> kShortMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view block_letter(BlockKind kind) {
  switch (kind) {
    case BlockKind::title: return "h";
    case BlockKind::teaser: return "t";
    case BlockKind::caption: return "c";
    case BlockKind::credit: case BlockKind::sign_off: return "k";
    case BlockKind::byline: return "b";
    case BlockKind::dateline: return "p";
    case BlockKind::date_stamp: return "d";
    case BlockKind::related_link: return "l";
    case BlockKind::section_label: case BlockKind::chrome: return "x";
    default: return "";
  }
}

}  // namespace

PageContext::PageContext(const Dossier& dossier, const Knowledge& k, const Lexicon& l, const PageOptions& o) : d(dossier), knowledge(k), lexicon(l), options(o) {
  for (const Analysis& a : d.analyses) {
    std::vector<std::uint32_t> numbers;
    std::uint32_t next = 0;
    for (const SentenceSpan& s : a.sentences) numbers.push_back(s.title ? 0 : ++next);
    cited.emplace_back(a.sentences.size(), false);
    cited_blocks.emplace_back(a.report.blocks.size(), false);
    numbers_.push_back(std::move(numbers));
    std::map<std::string_view, int> total, seen;
    for (const Block& b : a.report.blocks) ++total[block_letter(b.kind)];
    std::vector<std::string> names;
    for (const Block& b : a.report.blocks) {
      const std::string_view letter = block_letter(b.kind);
      const int n = ++seen[letter];
      names.push_back(letter.empty() ? "" : std::string(letter) + (total[letter] > 1 ? std::to_string(n) : ""));
    }
    block_names_.push_back(std::move(names));
  }
}

std::string PageContext::colour(std::uint32_t newsroom) const { return newsroom < options.slots ? fmt::format("o{}", newsroom) : "ox"; }

std::string PageContext::block_anchor(std::uint32_t report, std::uint32_t block) const {
  const std::string& name = block_names_[report][block];
  return name.empty() ? d.labels[report] : d.labels[report] + "." + name;
}

std::string PageContext::anchor(std::uint32_t report, std::uint32_t byte) const {
  const Analysis& a = d.analyses[report];
  for (std::uint32_t b = 0; b < a.report.blocks.size(); ++b) {
    const Block& block = a.report.blocks[b];
    if (!block.span.contains(byte)) continue;
    if (!is_body(block.kind)) {
      cited_blocks[report][b] = true;
      return block_anchor(report, b);
    }
    const auto after = std::upper_bound(a.sentences.begin(), a.sentences.end(), byte, [](std::uint32_t at, const SentenceSpan& s) { return at < s.span.begin; });
    if (after == a.sentences.begin()) break;
    const auto index = static_cast<std::size_t>(after - a.sentences.begin()) - 1;
    if (a.sentences[index].title) break;
    cited[report][index] = true;
    return fmt::format("{}.{}", d.labels[report], numbers_[report][index]);
  }
  return d.labels[report];
}

std::string PageContext::cite(std::uint32_t report, std::uint32_t byte) const {
  const std::string name = anchor(report, byte);
  const Report& of = analysis(report).report;
  const std::string mark = is_recalled(of) ? fmt::format("<small class=rc title=\"{} by the agency\">{}</small>", of.status.value, of.status.value) : "";
  return fmt::format("<a class={} href=\"#{}\">{}</a>{}", colour_of_report(report), name, name, mark);
}

std::string PageContext::cite_report(std::uint32_t report) const { return fmt::format("<a class={} href=\"#{}\">{}</a>", colour_of_report(report), d.labels[report], d.labels[report]); }

std::string PageContext::gauge(const std::vector<std::uint32_t>& reports) const {
  const std::vector<std::uint32_t> rooms = newsrooms_of(d, reports);
  std::string out = fmt::format("<span class=g title=\"{} independent origin{}\"><b>{}</b>", rooms.size(), rooms.size() == 1 ? "" : "s", rooms.size());
  const std::size_t shown = std::min(options.slots, d.newsrooms.size());
  for (std::uint32_t n = 0; n < shown; ++n) {
    const bool on = std::binary_search(rooms.begin(), rooms.end(), n);
    out += on ? fmt::format("<i class={}>{}</i>", colour(n), d.newsrooms[n].letter) : "<i>·</i>";
  }
  if (d.newsrooms.size() > shown) {
    const auto more = std::count_if(rooms.begin(), rooms.end(), [&](std::uint32_t n) { return n >= shown; });
    if (more == 1) {
      out += fmt::format("<i class=ox>{}</i>", d.newsrooms[rooms.back()].letter);
    } else {
      out += more ? fmt::format("<i class=ox>+{}</i>", more) : "<i>·</i>";
    }
  }
  return out + "</span>";
}

std::string PageContext::inline_gauge(const std::vector<std::uint32_t>& reports) const {
  const std::uint32_t n = count_origins(d, reports);
  return fmt::format("<span class=gi title=\"{} independent origin{}\">{}</span>", n, n == 1 ? "" : "s", n);
}

std::string PageContext::letters(const std::vector<std::uint32_t>& reports) const {
  std::string out;
  for (std::uint32_t n : newsrooms_of(d, reports)) out += (out.empty() ? "" : " ") + d.newsrooms[n].letter;
  return out;
}

std::string PageContext::day(std::uint32_t report) const {
  const Date& date = d.analyses[report].report.published.value;
  if (date.year) return to_words(date);
  if (d.bounds[report].not_before.year) return "undated; not before " + to_words(d.bounds[report].not_before);
  return "undated";
}

std::string PageContext::short_day(std::uint32_t report) const {
  const Date& date = d.analyses[report].report.published.value;
  if (date.year) return short_date(date);
  if (d.bounds[report].not_before.year) return "after " + short_date(d.bounds[report].not_before);
  return "undated";
}

std::string short_date(const Date& date) {
  if (!date.month) return std::to_string(date.year);
  if (!date.day) return fmt::format("{} {}", kShortMonths[date.month - 1], date.year);
  return fmt::format("{} {} {}", date.day, kShortMonths[date.month - 1], date.year);
}


std::string number_word(std::size_t count) {
  constexpr std::array<std::string_view, 13> kWords = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  return count < kWords.size() ? std::string(kWords[count]) : std::to_string(count);
}

}  // namespace attache

#include "ingest/date_candidates.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/strings.h"
#include "ingest/line_rules.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

std::string iso_of_epoch(std::string_view digits) {
  int seconds = 0;
  if (!parse_int(digits.substr(0, 10), seconds)) return {};
  return fmt::format("{}T{:02}:{:02}:00Z", to_string(date_of(seconds / 86400)), seconds % 86400 / 3600, seconds % 3600 / 60);
}

// ISO 8601 for what a machine was told; empty for anything else.
std::string machine_date(std::string_view value) {
  value = trim(value);
  if ((value.size() == 10 || value.size() == 13) && std::all_of(value.begin(), value.end(), is_digit) && value[0] == '1') return iso_of_epoch(value);
  const auto date = parse_iso_date(value);
  return date && date->full() ? std::string(value) : std::string();
}

// The line of text around byte `at`, and what of it stands before.
struct Line {
  std::string_view whole, before;
};

Line line_at(const HtmlDocument& document, std::uint32_t at) {
  const auto behind = std::upper_bound(document.blocks.begin(), document.blocks.end(), at, [](std::uint32_t a, const HtmlBlock& b) { return a < b.span.begin; });
  if (behind == document.blocks.begin() || !std::prev(behind)->span.contains(at)) return {};
  const HtmlBlock& block = *std::prev(behind);
  // only this much of it: what is longer is no line of a date, and a block may have megabytes
  constexpr std::size_t kReach = 200;
  const std::size_t from = at - block.span.begin > kReach ? floor_boundary(document.text, at - kReach) : block.span.begin;
  const std::size_t to = block.span.end - at > kReach ? floor_boundary(document.text, at + kReach) : block.span.end;
  const std::string_view text = std::string_view(document.text).substr(from, to - from);
  const std::size_t here = at - from;
  const std::size_t begin = here ? text.rfind('\n', here - 1) + 1 : 0;  // npos + 1 = 0
  return {text.substr(begin, text.find('\n', here) - begin), text.substr(begin, here - begin)};
}

bool is_label_of_publication(std::string_view words) {
  const std::string folded = fold(words);
  for (std::string_view stem : {"publi", "posted", "veroffentlicht", "erstellt", "erschienen", "gepostet", "datum", "date", "fecha", "pubbl", "objavljeno", "opublikowan", "publicerad", "gepubliceerd", "yayin", "\u043E\u043F\u0443\u0431\u043B"}) {
    if (folded.find(stem) != std::string::npos) return true;
  }
  return false;
}

void add_marked(const HtmlDocument& document, const DatePlaces& places, const DateReading& reading, std::vector<DateCandidate>& found) {
  for (const HtmlTime& time : document.times) {
    if (time.mark == DateMark::hint && word_count(time.text) > 16) continue;
    DateCandidate candidate;
    DateReading marked = reading;
    marked.short_year = true;
    candidate.declared.value = machine_date(time.datetime);
    const auto printed = find_printed_date(time.text, 0, marked);
    if (candidate.declared.value.empty()) candidate.declared.value = !time.datetime.empty() ? iso_date_of(time.datetime, marked) : printed ? to_string(printed->date) : "";
    if (candidate.declared.value.empty() || parse_iso_date(candidate.declared.value).value_or(Date{}).year < kFirstPageYear) continue;
    const HtmlElement& element = document.elements[time.element];
    const Line line = line_at(document, time.at);
    candidate.place = places.of(time.element, time.at, line.whole.size() < 100 && date_stamp_of(line.whole, marked).has_value(), candidate.distance);
    if (candidate.place == DatePlace::none) continue;
    candidate.update = element.hints.find("modified") != std::string::npos || element.hints.find("update") != std::string::npos || is_update_stamp(time.text) || (time.mark != DateMark::property && line.before.size() <= 80 && is_update_stamp(std::string(line.before) + " "));
    const std::string kind = time.mark == DateMark::time_element ? "time element" : time.mark == DateMark::property ? "datePublished property" : time.mark == DateMark::attribute ? "date attribute" : "marked as a date";
    candidate.declared.field = kind + " " + std::string(words_of(candidate.place));
    if (time.mark == DateMark::property || element.hints.find("publi") != std::string::npos) candidate.distance /= 2;
    if (printed) {
      const std::string_view words = slice(time.text, printed->span);
      const std::size_t at = document.text.find(words, time.at);
      if (at != std::string::npos && at - time.at < 300) candidate.declared.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    }
    found.push_back(std::move(candidate));
  }
}

// "02.02.2022 10:16 Uhr - ...", "31. Oktober 2023. The ...": a day before the first words of the article.
std::optional<PrintedDate> leading_date(std::string_view line, const DateReading& reading) {
  const auto date = find_printed_date(line.substr(0, floor_boundary(line, 40)), 0, reading);
  if (!date || date->span.begin > 1 || date->date.year == 0) return std::nullopt;
  if (date->span.begin == 1 && line.front() != '(' && line.front() != '[') return std::nullopt;
  const std::string_view words = slice(line, date->span);
  const bool digits = std::none_of(words.begin(), words.end(), [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
  const std::string_view behind = trim(line.substr(date->span.end));
  const bool mark = behind.starts_with('.') || behind.starts_with(':') || behind.starts_with('-') || behind.starts_with('|') || behind.starts_with(')') || behind.starts_with(']') || behind.starts_with("\u2013") || behind.starts_with("\u2014");
  // "4 March 2024 was the coldest day"
  if (!digits && !mark) return std::nullopt;
  if (!mark && !is_digit(behind.empty() ? 'x' : behind.front()) && !is_capitalised(behind) && !behind.starts_with("\u201E") && !behind.starts_with("\u201C") && !behind.starts_with('"')) return std::nullopt;
  return date;
}

void add_printed(const HtmlDocument& document, const std::vector<BlockRole>& roles, const DatePlaces& places, const DateReading& reading, std::vector<DateCandidate>& found) {
  int openings = 0;  // paragraphs of the article seen
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const HtmlBlock& block = document.blocks[b];
    if (roles[b] == BlockRole::caption) continue;
    const std::string_view text = slice(document.text, block.span);
    const bool article = roles[b] != BlockRole::outside && roles[b] != BlockRole::furniture;
    if (article && word_count(text) > 8) ++openings;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      const auto at = static_cast<std::uint32_t>(block.span.begin + begin);
      begin = end + 1;
      constexpr std::size_t kLongest = 160;  // bytes of a line that is looked at as a whole
      const bool opening = article && openings <= 2 && line.size() > 30;
      if (line.size() > kLongest && !opening) continue;
      if (std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(std::min(line.size(), kLongest)), [](char c) { return is_digit(c) || static_cast<unsigned char>(c) >= 0x80; })) continue;
      DateCandidate candidate;
      std::optional<PrintedDate> date;
      if (opening) date = leading_date(line, reading);
      const bool leads = date.has_value();
      if (!date && line.size() <= kLongest) {
        date = article ? date_stamp_of(line, reading) : find_printed_date(line, 0, reading);
        // "Publié le 18 juil. 2024 à 08:01 Mis à jour le ..." may be long, for its first word says what it is
        if (date && !article && word_count(line) > 14 && (date->span.begin > 40 || !is_label_of_publication(line.substr(0, date->span.begin)))) date.reset();
      }
      if (!date || date->date.year < kFirstPageYear) continue;
      const bool stamp = date_stamp_of(line, reading).has_value();
      candidate.place = places.of(block.element, at, stamp, candidate.distance);
      if (candidate.place == DatePlace::none) continue;
      if (leads) {
        candidate.place = std::max(candidate.place, DatePlace::article);
      } else {
        const bool link = block.letters && 2 * block.link_letters > block.letters;
        const bool labelled = is_label_of_publication(line.substr(0, date->span.begin));
        if (link && !stamp && candidate.place != DatePlace::headline) continue;  // the title of another story with its day
        candidate.distance += stamp || labelled ? 0 : 150;
        // a sentence or a caption that holds a day
        const bool wordy = !stamp && !labelled && word_count(line) > 9;
        if (wordy || (!stamp && !labelled && candidate.place == DatePlace::elsewhere)) candidate.place = DatePlace::foot;
        candidate.update = is_update_stamp(line);
      }
      candidate.declared = {to_string(date->date), leads ? "day before the first words" : "printed " + std::string(words_of(candidate.place)), {at + date->span.begin, at + date->span.end}};
      found.push_back(std::move(candidate));
    }
  }
}

}  // namespace

std::string iso_date_of(std::string_view value, const DateReading& reading) {
  if (std::string iso = machine_date(value); !iso.empty()) return iso;
  const auto printed = find_printed_date(value, 0, reading);
  return printed ? to_string(printed->date) : std::string();
}

std::vector<DateCandidate> find_date_candidates(const HtmlDocument& document, const std::vector<BlockRole>& roles, const DatePlaces& places, const DateReading& reading) {
  std::vector<DateCandidate> found;
  add_marked(document, places, reading, found);
  add_printed(document, roles, places, reading, found);
  std::stable_sort(found.begin(), found.end(), [](const DateCandidate& a, const DateCandidate& b) { return a.place != b.place ? a.place < b.place : a.distance < b.distance; });
  return found;
}

}  // namespace attache

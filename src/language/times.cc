#include "language/times.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "base/strings.h"
#include "language/time_reader.h"
#include "tables/feasts.h"

namespace attache {

namespace {

constexpr int kLastYear = 9999;  // as analyses are written

struct Pass {
  std::vector<TimeExpression> times;
  bool counts_from_report = false;  // a weekday, "last week", "two days ago"; "today" may mean nowadays
  std::vector<std::size_t> nowadays;  // indexes of "today" that may mean nowadays
  unsigned old_years = 0;           // times with a year of their own, not that of the report
};

// Words that can begin a time beside numbers, months, weekdays and other words of the class time_word; sorted.
constexpr std::array<std::string_view, 95> kBegins = {
    "ad", "autumns", "bc", "bce", "beginning", "boxing", "ce", "christmas", "coming", "couple", "earlier", "early", "easter", "eighteenth", "eighth", "eighties", "eleventh", "end", "eve", "few",
    "fifteenth", "fifth", "fifties", "first", "fiscal", "following", "forties", "fortnight", "fourteenth", "fourth", "fri", "fy", "half", "halloween", "hanukkah", "last", "late", "later",
    "latter", "mid", "middle", "mon", "new", "next", "nineteenth", "nineties", "ninth", "passover", "past", "preceding", "previous", "q1", "q2", "q3", "q4", "ramadan", "same", "sat", "second",
    "seventeenth", "seventh", "seventies", "several", "sixteenth", "sixth", "sixties", "springtime", "start", "summers", "summertime", "sun", "tenth", "thanksgiving", "third", "thirteenth",
    "thirties", "this", "thu", "thur", "thurs", "tue", "tues", "twelfth", "twenties", "twentieth", "valentine", "wed", "weds", "winters", "wintertime", "world", "ww1", "ww2", "wwi", "wwii"};

// First words of the names of wars (war_times.cc).
bool begins_war(std::string_view w) {
  static constexpr std::array<std::string_view, 15> kWars = {"American", "Bosnian", "Cold", "Crimean", "Franco-Prussian", "French", "Great", "Korean", "Kosovo", "Napoleonic", "Revolutionary", "Russian", "Spanish", "Vietnam", "Falklands"};
  return std::find(kWars.begin(), kWars.end(), w) != kWars.end();
}

// Whether a time can begin at token i: most tokens are passed over here, before any pattern is tried.
bool may_begin(const TimeReader& r, std::uint32_t i) {
  const Token& token = r.tokens[i];
  const std::string_view w = r.word(i);
  if (token.kind == TokenKind::number) return true;
  if (token.kind == TokenKind::mark) return w == "'" || w == "\u2019" || w == "\u2018";
  if (token.kind != TokenKind::word) return false;
  if (token.classes & (word_class::time_word | word_class::number_word)) return true;
  if (w.size() == 1 || w == "an" || w == "An") {  // "a week ago", "a couple of days ago"
    if (w != "a" && w != "an" && w != "A" && w != "An") return false;
    const std::string next = r.lower(i + 1);
    return next == "couple" || next == "few" || next == "fortnight" || unit_of(next) != Unit::none;
  }
  if (w == "that" || w == "That" || w == "THAT") {
    const std::string next = r.lower(i + 1);
    return next == "same" || next == "very" || next == "night" || (r.inside(i + 1) && (r.tokens[i + 1].classes & word_class::time_word));
  }
  if (w.find('-') != std::string_view::npos || w.starts_with("AD") || w.starts_with("FY") || w.find('.') != std::string_view::npos) return true;
  if (w.size() > 14) return false;
  std::array<char, 14> buffer;
  std::transform(w.begin(), w.end(), buffer.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view lower(buffer.data(), w.size());
  return std::binary_search(kBegins.begin(), kBegins.end(), lower) || (r.is_capital(i) && (!feasts_of(lower).empty() || begins_war(w)));
}

// "Today is Friday, May 7", "It's May 3": from there on the text counts from that day. Only where it lies shortly before
// the report's date: a report may quote an old diary.
constexpr int kSpokenWithin = 60;  // days

bool says_the_day(const TimeReader& r, std::uint32_t i, const TimeExpression& t) {
  if (t.grain != Grain::day || !t.resolved || t.begin != t.end || !is_valid(t.begin) || i < r.first() + 2) return false;
  const std::string verb = r.before(i), subject = r.before(i - 1);
  if ((verb != "is" && r.tokens[i - 1].kind != TokenKind::clitic) || (subject != "it" && subject != "today" && subject != "tonight")) return false;
  const int before = r.dated() ? days_of(r.published) - days_of(t.begin) : 0;
  return before >= -kSpokenWithin && before <= kSpokenWithin && (r.dated() || !t.relative);
}

// "It's Tuesday", "Today is Wednesday", "It is 6:40 p.m. on Friday": a diary moves on to that day. The first such day is
// the last one on or before the report's date, each later one the next from there.
bool says_the_weekday(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 14> kBetween = {"on", "now", "currently", "about", "around", "already", "almost", "just", "a.m.", "p.m.", "am", "pm", "o'clock", "early"};
  constexpr std::uint32_t kReach = 8;
  const int weekday = r.weekday_at(i);
  if (weekday < 0 || !r.dated() || (r.inside(t.last) && r.tokens[t.last].kind == TokenKind::clitic)) return false;
  std::uint32_t k = i;
  while (k > r.first() && i - k < kReach && (r.tokens[k - 1].kind == TokenKind::number || r.is_mark(k - 1, ".") || r.is_mark(k - 1, ":") || std::find(kBetween.begin(), kBetween.end(), r.before(k)) != kBetween.end())) --k;
  if (k < r.first() + 2 || (r.before(k) != "is" && !(r.tokens[k - 1].kind == TokenKind::clitic && r.before(k) != "'"))) return false;
  const std::string subject = r.before(k - 1);
  if (subject != "it" && subject != "today" && subject != "tonight") return false;
  if (k >= r.first() + 3 && r.tokens[k - 3].kind == TokenKind::word && !(r.tokens[k - 3].classes & (word_class::coordinator | word_class::adverb)) && r.tokens[k - 3].classes != 0) return false;  // "if it is Friday"
  const int away = weekday - weekday_of(r.published);
  const int day = days_of(r.published) + (r.spoken ? (away + 7) % 7 : -((7 - away) % 7));
  set_day(t, date_of(day), "the text says it is that day; counted from " + r.now(), true);
  return true;
}

bool speaks_of_america(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kSigns = {"America", "U.S.", "United States", "US "};
  return std::any_of(kSigns.begin(), kSigns.end(), [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

Pass read_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published, bool history) {
  Pass out;
  TimeReader reader{text, segmentation.tokens, lexicon, published, out.times, history};
  reader.american = speaks_of_america(text);
  for (std::uint32_t s = 0; s < segmentation.sentences.size(); ++s) {
    const Sentence& sentence = segmentation.sentences[s];
    reader.sentence = &sentence;
    reader.number = s;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      if (!may_begin(reader, i)) {
        ++i;
        continue;
      }
      TimeExpression t;
      const bool feast = read_feast(reader, i, t);  // before the months: "May Day"
      const bool calendar = !feast && read_calendar_time(reader, i, t);
      const bool anchored = !feast && !calendar && read_anchored_time(reader, i, t);
      if (!feast && !calendar && !anchored && !read_relative_time(reader, i, t)) {
        ++i;
        continue;
      }
      if (std::max(std::abs(t.begin.year), std::abs(t.end.year)) > kLastYear) {
        t.begin = t.end = {};
        t.resolved = false;
      }
      t.sentence = s;
      t.first = i;
      t.last = std::max(t.last, i + 1);
      t.span = {segmentation.tokens[i].span.begin, segmentation.tokens[t.last - 1].span.end};
      const bool today = !feast && !calendar && !anchored && lower_ascii(reader.word(i)) == "today";
      if (!calendar && !anchored && !today && t.grain < Grain::season && t.relative) out.counts_from_report = true;
      if (today && may_mean_nowadays(reader, i)) out.nowadays.push_back(out.times.size());
      else if (today && is_spoken(reader, i)) out.counts_from_report = true;
      if (calendar && says_the_day(reader, i, t)) {
        reader.published = t.begin;
        reader.spoken = true;
      } else if (!feast && !calendar && !anchored && says_the_weekday(reader, i, t)) {
        reader.published = t.begin;
        reader.spoken = true;
      }
      i = t.last;
      if (t.resolved && !t.relative && t.grain <= Grain::year) {
        reader.dated_time = out.times.size();
        if (calendar && t.begin.year != published.year) ++out.old_years;
      }
      reader.old_years |= t.resolved && t.begin.year < 1000;
      out.times.push_back(std::move(t));
    }
  }
  return out;
}

// Years named in a history at least; in the training half of GUM biographies name more, reports without a weekday fewer.
constexpr unsigned kHistoryYears = 4;

// A text that names this many and nothing that counts from its own day says "today" for nowadays where nobody acts.
constexpr unsigned kGuideYears = 2;

Date without_day(Date d) { return {d.year, d.month, 0}; }
Date without_month(Date d) { return {d.year, 0, 0}; }
std::string value_of(const Date& d) { return d.year < 0 ? fmt::format("BC{:04}", -d.year) : to_string(d); }
std::string value_of(const Date& begin, const Date& end) { return begin == end ? value_of(begin) : value_of(begin) + "/" + value_of(end); }

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published) {
  Pass pass = read_times(text, segmentation, lexicon, published, false);
  if (pass.counts_from_report || pass.old_years < kHistoryYears) {
    if (!pass.counts_from_report && pass.old_years >= kGuideYears) {
      for (auto index = pass.nowadays.rbegin(); index != pass.nowadays.rend(); ++index) pass.times.erase(pass.times.begin() + static_cast<std::ptrdiff_t>(*index));
    }
    return std::move(pass.times);
  }
  return read_times(text, segmentation, lexicon, published, true).times;
}

std::string timex_value(const TimeExpression& t) {
  if (!t.resolved) return {};
  if (t.begin.year < 0 && t.grain != Grain::century) return value_of(without_month(t.begin), without_month(t.end));
  switch (t.grain) {
    case Grain::day: return value_of(t.begin, t.end);
    case Grain::week: {
      const IsoWeek week = iso_week_of(t.begin);
      return fmt::format("{:04}-W{:02}", week.year, week.week);
    }
    case Grain::month: return value_of(without_day(t.begin), without_day(t.end));
    case Grain::quarter: return fmt::format("{:04}-Q{}", t.begin.year, (t.begin.month - 1) / 3 + 1);
    case Grain::season: return fmt::format("{:04}-{}", t.begin.year, t.begin.month == 3 ? "SP" : t.begin.month == 6 ? "SU" : t.begin.month == 9 ? "FA" : "WI");
    case Grain::year:
      if (t.begin.year == t.end.year && t.end.month == t.begin.month + 5) return fmt::format("{:04}-H{}", t.begin.year, t.begin.month == 1 ? 1 : 2);
      return value_of(without_month(t.begin), without_month(t.end));
    case Grain::decade: return fmt::format("{:03}", t.begin.year / 10);
    case Grain::century: return t.begin.year < 0 ? fmt::format("BC{:02}", -t.end.year / 100) : fmt::format("{:02}", t.begin.year / 100);
  }
  return {};
}

}  // namespace attache

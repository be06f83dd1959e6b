// Feasts and public holidays: "at Christmas", "Good Friday 2019", "during Ramadan", "Labor Day weekend", "the eve of Easter".
//
// Without a year the clause says where to look, as with other days; where it does not, the nearest one counts.
#include <algorithm>
#include <array>

#include "language/time_reader.h"
#include "tables/feasts.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 12> kNoDay = {"season", "period", "time", "holidays", "holiday", "break", "vacation", "island", "carol", "spirit", "lights", "week"};

bool is_apostrophe(const TimeReader& r, std::uint32_t i) { return r.is_mark(i, "'") || r.is_mark(i, "\u2019"); }

// The token behind the feast's name at i; 0 = it does not stand there.
std::uint32_t behind_name(const TimeReader& r, std::uint32_t i, std::string_view words) {
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    const std::string_view word = words.substr(0, blank);
    words = blank == std::string_view::npos ? std::string_view() : words.substr(blank + 1);
    if (word == "'") {
      if (is_apostrophe(r, i) || (r.inside(i) && r.tokens[i].kind == TokenKind::clitic)) ++i;
      continue;
    }
    if (word == "'s") {
      if (!r.inside(i) || r.tokens[i].kind != TokenKind::clitic) return 0;
    } else if (r.lower(i) != word) {
      return 0;
    }
    ++i;
    if (word == "st" && r.is_mark(i, ".")) ++i;
  }
  return i;
}

// Words that mean the feast in small letters too.
bool is_written_small(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kSmall = {"christmas", "easter", "halloween", "hanukkah", "new", "passover", "ramadan", "thanksgiving", "valentine"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

FeastDays weekend_of(const FeastDays& day) {
  const int first = days_of(day.begin);
  switch (weekday_of(day.begin)) {
    case 0: return {date_of(first - 2), day.begin};
    case 3: return {day.begin, date_of(first + 3)};
    case 4: return {day.begin, date_of(first + 2)};
    case 5: return {day.begin, date_of(first + 1)};
    case 6: return {date_of(first - 1), day.begin};
    default: return {{}, {}};  // nobody knows which
  }
}

// The one meant: the next, the last, or the nearest to the report's day.
FeastDays choose(const TimeReader& r, const Feast& feast, Direction direction) {
  FeastDays best;
  int best_distance = 0;
  for (int year = r.published.year - 1; year <= r.published.year + 1; ++year) {
    for (const FeastDays& days : days_of_feast(feast, year)) {
      const int ahead = days_of(days.begin) - days_of(r.published), since = days_of(r.published) - days_of(days.end);
      const int distance = std::max({ahead, since, 0});
      if ((direction == Direction::back && ahead > 0) || (direction == Direction::ahead && since > 0)) continue;
      if (best.begin.year && distance >= best_distance) continue;
      best = days;
      best_distance = distance;
    }
  }
  return best;
}

std::string reason_of(const Feast& feast, std::string_view year_from) {
  return "feast, " + std::string(year_from) + (feast.rule == FeastRule::islamic ? ", by the tabular calendar" : "");
}

bool resolve(const TimeReader& r, const Feast& feast, std::uint32_t i, TimeExpression& t, const YearBehind& behind) {
  const TimeExpression* anchor = r.history ? last_dated(r) : nullptr;
  std::string before = r.before(i);
  if (before == "orthodox") return false;
  FeastDays days;
  std::string reason;
  bool relative = false;
  if (const int year = behind.year ? behind.year : anchor ? anchor->end.year : 0) {
    const std::vector<FeastDays> all = days_of_feast(feast, year);
    if (!all.empty()) days = all.front();
    reason = reason_of(feast, behind.year ? "its year behind" : "year from the time named before, " + to_string(anchor->begin));
    relative = behind.relative;
  } else if (!r.dated()) {
    if (feast.rule == FeastRule::fixed) t.begin = t.end = {0, static_cast<unsigned>(feast.a), static_cast<unsigned>(feast.b)};
    set_open(t, Grain::day, "no year in the text and no report date");
    return true;
  } else {
    if (before == "the" && i >= r.first() + 2) before = r.before(i - 1);
    const bool this_year = before == "this";
    const Direction direction = before == "last" || before == "past" ? Direction::back : before == "next" || before == "coming" ? Direction::ahead : this_year ? Direction::unknown : r.direction(i, t.last);
    days = choose(r, feast, direction == Direction::unknown && before == "for" ? Direction::ahead : direction);  // what is for a feast is for one to come
    if (this_year) {
      if (const std::vector<FeastDays> all = days_of_feast(feast, r.published.year); !all.empty()) days = all.front();
    }
    reason = reason_of(feast, "year from " + r.now());
    relative = true;
  }
  if (r.lower(t.last) == "weekend") {
    ++t.last;
    if (days.begin.year) days = weekend_of(days);
    if (feast.words == "easter" && days.begin.year) days = {date_of(days_of(days.end) - 2), date_of(days_of(days.end) + 1)};
  }
  if (!days.begin.year) set_open(t, Grain::day, "no calendar says the day");
  else set_period(t, Grain::day, days.begin, days.end, reason, relative);
  return true;
}

bool read_named_feast(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.tokens[i].kind != TokenKind::word) return false;
  const bool capital = r.is_capital(i);
  const std::string first = r.lower(i);
  if (!capital && !is_written_small(first)) return false;
  for (const Feast& feast : feasts_of(first)) {
    std::uint32_t at = behind_name(r, i, feast.words);
    if (!at || (capital && !r.is_capital(feast.words.ends_with("day") || feast.words.ends_with("eve") ? at - 1 : i))) continue;
    if (feast.american && !r.american) return false;
    const std::string before = r.before(i);
    const std::string next = r.lower(at);
    if (before == "every" || before == "each" || before == "a" || before == "any") return false;
    const bool preposition = means_time(before) || before == "on" || before == "at" || before == "over" || before == "coming" || before == "until" || before == "orthodox";
    t.last = at;
    YearBehind behind = year_behind(r, at);
    // "celebrate Easter", "Ramadan begins"; but "the Easter egg", "a quiet Christmas"
    const bool bare = is_written_small(feast.words) && (i == r.first() || (r.tokens[i - 1].kind == TokenKind::word && !r.is_capital(i - 1) && !(r.tokens[i - 1].classes & (word_class::determiner | word_class::possessive | word_class::common_adjective | word_class::quantifier))));
    if (!preposition && before == "," && next == ",") return false;  // one of a list of events
    if (!feast.alone && !preposition && !bare && !behind.year && next != "weekend") return false;
    const bool noun = !behind.year && next != "weekend" && r.inside(at) && r.tokens[at].kind == TokenKind::word && r.tokens[at].classes == 0;
    if (noun || (!behind.year && begins_a_name(r, at) && !r.sentence->title) || std::find(kNoDay.begin(), kNoDay.end(), next) != kNoDay.end()) return false;
    if (behind.year) t.last = at;
    return resolve(r, feast, i, t, behind);
  }
  return false;
}

// "the eve of Easter", "the eve of March 4"
bool read_eve(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i) != "eve" || r.lower(i + 1) != "of" || r.before(i) != "the" || !r.inside(i + 2)) return false;
  TimeExpression day;
  if (!read_named_feast(r, i + 2, day) && !read_calendar_time(r, i + 2, day)) return false;
  if (day.grain != Grain::day || !day.resolved) return false;
  t.last = day.last;
  set_day(t, date_of(days_of(day.begin) - 1), "the day before; " + day.reason, day.relative);
  return true;
}

// The day that is known by its month and day: "9/11", "September 11 attacks" names its date itself.
bool read_eleventh_of_september(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (!(r.is_mark(i, "9/11") || (r.is_mark(i, "9") && r.is_mark(i + 1, "/") && r.is_mark(i + 2, "11")))) return false;
  const std::uint32_t last = r.is_mark(i, "9/11") ? i + 1 : i + 3;
  if (r.is_mark(last, "/") || r.is_mark(last, "%") || (r.inside(last) && (r.tokens[last].kind == TokenKind::number || (r.tokens[last].kind == TokenKind::word && r.tokens[last].classes == 0 && !r.lower(last).ends_with("ing")))) || (i > r.first() && (r.is_mark(i - 1, "/") || r.is_mark(i - 1, "(")))) return false;
  static constexpr std::array<std::string_view, 5> kBefore = {"since", "after", "before", "during", "on"};
  if (std::find(kBefore.begin(), kBefore.end(), r.before(i)) == kBefore.end()) return false;
  if (!r.dated() || r.published < Date{2001, 9, 11}) return false;
  t.last = last;
  set_day(t, {2001, 9, 11}, "the day known as 9/11", false);
  return true;
}

}  // namespace

bool read_feast(const TimeReader& r, std::uint32_t i, TimeExpression& t) { return read_named_feast(r, i, t) || read_eve(r, i, t) || read_eleventh_of_september(r, i, t); }

}  // namespace attache

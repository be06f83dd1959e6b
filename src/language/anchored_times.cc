// Times that count from another one in the text: "two days later", "the same evening", "that year", "the day before".
//
// They count from the time named last, at most a few sentences before; where none has a value, nothing is found. An event
// that a time counts from ("a week after the siege") is known by no date here, so such a phrase is found only where the
// event is itself a time ("two days before March 4").
#include <algorithm>
#include <array>

#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::uint32_t kReach = 3;      // sentences back
constexpr std::uint32_t kYearReach = 8;  // a year is spoken of for longer

constexpr std::string_view kCounted = "counted from the time named before, ";

std::string reason_from(const TimeExpression& anchor, const Date& day) { return std::string(kCounted) + to_string(day) + (anchor.relative && !anchor.reason.starts_with(kCounted) ? "; " + anchor.reason : ""); }

// Whether the phrase that ends before i stands for itself: nothing follows that it could count from.
bool phrase_ends(const TimeReader& r, std::uint32_t i) {
  if (!r.inside(i) || r.tokens[i].kind == TokenKind::mark) return true;
  if (r.tokens[i].kind != TokenKind::word) return false;
  return (r.tokens[i].classes & (wc::coordinator | wc::preposition | wc::auxiliary | wc::modal)) != 0 && r.lower(i) != "than";
}

bool is_night(const std::string& w) { return w == "morning" || w == "afternoon" || w == "evening" || w == "night"; }

// The unit `step` behind that of the anchor: its day, week, month, year.
bool set_unit(TimeExpression& t, const TimeExpression& anchor, const std::string& unit, int step) {
  const Date& day = step > 0 ? anchor.end : anchor.begin;
  const std::string reason = reason_from(anchor, day);
  if (unit == "day" || is_night(unit)) {
    if (!day.day) return false;
    set_day(t, date_of(days_of(day) + step), reason, anchor.relative);
  } else if (unit == "week" || unit == "weekend") {
    if (!day.day) return false;
    const int monday = days_of(day) - weekday_of(day) + 7 * step;
    if (unit == "week") set_period(t, Grain::week, date_of(monday), date_of(monday + 6), reason, anchor.relative);
    else set_period(t, Grain::day, date_of(monday + 5), date_of(monday + 6), reason, anchor.relative);
  } else if (unit == "month") {
    if (!day.month || anchor.grain > Grain::month) return false;
    const Date month = add_months(day, step);
    set_period(t, Grain::month, month, month, reason, anchor.relative);
  } else if (unit == "year") {
    if (anchor.grain > Grain::year) return false;
    set_period(t, Grain::year, {day.year + step, 0, 0}, {day.year + step, 0, 0}, reason, anchor.relative);
  } else if (unit == "decade") {
    const int first = day.year / 10 * 10 + 10 * step;
    set_period(t, Grain::decade, {first, 0, 0}, {first + 9, 0, 0}, reason, anchor.relative);
  } else if (const unsigned season = first_month_of_season(unit); season && unit != "fall") {
    if (anchor.grain > Grain::year) return false;
    const int year = day.year + step;
    set_period(t, Grain::season, {year, season, 0}, add_months({year, season, 1}, 2), reason + ", northern seasons", anchor.relative);
  } else {
    return false;
  }
  return true;
}

// "that year", "the same evening", "that same month", "the following week", "the next morning", "the previous year"
bool read_same(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string w = r.lower(i);
  const std::string before = r.before(i);
  std::uint32_t at = i + 1;
  int step = 0;
  if (w == "that") {
    if (r.lower(at) == "same" || r.lower(at) == "very") ++at;
  } else if (w == "same") {
    if (before != "the" && before != "this") return false;
  } else if (w == "following" || w == "previous" || w == "preceding" || w == "next") {
    if (before != "the" && !(w == "next" && r.lower(at) == "day")) return false;
    step = w == "following" || w == "next" ? 1 : -1;
  } else {
    return false;
  }
  const std::string unit = r.lower(at);
  if (w == "next" && unit != "day" && !is_night(unit) && !r.history) return false;  // "the next week": from the report
  if (w == "previous" && !phrase_ends(r, at + 1)) return false;                     // "the previous day's high" keeps its value
  const TimeExpression* anchor = anchor_of(r, unit == "year" ? kYearReach : kReach);
  if (!anchor) return false;
  // the night of that day, but the morning after it
  if (!set_unit(t, *anchor, unit, w == "that" || w == "same" ? 0 : step)) return false;
  t.last = at + 1;
  return true;
}

// "the day before", "the year after", "two weeks later", "a month earlier", "two days before March 4"
bool read_counted(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  Amount amount = read_amount(r, i);
  const bool bare = amount.unit == Unit::none;
  if (bare && r.before(i) == "the") {
    amount = {1, unit_of(r.lower(i)), i + 1};
    if (is_night(r.lower(i))) amount.unit = Unit::day;
  }
  if (amount.unit == Unit::none || amount.count > 1000) return false;
  const std::string way = r.lower(amount.last);
  const bool later = way == "later" || way == "after" || way == "afterwards" || way == "afterward";
  const bool earlier = way == "earlier" || way == "before" || way == "prior" || way == "previously" || way == "beforehand";
  if (!later && !earlier) return false;
  const int sign = later ? 1 : -1;
  const std::uint32_t behind = amount.last + 1;
  if (way == "after" || way == "before") {
    TimeExpression day;
    if (r.inside(behind) && (read_feast(r, behind, day) || read_calendar_time(r, behind, day) || read_relative_time(r, behind, day)) && day.resolved) {
      set_counted(t, later ? day.end : day.begin, amount, sign, "counted from " + to_string(day.begin) + "; " + day.reason, day.relative);
      t.last = day.last;
      return t.resolved;
    }
  }
  const bool that = (way == "before" || way == "after") && r.lower(behind) == "that" && phrase_ends(r, behind + 1);  // "the week before that"
  const bool ends = that || way == "later" || way == "earlier" ? r.lower(behind) != "than" && r.lower(behind) != "on" : phrase_ends(r, behind);
  if (!ends || (way == "prior" && r.lower(behind) == "to")) return false;
  const TimeExpression* anchor = anchor_of(r, kReach);
  if (!anchor) return false;
  const Date& from = later ? anchor->end : anchor->begin;
  if (amount.unit == Unit::year && anchor->grain == Grain::day && amount.count == 1 && from.day == 0) return false;
  // "the week before" is a week, "a week before" a day
  if (bare && amount.unit == Unit::week) {
    if (!set_unit(t, *anchor, "week", sign)) return false;
  } else {
    set_counted(t, from, amount, sign, reason_from(*anchor, from), anchor->relative);
  }
  t.last = that ? behind + 1 : behind;
  return t.resolved;
}

// "the fifth", "on the 15th": the month named last, or the report's.
bool read_bare_day(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.before(i) != "the" || i < r.first() + 2) return false;
  const std::string preposition = r.before(i - 1);
  if (preposition != "on" && preposition != "until" && preposition != "till" && preposition != "by" && preposition != "since") return false;
  const unsigned day = r.ordinal(i);
  const bool in_digits = r.is_number(i);
  if (!day || (!in_digits && (preposition != "on" || day < 3))) return false;
  if (r.inside(i + 1) && r.tokens[i + 1].kind != TokenKind::mark && !(r.tokens[i + 1].classes & (wc::coordinator | wc::auxiliary | wc::modal | wc::pronoun | wc::subordinator))) return false;
  if (r.is_mark(i + 1, "-")) return false;
  const TimeExpression* anchor = anchor_of(r, 2 * kReach);
  if (anchor && (!anchor->begin.month || anchor->grain > Grain::month)) anchor = nullptr;
  Date month = r.published;
  if (anchor) month = anchor->begin;
  else if (!r.dated()) return false;
  if (!anchor && r.direction(i, i + 1) != Direction::ahead && day > r.published.day) month = add_months(r.published, -1);
  if (day > days_in_month(month.year, month.month)) return false;
  t.last = i + 1;
  set_day(t, {month.year, month.month, day}, anchor ? "month from the time named before, " + to_string(anchor->begin) : "month from " + r.now(), anchor ? anchor->relative : true);
  return true;
}

// "earlier in the year", "later in the month": of the time named before, or the report's
bool read_part_in_unit(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string w = r.lower(i);
  if ((w != "earlier" && w != "later") || r.lower(i + 1) != "in" || r.lower(i + 2) != "the") return false;
  const std::string unit = r.lower(i + 3);
  if ((unit != "year" && unit != "month" && unit != "week") || !phrase_ends(r, i + 4)) return false;
  const TimeExpression* anchor = anchor_of(r, 1);
  TimeExpression today;
  if (!anchor) {
    if (!r.dated()) return false;
    set_day(today, r.published, r.now(), true);
    anchor = &today;
  }
  if (!set_unit(t, *anchor, unit, 0)) return false;
  t.last = i + 4;
  return true;
}

// "on this day", "This day I begin": that of the report; but "to this day"
bool read_this_day(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  if (r.lower(i) != "this" || r.lower(i + 1) != "day" || r.history || !r.dated()) return false;
  const std::string before = r.before(i), behind = r.lower(i + 2);
  if ((before != "on" && (i != r.first() || !is_spoken(r, i))) || behind == "and" || behind == "in" || unit_of(behind) != Unit::none) return false;
  t.last = i + 2;
  set_day(t, r.published, counted_from(r, "\"this day\""), true);
  return true;
}

}  // namespace

bool read_anchored_time(const TimeReader& r, std::uint32_t i, TimeExpression& t) { return read_this_day(r, i, t) || read_part_in_unit(r, i, t) || read_same(r, i, t) || read_counted(r, i, t) || read_bare_day(r, i, t); }

}  // namespace attache

#include "language/times.h"

#include <algorithm>

#include "base/strings.h"
#include "tables/calendar.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr const char* kDayNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

Date end_of_month(const Date& d) { return {d.year, d.month, days_in_month(d.year, d.month)}; }

Date add_months(const Date& d, int months) {
  const int index = d.year * 12 + static_cast<int>(d.month) - 1 + months;
  return {index / 12, static_cast<unsigned>(index % 12 + 1), 0};
}

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published)
      : text_(text), tokens_(segmentation.tokens), sentences_(segmentation.sentences), lexicon_(lexicon), published_(published) {}

  std::vector<TimeExpression> run() {
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
      for (std::uint32_t i = sentences_[s].first; i < sentences_[s].last;) {
        TimeExpression t;
        t.sentence = s;
        t.first = i;
        if (match(i, sentences_[s], t)) {
          t.span = {tokens_[t.first].span.begin, tokens_[t.last - 1].span.end};
          out_.push_back(t);
          i = std::max(t.last, i + 1);
        } else {
          ++i;
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  Date published_;
  std::vector<TimeExpression> out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  bool dated() const { return published_.full(); }

  // "10", "10th", "10." -> 10; 0 when it is no day of a month
  unsigned day_number(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::number) return 0;
    std::string_view w = word(i);
    std::size_t digits = 0;
    while (digits < w.size() && is_digit(w[digits])) ++digits;
    const std::string suffix = lower_ascii(w.substr(digits));
    if (digits == 0 || digits > 2 || !(suffix.empty() || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) return 0;
    int value = 0;
    if (!parse_int(w.substr(0, digits), value) || value < 1 || value > 31) return 0;
    return static_cast<unsigned>(value);
  }

  int year_number(std::uint32_t i) const {
    int value = 0;
    if (tokens_[i].kind != TokenKind::number || word(i).size() != 4 || !parse_int(word(i), value)) return 0;
    return value >= 1500 && value <= 2100 ? value : 0;
  }

  unsigned month_at(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::word || !tokens_[i].capitalised) return 0;
    return month_of_word(word(i), true);
  }

  bool is_mark(std::uint32_t i, std::string_view mark, std::uint32_t last) const { return i < last && word(i) == mark; }

  // The words around point ahead: a modal or "to" right before, "next" or "will" in the clause.
  bool points_ahead(std::uint32_t i, const Sentence& s) const {
    const std::uint32_t from = i > s.first + 8 ? i - 8 : s.first;
    for (std::uint32_t k = i; k-- > from;) {
      const std::string w = lower(k);
      if (w == "will" || w == "to" || w == "would" || w == "shall" || w == "due" || w == "scheduled" || w == "next" || w == "by" || w == "until" || w == "expected" || w == "planned" || w == "set" || w == "upcoming") {
        // "said on Friday he would": the modal comes after; "to" as preposition of place is followed by a name
        if (w == "to" && k + 1 < i && tokens_[k + 1].capitalised) continue;
        return true;
      }
      if (tokens_[k].classes & wc::auxiliary) return false;
      if (w == "said" || w == "told" || w == "says") return false;
    }
    for (std::uint32_t k = i + 1; k < std::min(i + 4, s.last); ++k) {
      const std::string w = lower(k);
      if (w == "," || w == ".") break;
      if (w == "will" || w == "'ll") return true;
    }
    return false;
  }

  void set_day(TimeExpression& t, const Date& day, std::string reason, bool relative) {
    t.begin = t.end = day;
    t.grain = Grain::day;
    t.resolved = day.year != 0;
    t.relative = relative;
    t.reason = std::move(reason);
  }

  void set_span(TimeExpression& t, Grain grain, const Date& begin, const Date& end, std::string reason, bool relative) {
    t.begin = begin;
    t.end = end;
    t.grain = grain;
    t.resolved = begin.year != 0;
    t.relative = relative;
    t.reason = std::move(reason);
  }

  bool match(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    if (tokens_[i].kind == TokenKind::mark) return false;
    return match_iso(i, t) || match_month(i, s, t) || match_day_month(i, s, t) || match_weekday(i, s, t) || match_deictic(i, s, t) || match_relative_period(i, s, t) || match_ago(i, s, t) || match_decade(i, s, t) ||
           match_year(i, s, t);
  }

  bool match_iso(std::uint32_t i, TimeExpression& t) {
    // 2022-03-17 is one number token followed by marks: number "-" number "-" number
    if (i + 4 >= tokens_.size() || !year_number(i) || word(i + 1) != "-" || word(i + 3) != "-") return false;
    int m = 0, d = 0;
    if (!parse_int(word(i + 2), m) || !parse_int(word(i + 4), d)) return false;
    const Date date{year_number(i), static_cast<unsigned>(m), static_cast<unsigned>(d)};
    if (!is_valid(date)) return false;
    t.last = i + 5;
    set_day(t, date, "full date", false);
    return true;
  }

  // A month and day without a year: the nearest one to the report's date, past unless the words point ahead.
  void resolve_month_day(TimeExpression& t, unsigned month, unsigned day, std::uint32_t i, const Sentence& s) {
    if (!dated()) {
      t.begin = t.end = {0, month, day};
      t.reason = "no year in the text and no report date";
      return;
    }
    Date best{published_.year, month, day};
    if (!is_valid(best)) best.day = days_in_month(best.year, month);
    const int distance = days_of(best) - days_of(published_);
    if (points_ahead(i, s)) {
      if (distance < -30) best.year += 1;
    } else if (distance > 183) {
      best.year -= 1;
    } else if (distance < -183) {
      best.year += distance < -300 ? 1 : 0;
    }
    set_day(t, best, "year from the report's date, " + to_string(published_), true);
  }

  bool match_month(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    const unsigned month = month_at(i);
    if (!month) return false;
    std::uint32_t at = i + 1;
    if (is_mark(at, ".", s.last) && !tokens_[at].space_before) ++at;
    const unsigned day = at < s.last ? day_number(at) : 0;
    if (day) {
      ++at;
      std::uint32_t year_at = at;
      if (is_mark(year_at, ",", s.last)) ++year_at;
      if (year_at < s.last && year_number(year_at)) {
        const Date date{year_number(year_at), month, day};
        if (!is_valid(date)) return false;
        t.last = year_at + 1;
        set_day(t, date, "full date", false);
        return true;
      }
      t.last = at;
      resolve_month_day(t, month, day, i, s);
      return true;
    }
    std::uint32_t year_at = at;
    if (is_mark(year_at, ",", s.last)) ++year_at;
    if (year_at < s.last && year_number(year_at)) {
      const Date begin{year_number(year_at), month, 0};
      t.last = year_at + 1;
      set_span(t, Grain::month, begin, begin, "month and year", false);
      return true;
    }
    // A month alone: "in March", "last September". "May" and "March" alone need a preposition or a qualifier before.
    const std::string before = i > s.first ? lower(i - 1) : "";
    const bool qualified = before == "in" || before == "since" || before == "last" || before == "next" || before == "this" || before == "by" || before == "until" || before == "from" || before == "early" || before == "late" || before == "mid" || before == "during" || before == "of" || before == "to";
    if (!qualified || (before == "to" && (lower(i) == "may" || lower(i) == "march"))) return false;
    t.last = at;
    if (!dated()) {
      t.begin = t.end = {0, month, 0};
      t.grain = Grain::month;
      t.reason = "no year in the text and no report date";
      return true;
    }
    Date begin{published_.year, month, 0};
    const bool ahead = before == "next" || (points_ahead(i, s) && before != "last");
    if (before == "last" && month >= published_.month) --begin.year;
    else if (ahead && month < published_.month) ++begin.year;
    else if (!ahead && month > published_.month) --begin.year;
    set_span(t, Grain::month, begin, begin, "year from the report's date, " + to_string(published_), true);
    return true;
  }

  bool match_day_month(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    const unsigned day = day_number(i);
    if (!day || i + 1 >= s.last) return false;
    std::uint32_t at = i + 1;
    if (lower(at) == "of" && at + 1 < s.last) ++at;
    const unsigned month = month_at(at);
    if (!month) return false;
    ++at;
    std::uint32_t year_at = at;
    if (is_mark(year_at, ",", s.last)) ++year_at;
    if (year_at < s.last && year_number(year_at)) {
      const Date date{year_number(year_at), month, day};
      if (!is_valid(date)) return false;
      t.last = year_at + 1;
      set_day(t, date, "full date", false);
      return true;
    }
    t.last = at;
    resolve_month_day(t, month, day, i, s);
    return true;
  }

  bool match_weekday(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    std::uint32_t at = i;
    std::string qualifier;
    if (const std::string w = lower(at); (w == "last" || w == "next" || w == "this" || w == "early" || w == "late") && at + 1 < s.last) {
      qualifier = w;
      ++at;
    }
    if (tokens_[at].kind != TokenKind::word || !tokens_[at].capitalised || word(at).size() < 5) return false;
    const int weekday = weekday_of_word(word(at));
    if (weekday < 0) return false;
    t.last = at + 1;
    // "Thursday, March 17": the date follows and says it better; "Thursday morning" takes the part of the day along
    if (t.last < s.last && (lower(t.last) == "morning" || lower(t.last) == "afternoon" || lower(t.last) == "evening" || lower(t.last) == "night")) ++t.last;
    if (!dated()) {
      t.reason = "no report date to count from";
      return true;
    }
    const int today = days_of(published_);
    const int back = (weekday_of(published_) - weekday + 7) % 7;
    const bool ahead = qualifier == "next" || (qualifier != "last" && points_ahead(i, s));
    if (ahead) {
      const int forward = back == 0 ? (qualifier == "next" ? 7 : 0) : 7 - back;
      set_day(t, date_of(today + forward), std::string(kDayNames[weekday]) + " on or after the report's date, " + to_string(published_), true);
    } else {
      const int days = qualifier == "last" && back == 0 ? 7 : back;
      set_day(t, date_of(today - days), std::string(kDayNames[weekday]) + " on or before the report's date, " + to_string(published_), true);
    }
    return true;
  }

  bool match_deictic(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    const std::string w = lower(i);
    int offset = 0;
    if (w == "yesterday") {
      offset = -1;
    } else if (w == "tomorrow") {
      offset = 1;
    } else if (w == "today" || w == "tonight") {
      offset = 0;
    } else {
      return false;
    }
    (void)s;
    t.last = i + 1;
    if (!dated()) {
      t.reason = "no report date to count from";
      return true;
    }
    set_day(t, date_of(days_of(published_) + offset), "\"" + w + "\", counted from the report's date, " + to_string(published_), true);
    return true;
  }

  // "last week", "this month", "next year", "earlier this week", "the previous year"
  bool match_relative_period(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    const std::string w = lower(i);
    const bool last = w == "last" || w == "previous" || w == "past";
    const bool next = w == "next" || w == "coming";
    const bool current = w == "this";
    if ((!last && !next && !current) || i + 1 >= s.last) return false;
    const std::string unit = lower(i + 1);
    const int step = last ? -1 : next ? 1 : 0;
    if (unit == "week" || unit == "weekend") {
      t.last = i + 2;
      if (!dated()) {
        t.grain = Grain::week;
        t.reason = "no report date to count from";
        return true;
      }
      const int monday = days_of(published_) - weekday_of(published_) + 7 * step;
      const bool weekend = unit == "weekend";
      // on Monday to Friday "last weekend" and "the weekend" before are the same two days
      const int begin = weekend ? monday + 5 : monday;
      set_span(t, weekend ? Grain::day : Grain::week, date_of(begin), date_of(monday + 6), "\"" + w + " " + unit + "\", counted from the report's date, " + to_string(published_), true);
      return true;
    }
    if (unit == "month" || unit == "year") {
      t.last = i + 2;
      t.grain = unit == "month" ? Grain::month : Grain::year;
      if (!dated()) {
        t.reason = "no report date to count from";
        return true;
      }
      const Date begin = unit == "month" ? add_months(published_, step) : Date{published_.year + step, 0, 0};
      set_span(t, t.grain, begin, begin, "\"" + w + " " + unit + "\", counted from the report's date, " + to_string(published_), true);
      return true;
    }
    if (unit == "spring" || unit == "summer" || unit == "autumn" || unit == "fall" || unit == "winter") {
      t.last = i + 2;
      t.grain = Grain::season;
      if (!dated()) {
        t.reason = "no report date to count from";
        return true;
      }
      const unsigned first_month = unit == "spring" ? 3 : unit == "summer" ? 6 : unit == "winter" ? 12 : 9;
      int year = published_.year;
      if (last && (first_month > published_.month || first_month + 2 >= published_.month)) --year;
      if (next && first_month <= published_.month) ++year;
      const Date begin{year, first_month, 1};
      const Date end = end_of_month(add_months(begin, 2));
      set_span(t, Grain::season, begin, end, "\"" + w + " " + unit + "\", northern seasons, counted from the report's date, " + to_string(published_), true);
      return true;
    }
    return false;
  }

  double small_number(std::uint32_t i) const {
    if (tokens_[i].kind == TokenKind::number) {
      int value = 0;
      return parse_int(word(i), value) ? value : 0;
    }
    const auto found = lexicon_.numbers.find(lower(i));
    if (found != lexicon_.numbers.end() && found->second <= 90) return found->second;
    const std::string w = lower(i);
    return w == "a" || w == "an" ? 1 : 0;
  }

  // "two days ago", "a year earlier": days exactly, coarser units as their grain
  bool match_ago(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    if (i + 2 >= s.last) return false;
    const std::string mark = lower(i + 2);
    if (mark != "ago") return false;
    const double count = small_number(i);
    const std::string unit = lower(i + 1);
    if (count <= 0) return false;
    const int n = static_cast<int>(count);
    t.last = i + 3;
    const std::string reason = "\"" + std::string(slice(text_, {tokens_[i].span.begin, tokens_[i + 2].span.end})) + "\", counted from the report's date, ";
    if (unit != "day" && unit != "days" && unit != "week" && unit != "weeks" && unit != "month" && unit != "months" && unit != "year" && unit != "years") return false;
    if (!dated()) {
      t.reason = "no report date to count from";
      return true;
    }
    if (unit.starts_with("day")) {
      set_day(t, date_of(days_of(published_) - n), reason + to_string(published_), true);
    } else if (unit.starts_with("week")) {
      const int monday = days_of(published_) - weekday_of(published_) - 7 * n;
      set_span(t, Grain::week, date_of(monday), date_of(monday + 6), reason + to_string(published_), true);
    } else if (unit.starts_with("month")) {
      const Date begin = add_months(published_, -n);
      set_span(t, Grain::month, begin, begin, reason + to_string(published_), true);
    } else {
      const Date begin{published_.year - n, 0, 0};
      set_span(t, Grain::year, begin, begin, reason + to_string(published_), true);
    }
    return true;
  }

  // "1990s", "the 1990s"
  bool match_decade(std::uint32_t i, const Sentence&, TimeExpression& t) {
    const std::string_view w = word(i);
    int value = 0;
    if (tokens_[i].kind != TokenKind::number || w.size() != 5 || w.back() != 's' || !parse_int(w.substr(0, 4), value) || value % 10 != 0) return false;
    if (value < 1500 || value > 2100) return false;
    t.last = i + 1;
    set_span(t, Grain::decade, {value, 0, 0}, {value + 9, 0, 0}, "decade", false);
    return true;
  }

  // "in 2008", "since 1999", "2008 declaration", "1998-99"
  bool match_year(std::uint32_t i, const Sentence& s, TimeExpression& t) {
    const std::string_view w = word(i);
    if (tokens_[i].kind == TokenKind::number && w.size() == 4 && i + 2 < s.last && (word(i + 1) == "-" || word(i + 1) == "\u2013") && !tokens_[i + 1].space_before && !tokens_[i + 2].space_before && tokens_[i + 2].kind == TokenKind::number) {
      const int from = year_number(i);
      int to = 0;
      if (from && parse_int(word(i + 2), to) && (word(i + 2).size() == 2 || word(i + 2).size() == 4)) {
        if (word(i + 2).size() == 2) to += from / 100 * 100;
        if (to > from && to - from < 100) {
          t.last = i + 3;
          set_span(t, Grain::year, {from, 0, 0}, {to, 0, 0}, "years", false);
          return true;
        }
      }
    }
    const int year = year_number(i);
    if (!year || year < 1800) return false;
    // a bare four-digit number is a year after a preposition or at a noun of its own, not before a counted thing
    const std::string before = i > s.first ? lower(i - 1) : "";
    const bool after_preposition = before == "in" || before == "since" || before == "of" || before == "from" || before == "until" || before == "by" || before == "to" || before == "before" || before == "after" || before == "during" || before == "late" || before == "early" ||
                                   before == "and" || before == "mid" || before == "through" || before == "between" || before == "for";
    const bool before_noun = before == "the" || before == "a" || before == "'s" || before == "\u2019s" || before == "its" || before == "their" || before == "his" || before == "her";
    if (!after_preposition && !before_noun) return false;
    if (i + 1 < s.last && after_preposition && tokens_[i + 1].kind == TokenKind::word && !(tokens_[i + 1].classes) && before != "in" && before != "since" && before != "the") return false;
    t.last = i + 1;
    set_span(t, Grain::year, {year, 0, 0}, {year, 0, 0}, "year", false);
    return true;
  }
};

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published) {
  return Finder(text, segmentation, lexicon, published).run();
}

}  // namespace attache

// Seasons without a year: "by the autumn", "in winter", "early spring", "spring and autumn", "Summers are hot".
//
// With an article the nearest one in the direction of the clause; without one only where the clause says a direction, else
// it speaks of every winter, as "winters" does, and has months but no year.
#include <algorithm>
#include <array>

#include "language/time_reader.h"
#include "tables/calendar.h"

namespace attache {
namespace {

constexpr const char* kEveryYear = "no year: it may be every one";

unsigned season_at(const TimeReader& r, std::uint32_t i) { return r.inside(i) && r.tokens[i].kind == TokenKind::word ? first_month_of_season(r.lower(i)) : 0; }

bool joins(const std::string& w) { return w == "," || w == "and" || w == "or" || w == "to" || w == "/" || w == "-" || w == "\u2013" || w == "through" || w == "until"; }

// In a list of seasons: "spring and autumn", "spring, summer, autumn".
bool among_seasons(const TimeReader& r, std::uint32_t i) {
  const auto season_behind = [&](std::uint32_t k) {
    if (!joins(r.lower(k))) return false;
    ++k;
    if (r.lower(k) == "and" || r.lower(k) == "or" || r.lower(k) == "in" || r.lower(k) == "the") ++k;
    if (r.lower(k) == "early" || r.lower(k) == "late" || r.lower(k) == "the") ++k;
    return season_at(r, k) != 0;
  };
  if (season_behind(i + 1)) return true;
  if (r.is_mark(i + 1, "(") && r.month_at(i + 2)) return true;  // "spring (March to May)"
  if (r.found.empty() || r.found.back().sentence != r.number || r.found.back().grain != Grain::season) return false;
  const std::uint32_t last = r.found.back().last;
  return last < i && i - last <= 3 && joins(r.lower(last));
}

// A line's heading or the subject of a clause about every year: "Winter: closed", "Spring is wet", "Summer can be hot".
bool is_subject(const TimeReader& r, std::uint32_t i, bool ambiguous) {
  if (i != r.first()) return false;
  if (!ambiguous) return true;
  const std::string behind = r.lower(i + 1);
  return !r.inside(i + 1) || behind == ":" || behind == "is" || behind == "brings" || behind == "was" || behind == "has";
}

// "It was spring", "every autumn"
bool is_predicate(const TimeReader& r, std::uint32_t i) {
  const std::string before = r.before(i);
  if (before == "every" || before == "each") return true;
  return before == "was" || before == "is" || before == "be" || before == "nearly" || before == "already" || before == "almost" || (i > r.first() && r.tokens[i - 1].kind == TokenKind::clitic && before != "'" && i >= r.first() + 2 && r.before(i - 1) == "it");
}

}  // namespace

bool read_bare_season(const TimeReader& r, std::uint32_t i, TimeExpression& t, bool qualified) {
  static constexpr std::array<std::string_view, 22> kPrepositions = {"by", "in", "until", "since", "during", "before", "after", "over", "throughout", "through", "till", "for", "between", "from", "of", "to", "into", "towards", "toward", "around", "like", "come"};
  std::string w = r.lower(i);
  const bool plural = w.ends_with("s") && w != "falls" && w != "springs";
  if (plural) w.pop_back();
  if (w.ends_with("time")) w.resize(w.size() - 4);
  // "Larry Summers": a capital only at the head of a sentence, before what can go on there
  if (plural && r.is_capital(i) && (i != r.first() || !(r.is_mark(i + 1, ",") || r.lower(i + 1) == "are" || r.lower(i + 1) == "were" || r.lower(i + 1) == "can" || r.lower(i + 1) == "in" || r.lower(i + 1) == "and"))) return false;
  const unsigned month = first_month_of_season(w);
  if (!month) return false;
  const bool ambiguous = w == "fall" || w == "spring";  // other words too
  const bool article = r.before(i) == "the";
  const std::string preposition = article ? (i < r.first() + 2 ? std::string() : r.before(i - 1)) : r.before(i);
  const bool known = std::find(kPrepositions.begin(), kPrepositions.end(), preposition) != kPrepositions.end();
  const bool listed = among_seasons(r, i);
  if (!plural && !qualified && !listed && !is_subject(r, i, ambiguous) && !is_predicate(r, i)) {
    if (!known && (!article || ambiguous)) return false;
    if (w == "fall" && !article && preposition != "in" && preposition != "by") return false;
    if (w == "spring" && !article && (preposition == "from" || preposition == "to" || preposition == "like" || preposition == "into")) return false;
  }
  if (r.lower(i + 1) == "of" || (r.is_mark(i + 1, "-") && !listed) || (r.inside(i + 1) && r.tokens[i + 1].kind != TokenKind::mark && r.tokens[i + 1].classes == 0)) return false;  // "the fall of", "the winter palace"
  if (r.inside(i + 1) && r.tokens[i + 1].kind == TokenKind::clitic && ambiguous) return false;
  if (begins_a_name(r, i + 1) && !r.sentence->title) return false;
  t.last = i + 1;
  const bool every = r.before(i) == "every" || r.before(i) == "each";
  const Direction direction = plural || every ? Direction::unknown : r.direction(i, t.last);
  // a history that tells nothing of the past here speaks of every year: "is hot in the summer"
  const bool every_year = direction == Direction::unknown ? !article || r.history : listed && !article && direction == Direction::ahead;  // "rain falls in spring and autumn"
  if (plural || every || every_year) {
    t.begin = {0, month, 0};
    t.end = {0, month == 12 ? 2 : month + 2, 0};
    set_open(t, Grain::season, kEveryYear);
    return true;
  }
  if (const TimeExpression* anchor = r.history ? last_dated(r) : nullptr) {
    // the story goes on: a spring behind an October is the next one
    const bool moved_on = anchor->begin.month && anchor->grain <= Grain::season && month + 3 <= anchor->begin.month;
    const int year = anchor->end.year + (moved_on ? 1 : 0);
    set_period(t, Grain::season, {year, month, 0}, add_months({year, month, 1}, 2), "year from the time named before, " + to_string(anchor->begin) + ", northern seasons", false);
    return true;
  }
  if (!r.dated()) {
    set_open(t, Grain::season, "no report date to count from");
    return true;
  }
  int year = r.published.year;
  const bool ahead = direction == Direction::ahead;
  if (ahead && month + 2 < r.published.month) ++year;
  if (!ahead && month > r.published.month) --year;
  set_period(t, Grain::season, {year, month, 0}, add_months({year, month, 1}, 2), "year from " + r.now() + ", northern seasons", true);
  return true;
}

}  // namespace attache

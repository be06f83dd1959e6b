#include "language/days_abroad.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/strings.h"
#include "language/day_pieces.h"
#include "language/day_words.h"

namespace attache {
namespace {

// Measured on the reports of bench/timeline, where 7 to 45 days ahead, 45 to 180 back and 0 to 8 sentences differ by less
// than .01 of date F1.
constexpr int kAhead = 30;
constexpr int kRecent = 45;
constexpr int kKeepYear = 8;  // sentences

constexpr int kFirstYear = 1000, kLastYear = 2100;
constexpr const char* kNoDate = "the report has no date";

constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

class DayReader {
 public:
  DayReader(std::string_view text, const Segmentation& segmentation, const DayWords& words, const Date& published)
      : text_(text), segmentation_(segmentation), words_(words), published_(published.full() ? published : Date{}) {}

  std::vector<TimeExpression> run() {
    for (std::uint32_t s = 0; s < segmentation_.sentences.size(); ++s) {
      sentence_ = s;
      pieces_ = day_pieces(text_, segmentation_.sentences[s].span, words_);
      for (std::size_t i = 0; i < pieces_.size();) i = read(i);
      ++year_age_;
    }
    return std::move(found_);
  }

 private:
  std::string_view text_;
  const Segmentation& segmentation_;
  const DayWords& words_;
  const Date published_;  // year 0 = unknown
  std::vector<TimeExpression> found_;
  std::vector<DayPiece> pieces_;
  std::uint32_t sentence_ = 0;
  int year_ = 0, year_age_ = 0;  // named last, and how many sentences ago

  // ---- pieces ----

  bool inside(std::size_t i) const { return i < pieces_.size(); }
  const std::string& word(std::size_t i) const {
    static const std::string none;
    return inside(i) ? pieces_[i].word : none;
  }
  bool among(const WordSet& set, std::size_t i) const { return inside(i) && set.contains(pieces_[i].word); }
  unsigned day_at(std::size_t i) const { return inside(i) && pieces_[i].digits <= 2 && pieces_[i].number >= 1 && pieces_[i].number <= 31 ? static_cast<unsigned>(pieces_[i].number) : 0; }
  int year_at(std::size_t i) const { return inside(i) && pieces_[i].digits == 4 && pieces_[i].number >= kFirstYear && pieces_[i].number <= kLastYear ? pieces_[i].number : 0; }
  unsigned weekday_at(std::size_t i) const { return value_at(words_.calendar.weekdays, i); }
  static constexpr unsigned kNone = 99;
  unsigned value_at(const std::unordered_map<std::string, unsigned>& map, std::size_t i) const {
    const auto found = inside(i) ? map.find(pieces_[i].word) : map.end();
    return found == map.end() ? kNone : found->second;
  }
  // A short form needs its dot, the colon of a chronicle or a year behind: "2 set" is tennis.
  unsigned month_at(std::size_t i) const {
    if (const unsigned full = value_at(words_.calendar.months, i); full != kNone) return full;
    const unsigned brief = value_at(words_.calendar.short_months, i);
    return brief != kNone && (word(i + 1) == "." || word(i + 1) == ":" || year_at(skip(i + 1))) ? brief : 0;
  }
  std::size_t skip(std::size_t i) const {  // at most two of the words inside a date
    for (int k = 0; k < 2 && among(words_.inside, i); ++k) ++i;
    return i;
  }

  // ---- values ----

  void add(std::size_t first, std::size_t last, Grain grain, const Date& day, bool resolved, bool relative, std::string reason) {
    TimeExpression t;
    t.span = {pieces_[first].span.begin, pieces_[last - 1].span.end};
    t.sentence = sentence_;
    const Sentence& s = segmentation_.sentences[sentence_];
    const auto tokens = segmentation_.tokens.begin();
    const auto begins = std::upper_bound(tokens + s.first, tokens + s.last, t.span.begin, [](std::uint32_t at, const Token& token) { return at < token.span.end; });
    const auto ends = std::lower_bound(begins, tokens + s.last, t.span.end, [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    t.first = static_cast<std::uint32_t>(begins - tokens);
    t.last = static_cast<std::uint32_t>(ends - tokens);
    t.grain = grain;
    t.begin = t.end = day;
    t.resolved = resolved;
    t.relative = relative;
    t.reason = std::move(reason);
    found_.push_back(std::move(t));
  }
  void add_day(std::size_t first, std::size_t last, int day, std::string reason) { add(first, last, Grain::day, date_of(day), true, true, std::move(reason)); }
  std::string now() const { return "the report's date, " + to_string(published_); }

  void add_date(std::size_t first, std::size_t last, int year, unsigned month, unsigned day) {
    if (year) {
      if (day > days_in_month(year, month)) return;
      year_ = year;
      year_age_ = 0;
      return add(first, last, Grain::day, {year, month, day}, true, false, "full date");
    }
    if (!published_.full()) return add(first, last, Grain::day, {0, month, day}, false, true, kNoDate);
    const int today = days_of(published_);
    for (int y = published_.year + 1; y > published_.year - 5; --y) {  // 29 February comes every four years, or eight
      if (day > days_in_month(y, month) || days_of({y, month, day}) > today + kAhead) continue;
      const bool named = year_ && year_age_ <= kKeepYear && today - days_of({y, month, day}) > kRecent && day <= days_in_month(year_, month) && days_of({year_, month, day}) <= today;
      return add(first, last, Grain::day, {named ? year_ : y, month, day}, true, true, named ? "year named before" : "year from " + now());
    }
  }

  // "martes 15": the last such day, a week ahead at most.
  void add_weekday_number(std::size_t first, std::size_t last, unsigned weekday, unsigned day) {
    if (!published_.full()) return add(first, last, Grain::day, {}, false, true, kNoDate);
    constexpr int kBack = 100;  // weeks; the same day of month falls on the same weekday again within some months
    int at = days_of(published_) + 7;
    at -= (weekday_of(date_of(at)) - static_cast<int>(weekday) + 7) % 7;
    for (int k = 0; k < kBack; ++k, at -= 7) {
      if (date_of(at).day == day) return add_day(first, last, at, std::string(kWeekdays[weekday]) + " with this number, from " + now());
    }
  }

  void add_weekday(std::size_t i, unsigned weekday) {
    const auto beside = [&](const WordSet& set) { return among(set, i + 1) || (i > 0 && among(set, i - 1)); };
    if (!published_.full()) return add(i, i + 1, Grain::day, {}, false, true, kNoDate);
    const int today = days_of(published_);
    const int back = (weekday_of(published_) - static_cast<int>(weekday) + 7) % 7;
    const std::string name(kWeekdays[weekday]);
    if (beside(words_.next)) return add_day(i, i + 1, today - back + 7, name + " after " + now());
    if (beside(words_.last)) return add_day(i, i + 1, today - (back ? back : 7), name + " before " + now());
    add_day(i, i + 1, today - back, name + " on or before " + now());
  }

  void add_offset(std::size_t first, std::size_t last, int offset) {
    if (!published_.full()) return add(first, last, Grain::day, {}, false, true, kNoDate);
    add_day(first, last, days_of(published_) + offset, "\"" + lower_ascii(slice(text_, {pieces_[first].span.begin, pieces_[last - 1].span.end})) + "\", counted from " + now());
  }

  // ---- patterns; each gives the piece behind, 0 = it is none ----

  std::size_t read(std::size_t i) {
    std::size_t behind = 0;
    if (day_at(i)) behind = read_day(i);
    else if (year_at(i)) behind = read_iso(i);
    else if (month_at(i)) behind = read_month(i);
    else if (weekday_at(i) != kNone || value_at(words_.half_weekdays, i) != kNone) behind = read_weekday(i);
    else behind = read_offset(i);
    return behind ? behind : i + 1;
  }

  std::size_t read_day(std::size_t i) {
    if (i > 0 && !pieces_[i].space_before && (word(i - 1) == "," || word(i - 1) == "." || word(i - 1) == ":" || word(i - 1) == "/" || word(i - 1) == "-")) return 0;  // of a longer number
    const std::string& mark = word(i + 1);
    if ((mark == "/" || mark == "." || mark == "-") && word(i + 3) == mark && day_at(i + 2) && year_at(i + 4)) {  // 25/01/2011
      if (day_at(i + 2) <= 12) add_date(i, i + 5, year_at(i + 4), day_at(i + 2), day_at(i));
      return i + 5;
    }
    if (const std::size_t m = skip(i + 1); month_at(m)) return read_year_behind(i, 0, m);  // 25 de enero [de 2011]
    if (!among(words_.join, i + 1) && word(i + 1) != ".") return 0;
    std::size_t j = i + 1;
    if (word(j) == "." && among(words_.join, j + 1)) ++j;  // 23. und 24. Mai
    if (!among(words_.join, j)) return 0;
    ++j;
    if (among(words_.article, j)) j += word(j) == "l" && word(j + 1) == "'" ? 2 : 1;
    const std::size_t m = skip(j + 1);
    return day_at(j) && month_at(m) ? read_year_behind(i, j, m) : 0;  // 23 y 24 de mayo [de 2012]
  }

  // The day at i, and that at `second` if not 0, of the month at m.
  std::size_t read_year_behind(std::size_t i, std::size_t second, std::size_t m) {
    const unsigned month = month_at(m);
    std::size_t last = m + 1;
    const std::size_t y = skip(last);
    const int year = year_at(y);
    if (year) last = y + 1;
    if (second) add_date(i, i + 1, year, month, day_at(i));
    add_date(second ? second : i, last, year, month, day_at(second ? second : i));
    return last;
  }

  std::size_t read_iso(std::size_t i) {
    if (word(i + 1) != "-" || word(i + 3) != "-" || !day_at(i + 2) || day_at(i + 2) > 12 || !day_at(i + 4)) return 0;
    add_date(i, i + 5, year_at(i), day_at(i + 2), day_at(i + 4));
    return i + 5;
  }

  // "enero de 2011": the month; its year serves the dates that follow.
  std::size_t read_month(std::size_t i) {
    const std::size_t y = skip(i + 1);
    if (!year_at(y)) return 0;
    year_ = year_at(y);
    year_age_ = 0;
    add(i, y + 1, Grain::month, {year_, month_at(i), 0}, true, false, "month and year");
    return y + 1;
  }

  std::size_t read_weekday(std::size_t i) {
    const bool half = weekday_at(i) == kNone;
    const unsigned weekday = half ? value_at(words_.half_weekdays, i) : weekday_at(i);
    const bool bracket = word(i + 1) == "(", comma = word(i + 1) == ",";
    const std::size_t number = bracket || comma ? (among(words_.article, i + 2) ? i + 3 : i + 2) : i + 1;
    if (day_at(number)) {
      if (date_follows(number)) return half ? 0 : number;  // it decides
      if (bracket ? word(number + 1) == ")" : !half && !counts_something(number, comma)) {
        const std::size_t last = bracket ? number + 2 : number + 1;
        add_weekday_number(i, last, weekday, day_at(number));
        return last;
      }
    }
    if (half || is_name(i) || (i > 0 && among(words_.every, i - 1)) || among(words_.holy, i + 1)) return 0;
    add_weekday(i, weekday);
    return i + 1;
  }

  // Behind the day number at i a month, or a second day and then a month.
  bool date_follows(std::size_t i) const {
    if (month_at(skip(i + 1))) return true;
    const std::size_t join = word(i + 1) == "." ? i + 2 : i + 1;
    return among(words_.join, join) && day_at(join + 1) && month_at(skip(join + 2));
  }

  // "viernes, 12 personas", "martes 10:30", "Montag 20 Menschen": no day of the month.
  bool counts_something(std::size_t i, bool comma) const {
    if (words_.dotted_days && word(i + 1) != ".") return true;
    return word(i + 1) == ":" || word(i + 1) == "h" || word(i + 1) == "%" || (comma && inside(i + 1) && pieces_[i + 1].letters);
  }

  // "Plácido Domingo", "en Domingo Cavallo": capitalised beside another capital, where weekdays are written small. A first word
  // has its capital for another reason.
  bool is_name(std::size_t i) const {
    constexpr std::size_t kArticle = 3;  // bytes at most
    if (!words_.small_weekdays || !pieces_[i].capitalised || i == 0) return false;
    if (pieces_[i - 1].capitalised) return i > 1 || pieces_[i - 1].word.size() > kArticle;
    return pieces_[i - 1].letters && inside(i + 1) && pieces_[i + 1].capitalised;
  }

  std::size_t read_offset(std::size_t i) {
    for (const auto& [phrase, offset] : words_.two_words) {
      const std::size_t last = phrase_end(i, phrase);
      if (!last) continue;
      add_offset(i, last, offset);
      return last;
    }
    const auto found = pieces_[i].letters ? words_.offsets.find(pieces_[i].word) : words_.offsets.end();
    if (found == words_.offsets.end()) return 0;
    if (pieces_[i].word == words_.tomorrow && ((i > 0 && among(words_.morning_before, i - 1)) || (pieces_[i].capitalised && i > 0) || (pieces_[i].capitalised && !words_.small_weekdays))) return 0;
    add_offset(i, i + 1, found->second);
    return i + 1;
  }

  // Piece behind a phrase of several words that begins at i; 0 = it does not stand there.
  std::size_t phrase_end(std::size_t i, std::string_view phrase) const {
    for (const std::string_view part : split(phrase, ' ')) {
      if (word(i) != part) return 0;
      ++i;
    }
    return i;
  }
};

bool is_in_digits(std::string_view text, const TimeExpression& t) {
  const std::string_view words = slice(text, t.span);
  return t.resolved && !t.relative && std::none_of(words.begin(), words.end(), [](char c) { return is_alpha(c) || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

bool has_days_abroad(std::string_view language) { return day_words_of(language) != nullptr; }

std::vector<TimeExpression> find_days_abroad(std::string_view text, const Segmentation& segmentation, std::string_view language, const Date& published) {
  const DayWords* words = day_words_of(language);
  return words ? DayReader(text, segmentation, *words, published).run() : std::vector<TimeExpression>{};
}

std::vector<TimeExpression> find_times_in(std::string_view language, std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, const Date& published) {
  std::vector<TimeExpression> english = find_times(text, segmentation, lexicon, published);
  if (!has_days_abroad(language)) return english;
  std::vector<TimeExpression> days = find_days_abroad(text, segmentation, language, published);
  std::erase_if(english, [&](const TimeExpression& t) {
    const auto behind = std::lower_bound(days.begin(), days.end(), t.span.begin, [](const TimeExpression& day, std::uint32_t at) { return day.span.end <= at; });
    return !is_in_digits(text, t) || (behind != days.end() && behind->span.overlaps(t.span));
  });
  std::vector<TimeExpression> out;
  out.reserve(english.size() + days.size());
  std::merge(std::make_move_iterator(english.begin()), std::make_move_iterator(english.end()), std::make_move_iterator(days.begin()), std::make_move_iterator(days.end()), std::back_inserter(out),
             [](const TimeExpression& a, const TimeExpression& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace attache

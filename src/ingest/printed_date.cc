// Method: the text as words and numbers; then patterns of neighbours: three numbers with the same mark between, day and
// month name, month name and day, year first, the characters for year, month and day.
#include "ingest/printed_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tables/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

struct Piece {
  Span span;
  bool digits = false;
  int count = 0;  // of digits
  int value = -1;
  unsigned month = 0;
};

// The value of a decimal digit of the scripts that newspapers print dates in; -1 for everything else.
int digit_of(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\u09E6', U'\u0E50', U'\uFF10'}) {  // ASCII, Arabic, Persian, Devanagari, Bengali, Thai, full width
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

// Letters, and the marks that Indian and Thai words are written with.
bool is_word_part(char32_t c) { return is_letter(c) || (c >= 0x0900 && c <= 0x0DFF) || (c >= 0x0E31 && c <= 0x0E4E); }

// Words and numbers of the text; punctuation only separates.
std::vector<Piece> pieces_of(std::string_view text, std::size_t from, std::size_t most) {
  std::vector<Piece> pieces;
  std::size_t i = from;
  while (i < text.size() && pieces.size() < most) {
    const auto begin = static_cast<std::uint32_t>(i);
    CodePoint point = code_point_at(text, i);
    if (digit_of(point.value) >= 0) {
      Piece piece{{begin, begin}, true, 0, 0, 0};
      while (i < text.size() && digit_of(point.value) >= 0) {
        if (piece.count < 8) piece.value = piece.value * 10 + digit_of(point.value);
        ++piece.count;
        i += point.size;
        point = code_point_at(text, i);
      }
      if (piece.count > 8) piece.value = -1;
      piece.span.end = static_cast<std::uint32_t>(i);
      pieces.push_back(piece);
      continue;
    }
    if (!is_word_part(point.value)) {
      i += point.size;
      continue;
    }
    while (i < text.size() && is_word_part(point.value) && digit_of(point.value) < 0) {
      i += point.size;
      point = code_point_at(text, i);
    }
    Piece piece{{begin, static_cast<std::uint32_t>(i)}, false, 0, -1, 0};
    if (piece.span.size() >= 3 && piece.span.size() <= 14) piece.month = month_of_word(slice(text, piece.span));
    pieces.push_back(piece);
  }
  return pieces;
}

bool is_year(const Piece& p) { return p.digits && p.count == 4 && p.value >= 1900 && p.value <= 2100; }
bool is_day(const Piece& p) { return p.digits && p.count <= 2 && p.value >= 1 && p.value <= 31; }
bool is_month_number(const Piece& p) { return p.digits && p.count <= 2 && p.value >= 1 && p.value <= 12; }
bool is_short_year(const Piece& p) { return p.digits && p.count == 2; }
int full_year(const Piece& p) { return p.count == 4 ? p.value : p.value + (p.value < 70 ? 2000 : 1900); }  // POSIX strptime's %y turns at 69

std::string_view gap(std::string_view text, const Piece& a, const Piece& b) { return text.substr(a.span.end, b.span.begin - a.span.end); }

class Finder {
 public:
  Finder(std::string_view text, std::size_t from, const DateReading& reading) : text_(text), reading_(reading), pieces_(pieces_of(text, from, kMost)) {}

  std::optional<PrintedDate> first() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      for (const auto read : {&Finder::all_digits, &Finder::characters, &Finder::day_first, &Finder::month_first, &Finder::year_first}) {
        if (auto date = (this->*read)(i)) return date;
      }
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kMost = 400;  // pieces looked at: stamps and captions are short
  std::string_view text_;
  const DateReading& reading_;
  std::vector<Piece> pieces_;

  [[nodiscard]] bool is_joint(const Piece& p) const {
    return !p.digits && is_one_of(lower_ascii(slice(text_, p.span)), {"st", "nd", "rd", "th", "de", "del", "of", "er", "\u00BA", "\u00AA", "m", "d", "the"});
  }

  // Only blanks, commas, full stops and the like between two pieces.
  [[nodiscard]] bool close_by(const Piece& a, const Piece& b) const {
    if (b.span.begin - a.span.end > 4) return false;
    for (char c : gap(text_, a, b)) {
      if (!is_space(c) && c != ',' && c != '.' && c != '-' && c != '/' && c != '\'' && static_cast<unsigned char>(c) < 0x80) return false;
    }
    return true;
  }

  // The month that piece m names; the table of all languages is asked only where a number stands next to the word.
  [[nodiscard]] unsigned month_at(std::size_t m) const {
    if (m >= pieces_.size() || pieces_[m].digits || pieces_[m].span.size() > 40) return 0;
    if (pieces_[m].month && reading_.language != "hr") return pieces_[m].month;
    return month_of_any_language(slice(text_, pieces_[m].span), reading_.language);
  }

  [[nodiscard]] std::optional<PrintedDate> made(int year, unsigned month, int day, Span span) const {
    const Date date{year, month, static_cast<unsigned>(day)};
    if (year == 0) {
      if (!reading_.yearless || day < 1 || static_cast<unsigned>(day) > days_in_month(2024, month)) return std::nullopt;
      return PrintedDate{date, span};
    }
    if (!is_valid(date)) return std::nullopt;
    return PrintedDate{date, span};
  }

  // "17.03.2022", "2022-03-17", "2022. 3. 17", "03/17/2022"
  [[nodiscard]] std::optional<PrintedDate> all_digits(std::size_t i) const {
    if (i + 2 >= pieces_.size()) return std::nullopt;
    const Piece &a = pieces_[i], &b = pieces_[i + 1], &c = pieces_[i + 2];
    if (!a.digits || !b.digits || !c.digits) return std::nullopt;
    std::string_view mark = gap(text_, a, b);
    const std::string_view second = gap(text_, b, c);
    if (mark == ". " || second == ". ") {
      if (!mark.starts_with('.') || !second.starts_with('.') || mark.size() > 2 || second.size() > 2) return std::nullopt;
      mark = ".";
    } else if (mark != second || (mark != "." && mark != "/" && mark != "-" && mark != "\u2013")) {
      return std::nullopt;
    }
    const Span span = join(a.span, c.span);
    if (is_year(a)) {
      if (!is_month_number(b) || !is_day(c)) return std::nullopt;
      return made(a.value, static_cast<unsigned>(b.value), c.value, span);
    }
    if (!is_day(a) || !is_day(b) || !(is_year(c) || (reading_.short_year && is_short_year(c)))) return std::nullopt;
    const int year = full_year(c);
    if (mark == "." && is_month_number(b)) return made(year, static_cast<unsigned>(b.value), a.value, span);
    const bool day_first = is_month_number(b), month_first = is_month_number(a);
    if (day_first && (!month_first || a.value == b.value || reading_.order == DateOrder::day_first)) return made(year, static_cast<unsigned>(b.value), a.value, span);
    if (month_first && (!day_first || reading_.order == DateOrder::month_first)) return made(year, static_cast<unsigned>(a.value), b.value, span);
    return std::nullopt;  // 03/04/2022: two readings
  }

  // "2022年3月17日", "2022년 3월 17일"; "17 tháng 3, 2022"
  [[nodiscard]] std::optional<PrintedDate> characters(std::size_t i) const {
    const auto is_mark = [&](std::size_t at, std::string_view chinese, std::string_view korean) {
      return at < pieces_.size() && !pieces_[at].digits && (slice(text_, pieces_[at].span).starts_with(chinese) || slice(text_, pieces_[at].span).starts_with(korean));
    };
    if (is_year(pieces_[i]) && is_mark(i + 1, "年", "년") && i + 4 < pieces_.size() && is_month_number(pieces_[i + 2]) && is_mark(i + 3, "月", "월") && is_day(pieces_[i + 4])) {
      return made(pieces_[i].value, static_cast<unsigned>(pieces_[i + 2].value), pieces_[i + 4].value, join(pieces_[i].span, pieces_[i + 4].span));
    }
    if (is_day(pieces_[i]) && i + 2 < pieces_.size() && !pieces_[i + 1].digits && is_one_of(fold(slice(text_, pieces_[i + 1].span)), {"thang", "thg"}) && is_month_number(pieces_[i + 2])) {
      const std::size_t y = i + 3 < pieces_.size() && !pieces_[i + 3].digits && fold(slice(text_, pieces_[i + 3].span)) == "nam" ? i + 4 : i + 3;
      if (y < pieces_.size() && is_year(pieces_[y])) return made(pieces_[y].value, static_cast<unsigned>(pieces_[i + 2].value), pieces_[i].value, join(pieces_[i].span, pieces_[y].span));
    }
    return std::nullopt;
  }

  // "17 March 2022", "22nd September, 2022", "17 de marzo de 2022"
  [[nodiscard]] std::optional<PrintedDate> day_first(std::size_t i) const {
    if (!is_day(pieces_[i])) return std::nullopt;
    std::size_t m = i + 1;
    while (m < pieces_.size() && m <= i + 2 && is_joint(pieces_[m])) ++m;
    if (m >= pieces_.size() || !close_by(pieces_[m - 1], pieces_[m])) return std::nullopt;
    std::size_t last = m;  // of the month's words
    unsigned month = pieces_[m].month;
    if (!month || reading_.language == "hr") {
      // a word of any language, if a year follows it; two words in the Levant ("كانون الثاني")
      const auto year_behind = [&](std::size_t at) { return (at + 1 < pieces_.size() && is_year(pieces_[at + 1])) || (at + 2 < pieces_.size() && is_joint(pieces_[at + 1]) && is_year(pieces_[at + 2])); };
      if (year_behind(m)) month = month_at(m);
      if (!month && m + 1 < pieces_.size() && !pieces_[m + 1].digits && year_behind(m + 1) && pieces_[m].span.size() <= 40 && pieces_[m + 1].span.size() <= 40) {
        month = month_of_any_language(slice(text_, join(pieces_[m].span, pieces_[m + 1].span)), reading_.language);
        last = m + 1;
      }
    }
    if (!month) return std::nullopt;
    std::size_t y = last + 1;
    if (y < pieces_.size() && is_joint(pieces_[y])) ++y;
    const bool four = y < pieces_.size() && is_year(pieces_[y]) && close_by(pieces_[y - 1], pieces_[y]);
    const bool two = !four && reading_.short_year && y < pieces_.size() && is_short_year(pieces_[y]) && close_by(pieces_[y - 1], pieces_[y]);
    return made(four || two ? full_year(pieces_[y]) : 0, month, pieces_[i].value, join(pieces_[i].span, four || two ? pieces_[y].span : pieces_[last].span));
  }

  // "March 17, 2022", "Mar 4th 2024"
  [[nodiscard]] std::optional<PrintedDate> month_first(std::size_t i) const {
    if (pieces_[i].digits || i + 1 >= pieces_.size() || !is_day(pieces_[i + 1]) || !close_by(pieces_[i], pieces_[i + 1])) return std::nullopt;
    std::size_t y = i + 2, end = i + 1;
    if (y < pieces_.size() && is_joint(pieces_[y]) && pieces_[y].span.begin == pieces_[i + 1].span.end) end = y++;
    const bool year = y < pieces_.size() && is_year(pieces_[y]) && close_by(pieces_[y - 1], pieces_[y]);
    const std::string_view word = slice(text_, pieces_[i].span);
    unsigned month = pieces_[i].month && is_capitalised(word) ? pieces_[i].month : 0;
    if (!month && year) month = month_at(i);
    if (!month) return std::nullopt;
    return made(year ? pieces_[y].value : 0, month, pieces_[i + 1].value, join(pieces_[i].span, year ? pieces_[y].span : pieces_[end].span));
  }

  // "2020. június 4.", "2020 m. birželio 4 d.", "2022-Mar-17"
  [[nodiscard]] std::optional<PrintedDate> year_first(std::size_t i) const {
    if (!is_year(pieces_[i])) return std::nullopt;
    std::size_t m = i + 1;
    if (m < pieces_.size() && is_joint(pieces_[m])) ++m;
    if (m + 1 >= pieces_.size() || pieces_[m].digits || !is_day(pieces_[m + 1]) || !close_by(pieces_[m - 1], pieces_[m]) || !close_by(pieces_[m], pieces_[m + 1])) return std::nullopt;
    // "1999 May 4 2000": the year behind is the nearer one
    if (m + 2 < pieces_.size() && is_year(pieces_[m + 2]) && close_by(pieces_[m + 1], pieces_[m + 2])) return std::nullopt;
    const unsigned month = month_at(m);
    if (!month) return std::nullopt;
    return made(pieces_[i].value, month, pieces_[m + 1].value, join(pieces_[i].span, pieces_[m + 1].span));
  }
};

}  // namespace

std::optional<PrintedDate> find_printed_date(std::string_view text, std::size_t from, const DateReading& reading) { return Finder(text, from, reading).first(); }

std::optional<PrintedDate> date_stamp_of(std::string_view line, const DateReading& reading) {
  if (line.size() > 90) return std::nullopt;
  std::optional<PrintedDate> date = find_printed_date(line, 0, reading);
  if (!date) return std::nullopt;
  // What is left besides the date: clock times, weekdays, time zones and the words pages put before a date.
  int other_words = 0;
  for (const Piece& piece : pieces_of(line, 0, 60)) {
    if (piece.digits || date->span.overlaps(piece.span)) continue;
    static constexpr std::array<std::string_view, 101> kStampWords = {
        "published", "posted", "updated", "modified", "last", "update", "date", "on", "at", "am", "pm", "gmt", "utc", "est", "edt", "ist", "cet", "cest", "bst", "et",
        "h", "uhr", "veroffentlicht", "aktualisiert", "stand", "publie", "le", "mis", "a", "jour", "first", "created", "issued", "by", "time", "hrs", "pst", "pdt", "msk", "the",
        "z", "t", "p", "m", "read", "min", "sept", "ore", "om", "v", "kl", "as", "em", "el", "las", "il", "op", "las", "de", "publicado", "publicada", "actualizado", "actualizada", "atualizado", "ultimo", "ultima", "pubblicato", "pubblicata", "aggiornato", "aggiornamento",
        "gepubliceerd", "bijgewerkt", "laatst", "opublikowano", "aktualizacja", "publikovano", "aktualizovano", "publicerad", "uppdaterad", "publisert", "oppdatert", "guncelleme", "datum", "fecha", "data", "dato", "um", "am",
        "ve", "alle", "objavljeno", "azurirano", "publicat", "actualitzat", "yayinlanma", "tarih", "julkaistu", "paivitetty", "udgivet"};
    const std::string word = fold(slice(line, piece.span));
    const bool known = weekday_of_word(word) >= 0 || std::find(kStampWords.begin(), kStampWords.end(), word) != kStampWords.end();
    other_words += known ? 0 : 1;
  }
  if (other_words > 1) return std::nullopt;
  return date;
}

bool is_update_stamp(std::string_view line) {
  // "Published: 27 September | Updated: 28 September": the words before the first date count
  if (const auto date = find_printed_date(line); date && date->span.begin > 3) line = line.substr(0, date->span.begin);
  static constexpr std::array<std::string_view, 19> kUpdates = {"updat", "modif", "aktualis", "aktualiz", "actualiz", "atualiz", "aggiorn", "mis a jour", "mise a jour", "bijgewerkt", "uppdater", "oppdater", "guncel", "stand", "azurira", "edited", "geandert", "paivitett", "akt.:"};
  const std::string folded = fold(line);
  // "January 19, 2020 / Updated 8 hours ago": the word speaks of the number behind it, not of the date before it
  if (const auto date = find_printed_date(line)) {
    const std::string behind = fold(line.substr(date->span.end));
    for (std::string_view stem : kUpdates) {
      const std::size_t at = behind.find(stem);
      if (at != std::string::npos && std::any_of(behind.begin() + static_cast<std::ptrdiff_t>(at), behind.end(), is_digit)) return false;
    }
  }
  return std::any_of(kUpdates.begin(), kUpdates.end(), [&](std::string_view stem) { return folded.find(stem) != std::string::npos; });
}

DateOrder order_shown_in(std::string_view text) {
  bool day_first = false, month_first = false;
  // d/d/yyyy around each slash or dash that two digits at most precede
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 3 && is_digit(text[begin - 1])) --begin;
    std::size_t middle = at + 1;
    while (middle < text.size() && middle - at <= 3 && is_digit(text[middle])) ++middle;
    int a = 0, b = 0, year = 0;
    if (at - begin < 1 || at - begin > 2 || middle - at - 1 < 1 || middle - at - 1 > 2 || middle >= text.size() || text[middle] != '/' || (begin > 0 && text[begin - 1] == '/')) continue;
    if (middle + 5 < text.size() && is_digit(text[middle + 5])) continue;
    if (middle + 5 > text.size() || !parse_int(text.substr(begin, at - begin), a) || !parse_int(text.substr(at + 1, middle - at - 1), b) || !parse_int(text.substr(middle + 1, 4), year) || year < 1990 || year > 2100) continue;
    day_first |= a > 12 && a <= 31 && b <= 12;
    month_first |= b > 12 && b <= 31 && a <= 12;
  }
  return day_first == month_first ? DateOrder::unknown : day_first ? DateOrder::day_first : DateOrder::month_first;
}

}  // namespace attache

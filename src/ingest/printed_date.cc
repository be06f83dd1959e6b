#include "ingest/printed_date.h"

#include <algorithm>
#include <array>
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
  int value = -1;
  unsigned month = 0;
};

// Words and numbers of the text; punctuation only separates.
std::vector<Piece> pieces_of(std::string_view text, std::size_t from, std::size_t most) {
  std::vector<Piece> pieces;
  std::size_t i = from;
  while (i < text.size() && pieces.size() < most) {
    const std::size_t begin = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      Piece piece{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)}, true, -1, 0};
      if (i - begin <= 8) (void)parse_int(text.substr(begin, i - begin), piece.value);
      pieces.push_back(piece);
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    if (!is_letter(point.value)) {
      i += point.size;
      continue;
    }
    while (i < text.size()) {
      const CodePoint next = code_point_at(text, i);
      if (!is_letter(next.value)) break;
      i += next.size;
    }
    Piece piece{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)}, false, -1, 0};
    if (i - begin >= 3 && i - begin <= 14) piece.month = month_of_word(text.substr(begin, i - begin));
    pieces.push_back(piece);
  }
  return pieces;
}

bool is_year(const Piece& p) { return p.digits && p.span.size() == 4 && p.value >= 1900 && p.value <= 2100; }
bool is_day(const Piece& p) { return p.digits && p.span.size() <= 2 && p.value >= 1 && p.value <= 31; }

bool is_ordinal_suffix(std::string_view text, const Piece& p) {
  if (p.digits) return false;
  const std::string word = lower_ascii(slice(text, p.span));
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "de" || word == "of" || word == "er";
}

// Only blanks, commas, full stops and the like between two pieces.
bool close_by(std::string_view text, const Piece& a, const Piece& b) {
  if (b.span.begin - a.span.end > 4) return false;
  for (char c : text.substr(a.span.end, b.span.begin - a.span.end)) {
    if (!is_space(c) && c != ',' && c != '.' && c != '-' && c != '/' && c != '\'' && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return true;
}

std::optional<PrintedDate> made(int year, unsigned month, int day, Span span, bool yearless) {
  const Date date{year, month, static_cast<unsigned>(day)};
  if (year == 0) {
    if (!yearless || day < 1 || static_cast<unsigned>(day) > days_in_month(2024, month)) return std::nullopt;
    return PrintedDate{date, span};
  }
  if (!is_valid(date)) return std::nullopt;
  return PrintedDate{date, span};
}

std::optional<PrintedDate> numeric_date(std::string_view text, const Piece& a, const Piece& b, const Piece& c) {
  if (!a.digits || !b.digits || !c.digits || b.span.begin != a.span.end + 1 || c.span.begin != b.span.end + 1) return std::nullopt;
  const char mark = text[a.span.end];
  if (mark != text[b.span.end] || (mark != '.' && mark != '/' && mark != '-')) return std::nullopt;
  const Span span = join(a.span, c.span);
  if (is_year(a)) {
    if (b.value < 1 || b.value > 12) return std::nullopt;
    return made(a.value, static_cast<unsigned>(b.value), c.value, span, false);
  }
  if (!is_year(c) || !is_day(a) || !is_day(b)) return std::nullopt;
  if (mark == '.' || (a.value > 12 && b.value <= 12)) {
    if (b.value > 12) return std::nullopt;
    return made(c.value, static_cast<unsigned>(b.value), a.value, span, false);
  }
  if (b.value > 12 || a.value == b.value) return made(c.value, static_cast<unsigned>(a.value), b.value, span, false);
  return std::nullopt;  // 03/04/2022: two readings
}

}  // namespace

std::optional<PrintedDate> find_printed_date(std::string_view text, std::size_t from, bool yearless) {
  constexpr std::size_t kMost = 400;  // pieces looked at: stamps and captions are short
  std::vector<Piece> p = pieces_of(text, from, kMost);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (i + 2 < p.size()) {
      if (auto date = numeric_date(text, p[i], p[i + 1], p[i + 2])) return date;
    }
    if (is_day(p[i])) {  // 17 March 2022, 22nd September, 2022
      std::size_t m = i + 1;
      while (m < p.size() && m <= i + 2 && is_ordinal_suffix(text, p[m])) ++m;
      if (m < p.size() && p[m].month && close_by(text, p[m - 1], p[m])) {
        std::size_t y = m + 1;
        if (y < p.size() && is_ordinal_suffix(text, p[y])) ++y;  // "17 de marzo de 2022"
        const bool year = y < p.size() && is_year(p[y]) && close_by(text, p[y - 1], p[y]);
        if (auto date = made(year ? p[y].value : 0, p[m].month, p[i].value, join(p[i].span, year ? p[y].span : p[m].span), yearless)) return date;
      }
    }
    if (p[i].month && is_capitalised(slice(text, p[i].span)) && i + 1 < p.size() && is_day(p[i + 1]) && close_by(text, p[i], p[i + 1])) {
      std::size_t y = i + 2;
      std::size_t end = i + 1;
      if (y < p.size() && is_ordinal_suffix(text, p[y]) && p[y].span.begin == p[i + 1].span.end) end = y++;
      const bool year = y < p.size() && is_year(p[y]) && close_by(text, p[y - 1], p[y]);
      if (auto date = made(year ? p[y].value : 0, p[i].month, p[i + 1].value, join(p[i].span, year ? p[y].span : p[end].span), yearless)) return date;
    }
  }
  return std::nullopt;
}

std::optional<PrintedDate> date_stamp_of(std::string_view line) {
  if (line.size() > 90) return std::nullopt;
  std::optional<PrintedDate> date = find_printed_date(line);
  if (!date) return std::nullopt;
  // What is left besides the date: clock times, weekdays, time zones and the words pages put before a date.
  int other_words = 0;
  for (const Piece& piece : pieces_of(line, 0, 60)) {
    if (piece.digits || date->span.overlaps(piece.span)) continue;
    static constexpr std::array<std::string_view, 84> kStampWords = {
        "published", "posted", "updated", "modified", "last", "update", "date", "on", "at", "am", "pm", "gmt", "utc", "est", "edt", "ist", "cet", "cest", "bst", "et",
        "h", "uhr", "veroffentlicht", "aktualisiert", "stand", "publie", "le", "mis", "a", "jour", "first", "created", "issued", "by", "time", "hrs", "pst", "pdt", "msk", "the",
        "z", "t", "p", "m", "read", "min", "sept", "ore", "om", "v", "kl", "as", "em", "el", "las", "il", "op", "las", "de", "publicado", "publicada", "actualizado", "actualizada", "atualizado", "ultimo", "ultima", "pubblicato", "pubblicata", "aggiornato", "aggiornamento",
        "gepubliceerd", "bijgewerkt", "laatst", "opublikowano", "aktualizacja", "publikovano", "aktualizovano", "publicerad", "uppdaterad", "publisert", "oppdatert", "guncelleme"};
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
  static constexpr std::array<std::string_view, 14> kUpdates = {"updat", "modif", "aktualis", "aktualiz", "actualiz", "atualiz", "aggiorn", "mis a jour", "mise a jour", "bijgewerkt", "uppdater", "oppdater", "guncel", "stand"};
  const std::string folded = fold(line);
  return std::any_of(kUpdates.begin(), kUpdates.end(), [&](std::string_view stem) { return folded.find(stem) != std::string::npos; });
}

}  // namespace attache

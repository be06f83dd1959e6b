#include "base/strings.h"
#include "mentions/event_time.h"

namespace attache {
namespace {

class ClockReader {
 public:
  ClockReader(std::string_view text, Span piece) : text_(text), piece_(piece) {}

  std::vector<Span> run() const {
    std::vector<Span> out;
    for (std::uint32_t i = piece_.begin; i < piece_.end; ++i) {
      if (!is_digit(text_[i]) || (i > piece_.begin && (is_digit(text_[i - 1]) || is_alpha(text_[i - 1]) || is_one_of(text_.substr(i - 1, 1), {".", ":", ",", "$"})))) continue;
      std::uint32_t end = hour_end(i);
      if (!end) continue;
      end = with_day(with_zone(with_second(end)));
      out.push_back({with_words_before(i), end});
      i = end - 1;
    }
    return out;
  }

 private:
  std::string_view text_;
  Span piece_;

  bool digit(std::uint32_t i) const { return i < piece_.end && is_digit(text_[i]); }
  bool is(std::uint32_t i, char c) const { return i < piece_.end && to_lower(text_[i]) == c; }
  bool in_word(std::uint32_t i) const { return i < piece_.end && (is_alpha(text_[i]) || is_digit(text_[i])); }

  // "4.15 pm" at i: the byte behind it; 0 where no clock time stands.
  std::uint32_t hour_end(std::uint32_t i) const {
    std::uint32_t k = i + 1;
    if (digit(k)) ++k;
    if ((is(k, '.') || is(k, ':')) && digit(k + 1) && digit(k + 2)) k += 3;
    if (is(k, ' ')) ++k;
    if (!is(k, 'a') && !is(k, 'p')) return 0;
    ++k;
    const bool stops = is(k, '.');
    k += stops;
    if (!is(k, 'm') || in_word(k + 1)) return 0;
    ++k;
    return stops && is(k, '.') ? k + 1 : k;
  }

  // The byte behind `word` where it stands at i behind a blank; 0 where not.
  std::uint32_t behind(std::uint32_t i, std::string_view word) const {
    if (!is(i, ' ')) return 0;
    const std::uint32_t end = i + 1 + static_cast<std::uint32_t>(word.size());
    return end <= piece_.end && equals_ignore_case(slice(text_, {i + 1, end}), word) && !in_word(end) ? end : 0;
  }

  std::uint32_t with_second(std::uint32_t end) const {  // "7 pm or 8 pm"
    const std::uint32_t next = behind(end, "or");
    if (!next || !is(next, ' ') || !digit(next + 1)) return end;
    const std::uint32_t second = hour_end(next + 1);
    return second ? second : end;
  }

  std::uint32_t with_zone(std::uint32_t end) const {
    for (std::string_view zone : {"local time", "GMT", "BST", "ET", "EST", "PST", "PT", "CET"}) {
      if (const std::uint32_t next = behind(end, zone)) return next;
    }
    return end;
  }

  std::uint32_t with_day(std::uint32_t end) const {
    std::uint32_t at = is(end, ',') ? end + 1 : end;
    if (const std::uint32_t on = behind(at, "on")) at = on;
    for (std::string_view day : {"today", "yesterday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}) {
      const std::uint32_t next = behind(at, day);
      if (!next) continue;
      for (std::string_view part : {"morning", "afternoon", "evening", "night"}) {
        if (const std::uint32_t last = behind(next, part)) return last;
      }
      return next;
    }
    return end;
  }

  std::uint32_t with_words_before(std::uint32_t begin) const {
    for (int words = 0; words < 3; ++words) {
      if (begin <= piece_.begin + 1 || text_[begin - 1] != ' ') return begin;
      std::uint32_t first = begin - 1;
      while (first > piece_.begin && is_alpha(text_[first - 1])) --first;
      if (!is_one_of(lower_ascii(slice(text_, {first, begin - 1})), {"at", "shortly", "just", "around", "about", "nearly", "before", "after", "or"})) return begin;
      begin = first;
    }
    return begin;
  }
};

}  // namespace

std::vector<Span> find_clock_times(std::string_view text, Span piece) { return ClockReader(text, piece).run(); }

}  // namespace attache

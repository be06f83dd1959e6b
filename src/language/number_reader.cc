#include "language/number_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/strings.h"

namespace attache {
namespace {

double scale_of(std::string_view w) {
  static constexpr std::pair<std::string_view, double> kScales[] = {{"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"mln", 1e6}, {"billion", 1e9}, {"bn", 1e9}, {"trillion", 1e12}, {"dozen", 12}};
  for (const auto& [word, scale] : kScales) {
    if (w == word) return scale;
  }
  return 0;
}

double part_of(std::string_view w) {
  static constexpr std::pair<std::string_view, double> kParts[] = {{"half", 2}, {"third", 3}, {"quarter", 4}, {"fourth", 4}, {"fifth", 5}, {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9}, {"tenth", 10}};
  if (w == "halves") return 2;
  if (w.ends_with('s')) w.remove_suffix(1);
  for (const auto& [word, parts] : kParts) {
    if (w == word) return parts;
  }
  return 0;
}

// "3,770" or "1.8"; a second dot makes it no number. "50.000" is a decimal, as English has it.
std::optional<double> parse_digits(std::string_view w) {
  std::string digits;
  for (const char c : w) {
    if (c != ',') digits += c;
  }
  double value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || code != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

class Reader {
 public:
  explicit Reader(const NumberText& text) : t_(text) {}

  std::optional<NumberPhrase> read(std::uint32_t i, std::uint32_t& skip) const {
    skip = i + 1;
    if (is_stroke_or_clock(i)) {
      skip = past_joined(i);
      return std::nullopt;
    }
    auto number = single(i);
    if (!number) return std::nullopt;
    if (number->form == NumberForm::plain && number->glued.empty()) add_range(*number, skip);
    if (skip > number->last) return std::nullopt;
    return number;
  }

 private:
  const NumberText& t_;

  bool is_digits(std::uint32_t i) const { return i < t_.last && t_.tokens[i].kind == TokenKind::number; }
  bool is_dash(std::uint32_t i) const { return is_one_of(t_.word(i), {"-", "\u2013", "\u2010", "\u2011"}); }

  // "18:30", "9/11"
  bool is_stroke_or_clock(std::uint32_t i) const { return is_digits(i) && t_.joined(i + 1) && is_one_of(t_.word(i + 1), {":", "/"}) && t_.joined(i + 2) && is_digits(i + 2); }

  // Past digits and marks that stand together without blanks.
  std::uint32_t past_joined(std::uint32_t i) const {
    ++i;
    while (i + 1 < t_.last && t_.joined(i) && t_.joined(i + 1) && t_.tokens[i].kind == TokenKind::mark && is_digits(i + 1)) i += 2;
    return i;
  }

  std::optional<double> small(std::string_view w) const {  // 0 to 99
    const auto found = t_.lexicon.numbers.find(std::string(w));
    if (found != t_.lexicon.numbers.end()) return found->second < 100 && w != "dozen" ? std::optional(found->second) : std::nullopt;
    const std::size_t dash = w.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto tens = t_.lexicon.numbers.find(std::string(w.substr(0, dash)));
    const auto ones = t_.lexicon.numbers.find(std::string(w.substr(dash + 1)));
    if (tens == t_.lexicon.numbers.end() || ones == t_.lexicon.numbers.end() || tens->second < 20 || tens->second > 90 || ones->second < 1 || ones->second > 9) return std::nullopt;
    return tens->second + ones->second;
  }

  NumberPhrase phrase(std::uint32_t first, std::uint32_t last, double value, NumberForm form = NumberForm::plain) const {
    NumberPhrase n;
    n.span = {t_.tokens[first].span.begin, t_.tokens[last - 1].span.end};
    n.first = first;
    n.last = last;
    n.value = n.most = value;
    n.form = form;
    return n;
  }

  std::optional<NumberPhrase> single(std::uint32_t i) const {
    if (i >= t_.last) return std::nullopt;
    if (is_digits(i)) return digits(i);
    if (t_.tokens[i].kind == TokenKind::word) return words(i);
    const bool minus = is_one_of(t_.word(i), {"-", "\u2212", "\u2013"}) && t_.tokens[i].space_before && is_digits(i + 1) && t_.joined(i + 1);
    if (!minus) return std::nullopt;
    auto number = digits(i + 1);
    if (!number) return std::nullopt;
    number->first = i;
    number->span.begin = t_.tokens[i].span.begin;
    number->value = number->most = -number->value;
    return number;
  }

  std::optional<NumberPhrase> digits(std::uint32_t i) const {
    const std::string_view w = t_.word(i);
    std::size_t end = 0;
    while (end < w.size() && (is_digit(w[end]) || ((w[end] == ',' || w[end] == '.') && end + 1 < w.size() && is_digit(w[end + 1])))) ++end;
    const auto value = parse_digits(w.substr(0, end));
    if (!value) return std::nullopt;
    NumberPhrase n = phrase(i, i + 1, *value);
    const std::string tail = lower_ascii(w.substr(end));
    if (tail.empty()) {
      take_scales(n);
      take_and_a_half(n);
      return n;
    }
    if (tail == "-odd") return n;
    if (is_one_of(tail, {"th", "st", "nd", "rd", "s", "am", "pm", "g"}) || tail.ends_with("-old")) return std::nullopt;
    const bool money = i > t_.first && is_one_of(t_.word(i - 1), {"$", "\u20AC", "\u00A3"});
    static constexpr std::pair<std::string_view, double> kSuffixes[] = {{"bn", 1e9}, {"mn", 1e6}, {"mln", 1e6}, {"tn", 1e12}, {"k", 1e3}};
    for (const auto& [suffix, scale] : kSuffixes) {
      if (tail == suffix) return scaled(n, scale);
    }
    // "2m tonnes" counts, "a 2m wall" measures: a million needs money before it or a plural behind it
    const std::string next = t_.lower(i + 1);
    if (tail == "m" && (money || (next.size() > 3 && next.ends_with('s')) || next == "people")) return scaled(n, 1e6);
    n.span.end = t_.tokens[i].span.begin + static_cast<std::uint32_t>(end);
    n.glued = w.substr(end);
    if (n.glued.front() == '-') {
      n.glued.erase(0, 1);
      n.form = NumberForm::compound;
      return n;
    }
    static constexpr std::array<std::string_view, 25> kMeasures = {"km", "m", "cm", "mm", "kg", "mg", "ft", "lb", "ha", "t", "l", "mph", "kph", "kmh", "kw", "mw", "gw", "kwh", "mwh", "gwh", "c", "f", "hz", "mb", "gb"};
    if (std::find(kMeasures.begin(), kMeasures.end(), tail) == kMeasures.end()) return std::nullopt;
    return n;
  }

  static NumberPhrase scaled(NumberPhrase n, double scale) {
    n.value = n.most = n.value * scale;
    return n;
  }

  // "12 thousand", "1.8 million", "three hundred thousand"
  void take_scales(NumberPhrase& n) const {
    while (n.last < t_.last) {
      const double scale = scale_of(t_.lower(n.last));
      if (scale == 0) break;
      n.value = n.most = n.value * scale;
      n.span.end = t_.tokens[n.last].span.end;
      ++n.last;
    }
  }

  void take_and_a_half(NumberPhrase& n) const {
    if (t_.lower(n.last) != "and" || t_.lower(n.last + 1) != "a") return;
    const std::string part = t_.lower(n.last + 2);
    if (part != "half" && part != "quarter") return;
    n.value = n.most = n.value + 1 / part_of(part);
    n.last += 3;
    n.span.end = t_.tokens[n.last - 1].span.end;
  }

  std::optional<NumberPhrase> words(std::uint32_t i) const {
    const std::string w = t_.lower(i);
    if (w == "half") return half(i);
    if (w == "a" || w == "an") return with_article(i);
    if (const auto compound = hyphenated(i, w)) return compound;
    if (!small(w)) return std::nullopt;
    if (const double parts = part_of(t_.lower(i + 1)); parts > 0 && *small(w) >= 1 && *small(w) < 10) {
      const std::string part = t_.lower(i + 1);
      if (part.ends_with('s') || t_.lower(i + 2) == "of") return phrase(i, i + 2, *small(w) / parts, NumberForm::fraction);
    }
    return cardinal(i);
  }

  // "half a million", "half the members", "half of them"; not "the second half of the year"
  std::optional<NumberPhrase> half(std::uint32_t i) const {
    if (t_.lower(i + 1) == "a") {
      const double scale = scale_of(t_.lower(i + 2));
      return scale > 0 ? std::optional(phrase(i, i + 3, scale / 2)) : std::nullopt;
    }
    if (i > t_.first && is_one_of(t_.lower(i - 1), {"first", "second", "other", "latter", "this", "that", "each", "top", "bottom", "northern", "southern", "eastern", "western", "final", "last"})) return std::nullopt;
    if (is_one_of(t_.lower(i + 1), {"of", "the", "its", "their", "his", "her", "our", "all", "these", "those"})) return phrase(i, i + 1, 0.5, NumberForm::fraction);
    return std::nullopt;
  }

  // "a hundred", "a dozen", "a quarter of"
  std::optional<NumberPhrase> with_article(std::uint32_t i) const {
    const std::string w = t_.lower(i + 1);
    if (w == "few" || w == "couple") return std::nullopt;
    if (const double scale = scale_of(w); scale > 0) {
      NumberPhrase n = phrase(i, i + 2, scale);
      take_scales(n);
      if (w == "hundred") take_hundred_and(n);
      return n;
    }
    const double parts = part_of(w);
    if (parts > 0 && !w.ends_with('s') && t_.lower(i + 2) == "of") return phrase(i, i + 2, 1 / parts, NumberForm::fraction);
    return std::nullopt;
  }

  void take_hundred_and(NumberPhrase& n) const {
    if (t_.lower(n.last) != "and") return;
    const auto rest = small(t_.lower(n.last + 1));
    if (!rest || *rest <= 0) return;
    n.value = n.most = n.value + *rest;
    n.last += 2;
    n.span.end = t_.tokens[n.last - 1].span.end;
  }

  // "two-thirds", "thirty-odd", "two-day", "three-storey"; "twenty-four" is a small number
  std::optional<NumberPhrase> hyphenated(std::uint32_t i, const std::string& w) const {
    const std::size_t dash = w.find('-');
    if (dash == std::string::npos || small(w)) return std::nullopt;
    std::size_t cut = dash;
    auto head = small(w.substr(0, dash));
    if (const std::size_t second = w.find('-', dash + 1); second != std::string::npos) {
      if (const auto longer = small(w.substr(0, second))) {  // "twenty-four-hour"
        head = longer;
        cut = second;
      }
    }
    if (!head || *head <= 0) return std::nullopt;
    const std::string tail = w.substr(cut + 1);
    if (tail == "odd") return phrase(i, i + 1, *head);
    if (const double parts = part_of(tail); parts > 0 && *head < 10) return phrase(i, i + 1, *head / parts, NumberForm::fraction);
    if (tail.ends_with("old") || tail.find("year-old") != std::string::npos || !std::all_of(tail.begin(), tail.end(), [](char c) { return is_alpha(c) || c == '-'; })) return std::nullopt;
    // "one-sided", "one-off" say no number
    if (*head == 1 && !is_one_of(tail, {"day", "week", "month", "year", "hour", "minute", "mile", "metre", "meter", "kilometre", "kilometer"})) return std::nullopt;
    NumberPhrase n = phrase(i, i + 1, *head, NumberForm::compound);
    n.span.end = n.span.begin + static_cast<std::uint32_t>(cut);
    n.glued = tail;
    return n;
  }

  // "one hundred and twenty", "two thousand five hundred", "twenty five", "three million"
  std::optional<NumberPhrase> cardinal(std::uint32_t i) const {
    double total = 0, current = *small(t_.lower(i));
    double least = current >= 20 && static_cast<int>(current) % 10 == 0 ? 10 : 1;  // what may still be added is smaller
    std::uint32_t at = i + 1;
    while (at < t_.last && t_.tokens[at].kind == TokenKind::word) {
      const std::string w = t_.lower(at);
      if (w == "hundred" && current > 0 && current < 100) {
        current *= 100;
        least = 100;
      } else if (const double scale = scale_of(w); scale > 0 && scale != 100 && current > 0) {
        if (scale == 12) {
          current *= 12;
          ++at;
          break;
        }
        total += current * scale;
        current = 0;
        least = scale;
      } else {
        const bool joined = w == "and" && least >= 100;
        const auto rest = small(joined ? t_.lower(at + 1) : w);
        if (!rest || *rest <= 0 || *rest >= least || (!joined && t_.tokens[at].capitalised)) break;
        if (joined) {
          // "a thousand and two envoys" is rarely one number: only hundreds take "and"
          if (least > 100) break;
          ++at;
        }
        current += *rest;
        least = *rest >= 20 && static_cast<int>(*rest) % 10 == 0 ? 10 : 1;
      }
      ++at;
    }
    NumberPhrase n = phrase(i, at, total + current);
    take_and_a_half(n);
    return n;
  }

  // Second half of "20-30", "12 to 15", "two or three", "between 20 and 30".
  void add_range(NumberPhrase& n, std::uint32_t& skip) const {
    const std::uint32_t at = n.last;
    const std::string before = n.first > t_.first ? t_.lower(n.first - 1) : std::string();
    const bool dash = is_dash(at) && t_.joined(at) && t_.joined(at + 1);
    const std::string w = t_.lower(at);
    const bool between = before == "between" && w == "and";
    if (!dash && !between && w != "to" && w != "or") return;
    const auto end = single(at + 1);
    if (dash && end && (end->value <= n.value || is_dash(end->last) || !counts(end->last))) {
      skip = past_joined(n.first);  // a result, a vote, a telephone number
      if (skip <= n.last) skip = n.last + 2;
      return;
    }
    if (!end || end->form != NumberForm::plain) return;
    if (w == "or" && (end->value > n.value * 2 || n.value > 100)) return;
    if (w == "to" && before == "from" && is_change(n.first)) return;
    if (w == "to" && is_one_of(before, {"of", "by", "voted"}) && !counts(end->last)) return;
    double least = n.value;
    const double scale = n.last > n.first ? scale_of(t_.lower(end->last - 1)) : 0;
    if (scale > 0 && end->last > at + 2 && n.last == n.first + 1) least *= scale;  // "two to three million"
    if (end->value <= least) return;
    n.value = least;
    n.most = end->value;
    n.glued = end->glued;
    n.span.end = end->span.end;
    n.last = end->last;
  }

  // Something to count stands at token i, or a sign for parts of a hundred.
  bool counts(std::uint32_t i) const {
    if (i >= t_.last) return false;
    if (t_.word(i) == "%") return true;
    if (t_.tokens[i].kind != TokenKind::word) return false;
    constexpr std::uint32_t kNone = word_class::determiner | word_class::preposition | word_class::pronoun | word_class::coordinator | word_class::subordinator | word_class::auxiliary | word_class::modal;
    return t_.lower(i) == "per" || !(t_.tokens[i].classes & kNone);
  }

  // "rose from 5 to 10": two figures, not a range
  bool is_change(std::uint32_t i) const {
    static constexpr std::string_view kChanges[] = {"rise", "fall", "grow", "increase", "decrease", "cut", "drop", "climb", "shrink", "decline", "raise", "extend", "reduce", "jump", "go", "lower", "move", "swell", "expand", "double", "change"};
    const std::uint32_t begin = i > t_.first + 8 ? i - 8 : t_.first;
    for (std::uint32_t k = begin; k < i; ++k) {
      const std::string w = t_.lower(k);
      if (w == "up" || w == "down" || w.starts_with("enlarg") || w.starts_with("widen") || w.starts_with("narrow")) return true;
      const std::string_view lemma = verb_lemma_of(t_.lexicon, w);
      if (std::find(std::begin(kChanges), std::end(kChanges), lemma) != std::end(kChanges)) return true;
    }
    return false;
  }
};

}  // namespace

std::string NumberText::lower(std::uint32_t i) const { return lower_ascii(word(i)); }

std::optional<NumberPhrase> read_number(const NumberText& t, std::uint32_t i, std::uint32_t& skip) { return Reader(t).read(i, skip); }

}  // namespace attache

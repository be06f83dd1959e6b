#include "mentions/headline.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kLongestTitle = 400;   // bytes that are read; what is longer is a paragraph, and its beginning says enough
constexpr std::size_t kMostBody = 40'000;    // bytes whose spelling is asked: a long report has shown its words by then
constexpr double kTitleCase = 0.7;           // share of capitals that makes a headline one in title case
constexpr std::size_t kMostInBracket = 3;    // words of "[Watch]", "[Live updates]"
constexpr std::size_t kLeastWords = 3;       // words that must be left when quotations are taken off

// ---- capitals ----

// Calls f(Span) for each run of English letters.
template <class F>
void for_each_run(std::string_view text, F f) {
  for (std::uint32_t i = 0; i < text.size();) {
    if (!is_alpha(text[i])) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    while (i < text.size() && is_alpha(text[i])) ++i;
    f(Span{begin, i});
  }
}

std::string capital(std::string_view word) {
  std::string out = lower_ascii(word);
  out[0] = to_upper(out[0]);
  return out;
}

bool shouted(std::string_view word) { return std::all_of(word.begin(), word.end(), is_upper); }

struct Spellings {
  std::unordered_map<std::string, int> times;  // how often the body writes it so

  Spellings(std::string_view title, std::string_view body) {
    for_each_run(title, [&](Span s) {
      const std::string_view word = slice(title, s);
      for (std::string spelling : {std::string(word), capital(word), lower_ascii(word)}) times.emplace(std::move(spelling), 0);
    });
    for_each_run(body, [&](Span s) {
      if (const auto found = times.find(std::string(slice(body, s))); found != times.end()) ++found->second;
    });
  }
  [[nodiscard]] int of(const std::string& word) const { return times.at(word); }
};

std::string softened(std::string_view title, std::string_view body) {
  if (title.size() <= body.size() && equals_ignore_case(body.substr(0, title.size()), title)) body.remove_prefix(title.size());
  const Spellings body_has(title, body.substr(0, kMostBody));
  std::vector<Span> runs;
  for_each_run(title, [&](Span s) { runs.push_back(s); });
  std::size_t many = 0, large = 0;
  bool shout = true;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::string_view word = slice(title, runs[i]);
    if (i > 0 && word.size() > 3) {
      ++many;
      large += is_upper(word[0]);
    }
    if (word.size() > 2 && !shouted(word)) shout = false;
  }
  const bool title_case = many > 0 && static_cast<double>(large) >= kTitleCase * static_cast<double>(many);
  shout = shout && title_case;
  std::string out(title);
  const auto soften = [&](Span s, bool first) -> std::string {
    std::string word(slice(title, s));
    const std::string low = lower_ascii(word), name = capital(word);
    if (word.size() > 4 && shouted(word) && !shout) {
      if (body_has.of(name) > body_has.of(word)) return name;
      if (body_has.of(word) == 0) return low;
    }
    if (!title_case || word.size() < 2 || !is_upper(word[0])) return word;
    if (shout) return body_has.of(name) > body_has.of(low) ? name : body_has.of(word) > body_has.of(low) ? word : low;
    return !first && body_has.of(low) >= body_has.of(word) ? low : word;
  };
  for (std::size_t i = 0; i < runs.size(); ++i) {
    out.replace(runs[i].begin, runs[i].size(), soften(runs[i], i == 0));
    if (title_case && i > 0 && slice(title, runs[i]) == "A" && title[runs[i].begin - 1] == ' ') out[runs[i].begin] = 'a';
  }
  return out;
}

// ---- pieces ----

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  for_each_run(text, [&](Span) { ++count; });
  return count;
}

// The length of one of `marks` that stands at byte i; 0 where none does.
std::size_t mark_at(std::string_view text, std::size_t i, std::initializer_list<std::string_view> marks) {
  for (std::string_view mark : marks) {
    if (text.substr(i, mark.size()) == mark) return mark.size();
  }
  return 0;
}

bool letter_or_digit(char c) { return is_alpha(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

Span trimmed(std::string_view text, Span s, std::string_view marks) {
  while (!s.empty() && marks.find(text[s.begin]) != std::string_view::npos) ++s.begin;
  while (!s.empty() && marks.find(text[s.end - 1]) != std::string_view::npos) --s.end;
  return s;
}

// "[Watch] "
Span without_bracket(std::string_view t, Span s) {
  const std::size_t close = slice(t, s).find(']');
  if (!slice(t, s).starts_with('[') || close == std::string_view::npos || words_in(slice(t, s).substr(0, close)) > kMostInBracket) return s;
  return trimmed(t, {s.begin + static_cast<std::uint32_t>(close) + 1, s.end}, " ");
}

// "UPDATE 2 - ", "Exclusive: "; the title as it is, for the capitals.
Span without_slug(std::string_view t, Span s) {
  for (std::string_view slug : {"UPDATE", "WRAPUP", "REFILE", "CORRECTED", "EXCLUSIVE", "BREAKING", "FACTBOX", "TIMELINE", "ANALYSIS", "RPT", "LEAD", "Exclusive", "Breaking", "Update", "Watch", "Video"}) {
    if (!slice(t, s).starts_with(slug)) continue;
    std::uint32_t i = s.begin + static_cast<std::uint32_t>(slug.size());
    const auto blank = [&] {
      if (i < s.end && t[i] == ' ') ++i;
    };
    const std::uint32_t mark = i;
    blank();
    if (i < s.end && is_digit(t[i])) {
      while (i < s.end && is_digit(t[i])) ++i;
    } else {
      i = mark;
    }
    blank();
    if (i < s.end && (t[i] == '-' || t[i] == ':')) {
      ++i;
      blank();
      return {i, s.end};
    }
  }
  return s;
}

// "..., the mayor says", "..., says Ada Lund": at most five words, the verb, at most three names.
Span without_speaker(std::string_view t, Span s) {
  for (std::uint32_t comma = s.begin; comma + 1 < s.end; ++comma) {
    if (t[comma] != ',' || t[comma + 1] != ' ') continue;
    const std::vector<std::string_view> words = split(slice(t, {comma + 2, s.end}), ' ');
    for (std::size_t i = 0; i < words.size() && i <= 5; ++i) {
      if (is_one_of(lower_ascii(words[i]), {"say", "says", "said", "claim", "claims", "reveal", "reveals", "report", "reports", "warn", "warns", "admit", "admits"})) {
        if (words.size() - i - 1 > 3 || !std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end(), [](std::string_view w) { return !w.empty() && is_upper(w[0]); })) break;
        return {s.begin, comma};
      }
      if (words[i].empty() || !is_alpha(words[i][0]) || words[i].find_first_of(",;:") != std::string_view::npos) break;
    }
  }
  return s;
}

// The end of the quotation that opens at byte i (behind its closing mark); i where none does.
std::size_t quotation_end(std::string_view t, std::size_t i, std::size_t begin, std::size_t end) {
  const std::size_t open = mark_at(t, i, {"'", "\"", "\u2018", "\u201C"});
  if (!open || (i > begin && t[i - 1] != ' ' && t[i - 1] != ':' && t[i - 1] != '(')) return i;
  if (i + open >= end || !letter_or_digit(t[i + open])) return i;
  for (std::size_t k = i + open + 1; k < end; ++k) {
    const std::size_t close = mark_at(t, k, {"'", "\"", "\u2019", "\u201D"});
    if (!close) {
      if (mark_at(t, k, {"\u201C"})) return i;
      continue;
    }
    const bool behind_word = is_alpha(t[k - 1]) || is_digit(t[k - 1]) || is_one_of(t.substr(k - 1, 1), {".", "!", "?"});
    const std::size_t after = k + close;
    if (behind_word && (after >= end || is_one_of(t.substr(after, 1), {" ", ",", ".", ":", ";", ")"}))) return after;
    if (t[k] == '"' || t.substr(k, 3) == "\u201D") return i;
  }
  return i;
}

// A quotation in front of a new clause, one behind a colon or comma: taken off when enough is left.
Span without_quotations(std::string_view t, Span s) {
  Span out = s;
  if (const std::size_t end = quotation_end(t, s.begin, s.begin, s.end); end > s.begin && end < s.end) {
    const std::string_view next = trim(t.substr(end, 2));
    if (!next.empty() && is_upper(next[0])) out.begin = static_cast<std::uint32_t>(end);
  }
  for (std::size_t i = out.begin + 1; i < s.end; ++i) {
    if (const std::size_t end = quotation_end(t, i, s.begin, s.end); end > i) {
      const std::string_view before = trim(slice(t, {out.begin, static_cast<std::uint32_t>(i)}));
      if (end == s.end && (before.empty() || before.back() == ':' || before.back() == ',')) out.end = static_cast<std::uint32_t>(i);
      i = end - 1;
    }
  }
  out = trimmed(t, out, " :,");
  return words_in(slice(t, out)) >= kLeastWords ? out : s;
}

std::vector<Span> pieces_of(std::string_view t, Span s) {
  std::vector<Span> out;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    const Span piece = trimmed(t, {begin, end}, " \t\n\r");
    if (std::any_of(t.begin() + piece.begin, t.begin() + piece.end, letter_or_digit)) out.push_back(piece);
  };
  std::uint32_t begin = s.begin;
  for (std::uint32_t i = s.begin; i < s.end; ++i) {
    std::size_t size = mark_at(t, i, {":", ";"});
    if (!size && i > s.begin && is_space(t[i - 1])) size = mark_at(t, i, {"|", "\u2013", "\u2014", "--", "-"});
    if (!size || i + size >= s.end || !is_space(t[i + size])) continue;
    add(begin, i);
    begin = i + static_cast<std::uint32_t>(size);
    i = begin - 1;
  }
  add(begin, s.end);
  return out;
}

}  // namespace

Headline read_headline(std::string_view title, std::string_view body) {
  std::size_t end = std::min(title.size(), kLongestTitle);
  while (end > 0 && end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0) == 0x80) --end;
  Headline out{softened(title.substr(0, end), trim(body)), {}};
  Span whole = trimmed(out.words, {0, static_cast<std::uint32_t>(end)}, " \t\n\r");
  whole = without_quotations(out.words, without_speaker(out.words, without_slug(title, without_bracket(title, whole))));
  out.pieces = pieces_of(out.words, whole);
  return out;
}

}  // namespace attache

#include "mentions/lead.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace attache {
namespace {

constexpr std::uint32_t kLeadBytes = 6'000;      // where the weight of a day falls below what is answered (event_time.cc)
constexpr std::uint32_t kDatelineBytes = 600;    // captions may stand in front of it
constexpr std::uint32_t kLeastTokens = 2;        // of a sentence; less is left over from a page

class Parting {
 public:
  Parting(std::string_view text, const Segmentation& segmentation, std::vector<Sentence>& out) : text_(text), s_(segmentation), out_(out) {}

  void part(const Sentence& sentence) {
    std::uint32_t begin = sentence.first;
    for (std::uint32_t i = sentence.first; i < sentence.last;) {
      if (const std::uint32_t size = furniture_size(text_, s_, i, sentence.last)) {
        add(sentence, begin, i);
        begin = i = i + size;
        continue;
      }
      if (i > begin && glued(i, sentence.last)) {
        add(sentence, begin, i);
        begin = i;
      }
      ++i;
    }
    add(sentence, begin, sentence.last);
  }

 private:
  std::string_view text_;
  const Segmentation& s_;
  std::vector<Sentence>& out_;

  std::string_view word(std::uint32_t i) const { return slice(text_, s_.tokens[i].span); }

  // "... at the dam The minister said": a sentence begins where a function word with a capital stands between small words.
  bool glued(std::uint32_t i, std::uint32_t end) const {
    if (i + 1 >= end || !s_.tokens[i].space_before) return false;
    const char before = text_[s_.tokens[i - 1].span.end - 1], after = text_[s_.tokens[i + 1].span.begin];
    if (!is_lower(before) && !is_digit(before) && before != ')') return false;
    if (!is_lower(after) && after != '"' && after != '\'') return false;
    if (word(i) == "At") return word(i + 1) == "least";
    return is_one_of(word(i), {"A", "An", "The", "This", "These", "That", "He", "She", "It", "They", "We", "His", "Her", "Some", "Two", "Three", "Four", "Five", "Six", "Seven", "Dozens", "Hundreds", "Thousands", "But", "However", "After", "When", "While", "With"});
  }

  void add(const Sentence& of, std::uint32_t first, std::uint32_t last) {
    if (last < first + kLeastTokens) return;
    out_.push_back({{s_.tokens[first].span.begin, s_.tokens[last - 1].span.end}, first, last, of.block, of.title});
  }
};

// "... PORT ALDER, Lakeland, March 3 (Northwire) - The ...": from the dash back to the capitals.
class DatelineReader {
 public:
  DatelineReader(std::string_view text, const Sentence& s, const std::vector<Token>& tokens) : text_(text), s_(s), tokens_(tokens) {}

  // The tokens of the place; `behind` gets the token behind the dash.
  std::optional<Span> read(std::uint32_t& behind) const {
    for (std::uint32_t i = s_.first + 1; i + 1 < s_.last && tokens_[i].span.begin < kDatelineBytes; ++i) {
      std::uint32_t after = i + 1;
      if (!is_one_of(word(i), {"-", "--", "\u2013", "\u2014", "\u2015"}) || !tokens_[i].space_before) continue;
      while (after < s_.last && word(after) == "-" && !tokens_[after].space_before) ++after;  // "--" as two marks
      if (after >= s_.last || !tokens_[after].space_before) continue;
      if (const auto place = before(i)) {
        behind = after;
        return place;
      }
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  const Sentence& s_;
  const std::vector<Token>& tokens_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  bool shouted(std::uint32_t i) const { return word(i).size() > 1 && is_all_capitals(word(i)); }

  std::optional<Span> before(std::uint32_t end) const {
    std::uint32_t i = end;
    const bool credited = i > s_.first && word(i - 1) == ")";
    if (credited) {
      while (i > s_.first && word(i - 1) != "(") --i;
      if (i > s_.first) --i;
    }
    // the day and the land behind the place
    std::uint32_t steps = 0;
    while (i > s_.first && !shouted(i - 1) && steps < 6 && (word(i - 1) == "," || word(i - 1) == "." || tokens_[i - 1].capitalised || tokens_[i - 1].kind == TokenKind::number)) --i, ++steps;
    if (i == s_.first || !shouted(i - 1)) return std::nullopt;
    if (steps > 0 && word(i) != ",") return std::nullopt;
    std::uint32_t first = i - 1;
    while (first > s_.first && shouted(first - 1)) --first;
    const bool opens = first == s_.first || word(first - 1) == ")" || word(first - 1) == "." || is_lower(text_[tokens_[first - 1].span.end - 1]);
    if (first != s_.first && !credited && steps == 0) return std::nullopt;  // "the NATO - EU talks"
    if (!opens || (i - first == 1 && word(first).size() < 3)) return std::nullopt;
    return Span{tokens_[first].span.begin, tokens_[i - 1].span.end};
  }
};

// The field's span may hold the whole line, "PORT ALDER, March 3 (Northwire) -": the place in it.
Span place_alone(std::string_view text, const Evident<std::string>& place) {
  const std::string line = lower_ascii(slice(text, place.span));
  const std::size_t at = place.value.empty() ? std::string::npos : line.find(lower_ascii(place.value));
  if (at != std::string::npos) return {place.span.begin + static_cast<std::uint32_t>(at), place.span.begin + static_cast<std::uint32_t>(at + place.value.size())};
  const std::size_t end = std::min(line.find_first_of(",(-"), line.size());
  return {place.span.begin, place.span.begin + static_cast<std::uint32_t>(trim(line.substr(0, end)).size())};
}

}  // namespace

Lead read_lead(const Report& report, const Language& language) {
  Lead lead;
  const Segmentation& segmentation = language.segmentation;
  Parting parting(report.text, segmentation, lead.sentences);
  for (const Evident<std::string>& place : report.dateline_places) {
    if (lead.dateline || place.span.empty()) continue;
    if (const Span alone = place_alone(report.text, place); !alone.empty()) lead.dateline = alone;
  }
  for (const Sentence& sentence : segmentation.sentences) {
    if (sentence.title) continue;
    if (sentence.span.begin > kLeadBytes && !lead.sentences.empty()) break;
    Sentence rest = sentence;
    if (sentence.span.end > kLeadBytes) {  // a text without full stops is one sentence
      const auto tokens = segmentation.tokens.begin();
      const auto end = std::lower_bound(tokens + sentence.first + 1, tokens + sentence.last, kLeadBytes + sentence.span.begin, [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
      rest.last = static_cast<std::uint32_t>(end - tokens);
    }
    if (!lead.dateline && sentence.span.begin < kDatelineBytes) {
      std::uint32_t behind = 0;
      lead.dateline = DatelineReader(report.text, sentence, segmentation.tokens).read(behind);
      if (lead.dateline) {
        // what stands in front is a caption or the title once more
        std::uint32_t place = sentence.first;
        while (segmentation.tokens[place].span.begin < lead.dateline->begin) ++place;
        Sentence front = sentence;
        front.last = place;
        parting.part(front);
        rest.first = behind;
      }
    }
    parting.part(rest);
  }
  return lead;
}

}  // namespace attache

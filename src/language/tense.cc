#include "language/tense.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

namespace wc = word_class;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What happens by timetable: its simple present speaks of a day ahead.
constexpr std::array<std::string_view, 26> kTimetable = {"open", "close", "begin", "start", "end", "expire", "resume", "run", "meet", "arrive", "leave", "return", "travel", "face", "hold", "host", "take", "enter", "convene", "conclude", "come", "fall", "lapse", "reopen", "go", "vote"};
// Said of what has been arranged: "due on Monday", "scheduled for May", "set to speak".
constexpr std::array<std::string_view, 12> kArranged = {"due", "scheduled", "expected", "planned", "slated", "set", "supposed", "poised", "going", "likely", "ready", "bound"};
// Before an infinitive that tells what happened: "managed to leave", "was forced to resign".
constexpr std::array<std::string_view, 24> kDone = {"managed", "began", "started", "failed", "used", "forced", "helped", "tried", "met", "gathered", "returned", "arrived", "travelled", "traveled", "went", "came", "flew", "continued", "refused", "declined", "appeared", "seemed", "compelled", "able"};

// What lasts beyond the act itself: "put off until September", "extended until May".
constexpr std::array<std::string_view, 17> kHeldOver = {"put", "postpone", "delay", "extend", "adjourn", "suspend", "defer", "prolong", "renew", "close", "shut", "ban", "bar", "halt", "remand", "cancel", "schedule"};

constexpr std::uint32_t kReach = 200;  // tokens to each side: keeps an endless sentence linear

class Clause {
 public:
  Clause(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon, const Sentence& sentence) : text_(text), tokens_(tokens), lexicon_(lexicon), s_(sentence) {}

  Direction read(std::uint32_t first, std::uint32_t last) const {
    if (const Direction d = to_the_left(first); d != Direction::unknown) return d;
    return to_the_right(last);
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const Sentence& s_;

  std::string lower(std::uint32_t i) const { return lower_ascii(slice(text_, tokens_[i].span)); }
  bool is(std::uint32_t i, std::uint32_t bits) const { return (tokens_[i].classes & bits) != 0; }

  bool ends_clause(std::uint32_t i) const {
    if (tokens_[i].kind == TokenKind::mark) {
      const std::string_view mark = slice(text_, tokens_[i].span);
      return mark == ";" || mark == ":" || mark == "\"" || mark == "\u201C" || mark == "\u201D" || mark == "\u2014" || mark == "\u2013" || mark == "--";
    }
    if (tokens_[i].kind != TokenKind::word) return false;
    if (is(i, wc::relative)) return true;
    return is(i, wc::subordinator) && !is(i, wc::preposition | wc::adverb);
  }

  Direction to_the_left(std::uint32_t first) const {
    if (first > s_.first && lower(first - 1) == "deadline") return Direction::ahead;
    const bool until = first > s_.first && lower(first - 1) == "until";
    for (std::uint32_t k = first; k-- > s_.first && first - k <= kReach;) {
      if (ends_clause(k)) return Direction::unknown;
      if (one_of(lower(k), kArranged) && !is(k, wc::verb_form)) return Direction::ahead;
      if (!is_verb(k)) continue;
      if (until && (lower(k) == "has" || lower(k) == "have" || one_of(verb_lemma_of(lexicon_, lower(k)), kHeldOver))) return Direction::ahead;
      if (const Direction d = group_at(k, first); d != Direction::unknown) return d;
    }
    return Direction::unknown;
  }

  Direction to_the_right(std::uint32_t last) const {
    for (std::uint32_t k = last; k < s_.last && k - last < kReach; ++k) {
      if (ends_clause(k)) return Direction::unknown;
      if (is_verb(k)) {
        if (const Direction d = group_at(k, s_.last); d != Direction::unknown) return d;
      }
    }
    return Direction::unknown;
  }

  bool is_past_form(const std::string& word) const {
    const std::string_view lemma = verb_lemma_of(lexicon_, word);
    if (!lemma.empty()) return word != lemma && !word.ends_with("ing") && !word.ends_with("s");
    return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed");
  }

  bool is_base(const std::string& word) const { return verb_lemma_of(lexicon_, word) == word; }

  bool is_verb(std::uint32_t i) const {
    if (tokens_[i].kind == TokenKind::clitic) return false;
    if (tokens_[i].kind != TokenKind::word) return false;
    if (is(i, wc::auxiliary | wc::modal)) return lower(i) != "may" || !tokens_[i].capitalised;
    if (tokens_[i].capitalised && i > s_.first) return false;
    const std::string word = lower(i);
    if (word.ends_with("ing")) return false;
    const bool known = is(i, wc::verb_form);
    if (!known && !is_past_form(word)) return false;
    if (i == s_.first) return is_past_form(word);
    // after an article, an adjective or a preposition it is a noun or an attribute: "the talks", "a planned vote"
    const bool nominal = is(i - 1, wc::determiner | wc::possessive | wc::common_adjective | wc::quantifier) || tokens_[i - 1].kind == TokenKind::clitic || (is(i - 1, wc::preposition) && !is(i - 1, wc::infinitive_to));
    return !nominal;
  }

  std::optional<std::uint32_t> before(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > s_.first;) {
      if (is(k, wc::adverb | wc::negation) && !is(k, wc::auxiliary | wc::modal)) continue;
      return k;
    }
    return std::nullopt;
  }

  // The verb group whose last verb is at i.
  Direction group_at(std::uint32_t i, std::uint32_t limit) const {
    const std::string word = lower(i);
    if (is(i, wc::modal)) return Direction::ahead;
    if (is(i, wc::auxiliary)) return auxiliary_at(i, limit);
    const auto left = before(i);
    const std::string aux = left ? lower(*left) : "";
    if (aux == "to" && (is_base(word) || !is_past_form(word))) return infinitive_at(*left);
    if (left && is(*left, wc::modal)) return Direction::ahead;
    if (is_past_form(word) && word != "set") {
      if (left && is(*left, wc::auxiliary)) return auxiliary_at(*left, limit);
      return one_of(word, kArranged) ? Direction::ahead : Direction::back;
    }
    if (left && (aux == "did" || aux == "didn't")) return Direction::back;
    if (left && is(*left, wc::auxiliary)) return auxiliary_at(*left, limit);
    if (left && is(*left, wc::coordinator) && is_base(word) && !has_no_past_of_its_own(word)) return shared_auxiliary(*left);
    // cut, put, hit, shut: the past is most likely in news
    if (verb_lemma_of(lexicon_, word + "s") == word && verb_lemma_of(lexicon_, word + "ed").empty() && has_no_past_of_its_own(word)) return Direction::back;
    if (one_of(verb_lemma_of(lexicon_, word), kTimetable) && i + 1 < s_.last && !is_past_form(lower(i + 1))) return Direction::ahead;
    return Direction::unknown;
  }

  // "would study the request and organise talks": the base form behind "and" shares what stands before the first verb.
  Direction shared_auxiliary(std::uint32_t coordinator) const {
    for (std::uint32_t k = coordinator; k-- > s_.first;) {
      if (is(k, wc::modal) || lower(k) == "to") return Direction::ahead;
    }
    return Direction::unknown;
  }

  static bool has_no_past_of_its_own(std::string_view word) {
    static constexpr std::array<std::string_view, 14> kSame = {"cut", "put", "hit", "hurt", "shut", "spread", "split", "quit", "let", "set", "read", "broadcast", "bid", "reset"};
    return one_of(word, kSame);
  }

  Direction auxiliary_at(std::uint32_t i, std::uint32_t limit) const {
    const std::string word = lower(i);
    std::uint32_t next = i + 1;
    while (next < limit && is(next, wc::adverb | wc::negation)) ++next;
    const std::string after = next < limit ? lower(next) : "";
    const bool arranged = one_of(after, kArranged) || after == "to";
    if (word == "be" || word == "been" || word == "being") {
      const auto left = before(i);
      if (!left) return Direction::unknown;
      if (lower(*left) == "to") return infinitive_at(*left);
      if (is(*left, wc::modal)) return Direction::ahead;
      return is(*left, wc::auxiliary) ? auxiliary_at(*left, limit) : Direction::unknown;
    }
    if (word == "was" || word == "were" || word == "wasn't" || word == "weren't") return arranged ? Direction::ahead : Direction::back;
    if (word == "had" || word == "did" || word == "hadn't" || word == "didn't") return Direction::back;
    if (word == "has" || word == "have" || word == "hasn't" || word == "haven't") {
      if (after == "to") return Direction::ahead;
      const auto left = before(i);
      if (left && is(*left, wc::modal)) return lower(*left) == "would" || lower(*left) == "will" ? Direction::ahead : Direction::back;  // "may have left on Monday"
      return is_past_form(after) || after == "been" || has_no_past_of_its_own(after) ? Direction::back : Direction::unknown;
    }
    if (word == "is" || word == "are" || word == "isn't" || word == "aren't") return arranged || after.ends_with("ing") || next >= limit ? Direction::ahead : Direction::unknown;
    return Direction::unknown;
  }

  // "to" at i: what stands before says whether the act was done.
  Direction infinitive_at(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > s_.first && i - k <= 6;) {
      if (ends_clause(k)) break;
      const std::string word = lower(k);
      if (one_of(word, kDone)) return Direction::back;
      if (word == "had") return Direction::back;
      if (is(k, wc::auxiliary) || is_verb(k)) break;
    }
    return Direction::ahead;
  }
};

}  // namespace

Direction direction_at(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon, const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  return Clause(text, tokens, lexicon, sentence).read(first, last);
}

}  // namespace attache

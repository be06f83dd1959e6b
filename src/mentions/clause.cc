#include "mentions/clause.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace attache {
namespace {

namespace wc = word_class;

constexpr std::uint32_t kFunction = wc::preposition | wc::coordinator | wc::subordinator | wc::auxiliary | wc::modal | wc::relative | wc::infinitive_to;

// Where words are said or written: what "in a ..." may introduce between a verb and its content.
bool is_medium(std::string_view lower) {
  static constexpr std::array<std::string_view, 44> kMedia = {"statement", "letter", "interview", "tweet", "post", "speech", "briefing", "conference", "press", "television", "tv", "radio", "video", "message", "address", "note", "email", "e-mail",
                                                              "report", "column", "article", "op-ed", "twitter", "facebook", "telegram", "x", "weibo", "instagram", "series", "remarks", "comments", "hearing", "debate", "session", "meeting",
                                                              "event", "rally", "media", "call", "response", "reply", "filing", "podcast", "communique"};
  return std::find(kMedia.begin(), kMedia.end(), lower) != kMedia.end();
}

}  // namespace

bool overlap(const std::vector<Range>& ranges, Range r) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range x) { return x.first < r.last && r.first < x.last; });
}

Clauses::Clauses(std::string_view text, const Language& language, const Quotes& quotes)
    : text_(text), language_(language), tokens_(language.segmentation.tokens), quotes_(quotes), names_at_(tokens_.size(), -1), titles_at_(tokens_.size(), -1), times_at_(tokens_.size(), -1), same_sentence_(tokens_.size(), 0) {
  for (std::uint32_t s = 0; s < language.segmentation.sentences.size(); ++s) {
    for (std::uint32_t t = language.segmentation.sentences[s].first; t < language.segmentation.sentences[s].last; ++t) same_sentence_[t] = s;
  }
  for (std::size_t n = 0; n < language.names.names.size(); ++n) {
    for (std::uint32_t t = language.names.names[n].first; t < language.names.names[n].last; ++t) names_at_[t] = static_cast<std::int32_t>(n);
  }
  for (std::size_t n = 0; n < language.names.titles.size(); ++n) {
    for (std::uint32_t t = language.names.titles[n].first; t < language.names.titles[n].last; ++t) titles_at_[t] = static_cast<std::int32_t>(n);
  }
  for (std::size_t n = 0; n < language.times.size(); ++n) {
    for (std::uint32_t t = language.times[n].first; t < language.times[n].last; ++t) times_at_[t] = static_cast<std::int32_t>(n);
  }
}

std::string Clauses::lower(std::uint32_t i) const { return lower_ascii(word(i)); }

bool Clauses::noun_like(std::uint32_t i) const {
  const Token& t = tokens_[i];
  if (t.kind == TokenKind::clitic || t.kind == TokenKind::number) return true;
  if (t.kind == TokenKind::mark) return is_abbreviation_stop(i);
  if (name_at(i) || title_at(i)) return true;
  if (i > 0 && i + 1 < tokens_.size() && !t.capitalised && !(t.classes & wc::number_word) && word(i).size() > 4 && word(i).ends_with("ed") &&
      (tokens_[i + 1].classes & (wc::determiner | wc::possessive)) && !(tokens_[i - 1].classes & (wc::determiner | wc::possessive | wc::quantifier)) && !(tokens_[i + 1].classes & wc::relative)) {
    return false;  // "handed the judge": a verb that no list knows
  }
  if (t.classes & (wc::possessive | wc::common_adjective | wc::quantifier | wc::number_word)) return true;
  if ((t.classes & wc::determiner) && !(t.classes & wc::relative)) return true;
  if (t.classes & kFunction) return false;
  if (t.classes & wc::pronoun) return false;
  if (t.classes & wc::adverb) {
    // "newly elected": an adverb inside a phrase
    return i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word && word(i).ends_with("ly") && (word(i + 1).ends_with("ed") || word(i + 1).ends_with("ing"));
  }
  if ((t.classes & wc::verb_form) && !t.capitalised) {
    // nouns that look like verbs stay; finite-looking forms need a sign of a noun before them
    const std::string w = lower(i);
    if (i == 0) return true;
    const Token& before = tokens_[i - 1];
    const bool noun_sign = (before.classes & (wc::determiner | wc::possessive | wc::common_adjective | wc::number_word | wc::quantifier)) != 0 || before.kind == TokenKind::clitic || before.kind == TokenKind::number;
    if (noun_sign && !(before.classes & (wc::pronoun | wc::relative))) return true;
    if (w.ends_with("ed") || w == "said" || w == "told" || w == "wrote" || w == "was" || w == "says" || w == "took" || w == "made" || w == "gave" || w == "came" || w == "went" || w == "met" || w == "sent" || w == "held" || w == "began" || w == "became" || w == "saw" || w == "kept" || w == "left" || w == "found" || w == "led") return false;
    if (w.ends_with("ing")) return true;
    // "union leaders", "State Department support": after a name or noun a base or -s form is taken as a noun
    return before.capitalised || (before.classes & ~wc::verb_form) == 0;
  }
  return true;
}

// "Lt. Col. Haddow": the stop belongs to the short word before it.
bool Clauses::is_abbreviation_stop(std::uint32_t i) const {
  return is(i, ".") && i > 0 && i + 1 < tokens_.size() && !tokens_[i].space_before && tokens_[i - 1].kind == TokenKind::word && tokens_[i - 1].capitalised && tokens_[i - 1].span.size() <= 5 && tokens_[i + 1].kind == TokenKind::word &&
         tokens_[i + 1].capitalised && same_sentence_[i] == same_sentence_[i + 1];
}

bool Clauses::can_end_phrase(std::uint32_t i) const {
  const Token& t = tokens_[i];
  if (t.kind == TokenKind::mark) return is(i, ")");
  if (t.kind == TokenKind::clitic) return false;
  if (t.kind == TokenKind::number) return true;
  if (name_at(i) || title_at(i)) return true;
  if (t.classes & wc::pronoun) return !(t.classes & wc::possessive) || lower(i) == "her";
  if (t.classes & (kFunction | wc::determiner | wc::possessive | wc::adverb)) {
    const std::string w = lower(i);
    return w == "who" || w == "this" || w == "that" || w == "others" || w == "some" || w == "many" || w == "several" || w == "few" || w == "most" || w == "both" || w == "all";
  }
  return noun_like(i);
}

bool Clauses::can_begin_phrase(std::uint32_t i) const {
  const Token& t = tokens_[i];
  if (t.kind == TokenKind::mark || t.kind == TokenKind::clitic) return false;
  if (t.kind == TokenKind::number || name_at(i) || title_at(i)) return true;
  if (t.classes & (wc::determiner | wc::possessive | wc::pronoun | wc::quantifier | wc::number_word | wc::common_adjective)) return !(t.classes & wc::relative) || lower(i) == "that" || lower(i) == "this";
  if (t.classes & (kFunction | wc::adverb)) return false;
  return true;
}

bool Clauses::is_finite_verb(std::uint32_t i) const {
  const Token& t = tokens_[i];
  if (t.kind != TokenKind::word || quoted(i)) return false;
  if (t.classes & (wc::auxiliary | wc::modal)) return lower(i) != "being" && lower(i) != "having" && lower(i) != "been" && lower(i) != "be";
  if (!(t.classes & wc::verb_form) || t.capitalised || noun_like(i)) return false;
  return !word(i).ends_with("ing");
}

std::optional<Range> Clauses::simple_phrase_before(std::uint32_t end, std::uint32_t floor) const {
  if (end <= floor || !can_end_phrase(end - 1) || quoted(end - 1)) return std::nullopt;
  std::uint32_t i = end - 1;
  if (has(i, wc::pronoun) && !name_at(i) && tokens_[i].kind == TokenKind::word) {
    const std::string w = lower(i);
    if (w == "others" || w == "one" || w == "someone") {
      // "many others", "no one"
      if (i > floor && has(i - 1, wc::quantifier | wc::determiner)) return Range{i - 1, end};
    }
    return Range{i, end};
  }
  if (has(i, wc::relative) && lower(i) == "who") return Range{i, end};
  std::uint32_t begin = end;
  while (i + 1 > floor) {
    if (quoted(i) || in_time(i)) break;
    if (is(i, ")") || is(i, "]")) {
      std::uint32_t open = i;
      while (open > floor && !is(open, "(") && !is(open, "[")) --open;
      if (!is(open, "(") && !is(open, "[")) break;
      begin = open;
      if (open == floor) break;
      i = open - 1;
      continue;
    }
    if (noun_like(i)) {
      const bool determiner = has(i, wc::determiner | wc::possessive) && !name_at(i);
      begin = i;
      if (i == floor) break;
      if (determiner && !(tokens_[i - 1].kind == TokenKind::word && has(i - 1, wc::determiner | wc::quantifier) && !quoted(i - 1))) {
        // a determiner begins the phrase, unless the phrase is the object of a preposition inside a larger one
        const std::string p = lower(i - 1);
        const bool inner = (p == "of" || p == "for" || p == "at" || p == "in" || p == "from" || p == "with" || p == "to" || p == "on" || p == "by" || p == "under" || p == "against") && i >= floor + 2 && noun_like(i - 2) && !in_time(i - 2) && !quoted(i - 2);
        if (!inner) break;
        i -= 2;
        continue;
      }
      --i;
      continue;
    }
    const std::string w = lower(i);
    const bool joins = (w == "of" || w == "for" || w == "at" || w == "in" || w == "from" || w == "with" || w == "to" || w == "on" || w == "against" || w == "behind" || w == "near" || w == "under" || w == "between" || w == "by");
    if (joins && i > floor && noun_like(i - 1) && !has(i - 1, wc::determiner | wc::possessive) && !in_time(i - 1) && !quoted(i - 1) && begin < end) {
      // a phrase inside the phrase: "party leaders in Tarrow", "the member of the House"
      if (tokens_[i - 1].kind == TokenKind::number) break;
      --i;
      continue;
    }
    if ((w == "and" || w == "or" || w == "&") && i > floor && noun_like(i - 1) && !quoted(i - 1) && begin < end && !has(i - 1, wc::determiner)) {
      // "Serbia and its ally Russia": only noun before noun
      --i;
      continue;
    }
    break;
  }
  // leading words that cannot begin a phrase
  while (begin < end && (tokens_[begin].kind == TokenKind::clitic || (tokens_[begin].kind == TokenKind::mark && !is(begin, "(")) || (has(begin, wc::adverb) && !name_at(begin) && !has(begin, wc::quantifier | wc::determiner | wc::common_adjective)))) ++begin;
  if (begin >= end) return std::nullopt;
  return Range{begin, end};
}

// "A Western official who was not authorised to speak to the press": a phrase right behind a preposition or a verb is the
// end of a relative clause; the clause's head is meant.
std::optional<Range> Clauses::with_relative_clause(Range phrase, std::uint32_t floor) const {
  if (phrase.first < floor + 3) return std::nullopt;
  const std::uint32_t before = phrase.first - 1;
  if (tokens_[before].kind != TokenKind::word || quoted(before) || !has(before, wc::preposition | wc::verb_form | wc::infinitive_to | wc::auxiliary)) return std::nullopt;
  std::optional<Range> found;
  for (std::uint32_t i = phrase.first; i-- > floor + 1 && phrase.last - i < 40;) {
    if (quoted(i) || tokens_[i].kind == TokenKind::mark) break;
    if (lower(i) != "who" && lower(i) != "whose") continue;
    const auto head = simple_phrase_before(i, floor);
    if (head && (head->first == floor || !has(head->first - 1, wc::preposition | wc::verb_form))) found = Range{head->first, phrase.last};
  }
  return found;
}

std::optional<Range> Clauses::phrase_before(std::uint32_t end, std::uint32_t floor) const {
  if (end <= floor) return std::nullopt;
  if (!is(end - 1, ",")) {
    auto phrase = simple_phrase_before(end, floor);
    if (!phrase) return std::nullopt;
    if (const auto whole = with_relative_clause(*phrase, floor)) return whole;
    // "The member of the House, the Democrat, John Roe": appositions that lead up to the name
    for (int more = 0; more < 3; ++more) {
      const std::uint32_t b = phrase->first;
      if (b < floor + 2 || !is(b - 1, ",")) break;
      const bool is_name = name_at(phrase->last - 1) && language_.names.entities[name_at(phrase->last - 1)->entity].type == EntityType::person;
      const bool names_person = is_name || (name_at(b) && language_.names.entities[name_at(b)->entity].type == EntityType::person);
      if (!names_person) break;
      const auto before = simple_phrase_before(b - 1, floor);
      if (!before) break;
      // what leads up to a name describes a person: it begins with a determiner or holds an office
      bool office = has(before->first, wc::determiner) && !name_at(before->first);
      for (std::uint32_t t = before->first; t < before->last; ++t) office |= title_at(t) != nullptr;
      // "in a letter to the museum, the widow Marta Silen wrote"
      if (before->first > floor && has(before->first - 1, wc::preposition | wc::infinitive_to)) break;
      bool other_person = false;
      for (std::uint32_t t = before->first; t < before->last; ++t) other_person |= name_at(t) && language_.names.entities[name_at(t)->entity].type == EntityType::person;
      if (!office || other_person) break;
      phrase->first = before->first;
    }
    return phrase;
  }
  // A comma before the verb closes an apposition, a relative clause or a participle phrase.
  std::uint32_t close = end - 1;
  while (close > floor && is(close - 1, ",")) --close;  // doubled commas
  for (std::uint32_t open = close; open-- > floor + 1;) {
    if (quoted(open)) continue;
    if (is(open, ";") || is(open, ":") || is(open, ".")) return std::nullopt;
    if (!is(open, ",")) continue;
    const std::uint32_t inner = open + 1;
    const auto head = simple_phrase_before(open, floor);
    if (!head) {
      continue;
    }
    const std::string w = lower(inner);
    const bool relative = has(inner, wc::relative);
    const bool participle = (has(inner, wc::verb_form) && (w.ends_with("ing") || w.ends_with("ed"))) || (!tokens_[inner].capitalised && w.size() > 5 && w.ends_with("ing"));
    const bool adverbial = has(inner, wc::preposition | wc::subordinator) || in_time(inner) || (has(inner, wc::adverb) && !has(inner, wc::determiner));
    if (relative || participle || adverbial) {
      // the head alone is the source; a further apposition may stand before it
      if (!is(open - 1, ",")) {
        if (auto whole = phrase_before(open, floor)) return relative ? Range{whole->first, close} : *whole;
      }
      return relative ? Range{head->first, close} : *head;
    }
    const auto apposition = simple_phrase_before(close, inner);
    if (apposition && apposition->first <= inner + 1) {
      // "the President of Velmara, Ilka Doran," / "John Roe, a spokesman for the ministry,"
      return Range{head->first, close};
    }
    // long appositions with their own commas: "a commander of KFOR, NATO's mission to the province of Serbia,"
    if (tokens_[inner].kind == TokenKind::word && (has(inner, wc::determiner | wc::possessive) || name_at(inner) || title_at(inner)) && close - inner <= 18) {
      bool verb = false;
      for (std::uint32_t t = inner; t < close; ++t) verb |= is_finite_verb(t);
      if (!verb) return Range{head->first, close};
    }
  }
  // a comma that only follows the subject ("Doran,, on February 28 said" after stepping back)
  return simple_phrase_before(close, floor);
}

std::optional<Range> Clauses::phrase_after(std::uint32_t begin, std::uint32_t limit, bool apposition, bool inside) const {
  if (begin >= limit || !can_begin_phrase(begin) || quoted(begin)) return std::nullopt;
  if (has(begin, wc::pronoun) && !name_at(begin) && !has(begin, wc::determiner)) return Range{begin, begin + 1};
  std::uint32_t i = begin;
  std::uint32_t end = begin;
  while (i < limit && !quoted(i)) {
    if (in_time(i) && i > begin) break;
    // "told Reuters the chairman would resign": a second phrase begins
    if (i > begin && has(i, wc::determiner | wc::possessive) && !name_at(i) && !has(i - 1, wc::determiner | wc::quantifier | wc::preposition | wc::coordinator) && tokens_[i - 1].kind == TokenKind::word) break;
    if (noun_like(i)) {
      ++i;
      end = i;
      continue;
    }
    if (is(i, "(")) {
      std::uint32_t close = i;
      while (close < limit && !is(close, ")")) ++close;
      if (close >= limit || close - i > 8) break;
      i = close + 1;
      end = i;
      continue;
    }
    const std::string w = lower(i);
    const bool of = w == "of" || (w == "for" || w == "at" || w == "to" || w == "in" || w == "with" || w == "by");
    if (of && i + 1 < limit && noun_like(i + 1) && !in_time(i + 1)) {
      // after a person's name only "of" joins; after an office or common noun the others do too
      const bool after_person = name_at(i - 1) && language_.names.entities[name_at(i - 1)->entity].type == EntityType::person;
      if (w != "of" && !inside && (after_person || (!title_at(i - 1) && (w == "in" || w == "to" || w == "with")))) break;
      ++i;
      continue;
    }
    if ((w == "and" || w == "&") && i + 1 < limit && (name_at(i + 1) || title_at(i + 1)) && i > begin) {
      ++i;
      continue;
    }
    break;
  }
  if (end == begin) return std::nullopt;
  if (apposition && is(end, ",") && end + 1 < limit) {
    const std::uint32_t inner = end + 1;
    const bool starts = (has(inner, wc::determiner) && !has(inner, wc::pronoun)) || title_at(inner) || name_at(inner) || has(inner, wc::common_adjective);
    if (starts) {
      if (const auto more = phrase_after(inner, limit, false, true)) {
        const bool ends = more->last >= limit || is(more->last, ",") || is(more->last, ".") || is(more->last, ";") || is(more->last, ":") || has(more->last, wc::relative);
        bool office = has(inner, wc::determiner);
        for (std::uint32_t t = more->first; t < more->last; ++t) office |= title_at(t) != nullptr;
        if (ends && office) return Range{begin, more->last};
      }
    }
  }
  if (apposition && is(end, ",") && end + 2 < limit && (lower(end + 1) == "who" || lower(end + 1) == "whose")) {
    std::uint32_t close = end + 1;
    while (close < limit && !is(close, ",") && !is(close, ";") && !quoted(close)) ++close;
    if (close == limit) return Range{begin, close};
  }
  return Range{begin, end};
}

std::uint32_t Clauses::skip_adverbials_back(std::uint32_t end, std::uint32_t floor) const {
  for (int guard = 0; guard < 4 && end > floor; ++guard) {
    std::uint32_t i = end;
    // a time expression, with its preposition: "on February 28", "Thursday"
    if (in_time(i - 1)) {
      while (i > floor && in_time(i - 1)) --i;
      while (i > floor && (lower(i - 1) == "on" || lower(i - 1) == "in" || lower(i - 1) == "late" || lower(i - 1) == "early" || lower(i - 1) == "earlier" || lower(i - 1) == "at" || lower(i - 1) == "since" || lower(i - 1) == "later")) --i;
      if (i == floor) return end;
      end = i;
      continue;
    }
    // ", however," / "also"
    if (has(i - 1, wc::adverb) && !name_at(i - 1) && !has(i - 1, wc::pronoun | wc::determiner | wc::quantifier | wc::common_adjective) && tokens_[i - 1].kind == TokenKind::word) {
      end = i - 1;
      continue;
    }
    // "in a statement", "at a news conference", "in an interview with X" right before the verb
    std::uint32_t p = i;
    bool medium = false;
    while (p > floor && i - p < 9 && !is(p - 1, ",") && !quoted(p - 1)) {
      --p;
      medium |= is_medium(lower(p));
      const std::string w = lower(p);
      if (medium && (w == "in" || w == "at" || w == "on" || w == "during" || w == "via" || w == "through") && p > floor) {
        break;
      }
    }
    const std::string w = p < i ? lower(p) : "";
    if (medium && p > floor && (w == "in" || w == "at" || w == "on" || w == "during" || w == "via" || w == "through")) {
      end = p;
      continue;
    }
    break;
  }
  return end;
}

std::uint32_t Clauses::skip_adverbials(std::uint32_t begin, std::uint32_t limit) const {
  std::uint32_t i = begin;
  for (int guard = 0; guard < 6 && i < limit; ++guard) {
    if (quoted(i)) return i;
    if (in_time(i)) {
      while (i < limit && in_time(i)) ++i;
      continue;
    }
    const std::string w = lower(i);
    if ((w == "on" || w == "in" || w == "late" || w == "early" || w == "earlier" || w == "later" || w == "since" || w == "at") && i + 1 < limit && in_time(i + 1)) {
      ++i;
      continue;
    }
    if ((w == "also" || w == "again" || w == "recently" || w == "publicly" || w == "repeatedly" || w == "later" || w == "earlier" || w == "separately" || w == "then") || (has(i, wc::adverb) && word(i).ends_with("ly"))) {
      ++i;
      continue;
    }
    // "in a statement", "at a news conference in Geneva", "on his Telegram channel", "to reporters", "during a visit to X"
    if (w == "in" || w == "at" || w == "on" || w == "during" || w == "to" || w == "via" || w == "through" || w == "after" || w == "before" || w == "from" || w == "by" || w == "outside" || w == "following" || w == "aboard") {
      std::uint32_t k = i + 1;
      const bool where = w == "in" || w == "at" || w == "aboard";
      bool medium = w == "during" || w == "after" || w == "outside" || w == "following" || w == "from" || w == "aboard";
      bool first = true;
      while (k < limit && k < i + 14 && !quoted(k)) {
        if (is(k, ",") || is(k, ":") || is(k, ".") || is(k, ";")) break;
        const std::string m = lower(k);
        if (m == "that" || m == "whether" || m == "how" || m == "why") break;
        if (is_medium(m) || m == "reporters" || m == "journalists" || m == "lawmakers" || m == "parliament") medium = true;
        if (is_finite_verb(k) || (has(k, wc::pronoun) && !first)) break;
        // a new noun phrase right after a complete one begins the content: "in a statement the minister ..."
        if (!first && has(k, wc::determiner) && can_end_phrase(k - 1) && medium) break;
        first = false;
        ++k;
      }
      const bool stops_well = k < limit && (is(k, ",") || is(k, ":") || is(k, ".") || lower(k) == "that" || lower(k) == "whether" || lower(k) == "how" || lower(k) == "why" || quoted(k) || (has(k, wc::determiner) && medium)) && k > i + 1;
      if (where && !medium && stops_well && (lower(k) == "that" || is(k, ":"))) medium = true;  // "told a news conference in Riga that"
      if (medium && (stops_well || k >= limit)) {
        i = k;
        continue;
      }
      return i;
    }
    return i;
  }
  return i;
}

}  // namespace attache

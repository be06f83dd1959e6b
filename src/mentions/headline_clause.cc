#include "mentions/headline_clause.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kLeadingWords = 8;  // a phrase in front of the clause that is longer is no such phrase

bool noun_like(const EventWord& w) { return w.any_upos({"NOUN", "PROPN", "PRON", "NUM"}); }

bool predicative(std::string_view low) {
  return is_one_of(low, {"dead", "hurt", "missing", "safe", "alive", "outraged", "angry", "furious", "injured", "set", "due", "ready", "free"});
}

std::optional<std::size_t> find_comma(const EventWords& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (words[i].mark(",")) return i;
  }
  return std::nullopt;
}

// A subordinate clause or a phrase with a comma behind it stands in front of the clause: "While A does B, C does D".
bool leads(const EventWords& words, std::size_t at) {
  if (at >= words.size()) return false;
  const EventWord& w = words[at];
  if (opens_clause(w.low)) return true;
  if (!(w.any_upos({"ADP", "SCONJ"}) && (w.relation == "case" || w.relation == "mark")) && w.xpos != "VBG") return false;
  const auto comma = find_comma(words, at + 1, std::min(words.size(), at + kLeadingWords));
  return comma && *comma + 2 < words.size();
}

std::size_t subject_begin(const EventWords& words, std::size_t from, std::size_t verb) {
  if (!leads(words, from)) return from;
  const auto comma = find_comma(words, from, verb);
  return comma ? *comma + 1 : from + 1;
}

// A participle that stands in front of what it describes: "the injured driver".
bool modifies(const EventWords& words, std::size_t i) { return i + 1 < words.size() && words[i + 1].any_upos({"NOUN", "PROPN", "ADJ"}) && words[i].relation == "amod"; }

std::optional<std::size_t> plain_verb(const EventWords& words, std::size_t start, std::size_t end, const BodyVerb& body_verb, bool& infinitive) {
  bool noun = false, preposition = false;
  for (std::size_t i = start; i < end; ++i) {
    const EventWord& w = words[i];
    preposition = preposition || w.upos == "ADP";
    if (w.xpos == "TO" && noun) infinitive = true;
    if (noun) {
      if (w.finite()) return i;
      if (w.xpos == "VBN" && !infinitive && !modifies(words, i)) return i;
      if (w.upos == "ADJ" && predicative(w.low) && (i + 1 >= end || !words[i + 1].any_upos({"NOUN", "PROPN", "ADJ"}))) return i;
      if (w.xpos == "NNS" && !preposition && words[i - 1].upos == "PROPN" && w.low.ends_with('s') && body_verb(w.lemma)) return i;
    }
    if (noun_like(w)) noun = true;
  }
  return std::nullopt;
}

// "Lakeland to vote again", "Lund urging calm"
std::optional<std::size_t> verb_without_auxiliary(const EventWords& words, std::size_t start, std::size_t end, const BodyVerb& body_verb) {
  for (std::size_t i = start + 1; i + 1 < end; ++i) {
    const EventWord& before = words[i - 1];
    if (words[i].xpos != "TO" || words[i + 1].xpos != "VB" || (before.upos != "PROPN" && before.xpos != "NNS")) continue;
    return before.xpos == "NNS" && i - 1 > start && body_verb(before.lemma) ? i - 1 : i + 1;
  }
  for (std::size_t i = start + 1; i + 1 < end; ++i) {
    if (words[i].upos == "ADP") break;
    if (words[i].xpos == "VBG" && words[i - 1].any_upos({"PROPN", "PART", "ADV"}) && words[i + 1].any_upos({"ADP", "ADJ", "DET", "NOUN", "PROPN", "NUM", "PRON"})) return i;
  }
  return std::nullopt;
}

// "Police name victims", "Singer stages protest": tagged as nouns all of them.
std::optional<std::size_t> misread_verb(const EventWords& words, std::size_t start, std::size_t end, const BodyVerb& body_verb) {
  for (std::size_t i = start + 1; i + 1 < end; ++i) {
    const EventWord& w = words[i];
    if (w.upos == "ADP") break;
    const auto comma = find_comma(words, start, i);
    const bool behind_apposition = comma && *comma + 1 < i && words[i - 1].mark(",");  // "Berg, the mayor, names deputy"
    if (!w.any_xpos({"NN", "NNS", "NNP", "VB", "JJ"}) || !(words[i - 1].any_upos({"NOUN", "PROPN", "NUM"}) || behind_apposition) || words[i + 1].any_upos({"PUNCT", "ADP"})) continue;
    if (body_verb(w.lemma) || (w.low != w.lemma && body_verb(w.low))) return i;
    if (w.low.ends_with("ies") && body_verb(w.low.substr(0, w.low.size() - 3) + "y")) return i;
  }
  return std::nullopt;
}

// A place name follows the preposition at p.
bool takes_place(const EventWords& words, std::size_t p) {
  for (std::size_t i = p + 1; i < std::min(words.size(), p + 6); ++i) {
    if (words[i].name == EventName::place) return true;
    if (words[i].any_upos({"ADP", "VERB", "PUNCT", "PRON"})) return false;
  }
  return false;
}

bool begins_second_verb(const EventWords& words, std::size_t i) {
  if (words[i].upos != "CCONJ") return false;
  if (i + 2 < words.size() && words[i + 1].xpos == "NNS" && words[i + 2].any_upos({"PROPN", "DET", "ADJ", "PRON"})) return true;  // "and praises his team"
  for (std::size_t k = i + 1; k < std::min(words.size(), i + 3); ++k) {
    if (words[k].finite() || (words[k].upos == "VERB" && words[k].any_xpos({"VBN", "VB", "VBG"}))) return true;
  }
  return false;
}

bool separates(const EventWords& words, std::size_t i) {
  const EventWord& w = words[i];
  if (w.upos != "PUNCT") return false;
  if (w.mark(",") || w.mark(";") || w.mark(":")) return true;
  return is_one_of(w.form, {"--", "(", "-", "\u2014"}) && (i + 1 >= words.size() || w.space_before);
}

// The end of a phrase with an open quotation that closes right behind it, a comma before the mark or not; 0 where none does.
std::uint32_t quotation_closed(std::string_view text, Span s) {
  const std::string_view inside = slice(text, s);
  std::string_view behind = text.substr(s.end);
  const std::uint32_t comma = behind.starts_with(',') || behind.starts_with('.') ? 1 : 0;
  behind.remove_prefix(comma);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"'", "'"}, {"\"", "\""}, {"\u2018", "\u2019"}, {"\u201C", "\u201D"}}) {
    if (!behind.starts_with(close)) continue;
    const std::size_t at = inside.rfind(std::string(" ") + std::string(open));
    if (at != std::string_view::npos && inside.find(close, at + 1 + open.size()) == std::string_view::npos) return s.end + comma + static_cast<std::uint32_t>(close.size());
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_main_verb(const EventWords& words, std::size_t from, const BodyVerb& body_verb) {
  std::size_t start = from;
  if (leads(words, from)) {
    const auto comma = find_comma(words, from, words.size());
    if (!comma) return std::nullopt;
    start = *comma + 1;
  }
  std::size_t end = words.size();
  for (std::size_t i = start + 1; i < words.size(); ++i) {
    const EventWord& w = words[i];
    if (opens_clause(w.low) || w.any_xpos({"WDT", "WP", "WRB"}) || (is_relative(w.low) && w.xpos != "DT")) {
      end = i;
      break;
    }
  }
  bool infinitive = false;
  if (const auto verb = plain_verb(words, start, end, body_verb, infinitive)) return verb;
  if (const auto verb = verb_without_auxiliary(words, start, end, body_verb)) return verb;
  return infinitive ? std::nullopt : misread_verb(words, start, end, body_verb);
}

std::optional<HeadlineClause> find_clause(const EventWords& words, const BodyVerb& body_verb) {
  const auto verb = find_main_verb(words, 0, body_verb);
  if (!verb) return std::nullopt;
  HeadlineClause clause{subject_begin(words, 0, *verb), *verb};
  // "You knew it would rain, but the Kites are champions": nobody is told by "you"
  if (*verb > 0 && words[*verb - 1].upos == "PRON" && *verb - clause.begin == 1) {
    for (std::size_t i = *verb + 1; i + 2 < words.size(); ++i) {
      if (words[i].upos != "CCONJ" || !words[i - 1].mark(",")) continue;
      const auto second = find_main_verb(words, i + 1, body_verb);
      if (second && words[i + 1].upos != "PRON") clause = {i + 1, *second};
      break;
    }
  }
  return clause;
}

std::optional<HeadlineClause> find_relative_clause(const EventWords& words) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (!is_relative(words[i].low) || !words[i].any_xpos({"WP", "WDT"})) continue;
    std::size_t verb = i + 1;
    while (verb < std::min(words.size(), i + 5) && (words[verb].upos != "VERB" || words[verb].xpos == "VBG")) ++verb;
    if (verb == std::min(words.size(), i + 5)) continue;
    HeadlineClause clause{0, verb};
    for (std::size_t k = 0; k < i; ++k) {
      if (words[k].upos == "ADP") clause.begin = k + 1;
    }
    // "The man who planted the oaks turns 100": the verb of the whole stands behind
    for (std::size_t k = verb + 1; k < words.size(); ++k) {
      if (opens_clause(words[k].low) || is_relative(words[k].low) || words[k].upos == "CCONJ") break;
      if (words[k].upos == "VERB" && words[k].any_xpos({"VBZ", "VBP"})) return HeadlineClause{0, k};
    }
    return clause;
  }
  return std::nullopt;
}

WordRange cut_subject(const EventWords& words, WordRange range) {
  for (std::size_t i = range.first + 1; i < range.last; ++i) {
    const EventWord& w = words[i];
    const bool relative = w.any_xpos({"WDT", "WP"}) || (is_relative(w.low) && w.xpos != "DT");
    const bool apposition = w.mark(",") && std::none_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(range.last), [](const EventWord& x) { return x.upos == "CCONJ"; });
    if (relative || apposition || (w.upos == "PUNCT" && is_one_of(w.form, {"--", "-", "("}) && w.space_before)) return {range.first, i};
  }
  return range;
}

WordRange predicate(const EventWords& words, std::size_t verb, const std::vector<Span>& times) {
  std::size_t first = verb;
  while (first > 0 && words[first - 1].any_upos({"ADV", "AUX", "PART"}) && !opens_clause(words[first - 1].low)) --first;
  std::size_t last = verb + 1, objects = 0;
  for (; last < words.size(); ++last) {
    const EventWord& w = words[last];
    if (opens_clause(w.low) && w.any_upos({"ADP", "SCONJ", "ADV", "VERB"})) {
      // "..., two days before the vote": the days go with it
      while (last > verb + 2 && is_time_unit(words[last - 1].lemma)) last -= words[last - 2].any_upos({"NUM", "DET", "ADJ"}) ? 2 : 1;
      break;
    }
    const bool inner = last > verb + 1;
    if (w.any_xpos({"WDT", "WP"}) || (inner && is_relative(w.low) && is_one_of(w.relation, {"nsubj", "nsubj:pass", "mark", "obj"}))) break;
    if (separates(words, last) || (w.low == "at" && objects > 0)) break;
    if (noun_like(w)) ++objects;
    if (begins_second_verb(words, last)) break;
    if (inner && w.upos == "ADP" && is_place_preposition(w.low) && takes_place(words, last)) break;
    if (inner && std::any_of(times.begin(), times.end(), [&](Span t) { return t.contains(w.span.begin); })) {
      if (words[last - 1].upos == "ADP" && last > verb + 1) --last;
      break;
    }
  }
  return {first, std::max(last, verb + 1)};
}

Span phrase_span(std::string_view text, const EventWords& words, WordRange range) {
  if (range.empty() || range.last > words.size()) return {};
  const Span whole{words[range.first].span.begin, words[range.last - 1].span.end};
  Span s = whole;
  const auto strip = [&](bool stop_too) {
    const auto marks = {" ", ",", ";", ":", "-", "\"", "'", "\u2018", "\u2019", "\u201C", "\u201D", "\n"};
    const auto at = [&](std::string_view m, bool front) { return front ? slice(text, s).starts_with(m) : slice(text, s).ends_with(m); };
    for (bool again = true; again && !s.empty();) {
      again = false;
      for (std::string_view m : marks) {
        if (!stop_too && at(m, true)) s.begin += static_cast<std::uint32_t>(m.size()), again = true;
        else if (at(m, false)) s.end -= static_cast<std::uint32_t>(m.size()), again = true;
        if (s.empty()) return;
      }
      if (stop_too && at(".", false)) --s.end, again = true;
    }
  };
  strip(false);
  if (s.empty()) return {};
  if (const std::uint32_t end = quotation_closed(text, s); end > s.end) return {s.begin, end};
  // "U.S.", "Jr.": the full stop belongs to them
  const std::string_view inside = slice(text, s);
  const std::string_view word = inside.substr(inside.rfind(' ') + 1);
  if (word.ends_with('.') && (word.find('.') + 1 < word.size() || (word.size() <= 3 && is_upper(word[0])))) return s;
  strip(true);
  return s;
}

}  // namespace attache

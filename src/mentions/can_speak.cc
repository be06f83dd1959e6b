#include "mentions/can_speak.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "language/person_words.h"

namespace attache {

namespace wc = word_class;

bool Speakers::may_have_said(Range source, std::string_view lemma) const {
  if (source.last == source.first + 1) {
    const std::string w = c_.lower(source.first);
    if (w == "anyone" || w == "nobody" || w == "no-one" || w == "everybody" || w == "everyone" || w == "anybody" || w == "what" || w == "this" || w == "that" || w == "nothing") return false;
  }
  static constexpr std::array<std::string_view, 8> kFacts = {"show", "indicate", "suggest", "mean", "prove", "reveal", "demonstrate", "signal"};
  if (std::find(kFacts.begin(), kFacts.end(), lemma) == kFacts.end()) return true;
  return can_speak(source) || is_text_noun(source);
}

// "the report shows that ..."
bool Speakers::is_text_noun(Range source) const {
  for (std::uint32_t t = source.first; t < source.last; ++t) {
    std::string w = c_.lower(t);
    if (w.ends_with('s')) w.pop_back();
    for (std::string_view text : {"report", "study", "poll", "survey", "document", "letter", "statement", "email", "record", "data", "figure", "analysi", "research", "statistic", "footage", "video", "photo", "image", "tweet", "post"}) {
      if (w == text) return true;
    }
  }
  return false;
}

bool Speakers::can_speak(Range source) const {
  for (std::uint32_t t = source.first; t < source.last; ++t) {
    const Name* named = c_.name_at(t);
    if (t > source.first && !named && c_.has(t, wc::preposition)) break;  // "the invasion of Ukraine" is no state
    if (named && named->last < source.last && tokens_[named->last].kind == TokenKind::clitic) {  // "Russia's invasion"
      t = named->last;
      continue;
    }
    if (c_.title_at(t)) return true;
    if (c_.has(t, wc::pronoun) && c_.lower(t) != "it") return true;
    if (c_.name_at(t)) return true;
    if (t == source.first && tokens_[t].capitalised && !c_.has(t, wc::determiner | wc::preposition | wc::possessive | wc::common_adjective)) return true;
    const bool possessor = t + 1 < source.last && tokens_[t + 1].kind == TokenKind::clitic;
    if (!possessor && is_speaker_noun(c_.lower(t))) return true;
  }
  return false;
}

bool Speakers::names_person_at(std::uint32_t i) const {
  const Name* name = c_.name_at(i);
  return (name && language_.names.entities[name->entity].type == EntityType::person) || (c_.has(i, wc::pronoun) && c_.lower(i) != "it");
}

bool Speakers::names_predicate(std::uint32_t begin, std::uint32_t end) const {
  const auto object = c_.phrase_after(begin, end, false);
  if (!object || object->last >= end) return false;
  const std::string w = c_.lower(object->last);
  return w == "a" || w == "an" || c_.has(object->last, wc::common_adjective);
}

}  // namespace attache

#include "mentions/cues.h"

#include <algorithm>

#include "base/strings.h"
#include "language/person_words.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

namespace wc = word_class;

std::uint32_t frame_of(std::string_view name) {
  if (name == "clause") return frame::clause;
  if (name == "quote") return frame::quote;
  if (name == "tells") return frame::tells;
  if (name == "asks") return frame::asks;
  if (name == "to") return frame::to;
  if (name == "wh") return frame::wh;
  if (name == "object") return frame::object;
  if (name == "prep") return frame::prep;
  if (name == "accuses") return frame::accuses;
  return 0;
}

Act act_of_class(std::string_view name) {
  if (name == "ask") return Act::asks;
  if (name == "request" || name == "order") return Act::requests;
  if (name == "promise") return Act::promises;
  if (name == "threaten") return Act::threatens;
  if (name == "deny") return Act::denies;
  if (name == "refuse") return Act::refuses;
  if (name == "judge" || name == "position") return Act::judges;
  if (name == "accuse") return Act::accuses;
  if (name == "believe" || name == "find") return Act::believes;
  if (name == "want") return Act::wants;
  if (name == "decide") return Act::decides;
  return Act::says;
}

class Finder {
 public:
  Finder(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const std::vector<std::int32_t>& quoted, const CueLexicon& cues, const Lexicon& lexicon)
      : text_(text), tokens_(segmentation.tokens), s_(sentence), quoted_(quoted), cues_(cues), lexicon_(lexicon) {}

  std::vector<Cue> run() {
    std::vector<Cue> out;
    for (std::uint32_t i = s_.first; i < s_.last; ++i) {
      if (tokens_[i].kind != TokenKind::word || quoted_[i] >= 0 || !(tokens_[i].classes & wc::verb_form)) continue;
      Cue cue;
      cue.verb = i;
      cue.first = i;
      cue.last = i + 1;
      if (!look_up(cue)) continue;
      if (!is_verb_here(cue)) continue;
      extend_left(cue);
      if (!accept(cue)) continue;
      cue.act = cue.entry->act;
      out.push_back(cue);
      i = cue.last - 1;
    }
    return out;
  }

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& s_;
  const std::vector<std::int32_t>& quoted_;
  const CueLexicon& cues_;
  const Lexicon& lexicon_;

  std::string_view word(std::uint32_t i) const { return slice(text_, tokens_[i].span); }
  std::string lower(std::uint32_t i) const { return lower_ascii(word(i)); }
  bool has(std::uint32_t i, std::uint32_t bits) const { return (tokens_[i].classes & bits) != 0; }

  bool look_up(Cue& cue) const {
    const std::string lemma(verb_lemma_of(lexicon_, lower(cue.verb)));
    if (lemma.empty()) return false;
    if (cue.verb + 1 < s_.last && tokens_[cue.verb + 1].kind == TokenKind::word) {
      const std::string next = lower(cue.verb + 1);
      if (const auto two = cues_.verbs.find(lemma + " " + next); two != cues_.verbs.end()) {
        cue.entry = &two->second;
        cue.last = cue.verb + 2;
        return true;
      }
    }
    const auto one = cues_.verbs.find(lemma);
    if (one == cues_.verbs.end()) return false;
    cue.entry = &one->second;
    return true;
  }

  // Forms that are nouns as often as verbs need signs of a verb around them.
  bool is_verb_here(Cue& cue) const {
    const std::uint32_t i = cue.verb;
    const std::string w = lower(i);
    const std::string& lemma = cue.entry->lemma;
    if (tokens_[i].capitalised && i != s_.first) return false;
    const bool past = w.ends_with("ed") || w == "said" || w == "told" || w == "wrote" || w == "spoke" || w == "swore" || w == "found" || w == "thought" || w == "knew" || w == "felt" || w == "heard" || w == "meant" || w == "sought" || w == "learnt" || w == "shown" || w == "written" || w == "spoken" || w == "foresaw";
    const bool ing = w.ends_with("ing") && w != lemma;
    std::uint32_t before = i;
    while (before > s_.first && has(before - 1, wc::adverb | wc::negation) && !has(before - 1, wc::preposition)) --before;
    const bool start = before == s_.first;
    const std::uint32_t prev = start ? s_.first : before - 1;
    if (ing) {
      if (start) return true;
      // "the warning", "his saying": nouns; "a briefing"
      if (has(prev, wc::determiner | wc::possessive | wc::common_adjective) || tokens_[prev].kind == TokenKind::clitic || tokens_[prev].kind == TokenKind::number) return false;
      if (i + 1 < s_.last && lower(i + 1) == "of" && w != "speaking" && w != "warning" && w != "complaining" && w != "talking") return false;
      return true;
    }
    if (past) {
      if (start) return true;
      // participles before nouns: "the proposed law", "an alleged plot"; "the said", "his stated aim"
      const bool plain_speech = w == "said" || w == "told" || w == "wrote";  // "on February 28 said"
      if ((has(prev, wc::determiner | wc::possessive | wc::common_adjective | wc::number_word) && !has(prev, wc::pronoun) && !(plain_speech && tokens_[prev].kind == TokenKind::number)) || tokens_[prev].kind == TokenKind::clitic) {
        const bool pronoun_like = lower(prev) == "that" || lower(prev) == "this" || lower(prev) == "all" || lower(prev) == "some" || lower(prev) == "both" || lower(prev) == "former" || lower(prev) == "latter" || lower(prev) == "official";
        return pronoun_like && w != "proposed" && w != "alleged";
      }
      if (has(prev, wc::preposition) && !has(prev, wc::subordinator | wc::adverb)) return false;
      return true;
    }
    // "the statement read: ..."
    if (cue.entry->document && i + 1 < s_.last && !start && (word(i + 1) == ":" || quoted_[i + 1] >= 0) && !has(prev, wc::auxiliary | wc::modal | wc::infinitive_to)) return true;
    // base form and -s form
    if (i + 1 < s_.last && (has(i + 1, wc::modal) || (has(i + 1, wc::auxiliary) && w.ends_with("s") && w != "says"))) return false;
    if (start) return false;  // "Claims that ...", an imperative or a noun
    if (has(prev, wc::modal) || (has(prev, wc::auxiliary) && (lower(prev) == "do" || lower(prev) == "does" || lower(prev) == "did" || lower(prev) == "didn't" || lower(prev) == "don't" || lower(prev) == "doesn't"))) return true;
    if (has(prev, wc::infinitive_to)) return true;  // accept() decides on infinitives
    if (w == "says" || w == "say" || w == "tells" || w == "writes" || w == "argues" || w == "insists" || w == "believes" || w == "think" || w == "thinks" || w == "believe" || w == "adds" || w == "explains" || w == "denies" || w == "urges" || w == "tell" || w == "argue" || w == "insist" || w == "knows") {
      return !has(prev, wc::determiner | wc::preposition | wc::possessive) || has(prev, wc::pronoun);
    }
    if (has(prev, wc::pronoun)) {
      const std::string p = lower(prev);
      const bool third = p == "he" || p == "she" || p == "it" || p == "who";
      return w.ends_with("s") == third || p == "who";
    }
    if (has(prev, wc::determiner | wc::preposition | wc::possessive | wc::common_adjective | wc::auxiliary | wc::coordinator) || tokens_[prev].kind == TokenKind::clitic || tokens_[prev].kind == TokenKind::number) return false;
    if (lower(prev) == "who" || lower(prev) == "which" || lower(prev) == "that") return true;
    // a noun or name before: "Moscow claims that", not "weapons claims"; the word after decides
    if (i + 1 >= s_.last) return false;
    const std::string next = lower(i + 1);
    const bool verb_sign = next == "that" || next == "the" || next == "it" || next == "he" || next == "she" || next == "they" || next == "to" || next == "a" || next == "an" || next == "its" || next == "his" || next == "her" || next == "their" || next == "there" || tokens_[i + 1].capitalised;
    // "the government disputes this"
    if (w.ends_with("s") && !w.ends_with("ss") && is_speaker_noun(lower(prev)) && !lower(prev).ends_with('s') && (verb_sign || next == "this" || next == "these" || next == "those")) return true;
    // "the auditors' report notes that the ..."
    if (w.ends_with("s") && next == "that" && i + 2 < s_.last && !has(i + 2, wc::auxiliary | wc::modal) && tokens_[prev].kind == TokenKind::word) return true;
    if (w.ends_with("s") && !w.ends_with("ss")) return tokens_[prev].capitalised && verb_sign;
    return verb_sign && (word(prev).ends_with("s") || word(prev) == "people" || word(prev) == "police");
  }

  // Auxiliaries, modals and adverbs right before the verb.
  void extend_left(Cue& cue) const {
    std::uint32_t i = cue.first;
    bool be = false, to = false;
    while (i > s_.first) {
      const std::uint32_t p = i - 1;
      if (tokens_[p].kind != TokenKind::word || quoted_[p] >= 0) break;
      const std::string w = lower(p);
      if (has(p, wc::auxiliary)) {
        if (w == "is" || w == "was" || w == "were" || w == "are" || w == "been" || w == "being" || w == "be" || w == "am") be = true;
      } else if (has(p, wc::modal)) {
      } else if (has(p, wc::negation)) {
        cue.negated = true;
      } else if (has(p, wc::adverb) && !has(p, wc::time_word | wc::preposition | wc::subordinator | wc::coordinator | wc::pronoun) && (w == "also" || w == "still" || w == "then" || w == "later" || w == "again" || w == "never" || w == "once" || w == "already" || w == "now" || w == "even" || w == "earlier" || w == "further" || w == "just" || w == "since" || w == "often" || w == "only" || w == "always" || w == "previously" || w == "long" || w == "instead" || w.ends_with("ly"))) {
      } else if (w == "to" && p > s_.first) {
        to = true;
        i = p;
        break;
      } else {
        break;
      }
      i = p;
    }
    // adverbs at the front that belong to the clause, not to the verb group: keep them (PolNeAR does: "also said")
    cue.first = i;
    const std::string w = lower(cue.verb);
    const bool participle = (w.ends_with("ed") || w == "said" || w == "told" || w == "written" || w == "found" || w == "thought" || w == "known" || w == "shown" || w == "spoken" || w == "heard" || w == "meant" || w == "sought" || w == "read") && !w.ends_with("ing");
    if (to) {
      cue.form = CueForm::infinitive;
    } else if (be && participle) {
      cue.form = CueForm::passive;
    } else if (w.ends_with("ing") && w != cue.entry->lemma && !be) {
      cue.form = CueForm::participle;
    }
  }

  // Infinitives count in a few frames only ("went on to say", "declined to comment"); passives when they report
  // ("was quoted as saying" is read from its participle).
  bool accept(Cue& cue) const {
    if (cue.form == CueForm::infinitive) {
      if (cue.first == s_.first) return false;
      const std::uint32_t p = cue.first - 1;  // the verb that governs the infinitive
      const std::string w = lower(p);
      if (w == "on" && p > s_.first && (lower(p - 1) == "went" || lower(p - 1) == "goes" || lower(p - 1) == "going")) {
        cue.first = p - 1;
        cue.form = CueForm::finite;
        return true;
      }
      if (w == "continued" || w == "appeared" || w == "seemed" || w == "sought") {
        cue.first = p;
        cue.form = CueForm::finite;
        return true;
      }
      return false;
    }
    if (cue.form == CueForm::passive) return false;
    // what might, could or should be said has not been said
    for (std::uint32_t i = cue.first; i < cue.verb; ++i) {
      const std::string w = lower(i);
      if (w == "may" || w == "might" || w == "could" || w == "can" || w == "should" || w == "must" || w == "cannot" || w == "shall" || (w == "would" && (cue.entry->act == Act::asks || cue.entry->act == Act::requests || cue.entry->act == Act::decides))) return false;
    }
    return true;
  }
};

}  // namespace

CueLexicon load_cues() {
  CueLexicon lexicon;
  for_each_row(embedded_file("cues.tsv"), 5, [&](const auto& c) {
    CueVerb verb;
    verb.lemma = c[0];
    for (std::string_view name : split(c[1], ',')) verb.frames |= frame_of(trim(name));
    for (std::string_view p : split(c[2], ' ')) {
      if (!p.empty()) verb.prepositions.emplace_back(p);
    }
    if (!verb.prepositions.empty()) verb.frames |= frame::prep;
    verb.act = act_of_class(c[3]);
    verb.document = c[3] == "document";
    lexicon.verbs.emplace(verb.lemma, std::move(verb));
  });
  return lexicon;
}

std::vector<Cue> find_cues(std::string_view text, const Segmentation& segmentation, const Sentence& sentence, const std::vector<std::int32_t>& quoted, const CueLexicon& cues, const Lexicon& lexicon) {
  return Finder(text, segmentation, sentence, quoted, cues, lexicon).run();
}

}  // namespace attache

#include "mentions/clause_end.h"

#include "base/strings.h"

namespace attache {

namespace wc = word_class;

std::uint32_t ClauseEnds::clause_end(const Scene& scene, std::size_t k, std::uint32_t begin) const {
  std::uint32_t end = scene.last;
  for (std::uint32_t t = begin; t < scene.last; ++t) {
    if (c_.quoted(t)) continue;
    if (c_.is(t, ";")) {
      end = t;
      break;
    }
    // ", adding that", ", according to", ", while speaking"
    if (c_.is(t, ",") && t + 1 < scene.last && !c_.quoted(t + 1)) {
      const std::string w = c_.lower(t + 1);
      if (w == "according" || w == "speaking" || w == "referring" || w == "alluding" || w == "quoting") {
        end = t;
        break;
      }
      if (w == "while" && t + 2 < scene.last && c_.lower(t + 2).ends_with("ing")) {
        end = t;
        break;
      }
      if ((w == "but" || w == "and") && t + 2 < scene.last && c_.is(t + 2, ",") && t + 3 < scene.last && c_.lower(t + 3) == "according") {
        end = t;
        break;
      }
      if (another_cue_begins(scene, k, t + 1)) {
        end = t;
        break;
      }
    }
    if (c_.lower(t) == "according" && t + 1 < scene.last && c_.lower(t + 1) == "to" && t > begin) {
      end = t;
      break;
    }
    // "... and said that": a coordinated cue with the same subject
    if ((c_.lower(t) == "and" || c_.lower(t) == "but") && t > begin && coordinated_cue_at(scene, k, t + 1)) {
      end = t;
      break;
    }
  }
  while (end > begin && (c_.is(end - 1, ",") || c_.has(end - 1, wc::coordinator)) && !c_.quoted(end - 1)) --end;
  while (end > begin && (c_.is(end - 1, "\u2014") || c_.is(end - 1, "\u2013") || c_.is(end - 1, "-")) && !c_.quoted(end - 1)) --end;
  return end;
}

bool ClauseEnds::another_cue_begins(const Scene& scene, std::size_t k, std::uint32_t t) const {
  const bool coordinator = c_.has(t, wc::coordinator);
  const std::uint32_t begin = coordinator ? t + 1 : t;
  for (std::size_t n = k + 1; n < scene.cues.size(); ++n) {
    const Cue& next = scene.cues[n];
    if (next.first < t) continue;
    if (next.form == CueForm::participle && (next.first == t || (next.first == t + 1 && c_.has(t, wc::adverb | wc::coordinator)))) return true;
    if (next.form != CueForm::finite) continue;
    if (next.first == begin && (coordinator || next.entry->frames & frame::clause)) return true;
    const auto subject = c_.phrase_before(c_.skip_adverbials_back(next.first, t), t);
    if (!subject || subject->first > begin + 1) continue;
    const bool closes = next.last >= scene.last || c_.is(next.last, ".") || c_.is(next.last, ":") || c_.in_time(next.last) || c_.has(next.last, wc::preposition);
    // "While the mine said eleven men were missing, the union said ..."
    const std::string opening = c_.lower(scene.first);
    const bool contrast = opening == "while" || opening == "although" || opening == "though" || opening == "whereas";
    if (coordinator || closes || c_.is(next.last, ",") || (contrast && scene.cues[k].first < t)) return true;
  }
  return false;
}

// "... and said that": a cue with the same subject, in the same tense.
bool ClauseEnds::coordinated_cue_at(const Scene& scene, std::size_t k, std::uint32_t t) const {
  for (std::size_t n = k + 1; n < scene.cues.size(); ++n) {
    if (scene.cues[n].first == t && scene.cues[k].form == CueForm::participle && scene.cues[n].form == CueForm::participle) return true;
    if (scene.cues[n].first == t && scene.cues[n].form == CueForm::finite) {
      // the same tense as the cue: "said ... and added", not "to stop the war and said"
      return scene.cues[k].form != CueForm::participle || scene.cues[n].form == CueForm::participle;
    }
  }
  return false;
}

bool ClauseEnds::is_bare_clause(std::uint32_t begin, const Scene& scene, std::size_t k) const {
  const std::uint32_t end = clause_end(scene, k, begin);
  if (c_.lower(begin) == "nothing" && !(begin + 1 < end && (c_.is_finite_verb(begin + 1) || c_.has(begin + 1, wc::auxiliary | wc::modal)))) return false;
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    if (c_.is(t, ",") && t + 1 < end && c_.has(t + 1, wc::coordinator) && !c_.quoted(t)) break;  // "claimed eleven lives, and nine miners were ..."
    if (c_.quoted(t)) {
      if (tokens_[t].kind == TokenKind::word && (tokens_[t].classes & (wc::auxiliary | wc::modal | wc::verb_form))) return true;
      continue;
    }
    if (c_.is_finite_verb(t) || is_unknown_past(t, end)) return true;
    if ((tokens_[t].classes & wc::verb_form) && !tokens_[t].capitalised && t > begin && !c_.has(t - 1, wc::determiner | wc::possessive | wc::common_adjective) && tokens_[t - 1].kind == TokenKind::word && c_.lower(t).ends_with("s")) return true;
  }
  return false;
}

// "soldiers crossed the line": a form in -ed that no list knows, between a noun and what it acts on.
bool ClauseEnds::is_unknown_past(std::uint32_t t, std::uint32_t end) const {
  if (tokens_[t].kind != TokenKind::word || tokens_[t].capitalised || tokens_[t].classes != 0 || t + 1 >= end || c_.word(t).size() < 5 || !c_.word(t).ends_with("ed")) return false;
  if (tokens_[t - 1].kind != TokenKind::word || c_.has(t - 1, wc::determiner | wc::possessive | wc::common_adjective | wc::number_word | wc::quantifier | wc::adverb)) return false;
  return c_.has(t + 1, wc::determiner | wc::possessive | wc::preposition | wc::pronoun | wc::infinitive_to);
}

}  // namespace attache

#include "mentions/body_verbs.h"

#include <algorithm>
#include <string>

#include "base/strings.h"

namespace attache {
namespace {

constexpr std::size_t kMostTokens = 4'000;  // of a report; its first pages have shown what it is about

enum class Form { none, present, past };

Form form_of(std::string_view low, std::string_view lemma, const Lexicon& lexicon) {
  const std::string_view stem = lemma.ends_with('e') ? lemma.substr(0, lemma.size() - 1) : lemma;
  if (low.starts_with(stem)) {
    const std::string_view rest = low.substr(stem.size());
    if (rest == "ed") return Form::past;
    if (is_one_of(rest, {"", "e", "s", "es"})) return Form::present;
  }
  if (lemma.ends_with('y') && low.starts_with(lemma.substr(0, lemma.size() - 1)) && low.substr(lemma.size() - 1) == "ied") return Form::past;
  if (verb_lemma_of(lexicon, low) != lemma || low.ends_with("ing")) return Form::none;
  return low == lemma || low.ends_with('s') ? Form::present : Form::past;
}

bool subject_or_auxiliary(const Token& token, std::string_view low) {
  return (token.classes & (word_class::infinitive_to | word_class::modal)) != 0 || is_one_of(low, {"i", "he", "she", "it", "we", "they", "who"});
}

}  // namespace

bool used_as_verb(std::string_view text, const Segmentation& segmentation, const Lexicon& lexicon, std::string_view lemma) {
  if (lemma.size() < 2 || !is_alpha(lemma[0])) return false;
  const std::vector<Token>& tokens = segmentation.tokens;
  for (std::size_t t = 0; t < std::min(tokens.size(), kMostTokens); ++t) {
    if (to_lower(text[tokens[t].span.begin]) != lemma[0]) continue;
    const std::string low = lower_ascii(slice(text, tokens[t].span));
    const Form form = form_of(low, lemma, lexicon);
    if (form == Form::past) return true;
    if (form == Form::present && t > 0 && subject_or_auxiliary(tokens[t - 1], lower_ascii(slice(text, tokens[t - 1].span)))) return true;
    if (form == Form::present && low != lemma && low.ends_with('s') && t + 1 < tokens.size() && (tokens[t + 1].classes & (word_class::determiner | word_class::possessive)) != 0) return true;
  }
  return false;
}

}  // namespace attache

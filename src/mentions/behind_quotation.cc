#include "mentions/behind_quotation.h"

#include <algorithm>

namespace attache {

namespace wc = word_class;

std::int32_t BehindQuotation::quotation_before(std::uint32_t s, const std::vector<bool>& used) const {
  if (s == 0 || sentences_[s - 1].block != sentences_[s].block || sentences_[s - 1].title) return -1;
  const std::uint32_t last = sentences_[s].first - 1;
  if (!c_.quoted(last)) return -1;
  const std::int32_t q = quotes_.of_token[last];
  const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
  if (quote.last != last + 1 || !quote.closed || quote.last - quote.first < 4 || used[static_cast<std::size_t>(q)]) return -1;
  return c_.is(last - 1, "?") || c_.is(last - 1, "!") ? q : -1;
}

std::optional<Draft> BehindQuotation::read(const Scene& scene, const std::vector<bool>& used) const {
  const std::uint32_t start = sentences_[scene.sentence].first;
  std::int32_t q = quotation_before(scene.sentence, used);
  std::uint32_t begin = start;
  if (q < 0) {
    if (!c_.quoted(start)) return std::nullopt;
    q = quotes_.of_token[start];
    const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
    begin = quote.last;
    if (!quote.closed || begin >= scene.last || begin - quote.first < 7 || used[static_cast<std::size_t>(q)]) return std::nullopt;
    const bool comma = c_.is(begin, ",");
    if (!comma && !c_.is(begin - 2, ",") && !c_.is(begin - 2, "?") && !c_.is(begin - 2, "!")) return std::nullopt;
    begin += comma;
  }
  if (begin >= scene.last) return std::nullopt;
  Draft draft;
  draft.sentence = scene.sentence;
  std::uint32_t verb = begin;
  if (may_attribute(begin)) {  // the verb first
    draft.source = c_.phrase_after(begin + 1, scene.last, true);
    if (!draft.source || !ends_attribution(draft.source->last, scene)) return std::nullopt;
  } else {
    for (verb = begin + 1; verb < std::min(begin + 12, scene.last); ++verb) {
      if (!may_attribute(verb) || !ends_attribution(verb + 1, scene)) continue;
      draft.source = c_.phrase_before(c_.skip_adverbials_back(verb, begin), begin);
      break;
    }
    if (!draft.source || draft.source->first != begin) return std::nullopt;
  }
  if (!speakers_.can_speak(*draft.source)) return std::nullopt;
  draft.lemma = c_.lower(verb);
  draft.cue.push_back({verb, verb + 1});
  const Quote& quote = quotes_.list[static_cast<std::size_t>(q)];
  draft.content.push_back({quote.first, quote.last});
  return draft;
}

bool BehindQuotation::may_attribute(std::uint32_t i) const {
  const Token& t = tokens_[i];
  if (t.kind != TokenKind::word || t.capitalised || c_.quoted(i) || c_.has(i, wc::auxiliary | wc::modal | wc::preposition | wc::adverb | wc::determiner | wc::pronoun | wc::possessive | wc::time_word | wc::common_adjective)) return false;
  const std::string_view w = c_.word(i);
  return w.size() >= 4 && (w.ends_with("ed") || (w.ends_with("s") && !w.ends_with("ss")) || c_.has(i, wc::verb_form)) && !w.ends_with("ing");
}

bool BehindQuotation::ends_attribution(std::uint32_t i, const Scene& scene) const {
  if (i >= scene.last || c_.in_time(i)) return true;
  if (tokens_[i].kind == TokenKind::mark) return c_.is(i, ",") || c_.is(i, ";") || c_.quoted(i);
  return c_.has(i, wc::preposition | wc::adverb | wc::subordinator) && !c_.has(i, wc::infinitive_to);
}

}  // namespace attache

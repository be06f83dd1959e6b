#include "mentions/facts/camps.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {
namespace {

// The relation that the words before the colon tell; empty = none.
std::string_view camp_of(std::string_view label) {
  if (is_one_of(label, {"for", "in favour", "in favor", "yes", "ayes", "supporters", "supporting", "in support", "backing it"})) return "in_favour_of";
  if (is_one_of(label, {"against", "no", "noes", "nays", "opposed", "opponents", "opposing"})) return "against";
  return {};
}

// Names of states, commas, "and", "the" and full stops behind the colon, nothing else.
bool only_states(const Report& report, const Language& language, std::uint32_t s, std::uint32_t from) {
  const Sentence& sentence = language.segmentation.sentences[s];
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Span span = language.segmentation.tokens[t].span;
    if (span.begin < from) continue;
    const std::string_view word = slice(report.text, span);
    const auto named = [&](const Name& n) { return n.sentence == s && n.span.overlaps(span) && !n.adjective && language.names.entities[n.entity].type == EntityType::state; };
    if (is_one_of(word, {",", ".", ";", "and", "the", "The"}) || std::any_of(language.names.names.begin(), language.names.names.end(), named)) continue;
    return false;
  }
  return true;
}

}  // namespace

std::vector<FactMention> read_camps(const Report& report, const Language& language, const ActorCoder& coder) {
  constexpr std::size_t kLongestLabel = 20;  // bytes
  std::vector<FactMention> out;
  for (std::uint32_t s = 0; s < language.segmentation.sentences.size(); ++s) {
    const Sentence& sentence = language.segmentation.sentences[s];
    if (sentence.first == sentence.last) continue;
    const std::uint32_t begin = language.segmentation.tokens[sentence.first].span.begin, end = language.segmentation.tokens[sentence.last - 1].span.end;
    const std::string_view text = slice(report.text, {begin, end});
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > kLongestLabel) continue;
    const std::string_view relation = camp_of(lower_ascii(trim(text.substr(0, colon))));
    if (relation.empty() || !only_states(report, language, s, begin + static_cast<std::uint32_t>(colon) + 1)) continue;
    for (const Name& n : language.names.names) {
      if (n.sentence != s || n.adjective || n.span.begin < begin + colon || language.names.entities[n.entity].type != EntityType::state) continue;
      FactMention m;
      m.relation = std::string(relation);
      m.subject = coder.code(n.span, n.entity);
      m.anchor = {begin, begin + static_cast<std::uint32_t>(colon)};
      m.sentence = s;
      m.stand_only = true;
      out.push_back(std::move(m));
    }
  }
  return out;
}

}  // namespace attache

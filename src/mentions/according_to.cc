#include "mentions/according_to.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache {
namespace {

namespace wc = word_class;

// "a letter published by her office", "the company, which owns the hall": up to the comma or the end.
void take_rest(const Clauses& c, Range& source, std::uint32_t limit) {
  std::uint32_t at = source.last;
  if (c.is(at, ",") && at + 1 < limit && c.has(at + 1, wc::relative)) ++at;
  if (at >= limit) return;
  const bool participle = c.word(at).ends_with("ed") && at + 1 < limit && c.has(at + 1, wc::preposition);
  if (!c.has(at, wc::relative) && !participle) return;
  while (at < limit && !c.is(at, ",") && !c.is(at, ";") && !c.quoted(at)) ++at;
  source.last = at;
}

// "according to plan", "according to age": a measure, nobody's words.
bool names_a_standard(const Clauses& c, Range source) {
  static constexpr std::array<std::string_view, 16> kStandards = {"plan", "plans", "schedule", "age", "size", "need", "needs", "custom", "tradition", "taste", "rank", "protocol", "ability", "type", "rules", "height"};
  return source.last == source.first + 1 && std::find(kStandards.begin(), kStandards.end(), c.lower(source.first)) != kStandards.end();
}

}  // namespace

std::vector<Draft> find_according_to(const Language& language, const Clauses& c, const ClauseEnds& ends, const Scene& scene, const std::vector<Draft>& drafts) {
  std::vector<Draft> found;
  const std::uint32_t start = language.segmentation.sentences[scene.sentence].first;
  for (std::uint32_t i = start; i + 2 < scene.last; ++i) {
    if (c.quoted(i) || c.lower(i) != "according" || c.lower(i + 1) != "to") continue;
    const auto source = c.phrase_after(i + 2, scene.last, true);
    if (!source || names_a_standard(c, *source)) continue;
    Draft draft;
    draft.sentence = scene.sentence;
    draft.lemma = "according to";
    draft.cue.push_back({i, i + 2});
    draft.source = source;
    take_rest(c, *draft.source, scene.last);
    std::uint32_t behind = c.skip_adverbials(draft.source->last, scene.last);
    if (c.is(behind, ",")) ++behind;
    // what stands before, back to the clause's beginning
    std::uint32_t left_end = i;
    while (left_end > start && (c.is(left_end - 1, ",") || c.has(left_end - 1, wc::coordinator)) && !c.quoted(left_end - 1)) --left_end;
    const bool coordinated = left_end > start && i >= 2 && (c.has(i - 1, wc::coordinator) || (c.is(i - 1, ",") && c.has(i - 2, wc::coordinator)));
    std::uint32_t left_begin = start;
    const auto step_over = [&](const std::vector<Draft>& read) {  // what the statements before it hold
      for (auto other = read.rbegin(); other != read.rend() && other->sentence == scene.sentence; ++other) {
        for (const Range& piece : other->content) {
          if (piece.last <= i) left_begin = std::max(left_begin, piece.last);
        }
      }
    };
    step_over(drafts);
    step_over(found);
    while (left_begin < left_end && (c.is(left_begin, ",") || c.has(left_begin, wc::coordinator))) ++left_begin;
    const bool insertion = c.is(source->last, ",") && source->last + 1 < scene.last && c.is(i - 1, ",");
    const bool has_left = !coordinated && left_end > left_begin + (insertion ? 0 : 2);
    if (has_left) draft.content.push_back({left_begin, left_end});
    if (behind < scene.last && (!has_left || c.is(draft.source->last, ","))) {
      const std::uint32_t end = ends.clause_end(scene, scene.cues.size(), behind);
      if (end > behind + 1 && (!has_left || !c.has(behind, wc::relative | wc::coordinator))) draft.content.push_back({behind, end});
    }
    i = draft.source->last - 1;
    if (!draft.content.empty()) found.push_back(std::move(draft));
  }
  return found;
}

}  // namespace attache

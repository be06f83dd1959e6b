#include <algorithm>

#include "facts/merge.h"

namespace attache {
namespace {

Span sentence_at(const Analysis& a, std::uint32_t byte) {
  const auto next = std::partition_point(a.sentences.begin(), a.sentences.end(), [&](const SentenceSpan& s) { return s.span.end <= byte; });
  return next == a.sentences.end() ? Span{byte, byte} : next->span;
}

}  // namespace

FactRef ref_of(const Analysis& analysis, std::uint32_t report, const FactMention& mention) {
  FactRef ref;
  ref.report = report;
  ref.sentence = analysis.sentences[mention.sentence].span;
  for (const Span s : {mention.subject.span, mention.object.span}) {
    if (!s.empty()) ref.sentence.begin = std::min(ref.sentence.begin, sentence_at(analysis, s.begin).begin);
  }
  ref.subject = mention.subject.span;
  ref.object = mention.object.span;
  ref.value = mention.value_span;
  ref.statement = mention.statement;
  return ref;
}

}  // namespace attache

// What a fuzz target holds to be true; a failure stops the program, which is how libFuzzer learns of it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "analysis/analysis.h"
#include "text/utf8.h"

namespace attache {

inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

// Spans lie in the text, on the borders of code points; blocks lie in order and do not overlap.
inline void require_span(std::string_view text, Span span, const char* what) {
  require(span.begin <= span.end && span.end <= text.size(), what);
  const auto border = [&](std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; };
  require(border(span.begin) && border(span.end), what);
}

inline void require_report(const Report& report) {
  require(is_valid_utf8(report.text), "the text is UTF-8");
  std::uint32_t last = 0;
  for (const Block& block : report.blocks) {
    require_span(report.text, block.span, "a block lies in the text");
    require(block.span.begin >= last, "blocks lie in order");
    last = block.span.end;
  }
  for (const auto* list : {&report.agencies, &report.bylines, &report.signatures, &report.dateline_places, &report.caption_credits}) {
    for (const Evident<std::string>& value : *list) require_span(report.text, value.span, "evidence lies in the text");
  }
  require_span(report.text, report.title.span, "the title lies in the text");
  require_span(report.text, report.published.span, "the date lies in the text");
}

inline void require_analysis(const Analysis& analysis) {
  const std::string& text = analysis.report.text;
  require_report(analysis.report);
  for (const SentenceSpan& s : analysis.sentences) require_span(text, s.span, "a sentence lies in the text");
  for (const NameMention& n : analysis.names) {
    require_span(text, n.span, "a name lies in the text");
    require(n.entity < analysis.entities.size(), "a name has its entity");
  }
  for (const TimeExpression& t : analysis.times) require_span(text, t.span, "a time lies in the text");
  for (const Quantity& q : analysis.quantities) require_span(text, q.span, "a quantity lies in the text");
  for (const StatementMention& m : analysis.statements) {
    require(!m.content.empty(), "a statement has a content");
    require(m.speaker == kNoEntity || m.speaker < analysis.entities.size(), "a speaker is an entity");
    for (const auto* pieces : {&m.source, &m.cue, &m.content}) {
      for (const Span& piece : *pieces) require_span(text, piece, "a piece of a statement lies in the text");
    }
  }
  for (const auto* phrase : {&analysis.main_event.who, &analysis.main_event.what, &analysis.main_event.when, &analysis.main_event.where}) {
    if (!*phrase) continue;
    require(!(*phrase)->span.empty(), "a phrase of the main event has words");
    require_span((*phrase)->in_title ? analysis.report.title.value : text, (*phrase)->span, "a phrase of the main event lies in the title or the text");
    require((*phrase)->sentence == kNoSentence || (*phrase)->sentence < analysis.sentences.size(), "a phrase stands in a sentence");
  }
}

}  // namespace attache

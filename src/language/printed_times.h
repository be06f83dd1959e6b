// Times outside the running text: under pictures, and the printed day of publication.
//
// They belong to no sentence, so no statement and no bound on a report's day is taken from them here. Only what has a year
// of its own counts: a caption's "Tuesday" counts from the day of its picture, which nobody gives.
#pragma once

#include <vector>

#include "ingest/report.h"
#include "language/times.h"

namespace attache {

// Of captions, datelines and date stamps, with TimeExpression::sentence = kNoSentence and without tokens. In text order.
[[nodiscard]] std::vector<TimeExpression> find_printed_times(const Report& report, const Lexicon& lexicon);

// Both in text order.
[[nodiscard]] std::vector<TimeExpression> in_text_order(std::vector<TimeExpression> of_sentences, std::vector<TimeExpression> printed);

}  // namespace attache

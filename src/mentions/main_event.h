// The main event of one report: who did what, when and where, each as a phrase that the report itself has.
//
// Problem: what a report tells in its headline and lead is what a reader wants first, in the report's own words. Method
// (after the 5W1H of Hamborg et al. 2019, by rules of our own): the clause of the headline gives who and what, the lead where
// the headline has none; days near the publication and places behind a preposition are weighed by where they stand.
// Cost: the tree of the headline; that of single sentences where the headline is no clause. docs/stages/mentions.md
// Limits: English; one event a report; why and how are not asked.
#pragma once

#include <optional>

#include "ingest/report.h"
#include "language/analysis.h"
#include "language/lexicon.h"
#include "syntax/reader.h"

namespace attache {

struct EventPhrase {
  Span span;                           // bytes of the report's text, of the title's value where `in_title`
  bool in_title = false;               // the title is known from outside of the text
  std::uint32_t sentence = kNoSentence;  // it stands in; kNoSentence in a title or outside of the running text
  auto operator<=>(const EventPhrase&) const = default;
};

// What no phrase answers is left out.
struct MainEvent {
  std::optional<EventPhrase> who, what, when, where;
  auto operator<=>(const MainEvent&) const = default;
};

// All four empty for a report that is not in English.
[[nodiscard]] MainEvent find_main_event(const Report& report, const Language& language, const Lexicon& lexicon, const SyntaxReader& reader);

}  // namespace attache

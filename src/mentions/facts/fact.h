// A fact as one sentence of one report tells it: a relation between two who are named, a number, a date.
// The relations are those of data/relations.tsv.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/span.h"
#include "mentions/event.h"

namespace attache {

struct FactMention {
  std::string relation;            // of data/relations.tsv: "does_not_recognise"
  Participant subject;
  Participant object;              // an empty span: the relation has none, or the sentence does not tell it
  Span anchor;                     // the word that carries it
  std::uint32_t sentence = 0;
  double value = 0, most = 0;      // of a number; `most` is the end of a range
  std::string hedge;               // "some", "nearly", "at least"; empty = as stated
  Date begin, end;                 // of a date; year 0 = none
  Span value_span;                 // the words of number or date; empty = none
  std::string words;               // of values that are words: "unanimous vote"
  bool stand_only = false;         // tells where the subject stands on what the text speaks of; the sentence alone tells no fact
  std::uint32_t statement = 0xFFFFFFFF;  // of the report's statements, in whose content it stands: not the report's own word
};

}  // namespace attache

// What the trained tagger looks at, token by token: the word, its classes, quotation marks, names, and what the rules found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "mentions/cues.h"
#include "mentions/draft.h"

namespace attache {

// Where a token stands to the quotations of its block.
enum class QuoteSide : std::uint8_t { outside, opens, inside, closes };

struct TokenSigns {
  std::uint32_t word = 0;      // hashes, of the word in lower case ...
  std::uint32_t lemma = 0;     // of a verb the lexicon knows: its lemma; otherwise the word
  std::uint32_t ending2 = 0, ending3 = 0;
  std::uint32_t start3 = 0;
  std::uint32_t classes = 0;   // word classes, name, number, mark: one hash
  std::uint32_t cue_kind = 0;  // frames and act of a verb that the list of cues knows; 0 = none
  QuoteSide quote = QuoteSide::outside;
  std::int32_t quotation = -1;
  bool speech = false;         // an act of speech, no belief or wish
  bool verb = false, comma = false, colon = false, that = false, finite = false, capital = false;
  std::uint8_t rule_cue = 0;   // 1 begins a cue of the rules, 2 goes on
  std::uint8_t rule_part = 0;  // 1 a source of the rules, 2 a content
};

struct ReportSigns {
  std::vector<TokenSigns> tokens;
  const std::vector<Draft>* drafts = nullptr;  // of the rules
  std::vector<std::int32_t> draft_at;          // the draft whose cue a token stands in; -1 = none
};

[[nodiscard]] ReportSigns read_signs(std::string_view text, const Language& language, const Lexicon& lexicon, const CueLexicon& cues, const Clauses& clauses, const std::vector<Draft>& drafts);

}  // namespace attache

// A statement as one report gives it: who (source), by what act (cue), which words (content), to whom.
// Terms and span conventions are those of PARC 3 / PolNeAR: "that" and the quotation marks belong to the content,
// titles to the source, auxiliaries and adverbs to the cue; the addressee to none of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace attache {

enum class StatementKind : std::uint8_t { direct, mixed, indirect };  // all, some, none of the content's words quoted
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] StatementKind statement_kind_of(std::string_view name);

// What kind of act the cue is; data/cues.tsv gives it for each verb.
enum class Act : std::uint8_t { says, asks, requests, promises, threatens, denies, refuses, judges, accuses, believes, wants, decides, no_comment };
[[nodiscard]] std::string_view name_of(Act act);
[[nodiscard]] Act act_of(std::string_view name);

inline constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;

struct StatementMention {
  StatementKind kind = StatementKind::indirect;
  Act act = Act::says;
  std::vector<Span> source, cue, content;  // in text order; source and cue may be empty (a floating quotation)
  std::string cue_lemma;
  std::uint32_t speaker = kNoEntity;       // entity of the report; kNoEntity = only described
  std::string speaker_text;                // "A Turkish diplomat"; the entity's name where there is one
  std::string speaker_reason;              // how it was resolved: "named", "pronoun: ...", "author of the letter"
  std::uint32_t addressee = kNoEntity;
  std::string addressee_text;              // empty = none stated
  std::string form;                        // "letter", "statement", "interview", "social media post"; empty = not stated
};

}  // namespace attache

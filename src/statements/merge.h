// Stage "statements": the same statement in several reports, lined up, with the differences in wording.
//
// Method: by speaker first (the actor, or the description of an unnamed one within a story), then by words in common
// (Dice of .40 with equal speaker gave pair F1 near .80 on the reference affair, .60 without the speaker); a partial
// quotation joins the full one it lies in. A statement takes one mention a report, and its repetitions word for word. Cost: candidates through an index of
// each speaker's words; linear but for very long lists of one speaker, which are cut at kPostings.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "lineage/edits.h"
#include "stories/origins.h"

namespace attache {

struct MergeOptions {
  double dice = 0.40;
  double contained = 0.75;     // share of a short quotation's words found in the longer one
  int contained_words = 4;
  int days = 10;               // both dated: words repeated later are another occasion
};

struct MentionRef {
  std::uint32_t report = 0;
  std::uint32_t mention = 0;  // index into Analysis::statements
};

// Mentions with the same words, marks and spelling aside; the first is shown.
struct Variant {
  std::vector<MentionRef> mentions;
};

enum class Wording : std::uint8_t { same, copy_edit, other_wording, part, paraphrase };
[[nodiscard]] std::string_view name_of(Wording wording);

struct Statement {
  std::string id;
  std::uint32_t actor = 0xFFFFFFFF;  // speaker; none for unnamed sources
  std::string speaker;               // display name or description
  std::uint32_t addressee = 0xFFFFFFFF;
  std::string addressee_text;
  std::string form;
  Act act = Act::says;
  std::vector<MentionRef> mentions;  // in document order: the first appearance first
  std::vector<Variant> variants;
  std::vector<Wording> wordings;     // of each variant against the first
};

[[nodiscard]] std::vector<Statement> merge_statements(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories, const Actors& actors, const MergeOptions& options);

// The words of a mention's content, pieces joined by " … ".
[[nodiscard]] std::string content_words(const Analysis& analysis, const StatementMention& mention);

}  // namespace attache

// Families: reports that descend from one text. Who came first, which version hangs under which, and why we think so.
//
// Method: links between reports (links.h);
// each report joins the family of one parent, the earlier relative that covers its words best. Order inside a family:
// publication time, then what the text shows (a missing reply that is answered in the other), else unknown.
// Superseded is a sentence that is replaced, or whose number is changed, by a later version of one newsroom: both name one agency
// or outlet, and the time or the text says which is later. What another outlet changed in its copy is a difference of the two,
// unless an answer stands there in place of a missing reply.
// Limits: a translation or a full rewrite shares no 4-grams and founds no family.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "boosting/boosted_trees.h"
#include "lineage/document.h"
#include "lineage/edits.h"
#include "lineage/fingerprint.h"
#include "lineage/links.h"

namespace attache {

struct LineageOptions {
  LinkOptions links;
  double parent_margin = 0.05;     // texts that cover a copy this much less than the best one are passed over for an earlier one
  double lead_weight = 0.5;        // of the first paragraph beside all words, where a parent is chosen: without it merged wires of bench/lineage hang under the longer source
  double whole = 0.75;             // share of a text from which on a copy is one of it as a whole; set by hand, with the next one wire pair F1 .967 -> .993
  double held = 0.25;              // share of a text that a digest holds when it is one of its sources
};

enum class Descent : std::uint8_t { original, verbatim, edited, excerpt, extended };
[[nodiscard]] std::string_view name_of(Descent descent);

struct Member {
  std::uint32_t report = 0;     // index into the documents
  std::int32_t parent = -1;     // index into Family::members
  Descent descent = Descent::original;
  bool order_known = false;     // it is later than its parent
  std::string order_reason;     // why it stands after its parent: "published on 4 March, after 3 March"; "order not known"
  Overlap overlap;              // with the parent
  double confidence = 1;        // that it descends from the text of this family: of its surest link; 1 for the first
  std::string reason;           // why it is kin to its parent, in words
  std::vector<Edit> edits;      // parent -> this
};

struct Family {
  std::vector<Member> members;  // first version first; at least two
};

// A report that also holds the text of a family it does not descend from (digests, merged wires).
struct SecondSource {
  std::uint32_t report = 0;
  std::uint32_t contained = 0;
  Overlap overlap;
  double confidence = 0;
};

struct Lineage {
  std::vector<Family> families;           // ordered by their first members
  std::vector<std::int32_t> family_of;    // a report's family, -1 = none
  std::vector<std::int32_t> member_of;    // its place in Family::members, -1 = none
  std::vector<SecondSource> second_sources;
};

// The report as a member of its family; null when it has none.
[[nodiscard]] const Member* member_of(const Lineage& lineage, std::uint32_t report);

// Fills the edits of a member whose descent and order are known, as find_lineage left them.
void find_edits(Member& member, const Document& parent, const Document& self, const Lexicon& lexicon);

// Documents come in canonical order (publication time, then id), which decides ties.
[[nodiscard]] Lineage find_lineage(const std::vector<Document>& documents, const Lexicon& lexicon, const BoostedTrees& kinship, const LineageOptions& options, int threads);

}  // namespace attache

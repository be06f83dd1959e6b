// Where the words behind a cue end, and whether they are a clause.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/clause.h"
#include "mentions/scene.h"

namespace attache {

class ClauseEnds {
 public:
  ClauseEnds(const std::vector<Token>& tokens, const Clauses& clauses) : tokens_(tokens), c_(clauses) {}

  // Where the content of cue k that begins at `begin` ends (exclusive).
  [[nodiscard]] std::uint32_t clause_end(const Scene& scene, std::size_t k, std::uint32_t begin) const;

  // A finite verb of its own between here and the clause's end.
  [[nodiscard]] bool is_bare_clause(std::uint32_t begin, const Scene& scene, std::size_t k) const;

  // A participle cue begins at t, or a subject that begins at t (a coordinator before it allowed) leads to a finite cue
  // that either ends the clause ("..., the office said") or brings its own content.
  [[nodiscard]] bool another_cue_begins(const Scene& scene, std::size_t k, std::uint32_t t) const;

 private:
  const std::vector<Token>& tokens_;
  const Clauses& c_;

  [[nodiscard]] bool coordinated_cue_at(const Scene& scene, std::size_t k, std::uint32_t t) const;
  [[nodiscard]] bool is_unknown_past(std::uint32_t t, std::uint32_t end) const;
};

}  // namespace attache

// Who stands in captions and credit lines: named outside of the text proper, so no sentence tells anything of them, and no
// later stage may draw a fact, a story or a speaker from there. The report names them all the same.
//
// Method: captions are read for names like the body, by rules and tables alone; persons, states and organisations join those
// of the body by key, by the one person whose name fits, or by equal words. Photo agencies are left out: they took a picture.
// Credits give the agencies and the outlet where the report's fields found them.
// Cost: linear in captions. Limits: a caption's name that no rule gives a kind and the body does not know is dropped.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/report.h"
#include "language/lexicon.h"
#include "language/names.h"
#include "tables/knowledge.h"

namespace attache {

enum class AsideKind : std::uint8_t { caption, credit };
[[nodiscard]] std::string_view name_of(AsideKind kind);
[[nodiscard]] AsideKind aside_kind_of(std::string_view name);  // caption where the name is none

struct Aside {
  Span span;                 // bytes of the text
  std::uint32_t entity = 0;
  AsideKind kind = AsideKind::caption;
};

// In text order; adds entities to `names` that the body does not name.
[[nodiscard]] std::vector<Aside> find_asides(const Report& report, const Lexicon& lexicon, const Knowledge& knowledge, NameAnalysis& names);

}  // namespace attache

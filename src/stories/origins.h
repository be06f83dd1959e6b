// Independent origins: what counts as one source, however many reports carry it.
//
// A family of copies is one origin. So are reports of one story by the same agency or, where no agency is named, by the
// same outlet: one newsroom does not confirm itself. Everything else counts alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "stories/stories.h"

namespace attache {

struct SourceOrigin {
  std::vector<std::uint32_t> reports;  // in document order
  std::string name;                    // agency, else outlet, else empty
  std::string reason;                  // why these count once
};

struct Origins {
  std::vector<SourceOrigin> origins;     // by first report
  std::vector<std::uint32_t> origin_of;  // of each report
};

[[nodiscard]] Origins find_origins(std::span<const Analysis> analyses, const Lineage& lineage, const Stories& stories);

// Newsrooms behind a set of reports: one does not confirm itself, on another story neither; reports of nobody known count by their
// texts.
[[nodiscard]] std::uint32_t count_newsrooms(const Origins& origins, std::span<const std::uint32_t> reports);

}  // namespace attache

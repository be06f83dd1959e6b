// One sentence while its statements are being read.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "mentions/clause.h"
#include "mentions/cues.h"

namespace attache {

struct Scene {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens; last excludes the final stop
  std::vector<Cue> cues;
  std::optional<Range> subject;       // source of the latest cue of this sentence
};

}  // namespace attache

// The way in: files, folders (searched to the bottom, names in order), globs and standard input as a stream of records.
// What a file is, is seen from its first bytes; archives and compressed files are opened to the bottom (containers/walk.h).
#pragma once

#include <string>
#include <vector>

#include "containers/limits.h"
#include "ingest/content.h"

namespace attache {

struct InputLimits {
  ContainerLimits containers;
  ContentLimits content;
};

// Every input leads to at least one call of the sink, in a fixed order.
void read_inputs(const std::vector<std::string>& inputs, const InputLimits& limits, const InputSink& sink);

}  // namespace attache

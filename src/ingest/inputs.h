// The way in: files, folders (searched to the bottom, names in order), globs and standard input as a stream of records.
// What a file is, is seen from its first bytes. gzip is unpacked in memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/content.h"

namespace attache {

struct InputLimits {
  std::uint64_t unpacked_bytes = 1u << 30;  // of a gzip file
  ContentLimits content;
};

// Every input leads to at least one call of the sink, in a fixed order.
void read_inputs(const std::vector<std::string>& inputs, const InputLimits& limits, const InputSink& sink);

}  // namespace attache

// The way in: files, folders (searched to the bottom, names in order), globs and standard input as a stream of records.
// What a file is, is seen from its first bytes. gzip is unpacked in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ingest/jsonl.h"
#include "ingest/record.h"

namespace attache {

struct InputLimits {
  std::uint64_t file_bytes = 64u << 20;       // of a page or text; JSONL files are streamed and have no limit
  std::uint64_t unpacked_bytes = 1u << 30;    // of a gzip file
  JsonlLimits jsonl;
};

// Every input leads to exactly one call of either function, in a fixed order.
struct InputSink {
  std::function<void(Record)> record;
  std::function<void(Error)> refused;
};

void read_inputs(const std::vector<std::string>& inputs, const InputLimits& limits, const InputSink& sink);

}  // namespace attache

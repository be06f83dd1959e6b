// A model of several chains and a few numbers as a file: its first line, the numbers (32-bit floats), the chains, and the XXH3 hash of all before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "sequence/linear_chain.h"

namespace attache {

// What a file of one kind must be.
struct ChainFileForm {
  std::string_view first_line;                    // with the line end
  std::string_view what;                          // "statements", for messages
  std::vector<std::vector<std::string>> labels;   // of each chain
  std::size_t numbers = 1;
};

struct ChainFile {
  std::vector<float> numbers;
  std::vector<LinearChain> chains;
};

[[nodiscard]] std::string serialise(const ChainFileForm& form, const ChainFile& file);

// Refuses what is no such model, of another version, damaged, or larger than 64 MiB. Numbers are probabilities: between 0 and 1.
[[nodiscard]] Result<ChainFile> parse_chain_file(const ChainFileForm& form, std::string_view bytes, const std::string& source);

}  // namespace attache

// Texts as they lie in the store: compressed by zstd with a dictionary that was trained on analyses of our own reports
// (models/analysis.zdict, its card beside it).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"

namespace attache {

// Each thread has one of its own.
class Packer {
 public:
  Packer();
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  [[nodiscard]] std::string pack(std::string_view text);
  // Errors: invalid_store (damaged, or larger than 1 GiB).
  [[nodiscard]] Result<std::string> unpack(std::string_view packed);

 private:
  struct Contexts;
  std::unique_ptr<Contexts> contexts_;
};

}  // namespace attache

// Any bytes as a file: leaves one after the other, every file leads to a call, nothing beyond the limits comes out. The
// same bytes in small reads give the same.
#include <cstdint>
#include <string>
#include <vector>

#include "containers/walk.h"
#include "text/utf8.h"

#include "require.h"

namespace {

using namespace attache;

// One walk for all inputs, as a run has one for all files: its buffers stay, which is where the time would go.
class Holder {
 public:
  Holder() : walk_(limits_, sink_) {
    limits_.unpacked_bytes = 8u << 20;
    limits_.free_bytes = 64u << 10;
    limits_.members = 1000;
    sink_.begin = [this](std::string name, LeafHints) {
      require(!open_, "leaves come one after the other");
      open_ = true;
      given_ = 0;
      name_ = std::move(name);
      require(is_valid_utf8(name_), "a name is UTF-8");
    };
    sink_.feed = [this](std::string_view part) {
      require(open_ && !part.empty(), "bytes belong to a leaf");
      given_ += part.size();
    };
    sink_.end = [this] { close("leaf " + name_ + " " + std::to_string(given_)); };
    // whether something was given before the damage showed depends on the reads: either way it is refused
    sink_.fail = [this](Error error) { close("refused " + error.source); };
    sink_.refused = [this](Error error) {
      require(!open_ && !error.message.empty() && is_valid_utf8(error.source), "a refusal says why and whom");
      calls_.push_back("refused " + error.source);
    };
  }

  std::vector<std::string> calls_of(std::string_view bytes, std::size_t step) {
    calls_.clear();
    MemorySource file(bytes, step);
    (void)walk_.walk(file, "box");
    require(!open_ && !calls_.empty(), "every file leads to a call");
    return std::move(calls_);
  }

 private:
  ContainerLimits limits_;
  LeafSink sink_;
  ContainerWalk walk_;
  std::vector<std::string> calls_;
  std::string name_;
  std::uint64_t given_ = 0;
  bool open_ = false;

  void close(std::string how) {
    require(open_, "what ends has begun");
    open_ = false;
    calls_.push_back(std::move(how));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static Holder holder;
  require(holder.calls_of(bytes, bytes.size() + 1) == holder.calls_of(bytes, 61), "reads of any size give the same");
  return 0;
}

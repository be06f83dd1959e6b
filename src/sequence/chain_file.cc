#include "sequence/chain_file.h"

#include <cstring>

#include "base/hash.h"

namespace attache {
namespace {

constexpr std::size_t kLargest = 64u << 20, kHashBytes = 8, kNumberBytes = 4;

}  // namespace

std::string serialise(const ChainFileForm& form, const ChainFile& file) {
  std::string out(form.first_line);
  for (const float number : file.numbers) out.append(reinterpret_cast<const char*>(&number), kNumberBytes);
  for (const LinearChain& chain : file.chains) append(out, chain);
  const std::uint64_t hash = hash64(out);
  out.append(reinterpret_cast<const char*>(&hash), kHashBytes);
  return out;
}

Result<ChainFile> parse_chain_file(const ChainFileForm& form, std::string_view bytes, const std::string& source) {
  const std::string model = "model of " + std::string(form.what);
  const auto wrong = [&](ErrorCode code, std::string what) { return tl::unexpected<Error>(Error{code, std::move(what), source}); };
  if (bytes.size() > kLargest) return wrong(ErrorCode::too_large, "a " + model + " of more than 64 MiB");
  if (!bytes.starts_with(form.first_line) || bytes.size() < form.first_line.size() + form.numbers * kNumberBytes + kHashBytes) return wrong(ErrorCode::unsupported, "this is no " + model + " of this version");
  std::uint64_t hash = 0;
  std::memcpy(&hash, bytes.data() + bytes.size() - kHashBytes, kHashBytes);
  bytes.remove_suffix(kHashBytes);
  if (hash64(bytes) != hash) return wrong(ErrorCode::unsupported, "the " + model + " is damaged: its checksum is another");
  bytes.remove_prefix(form.first_line.size());
  ChainFile file;
  for (std::size_t n = 0; n < form.numbers; ++n) {
    float number = 0;
    std::memcpy(&number, bytes.data(), kNumberBytes);
    bytes.remove_prefix(kNumberBytes);
    if (!(number > 0 && number < 1)) return wrong(ErrorCode::unsupported, "a probability of the " + model + " is none");
    file.numbers.push_back(number);
  }
  for (const std::vector<std::string>& labels : form.labels) {
    Result<LinearChain> chain = take_linear_chain(bytes, source);
    if (!chain) return tl::unexpected<Error>(chain.error());
    if (chain->labels != labels) return wrong(ErrorCode::unsupported, "the model has other labels");
    file.chains.push_back(std::move(*chain));
  }
  if (!bytes.empty()) return wrong(ErrorCode::unsupported, "something stands behind the model");
  return file;
}

}  // namespace attache

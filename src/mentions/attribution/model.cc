#include "mentions/attribution/model.h"

#include <cstring>

#include "base/hash.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::string_view kMagic = "attache-statements 1\n";
constexpr std::size_t kLargest = 64u << 20, kHashBytes = 8;

}  // namespace

std::vector<std::string> cue_labels() { return {"O", "B-cue", "I-cue"}; }
std::vector<std::string> part_labels() { return {"O", "B-source", "I-source", "B-content", "I-content"}; }

std::string serialise(const AttributionModel& model) {
  std::string out(kMagic);
  out.append(reinterpret_cast<const char*>(&model.least_cue), 4);
  append(out, model.cues);
  append(out, model.parts);
  const std::uint64_t hash = hash64(out);
  out.append(reinterpret_cast<const char*>(&hash), kHashBytes);
  return out;
}

Result<AttributionModel> parse_attribution_model(std::string_view bytes, const std::string& source) {
  const auto wrong = [&](ErrorCode code, std::string what) { return tl::unexpected<Error>(Error{code, std::move(what), source}); };
  if (bytes.size() > kLargest) return wrong(ErrorCode::too_large, "a model of statements of more than 64 MiB");
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 4 + kHashBytes) return wrong(ErrorCode::unsupported, "this is no model of statements of this version");
  std::uint64_t hash = 0;
  std::memcpy(&hash, bytes.data() + bytes.size() - kHashBytes, kHashBytes);
  bytes.remove_suffix(kHashBytes);
  if (hash64(bytes) != hash) return wrong(ErrorCode::unsupported, "the model of statements is damaged: its checksum is another");
  bytes.remove_prefix(kMagic.size());
  AttributionModel model;
  std::memcpy(&model.least_cue, bytes.data(), 4);
  bytes.remove_prefix(4);
  if (!(model.least_cue > 0 && model.least_cue < 1)) return wrong(ErrorCode::unsupported, "the least probability of a cue is none");
  Result<LinearChain> cues = take_linear_chain(bytes, source);
  if (!cues) return tl::unexpected<Error>(cues.error());
  Result<LinearChain> parts = take_linear_chain(bytes, source);
  if (!parts) return tl::unexpected<Error>(parts.error());
  if (!bytes.empty()) return wrong(ErrorCode::unsupported, "something stands behind the model");
  if (cues->labels != cue_labels() || parts->labels != part_labels()) return wrong(ErrorCode::unsupported, "the model has other labels");
  model.cues = std::move(*cues);
  model.parts = std::move(*parts);
  return model;
}

Result<AttributionModel> shipped_attribution_model() { return parse_attribution_model(embedded_file("statements.bin"), "statements.bin"); }

}  // namespace attache

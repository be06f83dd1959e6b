#include "base/hash.h"

#include <fmt/format.h>
#define XXH_INLINE_ALL  // most of what is hashed are words: the call would take longer
#include <xxhash.h>

namespace attache {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  return seed == 0 ? XXH3_64bits(bytes.data(), bytes.size()) : XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::uint64_t hash_fields(std::initializer_list<std::string_view> fields) {
  std::uint64_t h = fields.size();
  for (std::string_view field : fields) h = mix(h ^ hash64(field, field.size()));
  return h;
}

std::string make_id(std::string_view prefix, std::uint64_t hash) { return fmt::format("{}-{:016x}", prefix, hash); }

}  // namespace attache

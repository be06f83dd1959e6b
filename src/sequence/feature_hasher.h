// Features of a token as hashes of a template's number and its values.
#pragma once

#include <cstdint>

#include "sequence/linear_chain.h"

namespace attache {

// A feature: the number of its template with up to three values.
class FeatureHasher {
 public:
  explicit FeatureHasher(FeatureRows& rows) : rows_(rows) {}
  void operator()(std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) const {
    std::uint64_t h = (a + kind) * 0x9e3779b97f4a7c15ULL;
    h ^= (b + 0x632be59bd9b4e019ULL) * 0xbf58476d1ce4e5b9ULL;
    h += c * 0x94d049bb133111ebULL;
    h ^= h >> 29;
    h *= 0xd6e8feb86659fd93ULL ^ (static_cast<std::uint64_t>(kind) << 33);
    rows_.add(static_cast<std::uint32_t>(h >> 32));
  }

 private:
  FeatureRows& rows_;
};

}  // namespace attache

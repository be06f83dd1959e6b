// XXH3 (xxhash.com): fast, stable across machines and versions since 0.8, so safe in ids and sketches.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace attache {

[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// Hash of several fields; the boundaries count, so ("ab","c") differs from ("a","bc").
[[nodiscard]] std::uint64_t hash_fields(std::initializer_list<std::string_view> fields);

// prefix + 16 hexadecimal digits, e.g. "r-00a1...": the ids of everything in a dossier.
[[nodiscard]] std::string make_id(std::string_view prefix, std::uint64_t hash);

// A well mixed function of one 64-bit value (splitmix64's finaliser, Steele et al. 2014).
[[nodiscard]] inline std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

}  // namespace attache

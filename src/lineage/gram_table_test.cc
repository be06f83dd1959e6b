#include "lineage/gram_table.h"

#include <map>

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(GramTable, KnowsNothingAtFirst) {
  const GramTable table;
  EXPECT_EQ(table.find(0), GramTable::kNone);
  EXPECT_EQ(table.find(0xFFFFFFFF), GramTable::kNone);
}

TEST(GramTable, KeepsWhatAMapKeeps) {
  GramTable table;
  std::map<std::uint32_t, std::uint32_t> wanted;
  std::uint32_t state = 7;
  for (std::uint32_t i = 0; i < 60000; ++i) {
    state = state * 1664525u + 1013904223u;
    const std::uint32_t hash = (state >> 8) % 40000 * 8;  // with zeros at the end, as sampled hashes have them
    std::uint32_t& value = table.at(hash);
    const auto [at, is_new] = wanted.try_emplace(hash, i);
    ASSERT_EQ(value, is_new ? GramTable::kNone : at->second);
    if (is_new) value = i;
    table.prefetch(hash + 8);
  }
  for (const auto& [hash, value] : wanted) EXPECT_EQ(table.find(hash), value);
  EXPECT_EQ(table.find(40000 * 8), GramTable::kNone);
}

TEST(GramTable, NeighboursDoNotCrowdOnePart) {
  GramTable table;
  for (std::uint32_t hash = 0; hash < 100000; ++hash) table.at(hash) = hash;
  for (std::uint32_t hash = 0; hash < 100000; ++hash) ASSERT_EQ(table.find(hash), hash);
  EXPECT_LT(table.bytes(), 100000 * 8 * 2.6);  // between two fifths and four fifths full
}

}  // namespace
}  // namespace attache

#include "stories/frequencies.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

constexpr std::uint64_t key_of(std::uint32_t upper) { return (std::uint64_t{upper} << 32) | 0xABCD; }

NewsFrequencies small() {
  NewsFrequencies f;
  f.reports = 1000;
  f.tables[0] = {{3, 7, 0xFFFFFFFF}, {1, 500, 1000}};
  f.tables[2] = {{7}, {2}};
  return f;
}

void expect_refused(const std::string& bytes, const std::string& why) {
  const auto read = parse_frequencies(bytes, "small.bin");
  ASSERT_FALSE(read.has_value()) << why;
  EXPECT_EQ(read.error().code, ErrorCode::unsupported);
  EXPECT_EQ(read.error().source, "small.bin");
  EXPECT_NE(read.error().message.find(why), std::string::npos) << read.error().message;
}

TEST(Frequencies, CountsByChannelAndUpperHalf) {
  const NewsFrequencies f = small();
  EXPECT_EQ(f.count(Channel::words, key_of(7)), 500u);
  EXPECT_EQ(f.count(Channel::names, key_of(7)), 2u);
  EXPECT_EQ(f.count(Channel::lead, key_of(7)), 0u);
  EXPECT_EQ(f.count(Channel::words, key_of(0xFFFFFFFF)), 1000u);
  EXPECT_EQ(f.count(Channel::words, key_of(5)), 0u);
  EXPECT_EQ(f.count(Channel::words, key_of(0)), 0u);
  EXPECT_EQ(NewsFrequencies{}.count(Channel::title, 42), 0u);
}

TEST(Frequencies, WritingAndReadingIsARoundTrip) {
  const std::string bytes = serialise(small());
  EXPECT_EQ(bytes.size(), 4u + 4 + 4 + kChannels * 4 + 4 * 6);
  const auto read = parse_frequencies(bytes, "small.bin");
  ASSERT_TRUE(read.has_value()) << describe(read.error());
  EXPECT_EQ(read->reports, 1000u);
  EXPECT_EQ(read->tables[0].keys, small().tables[0].keys);
  EXPECT_EQ(read->tables[0].counts, small().tables[0].counts);
  EXPECT_EQ(serialise(*read), bytes);
}

TEST(Frequencies, AnEmptyTableIsOne) { EXPECT_TRUE(parse_frequencies(serialise(NewsFrequencies{}), "empty.bin").has_value()); }

TEST(Frequencies, NumbersAreLittleEndian) {
  const std::string bytes = serialise(small());
  EXPECT_EQ(bytes.substr(0, 12), std::string("ATTF\x01\0\0\0\xE8\x03\0\0", 12));
}

TEST(Frequencies, EveryCutIsRefused) {
  const std::string bytes = serialise(small());
  for (std::size_t end = 0; end < bytes.size(); ++end) EXPECT_FALSE(parse_frequencies(bytes.substr(0, end), "cut").has_value()) << end;
  expect_refused(bytes.substr(0, 11), "cut short");
  expect_refused(bytes.substr(0, 20), "cut short");
}

TEST(Frequencies, AnotherFileIsRefused) {
  expect_refused("", "no table of frequencies");
  expect_refused("ATTG" + serialise(small()).substr(4), "no table of frequencies");
  std::string newer = serialise(small());
  newer[4] = 2;
  expect_refused(newer, "of another version");
  expect_refused(serialise(small()) + "x", "more than a table");
}

TEST(Frequencies, KeysMustAscend) {
  NewsFrequencies f = small();
  f.tables[0].keys = {3, 3, 7};
  expect_refused(serialise(f), "keys out of order");
  f.tables[0].keys = {7, 3, 9};
  expect_refused(serialise(f), "keys out of order");
}

TEST(Frequencies, NoFeatureStandsInMoreReportsThanThereAre) {
  NewsFrequencies f = small();
  f.tables[2].counts = {1001};
  expect_refused(serialise(f), "a count above the number of reports");
}

TEST(Frequencies, AnInventedNumberOfEntriesCostsNothing) {
  std::string bytes = serialise(small()).substr(0, 12);
  for (const std::string& entries : {std::string("\xFF\xFF\xFF\xFF", 4), std::string("\0\0\0\x01", 4), std::string("\x01\0\0\x01", 4), std::string("\xAB\xAA\xAA\x2A", 4)}) expect_refused(bytes + entries + "123456", "cut short");
}

TEST(Frequencies, TheShippedTableIsWhole) {
  const auto shipped = shipped_frequencies();
  ASSERT_TRUE(shipped.has_value()) << describe(shipped.error());
  EXPECT_GT(shipped->reports, 100u);
  for (Channel c : {Channel::words, Channel::lead, Channel::names, Channel::pairs}) EXPECT_FALSE(shipped->tables[static_cast<std::size_t>(c)].keys.empty());
}

}  // namespace
}  // namespace attache

#include "lineage/links.h"

#include <algorithm>
#include <deque>

#include <gtest/gtest.h>

#include "base/date.h"
#include "support/texts.h"

namespace attache {
namespace {

const BoostedTrees& kinship() {
  static const BoostedTrees trees = shipped_kinship().value();
  return trees;
}

// Forty words of their own for each number.
std::string text_of(int number) {
  std::string out;
  for (int i = 0; i < 40; ++i) out += "n" + std::to_string(number) + "w" + std::to_string(i) + " ";
  return out;
}

class Stream {
 public:
  void add(const std::string& text, int day) { reports_.push_back(testing::plain_report(text, day < 0 ? Date{} : date_of(18000 + day))); }
  [[nodiscard]] Links links(const LinkOptions& options = {}, int threads = 1) const {
    std::vector<Document> documents;
    for (const Report& report : reports_) documents.push_back({&report, {}});
    return find_links(documents, kinship(), options, threads);
  }

 private:
  std::deque<Report> reports_;
};

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const Links& links) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const std::vector<Link>& list : links.to_earlier) {
    for (const Link& link : list) out.emplace_back(link.a, link.b);
  }
  return out;
}

TEST(Links, TieACopyToWhatCameBefore) {
  Stream stream;
  stream.add(text_of(1), 0);
  stream.add(text_of(2), 0);
  stream.add(text_of(1), 900);
  const Links links = stream.links();
  EXPECT_EQ(pairs_of(links), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}}));
  EXPECT_EQ(links.to_earlier[2].front().overlap.jaccard, 1);
  EXPECT_EQ(links.candidates, 1u);
  EXPECT_GT(links.index_bytes, 0u);
}

TEST(Links, OfAWindowReachSoFar) {
  Stream stream;
  stream.add(text_of(1), 0);
  stream.add(text_of(1), 30);
  stream.add(text_of(1), 61);
  LinkOptions options;
  options.window = 30;
  EXPECT_EQ(pairs_of(stream.links(options)), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}}));
  options.window = 31;
  EXPECT_EQ(pairs_of(stream.links(options)), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}, {1, 2}}));
}

TEST(Links, OfAWindowAreNotCrowdedOutByOlderReports) {
  Stream stream;
  for (int day = 0; day < 60; ++day) stream.add(text_of(1), day);  // printed anew every day
  LinkOptions options;
  options.window = 3;
  const Links links = stream.links(options);
  for (std::uint32_t day = 1; day < 60; ++day) {
    ASSERT_EQ(links.to_earlier[day].size(), std::min(day, 3u)) << day;
    for (const Link& link : links.to_earlier[day]) EXPECT_GE(link.a + 3, day);
  }
}

TEST(Links, OfNothing) {
  Stream none, empty;
  EXPECT_TRUE(none.links().to_earlier.empty());
  empty.add("", 0);
  empty.add("... ---", 0);
  empty.add(text_of(1), -1);
  empty.add("", -1);
  for (int threads : {1, 3}) EXPECT_TRUE(pairs_of(empty.links({}, threads)).empty());
}

TEST(Links, OfATextLongerThanAGroup) {
  Stream stream;
  std::string book;
  for (int i = 0; book.size() < (9u << 20); ++i) book += text_of(i);
  stream.add(book, 0);
  stream.add(text_of(7), 1);
  stream.add(book, 2);
  stream.add(text_of(9), 3);
  for (int threads : {1, 3}) EXPECT_GE(pairs_of(stream.links({}, threads)).size(), 2u);
}

TEST(Links, AWindowReachesReportsOfNoDay) {
  Stream stream;
  stream.add(text_of(1), 0);
  stream.add(text_of(1), -1);
  LinkOptions options;
  options.window = 5;
  EXPECT_EQ(pairs_of(stream.links(options)).size(), 1u);
}

TEST(Links, AWindowForgetsAndFindsTheSame) {
  Stream stream;
  for (int i = 0; i < 14000; ++i) stream.add(text_of(i % 10 == 9 ? i - 5 : i), i / 10);  // a copy on the same day for one in ten
  LinkOptions windowed;
  windowed.window = 20;
  const Links all = stream.links(), some = stream.links(windowed);
  EXPECT_EQ(pairs_of(all).size(), 1400u);
  EXPECT_EQ(pairs_of(some), pairs_of(all));
  EXPECT_LT(some.index_bytes * 3, all.index_bytes * 2);
  EXPECT_EQ(pairs_of(stream.links(windowed, 3)), pairs_of(all));
}

}  // namespace
}  // namespace attache

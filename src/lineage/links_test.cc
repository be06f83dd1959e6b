#include "lineage/links.h"

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

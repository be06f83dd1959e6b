// The decision on kinship on pairs that it never learnt from (tests/lineage/pairs.jsonl, written and labelled by the project):
// how many of each label are called kin. A false copy hides a source, so none of those may be made; heavy versions that
// are missed only count as two sources.
#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "lineage/document.h"
#include "lineage/kinship.h"
#include "support/texts.h"

namespace attache {
namespace {

struct Count {
  int kin = 0, all = 0;
};

std::map<std::string, Count> judge_file(const std::string& path) {
  const BoostedTrees trees = shipped_kinship().value();
  std::vector<std::pair<Report, Report>> pairs;
  std::vector<std::string> labels;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json pair = nlohmann::json::parse(line);
    const auto report = [&](const char* side) {
      const nlohmann::json& r = pair.at(side);
      return testing::report_of({r.at("text"), r.at("date"), "", "", r.at("title"), pair.at("id").get<std::string>() + side});
    };
    pairs.emplace_back(report("a"), report("b"));
    labels.push_back(pair.at("label"));
  }
  SketchIndex index;
  std::uint32_t number = 0;
  for (const auto& [a, b] : pairs) {
    for (const Report* r : {&a, &b}) index.add(number++, make_sketch(make_fingerprint(*r)), published_day(*r));
  }
  std::map<std::string, Count> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [a, b] = pairs[i];
    Count& count = out[labels[i]];
    ++count.all;
    count.kin += kin_probability(trees, kinship_signals(a, make_shape(a), b, make_shape(b), index)) >= LinkOptions{}.bound;
  }
  return out;
}

TEST(LineagePairs, NoneIsKinThatShouldNotBeAndFewCopiesAreMissed) {
  std::map<std::string, Count> found = judge_file(std::string(ATTACHE_SOURCE_DIR) + "/tests/lineage/pairs.jsonl");
  ASSERT_EQ(found.size(), 8u);
  for (const char* label : {"template", "same_event", "unrelated"}) {
    EXPECT_GE(found[label].all, 4) << label;
    EXPECT_EQ(found[label].kin, 0) << label;
  }
  for (const char* label : {"copy", "excerpt", "digest", "merged"}) EXPECT_EQ(found[label].kin, found[label].all) << label;
  EXPECT_GE(found["version"].kin, 9) << "of " << found["version"].all;
}

}  // namespace
}  // namespace attache

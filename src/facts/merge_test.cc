#include "facts/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/strings.h"
#include "pipeline/run.h"
#include "facts/values.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

TEST(FactValues, HedgesLeaveRoom) {
  EXPECT_TRUE(numbers_fit(3770, 3770, "", 3800, 3800, "nearly"));
  EXPECT_TRUE(numbers_fit(3770, 3770, "", 3800, 3800, ""));  // rounded
  EXPECT_TRUE(numbers_fit(12, 12, "at least", 14, 14, ""));
  EXPECT_TRUE(numbers_fit(100, 100, "more than", 112, 112, ""));
  EXPECT_TRUE(numbers_fit(20, 30, "", 25, 25, ""));
  EXPECT_FALSE(numbers_fit(12, 12, "", 17, 17, ""));
  EXPECT_FALSE(numbers_fit(12, 12, "", 14, 14, ""));
  EXPECT_FALSE(numbers_fit(100, 100, "nearly", 130, 130, ""));
  EXPECT_FALSE(numbers_fit(600, 600, "", 3770, 3770, ""));
  EXPECT_FALSE(numbers_fit(2000, 2000, "", 1200, 1200, ""));
}

TEST(FactValues, DaysFitTheirMonthAndYear) {
  EXPECT_TRUE(days_fit({2008, 0, 0}, {2008, 0, 0}, {2008, 2, 17}, {2008, 2, 17}));
  EXPECT_TRUE(days_fit({2008, 2, 0}, {2008, 2, 0}, {2008, 2, 17}, {2008, 2, 17}));
  EXPECT_TRUE(days_fit({0, 2, 24}, {0, 2, 24}, {2022, 2, 24}, {2022, 2, 24}));
  EXPECT_FALSE(days_fit({2008, 3, 0}, {2008, 3, 0}, {2008, 2, 17}, {2008, 2, 17}));
  EXPECT_FALSE(days_fit({0, 2, 25}, {0, 2, 25}, {2022, 2, 24}, {2022, 2, 24}));
}

struct Source {
  std::string agency, text;
  Date day;
};

Dossier dossier_of(const std::vector<Source>& sources) {
  AnalysedInputs inputs;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    Report report = testing::plain_report(sources[i].text, sources[i].day);
    report.id = "r-" + std::to_string(i);
    if (!sources[i].agency.empty()) report.agencies.push_back({sources[i].agency, "stated", {}});
    inputs.analyses.push_back(analyse_report(std::move(report), testing::resources()));
  }
  return assemble(std::move(inputs), testing::resources(), {}, {});
}

const Fact* find(const Dossier& d, std::string_view relation, std::string_view subject, std::string_view object = {}) {
  const auto found = std::find_if(d.facts.begin(), d.facts.end(), [&](const Fact& f) { return f.relation == relation && f.subject.name == subject && (object.empty() || f.object.name == object); });
  return found == d.facts.end() ? nullptr : &*found;
}

constexpr Date kDay{2023, 5, 9}, kNextDay{2023, 5, 10}, kLater{2023, 11, 20};

TEST(Facts, IndependentOriginsAgree) {
  const Dossier d = dossier_of({{"Reuters", "Chad does not recognise Somaliland, a spokesman in Nairobi said on Monday after talks on trade and the port.", kDay},
                                {"AFP", "The road to Berbera stayed shut for a second week. Chad has refused to recognise Somaliland, whose traders complain of losses.", kDay}});
  const Fact* f = find(d, "does_not_recognise", "Chad", "Somaliland");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->status, FactStatus::agree);
  EXPECT_EQ(f->origins, 2u);
}

TEST(Facts, CopiesDoNotConfirm) {
  const std::string story = "Kenya has 1,200 troops in Somalia, the defence ministry said on Tuesday after a raid on a base near the border. The soldiers guard a road that leads from the coast to the hills, where traders pay a toll. Nobody was hurt when shots were fired at the gate in the night, a colonel told reporters.";
  const Dossier d = dossier_of({{"Reuters", story, kDay}, {"Reuters", story + " An inquiry is under way.", kDay}});
  const Fact* f = find(d, "has_troops_in", "Kenya", "Somalia");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->status, FactStatus::one_origin);
  EXPECT_EQ(f->claims.front().number, 1200);
}

TEST(Facts, ValuesThatCannotBothBeRightDiffer) {
  const Dossier d = dossier_of({{"Reuters", "Russia has 2,000 troops in Transnistria, the government in Chisinau said on Tuesday.", kDay}, {"AFP", "Moldova wants them to go: Russia has 1,200 soldiers in Transnistria, a diplomat said on Tuesday.", kDay}});
  const Fact* f = find(d, "has_troops_in", "Russia");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->status, FactStatus::differ);
  ASSERT_EQ(f->claims.size(), 2u);
  EXPECT_EQ(d.facts.front().status, FactStatus::differ);  // a reader sees it first
}

TEST(Facts, ALaterNumberReplacesAnEarlierOne) {
  const Dossier d = dossier_of({{"Reuters", "Russia has 2,000 troops in Transnistria, the government in Chisinau said on Tuesday.", kDay}, {"AFP", "Russia has 1,200 soldiers in Transnistria, a diplomat said on Monday.", kLater}});
  const Fact* f = find(d, "has_troops_in", "Russia");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->status, FactStatus::superseded);
  EXPECT_EQ(f->claims.front().number, 1200);
}

TEST(Facts, HedgesAreNoDispute) {
  const Dossier d = dossier_of({{"Reuters", "The African Union has 5,470 troops in Somalia, a spokesman said on Tuesday.", kDay}, {"AFP", "The African Union has nearly 5,500 soldiers in Somalia, a diplomat said on Tuesday.", kDay}});
  const Fact* f = find(d, "has_troops_in", "African Union");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->status, FactStatus::agree);
  EXPECT_EQ(f->claims.front().value, "5,470");
}

TEST(Facts, OfficialsStandForTheirState) {
  const Dossier d = dossier_of({{"Reuters", "Kenya's foreign minister, Ana Otieno, said that Kenya supports Somaliland's membership in the African Union.", kDay}, {"AFP", "Kenyan President Daudi Mwangi supports Somaliland's membership in the African Union, he said on Tuesday.", kDay}});
  const bool any = std::any_of(d.facts.begin(), d.facts.end(), [](const Fact& f) { return f.relation == "supports" && f.subject.name != "Kenya"; });
  EXPECT_FALSE(any);
  EXPECT_NE(find(d, "supports", "Kenya"), nullptr);
}

// Every citation holds the words of both sides and of the value.
TEST(Facts, EveryCitationHoldsWhatItIsCitedFor) {
  const Dossier d = assemble(analyse_inputs(testing::sample_inputs(), testing::resources(), {}, {}), testing::resources(), {}, {});
  std::size_t seen = 0;
  for (const Fact& f : d.facts) {
    for (const FactClaim& c : f.claims) {
      ASSERT_FALSE(c.mentions.empty()) << f.sentence;
      for (const FactRef& r : c.mentions) {
        ++seen;
        const std::string where = f.sentence + " | " + std::string(slice(d.analyses[r.report].report.text, r.sentence));
        const auto holds = [&](Span s) { return !s.empty() && r.sentence.begin <= s.begin && s.end <= r.sentence.end; };
        EXPECT_TRUE(holds(r.subject)) << where;
        EXPECT_TRUE(f.object.name.empty() || r.object.empty() || holds(r.object)) << where;
        const bool yes_or_no = f.status == FactStatus::superseded && c.number == 0 && c.begin.year == 0;
        EXPECT_TRUE(c.value.empty() || yes_or_no || holds(r.value)) << where;
      }
    }
  }
  EXPECT_GT(seen, 30u);
}

TEST(Facts, SameBytesInAnyOrder) {
  const std::vector<Source> sources = {{"Reuters", "Chad does not recognise Somaliland. Kenya has 1,200 troops in Somalia.", kDay}, {"AFP", "Kenya has 900 soldiers in Somalia. Chad recognises Somaliland.", kNextDay}, {"AP", "Latvia, a member of NATO, has recognised Somaliland.", kDay}};
  const auto told = [](const Dossier& d) {
    std::string out;
    for (const Fact& f : d.facts) out += f.id + " " + f.sentence + " " + std::string(name_of(f.status)) + " " + f.reason + "\n";
    return out;
  };
  const std::string first = told(dossier_of(sources));
  EXPECT_FALSE(first.empty());
  for (std::size_t turn = 1; turn < sources.size(); ++turn) {
    // ids of reports go with their texts
    AnalysedInputs inputs;
    for (std::size_t k = 0; k < sources.size(); ++k) {
      const std::size_t i = (k + turn) % sources.size();
      Report report = testing::plain_report(sources[i].text, sources[i].day);
      report.id = "r-" + std::to_string(i);
      report.agencies.push_back({sources[i].agency, "stated", {}});
      inputs.analyses.push_back(analyse_report(std::move(report), testing::resources()));
    }
    EXPECT_EQ(told(assemble(std::move(inputs), testing::resources(), {}, {})), first);
  }
}

}  // namespace
}  // namespace attache

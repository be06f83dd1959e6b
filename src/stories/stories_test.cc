#include "stories/stories.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

using testing::TextSource;

// Stories and threads as sets of report names, so that numbers do not matter.
using Names = std::set<std::string>;

std::set<Names> stories_in(const Dossier& d) {
  std::set<Names> out;
  for (const Story& story : d.stories.stories) {
    Names names;
    for (std::uint32_t r : story.reports) names.insert(d.analyses[r].report.name);
    out.insert(std::move(names));
  }
  return out;
}

std::set<Names> threads_in(const Dossier& d) {
  std::set<Names> out;
  for (const Thread& thread : d.stories.threads) {
    Names names;
    for (std::uint32_t s : thread.stories) {
      for (std::uint32_t r : d.stories.stories[s].reports) names.insert(d.analyses[r].report.name);
    }
    out.insert(std::move(names));
  }
  return out;
}

// A first letter (one agency, a shortened copy, another agency), a look-alike letter a week later (two reports), a fire.
const std::string kFirstLead =
    "President Ilka Doran has asked the Littoral Council to keep its observers on the river Tamsel for five more years, according to a letter seen by the agency on Tuesday. "
    "\"We will not trade the safety of our villages for the comfort of a conference room,\" Doran wrote to the secretary general, Matei Calo.\n";
const std::string kFirstMore =
    "The letter lists closed wagons that crossed the railway bridge near Sorn at night in every week of February. Doran asked for cameras on the bridge and for a patrol of the yard behind the customs shed.\n"
    "Rudenia did not immediately respond. The mandate of the observers ends in September.\n";

const TextSource kFirst = {kFirstLead + kFirstMore, "2024-03-12T09:00:00Z", "Lakeland Courier", "Northwire", "Velmara asks for five more years of observers", "first"};
const TextSource kCopy = {kFirstLead, "2024-03-12T15:00:00Z", "Ostmere Standard", "Northwire", "Doran writes to council", "copy"};
const TextSource kOther = {
    "The head of state of Velmara wants the observers at the Tamsel to stay, her letter to the Littoral Council says. \"We will not trade our villages' safety for the comfort of a conference room,\" Ilka Doran wrote.\n"
    "She complains of closed wagons on the railway bridge near Sorn and asks for cameras in the yard. The council's secretary general, Matei Calo, confirmed that he has the letter.\n",
    "2024-03-13T08:00:00Z", "Aldrian Observer", "CPA", "Letter from Velmara: keep the observers", "other"};
const TextSource kSecond = {
    "Opposition leader Tomas Brenn has asked the Littoral Council to send its observers home, according to a letter seen by the agency on Tuesday. \"Nobody in this valley has asked for a second army in white cars,\" Brenn wrote.\n"
    "The letter accuses the mission of buying up hotels and of blocking the harvest road at Pell. Brenn, who leads the Farmers' Alliance, wants a referendum before the mandate ends.\n",
    "2024-03-19T10:00:00Z", "Southern Post", "Meridian", "Opposition leader writes to council", "second"};
const TextSource kSecondAgain = {
    "Tomas Brenn of the Farmers' Alliance wants the observers gone. In a letter to the Littoral Council he demands a referendum. \"Nobody in this valley has asked for a second army in white cars,\" he wrote.\n"
    "Brenn says that the mission has bought up hotels and blocks the harvest road at Pell. A spokesman for the mission called the claim about the hotels untrue.\n",
    "2024-03-20T07:00:00Z", "Harbour Tribune", "", "Brenn demands referendum on observers", "second again"};
const TextSource kFire = {
    "A fire in a warehouse by the docks kept forty firefighters busy until the morning. Smoke drifted over the market halls and two schools stayed closed.\n"
    "Nobody was hurt. The mayor thanked the crews and promised that the owners would explain how the blaze began among bales of cotton.\n",
    "2024-03-16T07:00:00Z", "Evening Post", "", "Warehouse burns down at the docks", "fire"};

std::vector<TextSource> all() { return {kFirst, kCopy, kOther, kSecond, kSecondAgain, kFire}; }

TEST(Stories, TwoLookAlikeLettersStayTwoStories) {
  EXPECT_EQ(stories_in(testing::dossier_of(all())), (std::set<Names>{{"first", "copy", "other"}, {"second", "second again"}, {"fire"}}));
}

TEST(Stories, ACopyStaysWithItsOriginal) {
  const Dossier d = testing::dossier_of({kFirst, kCopy, kSecond, kFire});
  EXPECT_EQ(d.stories.story_of[testing::index_of(d, "first")], d.stories.story_of[testing::index_of(d, "copy")]);
  EXPECT_NE(d.stories.story_of[testing::index_of(d, "first")], d.stories.story_of[testing::index_of(d, "second")]);
}

TEST(Stories, TwoCopiesAloneAreOneStory) {
  // nothing to compare with: every word is common to the collection, and nobody is quoted
  TextSource copy = kFire;
  copy.outlet = "Sorn Gazette";
  copy.name = "fire again";
  EXPECT_EQ(stories_in(testing::dossier_of({kFire, copy})), (std::set<Names>{{"fire", "fire again"}}));
}

TEST(Stories, ACopyMonthsLaterStaysWithItsOriginal) {
  TextSource late = kFirst;
  late.published = "2024-09-12";
  late.outlet = "Tarrow Daily";
  late.name = "late";
  const Dossier d = testing::dossier_of({kFirst, late, kSecond, kFire});
  EXPECT_EQ(d.stories.story_of[testing::index_of(d, "first")], d.stories.story_of[testing::index_of(d, "late")]);
}

TEST(Stories, TheAffairIsOneThreadAndTheFireAnother) {
  EXPECT_EQ(threads_in(testing::dossier_of(all())), (std::set<Names>{{"first", "copy", "other", "second", "second again"}, {"fire"}}));
}

TEST(Stories, ASharedUtteranceIsGivenAsTheReason) {
  const Dossier d = testing::dossier_of(all());
  const Story& story = d.stories.stories[d.stories.story_of[testing::index_of(d, "second")]];
  ASSERT_EQ(story.reasons.size(), 1u);
  EXPECT_TRUE(story.reasons[0].starts_with("both quote the same words: ")) << story.reasons[0];
  EXPECT_NE(story.reasons[0].find("second army in white cars"), std::string::npos) << story.reasons[0];
}

TEST(Stories, AnUndatedReportFindsItsStory) {
  std::vector<TextSource> sources = all();
  sources[2].published.clear();
  EXPECT_EQ(stories_in(testing::dossier_of(sources)), (std::set<Names>{{"first", "copy", "other"}, {"second", "second again"}, {"fire"}}));
}

TEST(Stories, EveryReportIsInOneStoryAndEveryStoryInOneThread) {
  const Dossier d = testing::dossier_of(all());
  std::vector<int> reports(d.analyses.size(), 0), stories(d.stories.stories.size(), 0);
  for (std::uint32_t s = 0; s < d.stories.stories.size(); ++s) {
    EXPECT_TRUE(std::is_sorted(d.stories.stories[s].reports.begin(), d.stories.stories[s].reports.end()));
    for (std::uint32_t r : d.stories.stories[s].reports) {
      ++reports[r];
      EXPECT_EQ(d.stories.story_of[r], s);
    }
  }
  for (const Thread& thread : d.stories.threads) {
    for (std::uint32_t s : thread.stories) ++stories[s];
  }
  EXPECT_EQ(reports, std::vector<int>(6, 1));
  EXPECT_EQ(stories, std::vector<int>(stories.size(), 1));
}

TEST(Stories, StoriesStandInTheOrderOfTheirFirstReports) {
  const Dossier d = testing::dossier_of(all());
  for (std::size_t s = 1; s < d.stories.stories.size(); ++s) EXPECT_LT(d.stories.stories[s - 1].reports.front(), d.stories.stories[s].reports.front());
  for (std::size_t t = 1; t < d.stories.threads.size(); ++t) EXPECT_LT(d.stories.threads[t - 1].stories.front(), d.stories.threads[t].stories.front());
}

TEST(Stories, OrderOfInputAndThreadsLeaveNoTrace) {
  const auto picture = [](const Dossier& d) {
    std::string out;
    for (const Story& story : d.stories.stories) {
      for (std::uint32_t r : story.reports) out += d.analyses[r].report.name + ",";
      for (const std::string& reason : story.reasons) out += " " + reason;
      out += "\n";
    }
    for (const Thread& thread : d.stories.threads) {
      for (std::uint32_t s : thread.stories) out += std::to_string(s) + " ";
      out += "\n";
    }
    return out;
  };
  std::vector<TextSource> sources = all();
  const std::string wanted = picture(testing::dossier_of(sources));
  for (int round = 0; round < 6; ++round) {
    std::rotate(sources.begin(), sources.begin() + 1 + round % 3, sources.end());
    if (round % 2) std::swap(sources[0], sources[3]);
    EXPECT_EQ(picture(testing::dossier_of(sources, 1 + round % 2)), wanted);
  }
}

TEST(Stories, OneReportIsOneStoryInOneThread) {
  const Dossier d = testing::dossier_of({kFirst});
  EXPECT_EQ(d.stories.stories.size(), 1u);
  EXPECT_EQ(d.stories.threads.size(), 1u);
}

TEST(Stories, NoReports) {
  const Dossier d = testing::dossier_of({});
  EXPECT_TRUE(d.stories.stories.empty());
  EXPECT_TRUE(d.stories.threads.empty());
}

}  // namespace
}  // namespace attache

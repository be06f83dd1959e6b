#include "mentions/event_time.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

std::string time_of(const std::string& text, const Date& published = {2024, 3, 13}) {
  const auto& r = testing::resources();
  const Report report = testing::plain_report(text, published);
  const Language language = analyse_language(report, r.lexicon, r.knowledge, r.reader);
  const Lead lead = read_lead(report, language);
  std::vector<EventWords> words;
  for (const Sentence& s : lead.sentences) words.push_back(skim_event_words(report.text, language.segmentation, s, r.lexicon));
  const auto found = find_event_time(report.text, lead, words, language.times, published);
  return found ? std::string(slice(report.text, *found)) : "-";
}

TEST(EventTime, EarlyAndNearDays) {
  EXPECT_EQ(time_of("The dam broke on Monday. On Tuesday it was mended."), "Monday");
  EXPECT_EQ(time_of("The dam was built on 3 May 1931. It broke on Tuesday."), "Tuesday");
  EXPECT_EQ(time_of("The hall opens on Thursday."), "Thursday");
}

TEST(EventTime, ClocksAndCountdowns) {
  EXPECT_EQ(time_of("The dam broke on Tuesday at 4.15 pm."), "at 4.15 pm");
  EXPECT_EQ(time_of("He quit two days before the vote."), "two days before the vote");
  EXPECT_EQ(time_of("He quit a week before."), "-");
}

TEST(EventTime, NoDayNoAnswer) {
  EXPECT_EQ(time_of("The dam broke."), "-");
  EXPECT_EQ(time_of(""), "-");
  EXPECT_EQ(time_of("The dam broke in 2019."), "-");
}

TEST(EventTime, WithoutADateOfPublicationADayStillAnswers) { EXPECT_EQ(time_of("The dam broke on Monday.", {}), "Monday"); }

}  // namespace
}  // namespace attache

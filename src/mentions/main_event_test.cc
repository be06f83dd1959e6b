#include "mentions/main_event.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

std::string words_of(const Analysis& a, const std::optional<EventPhrase>& phrase) {
  if (!phrase) return "-";
  return std::string(slice(phrase->in_title ? std::string_view(a.report.title.value) : std::string_view(a.report.text), phrase->span));
}

Analysis analysed(const testing::Case& c) {
  const std::string day = c.value("day");
  Report report = testing::plain_report(c.text("text"), day.empty() ? Date{} : *parse_iso_date(day));
  report.title.value = c.value("title");
  if (c.has("language")) report.language.value = c.value("language");
  return analyse_report(std::move(report), testing::resources());
}

// Every phrase is a piece of the text or of the title, and stands in the sentence that it names.
void expect_sound(const Analysis& a) {
  for (const auto* phrase : {&a.main_event.who, &a.main_event.what, &a.main_event.when, &a.main_event.where}) {
    if (!*phrase) continue;
    const std::string& of = (*phrase)->in_title ? a.report.title.value : a.report.text;
    EXPECT_LT((*phrase)->span.begin, (*phrase)->span.end);
    EXPECT_LE((*phrase)->span.end, of.size());
    if ((*phrase)->sentence == kNoSentence) continue;
    ASSERT_LT((*phrase)->sentence, a.sentences.size());
    EXPECT_FALSE((*phrase)->in_title);
    EXPECT_TRUE(a.sentences[(*phrase)->sentence].span.contains((*phrase)->span.begin));
  }
}

MainEvent event_of(const std::string& title, const std::string& text, const Date& day = {2024, 3, 13}) {
  Report report = testing::plain_report(text, day);
  report.title.value = title;
  const Analysis a = analyse_report(std::move(report), testing::resources());
  expect_sound(a);
  return a.main_event;
}

TEST(MainEvent, Cases) {
  testing::check_cases("main_event", [](const testing::Case& c) {
    const Analysis a = analysed(c);
    expect_sound(a);
    const MainEvent& e = a.main_event;
    std::string wrong;
    for (const auto& [question, phrase] : {std::pair{"who", e.who}, {"what", e.what}, {"when", e.when}, {"where", e.where}}) {
      if (c.has(question) && words_of(a, phrase) != c.value(question)) wrong += std::string("  ") + question + ": found \"" + words_of(a, phrase) + "\", wanted \"" + c.value(question) + "\"\n";
    }
    return wrong;
  });
}

TEST(MainEvent, AnEmptyReportHasNone) { EXPECT_EQ(event_of("", ""), MainEvent{}); }

TEST(MainEvent, AReportInAnotherLanguageHasNone) {
  Report report = testing::plain_report("Police arrested eleven men in Palermo on Friday.", {2024, 3, 16});
  report.title.value = "Police arrest eleven";
  report.language.value = "nl";
  EXPECT_EQ(analyse_report(std::move(report), testing::resources()).main_event, MainEvent{});
}

TEST(MainEvent, NothingKnownOfTheLanguageCountsAsEnglish) {
  Report report = testing::plain_report("Police arrested eleven men in Palermo on Friday.", {2024, 3, 16});
  report.language.value.clear();
  EXPECT_TRUE(analyse_report(std::move(report), testing::resources()).main_event.who.has_value());
}

TEST(MainEvent, ATitleThatStandsInTheTextGivesSpansOfTheText) {
  const Analysis a = testing::analysis_of({"Storm sinks trawler\n\nA storm sank a trawler off Iceland on Monday. Nine men of its crew were saved by a helicopter, the coast guard said.", "2024-03-12", "", "", "Storm sinks trawler"});
  expect_sound(a);
  ASSERT_FALSE(a.report.title.span.empty());
  ASSERT_TRUE(a.main_event.what.has_value());
  EXPECT_FALSE(a.main_event.what->in_title);
  EXPECT_EQ(words_of(a, a.main_event.what), "sinks trawler");
  EXPECT_TRUE(a.report.title.span.contains(a.main_event.what->span));
}

TEST(MainEvent, ATitleOutsideOfTheTextGivesSpansOfTheTitle) {
  const Analysis a = testing::analysis_of({"A storm sank a trawler off Iceland on Monday. Nine men of its crew were saved by a helicopter, the coast guard said.", "2024-03-12", "", "", "Storm sinks trawler"});
  ASSERT_TRUE(a.main_event.what.has_value());
  EXPECT_TRUE(a.main_event.what->in_title);
  EXPECT_EQ(a.main_event.what->span, (Span{6, 19}));
  EXPECT_EQ(a.main_event.what->sentence, kNoSentence);
  ASSERT_TRUE(a.main_event.when.has_value());
  EXPECT_EQ(a.main_event.when->sentence, 0u);
}

// ---- hostile ones: a sound answer or none, in little time ----

TEST(MainEvent, AVeryLongTitle) {
  std::string title = "Police";
  for (int i = 0; i < 50'000; ++i) title += i % 7 ? " name" : ", \"Doran:";
  const MainEvent e = event_of(title, "Police named the victims in Palermo on Friday.");
  for (const auto* phrase : {&e.who, &e.what}) {
    EXPECT_TRUE(!*phrase || (*phrase)->span.end <= 400u);
  }
  EXPECT_TRUE(e.where.has_value());
}

TEST(MainEvent, TitlesOfMarksAndOddBytes) {
  for (const std::string title : {"'", "\"\"\"\"", ": : : :", " - ", "((((", "'\xE2\x80\x98", "\xE2\x80", "\xFF\xFE", "?", "A", "a: b", "UPDATE", "UPDATE 2-", "Exclusive:", ",,,,,says", ", says", "who who who", "to to to to", "by", "By by by", "\xF0\x9F\x9A\x82\xF0\x9F\x9A\x82",
                                  "1 2 3 4", "\n\n", "'a' 'b' 'c'", "\xE2\x80\x9C\xE2\x80\x9D \xE2\x80\x9C"}) {
    event_of(title, "");
    const MainEvent e = event_of(title, "Police arrested eleven men in Palermo on Tuesday.");
    EXPECT_TRUE(e.where.has_value()) << title;
  }
}

TEST(MainEvent, TextsOfMarksAndControls) {
  for (const std::string text : {"((((((", "(Photo: ", "Click to", "Click to share on", "+ Subscribe", "3 of 12", "https://", "pic.", "at 7", "7 pm", "at at at 7 p", "- - - - -", "ROME -", "ROME (", ") - a", "by by by", "before before before", "days before", "two days before", "in in in in"}) {
    event_of("", text);
    EXPECT_TRUE(event_of("Storm sinks trawler", text).what.has_value()) << text;
  }
}

TEST(MainEvent, ALongTextOfControls) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += "Click to share on Fernpost (Opens in new window) Image caption ";
  EXPECT_TRUE(event_of("Storm sinks trawler", text).what.has_value());
}

}  // namespace
}  // namespace attache

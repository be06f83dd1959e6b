#include "language/days_abroad.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

Report report_in(std::string_view language, std::string text, const Date& published = {2024, 3, 15}) {
  Report report = testing::plain_report(std::move(text), published);
  report.language.value = language;
  return report;
}

Segmentation segmentation_of(const Report& report) { return segment(report.text, report.blocks, testing::resources().lexicon, report.language.value); }

std::vector<TimeExpression> times_of(const Report& report) { return find_times_in(report.language.value, report.text, segmentation_of(report), testing::resources().lexicon, report.published.value); }

std::vector<std::string> described(const Report& report, const std::vector<TimeExpression>& times) {
  std::vector<std::string> out;
  for (const TimeExpression& t : times) {
    out.push_back(std::string(slice(report.text, t.span)) + " | " + (t.resolved ? timex_value(t) : "unknown"));
    EXPECT_FALSE(t.reason.empty()) << out.back();
  }
  return out;
}

TEST(DaysAbroad, Cases) {
  testing::check_cases("days_abroad", [](const testing::Case& c) {
    const Report report = report_in(c.value("language"), c.text("text"), parse_iso_date(c.value("date")).value_or(Date{}));
    const bool own = has_days_abroad(report.language.value);
    return testing::difference(described(report, own ? times_of(report) : find_days_abroad(report.text, segmentation_of(report), report.language.value, report.published.value)), c.values("time"));
  });
}

TEST(DaysAbroad, ADayOfGermanDoesNotEndItsSentence) {
  const Report report = report_in("de", "Der Rat tagte am 4. März in Velda. Danach ging er heim.");
  EXPECT_EQ(segmentation_of(report).sentences.size(), 2U);
}

TEST(DaysAbroad, ANumberBeforeAnotherWordEndsItsSentence) {
  EXPECT_EQ(segmentation_of(report_in("de", "Er bekam die Nummer 12. Danach ging er heim.")).sentences.size(), 2U);
}

TEST(DaysAbroad, TokensAndSpansAgree) {
  const Report report = report_in("it", "Il consiglio votò l'8 aprile 2011 e martedì 5.");
  const Segmentation s = segmentation_of(report);
  for (const TimeExpression& t : find_days_abroad(report.text, s, "it", report.published.value)) {
    ASSERT_LT(t.first, t.last);
    EXPECT_LE(s.tokens[t.first].span.begin, t.span.begin);
    EXPECT_GE(s.tokens[t.last - 1].span.end, t.span.end);
    EXPECT_EQ(t.sentence, 0U);
  }
}

TEST(DaysAbroad, ANumberInADateIsNoQuantity) {
  const Analysis a = analyse_report(report_in("es", "El 25 de enero de 2011 llegaron 12 barcos."), testing::resources());
  ASSERT_EQ(a.quantities.size(), 1U);
  EXPECT_EQ(a.quantities.front().value, 12);
}

// The reader must give nothing wrong and nothing outside of the text on any bytes.
TEST(DaysAbroad, HostileTexts) {
  const std::string texts[] = {"",
                               "25",
                               "25 de",
                               "25 de enero de",
                               "l'",
                               "martes (",
                               "martes (25",
                               "99999999999999999999 de enero de 99999999999",
                               "0 de enero, 00/00/0000, 32 de enero de 2011",
                               "1-1-1-1-1-1-1/1/1/1/1....25.25.25.2025.2025",
                               "de de de de de de de del del",
                               "lunes lunes lunes martes martes y y y al al",
                               "\xE2\x80\x99\xE2\x80\x99 aujourd\xE2\x80\x99 hui avant- hier",
                               "31 de febrero de 2011, 29 février 2011, 31. April 2011",
                               "25 de ene\xCC\x81ro \xC2\xBA\xC2\xAA 1\xC2\xBA"};
  for (const char* language : {"es", "fr", "it", "de", "pt"}) {
    for (const std::string& text : texts) {
      const Report report = report_in(language, text);
      for (const TimeExpression& t : times_of(report)) {
        EXPECT_LE(t.span.end, report.text.size()) << text;
        EXPECT_LT(t.span.begin, t.span.end) << text;
        EXPECT_TRUE(!t.resolved || t.grain != Grain::day || is_valid(t.begin)) << text;
      }
    }
  }
}

TEST(DaysAbroad, ALongRowOfDatesIsReadOnce) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "25 y ";
  text += "26 de enero de 2011.";
  EXPECT_EQ(times_of(report_in("es", text)).size(), 2U);
}

}  // namespace
}  // namespace attache

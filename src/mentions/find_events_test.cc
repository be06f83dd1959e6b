#include "mentions/find_events.h"

#include <gtest/gtest.h>

#include "analysis/analysis.h"
#include "base/strings.h"
#include "support/cases.h"
#include "support/texts.h"

namespace attache {
namespace {

Analysis analysis(const std::string& text, const Date& published = {}) { return analyse_report(testing::plain_report(text, published), testing::resources()); }

std::string words(const Analysis& a, Span span) { return collapse_space(slice(a.report.text, span)); }

std::string bare(std::string s) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (s.starts_with(article)) return s.substr(article.size());
  }
  return s;
}

std::string side(const Analysis& a, const std::vector<Participant>& list) {
  std::string out;
  for (const Participant& p : list) {
    const bool pronoun = p.entity != kNoEntity && is_one_of(lower_ascii(words(a, p.span)), {"he", "she", "it", "they", "him", "her", "them"});
    out += (out.empty() ? "" : " & ") + bare(pronoun ? a.entities[p.entity].name : words(a, p.span));
  }
  return out.empty() ? "-" : out;
}

// "REQUEST | asked | Kenya | the World Bank", articles aside.
std::vector<std::string> acts(const Analysis& a) {
  std::vector<std::string> out;
  for (const EventMention& m : a.events) {
    if (m.status == EventStatus::denied || m.status == EventStatus::possible || m.status == EventStatus::demanded) continue;
    out.push_back(std::string(name_of(m.type)) + " | " + words(a, m.trigger) + " | " + side(a, m.actors) + " | " + (m.reciprocal ? "=" : side(a, m.recipients)));
  }
  return out;
}

TEST(Events, Cases) {
  testing::check_cases("events", [](const testing::Case& c) {
    std::vector<std::string> wanted;
    for (const std::string& line : c.values("did")) {
      const auto cells = testing::cells_of(line);
      if (cells.size() != 4) return std::string("  four cells are wanted: " + line + "\n");
      std::string sides[2];
      for (int k = 0; k < 2; ++k) {
        for (std::string_view name : split(cells[static_cast<std::size_t>(k) + 2], '&')) sides[k] += (sides[k].empty() ? "" : " & ") + bare(std::string(trim(name)));
      }
      wanted.push_back(cells[0] + " | " + cells[1] + " | " + sides[0] + " | " + sides[1]);
    }
    return testing::difference(acts(analysis(c.text("text"))), wanted);
  });
}

TEST(Events, NothingInAnEmptyReportOrOneThatIsNotEnglish) {
  EXPECT_TRUE(analysis("").events.empty());
  Report report = testing::plain_report("La France a condamné l'attaque de la Russie contre l'Ukraine.");
  report.language.value = "fr";
  EXPECT_TRUE(analyse_report(std::move(report), testing::resources()).events.empty());
}

TEST(Events, ASentenceOfThousandsOfWordsIsPassedOver) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Kenya attacked Uganda and ";
  EXPECT_TRUE(analysis(text + "left.").events.empty());
}

TEST(Events, ParticipantsAreCoded) {
  const Analysis a = analysis("Turkish troops shelled a village in Syria on Monday.");
  ASSERT_EQ(a.events.size(), 1u);
  ASSERT_EQ(a.events[0].actors.size(), 1u);
  EXPECT_EQ(a.events[0].type, EventType::assault);
  EXPECT_EQ(a.events[0].actors[0].country, "TUR");
  EXPECT_EQ(a.events[0].actors[0].sector, "MIL");
  EXPECT_NE(a.events[0].actors[0].entity, kNoEntity);
}

TEST(Events, ABodyOfStatesIsInternational) {
  const Analysis a = analysis("The European Union condemned Belarus on Monday.");
  ASSERT_EQ(a.events.size(), 1u);
  ASSERT_FALSE(a.events[0].actors.empty());
  EXPECT_EQ(a.events[0].actors[0].country, "IGO");
  ASSERT_FALSE(a.events[0].recipients.empty());
  EXPECT_EQ(a.events[0].recipients[0].country, "BLR");
}

TEST(Events, ADayOfTheSentenceDatesTheAct) {
  const Analysis a = analysis("Kenya expelled the ambassador of Sudan on Tuesday.", {2024, 3, 7});
  ASSERT_EQ(a.events.size(), 1u);
  EXPECT_EQ(a.events[0].begin, (Date{2024, 3, 5}));
}

TEST(Events, WhatHappenedLongAgoIsBackground) {
  const Analysis a = analysis("Iraq invaded Kuwait in 1990.", {2024, 3, 7});
  ASSERT_EQ(a.events.size(), 1u);
  EXPECT_EQ(a.events[0].status, EventStatus::background);
}

TEST(Events, WhatIsDeniedStaysApart) {
  for (const EventMention& m : analysis("Kenya did not attack Uganda.").events) EXPECT_EQ(m.status, EventStatus::denied);
}

TEST(Events, AnAnnouncedAttackIsAThreat) {
  const Analysis a = analysis("Ruritania will bomb Sudan, its president said. Eritrea will attack Ethiopia on Monday.");
  for (const EventMention& m : a.events) EXPECT_NE(m.type, EventType::assault);
}

TEST(Events, TheReasonNamesTheWord) {
  const Analysis a = analysis("Turkish troops shelled a village in Syria on Monday.");
  ASSERT_EQ(a.events.size(), 1u);
  EXPECT_NE(a.events[0].reason.find("shell"), std::string::npos);
}

TEST(EventTypes, NamesComeBack) {
  for (std::size_t t = 0; t < kEventTypes; ++t) EXPECT_EQ(event_type_of(name_of(static_cast<EventType>(t))), static_cast<EventType>(t));
  for (const EventStatus s : {EventStatus::happened, EventStatus::ongoing, EventStatus::planned, EventStatus::demanded, EventStatus::denied, EventStatus::possible, EventStatus::background}) EXPECT_EQ(event_status_of(name_of(s)), s);
  EXPECT_EQ(quad_class_of(EventType::assault), 4);
  EXPECT_EQ(cameo_root_of(EventType::request), "10");
}

}  // namespace
}  // namespace attache

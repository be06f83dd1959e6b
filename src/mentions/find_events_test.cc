#include "mentions/find_events.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/analysis.h"
#include "base/strings.h"
#include "mentions/events/qualifiers.h"
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

const EventMention* first_of(const Analysis& a, EventType type) {
  for (const EventMention& m : a.events) {
    if (m.type == type) return &m;
  }
  return nullptr;
}

TEST(Events, AQuotationsFirstPersonIsItsSpeaker) {
  const Analysis a = analysis("Norway's president Ilse Brandow spoke on Monday. \"We condemn the attack by Syrian troops,\" Brandow said.");
  const EventMention* m = first_of(a, EventType::accuse);
  ASSERT_TRUE(m);
  ASSERT_EQ(m->actors.size(), 1u);
  EXPECT_EQ(words(a, m->actors[0].span), "We");
  ASSERT_NE(m->actors[0].entity, kNoEntity);
  EXPECT_EQ(a.entities[m->actors[0].entity].name, "Ilse Brandow");
  EXPECT_EQ(m->actors[0].country, "NOR");
}

TEST(Events, AStateIsInferredOnlyAtHome) {
  const Analysis at_home = analysis("Kenyan police arrested students on Monday.");
  const EventMention* m = first_of(at_home, EventType::coerce);
  ASSERT_TRUE(m);
  ASSERT_EQ(m->recipients.size(), 1u);
  EXPECT_EQ(m->recipients[0].country, "KEN");
  EXPECT_TRUE(m->recipients[0].country_inferred);
  const Analysis abroad = analysis("Kenyan troops killed four villagers on Monday.");
  const EventMention* n = first_of(abroad, EventType::assault);
  ASSERT_TRUE(n);
  ASSERT_EQ(n->recipients.size(), 1u);
  EXPECT_EQ(n->recipients[0].country, "");
}

TEST(Events, ThePlaceOfTheContentReceives) {
  const Analysis a = analysis("Norway agreed on Monday to pay for a clinic in Bolivia.");
  const EventMention* m = first_of(a, EventType::agree);
  ASSERT_TRUE(m);
  ASSERT_EQ(m->recipients.size(), 1u);
  EXPECT_EQ(m->recipients[0].country, "BOL");
}

TEST(Events, AllThreeOfAListAct) {
  for (const char* text : {"Peru, Chile, and Bolivia met yesterday.", "Norway, Sweden, and Finland condemned Russia.", "Iran, Turkey, and Iraq held talks."}) {
    const Analysis a = analysis(text);
    ASSERT_EQ(a.events.size(), 1u) << text;
    EXPECT_EQ(a.events[0].actors.size(), 3u) << text;
  }
}

TEST(Events, ACoordinatedVerbOfItsOwnIsNotDenied) {
  const Analysis a = analysis("Chad does not recognise the island, and Kenya has rejected its request.");
  const EventMention* m = first_of(a, EventType::reject);
  ASSERT_TRUE(m);
  EXPECT_EQ(m->status, EventStatus::happened);
}

TEST(Events, BodiesTakeTheStateInTheirName) {
  const Analysis a = analysis("The Assembly of Montenegro condemned Serbia on Monday. The Bank of Thailand condemned Peru on Tuesday.");
  std::vector<std::string> countries;
  for (const EventMention& m : a.events) {
    if (m.type == EventType::accuse && !m.actors.empty()) countries.push_back(m.actors[0].country);
  }
  EXPECT_EQ(countries, (std::vector<std::string>{"MNE", "THA"}));
}

TEST(Events, WhoHasLeftAnOfficeKeepsTheState) {
  const Analysis a = analysis("Obama criticised Russia on Monday. The United States said nothing.", {2021, 5, 4});
  const EventMention* m = first_of(a, EventType::accuse);
  ASSERT_TRUE(m);
  ASSERT_EQ(m->actors.size(), 1u);
  EXPECT_EQ(m->actors[0].country, "USA");
  EXPECT_EQ(m->actors[0].sector, "ELI");
}

TEST(Events, TheTermOfTheReportsDayCounts) {
  const Analysis a = analysis("Vladimir Putin criticised Norway on Monday.", {2022, 5, 4});
  const EventMention* m = first_of(a, EventType::accuse);
  ASSERT_TRUE(m);
  EXPECT_EQ(m->actors[0].country, "RUS");
  EXPECT_EQ(m->actors[0].sector, "GOV");
}

TEST(Events, ALeadersSurnameWithAnotherOfficeIsNoLeader) {
  const Analysis a = analysis("Judge Amy Brown criticised Norway on Monday.", {2024, 5, 4});
  for (const EventMention& m : a.events) {
    for (const Participant& p : m.actors) EXPECT_NE(p.country, "GBR");
  }
}

TEST(Events, OneTokenOfManyWordsIsPassedOver) {
  std::string text = "Kenya attacked Uganda attack";
  for (int i = 0; i < 30000; ++i) text += "-attack";
  EXPECT_TRUE(analysis(text + ".").events.empty());
}

TEST(Events, ANewspapersNameIsNoGovernment) {
  const Analysis a = analysis("The Australian government condemned Fiji on Monday.");
  const EventMention* m = first_of(a, EventType::accuse);
  ASSERT_TRUE(m);
  EXPECT_EQ(m->actors[0].country, "AUS");
}

TEST(Events, ModesAreOfTheirCategoryAndContextsOfTheList) {
  const Analysis a = analysis("Kenyan police arrested twelve opposition lawmakers on Monday. Turkish jets bombed a camp in Iraq on Tuesday. Norway gave Malawi maize.");
  ASSERT_FALSE(a.events.empty());
  for (const EventMention& m : a.events) {
    const auto& modes = modes_of(m.type);
    EXPECT_TRUE(m.mode.empty() || std::find(modes.begin(), modes.end(), m.mode) != modes.end()) << m.mode;
    EXPECT_FALSE(m.contexts.empty());
    for (const std::string& c : m.contexts) EXPECT_NE(std::find(kEventContexts.begin(), kEventContexts.end(), c), kEventContexts.end()) << c;
  }
  const EventMention* arrest = first_of(a, EventType::coerce);
  ASSERT_TRUE(arrest);
  EXPECT_EQ(arrest->mode, "arrest");
}

TEST(Events, ACrowdWithoutALandIsNoEvent) {
  EXPECT_TRUE(analysis("Crowds protested all night against the noise.").events.empty());
}

TEST(EventTypes, NamesComeBack) {
  for (std::size_t t = 0; t < kEventTypes; ++t) EXPECT_EQ(event_type_of(name_of(static_cast<EventType>(t))), static_cast<EventType>(t));
  for (const EventStatus s : {EventStatus::happened, EventStatus::ongoing, EventStatus::planned, EventStatus::demanded, EventStatus::denied, EventStatus::possible, EventStatus::background}) EXPECT_EQ(event_status_of(name_of(s)), s);
  EXPECT_EQ(quad_class_of(EventType::assault), 4);
  EXPECT_EQ(cameo_root_of(EventType::request), "10");
}

}  // namespace
}  // namespace attache

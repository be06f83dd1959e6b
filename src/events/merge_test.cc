#include "events/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/texts.h"

namespace attache {
namespace {

using testing::TextSource;

std::size_t count(const Dossier& d, EventType type) {
  return static_cast<std::size_t>(std::count_if(d.events.begin(), d.events.end(), [&](const EventRecord& e) { return e.type == type; }));
}

const EventRecord* first(const Dossier& d, EventType type) {
  for (const EventRecord& e : d.events) {
    if (e.type == type) return &e;
  }
  return nullptr;
}

const std::string kRaid = "Turkish troops shelled a village in Syria on Monday. Officials counted nine burnt houses beside the river.\n";

TEST(Events, OneEventOfTwoReportsIsOneRecord) {
  const Dossier d = testing::dossier_of({
      TextSource{.text = kRaid, .published = "2024-05-07", .outlet = "Herald", .name = "a"},
      TextSource{.text = "Officials in Ankara spoke of nine burnt houses. Turkish forces shelled a village in Syria on Monday, beside the river.\n", .published = "2024-05-07", .outlet = "Tribune", .name = "b"},
  });
  EXPECT_EQ(count(d, EventType::assault), 1u);
  const EventRecord* e = first(d, EventType::assault);
  ASSERT_TRUE(e);
  EXPECT_EQ(reports_of(*e).size(), 2u);
  EXPECT_EQ(e->begin, (Date{2024, 5, 6}));
  EXPECT_EQ(count_origins(d, reports_of(*e)), 2u);
}

TEST(Events, CopiesAreOneOrigin) {
  const Dossier d = testing::dossier_of({
      TextSource{.text = kRaid, .published = "2024-05-07", .outlet = "Herald", .agency = "Reuters", .name = "a"},
      TextSource{.text = kRaid, .published = "2024-05-07", .outlet = "Tribune", .agency = "Reuters", .name = "b"},
  });
  const EventRecord* e = first(d, EventType::assault);
  ASSERT_TRUE(e);
  EXPECT_EQ(e->mentions.size(), 2u);
  EXPECT_EQ(count_origins(d, reports_of(*e)), 1u);
}

TEST(Events, TheSameActByOthersIsAnotherEvent) {
  const Dossier d = testing::dossier_of({
      TextSource{.text = "President Ilse Brandow of Norway asked NATO on Monday to send a fleet to the strait.\n", .published = "2024-05-07", .outlet = "Herald", .name = "a"},
      TextSource{.text = "Senator Paul Orrin of Canada asked NATO on Monday to send a fleet to the strait.\n", .published = "2024-05-07", .outlet = "Tribune", .name = "b"},
  });
  EXPECT_EQ(count(d, EventType::request), 2u);
}

TEST(Events, ActsOnDaysFarApartAreTwo) {
  const Dossier d = testing::dossier_of({TextSource{.text = "Turkish troops shelled a village in Syria on 3 May. Turkish troops shelled a village in Syria on 20 May.\n", .published = "2024-05-21", .name = "a"}});
  EXPECT_EQ(count(d, EventType::assault), 2u);
}

TEST(Events, WhatDidNotHappenHasNoRecord) {
  const Dossier d = testing::dossier_of({TextSource{.text = "Kenya did not attack Uganda. Kenya may attack Sudan.\n", .published = "2024-05-21", .name = "a"}});
  EXPECT_EQ(count(d, EventType::assault), 0u);
}

TEST(Events, ReportsThatDifferOnHowManyAreShown) {
  const Dossier d = testing::dossier_of({
      TextSource{.text = "Turkish troops killed 40 soldiers in Syria on Monday. Officials counted nine burnt houses beside the river.\n", .published = "2024-05-07", .outlet = "Herald", .name = "a"},
      TextSource{.text = "Officials in Ankara spoke of nine burnt houses. Turkish troops killed 41 soldiers in Syria on Monday, beside the river.\n", .published = "2024-05-07", .outlet = "Tribune", .name = "b"},
  });
  const EventRecord* e = first(d, EventType::assault);
  ASSERT_TRUE(e);
  ASSERT_EQ(reports_of(*e).size(), 2u);
  EXPECT_TRUE(e->numbers_differ);
  EXPECT_FALSE(e->dates_differ);
}

TEST(Events, ReportsThatAgreeDifferInNothing) {
  const Dossier d = testing::dossier_of({
      TextSource{.text = kRaid, .published = "2024-05-07", .outlet = "Herald", .name = "a"},
      TextSource{.text = "Officials in Ankara spoke of nine burnt houses. Turkish forces shelled a village in Syria on Monday, beside the river.\n", .published = "2024-05-07", .outlet = "Tribune", .name = "b"},
  });
  const EventRecord* e = first(d, EventType::assault);
  ASSERT_TRUE(e);
  EXPECT_FALSE(e->numbers_differ || e->places_differ || e->dates_differ);
  EXPECT_FALSE(e->contexts.empty());
}

TEST(Events, EveryRecordHasAMentionAndSomebody) {
  for (const EventRecord& e : testing::dossier_of({TextSource{.text = kRaid, .name = "a"}}).events) {
    EXPECT_FALSE(e.mentions.empty());
    EXPECT_FALSE(e.actors.empty() && e.recipients.empty());
    EXPECT_EQ(e.id.substr(0, 2), "e-");
  }
}

}  // namespace
}  // namespace attache

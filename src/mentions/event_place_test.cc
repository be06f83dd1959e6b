#include "mentions/event_place.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

std::string place_of(const std::string& text) {
  const auto& r = testing::resources();
  const Report report = testing::plain_report(text, {2024, 3, 13});
  const Language language = analyse_language(report, r.lexicon, r.knowledge, r.reader);
  std::vector<EventWords> lead;
  for (const Sentence& s : language.segmentation.sentences) {
    lead.push_back(skim_event_words(report.text, language.segmentation, s, r.lexicon));
    mark_names(language.names, lead.back());
  }
  const auto found = find_event_place({"", report.text, {}, lead, std::nullopt}, language.names);
  return found ? std::string(slice(report.text, found->span)) : "-";
}

TEST(EventPlace, APrepositionCountsMost) {
  EXPECT_EQ(place_of("Paris officials spoke of a fire in Lyon."), "Lyon");
  EXPECT_EQ(place_of("Turin's mayor met the envoy in Oslo."), "Oslo");
  EXPECT_EQ(place_of("A man from Madrid was found in Lisbon."), "Lisbon");
}

TEST(EventPlace, ATownCountsMoreThanItsState) {
  EXPECT_EQ(place_of("A bomb went off in Spain. It exploded in Seville."), "Seville");
  EXPECT_EQ(place_of("The fire broke out in Nantes, France."), "Nantes, France");
}

TEST(EventPlace, EarlyCountsMoreThanLate) { EXPECT_EQ(place_of("A fire broke out in Porto. Smoke rose. Men came. They ran. Nobody was hurt. A fire in Lisbon was put out."), "Porto"); }

TEST(EventPlace, WithoutPlacesNoneIsFound) {
  EXPECT_EQ(place_of("The dam broke at noon."), "-");
  EXPECT_EQ(place_of(""), "-");
}

}  // namespace
}  // namespace attache

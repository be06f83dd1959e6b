#include "mentions/title_names.h"

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

EventName kind_in(const std::string& title, const NameAnalysis& names, std::size_t word, EventName model = EventName::none) {
  const auto& r = testing::resources();
  const Segmentation s = segment(title, {{{0, static_cast<std::uint32_t>(title.size())}, BlockKind::paragraph}}, r.lexicon);
  std::vector<EventWords> sentences = {skim_event_words(title, s, s.sentences.at(0), r.lexicon)};
  sentences[0].at(word).name = model;
  mark_title_names(title, names, sentences);
  return sentences[0][word].name;
}

NameAnalysis names_of(std::initializer_list<std::pair<const char*, EntityType>> list) {
  NameAnalysis out;
  for (const auto& [name, type] : list) out.entities.push_back({type, name, "", 0, {}, {name}});
  return out;
}

TEST(TitleNames, NamesOfTheBodyAreMarked) {
  const NameAnalysis names = names_of({{"Arlow", EntityType::place}, {"Doran", EntityType::person}, {"US", EntityType::state}});
  EXPECT_EQ(kind_in("Doran visits Arlow", names, 0), EventName::person);
  EXPECT_EQ(kind_in("Doran visits Arlow", names, 2), EventName::place);
  EXPECT_EQ(kind_in("Arlows fall", names, 0), EventName::none) << "only whole words";
  EXPECT_EQ(kind_in("US wins", names, 0), EventName::none) << "too short";
}

TEST(TitleNames, TheModelMaySpeakAgainstAPlace) {
  const NameAnalysis names = names_of({{"Arlow", EntityType::place}});
  EXPECT_EQ(kind_in("Arlow wins", names, 0, EventName::organisation), EventName::organisation);
  EXPECT_EQ(kind_in("Arlow wins", names, 0, EventName::none), EventName::place);
}

TEST(TitleNames, TheLongestNameFirst) {
  const NameAnalysis names = names_of({{"Arlow", EntityType::place}, {"Ada Arlow", EntityType::person}});
  EXPECT_EQ(kind_in("Ada Arlow wins", names, 1), EventName::person);
}

}  // namespace
}  // namespace attache

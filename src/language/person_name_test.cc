#include "language/person_name.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

using Words = std::vector<std::string>;

bool fits(std::string_view shorter, std::string_view longer) { return person_fits(person_words(shorter), person_words(longer)); }

TEST(PersonWords, AreFoldedWithoutDots) {
  EXPECT_EQ(person_words("L\u00facia  Ferrant"), (Words{"lucia", "ferrant"}));
  EXPECT_EQ(person_words("J. R. Roe,"), (Words{"j", "r", "roe"}));
  EXPECT_EQ(person_words("Stra\u017Eek"), Words{"strazek"});
  EXPECT_EQ(person_words(""), Words{});
  EXPECT_EQ(person_words(" . "), Words{});
}

TEST(PersonFits, ASurnameAlone) {
  EXPECT_TRUE(fits("Ferrant", "L\u00facia Ferrant"));
  EXPECT_TRUE(fits("FERRANT", "Lucia Ferrant"));
  EXPECT_FALSE(fits("Ferrant", "Renzo Callisti"));
  EXPECT_FALSE(fits("Ferran", "Lucia Ferrant"));
}

TEST(PersonFits, AGivenNameAloneIsNoSurname) { EXPECT_FALSE(fits("Lucia", "Lucia Ferrant")); }

TEST(PersonFits, OnePartOfAHyphenatedSurname) {
  EXPECT_TRUE(fits("Halvarsen", "Ines Halvarsen-Roque"));
  EXPECT_TRUE(fits("Roque", "Ines Halvarsen-Roque"));
  EXPECT_TRUE(fits("Halvarsen", "Halvarsen-Roque"));
  EXPECT_TRUE(fits("Ines Halvarsen", "Ines Halvarsen-Roque"));
  EXPECT_TRUE(fits("Halvarsen-Roque", "Ines Halvarsen"));
}

TEST(PersonFits, AShortPartOfAHyphenatedNameIsNoSurname) { EXPECT_FALSE(fits("al", "Omar al-Hadid")); }

TEST(PersonFits, FullNamesNeedTheSameGivenName) {
  EXPECT_TRUE(fits("Ada Roe", "Ada Roe"));
  EXPECT_FALSE(fits("Ada Roe", "Jon Roe"));
  EXPECT_FALSE(fits("Ada Roe", "Ada Ling"));
}

TEST(PersonFits, AnInitialStandsForAName) {
  EXPECT_TRUE(fits("A. Roe", "Ada Roe"));
  EXPECT_TRUE(fits("Ada Roe", "A. B. Roe"));
  EXPECT_FALSE(fits("J. Roe", "Ada Roe"));
}

TEST(PersonFits, MiddleNamesMayBeLeftOut) { EXPECT_TRUE(fits("Ada Roe", "Ada Maria Roe")); }

TEST(PersonFits, NoNameFitsNone) {
  EXPECT_FALSE(fits("", "Ada Roe"));
  EXPECT_FALSE(fits("Roe", ""));
  EXPECT_FALSE(fits("", ""));
}

PersonIndex index_of(std::initializer_list<std::pair<const char*, std::uint32_t>> persons) {
  PersonIndex index;
  std::uint32_t id = 100;
  for (const auto& [name, position] : persons) index.add({id++, person_words(name), position});
  return index;
}

TEST(PersonIndexFind, ASurnameGoesToTheLastOneNamedBefore) {
  const PersonIndex index = index_of({{"Ada Roe", 10}, {"Jon Roe", 50}, {"Piet Alvang", 60}});
  ASSERT_NE(index.find(person_words("Roe"), 30), nullptr);
  EXPECT_EQ(index.find(person_words("Roe"), 30)->id, 100u);
  EXPECT_EQ(index.find(person_words("Roe"), 50)->id, 101u);
  EXPECT_EQ(index.find(person_words("Roe"), 90)->id, 101u);
}

TEST(PersonIndexFind, BeforeAllTheFirstIsTaken) {
  const PersonIndex index = index_of({{"Ada Roe", 10}, {"Jon Roe", 50}});
  ASSERT_NE(index.find(person_words("Roe"), 5), nullptr);
  EXPECT_EQ(index.find(person_words("Roe"), 5)->id, 100u);
}

TEST(PersonIndexFind, AFullNameGoesToItsOwn) {
  const PersonIndex index = index_of({{"Ada Roe", 10}, {"Jon Roe", 50}});
  EXPECT_EQ(index.find(person_words("Ada Roe"), 90)->id, 100u);
  EXPECT_EQ(index.find(person_words("Mia Roe"), 90), nullptr);
}

TEST(PersonIndexFind, PartsOfHyphenatedNamesAreFound) {
  const PersonIndex index = index_of({{"Ines Halvarsen-Roque", 0}, {"Bo Lind", 5}});
  ASSERT_NE(index.find(person_words("Roque"), 9), nullptr);
  EXPECT_EQ(index.find(person_words("Roque"), 9)->id, 100u);
  ASSERT_NE(index.find(person_words("Bo Lind-Aas"), 9), nullptr) << "the other way round";
  EXPECT_EQ(index.find(person_words("Bo Lind-Aas"), 9)->id, 101u);
}

TEST(PersonIndexFind, NobodyIsFoundInAnEmptyIndexOrForNoWords) {
  const PersonIndex empty;
  EXPECT_EQ(empty.find(person_words("Roe"), 0), nullptr);
  EXPECT_EQ(index_of({{"Ada Roe", 0}}).find({}, 0), nullptr);
  EXPECT_TRUE(empty.find_all(person_words("Roe")).empty());
}

TEST(PersonIndexFind, AllThatFitAreGivenOnce) {
  const PersonIndex index = index_of({{"Ada Roe", 10}, {"Jon Roe", 50}, {"Piet Alvang", 60}, {"Mia Roe-Roe", 70}});
  EXPECT_EQ(index.find_all(person_words("Roe")), (std::vector<std::uint32_t>{100, 101, 103}));
  EXPECT_EQ(index.find_all(person_words("Piet Alvang")), (std::vector<std::uint32_t>{102}));
}

bool alike(std::string_view a, std::string_view b, std::size_t edits = 0) { return spelt_alike(person_words(a), person_words(b), edits); }

TEST(PersonName, SpellingsOfOneName) {
  EXPECT_TRUE(alike("Volodar Zelensky", "Volodar Zelenskyy"));
  EXPECT_TRUE(alike("Volodar Zelenskiy", "Volodar Zelensky"));
  EXPECT_TRUE(alike("Hasim Thaqi", "Hashim Thaci"));
  EXPECT_TRUE(alike("Aleksandar Vu\u010Di\u0107", "Aleksandar Vucic"));
  EXPECT_TRUE(alike("Nikol Pashinyan", "Nikol Pashinian"));
  EXPECT_TRUE(alike("Mikhail Shevchuk", "Mihail Sevchuk"));
  EXPECT_TRUE(alike("Emanuel Macaron", "Emmanuel Macron", 2));
}

TEST(PersonName, OtherNamesAreNotSpellings) {
  EXPECT_FALSE(alike("Volodar Zelensky", "Oleh Zelensky"));
  EXPECT_FALSE(alike("Volodar Zelensky", "Volodar Zelenko", 1));
  EXPECT_FALSE(alike("Zelensky", "Zelenskyy"));  // a surname alone is not enough
  EXPECT_FALSE(alike("Kim Jong-il", "Kim Jong-un", 2));
  EXPECT_FALSE(alike("Ana Ruiz", "Ana Cruz", 2));
  EXPECT_FALSE(alike("John H. Marsh", "John W. Marsh", 2));
  EXPECT_FALSE(alike("", "", 2));
  EXPECT_FALSE(alike("Li Wei", "Li Wen", 0));
}

TEST(FullNameIndexFind, GivenNamesAndInitialsAreToldApart) {
  FullNameIndex index;
  index.add(1, person_words("Ada Roe"));
  index.add(2, person_words("Jon Roe"));
  index.add(3, person_words("J. Roe"));
  index.add(4, person_words("Roe"));
  index.add(5, person_words("Jana Lind-Roe"));
  EXPECT_EQ(index.find_all(person_words("Ada Roe")), (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(index.find_all(person_words("Jon Roe")), (std::vector<std::uint32_t>{2, 3, 4}));
  EXPECT_EQ(index.find_all(person_words("J. Roe")), (std::vector<std::uint32_t>{2, 3, 4, 5}));
  EXPECT_EQ(index.find_all(person_words("Jana Roe")), (std::vector<std::uint32_t>{3, 4, 5}));
  EXPECT_TRUE(index.find_all(person_words("Mia Lind")).empty());
}

TEST(FullNameIndexFind, OneWordAsksForNobody) {
  FullNameIndex index;
  index.add(1, person_words("Ada Roe"));
  index.add(2, {});
  EXPECT_TRUE(index.find_all(person_words("Roe")).empty());
  EXPECT_TRUE(index.find_all({}).empty());
}

}  // namespace
}  // namespace attache

// Small folders from report to dossier: one happening told in two languages is one story, a look-alike stays apart.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

using testing::TextSource;
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

bool together(const Dossier& d, std::string_view a, std::string_view b) { return d.stories.story_of[testing::index_of(d, a)] == d.stories.story_of[testing::index_of(d, b)]; }

const TextSource kQuakeEn = {
    "An earthquake of magnitude 6.4 shook the south of Peru on Monday night and killed at least 41 people, governor Ilmar Sodrano said.\n"
    "More than 300 people were injured near Tarvela, where the hospital and a church collapsed. The government sent soldiers and declared a state of emergency.\n",
    "2024-03-04T22:00:00Z", "Lakeland Courier", "", "Earthquake in southern Peru kills at least 41", "quake en"};
const TextSource kQuakeEs = {
    "Un terremoto de magnitud 6.4 sacudió el sur de Perú la noche del lunes y causó la muerte de al menos 41 personas, informó el gobernador Ilmar Sodrano.\n"
    "Más de 300 personas resultaron heridas cerca de Tarvela, donde se derrumbaron el hospital y una iglesia. El gobierno envió soldados y declaró el estado de emergencia.\n",
    "2024-03-05T02:00:00Z", "El Faro del Sur", "", "Terremoto en el sur de Perú deja al menos 41 muertos", "quake es"};
const TextSource kQuakeRu = {
    "Землетрясение магнитудой 6.4 произошло на юге Перу в ночь на вторник, погиб по меньшей мере 41 человек, сообщил губернатор Ильмар Содрано.\n"
    "Более 300 человек пострадали близ Тарвелы, где обрушились больница и церковь. Правительство направило солдат и ввело чрезвычайное положение.\n",
    "2024-03-05T06:00:00Z", "Северный вестник", "", "Землетрясение в Перу: не менее 41 погибшего", "quake ru"};
const TextSource kOtherQuakeEs = {
    "Un sismo de magnitud 5.1 se sintió la madrugada del miércoles en el norte de Grecia sin causar víctimas, según el instituto de sismología.\n"
    "El epicentro se localizó a 12 kilómetros de la ciudad de Melanthi. Varias escuelas cerraron durante la jornada para revisar los edificios.\n",
    "2024-03-20T05:00:00Z", "Diario Meridiano", "", "Sismo de magnitud 5.1 en el norte de Grecia", "other quake es"};
const TextSource kVoteEn = {
    "Voters in Norway go to the polls on Sunday after a campaign about taxes and fish. Prime Minister Berit Holmgard hopes for a second term, but her coalition has lost support in the north.\n"
    "The opposition leader Arne Tvedal promises lower fuel prices. About four million people may vote for the 169 seats of parliament.\n",
    "2024-03-08T09:00:00Z", "Ostmere Standard", "", "Norway votes for a new parliament", "vote en"};
const TextSource kVoteEs = {
    "Los noruegos acuden a las urnas el domingo en unas elecciones parlamentarias tras una campaña sobre impuestos y pesca. La primera ministra Berit Holmgard aspira a un segundo mandato.\n"
    "El líder de la oposición Arne Tvedal promete bajar el precio del combustible. Unos cuatro millones de votantes eligen los 169 escaños del parlamento de Noruega.\n",
    "2024-03-08T12:00:00Z", "El Faro del Sur", "", "Noruega celebra elecciones parlamentarias", "vote es"};
const TextSource kTrainEn = {
    "A freight train derailed on a bridge in Kenya on Friday and two carriages fell into the river, the railway company said. The driver was rescued by fishermen.\n"
    "Traffic on the line to the coast will be interrupted for a week. Engineers are looking for the cause.\n",
    "2024-03-15T09:00:00Z", "Harbour Tribune", "", "Train falls from bridge in Kenya", "train en"};

TEST(StoriesAbroad, LanguagesAreRecognised) {
  EXPECT_EQ(testing::report_of(kQuakeEn).language.value, "en");
  EXPECT_EQ(testing::report_of(kQuakeEs).language.value, "es");
  EXPECT_EQ(testing::report_of(kQuakeRu).language.value, "ru");
}

TEST(StoriesAbroad, OneHappeningInTwoLanguagesIsOneStory) {
  const Dossier d = testing::dossier_of({kQuakeEn, kQuakeEs, kVoteEn, kVoteEs, kTrainEn, kOtherQuakeEs});
  EXPECT_TRUE(together(d, "quake en", "quake es"));
  EXPECT_TRUE(together(d, "vote en", "vote es"));
  EXPECT_FALSE(together(d, "quake en", "vote en"));
}

TEST(StoriesAbroad, ALookAlikeStaysApart) {
  const Dossier d = testing::dossier_of({kQuakeEn, kQuakeEs, kVoteEn, kVoteEs, kTrainEn, kOtherQuakeEs});
  EXPECT_FALSE(together(d, "quake en", "other quake es"));
  EXPECT_FALSE(together(d, "quake es", "other quake es"));
}

TEST(StoriesAbroad, TwoScripts) {
  const Dossier d = testing::dossier_of({kQuakeEn, kQuakeRu, kVoteEn, kTrainEn, kOtherQuakeEs});
  EXPECT_TRUE(together(d, "quake en", "quake ru"));
  EXPECT_FALSE(together(d, "quake ru", "other quake es"));
}

TEST(StoriesAbroad, ThreeLanguages) {
  const Dossier d = testing::dossier_of({kQuakeEn, kQuakeEs, kQuakeRu, kVoteEn, kVoteEs, kTrainEn, kOtherQuakeEs});
  EXPECT_EQ(stories_in(d), (std::set<Names>{{"quake en", "quake es", "quake ru"}, {"vote en", "vote es"}, {"train en"}, {"other quake es"}}));
}

TEST(StoriesAbroad, WhatIsInEnglishDoesNotChangeBesideOtherLanguages) {
  const auto english = stories_in(testing::dossier_of({kQuakeEn, kVoteEn, kTrainEn}));
  EXPECT_EQ(english, (std::set<Names>{{"quake en"}, {"vote en"}, {"train en"}}));
}

TEST(StoriesAbroad, OrderOfInputAndThreadsLeaveNoTrace) {
  std::vector<TextSource> sources = {kQuakeEn, kQuakeEs, kQuakeRu, kVoteEn, kVoteEs, kTrainEn, kOtherQuakeEs};
  const auto wanted = stories_in(testing::dossier_of(sources));
  for (int round = 0; round < 6; ++round) {
    std::rotate(sources.begin(), sources.begin() + 1 + round % 3, sources.end());
    EXPECT_EQ(stories_in(testing::dossier_of(sources, 1 + round % 2)), wanted);
  }
}

TEST(StoriesAbroad, OneReportOfAnotherLanguageIsOneStory) {
  EXPECT_EQ(stories_in(testing::dossier_of({kQuakeRu})), (std::set<Names>{{"quake ru"}}));
  EXPECT_EQ(stories_in(testing::dossier_of({kQuakeRu, kTrainEn})).size(), 2u);
}

}  // namespace
}  // namespace attache

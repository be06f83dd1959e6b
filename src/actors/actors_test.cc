#include "actors/actors.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/texts.h"

namespace attache {
namespace {

Entity entity(EntityType type, const std::string& name, const std::string& key = "", char gender = 0, std::vector<Role> roles = {}) { return {type, name, key, gender, std::move(roles), {}}; }
Entity person(const std::string& name, char gender = 0, std::vector<Role> roles = {}) { return entity(EntityType::person, name, "", gender, std::move(roles)); }

// One report with these entities; `number` tells reports apart.
Analysis report_with(int number, std::vector<Entity> entities) {
  Analysis a;
  a.report.id = "r-" + std::to_string(number);
  a.entities = std::move(entities);
  return a;
}

Stories stories_of(const std::vector<std::uint32_t>& story_of, const std::vector<std::vector<std::uint32_t>>& threads) {
  Stories out;
  out.story_of = story_of;
  for (std::uint32_t r = 0; r < story_of.size(); ++r) {
    if (story_of[r] >= out.stories.size()) out.stories.resize(story_of[r] + 1);
    out.stories[story_of[r]].reports.push_back(r);
  }
  for (const auto& thread : threads) out.threads.push_back({thread});
  return out;
}

Actors one_story(const std::vector<Analysis>& analyses) { return find_actors(analyses, {}, stories_of(std::vector<std::uint32_t>(analyses.size(), 0), {{0}})); }

Analysis analysed(const std::string& text, int number = 0) {
  Analysis a = analyse_report(testing::plain_report(text, {2024, 3, 12}), testing::resources());
  a.report.id = "r-" + std::to_string(number);
  return a;
}

// The actor that the words mean; null where no name stands there.
const Actor* actor_of(const Actors& actors, const std::vector<Analysis>& analyses, std::uint32_t report, const std::string& words) {
  for (const NameMention& n : analyses[report].names) {
    if (slice(analyses[report].report.text, n.span) == words) return &actors.actors[actors.actor_of[report][n.entity]];
  }
  return nullptr;
}

TEST(Actors, NoReports) { EXPECT_TRUE(find_actors({}, {}, {}).actors.empty()); }

Entity unnamed(EntityType type, const std::string& description) {
  Entity e = entity(type, description);
  e.unnamed = true;
  return e;
}

TEST(Actors, UnnamedPeopleOfTwoSourcesStayApart) {
  const std::vector<Analysis> analyses = {report_with(1, {unnamed(EntityType::person, "senior official"), unnamed(EntityType::group, "ethnic Albanians")}), report_with(2, {unnamed(EntityType::person, "senior official"), unnamed(EntityType::group, "ethnic Albanians")})};
  const Actors actors = one_story(analyses);
  ASSERT_EQ(actors.actors.size(), 4u);
  EXPECT_NE(actors.actor_of[0][0], actors.actor_of[1][0]);
  EXPECT_NE(actors.actor_of[0][1], actors.actor_of[1][1]);
  std::vector<std::string> ids;
  for (const Actor& a : actors.actors) {
    EXPECT_TRUE(a.unnamed);
    EXPECT_EQ(a.reports.size(), 1u);
    ids.push_back(a.id);
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST(Actors, CopiesDescribeTheSameUnnamedPeople) {
  const std::vector<Analysis> analyses = {report_with(1, {unnamed(EntityType::person, "senior official")}), report_with(2, {unnamed(EntityType::person, "Senior  official"), unnamed(EntityType::group, "senior official")}), report_with(3, {unnamed(EntityType::person, "senior official")})};
  Lineage lineage;
  lineage.family_of = {0, 0, -1};
  const Actors actors = find_actors(analyses, lineage, stories_of({0, 0, 0}, {{0}}));
  ASSERT_EQ(actors.actors.size(), 3u);
  EXPECT_EQ(actors.actor_of[0][0], actors.actor_of[1][0]);
  EXPECT_NE(actors.actor_of[1][0], actors.actor_of[1][1]);  // a person is no group
  EXPECT_NE(actors.actor_of[0][0], actors.actor_of[2][0]);
}

TEST(Actors, NoNameJoinsADescription) {
  const std::vector<Analysis> analyses = {report_with(1, {unnamed(EntityType::person, "Red Marshal"), person("Odo Marsh")}), report_with(2, {entity(EntityType::other, "Red Marshal"), entity(EntityType::other, "Marshal")})};
  const Actors actors = one_story(analyses);
  EXPECT_EQ(actors.actors.size(), 4u);
}

TEST(Actors, EveryEntityHasAnActorAndEveryActorAReport) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran"), entity(EntityType::other, "Tamsel"), entity(EntityType::person, "Pell")}), report_with(2, {person("Doran")})};
  const Actors actors = one_story(analyses);
  for (std::size_t r = 0; r < analyses.size(); ++r) {
    ASSERT_EQ(actors.actor_of[r].size(), analyses[r].entities.size());
    for (std::uint32_t a : actors.actor_of[r]) {
      ASSERT_LT(a, actors.actors.size());
      EXPECT_TRUE(std::count(actors.actors[a].reports.begin(), actors.actors[a].reports.end(), r));
    }
  }
}

TEST(Actors, WhatATableKnowsIsJoinedByItsKey) {
  const Actors actors = one_story({report_with(1, {entity(EntityType::state, "Turkey", "country:TR")}), report_with(2, {entity(EntityType::state, "Turkey", "country:TR"), entity(EntityType::other, "Turkey")})});
  EXPECT_EQ(actors.actor_of[0][0], actors.actor_of[1][0]);
  EXPECT_EQ(actors.actors[actors.actor_of[0][0]].name, "Turkey");
  EXPECT_EQ(actors.actors[actors.actor_of[0][0]].key, "country:TR");
}

TEST(Actors, FullNamesOfOnePersonJoin) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran")}), report_with(2, {person("Ilka Doran-Vess")}), report_with(3, {person("I. Doran")}), report_with(4, {person("ILKA DORÁN")})});
  EXPECT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].reports, (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(Actors, OtherGivenNamesAreOtherPersons) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran")}), report_with(2, {person("Matei Doran")})});
  EXPECT_EQ(actors.actors.size(), 2u);
}

TEST(Actors, OneInitialAndTwoGendersAreTwoPersons) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran", 'f')}), report_with(2, {person("I. Doran", 'm')})});
  EXPECT_NE(actors.actor_of[0][0], actors.actor_of[1][0]);
}

TEST(Actors, ASurnameAloneMeansThePersonOfTheStory) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran")}), report_with(2, {person("Doran")}), report_with(3, {entity(EntityType::other, "Doran")})});
  EXPECT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].name, "Ilka Doran");
  EXPECT_EQ(actors.actors[0].aliases, std::vector<std::string>{"Doran"});
}

TEST(Actors, ASurnameAloneMayMeanThePersonOfTheThread) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran")}), report_with(2, {person("Doran")})};
  const Actors same = find_actors(analyses, {}, stories_of({0, 1}, {{0, 1}}));
  EXPECT_EQ(same.actor_of[0][0], same.actor_of[1][0]);
  const Actors other = find_actors(analyses, {}, stories_of({0, 1}, {{0}, {1}}));
  EXPECT_NE(other.actor_of[0][0], other.actor_of[1][0]);
}

TEST(Actors, TheStoryGoesBeforeTheThread) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran")}), report_with(2, {person("Matei Doran")}), report_with(3, {person("Doran")})};
  const Actors actors = find_actors(analyses, {}, stories_of({0, 1, 1}, {{0, 1}}));
  EXPECT_EQ(actors.actor_of[2][0], actors.actor_of[1][0]);
}

TEST(Actors, ASurnameOfTwoPersonsJoinsNeither) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran")}), report_with(2, {person("Matei Doran")}), report_with(3, {person("Doran")})});
  EXPECT_EQ(actors.actors.size(), 3u);
}

TEST(Actors, GenderTellsTwoPersonsOfOneSurnameApart) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran", 'f')}), report_with(2, {person("Matei Doran", 'm')}), report_with(3, {person("Doran", 'f')})});
  EXPECT_EQ(actors.actor_of[2][0], actors.actor_of[0][0]);
  EXPECT_NE(actors.actor_of[2][0], actors.actor_of[1][0]);
}

TEST(Actors, AGivenNameIsNoSurname) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran")}), report_with(2, {person("Ilka")})});
  EXPECT_EQ(actors.actors.size(), 2u);
}

TEST(Actors, AnUnknownSurnameIsOnePersonAThread) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Pell")}), report_with(2, {person("Pell")}), report_with(3, {person("Pell")})};
  const Actors actors = find_actors(analyses, {}, stories_of({0, 1, 2}, {{0, 1}, {2}}));
  EXPECT_EQ(actors.actor_of[0][0], actors.actor_of[1][0]);
  EXPECT_NE(actors.actor_of[0][0], actors.actor_of[2][0]);
}

TEST(Actors, OtherNamesJoinByTheirFoldedForm) {
  const Actors actors = one_story({report_with(1, {entity(EntityType::organisation, "Farmers' Alliance")}), report_with(2, {entity(EntityType::organisation, "FARMERS’ ALLIANCE")}), report_with(3, {entity(EntityType::organisation, "Fishers' Alliance")})});
  EXPECT_EQ(actors.actor_of[0][0], actors.actor_of[1][0]);
  EXPECT_NE(actors.actor_of[0][0], actors.actor_of[2][0]);
}

TEST(Actors, TheFullestFormMostReportsUseIsTheName) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran-Vess")}), report_with(2, {person("Ilka Doran")}), report_with(3, {person("Ilka Doran")}), report_with(4, {person("Doran")}), report_with(5, {person("Doran")}), report_with(6, {person("Doran")})});
  ASSERT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].name, "Ilka Doran");
  EXPECT_EQ(actors.actors[0].aliases, (std::vector<std::string>{"Doran", "Ilka Doran-Vess"}));
}

TEST(Actors, RolesAreCollectedOnce) {
  const Actors actors = one_story({report_with(1, {person("Ilka Doran", 'f', {{"president", "Velmara"}})}), report_with(2, {person("Ilka Doran", 0, {{"president", "Velmara"}, {"chairwoman", "council"}})})});
  ASSERT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].roles, (std::vector<Role>{{"chairwoman", "council"}, {"president", "Velmara"}}));
  EXPECT_EQ(actors.actors[0].gender, 'f');
}

TEST(Actors, ActorsAreSortedByNameWithIdsOfTheirOwn) {
  const Actors actors = one_story({report_with(1, {person("Tomas Brenn"), person("Ilka Doran"), person("Doran Pell"), entity(EntityType::other, "Tamsel")}), report_with(2, {person("Matei Brenn"), person("Brenn")})});
  EXPECT_TRUE(std::is_sorted(actors.actors.begin(), actors.actors.end(), [](const Actor& a, const Actor& b) { return a.name < b.name; }));
  std::vector<std::string> ids;
  for (const Actor& a : actors.actors) ids.push_back(a.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST(Actors, TwoPersonsOfOneNameHaveTwoIds) {
  const Actors actors = one_story({report_with(1, {person("Sasha Doran", 'f')}), report_with(2, {person("Sasha Doran", 'm')})});
  ASSERT_EQ(actors.actors.size(), 2u);
  EXPECT_NE(actors.actors[0].id, actors.actors[1].id);
}

TEST(Actors, AnIdStaysWhenAReportJoins) {
  const Analysis first = report_with(1, {person("Ilka Doran")}), more = report_with(2, {person("Ilka Doran"), person("Tomas Brenn")});
  const Actors before = one_story({first}), after = one_story({first, more});
  EXPECT_EQ(before.actors[before.actor_of[0][0]].id, after.actors[after.actor_of[0][0]].id);
}

// ---- from texts ----

TEST(Actors, TitlesAndSurnamesInTexts) {
  const std::vector<Analysis> analyses = {
      analysed("President Ilka Doran said on Tuesday that the observers must stay. Doran left in the evening.", 1),
      analysed("Turkey's government waited, while Mrs Doran met the council. \"We will stay,\" Doran said.", 2),
  };
  const Actors actors = one_story(analyses);
  const Actor* doran = actor_of(actors, analyses, 0, "Ilka Doran");
  ASSERT_NE(doran, nullptr);
  EXPECT_EQ(actor_of(actors, analyses, 0, "Doran"), doran);
  EXPECT_EQ(actor_of(actors, analyses, 1, "Doran"), doran);
  EXPECT_EQ(doran->type, EntityType::person);
  EXPECT_EQ(doran->name, "Ilka Doran");
  EXPECT_EQ(doran->gender, 'f');
  EXPECT_TRUE(std::any_of(doran->roles.begin(), doran->roles.end(), [](const Role& r) { return r.office == "president"; }));
}

TEST(Actors, APronounSpeaksForItsPerson) {
  const std::vector<Analysis> analyses = {
      analysed("President Ilka Doran met the envoys of the council on Monday. \"We will not wait another winter,\" she said.", 1),
      analysed("Mrs Ilka Doran spoke on the radio. She said that the observers must stay.", 2),
  };
  const Actors actors = one_story(analyses);
  for (std::uint32_t r = 0; r < 2; ++r) {
    ASSERT_EQ(analyses[r].statements.size(), 1u);
    const std::uint32_t speaker = analyses[r].statements[0].speaker;
    ASSERT_NE(speaker, kNoEntity);
    EXPECT_EQ(actors.actors[actors.actor_of[r][speaker]].name, "Ilka Doran");
  }
  EXPECT_EQ(actors.actor_of[0][analyses[0].statements[0].speaker], actors.actor_of[1][analyses[1].statements[0].speaker]);
}

TEST(Actors, AnOrganisationByNameAndAbbreviation) {
  const std::vector<Analysis> analyses = {analysed("NATO welcomed the plan of the ministry.", 1), analysed("The North Atlantic Treaty Organization welcomed the plan.", 2)};
  const Actors actors = one_story(analyses);
  const Actor* nato = actor_of(actors, analyses, 0, "NATO");
  ASSERT_NE(nato, nullptr);
  EXPECT_EQ(nato->type, EntityType::organisation);
  EXPECT_EQ(nato->reports, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Actors, AStateByItsNamesAndAdjective) {
  const std::vector<Analysis> analyses = {analysed("Turkey opened the border.", 1), analysed("Some Turkish farmers left. The border of Türkiye is open.", 2)};
  const Actors actors = one_story(analyses);
  const Actor* turkey = actor_of(actors, analyses, 0, "Turkey");
  ASSERT_NE(turkey, nullptr);
  EXPECT_EQ(turkey->type, EntityType::state);
  EXPECT_EQ(actor_of(actors, analyses, 1, "Turkish"), turkey);
  EXPECT_EQ(actor_of(actors, analyses, 1, "Türkiye"), turkey);
}

TEST(Actors, ADayBehindAnOrganisationIsNoPartOfItsName) {
  const std::vector<Analysis> analyses = {analysed("Mrs Ilka Doran asked the Littoral Council on Tuesday for help.", 1), analysed("She asked the Littoral Council for help.", 2)};
  const Actors actors = one_story(analyses);
  const Actor* council = actor_of(actors, analyses, 1, "Littoral Council");
  ASSERT_NE(council, nullptr);
  EXPECT_EQ(actor_of(actors, analyses, 0, "Littoral Council"), council);
}

TEST(RoleInWords, CountriesAndOrganisationsAreWrittenOut) {
  const Knowledge& k = testing::resources().knowledge;
  EXPECT_EQ(role_in_words({"president", "TR"}, k), "president of " + k.countries[k.country_by_code.at("TR")].name);
  EXPECT_EQ(role_in_words({"president", "Velmara"}, k), "president of Velmara");
  EXPECT_EQ(role_in_words({"mayor", ""}, k), "mayor");
}

TEST(Actors, SpellingsOfOneNameJoinWithinAThread) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Volodar Zelensky")}), report_with(2, {person("Volodar Zelenskyy")}), report_with(3, {person("Volodar Zelenskiy")}), report_with(4, {person("Volodar Zelenko")})};
  const Actors same = one_story(analyses);
  EXPECT_EQ(same.actor_of[0][0], same.actor_of[1][0]);
  EXPECT_EQ(same.actor_of[0][0], same.actor_of[2][0]);
  EXPECT_NE(same.actor_of[0][0], same.actor_of[3][0]);
  const Actors apart = find_actors(analyses, {}, stories_of({0, 1, 2, 3}, {{0}, {1}, {2}, {3}}));
  EXPECT_NE(apart.actor_of[0][0], apart.actor_of[1][0]);
}

TEST(Actors, AnOfficeTellsWhoIsMisspelt) {
  const std::vector<Analysis> analyses = {analysed("French President Emanuel Macaron spoke on Monday. President of France Emmanuel Macron left on Tuesday."), analysed("Serbian President Boris Vutschic is nobody.", 1)};
  const Actors actors = one_story(analyses);
  const Actor* misspelt = actor_of(actors, analyses, 0, "Emanuel Macaron");
  ASSERT_NE(misspelt, nullptr);
  EXPECT_EQ(misspelt->key, "person:Emmanuel Macron");
  EXPECT_EQ(misspelt, actor_of(actors, analyses, 0, "Emmanuel Macron"));
  const Actor* other = actor_of(actors, analyses, 1, "Boris Vutschic");
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->key, "");
}

// ---- corrections by hand ----

std::vector<Correction> corrections(std::string_view text) {
  auto parsed = parse_corrections(text, "who.txt");
  EXPECT_TRUE(parsed);
  return parsed ? *parsed : std::vector<Correction>{};
}

TEST(ActorCorrections, MergeJoinsWhatTheProgramKeptApart) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran")}), report_with(2, {person("Elka Doren")})};
  const auto stories = stories_of({0, 0}, {{0}});
  const Actors actors = find_actors(analyses, {}, stories, corrections("merge | elka doren | Ilka Doran"));
  ASSERT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].reports, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(actors.actors[0].corrections, std::vector<std::string>{"merged with elka doren (who.txt:1)"});
  EXPECT_TRUE(actors.unused_corrections.empty());
  EXPECT_EQ(actors.actors[0].id, find_actors(std::span(analyses).first(1), {}, stories_of({0}, {{0}})).actors[0].id);
}

TEST(ActorCorrections, RenameKeepsTheId) {
  const std::vector<Analysis> analyses = {report_with(1, {entity(EntityType::organisation, "Kosovo Force", "organisation:kfor")})};
  const auto stories = stories_of({0}, {{0}});
  const Actors plain = find_actors(analyses, {}, stories);
  const Actors renamed = find_actors(analyses, {}, stories, corrections("rename | organisation:kfor | KFOR"));
  EXPECT_EQ(renamed.actors[0].name, "KFOR");
  EXPECT_EQ(renamed.actors[0].aliases, std::vector<std::string>{"Kosovo Force"});
  EXPECT_EQ(renamed.actors[0].id, plain.actors[0].id);
}

TEST(ActorCorrections, SplitByReportAndByForm) {
  std::vector<Analysis> analyses = {report_with(1, {person("Odo Marsh")}), report_with(2, {person("Odo Marsh")}), report_with(3, {person("O. Marsh")})};
  analyses[1].report.source = "in/tarrow.txt";
  const auto stories = stories_of({0, 0, 0}, {{0}});
  EXPECT_EQ(find_actors(analyses, {}, stories).actors.size(), 1u);
  const Actors by_report = find_actors(analyses, {}, stories, corrections("split | Odo Marsh | Odo Marsh (banker) | report tarrow.txt"));
  EXPECT_EQ(by_report.actor_of[0][0], by_report.actor_of[2][0]);
  EXPECT_NE(by_report.actor_of[0][0], by_report.actor_of[1][0]);
  EXPECT_EQ(by_report.actors[by_report.actor_of[1][0]].name, "Odo Marsh (banker)");
  EXPECT_NE(by_report.actors[0].id, by_report.actors[1].id);
  const Actors both = find_actors(analyses, {}, stories, corrections("split | Odo Marsh | The Banker | report tarrow.txt\nsplit | Odo Marsh | The Banker | form O. Marsh"));
  EXPECT_EQ(both.actors.size(), 2u);
  EXPECT_EQ(both.actor_of[1][0], both.actor_of[2][0]);
}

TEST(ActorCorrections, TheyApplyInOrderAndThoseThatFindNobodyAreTold) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran")}), report_with(2, {person("Elka Doren")})};
  const Actors actors = find_actors(analyses, {}, stories_of({0, 0}, {{0}}), corrections("rename | Ilka Doran | The Minister\nmerge | Elka Doren | the minister\nmerge | Nobody | Ilka Doran\nmerge | Ilka Doran | Nobody\nmerge | The Minister | The Minister"));
  ASSERT_EQ(actors.actors.size(), 1u);
  EXPECT_EQ(actors.actors[0].name, "The Minister");
  ASSERT_EQ(actors.unused_corrections.size(), 3u);
  EXPECT_EQ(actors.unused_corrections[0].line, 3u);
}

TEST(ActorCorrections, EveryEntityStillHasItsActor) {
  const std::vector<Analysis> analyses = {report_with(1, {person("Ilka Doran"), entity(EntityType::state, "Turkey", "country:TR")}), report_with(2, {person("Odo Marsh"), person("Marsh")})};
  const Actors actors = find_actors(analyses, {}, stories_of({0, 0}, {{0}}), corrections("merge | Ilka Doran | Turkey\nsplit | Marsh | Marsh II | form Marsh\nmerge | country:TR | Marsh II"));
  for (std::size_t r = 0; r < analyses.size(); ++r) {
    for (std::uint32_t a : actors.actor_of[r]) {
      ASSERT_LT(a, actors.actors.size());
      EXPECT_TRUE(std::count(actors.actors[a].reports.begin(), actors.actors[a].reports.end(), r));
    }
  }
}

}  // namespace
}  // namespace attache

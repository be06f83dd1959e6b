#include "tables/knowledge.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/strings.h"
#include "support/texts.h"

namespace attache {
namespace {

const Knowledge& tables() { return testing::resources().knowledge; }

bool means(std::string_view phrase, NameKind kind, std::string_view name) {
  const Knowledge& k = tables();
  for (const Meaning& m : meanings_of(k, phrase)) {
    if (m.kind != kind) continue;
    switch (kind) {
      case NameKind::country: case NameKind::nationality: case NameKind::people: case NameKind::capital: case NameKind::metonym:
        if (k.countries[m.index].code == name) return true;
        break;
      case NameKind::region: if (k.regions[m.index] == name) return true; break;
      case NameKind::city: if (k.cities[m.index] == name) return true; break;
      case NameKind::organisation: if (k.organisations[m.index].id == name) return true; break;
      case NameKind::agency: if (k.agencies[m.index].id == name) return true; break;
      case NameKind::outlet: if (k.outlets[m.index].name == name) return true; break;
      case NameKind::holder: if (k.holders[m.index].person == name) return true; break;
    }
  }
  return false;
}

std::string agency(int index) { return index < 0 ? "" : tables().agencies[static_cast<std::size_t>(index)].name; }

TEST(Countries, AreKnownByNameAdjectivePeopleAndCapital) {
  EXPECT_TRUE(means("Serbia", NameKind::country, "RS"));
  EXPECT_TRUE(means("Serbian", NameKind::nationality, "RS"));
  EXPECT_TRUE(means("Serbs", NameKind::people, "RS"));
  EXPECT_TRUE(means("Belgrade", NameKind::capital, "RS"));
  EXPECT_TRUE(means("the White House", NameKind::metonym, "US"));
}

TEST(Countries, OfficialNamesOfTheIsoListAreKnown) { EXPECT_TRUE(means("Republic of Austria", NameKind::country, "AT")); }

TEST(Countries, NamesInOtherLanguagesAreKnown) {
  EXPECT_TRUE(means("Deutschland", NameKind::country, "DE"));
  EXPECT_TRUE(means("Allemagne", NameKind::country, "DE"));
  EXPECT_TRUE(means("Сербия", NameKind::country, "RS"));
}

TEST(Countries, TheFirstAdjectiveIsTheOneShown) {
  const Knowledge& k = tables();
  EXPECT_EQ(k.countries[k.country_by_code.at("XK")].adjective, "Kosovar");
  EXPECT_EQ(k.countries[k.country_by_code.at("GB")].adjective, "British");
}

TEST(Countries, ThirtyMembersOfTheAllianceAreAllThere) {
  const Knowledge& k = tables();
  for (const char* code : {"AL", "BE", "BG", "CA", "HR", "CZ", "DK", "EE", "FR", "DE", "GR", "HU", "IS", "IT", "LV", "LT", "LU", "ME", "NL", "MK", "NO", "PL", "PT", "RO", "SK", "SI", "ES", "TR", "GB", "US"}) {
    EXPECT_TRUE(k.country_by_code.contains(code)) << code;
  }
}

TEST(Phrases, IgnoreMarksButNotCase) {
  EXPECT_TRUE(means("Bras\u00edlia", NameKind::capital, "BR"));
  EXPECT_TRUE(means("Brasilia", NameKind::capital, "BR"));
  EXPECT_TRUE(meanings_of(tables(), "serbia").empty());
}

TEST(Phrases, InCapitalsAreTheSameName) {
  EXPECT_TRUE(means("WASHINGTON", NameKind::capital, "US"));
  EXPECT_TRUE(means("ABU DHABI", NameKind::capital, "AE"));
  EXPECT_TRUE(means("PORTO-NOVO", NameKind::capital, "BJ"));
}

TEST(Phrases, ShortWordsInCapitalsAreNotLookedUpAsWords) { EXPECT_TRUE(meanings_of(tables(), "AND").empty()); }

TEST(Phrases, UnknownOnesHaveNoMeaning) {
  EXPECT_TRUE(meanings_of(tables(), "Velmara").empty());
  EXPECT_TRUE(meanings_of(tables(), "").empty());
  EXPECT_TRUE(meanings_of(tables(), std::string(100000, 'A')).empty());
}

TEST(Phrases, MayMeanSeveralThings) {
  EXPECT_TRUE(means("Belgrade", NameKind::capital, "RS"));
  EXPECT_TRUE(means("Belgrade", NameKind::city, "Belgrade"));
}

TEST(Phrases, TheLongestPhraseOfAFirstWordIsKnown) {
  const Knowledge& k = tables();
  for (const auto& [phrase, meanings] : k.phrases) {
    const auto words = static_cast<std::uint32_t>(std::count(phrase.begin(), phrase.end(), ' ') + 1);
    const auto longest = k.longest_phrase.find(phrase.substr(0, phrase.find(' ')));
    ASSERT_NE(longest, k.longest_phrase.end()) << phrase;
    ASSERT_GE(longest->second, words) << phrase;
    ASSERT_FALSE(meanings.empty()) << phrase;
  }
}

TEST(Phrases, EveryIndexPointsIntoItsList) {
  const Knowledge& k = tables();
  for (const auto& [phrase, meanings] : k.phrases) {
    for (const Meaning& m : meanings) {
      std::size_t size = 0;
      switch (m.kind) {
        case NameKind::country: case NameKind::nationality: case NameKind::people: case NameKind::capital: case NameKind::metonym: size = k.countries.size(); break;
        case NameKind::region: size = k.regions.size(); break;
        case NameKind::city: size = k.cities.size(); break;
        case NameKind::organisation: size = k.organisations.size(); break;
        case NameKind::holder: size = k.holders.size(); break;
        case NameKind::agency: size = k.agencies.size(); break;
        case NameKind::outlet: size = k.outlets.size(); break;
      }
      ASSERT_LT(m.index, size) << phrase;
    }
  }
}

TEST(Cities, KnowTheirCountry) {
  const Knowledge& k = tables();
  ASSERT_EQ(k.cities.size(), k.city_countries.size());
  const auto found = std::find(k.cities.begin(), k.cities.end(), "Vienna");
  ASSERT_NE(found, k.cities.end());
  EXPECT_EQ(k.city_countries[static_cast<std::size_t>(found - k.cities.begin())], "AT");
  EXPECT_TRUE(means("Kiev", NameKind::city, "Kyiv")) << "an older spelling";
}

TEST(Organisations, AreFoundByShortAndLongName) {
  EXPECT_TRUE(means("CJEU", NameKind::organisation, "cjeu"));
  EXPECT_TRUE(means("Court of Justice of the European Union", NameKind::organisation, "cjeu"));
  const Knowledge& k = tables();
  const Organisation& court = k.organisations[k.organisation_by_id.at("cjeu")];
  EXPECT_EQ(court.kind, "court");
  EXPECT_EQ(court.parent, "eu");
}

TEST(Agencies, AreFoundByNameAliasAndCase) {
  EXPECT_EQ(agency(find_agency(tables(), "Reuters")), "Reuters");
  EXPECT_EQ(agency(find_agency(tables(), "AGENCE FRANCE-PRESSE")), "AFP");
  EXPECT_EQ(agency(find_agency(tables(), "the associated press")), "AP");
  EXPECT_EQ(agency(find_agency(tables(), "ТАСС")), "TASS");
}

TEST(Agencies, AreFoundByHostAndItsSubdomains) {
  EXPECT_EQ(agency(find_agency_by_host(tables(), "www.reuters.com")), "Reuters");
  EXPECT_EQ(agency(find_agency_by_host(tables(), "uk.news.reuters.com")), "Reuters");
  EXPECT_EQ(agency(find_agency_by_host(tables(), "REUTERS.COM")), "Reuters");
}

TEST(Agencies, AHostThatOnlyEndsAlikeIsAnother) {
  EXPECT_EQ(find_agency_by_host(tables(), "notreuters.com"), -1);
  EXPECT_EQ(find_agency_by_host(tables(), "reuters.com.example"), -1);
  EXPECT_EQ(find_agency_by_host(tables(), "com"), -1);
  EXPECT_EQ(find_agency_by_host(tables(), ""), -1);
}

TEST(Agencies, InventedOnesAreUnknown) {
  EXPECT_EQ(find_agency(tables(), "Northwire"), -1);
  EXPECT_EQ(find_agency(tables(), ""), -1);
}

TEST(Outlets, AreFoundByNameAndHost) {
  const int by_name = find_outlet(tables(), "abidjan.net");
  ASSERT_GE(by_name, 0);
  EXPECT_EQ(tables().outlets[static_cast<std::size_t>(by_name)].name, "Abidjan.net");
  EXPECT_EQ(find_outlet_by_host(tables(), "news.abidjan.net"), by_name);
  EXPECT_EQ(find_outlet(tables(), "Sorn Gazette"), -1);
}

TEST(Offices, AreFoundByTitleAndAlias) {
  const int office = find_office(tables(), "Prime Minister");
  ASSERT_GE(office, 0);
  EXPECT_EQ(tables().offices[static_cast<std::size_t>(office)].rank, "head_of_government");
  EXPECT_EQ(find_office(tables(), "premier"), office);
  EXPECT_EQ(find_office(tables(), "keeper of the river"), -1);
}

TEST(Offices, NoTitleIsLongerThanTheLongest) {
  const Knowledge& k = tables();
  std::uint32_t longest = 0;
  for (const auto& [title, index] : k.office_titles) {
    longest = std::max(longest, static_cast<std::uint32_t>(std::count(title.begin(), title.end(), ' ') + 1));
    ASSERT_LT(index, k.offices.size()) << title;
  }
  EXPECT_EQ(longest, k.longest_office_title);
}

TEST(GivenNames, KnowWhatTheySayOfTheBearer) {
  EXPECT_EQ(tables().given_names.at("vjosa"), 'f');
  EXPECT_EQ(tables().given_names.at("jens"), 'm');
  EXPECT_EQ(tables().given_names.at("sasha"), 'u');
  EXPECT_EQ(tables().given_names.at("aaron"), 'm') << "folded: the row with a mark does not overwrite the plain one";
}

std::string holder(std::string_view office, std::string_view of, const Date& day) {
  const OfficeHolder* found = holder_on(tables(), office, of, day);
  return found ? found->person : "";
}

TEST(Knowledge, OfficeHoldersByDay) {
  EXPECT_EQ(holder("president", "US", {2021, 1, 19}), "Donald Trump");
  EXPECT_EQ(holder("president", "US", {2021, 1, 20}), "Joe Biden");
  EXPECT_EQ(holder("secretary general", "nato", {2024, 9, 30}), "Jens Stoltenberg");
  EXPECT_EQ(holder("secretary general", "nato", {2024, 10, 2}), "Mark Rutte");
  EXPECT_EQ(holder("president of the european commission", "", {2021, 9, 15}), "Ursula von der Leyen");
}

TEST(Knowledge, DoubtAboutAHolderIsNoHolder) {
  EXPECT_EQ(holder("president", "US", {2021, 1, 0}), "");   // no day
  EXPECT_EQ(holder("president", "US", {}), "");
  EXPECT_EQ(holder("president", "US", {1850, 1, 1}), "");   // before the table
  EXPECT_EQ(holder("secretary general", "nato", {2004, 5, 1}), "");  // a term that begins with a year only
  EXPECT_EQ(holder("president", "nowhere", {2021, 1, 19}), "");
  EXPECT_EQ(holder("king", "US", {2021, 1, 19}), "");
}

TEST(Knowledge, MembersByDay) {
  EXPECT_EQ(members_on(tables(), "nato", {2022, 3, 24}).size(), 30u);
  EXPECT_EQ(members_on(tables(), "nato", {2023, 4, 4}).size(), 31u);
  EXPECT_EQ(members_on(tables(), "nato", {2024, 3, 7}).size(), 32u);
  EXPECT_EQ(members_on(tables(), "eu", {2020, 1, 31}).size(), 28u);
  EXPECT_EQ(members_on(tables(), "eu", {2020, 2, 1}).size(), 27u);
  EXPECT_EQ(members_on(tables(), "un", {2022, 1, 1}).size(), 193u);
  EXPECT_TRUE(members_on(tables(), "nowhere", {2022, 1, 1}).empty());
  EXPECT_TRUE(members_on(tables(), "nato", {1940, 1, 1}).empty());
}

}  // namespace
}  // namespace attache

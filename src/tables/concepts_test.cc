#include "tables/concepts.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

std::uint64_t concept_key(std::string_view name) { return hash64(name); }
std::uint64_t country_key(std::string_view code) { return hash64(code, 1); }

const ConceptLexicon& lexicon(const std::string& language) {
  static std::map<std::string, ConceptLexicon> loaded;
  const auto found = loaded.find(language);
  return found != loaded.end() ? found->second : loaded.emplace(language, load_concepts(language)).first->second;
}

bool has(const std::string& language, std::string_view text, std::uint64_t key) {
  const std::vector<std::uint64_t> found = find_concepts(text, lexicon(language));
  return std::binary_search(found.begin(), found.end(), key);
}

std::set<std::string> languages() {
  std::set<std::string> out;
  for_each_row(embedded_file("concepts.tsv"), 3, [&](const auto& cells) { out.emplace(cells[0]); });
  return out;
}

TEST(Concepts, EveryLanguageOfTheTableLoads) {
  EXPECT_GE(languages().size(), 60u);
  for (const std::string& language : languages()) {
    const ConceptLexicon loaded = load_concepts(language);
    EXPECT_GT(loaded.words.size() + loaded.stems.size() + loaded.phrases.size(), 200u) << language;
    if (!loaded.has_blanks) { EXPECT_TRUE(loaded.words.empty() && loaded.stems.empty()) << language; }
    for (const auto& [word, keys] : loaded.words) EXPECT_FALSE(word.empty() || keys.empty()) << language;
    for (const auto& [stem, keys] : loaded.stems) EXPECT_FALSE(stem.empty() || keys.empty()) << language;
    for (const auto& [phrase, key] : loaded.phrases) EXPECT_GT(phrase.size(), 1u) << language;
  }
}

TEST(Concepts, EveryRowHasWords) {
  for_each_row(embedded_file("concepts.tsv"), 3, [&](const auto& cells) {
    EXPECT_EQ(cells.size(), 3u) << cells[0] << " " << cells[1];
    EXPECT_FALSE(cells[2].empty()) << cells[0] << " " << cells[1];
  });
}

TEST(Concepts, EveryWordOfTheTableIsFoundByItself) {
  // written as it stands in a text: blanks for underscores, an ending for a star
  for_each_row(embedded_file("concepts.tsv"), 3, [&](const auto& cells) {
    const std::string language(cells[0]);
    std::string words(cells[2]);
    std::replace(words.begin(), words.end(), '*', ' ');
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      std::string word = words.substr(at, end - at);
      std::replace(word.begin(), word.end(), '_', ' ');
      if (!word.empty()) { EXPECT_TRUE(has(language, word, concept_key(cells[1]))) << language << " " << cells[1] << ": " << word; }
      at = end + 1;
    }
  });
}

TEST(Concepts, AnEarthquakeIsOneThingInManyLanguages) {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"en", "A strong earthquake shook the valley at night."}, {"es", "Un fuerte terremoto sacudió el valle."}, {"fr", "Un violent séisme a secoué la vallée."}, {"de", "Ein schweres Erdbeben hat das Tal erschüttert."},
      {"it", "Un forte terremoto ha scosso la valle."}, {"pt", "Um forte terremoto atingiu o vale."}, {"ru", "Сильное землетрясение произошло в долине."}, {"uk", "Сильний землетрус стався в долині."},
      {"pl", "Silne trzęsienie ziemi w dolinie."}, {"tr", "Vadide şiddetli deprem oldu."}, {"ar", "ضرب زلزال قوي الوادي"}, {"he", "רעידת אדמה חזקה בעמק"},
      {"hi", "घाटी में तेज भूकंप आया"}, {"zh", "山谷发生强烈地震。"}, {"ja", "谷で強い地震がありました。"}, {"ko", "계곡에서 강한 지진이 발생했다."}, {"th", "เกิดแผ่นดินไหวรุนแรงในหุบเขา"}, {"vi", "Một trận động đất mạnh ở thung lũng."}, {"el", "Ισχυρός σεισμός στην κοιλάδα."}, {"fi", "Laaksossa oli voimakas maanjäristys."}};
  for (const auto& [language, text] : texts) {
    EXPECT_TRUE(has(language, text, concept_key("earthquake"))) << language;
    EXPECT_FALSE(has(language, text, concept_key("election"))) << language;
  }
}

TEST(Concepts, AnElectionIsOneThingInManyLanguages) {
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"en", "Voters go to the polls on Sunday."}, {"es", "Las elecciones se celebran el domingo."}, {"fr", "Les élections ont lieu dimanche."}, {"de", "Die Wahlen finden am Sonntag statt."},
      {"it", "Le elezioni si tengono domenica."}, {"pt", "As eleições são no domingo."}, {"ru", "Выборы пройдут в воскресенье."}, {"uk", "Вибори відбудуться в неділю."},
      {"pl", "Wybory odbędą się w niedzielę."}, {"tr", "Seçimler pazar günü yapılacak."}, {"ar", "تجرى الانتخابات يوم الأحد"}, {"he", "הבחירות ייערכו ביום ראשון"},
      {"hi", "चुनाव रविवार को होंगे"}, {"zh", "选举将于星期日举行。"}, {"ja", "選挙は日曜日に行われる。"}, {"ko", "선거는 일요일에 열린다."}, {"th", "การเลือกตั้งจะมีขึ้นวันอาทิตย์"}, {"vi", "Cuộc bầu cử diễn ra vào Chủ nhật."}};
  for (const auto& [language, text] : texts) {
    EXPECT_TRUE(has(language, text, concept_key("election"))) << language;
    EXPECT_FALSE(has(language, text, concept_key("earthquake"))) << language;
  }
}

TEST(Concepts, CountriesAreInflected) {
  const std::vector<std::tuple<std::string, std::string, std::string>> texts = {
      {"en", "Germany", "DE"}, {"ru", "в Германии", "DE"}, {"ru", "президента Украины", "UA"}, {"ru", "из Японии", "JP"}, {"uk", "у Німеччині", "DE"}, {"pl", "w Niemczech", "DE"}, {"pl", "Ukrainie", "UA"},
      {"cs", "v Německu", "DE"}, {"fi", "Saksassa", "DE"}, {"fi", "Venäjällä", "RU"}, {"tr", "Almanya'da", "DE"}, {"tr", "Fransa’nın", "FR"}, {"de", "Deutschlands", "DE"}, {"es", "en Alemania", "DE"}, {"hu", "Németországban", "DE"}, {"el", "της Γερμανίας", "DE"}};
  for (const auto& [language, text, code] : texts) EXPECT_TRUE(has(language, text, country_key(code))) << language << ": " << text;
}

TEST(Concepts, CountriesOfSeveralWords) {
  EXPECT_TRUE(has("en", "The president of South Africa spoke.", country_key("ZA")));
  EXPECT_TRUE(has("en", "in New Zealand", country_key("NZ")));
  EXPECT_TRUE(has("fr", "en Afrique du Sud.", country_key("ZA")));
  EXPECT_FALSE(has("en", "The south of Africa", country_key("ZA")));
  EXPECT_TRUE(has("en", "talks in Guinea-Bissau", country_key("GW")));
  EXPECT_TRUE(has("en", "the coast of Timor-Leste.", country_key("TL")));
}

TEST(Concepts, LanguagesWithoutBlanksAreSearchedAnywhere) {
  EXPECT_FALSE(lexicon("zh").has_blanks);
  EXPECT_TRUE(has("zh", "德国总统说", country_key("DE")));
  EXPECT_TRUE(has("zh", "德国总统说", concept_key("president")));
  EXPECT_TRUE(has("ja", "ドイツの大統領は", country_key("DE")));
  EXPECT_TRUE(has("th", "ประเทศเยอรมนีเกิดแผ่นดินไหว", country_key("DE")));
  EXPECT_TRUE(has("ja", "地震", concept_key("earthquake")));
}

TEST(Concepts, MarksInsideAWordPartIt) {
  for (const char* text : {"a cease-fire", "a cease‑fire", "a cease fire", "Cease-Fire!"}) EXPECT_TRUE(has("en", text, concept_key("ceasefire"))) << text;
  EXPECT_TRUE(has("ca", "una col·lisió", concept_key("crash")));
  EXPECT_TRUE(has("de", "der Ex-Präsident", concept_key("former")));
}

TEST(Concepts, AWordWithoutAStarIsWhole) {
  EXPECT_TRUE(has("en", "a poll", concept_key("election")));
  EXPECT_FALSE(has("en", "pollen", concept_key("election")));
  EXPECT_FALSE(has("en", "dead-polly", concept_key("election")));
}

TEST(Concepts, CaseMarksAndEndsOfTextDoNotCount) {
  for (const char* text : {"EARTHQUAKE", "Earthquakes", "“earthquake”", "(earthquake)", "earthquake-", "an earthquake", "earthquake", "\nearthquake\n", "quake’s"}) EXPECT_TRUE(has("en", text, concept_key("earthquake"))) << text;
  EXPECT_TRUE(has("fr", "SEISME", concept_key("earthquake")));
  EXPECT_TRUE(has("ru", "ЗЕМЛЕТРЯСЕНИЕ", concept_key("earthquake")));
}

TEST(Concepts, AscendingAndEachOnce) {
  const std::vector<std::uint64_t> found = find_concepts("Earthquake, quake, aftershock in Haiti: the president of Haiti died in the earthquake.", lexicon("en"));
  EXPECT_GE(found.size(), 4u);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
}

TEST(Concepts, AVarietyIsReadAsItsLanguage) {
  const std::string text = "земле землятрус";
  EXPECT_TRUE(has("be-tarask", text, concept_key("earthquake")));
  EXPECT_TRUE(has("pt-BR", "terremoto", concept_key("earthquake")));
  EXPECT_TRUE(has("zh_Hant", "選舉", concept_key("election")));
  EXPECT_TRUE(has("pnb", "زلزلہ", concept_key("earthquake")));
  EXPECT_TRUE(has("nb", "jordskjelv", concept_key("earthquake")));
  EXPECT_TRUE(has("bs", "potres", concept_key("earthquake")));
  EXPECT_FALSE(lexicon("yue").has_blanks);
}

TEST(Concepts, ALanguageThatNobodyKnowsIsEmpty) {
  // not even the countries of the machine's own language
  for (const char* language : {"", "qq", "xx-yy", "-", "_", "zzzzzzzz", "en@x", "../../x", "\xFF\xFE"}) {
    const ConceptLexicon none = load_concepts(language);
    EXPECT_TRUE(none.words.empty() && none.stems.empty() && none.phrases.empty()) << language;
    EXPECT_TRUE(find_concepts("An earthquake in Germany", none).empty()) << language;
  }
}

TEST(Concepts, ALanguageWithoutRowsStillHasItsCountries) {
  EXPECT_TRUE(has("sw", "nchini Ujerumani", country_key("DE")));
  EXPECT_FALSE(has("sw", "earthquake", concept_key("earthquake")));
}

TEST(Concepts, OfNothing) {
  for (const char* language : {"en", "zh", "ar", "ko"}) {
    for (const char* text : {"", " ", "...", "\n\n", "。、"}) EXPECT_TRUE(find_concepts(text, lexicon(language)).empty()) << language << text;
  }
}

TEST(Concepts, BrokenUtf8IsSurvived) {
  for (const char* language : {"en", "zh", "ru", "ar", "th", "ko"}) {
    for (const char* text : {"\xFF\xFE", "\xE5\x9C", "\xF0\x9F\x98", "\x80\x80\x80", "\xED\xA0\x80", "earthquake\xC3"}) EXPECT_LE(find_concepts(text, lexicon(language)).size(), 3u) << language;
  }
  EXPECT_TRUE(has("en", "\xFF earthquake \xC3", concept_key("earthquake")));
  EXPECT_TRUE(has("zh", "\xFF地震\xE5", concept_key("earthquake")));
  EXPECT_TRUE(find_concepts(std::string_view("\0\0", 2), lexicon("en")).empty());
}

TEST(Concepts, OneLongWordIsReadInTime) {
  EXPECT_TRUE(find_concepts(std::string(20000, 'x'), lexicon("en")).empty());
  std::string letters;
  for (int i = 0; i < 5000; ++i) letters += "щ";
  EXPECT_TRUE(find_concepts(letters, lexicon("ru")).empty());
}

TEST(Concepts, LoadingIsCheapEnoughForEveryLanguageOfACollection) {
  // about 5 ms a language where this was written; the bound is there to catch a table read once a word
  const auto begin = std::chrono::steady_clock::now();
  std::size_t entries = 0;
  for (const char* language : {"en", "ru", "zh", "ar", "es", "hi", "tr", "ko", "vi", "fi"}) entries += load_concepts(language).phrases.size();
  EXPECT_GT(entries, 500u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

}  // namespace
}  // namespace attache

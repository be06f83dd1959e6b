#include "tables/calendar.h"

#include <array>
#include <string>
#include <unordered_map>

#include "text/fold.h"

namespace attache {
namespace {

struct MonthWords {
  std::string_view english;
  std::string_view others;
};

constexpr std::array<MonthWords, 12> kMonthWords = {{
    {"january jan", "januar jaenner janner janvier janv enero ene gennaio gen janeiro januari janar ocak siječnja januara styczen stycznia"},
    {"february feb", "februar fevrier fevr febrero febbraio febb fevereiro februari shkurt subat februara lutego"},
    {"march mar", "marz maerz mars marzo marco maart mart marta marca"},
    {"april apr", "avril avr abril abr aprile aprila prill nisan kwietnia"},
    {"may", "mai mayo maggio mag maio mei maj maja mayis"},
    {"june jun", "juni juin junio giugno giu junho qershor haziran juna czerwca"},
    {"july jul", "juli juillet juil julio luglio lug julho korrik temmuz jula lipca"},
    {"august aug", "aout agosto ago augustus gusht agustos augusta sierpnia"},
    {"september sep sept", "septembre septiembre settembre sett set setembro shtator eylul septembra wrzesnia"},
    {"october oct", "oktober okt octobre octubre ottobre ott outubro out tetor ekim oktobra pazdziernika"},
    {"november nov", "novembre noviembre novembro nentor kasim novembra listopada"},
    {"december dec", "dezember dez decembre diciembre dic dicembre dezembro dhjetor aralik decembra grudnia"},
}};

using WordMap = std::unordered_map<std::string, unsigned>;

void add_words(WordMap& map, std::string_view words, unsigned value) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    map.emplace(fold(words.substr(0, end)), value);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

WordMap make_months(bool english_only) {
  WordMap map;
  for (unsigned m = 0; m < 12; ++m) add_words(map, kMonthWords[m].english, m + 1);
  if (!english_only) {
    for (unsigned m = 0; m < 12; ++m) add_words(map, kMonthWords[m].others, m + 1);
  }
  return map;
}

std::string key_of(std::string_view word) {
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return fold(word);
}

}  // namespace

unsigned month_of_word(std::string_view word, bool english_only) {
  static const WordMap english = make_months(true);
  static const WordMap all = make_months(false);
  const WordMap& map = english_only ? english : all;
  const auto found = map.find(key_of(word));
  return found == map.end() ? 0 : found->second;
}

unsigned first_month_of_season(std::string_view word) {
  return word == "spring" ? 3 : word == "summer" ? 6 : word == "autumn" || word == "fall" ? 9 : word == "winter" ? 12 : 0;
}

int weekday_of_word(std::string_view word) {
  static const WordMap map = [] {
    WordMap m;
    constexpr std::array<std::string_view, 7> kDays = {"monday mon",  "tuesday tue tues", "wednesday wed",  "thursday thu thur thurs",
                                                        "friday fri", "saturday sat",      "sunday sun"};
    for (unsigned d = 0; d < 7; ++d) add_words(m, kDays[d], d);
    return m;
  }();
  const auto found = map.find(key_of(word));
  return found == map.end() ? -1 : static_cast<int>(found->second);
}

}  // namespace attache

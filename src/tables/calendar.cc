#include "tables/calendar.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

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

namespace {

// Languages of the press with a Gregorian calendar in CLDR; Arabic four times, for its months are named by region.
constexpr std::string_view kLocales[] = {"en", "de", "de_AT", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "is", "pl", "cs", "sk", "hu", "ro", "bg", "ru", "uk", "be", "mk", "sr", "sr_Latn", "hr", "bs", "sl", "sq", "el", "tr", "et", "lv", "lt", "ca", "gl",
                                         "eu", "ga", "cy", "mt", "ar", "ar_DZ", "ar_IQ", "ar_MA", "he", "fa", "ps", "ur", "hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "id", "ms", "th", "km", "lo", "my", "ka", "hy", "az", "kk", "uz", "ky", "tg", "sw", "am", "so", "af", "lb"};

struct ForeignMonth {
  std::string language;
  unsigned month = 0;
};
using ForeignMonths = std::unordered_map<std::string, std::vector<ForeignMonth>>;

ForeignMonths read_cldr_months() {
  ForeignMonths months;
  for (const std::string_view locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(std::string(locale).c_str()), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
      for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* names = symbols.getMonths(count, context, width);
        for (std::int32_t m = 0; m < std::min(count, 12); ++m) {
          std::string name;
          names[m].toUTF8String(name);
          // "de març": the article is a word of its own; "1月", "thg 1": read by their digits elsewhere
          if (name.starts_with("de ")) name = name.substr(3);
          if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
          const std::string language(locale.substr(0, 2));
          const auto month = static_cast<unsigned>(m) + 1;
          std::vector<ForeignMonth>& meanings = months[key_of(name)];
          const bool known = std::any_of(meanings.begin(), meanings.end(), [&](const ForeignMonth& f) { return f.language == language && f.month == month; });
          if (!known) meanings.push_back({language, month});
        }
      }
    }
  }
  return months;
}

std::unordered_set<std::string> read_cldr_weekdays() {
  std::unordered_set<std::string> days;
  for (const std::string_view locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(std::string(locale).c_str()), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
      for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* names = symbols.getWeekdays(count, context, width);
        for (std::int32_t d = 1; d < count; ++d) {  // from Sunday = 1
          std::string name;
          names[d].toUTF8String(name);
          days.insert(key_of(name));
        }
      }
    }
  }
  return days;
}

}  // namespace

bool is_weekday_of_any_language(std::string_view word) {
  static const std::unordered_set<std::string> days = read_cldr_weekdays();
  return days.contains(key_of(word));
}

unsigned month_of_any_language(std::string_view word, std::string_view language) {
  const unsigned known = month_of_word(word);
  if (known && language != "hr") return known;  // only Croatian has other months for words that Polish and Czech share with it
  const std::string key = key_of(word);
  if (key.size() < 3) return 0;
  static const ForeignMonths all = read_cldr_months();
  const auto found = all.find(key);
  if (found == all.end()) return known;
  const std::vector<ForeignMonth>& meanings = found->second;
  for (const ForeignMonth& meaning : meanings) {
    if (meaning.language == language) return meaning.month;
  }
  if (known) return known;
  const bool same = std::all_of(meanings.begin(), meanings.end(), [&](const ForeignMonth& m) { return m.month == meanings.front().month; });
  return same ? meanings.front().month : 0;
}

CalendarNames calendar_names_of(std::string_view language) {
  CalendarNames out;
  for (const std::string_view locale : kLocales) {
    if (locale.substr(0, locale.find('_')) != language) continue;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(std::string(locale).c_str()), status);
    if (U_FAILURE(status)) continue;
    const auto add = [](std::unordered_map<std::string, unsigned>& map, const icu::UnicodeString& name, unsigned value) {
      std::string word;
      name.toUTF8String(word);
      if (!word.empty()) map.emplace(key_of(word), value);
    };
    std::int32_t count = 0;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
      const icu::UnicodeString* months = symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
      for (std::int32_t m = 0; m < std::min(count, 12); ++m) add(out.months, months[m], static_cast<unsigned>(m) + 1);
      months = symbols.getMonths(count, context, icu::DateFormatSymbols::ABBREVIATED);
      for (std::int32_t m = 0; m < std::min(count, 12); ++m) add(out.short_months, months[m], static_cast<unsigned>(m) + 1);
      const icu::UnicodeString* days = symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE);
      for (std::int32_t d = 1; d < count; ++d) add(out.weekdays, days[d], static_cast<unsigned>(d + 5) % 7);  // from Sunday = 1
    }
  }
  std::erase_if(out.short_months, [&](const auto& entry) { return out.months.contains(entry.first); });
  return out;
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

// The words by which Spanish, French, Italian, German and Portuguese reports name days. Months and weekdays come from CLDR;
// the rest are our own short lists. All words are folded (text/fold.h): "août" stands as "aout".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "tables/calendar.h"

namespace attache {

using WordSet = std::unordered_set<std::string>;

struct DayWords {
  CalendarNames calendar;
  std::unordered_map<std::string, unsigned> half_weekdays;  // "segunda" of "segunda-feira": an ordinal too, so only with a day number
  std::unordered_map<std::string, int> offsets;             // "ayer" -1, "hoy" 0, "übermorgen" 2
  std::unordered_map<std::string, int> two_words;           // "altro ieri" -2
  WordSet next, last;        // beside a weekday: "próximo", "passato"
  WordSet every;             // before a weekday: "cada", "ogni"
  WordSet holy;              // behind a weekday, a feast: "santo"
  WordSet morning_before;    // before the word for tomorrow it means the morning: "la mañana", "heute Morgen"
  WordSet join;              // between two days of one month: "y", "bis"
  WordSet article;           // before the second of them: "el"
  WordSet inside;            // inside a date, passed over: "de", "del"
  std::string tomorrow;      // the one word that `morning_before` guards; empty = none
  bool small_weekdays = true;  // weekdays are written small, so a capitalised one among capitals is a name
  bool dotted_days = false;    // a day of the month has its dot: "25."
};

// Null for a language without such a list.
[[nodiscard]] const DayWords* day_words_of(std::string_view language);

}  // namespace attache

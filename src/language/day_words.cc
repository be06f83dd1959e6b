#include "language/day_words.h"

#include <array>
#include <utility>

namespace attache {
namespace {

// What every one of the five has between the parts of a date.
DayWords words_of(std::string_view language) {
  DayWords words;
  words.calendar = calendar_names_of(language);
  words.join = {"-", "/", "&"};
  words.inside = {",", "."};
  return words;
}

DayWords spanish() {
  DayWords w = words_of("es");
  w.calendar.months.emplace("setiembre", 9);
  w.offsets = {{"hoy", 0}, {"ayer", -1}, {"anoche", -1}, {"anteayer", -2}, {"antier", -2}, {"anteanoche", -2}, {"manana", 1}};
  w.two_words = {{"pasado manana", 2}};
  w.next = {"proximo", "proxima", "siguiente"};
  w.last = {"pasado", "ultimo"};
  w.every = {"cada", "los", "todos", "todo"};
  w.holy = {"santo", "santa"};
  w.tomorrow = "manana";
  w.morning_before = {"la", "una", "esta", "aquella", "cada", "misma", "toda", "media", "de", "hoy", "ayer", "primera"};
  w.join.insert({"y", "e", "al", "a", "o"});
  w.article = {"el"};
  w.inside.insert({"de", "del", "\u00BA", "\u00B0", "o"});
  return w;
}

DayWords french() {
  DayWords w = words_of("fr");
  w.offsets = {{"aujourd'hui", 0}, {"hier", -1}, {"avant-hier", -2}, {"demain", 1}, {"apres-demain", 2}};
  w.next = {"prochain", "prochaine"};
  w.last = {"dernier", "passe"};
  w.every = {"chaque", "tous", "tout"};
  w.holy = {"saint"};
  w.join.insert({"et", "au", "ou"});
  w.article = {"le"};
  w.inside.insert({"er", "de"});
  return w;
}

DayWords italian() {
  DayWords w = words_of("it");
  w.offsets = {{"oggi", 0}, {"stamattina", 0}, {"stamane", 0}, {"stamani", 0}, {"stasera", 0}, {"stanotte", 0}, {"ieri", -1}, {"altroieri", -2}, {"avantieri", -2}, {"domani", 1}, {"dopodomani", 2}};
  w.two_words = {{"altro ieri", -2}};
  w.next = {"prossimo", "prossima"};
  w.last = {"scorso", "scorsa", "passato"};
  w.every = {"ogni", "tutti", "tutte", "i"};
  w.holy = {"santo", "santa"};
  w.join.insert({"e", "ed", "al", "o"});
  w.article = {"il", "l"};
  w.inside.insert({"di", "del", "\u00B0", "\u00BA"});
  return w;
}

DayWords german() {
  DayWords w = words_of("de");
  w.calendar.months.emplace("maerz", 3);
  w.calendar.months.emplace("jaenner", 1);
  w.calendar.weekdays.emplace("sonnabend", 5);
  w.offsets = {{"heute", 0}, {"gestern", -1}, {"vorgestern", -2}, {"morgen", 1}, {"ubermorgen", 2}, {"uebermorgen", 2}};
  w.next = {"nachsten", "nachster", "nachste", "kommenden", "kommender", "kommende"};
  w.last = {"letzten", "letzter", "letzte", "vergangenen", "vergangener", "vorigen"};
  w.every = {"jeden", "jeder", "jedem"};
  w.tomorrow = "morgen";
  w.morning_before = {"heute", "gestern", "am", "jeden", "guten", "vom", "diesem", "diesen", "nachsten"};
  w.join.insert({"und", "bis", "oder"});
  w.article = {"dem", "den", "zum"};
  w.small_weekdays = false;
  w.dotted_days = true;
  return w;
}

DayWords portuguese() {
  DayWords w = words_of("pt");
  w.half_weekdays = {{"segunda", 0}, {"terca", 1}, {"quarta", 2}, {"quinta", 3}, {"sexta", 4}};
  w.offsets = {{"hoje", 0}, {"ontem", -1}, {"anteontem", -2}, {"amanha", 1}};
  w.two_words = {{"depois de amanha", 2}};
  w.next = {"proximo", "proxima"};
  w.last = {"passado", "passada", "ultimo", "ultima"};
  w.every = {"cada", "toda", "todo", "todas", "todos", "aos", "as", "os"};
  w.holy = {"santa", "santo"};
  w.join.insert({"e", "a", "ao", "ou"});
  w.article = {"o"};
  w.inside.insert({"de", "do", "\u00BA", "\u00B0"});
  return w;
}

}  // namespace

const DayWords* day_words_of(std::string_view language) {
  static const std::array<std::pair<std::string_view, DayWords>, 5> kAll = {{{"es", spanish()}, {"fr", french()}, {"it", italian()}, {"de", german()}, {"pt", portuguese()}}};
  for (const auto& [name, words] : kAll) {
    if (name == language) return &words;
  }
  return nullptr;
}

}  // namespace attache

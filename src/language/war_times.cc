// Wars that date what stands beside them. The two world wars date it anywhere; of the others the name speaks of the war as
// often as of its time, so they count only behind a word of time: "after the Korean War", "the outbreak of the Crimean War".
// Names of more than one war ("the Gulf War", "the civil war") are left out. Years of the usual histories.
#include <algorithm>
#include <array>

#include "language/time_reader.h"

namespace attache {
namespace {

// "World War II", "the First World War", "WWII"
bool read_world_war(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  const std::string_view w = r.word(i);
  std::string_view number;
  if (w == "World" && r.inside(i + 2) && r.word(i + 1) == "War") {
    number = r.word(i + 2);
    t.last = i + 3;
  } else if ((w == "First" || w == "Second") && r.inside(i + 2) && r.word(i + 1) == "World" && r.word(i + 2) == "War") {
    number = w;
    t.last = i + 3;
  } else if (w == "WWI" || w == "WWII" || w == "WW1" || w == "WW2") {
    number = w.substr(2);
    t.last = i + 1;
  }
  const bool first = number == "I" || number == "One" || number == "1" || number == "First", second = number == "II" || number == "Two" || number == "2" || number == "Second";
  if (!first && !second) return false;
  if (first) set_period(t, Grain::day, {1914, 7, 28}, {1918, 11, 11}, "World War I", false);
  else set_period(t, Grain::day, {1939, 9, 1}, {1945, 9, 2}, "World War II", false);
  return true;
}

struct War {
  std::string_view words;
  int from, to;
};
constexpr std::array<War, 19> kWars = {{{"American Revolutionary War", 1775, 1783}, {"American Civil War", 1861, 1865}, {"American Revolution", 1775, 1783}, {"Bosnian War", 1992, 1995}, {"Cold War", 1947, 1991}, {"Crimean War", 1853, 1856}, {"Franco-Prussian War", 1870, 1871}, {"French Revolution", 1789, 1799}, {"Great Depression", 1929, 1939}, {"Korean War", 1950, 1953}, {"Kosovo War", 1998, 1999}, {"Napoleonic Wars", 1803, 1815}, {"Revolutionary War", 1775, 1783}, {"Russian Revolution", 1917, 1917}, {"Russo-Japanese War", 1904, 1905}, {"Spanish Civil War", 1936, 1939}, {"Vietnam War", 1955, 1975}, {"Falklands War", 1982, 1982}, {"Yom Kippur War", 1973, 1973}}};

std::uint32_t behind_words(const TimeReader& r, std::uint32_t i, std::string_view words) {
  for (;; ++i) {
    const std::size_t blank = words.find(' ');
    if (!r.is_mark(i, words.substr(0, blank))) return 0;
    if (blank == std::string_view::npos) return i + 1;
    words.remove_prefix(blank + 1);
  }
}

bool read_other_war(const TimeReader& r, std::uint32_t i, TimeExpression& t) {
  static constexpr std::array<std::string_view, 9> kTimes = {"during", "after", "before", "since", "following", "until", "throughout", "till", "pre"};
  static constexpr std::array<std::string_view, 7> kParts = {"end", "outbreak", "beginning", "start", "remainder", "rest", "height"};
  if (!r.is_capital(i)) return false;
  std::uint32_t at = i;
  if (r.before(at) == "the") --at;
  const std::string before = r.before(at);
  const bool part = before == "of" && at >= r.first() + 2 && std::find(kParts.begin(), kParts.end(), r.before(at - 1)) != kParts.end();
  if (!part && std::find(kTimes.begin(), kTimes.end(), before) == kTimes.end()) return false;
  for (const War& war : kWars) {
    const std::uint32_t last = behind_words(r, i, war.words);
    if (!last || begins_a_name(r, last)) continue;
    t.last = last;
    set_period(t, Grain::year, {war.from, 0, 0}, {war.to, 0, 0}, std::string(war.words), false);
    return true;
  }
  return false;
}

}  // namespace

bool read_war(const TimeReader& r, std::uint32_t i, TimeExpression& t) { return read_world_war(r, i, t) || read_other_war(r, i, t); }

}  // namespace attache

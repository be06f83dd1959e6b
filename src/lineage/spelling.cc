#include "lineage/spelling.h"

#include <array>
#include <utility>

namespace attache {
namespace {

// Applied anywhere behind the third letter, in this order. Rules after the usual tables of British and American spelling
// (-ise/-ize, -our/-or, -re/-er, -ogue/-og, -ence/-ense, doubled l); each maps to the American form.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kRules = {{
    {"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"iser", "izer"}, {"yse", "yze"}, {"ysing", "yzing"}, {"our", "or"}, {"ogue", "og"}, {"lled", "led"}, {"lling", "ling"}, {"ller", "ler"}, {"tre", "ter"}, {"bre", "ber"},
    {"fence", "fense"}, {"cence", "cense"}, {"tred", "tered"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWords = {{
    {"grey", "gray"}, {"tyre", "tire"}, {"cheque", "check"}, {"judgement", "judgment"}, {"ageing", "aging"}, {"sceptical", "skeptical"}, {"towards", "toward"}, {"afterwards", "afterward"}, {"whilst", "while"}, {"amongst", "among"},
    {"aluminium", "aluminum"}, {"manoeuvre", "maneuver"},
}};

}  // namespace

std::string spelling_key(std::string_view lower) {
  for (const auto& [from, to] : kWords) {
    if (lower == from) return std::string(to);
  }
  std::string word(lower);
  if (word.starts_with("programme")) word.erase(7, 2);
  for (const auto& [from, to] : kRules) {
    // "travelled", not "filled" and "filed"
    const std::size_t at = word.find(from, from.starts_with("ll") ? 3 : 2);
    if (at != std::string::npos && at + from.size() + 4 >= word.size()) word.replace(at, from.size(), to);
  }
  if (word.size() > 5 && word.ends_with("ise")) word.replace(word.size() - 3, 3, "ize");
  return word;
}

}  // namespace attache

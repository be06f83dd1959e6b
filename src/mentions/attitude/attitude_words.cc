#include "mentions/attitude/attitude_words.h"

#include <algorithm>

#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

int value_of(std::string_view cell) {
  const bool minus = cell.starts_with('-');
  const char digit = cell.size() > (minus ? 1u : 0u) ? cell[minus ? 1 : 0] : '0';
  const int value = std::clamp(digit - '0', 0, 2);
  return minus ? -value : value;
}

}  // namespace

const AttitudeWord* AttitudeWords::find(std::string_view upos, std::string_view lemma) const {
  const auto at = by_word.find(std::string(upos) + " " + std::string(lemma));
  return at == by_word.end() ? nullptr : &at->second;
}

AttitudeWords load_attitude_words() {
  AttitudeWords out;
  for_each_row(embedded_file("attitude_words.tsv"), 6, [&](const auto& c) { out.by_word[std::string(c[1]) + " " + std::string(c[0])] = {value_of(c[2]), value_of(c[3]), value_of(c[4])}; });
  return out;
}

}  // namespace attache

#include "language/coreference/salience.h"

#include <algorithm>

namespace attache {
namespace {

constexpr int kSentence = 6;  // lost with each sentence in between
constexpr int kSubject = 6;
constexpr int kPossessor = -1;
constexpr int kQuoted = -3;
constexpr int kRepeated = 1;  // each further mention, up to three

}  // namespace

void Salience::put(std::vector<Candidate>& candidates, const Spoken& spoken, std::uint32_t sentence, int fitness) {
  const auto distance = static_cast<int>(sentence - std::min(sentence, spoken.sentence));
  const int score = fitness - kSentence * distance + (spoken.subject ? kSubject : 0) + (spoken.possessor ? kPossessor : 0) + (spoken.quoted ? kQuoted : 0);
  const auto known = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return c.entity == spoken.entity; });
  if (known == candidates.end()) {
    candidates.push_back({spoken.entity, score, 1});
  } else {
    known->score = std::max(known->score, score);
    ++known->mentions;
  }
}

std::uint32_t Salience::choose(const std::vector<Candidate>& candidates, int margin) {
  std::uint32_t best = kNobody;
  int first = -1000, second = -1000;
  for (const Candidate& c : candidates) {
    const int score = c.score + kRepeated * std::min(c.mentions - 1, 3);
    if (score > first) {
      second = first;
      first = score;
      best = c.entity;
    } else {
      second = std::max(second, score);
    }
  }
  return first - second >= margin ? best : kNobody;
}

}  // namespace attache

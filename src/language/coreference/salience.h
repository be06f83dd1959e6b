// What a report has spoken of so far, and which of it a pronoun or a noun most likely means.
#pragma once

#include <cstdint>
#include <vector>

namespace attache {

inline constexpr std::uint32_t kSomebody = 0xFFFFFFFE;  // a person whom no name tells: "a masked man"

struct Spoken {                       // a name, a resolved reference, or kSomebody
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  std::uint32_t entity = 0;
  bool subject = false;               // stands before a finite verb, behind no preposition
  bool possessor = false;             // "Kosovo's ..."
  bool adjective = false;             // "Kosovar ..."
  bool quoted = false;
};

// Weights after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994), fewer and by hand.
class Salience {
 public:
  void add(const Spoken& spoken) { spoken_.push_back(spoken); }
  [[nodiscard]] const std::vector<Spoken>& spoken() const { return spoken_; }

  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;
  static constexpr int kUnfit = -1000;

  // The entity with the highest score for a mention in `sentence`. `fits` gives what a candidate's fitness adds to its
  // score, kUnfit for none. kNobody where nobody fits within `reach` sentences, or the second stands closer than `margin`.
  template <class Fits>
  [[nodiscard]] std::uint32_t best(std::uint32_t sentence, std::uint32_t reach, int margin, Fits fits) const {
    std::vector<Candidate> candidates;
    for (std::size_t i = spoken_.size(); i-- > 0 && spoken_.size() - i <= kMostLookedAt;) {
      const Spoken& s = spoken_[i];
      if (s.sentence + reach < sentence) break;
      if (const int fitness = fits(s); fitness != kUnfit) put(candidates, s, sentence, fitness);
    }
    return choose(candidates, margin);
  }

 private:
  static constexpr std::size_t kMostLookedAt = 80;
  struct Candidate {
    std::uint32_t entity = 0;
    int score = 0;
    int mentions = 0;
  };
  std::vector<Spoken> spoken_;

  static void put(std::vector<Candidate>& candidates, const Spoken& spoken, std::uint32_t sentence, int fitness);
  [[nodiscard]] static std::uint32_t choose(const std::vector<Candidate>& candidates, int margin);
};

}  // namespace attache

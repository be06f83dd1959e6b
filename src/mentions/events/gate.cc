#include "mentions/events/gate.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "sequence/feature_hasher.h"

namespace attache {

FeatureRows gate_features(const Language& language, const Clauses& clauses, const Sentence& sentence, const Lexicon& lexicon, const TriggerLexicon& triggers) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  std::uint64_t before = 0;
  std::uint32_t listed_words = 0, names = 0;
  add(1);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (const Name* name = clauses.name_at(t)) {
      add(2, static_cast<std::uint64_t>(language.names.entities[name->entity].type), name->adjective ? 1 : 0);
      ++names;
    }
    if (language.segmentation.tokens[t].kind != TokenKind::word) continue;
    const std::string lower = clauses.lower(t);
    const std::string verb(verb_lemma_of(lexicon, lower));
    const std::uint64_t word = hash64(verb.empty() ? lower : verb);
    add(3, word);
    add(4, word, before);
    if (clauses.title_at(t)) add(5);
    const auto listed = [&](const std::string& form) {
      const auto found = triggers.by_word.find(form);
      if (form.empty() || found == triggers.by_word.end()) return false;
      const Trigger& first = triggers.triggers[found->second.front()];
      add(6, static_cast<std::uint64_t>(first.type), first.companion.empty() ? 0 : 1);
      ++listed_words;
      return true;
    };
    if (!listed(verb) && !listed(lower) && lower.size() > 3 && lower.back() == 's') listed(lower.substr(0, lower.size() - 1));
    before = word;
  }
  add(7, std::min(listed_words, 5u));
  add(8, std::min(names, 5u));
  add(9, std::min(sentence.size() / 8, 6u));
  rows.end_token();
  return rows;
}

float act_probability(const LinearChain& gate, const FeatureRows& rows) { return label_probabilities(gate, label_scores(gate, rows))[1]; }

}  // namespace attache

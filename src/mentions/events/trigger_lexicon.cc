#include "mentions/events/trigger_lexicon.h"

#include <algorithm>

#include "base/strings.h"
#include "tables/embedded.h"
#include "tables/tsv.h"

namespace attache {
namespace {

bool stands_with(const SentenceTree& tree, std::uint32_t word, std::string_view companion) {
  const std::string_view last = companion.substr(companion.rfind(' ') + 1);
  for (const std::uint32_t c : tree.words[word].children) {
    const TreeWord& w = tree.words[c];
    if (w.lemma == last) return true;
    if (w.relation.starts_with("obl") && tree.preposition(c) == last) return true;
  }
  return false;
}

}  // namespace

TriggerLexicon load_trigger_lexicon() {
  TriggerLexicon lexicon;
  for_each_row(embedded_file("event_triggers.tsv"), 6, [&](const auto& c) {
    Trigger t;
    t.words = c[0];
    t.noun = c[1] == "noun";
    t.type = event_type_of(c[2]);
    if (c[3] != "-") t.mode = c[3];
    for (std::string_view r : split(c[4], ',')) {
      if (trim(r) != "-" && !trim(r).empty()) t.recipients.emplace_back(trim(r));
    }
    const std::size_t blank = t.noun ? t.words.rfind(' ') : t.words.find(' ');
    std::string head = t.words;
    if (blank != std::string::npos) {
      head = t.noun ? t.words.substr(blank + 1) : t.words.substr(0, blank);
      t.companion = t.noun ? t.words.substr(0, blank) : t.words.substr(blank + 1);
    }
    lexicon.by_word[head].push_back(static_cast<std::uint32_t>(lexicon.triggers.size()));
    lexicon.triggers.push_back(std::move(t));
  });
  for_each_row(embedded_file("bare_nouns.tsv"), 2, [&](const auto& c) { lexicon.bare_nouns.emplace(c[0]); });
  return lexicon;
}

std::vector<const Trigger*> triggers_at(const TriggerLexicon& lexicon, const SentenceTree& tree, std::uint32_t word) {
  std::vector<const Trigger*> out;
  const auto found = lexicon.by_word.find(tree.words[word].lemma);
  if (found == lexicon.by_word.end()) return out;
  const bool noun = tree.words[word].upos == "NOUN" || tree.words[word].upos == "PROPN";
  for (const std::uint32_t i : found->second) {
    const Trigger& t = lexicon.triggers[i];
    if (t.noun == noun && (t.companion.empty() || stands_with(tree, word, t.companion))) out.push_back(&t);
  }
  std::stable_sort(out.begin(), out.end(), [](const Trigger* a, const Trigger* b) { return a->companion.empty() < b->companion.empty(); });
  return out;
}

}  // namespace attache

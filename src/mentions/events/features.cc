#include "mentions/events/features.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "sequence/feature_hasher.h"

namespace attache {
namespace {

constexpr std::uint32_t kLongestPath = 5;  // relations between an act and who takes part in it

std::uint64_t h(std::string_view s) { return hash64(s); }

// What a word counts as beside others: its lemma; of a name only its kind, so that what is learnt of Chad holds for Togo.
std::uint64_t word(const EventSentence& s, std::uint32_t i) { return is_name(s.kinds[i]) ? 1000 + static_cast<std::uint64_t>(s.kinds[i]) : h(s.tree.words[i].lemma); }

// Relations from `from` up to the first word above both and down to `to`: "^xcomp nsubj". Empty beyond kLongestPath.
std::string path_between(const SentenceTree& tree, std::uint32_t from, std::uint32_t to) {
  std::vector<std::uint32_t> up{from}, down{to};
  while (up.size() <= kLongestPath && tree.words[up.back()].head != kNoWord) up.push_back(tree.words[up.back()].head);
  while (down.size() <= kLongestPath && tree.words[down.back()].head != kNoWord) down.push_back(tree.words[down.back()].head);
  for (std::size_t u = 0; u < up.size(); ++u) {
    const auto meet = std::find(down.begin(), down.end(), up[u]);
    if (meet == down.end()) continue;
    const std::size_t steps = u + static_cast<std::size_t>(meet - down.begin());
    if (steps > kLongestPath) return {};
    std::string out;
    for (std::size_t i = 0; i < u; ++i) out.append("^").append(tree.words[up[i]].relation).append(" ");
    for (auto d = meet; d != down.begin(); --d) {
      const std::uint32_t word = *(d - 1);
      out.append(tree.words[word].relation);
      if (const std::string_view p = tree.preposition(word); !p.empty()) out.append(":").append(p);
      out.append(" ");
    }
    return out.empty() ? "self" : out;
  }
  return {};
}

void lexicon_features(const FeatureHasher& add, const std::vector<const Trigger*>& triggers, std::uint32_t base) {
  for (const Trigger* t : triggers) {
    const std::uint64_t type = static_cast<std::uint64_t>(t->type) + 1;
    add(base, type, t->companion.empty() ? 0 : 1);
    add(base + 1, type);
  }
  if (!triggers.empty()) add(base + 2, static_cast<std::uint64_t>(triggers.front()->type) + 1);
}

}  // namespace

EventSentence read_event_sentence(std::string_view text, const Language& language, const Clauses& clauses, std::uint32_t sentence, const SyntaxReader& reader, const Lexicon& lexicon, const TriggerLexicon& triggers, ReadSentences* keep) {
  EventSentence s;
  s.tree = read_tree(text, language, sentence, reader, lexicon, keep);
  s.kinds = word_kinds(language, clauses, s.tree, triggers.bare_nouns);
  for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
    s.tree.words[w].time = s.kinds[w] == WordKind::time;
    if (s.kinds[w] == WordKind::name && s.tree.words[w].upos == "ADJ") s.tree.words[w].upos = "PROPN";  // "Pellia and Chad met"
  }
  s.triggers.resize(s.tree.words.size());
  for (std::uint32_t w = 0; w < s.tree.words.size(); ++w) {
    if (can_carry(s.tree.words[w])) s.triggers[w] = triggers_at(triggers, s.tree, w);
  }
  return s;
}

bool can_carry(const TreeWord& word) { return word.upos == "VERB" || word.upos == "NOUN" || word.upos == "ADJ"; }

FeatureRows trigger_features(const EventSentence& s) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const std::vector<TreeWord>& words = s.tree.words;
  std::uint32_t participants = 0;
  for (const WordKind k : s.kinds) participants += k == WordKind::state || k == WordKind::nationality || k == WordKind::organisation || k == WordKind::group ? 1 : 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const TreeWord& w = words[i];
    add(1);
    if (!can_carry(w)) {
      add(2);
      rows.end_token();
      continue;
    }
    const std::uint64_t lemma = h(w.lemma), upos = h(w.upos);
    const auto lemma_at = [&](std::int64_t k) { return k < 0 || k >= static_cast<std::int64_t>(words.size()) ? 7 : word(s, static_cast<std::uint32_t>(k)); };
    add(10, lemma, upos);
    add(11, upos);
    add(12, h(w.feats));
    add(13, lemma, h(w.relation));
    add(14, upos, h(w.relation));
    add(15, std::min(participants, 3u), upos);
    lexicon_features(add, s.triggers[i], 20);
    if (s.triggers[i].empty()) add(23, upos);
    for (int k = -2; k <= 2; ++k) {
      if (k != 0) add(static_cast<std::uint32_t>(30 + k), lemma_at(static_cast<std::int64_t>(i) + k));
    }
    add(35, lemma, lemma_at(static_cast<std::int64_t>(i) + 1));
    bool subject = false, object = false;
    for (const std::uint32_t c : w.children) {
      const TreeWord& d = words[c];
      const std::uint64_t kind = static_cast<std::uint64_t>(s.kinds[c]);
      const std::string_view p = s.tree.preposition(c);
      const std::uint64_t rel = h(d.relation), prep = p.empty() ? 0 : h(p);
      subject |= d.relation.starts_with("nsubj");
      object |= d.relation == "obj";
      if (d.relation == "punct") continue;
      add(40, rel, prep, kind);
      add(41, lemma, rel, prep);
      add(42, lemma, rel, kind);
      add(43, rel, word(s, c));
      add(44, lemma, rel, word(s, c));
      add(45, upos, word(s, c));
      if (!s.triggers[c].empty()) {
        add(46, rel, static_cast<std::uint64_t>(s.triggers[c].front()->type) + 1);
        add(47, lemma, static_cast<std::uint64_t>(s.triggers[c].front()->type) + 1);
      }
      for (const std::uint32_t g : d.children) {  // "imposed sanctions on Iran", "agreed to sign a treaty"
        const TreeWord& e = words[g];
        if (e.relation == "punct" || e.relation == "det") continue;
        add(48, rel, h(e.relation), word(s, g));
        add(49, lemma, word(s, g));
        add(50, rel, h(e.relation), static_cast<std::uint64_t>(s.kinds[g]));
      }
    }
    add(55, upos, subject ? 1 : 0, object ? 1 : 0);
    add(56, lemma, subject ? 1 : 0, object ? 1 : 0);
    if (w.head != kNoWord) {
      const TreeWord& head = words[w.head];
      add(60, h(w.relation), word(s, w.head));
      add(61, h(w.relation), h(head.upos));
      add(62, lemma, word(s, w.head));
      add(63, static_cast<std::uint64_t>(s.kinds[w.head]), h(w.relation));
      if (!s.triggers[w.head].empty()) add(64, h(w.relation), static_cast<std::uint64_t>(s.triggers[w.head].front()->type) + 1);
      if (!s.triggers[w.head].empty() && !s.triggers[i].empty()) add(65, static_cast<std::uint64_t>(s.triggers[i].front()->type), static_cast<std::uint64_t>(s.triggers[w.head].front()->type) + 1);
    } else {
      add(66, upos);
      add(67, lemma);
    }
    for (std::uint32_t k = i > 6 ? i - 6 : 0; k < std::min<std::size_t>(words.size(), i + 7); ++k) {
      const std::string_view u = words[k].upos;
      if (k != i && (u == "VERB" || u == "NOUN" || u == "ADJ")) add(70, word(s, k));
    }
    rows.end_token();
  }
  return rows;
}

FeatureRows role_features(const EventSentence& s, std::uint32_t trigger, EventType type) {
  FeatureRows rows;
  const FeatureHasher add(rows);
  const std::vector<TreeWord>& words = s.tree.words;
  const TreeWord& act = words[trigger];
  const std::uint64_t lemma = h(act.lemma), category = static_cast<std::uint64_t>(type) + 1, upos = h(act.upos);
  bool passive = false, has_subject = false;
  for (const std::uint32_t c : act.children) {
    passive |= words[c].relation == "aux:pass" || words[c].relation == "nsubj:pass";
    has_subject |= words[c].relation == "nsubj";
  }
  const bool participle = !passive && act.relation.starts_with("acl") && act.feats.find("Tense=Past") != std::string_view::npos;
  std::vector<std::string_view> attached;
  for (const Trigger* t : s.triggers[trigger]) attached.insert(attached.end(), t->recipients.begin(), t->recipients.end());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const TreeWord& w = words[i];
    const bool noun = w.upos == "NOUN" || w.upos == "PROPN" || w.upos == "PRON" || w.upos == "NUM" || (w.upos == "ADJ" && s.kinds[i] == WordKind::nationality);
    add(1);
    if (i == trigger || !noun) {
      add(2);
      rows.end_token();
      continue;
    }
    const std::uint64_t kind = static_cast<std::uint64_t>(s.kinds[i]) + 1;
    const std::string path = path_between(s.tree, trigger, i);
    const std::string_view p = s.tree.preposition(i);
    const std::uint64_t prep = p.empty() ? 0 : h(p), way = h(path), side = i < trigger ? 0 : 1;
    const std::uint64_t voice = passive ? 2 : participle ? 1 : 0;
    // who stands in the phrase: "villages near the border", "the Turkish army"
    std::uint64_t inside = 0;
    for (const std::uint32_t c : w.children) {
      if (can_take_part(s.kinds[c]) && words[c].relation != "conj" && words[c].relation != "appos") inside = std::max(inside, static_cast<std::uint64_t>(s.kinds[c]) + 1);
    }
    add(10, way, voice);
    add(9, way, has_subject ? 1 : 0, category);
    add(8, way, has_subject ? 1 : 0, upos);
    add(11, way, voice, kind);
    add(12, way, category, voice);
    add(13, way, lemma);
    add(14, kind, side);
    add(15, h(w.relation), prep, kind);
    add(16, way, voice, inside);
    add(17, upos, way, kind);
    add(18, prep, category, kind);
    add(19, prep, lemma);
    add(20, word(s, i), side);
    add(21, category, kind, side);
    add(22, kind, inside);
    add(23, std::min<std::uint64_t>(i > trigger ? i - trigger : trigger - i, 12), side, path.empty() ? 1 : 0);
    if (w.head != kNoWord) {
      add(24, word(s, w.head), h(w.relation), prep);
      add(25, static_cast<std::uint64_t>(s.kinds[w.head]) + 1, h(w.relation), prep);
    }
    for (const std::string_view a : attached) {
      const bool fits = a == "obj" ? w.relation == "obj" || (passive && w.relation == "nsubj:pass") : p == (a.ends_with('=') ? a.substr(0, a.size() - 1) : a);
      if (fits) add(30, h(a), kind);
      if (fits) add(31, way);
      if (fits) add(32, path.empty() ? 1 : 0);
    }
    rows.end_token();
  }
  return rows;
}

}  // namespace attache

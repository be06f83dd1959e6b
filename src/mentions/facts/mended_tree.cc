#include "mentions/facts/mended_tree.h"

#include <algorithm>

#include "base/strings.h"

namespace attache {

void mend_infinitives(SentenceTree& tree) {
  for (std::uint32_t v = 2; v < tree.words.size(); ++v) {
    TreeWord& w = tree.words[v];
    if (w.upos != "VERB" || tree.words[v - 1].lemma != "to" || tree.words[v - 1].upos != "PART" || w.head == v - 2) continue;
    if (!is_one_of(tree.words[v - 2].lemma, {"refuse", "decline", "fail", "want", "seek", "agree", "plan", "hope", "wish"}) || tree.words[v - 2].upos != "VERB") continue;
    if (tree.under(v - 2, v)) continue;  // it would hang on itself
    if (w.head != kNoWord) std::erase(tree.words[w.head].children, v);
    w.head = v - 2;
    w.relation = "xcomp";
    auto& children = tree.words[v - 2].children;
    children.insert(std::upper_bound(children.begin(), children.end(), v), v);
  }
}

}  // namespace attache

// Ways through the tree of a sentence, as tables write them: from the word that carries a fact to those that take part in it.
//
// A path is a list of ways, "|" between them; the first that leads anywhere counts. A way is a list of steps, "." between them. A step is a
// role, with the lemmas that the word reached must have ("obj:declaration,independence"):
//   self, subj, obj, iobj, xcomp, advcl, acl, compound   as in Universal Dependencies, but seen through passives, relative clauses,
//                                                         participles and verbs that share their subject
//   agent    who does what a passive tells
//   owner    "Chad's", "of Chad", "Chadian", "Chad" before the word
//   doer     the same without "of Chad": of acts, whose "of" is who suffers them
//   is       what the word is said of: "X is / remains / becomes a W", "X, a W", "the W X"
//   holder   subject of the "have", "keep" or "send" whose object the word is
//   above    the nearest verb above with both a subject and an object
//   under    the verb that the word depends on
//   anything else: a preposition
// A star behind a way: any words will do for the whole path, not only those that are named or coded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/events/sentence_tree.h"

namespace attache {

struct PathStep {
  std::string role;
  std::vector<std::string> lemmas;  // empty = any
};

struct TreePath {
  std::vector<std::vector<PathStep>> ways;
  bool any_words = false;
  [[nodiscard]] bool empty() const { return ways.empty(); }
};

[[nodiscard]] TreePath parse_tree_path(std::string_view path);  // "-" = empty

// The words reached by the first way that leads anywhere, in text order.
[[nodiscard]] std::vector<std::uint32_t> follow(const SentenceTree& tree, std::uint32_t from, const TreePath& path);

// A word and those coordinated with it; of a group the names given as its examples: "four members, A, B and C", "countries including A".
[[nodiscard]] std::vector<std::uint32_t> with_coordinated(const SentenceTree& tree, std::uint32_t word);

// The ordinal before "to": "the first to recognise it", "the fourth country to recognise it" tells a deed.
[[nodiscard]] bool tells_deed(const SentenceTree& tree, std::uint32_t noun);

// Names that stand for a group: "A" and "B" of "two members, A and B"; empty when the word has none.
[[nodiscard]] std::vector<std::uint32_t> examples_of(const SentenceTree& tree, std::uint32_t word);

}  // namespace attache

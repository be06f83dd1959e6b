#include "mentions/events/sentence_tree.h"

#include <algorithm>

#include "base/strings.h"
#include "language/words.h"

namespace attache {

std::uint32_t SentenceTree::child(std::uint32_t word, std::string_view relation) const {
  for (const std::uint32_t c : words[word].children) {
    if (words[c].relation == relation) return c;
  }
  return kNoWord;
}

std::string_view SentenceTree::preposition(std::uint32_t word) const {
  for (const std::uint32_t c : words[word].children) {
    if (words[c].relation == "case" && words[c].upos != "PART") return words[c].lemma;
  }
  return {};
}

bool SentenceTree::under(std::uint32_t word, std::uint32_t ancestor) const {
  for (std::size_t steps = 0; word != kNoWord && steps <= words.size(); ++steps) {
    if (word == ancestor) return true;
    word = words[word].head;
  }
  return false;
}

SentenceTree read_tree(std::string_view text, const Language& language, std::uint32_t sentence, const SyntaxReader& reader, const Lexicon& lexicon, ReadSentences* keep) {
  SentenceTree tree;
  tree.sentence = sentence;
  const std::vector<Word> words = syntactic_words(text, language.segmentation, language.segmentation.sentences[sentence], lexicon);
  std::vector<std::string_view> forms;
  for (const Word& w : words) forms.push_back(slice(text, w.span));
  const std::vector<WordSyntax> syntax = syntax_of(language.names.read, language.segmentation.sentences[sentence], forms, reader);
  if (keep) keep->emplace(language.segmentation.sentences[sentence].first, syntax);
  const SyntaxLabels& labels = reader.labels();
  tree.words.resize(words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    TreeWord& w = tree.words[i];
    w.span = words[i].span;
    w.token = words[i].token;
    w.capital = !forms[i].empty() && is_upper(forms[i].front());
    w.lemma = lower_ascii(lemma_of(reader, lexicon, forms[i], syntax[i]));
    w.upos = labels.upos[syntax[i].upos];
    w.feats = labels.feats[syntax[i].feats];
    w.relation = labels.relations[syntax[i].relation];
    if (syntax[i].head > 0) w.head = syntax[i].head - 1;
    if (w.head != kNoWord) tree.words[w.head].children.push_back(i);
  }
  return tree;
}

namespace {

bool outside_of_phrase(const SentenceTree& tree, std::uint32_t head, std::uint32_t child) {
  const TreeWord& w = tree.words[child];
  const std::string_view r = w.relation;
  if (w.time) return true;
  if (r == "case") return w.upos != "PART" || child < head;
  return r == "conj" || r == "cc" || r == "appos" || r == "punct" || r == "acl:relcl" || r == "acl" || r == "parataxis" || r == "nsubj" || r == "cop" || r == "advcl" || r == "mark" || r == "obl" || r == "aux" || r == "nsubj:outer" || r == "dep";
}

bool is_among(std::uint32_t word, const std::vector<std::uint32_t>& list) { return std::find(list.begin(), list.end(), word) != list.end(); }

void widen(const SentenceTree& tree, std::uint32_t word, const std::vector<std::uint32_t>& apart, Span& span) {
  span.begin = std::min(span.begin, tree.words[word].span.begin);
  span.end = std::max(span.end, tree.words[word].span.end);
  for (const std::uint32_t c : tree.words[word].children) {
    const std::string_view r = tree.words[c].relation;
    if (!is_among(c, apart) && !tree.words[c].time && r != "acl:relcl" && r != "appos" && r != "parataxis" && r != "punct") widen(tree, c, apart, span);
  }
}

}  // namespace

Span phrase_of(const SentenceTree& tree, std::uint32_t head, const std::vector<std::uint32_t>& apart) {
  Span span = tree.words[head].span;
  for (const std::uint32_t c : tree.words[head].children) {
    if (!is_among(c, apart) && !outside_of_phrase(tree, head, c)) widen(tree, c, apart, span);
  }
  return span;
}

}  // namespace attache

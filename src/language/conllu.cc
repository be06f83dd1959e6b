#include "language/conllu.h"

#include <fmt/format.h>

#include "base/strings.h"
#include "language/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attache {
namespace {

// "'s", "n't" and the like: Universal Dependencies write them together with the word before, as one token of several words.
bool is_clitic(std::string_view form) {
  const std::string low = fold(form);
  return is_one_of(low, {"'s", "'", "n't", "'re", "'ve", "'ll", "'d", "'m", "not", "na", "ta", "me"});
}

std::string bio(const std::string& bioes) { return bioes[0] == 'S' ? "B" + bioes.substr(1) : bioes[0] == 'E' ? "I" + bioes.substr(1) : bioes; }

}  // namespace

std::string to_conllu(std::string_view text, std::string_view id, const Segmentation& segmentation, const SyntaxReader& reader, const Lexicon& lexicon) {
  std::string out;
  const CodePointOffsets offsets(text);
  const SyntaxLabels& labels = reader.labels();
  std::size_t number = 0;
  for (const Sentence& s : segmentation.sentences) {
    const std::vector<Word> words = syntactic_words(text, segmentation, s, lexicon);
    if (words.empty()) continue;
    std::vector<std::string_view> forms;
    for (const Word& w : words) forms.push_back(slice(text, w.span));
    const std::vector<WordSyntax> found = reader.read(forms);
    const auto joins = [&](std::size_t i) {
      return i + 1 < words.size() && words[i + 1].span.begin == words[i].span.end && is_clitic(forms[i + 1]) && segmentation.tokens[words[i].token].kind != TokenKind::mark;
    };
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", id, ++number, collapse_space(slice(text, s.span)));
    for (std::size_t i = 0; i < words.size(); ++i) {
      const WordSyntax& w = found[i];
      const auto spaced = [&](std::size_t k) { return k + 1 == words.size() || words[k + 1].span.begin > words[k].span.end; };
      const bool inside = i > 0 && joins(i - 1);
      if (!inside && joins(i)) {
        std::size_t last = i + 1;
        while (joins(last)) ++last;
        out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, last + 1, slice(text, {words[i].span.begin, words[last].span.end}), spaced(last) ? "_" : "SpaceAfter=No");
      }
      std::string misc = fmt::format("Begin={}", offsets.of_byte(words[i].span.begin));
      if (labels.names[w.name] != "O") misc += "|Name=" + bio(labels.names[w.name]);
      if (!spaced(i) && !inside && !joins(i)) misc += "|SpaceAfter=No";
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", i + 1, forms[i], lemma_of(reader, lexicon, forms[i], w), labels.upos[w.upos], labels.xpos[w.xpos], labels.feats[w.feats], w.head, labels.relations[w.relation], misc);
    }
    out += "\n";
  }
  return out;
}

}  // namespace attache

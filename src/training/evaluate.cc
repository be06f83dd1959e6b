#include "training/evaluate.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/parallel.h"
#include "syntax/lemma_script.h"
#include "syntax/name_labels.h"

namespace attache {
namespace {

std::size_t best_of(std::span<const float> row) { return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin()); }
std::string_view without_subtype(std::string_view relation) { return relation.substr(0, relation.find(':')); }

using Name = std::tuple<std::size_t, std::size_t, std::string>;

std::set<Name> names_of(const std::vector<std::string>& tags, const std::vector<std::string>& kinds) {
  std::set<Name> out;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i].size() < 3 || (tags[i][0] != 'B' && tags[i][0] != 'S')) continue;
    std::size_t end = i + 1;
    const std::string kind = tags[i].substr(2);
    while (tags[i][0] == 'B' && end < tags.size() && (tags[end][0] == 'I' || tags[end][0] == 'E') && tags[end].substr(2) == kind) ++end;
    if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) out.emplace(i, end, kind);
  }
  return out;
}

}  // namespace

Evaluation evaluate(const TrainedLanguage& model, const Knowledge& knowledge, const std::vector<LabelledSentence>& sentences, const std::vector<std::string>& kinds, int threads) {
  std::vector<Evaluation> parts(sentences.size());
  parallel_for(sentences.size(), threads, [&](std::size_t k) {
    const auto& words = sentences[k].words;
    Evaluation& e = parts[k];
    std::vector<std::string_view> forms;
    for (const LabelledWord& w : words) forms.push_back(w.form);
    std::vector<std::uint32_t> heads;
    const Scores s = score(model.shape, model.weights, word_rows(forms, knowledge, model.vocabulary), heads);
    const std::vector<std::uint32_t> labels = best_name_labels(s.names);
    std::vector<std::string> right, found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const LabelledWord& w = words[i];
      ++e.words;
      if (!w.upos.empty()) {
        ++e.tagged;
        e.upos += model.labels.upos[best_of(s.upos.row_span(i))] == w.upos;
        e.feats += model.labels.feats[best_of(s.feats.row_span(i))] == w.feats;
        e.lemmas += apply_lemma_script(w.form, model.labels.scripts[best_of(s.scripts.row_span(i))]) == w.lemma;
      }
      e.xpos += model.labels.xpos[best_of(s.xpos.row_span(i))] == w.xpos;
      if (w.head >= 0) {
        ++e.treed;
        const bool same = heads[i] == static_cast<std::uint32_t>(w.head);
        e.unlabelled += same;
        e.labelled += same && without_subtype(model.labels.relations[best_of(s.relations.row_span(i))]) == without_subtype(w.relation);
      }
      right.push_back(w.name);
      found.push_back(model.labels.names[labels[i]]);
    }
    if (sentences[k].names_known) {
      const std::set<Name> gold = names_of(right, kinds), mine = names_of(found, kinds);
      e.names_known += gold.size();
      e.names_found += mine.size();
      for (const Name& n : mine) e.names_right += gold.contains(n);
    }
  });
  Evaluation out;
  for (const Evaluation& e : parts) {
    out.words += e.words;
    out.upos += e.upos;
    out.xpos += e.xpos;
    out.feats += e.feats;
    out.lemmas += e.lemmas;
    out.unlabelled += e.unlabelled;
    out.labelled += e.labelled;
    out.tagged += e.tagged;
    out.treed += e.treed;
    out.names_right += e.names_right;
    out.names_found += e.names_found;
    out.names_known += e.names_known;
  }
  return out;
}

std::string describe(const Evaluation& e) {
  const auto percent = [](std::size_t part, std::size_t whole) { return whole ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0.0; };
  std::string out;
  if (e.tagged) out += fmt::format("UPOS {:.2f} XPOS {:.2f} feats {:.2f} lemmas {:.2f} ", percent(e.upos, e.tagged), percent(e.xpos, e.words), percent(e.feats, e.tagged), percent(e.lemmas, e.tagged));
  if (e.treed) out += fmt::format("UAS {:.2f} LAS {:.2f} ", percent(e.unlabelled, e.treed), percent(e.labelled, e.treed));
  if (e.names_known) out += fmt::format("names P {:.2f} R {:.2f} F1 {:.2f}", percent(e.names_right, e.names_found), percent(e.names_right, e.names_known), percent(2 * e.names_right, e.names_found + e.names_known));
  return out;
}

}  // namespace attache

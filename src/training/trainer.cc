#include "training/trainer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <unordered_map>

#include "base/parallel.h"
#include "syntax/lemma_script.h"

namespace attache {
namespace {

constexpr std::size_t kShards = 2;
constexpr std::size_t kFewestWords = 2;
constexpr std::size_t kFewestScripts = 2;  // a lemma script seen once is no script but a word

using Index = std::unordered_map<std::string, std::int32_t>;

Index index_of(const std::vector<std::string>& labels) {
  Index out;
  for (std::size_t i = 0; i < labels.size(); ++i) out.emplace(labels[i], static_cast<std::int32_t>(i));
  return out;
}

std::int32_t find(const Index& index, const std::string& label) {
  const auto found = label.empty() ? index.end() : index.find(label);
  return found == index.end() ? -1 : found->second;
}

std::vector<Example> examples_of(const Corpus& corpus, const TrainedLanguage& model, const Knowledge& knowledge, const TrainerOptions& options) {
  const SyntaxLabels& labels = model.labels;
  const Index upos = index_of(labels.upos), xpos = index_of(labels.xpos), feats = index_of(labels.feats), scripts = index_of(labels.scripts), relations = index_of(labels.relations), names = index_of(labels.names);
  std::vector<Example> out(corpus.sentences.size());
  parallel_for(corpus.sentences.size(), options.threads, [&](std::size_t s) {
    const auto& words = corpus.sentences[s].words;
    if (words.empty() || words.size() > options.longest) return;
    Example& e = out[s];
    e.weight = corpus.weight;
    std::vector<std::string_view> forms;
    for (const LabelledWord& w : words) forms.push_back(w.form);
    e.rows = word_rows(forms, knowledge, model.vocabulary);
    const auto fill = [&](std::vector<std::int32_t>& to, const auto& label) {
      bool any = false;
      for (const LabelledWord& w : words) {
        to.push_back(label(w));
        any = any || to.back() >= 0;
      }
      if (!any) to.clear();
    };
    fill(e.upos, [&](const LabelledWord& w) { return find(upos, w.upos); });
    fill(e.xpos, [&](const LabelledWord& w) { return find(xpos, w.xpos); });
    fill(e.feats, [&](const LabelledWord& w) { return find(feats, w.feats); });
    fill(e.scripts, [&](const LabelledWord& w) { return w.lemma.empty() ? -1 : find(scripts, lemma_script(w.form, w.lemma)); });
    fill(e.heads, [&](const LabelledWord& w) { return w.head; });
    fill(e.relations, [&](const LabelledWord& w) { return w.head < 0 ? -1 : find(relations, w.relation); });
    if (corpus.sentences[s].names_known) fill(e.names, [&](const LabelledWord& w) { return find(names, w.name); });
  });
  std::erase_if(out, [](const Example& e) { return e.size() == 0; });
  return out;
}

void randomise(Matrix& m, float most, Random& random) {
  for (float& v : m.values) v = (2.0f * random.unit() - 1.0f) * most;
}

void initialise(const NetworkShape& s, NetworkWeights& w, Random& random) {
  for_each_matrix([&](Matrix& m) {
    if (m.rows > 1) randomise(m, std::sqrt(6.0f / static_cast<float>(m.rows + m.cols)), random);
  }, w);
  randomise(w.words, std::sqrt(3.0f / static_cast<float>(s.embedding)) * 0.5f, random);
  for (RecurrentWeights& r : w.layers) {
    // candidates and gates each as a layer of their own
    randomise(r.input, std::sqrt(3.0f / static_cast<float>(2 * s.hidden)), random);
    randomise(r.recurrent, 0.5f, random);
  }
  randomise(w.arc_root, std::sqrt(6.0f / static_cast<float>(s.arc)), random);
  randomise(w.label_root, std::sqrt(6.0f / static_cast<float>(s.label)), random);
  randomise(w.arc, std::sqrt(3.0f / static_cast<float>(s.arc)) * 0.5f, random);
}

class Adam {
 public:
  explicit Adam(const NetworkShape& shape) : first_(make_weights(shape)), second_(make_weights(shape)) {}

  // scale: what the gradients are multiplied by before all else.
  void step(NetworkWeights& w, const Gradients& g, float scale, float rate) {
    ++steps_;
    const float correct1 = 1.0f - std::pow(kFirst, static_cast<float>(steps_)), correct2 = 1.0f - std::pow(kSecond, static_cast<float>(steps_));
    const float size = rate * std::sqrt(correct2) / correct1;
    const auto update = [&](float* to, const float* from, float* m, float* v, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        const float d = from[i] * scale;
        m[i] = kFirst * m[i] + (1.0f - kFirst) * d;
        v[i] = kSecond * v[i] + (1.0f - kSecond) * d * d;
        to[i] -= size * m[i] / (std::sqrt(v[i]) + 1e-8f);
      }
    };
    for_each_matrix([&](Matrix& to, const Matrix& from, Matrix& m, Matrix& v) {
      if (&to == &w.words) return;
      update(to.values.data(), from.values.data(), m.values.data(), v.values.data(), to.values.size());
    }, w, g.of, first_, second_);
    for (const std::uint32_t row : g.touched) update(w.words.row(row), g.of.words.row(row), first_.words.row(row), second_.words.row(row), w.words.cols);
  }

 private:
  static constexpr float kFirst = 0.9f, kSecond = 0.99f;
  NetworkWeights first_, second_;
  int steps_ = 0;
};

void add(const Gradients& from, Gradients& to) {
  for_each_matrix([&](const Matrix& f, Matrix& t) {
    if (&t == &to.of.words) return;
    for (std::size_t i = 0; i < t.values.size(); ++i) t.values[i] += f.values[i];
  }, from.of, to.of);
  for (const std::uint32_t row : from.touched) {
    if (!to.is_touched[row]) {
      to.is_touched[row] = 1;
      to.touched.push_back(row);
    }
    for (std::size_t j = 0; j < to.of.words.cols; ++j) to.of.words.row(row)[j] += from.of.words.row(row)[j];
  }
  to.loss += from.loss;
  to.words += from.words;
}

float norm_of(const Gradients& g) {
  double sum = 0;
  const auto add_squares = [&](const float* v, std::size_t count) {
    float part = 0;
    for (std::size_t i = 0; i < count; ++i) part += v[i] * v[i];
    sum += static_cast<double>(part);
  };
  for_each_matrix([&](const Matrix& m) {
    if (&m != &g.of.words) add_squares(m.values.data(), m.values.size());
  }, g.of);
  for (const std::uint32_t row : g.touched) add_squares(g.of.words.row(row), g.of.words.cols);
  return static_cast<float>(std::sqrt(sum));
}

}  // namespace

SyntaxLabels collect_labels(const std::vector<Corpus>& corpora) {
  SyntaxLabels out;
  std::map<std::string, std::size_t> upos, xpos, feats, scripts, relations;
  const auto count = [](std::map<std::string, std::size_t>& in, const std::string& label) {
    if (!label.empty()) ++in[label];
  };
  for (const Corpus& c : corpora) {
    if (!c.gives_labels) continue;
    for (const LabelledSentence& s : c.sentences) {
      for (const LabelledWord& w : s.words) {
        count(upos, w.upos);
        count(xpos, w.xpos);
        count(feats, w.feats);
        count(relations, w.relation);
        if (!w.lemma.empty()) count(scripts, lemma_script(w.form, w.lemma));
      }
    }
  }
  for (const auto& [label, n] : upos) out.upos.push_back(label);
  for (const auto& [label, n] : xpos) out.xpos.push_back(label);
  for (const auto& [label, n] : feats) out.feats.push_back(label);
  for (const auto& [label, n] : relations) out.relations.push_back(label);
  for (const auto& [label, n] : scripts) {
    if (n >= kFewestScripts) out.scripts.push_back(label);
  }
  out.names.emplace_back("O");
  for (const std::string_view kind : kNameLabelKinds) {
    for (const std::string_view part : {"B-", "I-", "E-", "S-"}) out.names.push_back(std::string(part) + std::string(kind));
  }
  return out;
}

WordVocabulary collect_words(const std::vector<Corpus>& corpora) {
  std::map<std::uint64_t, std::size_t> counts[2];
  for (const Corpus& c : corpora) {
    for (const LabelledSentence& s : c.sentences) {
      std::vector<std::string_view> forms;
      for (const LabelledWord& w : s.words) forms.push_back(w.form);
      for (const WordHashes& h : word_hashes(forms)) {
        ++counts[0][h.word];
        if (h.exact) ++counts[1][h.exact];
      }
    }
  }
  WordVocabulary out;
  for (const WordSlot slot : {WordSlot::word, WordSlot::exact}) {
    std::vector<std::pair<std::size_t, std::uint64_t>> order;
    for (const auto& [hash, n] : counts[static_cast<std::size_t>(slot)]) {
      if (n >= kFewestWords) order.emplace_back(n, hash);
    }
    std::sort(order.begin(), order.end(), std::greater<>());
    for (const auto& [n, hash] : order) out.insert(slot, hash);
  }
  return out;
}

TrainedLanguage train_language(const std::vector<Corpus>& corpora, const Knowledge& knowledge, NetworkShape shape, const TrainerOptions& o, const std::function<void(int, double, const TrainedLanguage&)>& report) {
  TrainedLanguage out;
  out.labels = collect_labels(corpora);
  out.vocabulary = collect_words(corpora);
  shape.rows = word_row_count();
  shape.upos = out.labels.upos.size();
  shape.xpos = out.labels.xpos.size();
  shape.feats = out.labels.feats.size();
  shape.scripts = out.labels.scripts.size();
  shape.relations = out.labels.relations.size();
  shape.names = out.labels.names.size();
  out.shape = shape;
  out.weights = make_weights(shape);
  Random random(o.seed);
  initialise(shape, out.weights, random);

  std::vector<std::vector<Example>> examples;
  std::vector<std::vector<std::size_t>> order;
  std::vector<std::size_t> next(corpora.size(), 0);
  std::vector<char> met(shape.rows, 0);
  for (const Corpus& c : corpora) {
    examples.push_back(examples_of(c, out, knowledge, o));
    order.emplace_back();
    for (std::size_t i = 0; i < examples.back().size(); ++i) order.back().push_back(i);
    random.shuffle(order.back());
    for (const Example& e : examples.back()) {
      for (const std::uint32_t row : e.rows.rows) met[row] = 1;
    }
  }
  for (std::size_t row = 0; row < shape.rows; ++row) {  // what was never met says nothing
    if (!met[row]) std::fill_n(out.weights.words.row(row), shape.embedding, 0.0f);
  }
  const auto in_epoch = [&](int epoch, std::size_t c) {
    const bool over = static_cast<float>(epoch) >= corpora[c].until * static_cast<float>(o.epochs);
    return over ? std::size_t{0} : static_cast<std::size_t>(corpora[c].share * static_cast<float>(examples[c].size()) + 0.5f);
  };
  double all_words = 0;
  for (std::size_t c = 0; c < corpora.size(); ++c) {
    double words = 0, drawn = 0;
    for (const Example& e : examples[c]) words += static_cast<double>(e.size());
    for (int epoch = 0; epoch < o.epochs; ++epoch) drawn += static_cast<double>(in_epoch(epoch, c));
    if (!examples[c].empty()) all_words += words / static_cast<double>(examples[c].size()) * drawn;
  }
  const double all_steps = std::max(1.0, all_words / static_cast<double>(o.batch_words));

  Adam adam(shape);
  std::vector<Gradients> gradients;
  for (std::size_t s = 0; s < kShards; ++s) gradients.push_back(make_gradients(shape));
  double step = 0;
  for (int epoch = 0; epoch < o.epochs; ++epoch) {
    std::vector<const Example*> todo;
    for (std::size_t c = 0; c < corpora.size(); ++c) {
      const std::size_t count = in_epoch(epoch, c);
      for (std::size_t k = 0; k < count; ++k) {
        if (next[c] == order[c].size()) {
          random.shuffle(order[c]);
          next[c] = 0;
        }
        todo.push_back(&examples[c][order[c][next[c]++]]);
      }
    }
    random.shuffle(todo);
    double loss = 0, words = 0;
    for (std::size_t at = 0; at < todo.size();) {
      std::vector<const Example*> shards[kShards];
      std::size_t taken = 0, sizes[kShards] = {};
      while (at < todo.size() && taken < o.batch_words) {
        const std::size_t to = sizes[0] <= sizes[1] ? 0 : 1;
        shards[to].push_back(todo[at]);
        sizes[to] += todo[at]->size();
        taken += todo[at++]->size();
      }
      std::uint64_t seeds[kShards];
      for (std::uint64_t& s : seeds) s = random.next();
      parallel_for(kShards, o.threads, [&](std::size_t s) {
        clear(gradients[s]);
        Random own(seeds[s]);
        if (!shards[s].empty()) backpropagate(shape, out.weights, shards[s], o.losses, own, gradients[s]);
      });
      add(gradients[1], gradients[0]);
      const Gradients& g = gradients[0];
      loss += g.loss;
      words += static_cast<double>(g.words);
      float scale = 1.0f / static_cast<float>(std::max<std::size_t>(1, g.words));
      const float norm = norm_of(g) * scale;
      if (norm > o.clip) scale *= o.clip / norm;
      const double rate = std::min(1.0, (step + 1) / static_cast<double>(o.warm_up)) * std::max(0.0, 1.0 - step / all_steps);
      adam.step(out.weights, g, scale, o.rate * static_cast<float>(rate));
      ++step;
    }
    report(epoch, words > 0 ? loss / words : 0, out);
  }
  return out;
}

}  // namespace attache

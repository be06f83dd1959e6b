#include "syntax/reader.h"

#include <algorithm>

#include "nn/embedding.h"
#include "nn/gemm.h"
#include "nn/recurrent.h"
#include "nn/rows.h"
#include "syntax/lemma_script.h"
#include "syntax/name_labels.h"
#include "syntax/spanning_tree.h"

namespace attache {

struct SyntaxReader::Network {
  NetworkShape shape;
  SyntaxLabels labels;
  WordVocabulary vocabulary;
  const Knowledge& knowledge;
  std::vector<float> slot_scales;
  std::vector<std::int8_t> embeddings;
  QuantizedLayer convolution;
  struct Layer {
    QuantizedLayer input;
    std::vector<float> recurrent, bias;
  };
  std::vector<Layer> layers;
  // heads that read the same input are one layer: tag, dependent, head, label_dependent, label_head, name
  QuantizedLayer first_heads;
  QuantizedLayer tags;  // upos, xpos, feats, scripts
  QuantizedLayer arc, relations, names;
  Matrix arc_root, label_root;

  Network(const SyntaxModel& m, const Knowledge& k) : shape(m.shape), labels(m.labels), vocabulary(m.vocabulary), knowledge(k), slot_scales(m.slot_scales), embeddings(m.embeddings) {
    std::size_t at = 0;
    const auto next = [&]() -> const QuantizedMatrix& { return m.weights[at++]; };
    const auto floats = [](const QuantizedMatrix& q) { return dequantized(q).values; };
    struct Pair {
      const QuantizedMatrix* weights;
      std::vector<float> bias;
    };
    const auto linear = [&] {
      const QuantizedMatrix& weights = next();
      return Pair{&weights, floats(next())};
    };
    const auto join = [](std::initializer_list<Pair> parts) {
      QuantizedMatrix all{(*parts.begin()).weights->rows, 0, {}, {}};
      std::vector<float> bias;
      for (const Pair& p : parts) {
        all.cols += p.weights->cols;
        all.scales.insert(all.scales.end(), p.weights->scales.begin(), p.weights->scales.end());
        bias.insert(bias.end(), p.bias.begin(), p.bias.end());
      }
      all.values.resize(all.rows * all.cols);
      std::size_t first = 0;
      for (const Pair& p : parts) {
        for (std::size_t r = 0; r < all.rows; ++r) std::copy_n(p.weights->values.data() + r * p.weights->cols, p.weights->cols, all.values.data() + r * all.cols + first);
        first += p.weights->cols;
      }
      return QuantizedLayer(all, bias);
    };
    convolution = join({linear()});
    for (std::size_t l = 0; l < shape.layers; ++l) {
      Layer layer;
      const QuantizedMatrix& input = next();
      layer.input = QuantizedLayer(input, {});
      layer.recurrent = floats(next());
      layer.bias = floats(next());
      layers.push_back(std::move(layer));
    }
    const Pair tag = linear(), upos = linear(), xpos = linear(), feats = linear(), scripts = linear();
    const Pair dependent = linear(), head = linear();
    const QuantizedMatrix& arc_weights = next();
    arc = QuantizedLayer(arc_weights, floats(next()));
    arc_root = dequantized(next());
    const Pair below = linear();
    const Pair above{&next(), std::vector<float>(shape.label, 0.0f)};
    label_root = dequantized(next());
    const Pair relation = linear(), name = linear(), name_labels = linear();
    first_heads = join({tag, dependent, head, below, above, name});
    tags = join({upos, xpos, feats, scripts});
    relations = join({relation});
    names = join({name_labels});
  }

  // Sum of the rows of each word.
  void embed(const WordRows& rows, Matrix& out) const {
    out.reset(rows.size(), shape.embedding);
    std::vector<float> scales;
    for (std::size_t t = 0; t < rows.size(); ++t) {
      scales.clear();
      for (const std::uint32_t row : rows.of(t)) {
        std::size_t slot = 0;
        for (std::uint32_t end = kSlotRows[0]; row >= end; end += kSlotRows[slot]) ++slot;
        scales.push_back(slot_scales[slot]);
      }
      add_rows(embeddings, shape.embedding, rows.of(t), scales, out.row(t));
    }
  }

  Matrix encode(const WordRows& rows, QuantizedRows& whole) const {
    const std::size_t n = rows.size(), e = shape.embedding, h = shape.hidden;
    Matrix embedded, window(n, 3 * e), x, products;
    embed(rows, embedded);
    for (std::size_t t = 0; t < n; ++t) {
      if (t > 0) std::copy_n(embedded.row(t - 1), e, window.row(t));
      std::copy_n(embedded.row(t), e, window.row(t) + e);
      if (t + 1 < n) std::copy_n(embedded.row(t + 1), e, window.row(t) + 2 * e);
    }
    quantize_rows(window, whole);
    convolution.apply(whole, x);
    rectify(x.values);
    std::vector<float> cell(2 * h);
    for (const Layer& layer : layers) {
      quantize_rows(x, whole);
      layer.input.apply(whole, products);
      Matrix y(n, 2 * h);
      for (const bool backward : {false, true}) {
        const std::size_t at = backward ? h : 0, gate = backward ? 2 * h : 0;
        const RecurrentDirection d{h, layer.recurrent.data() + gate, layer.recurrent.data() + gate + h, layer.bias.data() + gate, layer.bias.data() + gate + h};
        run_recurrent(d, products.values.data() + 3 * at, 6 * h, x.values.data() + at, 2 * h, y.values.data() + at, 2 * h, n, backward, cell.data());
      }
      x = std::move(y);
    }
    return x;
  }

  // Columns [first, first + count) of m, rectified or as they are.
  static Matrix columns(const Matrix& m, std::size_t first, std::size_t count, bool rectified) {
    Matrix out(m.rows, count);
    for (std::size_t r = 0; r < m.rows; ++r) std::copy_n(m.row(r) + first, count, out.row(r));
    if (rectified) rectify(out.values);
    return out;
  }

  // Products of each word with the root and all words, in [0, n] of its row; columns behind fill a vector.
  Matrix scores_of_heads(const Matrix& dependents, const Matrix& heads) const {
    const std::size_t n = heads.rows, width = (n + kProductColumns) / kProductColumns * kProductColumns;
    Matrix columns(shape.arc, width), out(n, width);
    for (std::size_t j = 0; j < shape.arc; ++j) {
      float* to = columns.row(j);
      to[0] = arc_root.row(0)[j];
      for (std::size_t k = 0; k < n; ++k) to[k + 1] = heads.row(k)[j];
    }
    add_product(dependents, columns, out);
    return out;
  }

  void read(std::span<const std::string_view> words, std::size_t offset, std::vector<WordSyntax>& out) const {
    const std::size_t n = words.size();
    const WordRows rows = word_rows(words, knowledge, vocabulary);
    QuantizedRows whole;
    const Matrix top = encode(rows, whole);
    Matrix all, scores;
    quantize_rows(top, whole);
    first_heads.apply(whole, all);
    std::size_t at = 0;
    const auto part = [&](std::size_t count, bool rectified) {
      at += count;
      return columns(all, at - count, count, rectified);
    };
    const Matrix tag = part(shape.tag, true), dependent = part(shape.arc, true), head = part(shape.arc, true);
    Matrix below = part(shape.label, false);
    const Matrix above = part(shape.label, false), name = part(shape.name, true);

    const std::size_t begin = out.size();
    out.resize(begin + n);
    quantize_rows(tag, whole);
    tags.apply(whole, scores);
    for (std::size_t i = 0; i < n; ++i) {
      std::span<const float> row = scores.row_span(i);
      const auto best = [&](std::size_t count) {
        const std::size_t k = largest_of(row.first(count));
        row = row.subspan(count);
        return k;
      };
      WordSyntax& w = out[begin + i];
      w.upos = static_cast<std::uint8_t>(best(shape.upos));
      w.xpos = static_cast<std::uint8_t>(best(shape.xpos));
      w.feats = static_cast<std::uint16_t>(best(shape.feats));
      w.script = static_cast<std::uint16_t>(best(shape.scripts));
    }
    quantize_rows(name, whole);
    names.apply(whole, scores);
    const std::vector<std::uint32_t> labels_of_names = best_name_labels(scores);

    Matrix bent, arcs(n, n + 1);
    quantize_rows(dependent, whole);
    arc.apply(whole, bent);
    const Matrix scored = scores_of_heads(bent, head);
    for (std::size_t d = 0; d < n; ++d) std::copy_n(scored.row(d), n + 1, arcs.row(d));
    const std::vector<std::uint32_t> heads = best_tree(arcs);
    for (std::size_t i = 0; i < n; ++i) {
      const float* up = heads[i] == 0 ? label_root.row(0) : above.row(heads[i] - 1);
      for (std::size_t j = 0; j < shape.label; ++j) below.row(i)[j] += up[j];
    }
    rectify(below.values);
    quantize_rows(below, whole);
    relations.apply(whole, scores);
    for (std::size_t i = 0; i < n; ++i) {
      WordSyntax& w = out[begin + i];
      w.head = heads[i] == 0 ? 0 : heads[i] + static_cast<std::uint32_t>(offset);
      w.relation = static_cast<std::uint8_t>(largest_of(scores.row_span(i)));
      w.name = static_cast<std::uint8_t>(labels_of_names[i]);
    }
  }
};

SyntaxReader::SyntaxReader(const SyntaxModel& model, const Knowledge& knowledge) : network_(std::make_unique<Network>(model, knowledge)) {}
SyntaxReader::~SyntaxReader() = default;
SyntaxReader::SyntaxReader(SyntaxReader&&) noexcept = default;

std::vector<WordSyntax> SyntaxReader::read(std::span<const std::string_view> words) const {
  std::vector<WordSyntax> out;
  out.reserve(words.size());
  std::uint32_t root = 0;
  for (std::size_t first = 0; first < words.size(); first += kLongestSentence) {
    network_->read(words.subspan(first, std::min(kLongestSentence, words.size() - first)), first, out);
    for (std::size_t i = first; i < out.size(); ++i) {
      if (out[i].head != 0) continue;
      if (root == 0) root = static_cast<std::uint32_t>(i + 1);
      else out[i].head = root;  // a later piece hangs under the first
    }
  }
  return out;
}

const SyntaxLabels& SyntaxReader::labels() const { return network_->labels; }

std::string SyntaxReader::lemma_of(std::string_view form, const WordSyntax& word) const { return apply_lemma_script(form, network_->labels.scripts[word.script]); }

}  // namespace attache

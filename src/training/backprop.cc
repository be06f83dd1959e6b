#include "training/backprop.h"

#include <algorithm>
#include <cmath>

#include "nn/activation.h"
#include "nn/gemm.h"
#include "syntax/spanning_tree.h"

namespace attache {
namespace {

// y = x w + b
void apply(const Matrix& x, const LinearWeights& w, Matrix& y) {
  y.reset(x.rows, w.weights.cols);
  for (std::size_t r = 0; r < y.rows; ++r) std::copy_n(w.bias.row(0), y.cols, y.row(r));
  add_product(x, w.weights, y);
}

void relu(Matrix& y) {
  for (float& v : y.values) v = v > 0 ? v : 0.0f;
}

// dy becomes the gradient before the rectifier whose output was y.
void relu_back(const Matrix& y, Matrix& dy) {
  for (std::size_t i = 0; i < y.values.size(); ++i) dy.values[i] = y.values[i] > 0 ? dy.values[i] : 0.0f;
}

void add_column_sums(const Matrix& from, Matrix& to) {
  for (std::size_t r = 0; r < from.rows; ++r) {
    for (std::size_t c = 0; c < from.cols; ++c) to.values[c] += from.row(r)[c];
  }
}

void apply_back(const Matrix& x, const LinearWeights& w, const Matrix& dy, LinearWeights& dw, Matrix* dx) {
  add_product_of_transposed(x, dy, dw.weights);
  add_column_sums(dy, dw.bias);
  if (dx) add_product_with_transposed(dy, w.weights, *dx);
}

// A mask of 0 and 1 / (1 - drop); every number of its own.
void fill_mask(Matrix& mask, std::size_t rows, std::size_t cols, float drop, Random& random) {
  mask.reset(rows, cols);
  const float keep = 1.0f / (1.0f - drop);
  for (float& m : mask.values) m = random.unit() < drop ? 0.0f : keep;
}

void multiply(Matrix& x, const Matrix& mask) {
  if (mask.values.empty()) return;
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] *= mask.values[i];
}

// Loss of one row, and its gradient in place of the scores.
double cross_entropy(float* scores, std::size_t count, std::size_t right, float weight) {
  const float most = *std::max_element(scores, scores + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] = exp_of(scores[i] - most);
    sum += scores[i];
  }
  const float chance = scores[right] / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= weight / sum;
  scores[right] -= weight;
  return -static_cast<double>(weight) * std::log(std::max(chance, 1e-12f));
}

// A hidden layer with its mask: relu(x w + b) * mask.
struct Hidden {
  Matrix out, mask;

  void forward(const Matrix& x, const LinearWeights& w, float drop, Random* random) {
    apply(x, w, out);
    relu(out);
    if (random && drop > 0) {
      fill_mask(mask, out.rows, out.cols, drop, *random);
      multiply(out, mask);
    } else {
      mask = Matrix();
    }
  }
  void backward(const Matrix& x, const LinearWeights& w, Matrix& dout, LinearWeights& dw, Matrix& dx) {
    multiply(dout, mask);
    relu_back(out, dout);
    apply_back(x, w, dout, dw, &dx);
  }
};

struct Recurrent {
  Matrix in;       // after its mask
  Matrix gates;    // x input
  Matrix out;
  Matrix cells;    // T x 2H
  Matrix forget, reset, squashed;
};

// One direction of one sentence, words first to last. `direction` 0 or 1.
void recur(const NetworkShape& s, const RecurrentWeights& w, Recurrent& r, std::size_t first, std::size_t last, std::size_t direction) {
  const std::size_t h = s.hidden, wide = 2 * h, at = direction * h;
  const float* vf = w.recurrent.row(0) + direction * 2 * h;
  const float* vr = vf + h;
  const float* bf = w.bias.row(0) + direction * 2 * h;
  const float* br = bf + h;
  std::vector<float> zero(h, 0.0f);
  const float* before = zero.data();
  for (std::size_t step = 0; step < last - first; ++step) {
    const std::size_t t = direction == 0 ? first + step : last - 1 - step;
    const float* u = r.gates.row(t) + direction * 3 * h;
    const float* x = r.in.row(t) + at;
    float* c = r.cells.values.data() + t * wide + at;
    float* f = r.forget.values.data() + t * wide + at;
    float* g = r.reset.values.data() + t * wide + at;
    float* q = r.squashed.values.data() + t * wide + at;
    float* y = r.out.values.data() + t * wide + at;
    for (std::size_t j = 0; j < h; ++j) {
      f[j] = sigmoid(u[h + j] + vf[j] * before[j] + bf[j]);
      g[j] = sigmoid(u[2 * h + j] + vr[j] * before[j] + br[j]);
      c[j] = f[j] * before[j] + (1.0f - f[j]) * u[j];
      q[j] = tanh_of(c[j]);
      y[j] = g[j] * q[j] + (1.0f - g[j]) * x[j];
    }
    before = c;
  }
}

void recur_back(const NetworkShape& s, const RecurrentWeights& w, const Recurrent& r, std::size_t first, std::size_t last, std::size_t direction, const Matrix& dout, Matrix& dgates, Matrix& din, RecurrentWeights& dw) {
  const std::size_t h = s.hidden, wide = 2 * h, at = direction * h;
  const float* vf = w.recurrent.row(0) + direction * 2 * h;
  const float* vr = vf + h;
  float* dvf = dw.recurrent.row(0) + direction * 2 * h;
  float* dvr = dvf + h;
  float* dbf = dw.bias.row(0) + direction * 2 * h;
  float* dbr = dbf + h;
  std::vector<float> zero(h, 0.0f), later(h, 0.0f);
  const std::size_t n = last - first;
  for (std::size_t step = n; step-- > 0;) {
    const std::size_t t = direction == 0 ? first + step : last - 1 - step;
    const std::size_t previous = direction == 0 ? t - 1 : t + 1;
    const float* before = step > 0 ? r.cells.values.data() + previous * wide + at : zero.data();
    const float* u = r.gates.row(t) + direction * 3 * h;
    const float* x = r.in.row(t) + at;
    const float* f = r.forget.values.data() + t * wide + at;
    const float* g = r.reset.values.data() + t * wide + at;
    const float* q = r.squashed.values.data() + t * wide + at;
    const float* dy = dout.row(t) + at;
    float* du = dgates.row(t) + direction * 3 * h;
    float* dx = din.row(t) + at;
    for (std::size_t j = 0; j < h; ++j) {
      const float dg = dy[j] * (q[j] - x[j]) * g[j] * (1.0f - g[j]);
      const float dc = later[j] + dy[j] * g[j] * (1.0f - q[j] * q[j]);
      const float df = dc * (before[j] - u[j]) * f[j] * (1.0f - f[j]);
      dx[j] += dy[j] * (1.0f - g[j]);
      du[j] = dc * (1.0f - f[j]);
      du[h + j] = df;
      du[2 * h + j] = dg;
      dvf[j] += df * before[j];
      dvr[j] += dg * before[j];
      dbf[j] += df;
      dbr[j] += dg;
      later[j] = dc * f[j] + df * vf[j] + dg * vr[j];
    }
  }
}

struct Sentence {
  std::size_t first, last;
};

// Everything up to the heads.
class Encoder {
 public:
  std::vector<Sentence> sentences;
  std::size_t words = 0;
  Matrix top;  // what the heads see, after its mask

  void forward(const NetworkShape& s, const NetworkWeights& w, std::span<const WordRows* const> batch, const TrainingOptions& o, Random* random) {
    sentences.clear();
    words = 0;
    for (const WordRows* rows : batch) {
      sentences.push_back({words, words + rows->size()});
      words += rows->size();
    }
    embed(s, w, batch, o, random);
    windows(s);
    apply(window_, w.convolution, convolved_);
    relu(convolved_);
    layers_.resize(s.layers);
    masks_.resize(s.layers + 1);
    const Matrix* from = &convolved_;
    for (std::size_t l = 0; l < s.layers; ++l) {
      Recurrent& r = layers_[l];
      r.in = *from;
      mask_sentences(masks_[l], 2 * s.hidden, random ? o.drop_layer : 0.0f, random);
      multiply(r.in, masks_[l]);
      r.gates.reset(words, 6 * s.hidden);
      add_product(r.in, w.layers[l].input, r.gates);
      for (Matrix* m : {&r.out, &r.cells, &r.forget, &r.reset, &r.squashed}) m->reset(words, 2 * s.hidden);
      for (const Sentence& one : sentences) {
        recur(s, w.layers[l], r, one.first, one.last, 0);
        recur(s, w.layers[l], r, one.first, one.last, 1);
      }
      from = &r.out;
    }
    top = *from;
    mask_sentences(masks_[s.layers], 2 * s.hidden, random ? o.drop_layer : 0.0f, random);
    multiply(top, masks_[s.layers]);
  }

  void backward(const NetworkShape& s, const NetworkWeights& w, Matrix& dtop, Gradients& g) {
    multiply(dtop, masks_[s.layers]);
    Matrix dout = std::move(dtop);
    for (std::size_t l = s.layers; l-- > 0;) {
      Matrix dgates(words, 6 * s.hidden), din(words, 2 * s.hidden);
      for (const Sentence& one : sentences) {
        recur_back(s, w.layers[l], layers_[l], one.first, one.last, 0, dout, dgates, din, g.of.layers[l]);
        recur_back(s, w.layers[l], layers_[l], one.first, one.last, 1, dout, dgates, din, g.of.layers[l]);
      }
      add_product_of_transposed(layers_[l].in, dgates, g.of.layers[l].input);
      add_product_with_transposed(dgates, w.layers[l].input, din);
      multiply(din, masks_[l]);
      dout = std::move(din);
    }
    relu_back(convolved_, dout);
    Matrix dwindow(words, 3 * s.embedding);
    apply_back(window_, w.convolution, dout, g.of.convolution, &dwindow);
    embed_back(s, dwindow, g);
  }

 private:
  void embed(const NetworkShape& s, const NetworkWeights& w, std::span<const WordRows* const> batch, const TrainingOptions& o, Random* random) {
    used_.clear();
    used_begins_.assign(1, 0);
    embedded_.reset(words, s.embedding);
    std::size_t t = 0;
    constexpr std::uint32_t known = first_row_of(WordSlot::known), shape = first_row_of(WordSlot::shape);
    for (const WordRows* rows : batch) {
      for (std::size_t i = 0; i < rows->size(); ++i, ++t) {
        const bool no_word = random && random->unit() < o.drop_word, no_known = random && random->unit() < o.drop_known;
        for (const std::uint32_t row : rows->of(i)) {
          if ((no_word && row < shape) || (no_known && row >= known)) continue;
          used_.push_back(row);
          const float* from = w.words.row(row);
          float* to = embedded_.row(t);
          for (std::size_t j = 0; j < s.embedding; ++j) to[j] += from[j];
        }
        used_begins_.push_back(used_.size());
      }
    }
    if (random) {
      fill_mask(embedding_mask_, words, s.embedding, o.drop_embedding, *random);
      multiply(embedded_, embedding_mask_);
    } else {
      embedding_mask_ = Matrix();
    }
  }

  void windows(const NetworkShape& s) {
    const std::size_t e = s.embedding;
    window_.reset(words, 3 * e);
    for (const Sentence& one : sentences) {
      for (std::size_t t = one.first; t < one.last; ++t) {
        if (t > one.first) std::copy_n(embedded_.row(t - 1), e, window_.row(t));
        std::copy_n(embedded_.row(t), e, window_.row(t) + e);
        if (t + 1 < one.last) std::copy_n(embedded_.row(t + 1), e, window_.row(t) + 2 * e);
      }
    }
  }

  void embed_back(const NetworkShape& s, const Matrix& dwindow, Gradients& g) {
    const std::size_t e = s.embedding;
    Matrix d(words, e);
    const auto add = [&](std::size_t to, const float* from) {
      for (std::size_t j = 0; j < e; ++j) d.row(to)[j] += from[j];
    };
    for (const Sentence& one : sentences) {
      for (std::size_t t = one.first; t < one.last; ++t) {
        if (t > one.first) add(t - 1, dwindow.row(t));
        add(t, dwindow.row(t) + e);
        if (t + 1 < one.last) add(t + 1, dwindow.row(t) + 2 * e);
      }
    }
    multiply(d, embedding_mask_);
    for (std::size_t t = 0; t < words; ++t) {
      for (std::size_t k = used_begins_[t]; k < used_begins_[t + 1]; ++k) {
        const std::uint32_t row = used_[k];
        if (!g.is_touched[row]) {
          g.is_touched[row] = 1;
          g.touched.push_back(row);
        }
        float* to = g.of.words.row(row);
        for (std::size_t j = 0; j < e; ++j) to[j] += d.row(t)[j];
      }
    }
  }

  // The same columns of every word of a sentence.
  void mask_sentences(Matrix& mask, std::size_t cols, float drop, Random* random) {
    if (drop <= 0 || !random) {
      mask = Matrix();
      return;
    }
    mask.reset(words, cols);
    const float keep = 1.0f / (1.0f - drop);
    for (const Sentence& one : sentences) {
      for (std::size_t c = 0; c < cols; ++c) mask.row(one.first)[c] = random->unit() < drop ? 0.0f : keep;
      for (std::size_t t = one.first + 1; t < one.last; ++t) std::copy_n(mask.row(one.first), cols, mask.row(t));
    }
  }

  std::vector<std::uint32_t> used_;
  std::vector<std::size_t> used_begins_;
  Matrix embedded_, embedding_mask_, window_, convolved_;
  std::vector<Recurrent> layers_;
  std::vector<Matrix> masks_;
};

// Scores of one sentence's arcs: words x (words + 1), the root first.
void score_arcs(const NetworkWeights& w, const Matrix& dependents, const Matrix& heads, Matrix& bent, Matrix& arcs) {
  bent.reset(dependents.rows, w.arc.cols);
  for (std::size_t r = 0; r < bent.rows; ++r) std::copy_n(w.arc_prior.row(0), bent.cols, bent.row(r));
  add_product(dependents, w.arc, bent);
  Matrix with_root(heads.rows + 1, heads.cols);
  std::copy_n(w.arc_root.row(0), heads.cols, with_root.row(0));
  std::copy(heads.values.begin(), heads.values.end(), with_root.values.begin() + static_cast<std::ptrdiff_t>(heads.cols));
  arcs.reset(dependents.rows, heads.rows + 1);
  add_product_with_transposed(bent, with_root, arcs);
}

Matrix rows_of(const Matrix& m, Sentence s) {
  Matrix out(s.last - s.first, m.cols);
  std::copy_n(m.row(s.first), out.values.size(), out.values.data());
  return out;
}

// Tags and the like: hidden -> scores, loss where the label is known.
void tag_loss(const Matrix& hidden, const LinearWeights& w, std::span<const Example* const> batch, std::vector<std::int32_t> Example::*labels, float share, LinearWeights& dw, Matrix& dhidden, double& loss) {
  bool any = false;
  for (const Example* e : batch) any = any || !(e->*labels).empty();
  if (!any) return;
  Matrix scores;
  apply(hidden, w, scores);
  std::size_t t = 0;
  for (const Example* e : batch) {
    for (std::size_t i = 0; i < e->size(); ++i, ++t) {
      const std::int32_t right = (e->*labels).empty() ? -1 : (e->*labels)[i];
      if (right < 0) std::fill_n(scores.row(t), scores.cols, 0.0f);
      else loss += cross_entropy(scores.row(t), scores.cols, static_cast<std::size_t>(right), share * e->weight);
    }
  }
  apply_back(hidden, w, scores, dw, &dhidden);
}

}  // namespace

Gradients make_gradients(const NetworkShape& shape) {
  Gradients g;
  g.of = make_weights(shape);
  g.is_touched.assign(shape.rows, 0);
  return g;
}

void clear(Gradients& g) {
  for (const std::uint32_t row : g.touched) {
    std::fill_n(g.of.words.row(row), g.of.words.cols, 0.0f);
    g.is_touched[row] = 0;
  }
  g.touched.clear();
  for_each_matrix([&](Matrix& m) {
    if (&m != &g.of.words) std::fill(m.values.begin(), m.values.end(), 0.0f);
  }, g.of);
  g.loss = 0;
  g.words = 0;
}

void backpropagate(const NetworkShape& s, const NetworkWeights& w, std::span<const Example* const> batch, const TrainingOptions& o, Random& random, Gradients& g) {
  Encoder encoder;
  std::vector<const WordRows*> rows;
  for (const Example* e : batch) rows.push_back(&e->rows);
  encoder.forward(s, w, rows, o, &random);
  const Matrix& top = encoder.top;
  Matrix dtop(top.rows, top.cols);
  g.words += encoder.words;

  {  // tags, features and lemma scripts
    Hidden tag;
    tag.forward(top, w.tag, o.drop_head, &random);
    Matrix d(tag.out.rows, tag.out.cols);
    tag_loss(tag.out, w.upos, batch, &Example::upos, o.share_upos, g.of.upos, d, g.loss);
    tag_loss(tag.out, w.xpos, batch, &Example::xpos, o.share_xpos, g.of.xpos, d, g.loss);
    tag_loss(tag.out, w.feats, batch, &Example::feats, o.share_feats, g.of.feats, d, g.loss);
    tag_loss(tag.out, w.scripts, batch, &Example::scripts, o.share_scripts, g.of.scripts, d, g.loss);
    tag.backward(top, w.tag, d, g.of.tag, dtop);
  }
  {  // names
    Hidden name;
    name.forward(top, w.name, o.drop_head, &random);
    Matrix d(name.out.rows, name.out.cols);
    tag_loss(name.out, w.names, batch, &Example::names, o.share_names, g.of.names, d, g.loss);
    name.backward(top, w.name, d, g.of.name, dtop);
  }
  bool trees = false;
  for (const Example* e : batch) trees = trees || !e->heads.empty();
  if (trees) {
    Hidden dependent, head;
    dependent.forward(top, w.dependent, o.drop_head, &random);
    head.forward(top, w.head, o.drop_head, &random);
    Matrix ddependent(dependent.out.rows, s.arc), dhead(head.out.rows, s.arc);
    Matrix below, above;  // for relations: of the dependent, of what may be its head
    apply(top, w.label_dependent, below);
    above.reset(top.rows, s.label);
    add_product(top, w.label_head, above);
    Matrix joined(top.rows, s.label), joined_mask;
    for (std::size_t b = 0; b < batch.size(); ++b) {
      const Example& e = *batch[b];
      if (e.heads.empty()) continue;
      const Sentence one = encoder.sentences[b];
      // arcs
      const Matrix dep = rows_of(dependent.out, one), hd = rows_of(head.out, one);
      Matrix bent, arcs;
      score_arcs(w, dep, hd, bent, arcs);
      for (std::size_t i = 0; i < e.size(); ++i) {
        if (e.heads[i] < 0) {
          std::fill_n(arcs.row(i), arcs.cols, 0.0f);
          continue;
        }
        arcs.row(i)[i + 1] = -1e9f;
        g.loss += cross_entropy(arcs.row(i), arcs.cols, static_cast<std::size_t>(e.heads[i]), o.share_arcs * e.weight);
        arcs.row(i)[i + 1] = 0.0f;
      }
      Matrix with_root(hd.rows + 1, hd.cols), dwith_root(hd.rows + 1, hd.cols), dbent(bent.rows, bent.cols), ddep(dep.rows, dep.cols);
      std::copy_n(w.arc_root.row(0), hd.cols, with_root.row(0));
      std::copy(hd.values.begin(), hd.values.end(), with_root.values.begin() + static_cast<std::ptrdiff_t>(hd.cols));
      add_product(arcs, with_root, dbent);
      add_product_of_transposed(arcs, bent, dwith_root);
      add_product_of_transposed(dep, dbent, g.of.arc);
      add_column_sums(dbent, g.of.arc_prior);
      add_product_with_transposed(dbent, w.arc, ddep);
      for (std::size_t j = 0; j < hd.cols; ++j) g.of.arc_root.values[j] += dwith_root.row(0)[j];
      std::copy_n(dwith_root.row(1), hd.values.size(), dhead.row(one.first));
      std::copy(ddep.values.begin(), ddep.values.end(), ddependent.row(one.first));
      // relations, of the right heads
      for (std::size_t i = 0; i < e.size(); ++i) {
        if (e.heads[i] < 0) continue;
        const float* up = e.heads[i] == 0 ? w.label_root.row(0) : above.row(one.first + static_cast<std::size_t>(e.heads[i]) - 1);
        for (std::size_t j = 0; j < s.label; ++j) joined.row(one.first + i)[j] = below.row(one.first + i)[j] + up[j];
      }
    }
    dependent.backward(top, w.dependent, ddependent, g.of.dependent, dtop);
    head.backward(top, w.head, dhead, g.of.head, dtop);
    relu(joined);
    fill_mask(joined_mask, joined.rows, joined.cols, o.drop_head, random);
    multiply(joined, joined_mask);
    Matrix djoined(joined.rows, joined.cols);
    tag_loss(joined, w.relations, batch, &Example::relations, o.share_relations, g.of.relations, djoined, g.loss);
    multiply(djoined, joined_mask);
    relu_back(joined, djoined);
    Matrix dabove(above.rows, above.cols);
    for (std::size_t b = 0; b < batch.size(); ++b) {
      const Example& e = *batch[b];
      if (e.heads.empty()) continue;
      for (std::size_t i = 0; i < e.size(); ++i) {
        const std::size_t t = encoder.sentences[b].first + i;
        if (e.heads[i] < 0) {
          std::fill_n(djoined.row(t), s.label, 0.0f);
          continue;
        }
        float* up = e.heads[i] == 0 ? g.of.label_root.row(0) : dabove.row(encoder.sentences[b].first + static_cast<std::size_t>(e.heads[i]) - 1);
        for (std::size_t j = 0; j < s.label; ++j) up[j] += djoined.row(t)[j];
      }
    }
    apply_back(top, w.label_dependent, djoined, g.of.label_dependent, &dtop);
    add_product_of_transposed(top, dabove, g.of.label_head);
    add_product_with_transposed(dabove, w.label_head, dtop);
  }
  encoder.backward(s, w, dtop, g);
}

Scores score(const NetworkShape& s, const NetworkWeights& w, const WordRows& rows, std::vector<std::uint32_t>& heads) {
  Encoder encoder;
  const WordRows* one = &rows;
  encoder.forward(s, w, std::span(&one, 1), {}, nullptr);
  Scores out;
  Hidden tag, name, dependent, head;
  tag.forward(encoder.top, w.tag, 0, nullptr);
  apply(tag.out, w.upos, out.upos);
  apply(tag.out, w.xpos, out.xpos);
  apply(tag.out, w.feats, out.feats);
  apply(tag.out, w.scripts, out.scripts);
  name.forward(encoder.top, w.name, 0, nullptr);
  apply(name.out, w.names, out.names);
  dependent.forward(encoder.top, w.dependent, 0, nullptr);
  head.forward(encoder.top, w.head, 0, nullptr);
  Matrix bent;
  score_arcs(w, dependent.out, head.out, bent, out.arcs);
  if (heads.empty()) heads = best_tree(out.arcs);
  Matrix below, above(encoder.top.rows, s.label);
  apply(encoder.top, w.label_dependent, below);
  add_product(encoder.top, w.label_head, above);
  for (std::size_t i = 0; i < below.rows; ++i) {
    const float* up = heads[i] == 0 ? w.label_root.row(0) : above.row(heads[i] - 1);
    for (std::size_t j = 0; j < s.label; ++j) below.row(i)[j] += up[j];
  }
  relu(below);
  apply(below, w.relations, out.relations);
  return out;
}

}  // namespace attache

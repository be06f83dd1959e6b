#include "syntax/network.h"

namespace attache {
namespace {

LinearWeights linear(std::size_t in, std::size_t out) { return {Matrix(in, out), Matrix(1, out)}; }

}  // namespace

NetworkWeights make_weights(const NetworkShape& s) {
  const std::size_t wide = 2 * s.hidden;
  NetworkWeights w;
  w.words = Matrix(s.rows, s.embedding);
  w.convolution = linear(3 * s.embedding, wide);
  for (std::size_t l = 0; l < s.layers; ++l) w.layers.push_back({Matrix(wide, 6 * s.hidden), Matrix(1, 4 * s.hidden), Matrix(1, 4 * s.hidden)});
  w.tag = linear(wide, s.tag);
  w.upos = linear(s.tag, s.upos);
  w.xpos = linear(s.tag, s.xpos);
  w.feats = linear(s.tag, s.feats);
  w.scripts = linear(s.tag, s.scripts);
  w.dependent = linear(wide, s.arc);
  w.head = linear(wide, s.arc);
  w.arc = Matrix(s.arc, s.arc);
  w.arc_prior = Matrix(1, s.arc);
  w.arc_root = Matrix(1, s.arc);
  w.label_dependent = linear(wide, s.label);
  w.label_head = Matrix(wide, s.label);
  w.label_root = Matrix(1, s.label);
  w.relations = linear(s.label, s.relations);
  w.name = linear(wide, s.name);
  w.names = linear(s.name, s.names);
  return w;
}

}  // namespace attache

#include "syntax/model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/hash.h"
#include "tables/embedded.h"

namespace attache {
namespace {

constexpr std::string_view kMagic = "attache-syntax 1\n";
constexpr std::size_t kLargest = 64u << 20, kWidest = 4096, kMostLabels = 65535, kLongestLabel = 1000;

static_assert(std::endian::native == std::endian::little, "the model's numbers are read as they lie");

class Writer {
 public:
  std::string out;
  void number(std::uint64_t value) {
    for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i));
  }
  template <class T>
  void array(const std::vector<T>& values) {
    number(values.size());
    out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  void strings(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& v : values) {
      number(v.size());
      out += v;
    }
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  std::size_t number(std::size_t most) {
    if (bytes_.size() < 4) {
      good_ = false;
      return 0;
    }
    std::uint32_t value;
    std::memcpy(&value, bytes_.data(), 4);
    bytes_.remove_prefix(4);
    if (value > most) good_ = false;
    return good_ ? value : 0;
  }
  template <class T>
  std::vector<T> array(std::size_t expected) {
    const std::size_t count = number(kLargest);
    if (!good_ || count != expected || bytes_.size() < count * sizeof(T)) {
      good_ = false;
      return {};
    }
    std::vector<T> out(count);
    std::memcpy(out.data(), bytes_.data(), count * sizeof(T));
    bytes_.remove_prefix(count * sizeof(T));
    return out;
  }
  std::vector<std::string> strings() {
    std::vector<std::string> out;
    const std::size_t count = number(kMostLabels);
    for (std::size_t i = 0; i < count && good_; ++i) {
      const std::size_t size = number(kLongestLabel);
      if (!good_ || bytes_.size() < size) {
        good_ = false;
        break;
      }
      out.emplace_back(bytes_.substr(0, size));
      bytes_.remove_prefix(size);
    }
    return out;
  }
  bool are_finite(const std::vector<float>& values) {
    const bool fine = std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
    good_ = good_ && fine;
    return fine;
  }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

SyntaxModel make_model(const NetworkShape& shape, const NetworkWeights& weights, SyntaxLabels labels, WordVocabulary vocabulary) {
  SyntaxModel out;
  out.shape = shape;
  out.labels = std::move(labels);
  out.vocabulary = std::move(vocabulary);
  out.embeddings.resize(shape.rows * shape.embedding);
  for (std::size_t s = 0; s < kWordSlots; ++s) {
    const std::size_t first = first_row_of(static_cast<WordSlot>(s)) * shape.embedding, last = first + kSlotRows[s] * shape.embedding;
    float most = 0;
    for (std::size_t i = first; i < last; ++i) most = std::max(most, std::fabs(weights.words.values[i]));
    out.slot_scales.push_back(most / 127.0f);
    for (std::size_t i = first; i < last && most > 0; ++i) {
      const float x = weights.words.values[i] * (127.0f / most);
      out.embeddings[i] = static_cast<std::int8_t>(x < 0 ? x - 0.5f : x + 0.5f);
    }
  }
  for_each_matrix([&](const Matrix& m) {
    if (&m != &weights.words) out.weights.push_back(quantized(m));
  }, weights);
  return out;
}

std::string serialise(const SyntaxModel& m) {
  Writer w;
  w.out = kMagic;
  const NetworkShape& s = m.shape;
  for (const std::size_t n : {s.rows, s.embedding, s.hidden, s.layers, s.tag, s.arc, s.label, s.name}) w.number(n);
  for (const auto* labels : {&m.labels.upos, &m.labels.xpos, &m.labels.feats, &m.labels.scripts, &m.labels.relations, &m.labels.names}) w.strings(*labels);
  w.array(m.vocabulary.prints());
  w.array(m.slot_scales);
  w.array(m.embeddings);
  for (const QuantizedMatrix& q : m.weights) {
    w.array(q.scales);
    w.array(q.values);
  }
  const std::uint64_t hash = hash64(w.out);
  w.number(hash & 0xFFFFFFFF);
  w.number(hash >> 32);
  return std::move(w.out);
}

Result<SyntaxModel> parse_model(std::string_view bytes, const std::string& source) {
  const auto wrong = [&](ErrorCode code, const std::string& what) { return tl::unexpected<Error>(Error{code, what, source}); };
  if (bytes.size() > kLargest) return wrong(ErrorCode::too_large, "a language model of more than 64 MiB");
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 8) return wrong(ErrorCode::unsupported, "this is no language model of this version");
  Reader tail(bytes.substr(bytes.size() - 8));
  const std::uint64_t low = tail.number(0xFFFFFFFF), high = tail.number(0xFFFFFFFF);
  bytes.remove_suffix(8);
  if ((high << 32 | low) != hash64(bytes)) return wrong(ErrorCode::unsupported, "the language model is damaged");
  Reader r(bytes.substr(kMagic.size()));
  SyntaxModel m;
  NetworkShape& s = m.shape;
  s.rows = r.number(word_row_count());
  for (std::size_t* n : {&s.embedding, &s.hidden}) *n = r.number(kWidest);
  s.layers = r.number(8);
  for (std::size_t* n : {&s.tag, &s.arc, &s.label, &s.name}) *n = r.number(kWidest);
  if (!r.good() || s.rows != word_row_count() || s.embedding == 0 || s.hidden == 0) return wrong(ErrorCode::unsupported, "the language model has another shape");
  for (auto* labels : {&m.labels.upos, &m.labels.xpos, &m.labels.feats, &m.labels.scripts, &m.labels.relations, &m.labels.names}) {
    *labels = r.strings();
    if (!r.good() || labels->empty()) return wrong(ErrorCode::unsupported, "the language model lacks labels");
  }
  s.upos = m.labels.upos.size();
  s.xpos = m.labels.xpos.size();
  s.feats = m.labels.feats.size();
  s.scripts = m.labels.scripts.size();
  s.relations = m.labels.relations.size();
  s.names = m.labels.names.size();
  if (s.upos > 255 || s.xpos > 255 || s.relations > 255) return wrong(ErrorCode::unsupported, "the language model has too many labels");
  if (s.names != 1 + 4 * kNameLabelKinds.size()) return wrong(ErrorCode::unsupported, "the language model has other kinds of names");
  m.vocabulary = WordVocabulary(r.array<std::uint16_t>(kSlotRows[0] + kSlotRows[1]));
  m.slot_scales = r.array<float>(kWordSlots);
  m.embeddings = r.array<std::int8_t>(s.rows * s.embedding);
  if (!r.good() || !r.are_finite(m.slot_scales)) return wrong(ErrorCode::unsupported, "the language model is cut");
  NetworkShape small = s;
  small.rows = 0;  // only the shapes of the others are wanted
  NetworkWeights shapes = make_weights(small);
  for_each_matrix([&](const Matrix& matrix) {
    if (&matrix == &shapes.words || !r.good()) return;
    QuantizedMatrix q{matrix.rows, matrix.cols, {}, {}};
    q.scales = r.array<float>(matrix.cols);
    q.values = r.array<std::int8_t>(matrix.rows * matrix.cols);
    r.are_finite(q.scales);
    m.weights.push_back(std::move(q));
  }, shapes);
  if (!r.good() || !r.at_end()) return wrong(ErrorCode::unsupported, "the language model is cut or too long");
  return m;
}

Result<SyntaxModel> shipped_model() { return parse_model(embedded_file("language.bin"), "language.bin"); }

}  // namespace attache

#include "nn/quantized.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "nn/vector.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace attache {
namespace {

constexpr std::size_t kBlock = 16;
constexpr float kMostWeight = 127.0f;
constexpr float kMostInput = 2047.0f;

std::int32_t nearest(float x) { return static_cast<std::int32_t>(x < 0 ? x - 0.5f : x + 0.5f); }

// The scale.
[[gnu::always_inline]] inline float quantize_body(const float* from, std::size_t count, std::int16_t* to) {
  using Shorts = std::int16_t __attribute__((vector_size(32)));
  const Floats zero = {};
  Floats largest = zero;
  std::size_t c = 0;
  for (; c + kLanes <= count; c += kLanes) {
    const Floats v = load(from + c), size = v < 0.0f ? -v : v;
    largest = size > largest ? size : largest;
  }
  float most = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) most = std::max(most, largest[lane]);
  for (; c < count; ++c) most = std::max(most, std::fabs(from[c]));
  const float up = most > 0 ? kMostInput / most : 0.0f;
  for (c = 0; c + kLanes <= count; c += kLanes) {
    const Floats v = load(from + c) * up;
    const Ints whole = __builtin_convertvector(v + (v < 0.0f ? zero - 0.5f : zero + 0.5f), Ints);
    const Shorts small = __builtin_convertvector(whole, Shorts);
    std::memcpy(to + c, &small, sizeof small);
  }
  for (; c < count; ++c) to[c] = static_cast<std::int16_t>(nearest(from[c] * up));
  return most / kMostInput;
}

using QuantizeRow = float (*)(const float*, std::size_t, std::int16_t*);

float quantize_plain(const float* from, std::size_t count, std::int16_t* to) { return quantize_body(from, count, to); }
#if defined(__x86_64__)
[[gnu::target("avx2")]] float quantize_avx2(const float* from, std::size_t count, std::int16_t* to) { return quantize_body(from, count, to); }
[[gnu::target("avx512f,avx512bw")]] float quantize_avx512(const float* from, std::size_t count, std::int16_t* to) { return quantize_body(from, count, to); }
#endif

QuantizeRow quantize_row() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return quantize_avx512;
  if (__builtin_cpu_supports("avx2")) return quantize_avx2;
#endif
  return quantize_plain;
}

// sums: rows x 16 for one block of outputs.
using Block = void (*)(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums);

[[maybe_unused]] void block_plain(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r) {
    std::int32_t sum[kBlock] = {};
    const std::int16_t* row = x + r * x_step;
    for (std::size_t p = 0; p < pairs; ++p) {
      for (std::size_t o = 0; o < kBlock; ++o) sum[o] += row[2 * p] * w[(p * kBlock + o) * 2] + row[2 * p + 1] * w[(p * kBlock + o) * 2 + 1];
    }
    std::copy_n(sum, kBlock, sums + r * kBlock);
  }
}

#if defined(__x86_64__)
[[gnu::always_inline]] inline std::int32_t pair_at(const std::int16_t* row, std::size_t pair) {
  std::int32_t out;
  std::memcpy(&out, row + 2 * pair, sizeof out);
  return out;
}

template <int R>
[[gnu::always_inline]] inline void rows_sse2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    __m128i sum[R];
    for (int r = 0; r < R; ++r) sum[r] = _mm_setzero_si128();
    for (std::size_t p = 0; p < pairs; ++p) {
      const __m128i weights = _mm_loadu_si128(reinterpret_cast<const __m128i*>(w + p * 2 * kBlock + quarter * 8));
      for (int r = 0; r < R; ++r) sum[r] = _mm_add_epi32(sum[r], _mm_madd_epi16(weights, _mm_set1_epi32(pair_at(x + static_cast<std::size_t>(r) * x_step, p))));
    }
    for (int r = 0; r < R; ++r) _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + static_cast<std::size_t>(r) * kBlock + quarter * 4), sum[r]);
  }
}

void block_sse2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  std::size_t r = 0;
  for (; r + 4 <= rows; r += 4) rows_sse2<4>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r < rows; ++r) rows_sse2<1>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
}

template <int R>
[[gnu::always_inline, gnu::target("avx2")]] inline void rows_avx2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m256i low[R], high[R];
  for (int r = 0; r < R; ++r) low[r] = high[r] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + p * 2 * kBlock));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + p * 2 * kBlock + kBlock));
    for (int r = 0; r < R; ++r) {
      const __m256i two = _mm256_set1_epi32(pair_at(x + static_cast<std::size_t>(r) * x_step, p));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(a, two));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(b, two));
    }
  }
  for (int r = 0; r < R; ++r) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + static_cast<std::size_t>(r) * kBlock), low[r]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + static_cast<std::size_t>(r) * kBlock + 8), high[r]);
  }
}

[[gnu::target("avx2")]] void block_avx2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  std::size_t r = 0;
  for (; r + 6 <= rows; r += 6) rows_avx2<6>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r < rows; ++r) rows_avx2<1>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
}

template <int R>
[[gnu::always_inline, gnu::target("avx512f,avx512bw")]] inline void rows_avx512(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m512i sum[R];
  for (int r = 0; r < R; ++r) sum[r] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(w + p * 2 * kBlock);
    for (int r = 0; r < R; ++r) sum[r] = _mm512_add_epi32(sum[r], _mm512_madd_epi16(weights, _mm512_set1_epi32(pair_at(x + static_cast<std::size_t>(r) * x_step, p))));
  }
  for (int r = 0; r < R; ++r) _mm512_storeu_si512(sums + static_cast<std::size_t>(r) * kBlock, sum[r]);
}

[[gnu::target("avx512f,avx512bw")]] void block_avx512(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  std::size_t r = 0;
  for (; r + 12 <= rows; r += 12) rows_avx512<12>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r + 4 <= rows; r += 4) rows_avx512<4>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r < rows; ++r) rows_avx512<1>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
}

template <int R>
[[gnu::always_inline, gnu::target("avx512f,avx512bw,avx512vnni")]] inline void rows_vnni(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m512i sum[R];
  for (int r = 0; r < R; ++r) sum[r] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(w + p * 2 * kBlock);
    for (int r = 0; r < R; ++r) sum[r] = _mm512_dpwssd_epi32(sum[r], weights, _mm512_set1_epi32(pair_at(x + static_cast<std::size_t>(r) * x_step, p)));
  }
  for (int r = 0; r < R; ++r) _mm512_storeu_si512(sums + static_cast<std::size_t>(r) * kBlock, sum[r]);
}

[[gnu::target("avx512f,avx512bw,avx512vnni")]] void block_vnni(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  std::size_t r = 0;
  for (; r + 12 <= rows; r += 12) rows_vnni<12>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r + 4 <= rows; r += 4) rows_vnni<4>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
  for (; r < rows; ++r) rows_vnni<1>(x + r * x_step, x_step, w, pairs, sums + r * kBlock);
}
#endif

Block chosen() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return block_vnni;
  if (__builtin_cpu_supports("avx512bw")) return block_avx512;
  if (__builtin_cpu_supports("avx2")) return block_avx2;
  return block_sse2;
#else
  return block_plain;
#endif
}

}  // namespace

QuantizedMatrix quantized(const Matrix& m) {
  QuantizedMatrix out{m.rows, m.cols, std::vector<std::int8_t>(m.rows * m.cols), std::vector<float>(m.cols)};
  for (std::size_t c = 0; c < m.cols; ++c) {
    float most = 0;
    for (std::size_t r = 0; r < m.rows; ++r) most = std::max(most, std::fabs(m.row(r)[c]));
    out.scales[c] = most / kMostWeight;
    for (std::size_t r = 0; r < m.rows; ++r) out.values[r * m.cols + c] = most > 0 ? static_cast<std::int8_t>(nearest(m.row(r)[c] * (kMostWeight / most))) : std::int8_t{0};
  }
  return out;
}

Matrix dequantized(const QuantizedMatrix& m) {
  Matrix out(m.rows, m.cols);
  for (std::size_t r = 0; r < m.rows; ++r) {
    for (std::size_t c = 0; c < m.cols; ++c) out.row(r)[c] = static_cast<float>(m.values[r * m.cols + c]) * m.scales[c];
  }
  return out;
}

void quantize_rows(const Matrix& x, QuantizedRows& out) {
  out.rows = x.rows;
  out.cols = (x.cols + 1) / 2 * 2;
  out.values.resize(out.rows * out.cols);
  out.scales.resize(x.rows);
  for (std::size_t r = 0; r < x.rows; ++r) {
    out.values[r * out.cols + out.cols - 1] = 0;
    out.scales[r] = quantize_row()(x.row(r), x.cols, out.values.data() + r * out.cols);
  }
}

QuantizedLayer::QuantizedLayer(const QuantizedMatrix& weights, std::vector<float> bias)
    : inputs_(weights.rows), outputs_(weights.cols), pairs_((weights.rows + 1) / 2), blocks_((weights.cols + kBlock - 1) / kBlock), packed_(blocks_ * pairs_ * kBlock * 2, 0), scales_(blocks_ * kBlock, 0.0f), bias_(blocks_ * kBlock, 0.0f) {
  for (std::size_t i = 0; i < inputs_; ++i) {
    for (std::size_t o = 0; o < outputs_; ++o) {
      packed_[((o / kBlock * pairs_ + i / 2) * kBlock + o % kBlock) * 2 + i % 2] = weights.values[i * outputs_ + o];
    }
  }
  std::copy(weights.scales.begin(), weights.scales.end(), scales_.begin());
  std::copy(bias.begin(), bias.end(), bias_.begin());
}

void QuantizedLayer::apply(const QuantizedRows& x, Matrix& y) const {
  assert(x.cols == 2 * pairs_);
  y.resize(x.rows, outputs_);
  constexpr std::size_t kRows = 48;
  std::int32_t sums[kRows * kBlock];
  const Block block = chosen();
  for (std::size_t r = 0; r < x.rows; r += kRows) {
    const std::size_t rows = std::min(kRows, x.rows - r);
    for (std::size_t b = 0; b < blocks_; ++b) {
      block(x.values.data() + r * x.cols, x.cols, packed_.data() + b * pairs_ * kBlock * 2, pairs_, rows, sums);
      const std::size_t first = b * kBlock, count = std::min(kBlock, outputs_ - first);
      for (std::size_t i = 0; i < rows; ++i) {
        float* to = y.row(r + i) + first;
        const float scale = x.scales[r + i];
        for (std::size_t o = 0; o < count; ++o) to[o] = static_cast<float>(sums[i * kBlock + o]) * (scale * scales_[first + o]) + bias_[first + o];
      }
    }
  }
}

}  // namespace attache

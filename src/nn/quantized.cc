#include "nn/quantized.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <span>
#include <utility>

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

// to = sums x scale x scales + bias, for a block of outputs.
[[gnu::always_inline]] inline void scale_body(const std::int32_t* sums, float scale, const float* scales, const float* bias, float* to) {
  Ints whole;
  std::memcpy(&whole, sums, sizeof whole);
  store(to, __builtin_convertvector(whole, Floats) * (scale * load(scales)) + load(bias));
}

using ScaleRow = void (*)(const std::int32_t*, float, const float*, const float*, float*);

void scale_plain(const std::int32_t* sums, float scale, const float* scales, const float* bias, float* to) { scale_body(sums, scale, scales, bias, to); }
#if defined(__x86_64__)
[[gnu::target("avx2")]] void scale_avx2(const std::int32_t* sums, float scale, const float* scales, const float* bias, float* to) { scale_body(sums, scale, scales, bias, to); }
[[gnu::target("avx512f")]] void scale_avx512(const std::int32_t* sums, float scale, const float* scales, const float* bias, float* to) { scale_body(sums, scale, scales, bias, to); }
#endif

ScaleRow chosen_scale() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return scale_avx512;
  if (__builtin_cpu_supports("avx2")) return scale_avx2;
#endif
  return scale_plain;
}

// sums: some rows x 16 for one block of outputs.
using Rows = void (*)(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums);

// For one processor: [k] does k + 1 rows at once.
using Kernels = std::span<const Rows>;

template <std::size_t R>
[[maybe_unused]] void rows_plain(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  for (std::size_t r = 0; r < R; ++r) {
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

template <std::size_t R>
void rows_sse2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  for (std::size_t quarter = 0; quarter < 4; ++quarter) {
    __m128i sum[R];
    for (std::size_t r = 0; r < R; ++r) sum[r] = _mm_setzero_si128();
    for (std::size_t p = 0; p < pairs; ++p) {
      const __m128i weights = _mm_loadu_si128(reinterpret_cast<const __m128i*>(w + p * 2 * kBlock + quarter * 8));
      for (std::size_t r = 0; r < R; ++r) sum[r] = _mm_add_epi32(sum[r], _mm_madd_epi16(weights, _mm_set1_epi32(pair_at(x + r * x_step, p))));
    }
    for (std::size_t r = 0; r < R; ++r) _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + r * kBlock + quarter * 4), sum[r]);
  }
}

// Indexes in place of a loop keep the sums in registers.
template <std::size_t... R>
[[gnu::always_inline, gnu::target("avx2")]] inline void rows_avx2_of(std::index_sequence<R...>, const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m256i low[] = {((void)R, _mm256_setzero_si256())...}, high[] = {((void)R, _mm256_setzero_si256())...};
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + p * 2 * kBlock));
    const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + p * 2 * kBlock + kBlock));
    const __m256i two[] = {_mm256_set1_epi32(pair_at(x + R * x_step, p))...};
    ((low[R] = _mm256_add_epi32(low[R], _mm256_madd_epi16(a, two[R])), high[R] = _mm256_add_epi32(high[R], _mm256_madd_epi16(b, two[R]))), ...);
  }
  (_mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + R * kBlock), low[R]), ...);
  (_mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + R * kBlock + 8), high[R]), ...);
}

template <std::size_t R>
[[gnu::target("avx2")]] void rows_avx2(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  rows_avx2_of(std::make_index_sequence<R>(), x, x_step, w, pairs, sums);
}

template <std::size_t... R>
[[gnu::always_inline, gnu::target("avx512f,avx512bw")]] inline void rows_avx512_of(std::index_sequence<R...>, const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m512i sum[] = {((void)R, _mm512_setzero_si512())...};
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(w + p * 2 * kBlock);
    ((sum[R] = _mm512_add_epi32(sum[R], _mm512_madd_epi16(weights, _mm512_set1_epi32(pair_at(x + R * x_step, p))))), ...);
  }
  (_mm512_storeu_si512(sums + R * kBlock, sum[R]), ...);
}

template <std::size_t R>
[[gnu::target("avx512f,avx512bw")]] void rows_avx512(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  rows_avx512_of(std::make_index_sequence<R>(), x, x_step, w, pairs, sums);
}

// sum += weights x pair, in one instruction: the compiler would load and copy the pair first.
[[gnu::always_inline, gnu::target("avx512f,avx512bw,avx512vnni")]] inline void add_products(__m512i& sum, __m512i weights, const std::int16_t* pair) {
  struct Pair {
    std::int16_t of[2];
  };
  asm("vpdpwssd %2%{1to16%}, %1, %0" : "+v"(sum) : "v"(weights), "m"(*reinterpret_cast<const Pair*>(pair)));
}

template <std::size_t... R>
[[gnu::always_inline, gnu::target("avx512f,avx512bw,avx512vnni")]] inline void rows_vnni_of(std::index_sequence<R...>, const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  __m512i sum[] = {((void)R, _mm512_setzero_si512())...};
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(w + p * 2 * kBlock);
    (add_products(sum[R], weights, x + R * x_step + 2 * p), ...);
  }
  (_mm512_storeu_si512(sums + R * kBlock, sum[R]), ...);
}

template <std::size_t R>
[[gnu::target("avx512f,avx512bw,avx512vnni")]] void rows_vnni(const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::int32_t* sums) {
  rows_vnni_of(std::make_index_sequence<R>(), x, x_step, w, pairs, sums);
}
#endif

Kernels chosen() {
#if defined(__x86_64__)
  static constexpr Rows kVnni[] = {rows_vnni<1>, rows_vnni<2>, rows_vnni<3>, rows_vnni<4>, rows_vnni<5>, rows_vnni<6>, rows_vnni<7>, rows_vnni<8>, rows_vnni<9>, rows_vnni<10>, rows_vnni<11>, rows_vnni<12>};
  static constexpr Rows kAvx512[] = {rows_avx512<1>, rows_avx512<2>, rows_avx512<3>, rows_avx512<4>, rows_avx512<5>, rows_avx512<6>, rows_avx512<7>, rows_avx512<8>, rows_avx512<9>, rows_avx512<10>, rows_avx512<11>, rows_avx512<12>};
  static constexpr Rows kAvx2[] = {rows_avx2<1>, rows_avx2<2>, rows_avx2<3>, rows_avx2<4>, rows_avx2<5>, rows_avx2<6>};
  static constexpr Rows kSse2[] = {rows_sse2<1>, rows_sse2<2>, rows_sse2<3>, rows_sse2<4>};
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")) return kVnni;
  if (__builtin_cpu_supports("avx512bw")) return kAvx512;
  if (__builtin_cpu_supports("avx2")) return kAvx2;
  return kSse2;
#else
  static constexpr Rows kPlain[] = {rows_plain<1>};
  return kPlain;
#endif
}

// All rows, in groups of nearly the same size: a row alone takes as long as several side by side.
void block(Kernels kernels, const std::int16_t* x, std::size_t x_step, const std::int16_t* w, std::size_t pairs, std::size_t rows, std::int32_t* sums) {
  std::size_t groups = (rows + kernels.size() - 1) / kernels.size();
  for (std::size_t r = 0; r < rows; --groups) {
    const std::size_t count = (rows - r + groups - 1) / groups;
    kernels[count - 1](x + r * x_step, x_step, w, pairs, sums + r * kBlock);
    r += count;
  }
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
  const Kernels kernels = chosen();
  const ScaleRow scale_row = chosen_scale();
  for (std::size_t r = 0; r < x.rows; r += kRows) {
    const std::size_t rows = std::min(kRows, x.rows - r);
    for (std::size_t b = 0; b < blocks_; ++b) {
      block(kernels, x.values.data() + r * x.cols, x.cols, packed_.data() + b * pairs_ * kBlock * 2, pairs_, rows, sums);
      const std::size_t first = b * kBlock, count = std::min(kBlock, outputs_ - first);
      for (std::size_t i = 0; i < rows; ++i) {
        if (count == kBlock) {
          scale_row(sums + i * kBlock, x.scales[r + i], scales_.data() + first, bias_.data() + first, y.row(r + i) + first);
        } else {
          float whole[kBlock];
          scale_row(sums + i * kBlock, x.scales[r + i], scales_.data() + first, bias_.data() + first, whole);
          std::copy_n(whole, count, y.row(r + i) + first);
        }
      }
    }
  }
}

}  // namespace attache

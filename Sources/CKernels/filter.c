#include "kernels.h"

static inline uint8_t clamp_to_byte(int32_t value) {
  return value < 0 ? 0 : value > 255 ? 255 : (uint8_t)value;
}

static void filter_row_from(const uint8_t *source, const int32_t *first, const int16_t *weight,
                            int taps, int16_t *destination, int start, int count) {
  for (int x = start; x < count; x++) {
    const uint8_t *sample = source + first[x];
    const int16_t *w = weight + (intptr_t)taps * x;
    int32_t sum = 128;
    for (int k = 0; k < taps; k++) sum += sample[k] * w[k];
    destination[x] = (int16_t)(sum >> 8);
  }
}

static void filter_column_from(const int16_t *const *rows, const int16_t *weight, int taps,
                               uint8_t *destination, int start, int count) {
  for (int x = start; x < count; x++) {
    int32_t sum = 1 << 19;
    for (int k = 0; k < taps; k++) sum += rows[k][x] * weight[k];
    destination[x] = clamp_to_byte(sum >> 20);
  }
}

static void sample_4x4_from(const uint8_t *source, int stride, const int32_t *x,
                            const int32_t *y, const int16_t *phase, uint8_t *destination,
                            int start, int count) {
  for (int i = start; i < count; i++) {
    const int16_t *wx = phase + 4 * (x[i] & 255);
    const int16_t *wy = phase + 4 * (y[i] & 255);
    const uint8_t *corner =
        source + (intptr_t)((y[i] >> 8) - 1) * stride + (x[i] >> 8) - 1;
    int32_t sum = 1 << 19;
    for (int k = 0; k < 4; k++, corner += stride) {
      int32_t row = corner[0] * wx[0] + corner[1] * wx[1] + corner[2] * wx[2] +
                    corner[3] * wx[3] + 128;
      sum += (int16_t)(row >> 8) * wy[k];
    }
    destination[i] = clamp_to_byte(sum >> 20);
  }
}

static inline __attribute__((always_inline)) void mesh_places(const int32_t *nodes, int cells,
                                                              int per_cell, int32_t limit,
                                                              int32_t *out) {
  for (int i = 0; i < cells; i++) {
    const int32_t left = nodes[i], across = nodes[i + 1] - left;
    if (per_cell == 8) {
      for (int k = 0; k < 8; k++) {
        int32_t place = (left + ((across * (2 * k + 1)) >> 4) + 128) >> 8;
        out[8 * i + k] = place < 0 ? 0 : place > limit ? limit : place;
      }
    } else {
      for (int k = 0; k < 4; k++) {
        int32_t place = (left + ((across * (4 * k + 1)) >> 4) + 128) >> 8;
        out[4 * i + k] = place < 0 ? 0 : place > limit ? limit : place;
      }
    }
  }
}

static inline __attribute__((always_inline)) double within(double value, double limit) {
  value = value < limit ? value : limit;
  return value > 0 ? value : 0;
}

static inline __attribute__((always_inline)) void places(const kn_line *line, int32_t *x,
                                                         int32_t *y, int count) {
#pragma STDC FP_CONTRACT OFF
  const kn_line l = *line;
  if (l.dw == 0 && l.w0 == 1) {
    for (int i = 0; i < count; i++) {
      x[i] = (int32_t)within(l.x0 + i * l.dx + 0.5, l.max_x);
      y[i] = (int32_t)within(l.y0 + i * l.dy + 0.5, l.max_y);
    }
    return;
  }
  for (int i = 0; i < count; i++) {
    double depth = 1 / (l.w0 + i * l.dw);
    x[i] = (int32_t)within((l.x0 + i * l.dx) * depth + 0.5, l.max_x);
    y[i] = (int32_t)within((l.y0 + i * l.dy) * depth + 0.5, l.max_y);
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

static inline int32_t load_quad(const uint8_t *source) {
  int32_t quad;
  __builtin_memcpy(&quad, source, sizeof quad);
  return quad;
}

// Eight plain loads: the gather instruction is several times slower where its microcode guards
// against sampled data.
AVX2 static inline __m256i load_quads(const uint8_t *source, const int32_t *place) {
  return _mm256_setr_epi32(
      load_quad(source + place[0]), load_quad(source + place[1]), load_quad(source + place[2]),
      load_quad(source + place[3]), load_quad(source + place[4]), load_quad(source + place[5]),
      load_quad(source + place[6]), load_quad(source + place[7]));
}

// Eight samples of four taps each: (a, b) hold the weights of samples 0…3 and 4…7.
AVX2 static inline __m256i multiply_taps(__m256i quads, __m256i a, __m256i b) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i low = _mm256_madd_epi16(_mm256_unpacklo_epi8(quads, zero),
                                  _mm256_permute2x128_si256(a, b, 0x20));
  __m256i high = _mm256_madd_epi16(_mm256_unpackhi_epi8(quads, zero),
                                   _mm256_permute2x128_si256(a, b, 0x31));
  return _mm256_hadd_epi32(low, high);
}

AVX2 static inline void store_row(int16_t *destination, __m256i sums) {
  sums = _mm256_srai_epi32(_mm256_add_epi32(sums, _mm256_set1_epi32(128)), 8);
  __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi32(sums, sums), 0x08);
  _mm_storeu_si128((__m128i *)destination, _mm256_castsi256_si128(packed));
}

AVX2 static int filter_row_4_avx2(const uint8_t *source, const int32_t *first,
                                  const int16_t *weight, int16_t *destination, int count) {
  int x = 0;
  for (; x + 8 <= count; x += 8) {
    __m256i quads = load_quads(source, first + x);
    __m256i a = _mm256_loadu_si256((const __m256i *)(weight + 4 * x));
    __m256i b = _mm256_loadu_si256((const __m256i *)(weight + 4 * x + 16));
    store_row(destination + x, multiply_taps(quads, a, b));
  }
  return x;
}

AVX2 static int filter_row_avx2(const uint8_t *source, const int32_t *first,
                                const int16_t *weight, int taps, int16_t *destination,
                                int count) {
  int x = 0;
  for (; x + 8 <= count; x += 8) {
    __m256i sums = _mm256_setzero_si256();
    const int16_t *w = weight + (intptr_t)taps * x;
    for (int k = 0; k < taps; k += 4) {
      __m256i quads = load_quads(source + k, first + x);
      __m256i part[2];
      for (int half = 0; half < 2; half++) {
        const int16_t *from = w + (intptr_t)taps * 4 * half + k;
        part[half] = _mm256_setr_epi64x(
            *(const int64_t *)from, *(const int64_t *)(from + taps),
            *(const int64_t *)(from + 2 * taps), *(const int64_t *)(from + 3 * taps));
      }
      sums = _mm256_add_epi32(sums, multiply_taps(quads, part[0], part[1]));
    }
    store_row(destination + x, sums);
  }
  return x;
}

AVX2 static inline __m256i pair_weights(int16_t first, int16_t second) {
  return _mm256_set1_epi32((int32_t)((uint16_t)first | (uint32_t)(uint16_t)second << 16));
}

AVX2 static int filter_column_avx2(const int16_t *const *rows, const int16_t *weight, int taps,
                                   uint8_t *destination, int count) {
  const __m256i half = _mm256_set1_epi32(1 << 19);
  int x = 0;
  for (; x + 16 <= count; x += 16) {
    __m256i low = half, high = half;
    for (int k = 0; k < taps; k += 2) {
      __m256i a = _mm256_loadu_si256((const __m256i *)(rows[k] + x));
      __m256i b = _mm256_loadu_si256((const __m256i *)(rows[k + 1] + x));
      __m256i w = pair_weights(weight[k], weight[k + 1]);
      low = _mm256_add_epi32(low, _mm256_madd_epi16(_mm256_unpacklo_epi16(a, b), w));
      high = _mm256_add_epi32(high, _mm256_madd_epi16(_mm256_unpackhi_epi16(a, b), w));
    }
    __m256i words =
        _mm256_packs_epi32(_mm256_srai_epi32(low, 20), _mm256_srai_epi32(high, 20));
    __m256i bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(words, words), 0x08);
    _mm_storeu_si128((__m128i *)(destination + x), _mm256_castsi256_si128(bytes));
  }
  return x;
}

// The four weights of samples `first`…`first` + 3, each in 64 bits.
AVX2 static inline __m256i load_weights(const int64_t *weights, const int32_t *phase) {
  return _mm256_setr_epi64x(weights[phase[0]], weights[phase[1]], weights[phase[2]],
                            weights[phase[3]]);
}

AVX2 static int sample_4x4_avx2(const uint8_t *source, int stride, const int32_t *x,
                                const int32_t *y, const int16_t *phase, uint8_t *destination,
                                int count) {
  const __m256i fraction = _mm256_set1_epi32(255), one = _mm256_set1_epi32(1);
  const __m256i pitch = _mm256_set1_epi32(stride), rounding = _mm256_set1_epi32(128);
  const __m256i low16 = _mm256_set1_epi32(0xffff), half = _mm256_set1_epi32(1 << 19);
  const int64_t *weights = (const int64_t *)phase;
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    __m256i px = _mm256_loadu_si256((const __m256i *)(x + i));
    __m256i py = _mm256_loadu_si256((const __m256i *)(y + i));
    int32_t fx[8], fy[8], place[8];
    _mm256_storeu_si256((__m256i *)fx, _mm256_and_si256(px, fraction));
    _mm256_storeu_si256((__m256i *)fy, _mm256_and_si256(py, fraction));
    __m256i corner = _mm256_add_epi32(
        _mm256_mullo_epi32(_mm256_sub_epi32(_mm256_srai_epi32(py, 8), one), pitch),
        _mm256_sub_epi32(_mm256_srai_epi32(px, 8), one));
    _mm256_storeu_si256((__m256i *)place, corner);
    __m256i a = load_weights(weights, fx), b = load_weights(weights, fx + 4);
    __m256i row[4];
    for (int k = 0; k < 4; k++) {
      __m256i quads = load_quads(source + (intptr_t)k * stride, place);
      row[k] = _mm256_srai_epi32(_mm256_add_epi32(multiply_taps(quads, a, b), rounding), 8);
    }
    // Two rows share a register as 16-bit halves, to meet their two weights in one multiply-add.
    __m256i first = _mm256_or_si256(_mm256_and_si256(row[0], low16),
                                    _mm256_slli_epi32(row[1], 16));
    __m256i second = _mm256_or_si256(_mm256_and_si256(row[2], low16),
                                     _mm256_slli_epi32(row[3], 16));
    __m256 c = _mm256_castsi256_ps(load_weights(weights, fy));
    __m256 d = _mm256_castsi256_ps(load_weights(weights, fy + 4));
    __m256i w01 = _mm256_permute4x64_epi64(
        _mm256_castps_si256(_mm256_shuffle_ps(c, d, 0x88)), 0xd8);
    __m256i w23 = _mm256_permute4x64_epi64(
        _mm256_castps_si256(_mm256_shuffle_ps(c, d, 0xdd)), 0xd8);
    __m256i sum = _mm256_add_epi32(_mm256_madd_epi16(first, w01), _mm256_madd_epi16(second, w23));
    sum = _mm256_srai_epi32(_mm256_add_epi32(sum, half), 20);
    __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(sum, sum), 0x08);
    __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(words), _mm_setzero_si128());
    _mm_storel_epi64((__m128i *)(destination + i), bytes);
  }
  return i;
}

AVX2 static void places_avx2(const kn_line *line, int32_t *x, int32_t *y, int count) {
  places(line, x, y, count);
}

AVX2 static void mesh_places_avx2(const int32_t *nodes, int cells, int per_cell, int32_t limit,
                                  int32_t *out) {
  mesh_places(nodes, cells, per_cell, limit, out);
}
#else
#define places_avx2 places
#define mesh_places_avx2 mesh_places
static int has_avx2(void) { return 0; }
#define filter_row_4_avx2(...) 0
#define filter_row_avx2(...) 0
#define filter_column_avx2(...) 0
#define sample_4x4_avx2(...) 0
#endif

void kn_filter_row_4(const uint8_t *source, const int32_t *first, const int16_t *weight,
                     int16_t *destination, int count) {
  int done = has_avx2() ? filter_row_4_avx2(source, first, weight, destination, count) : 0;
  filter_row_from(source, first, weight, 4, destination, done, count);
}

void kn_filter_row(const uint8_t *source, const int32_t *first, const int16_t *weight,
                   int taps, int16_t *destination, int count) {
  int done = has_avx2() ? filter_row_avx2(source, first, weight, taps, destination, count) : 0;
  filter_row_from(source, first, weight, taps, destination, done, count);
}

void kn_filter_column(const int16_t *const *rows, const int16_t *weight, int taps,
                      uint8_t *destination, int count) {
  int done = has_avx2() ? filter_column_avx2(rows, weight, taps, destination, count) : 0;
  filter_column_from(rows, weight, taps, destination, done, count);
}

void kn_sample_4x4(const uint8_t *source, int stride, const int32_t *x, const int32_t *y,
                   const int16_t *phase, uint8_t *destination, int count) {
  int done =
      has_avx2() ? sample_4x4_avx2(source, stride, x, y, phase, destination, count) : 0;
  sample_4x4_from(source, stride, x, y, phase, destination, done, count);
}

void kn_places(const kn_line *line, int32_t *x, int32_t *y, int count) {
  if (has_avx2()) {
    places_avx2(line, x, y, count);
  } else {
    places(line, x, y, count);
  }
}

void kn_mesh_places(const int32_t *nodes, int cells, int per_cell, int32_t limit,
                    int32_t *places) {
  if (has_avx2()) {
    mesh_places_avx2(nodes, cells, per_cell, limit, places);
  } else {
    mesh_places(nodes, cells, per_cell, limit, places);
  }
}

#include "look.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef struct {
  const uint8_t *y0, *y1, *cb, *cr;
  int16_t *fine_y0, *fine_y1, *fine_cb, *fine_cr;
} row_pair;

enum { kZero = 1024, kSpan = 14016, kNeutral = 8192 };

static inline int32_t low_half(uint32_t pair) { return (int16_t)(pair & 0xffff); }
static inline int32_t high_half(uint32_t pair) { return (int16_t)(pair >> 16); }

static void grade_from(const row_pair *r, const uint32_t *luma, const uint32_t *chroma,
                       int start, int width) {
  for (int i = start; 2 * i < width; i++) {
    int cb = r->cb[i], cr = r->cr[i], right = cr & 7, down = cb & 7;
    int w[4] = {(8 - down) * (8 - right), (8 - down) * right, down * (8 - right), down * right};
    const uint32_t *cell = luma + (((cb >> 3) * 32 + (cr >> 3)) << 8);
    int sum = 0, last = 2 * i + 1 < width ? 1 : 0;
    for (int k = 0; k <= last; k++) {
      for (int row = 0; row < 2; row++) {
        int y = (row ? r->y1 : r->y0)[2 * i + k];
        uint32_t a = cell[y], b = cell[(32 << 8) + y];
        int32_t value = low_half(a) * w[0] + high_half(a) * w[1] + low_half(b) * w[2] +
                        high_half(b) * w[3] + 32;
        (row ? r->fine_y1 : r->fine_y0)[2 * i + k] = (int16_t)(value >> 6);
        sum += y;
      }
    }
    int y = last ? (sum + 2) >> 2 : (sum + 1) >> 1;
    const uint32_t *node = chroma + (((cb >> 3) * 33 + (cr >> 3)) << 8) + y;
    uint32_t n[4] = {node[0], node[1 << 8], node[33 << 8], node[34 << 8]};
    int32_t out_cb = 32, out_cr = 32;
    for (int k = 0; k < 4; k++) {
      out_cb += low_half(n[k]) * w[k];
      out_cr += high_half(n[k]) * w[k];
    }
    r->fine_cb[i] = (int16_t)(out_cb >> 6);
    r->fine_cr[i] = (int16_t)(out_cr >> 6);
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }

AVX2 static inline __m256i gather(const uint32_t *table, __m256i index) {
  return _mm256_i32gather_epi32((const int *)table, index, 4);
}

AVX2 static inline __m256i widen(const uint8_t *bytes) {
  return _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)bytes));
}

AVX2 static inline __m256i settle(__m256i sum) {
  return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(32)), 6);
}

AVX2 static inline __m256i two_rows(const uint32_t *table, __m256i index, __m256i upper,
                                    __m256i lower) {
  __m256i first = _mm256_madd_epi16(gather(table, index), upper);
  return settle(_mm256_add_epi32(
      first, _mm256_madd_epi16(gather(table + (32 << 8), index), lower)));
}

AVX2 static inline void store_16(int16_t *to, __m256i low, __m256i high) {
  __m256i words = _mm256_packs_epi32(low, high);
  _mm256_storeu_si256((__m256i *)to, _mm256_permute4x64_epi64(words, 0xd8));
}

AVX2 static inline void store_8(int16_t *to, __m256i values) {
  __m256i words = _mm256_permute4x64_epi64(_mm256_packs_epi32(values, values), 0x08);
  _mm_storeu_si128((__m128i *)to, _mm256_castsi256_si128(words));
}

AVX2 static inline void grade_chroma(const row_pair *r, const uint32_t *chroma,
                                     __m256i index, __m256i upper, __m256i lower, int i) {
  const __m256i ones = _mm256_set1_epi8(1), words = _mm256_set1_epi16(1);
  __m256i a = _mm256_maddubs_epi16(
      _mm256_loadu2_m128i((const __m128i *)(r->y1 + 2 * i), (const __m128i *)(r->y0 + 2 * i)),
      ones);
  __m128i sum = _mm_add_epi16(_mm256_castsi256_si128(a), _mm256_extracti128_si256(a, 1));
  sum = _mm_srli_epi16(_mm_add_epi16(sum, _mm256_castsi256_si128(_mm256_slli_epi16(words, 1))),
                       2);
  index = _mm256_add_epi32(index, _mm256_cvtepu16_epi32(sum));
  const __m256i half = _mm256_set1_epi32(0xffff);
  __m256i n0 = gather(chroma, index), n1 = gather(chroma + (1 << 8), index);
  __m256i n2 = gather(chroma + (33 << 8), index), n3 = gather(chroma + (34 << 8), index);
  __m256i cb = _mm256_add_epi32(
      _mm256_madd_epi16(_mm256_or_si256(_mm256_and_si256(n0, half), _mm256_slli_epi32(n1, 16)),
                        upper),
      _mm256_madd_epi16(_mm256_or_si256(_mm256_and_si256(n2, half), _mm256_slli_epi32(n3, 16)),
                        lower));
  __m256i cr = _mm256_add_epi32(
      _mm256_madd_epi16(
          _mm256_or_si256(_mm256_srli_epi32(n0, 16), _mm256_andnot_si256(half, n1)), upper),
      _mm256_madd_epi16(
          _mm256_or_si256(_mm256_srli_epi32(n2, 16), _mm256_andnot_si256(half, n3)), lower));
  store_8(r->fine_cb + i, settle(cb));
  store_8(r->fine_cr + i, settle(cr));
}

AVX2 static int grade_avx2(const row_pair *r, const uint32_t *luma, const uint32_t *chroma,
                           int width) {
  const __m256i seven = _mm256_set1_epi32(7), eight = _mm256_set1_epi32(8);
  const __m256i first = _mm256_setr_epi32(0, 0, 1, 1, 2, 2, 3, 3);
  const __m256i second = _mm256_setr_epi32(4, 4, 5, 5, 6, 6, 7, 7);
  int i = 0;
  for (; 2 * i + 16 <= width; i += 8) {
    __m256i cb = widen(r->cb + i), cr = widen(r->cr + i);
    __m256i down = _mm256_and_si256(cb, seven), right = _mm256_and_si256(cr, seven);
    __m256i pair = _mm256_or_si256(_mm256_sub_epi32(eight, right), _mm256_slli_epi32(right, 16));
    __m256i both = _mm256_or_si256(down, _mm256_slli_epi32(down, 16));
    __m256i lower = _mm256_mullo_epi16(pair, both);
    __m256i upper = _mm256_sub_epi16(_mm256_slli_epi16(pair, 3), lower);
    __m256i row = _mm256_srli_epi32(cb, 3), column = _mm256_srli_epi32(cr, 3);
    __m256i cell = _mm256_add_epi32(_mm256_slli_epi32(row, 5), column);
    __m256i place = _mm256_slli_epi32(cell, 8);
    __m256i p0 = _mm256_permutevar8x32_epi32(place, first);
    __m256i p1 = _mm256_permutevar8x32_epi32(place, second);
    __m256i u0 = _mm256_permutevar8x32_epi32(upper, first);
    __m256i u1 = _mm256_permutevar8x32_epi32(upper, second);
    __m256i l0 = _mm256_permutevar8x32_epi32(lower, first);
    __m256i l1 = _mm256_permutevar8x32_epi32(lower, second);
    for (int k = 0; k < 2; k++) {
      const uint8_t *y = (k ? r->y1 : r->y0) + 2 * i;
      __m256i a = two_rows(luma, _mm256_add_epi32(p0, widen(y)), u0, l0);
      __m256i b = two_rows(luma, _mm256_add_epi32(p1, widen(y + 8)), u1, l1);
      store_16((k ? r->fine_y1 : r->fine_y0) + 2 * i, a, b);
    }
    __m256i node = _mm256_slli_epi32(_mm256_add_epi32(cell, row), 8);
    grade_chroma(r, chroma, node, upper, lower, i);
  }
  return i;
}
#else
static int has_avx2(void) { return 0; }
#define grade_avx2(...) 0
#endif

void kn_grade(const uint8_t *y0, const uint8_t *y1, const uint8_t *cb, const uint8_t *cr,
              const uint32_t *luma, const uint32_t *chroma, int16_t *fine_y0, int16_t *fine_y1,
              int16_t *fine_cb, int16_t *fine_cr, int width) {
  row_pair rows = {y0, y1, cb, cr, fine_y0, fine_y1, fine_cb, fine_cr};
  int done = has_avx2() ? grade_avx2(&rows, luma, chroma, width) : 0;
  grade_from(&rows, luma, chroma, done, width);
}

CLONES void kn_refine(const uint8_t *source, int16_t *fine, int count) {
  for (int i = 0; i < count; i++) fine[i] = (int16_t)(source[i] << 6);
}

CLONES void kn_vignette_row(const int16_t *across, int down, int strength, int16_t *gain,
                            int count) {
  for (int i = 0; i < count; i++) {
    int32_t t = across[i] + down;
    t = t > 32767 ? 32767 : t;
    int32_t square = (t * t) >> 15;
    int32_t smooth = (square * ((98304 - 2 * t) >> 2)) >> 13;
    gain[i] = (int16_t)(32767 - ((smooth * strength) >> 15));
  }
}

static inline __attribute__((always_inline)) uint8_t to_byte(int32_t fine) {
  fine >>= 6;
  return fine < 0 ? 0 : fine > 255 ? 255 : (uint8_t)fine;
}

static inline __attribute__((always_inline)) int16_t grain_at(int16_t tone, int16_t strength) {
  int16_t middle = (int16_t)(2 * ((tone - kZero) >> 6) - 205);
  middle = middle < -255 ? -255 : middle > 255 ? 255 : middle;
  int16_t square = (int16_t)((middle * middle) >> 8);
  int16_t amount = (int16_t)(240 - ((square * square) >> 8));
  return (int16_t)((amount * strength) >> 8);
}

CLONES void kn_finish(const int16_t *fine, int zero, const int16_t *gain, const int8_t *grain,
                      int strength, const int16_t *tone, int step, const uint8_t *dither,
                      uint8_t *destination, int count) {
  uint8_t *restrict out = destination;
  const int16_t amount = (int16_t)strength;
  int16_t value[64];
  for (int start = 0; start < count; start += 64) {
    int n = count - start < 64 ? count - start : 64;
    for (int i = 0; i < n; i++) value[i] = fine[start + i];
    if (gain) {
      for (int i = 0; i < n; i++) {
        int32_t scaled = ((value[i] - zero) * gain[start + i] + 16384) >> 15;
        value[i] = (int16_t)(scaled + zero);
      }
    }
    if (grain && step == 1) {
      for (int i = 0; i < n; i++) {
        int16_t noise = (int16_t)(grain_at(value[i], amount) * grain[start + i]);
        value[i] = (int16_t)(value[i] + ((noise + 8) >> 4));
      }
    } else if (grain) {
      for (int i = 0; i < n; i++) {
        int16_t noise = (int16_t)(grain_at(tone[2 * (start + i)], amount) * grain[start + i]);
        value[i] = (int16_t)(value[i] + ((noise + 8) >> 4));
      }
    }
    for (int i = 0; i < n; i++) out[start + i] = to_byte(value[i] + dither[start + i]);
  }
}

CLONES void kn_row_between(const float *field, int width, int height, float y, float *out) {
  y = y < 0 ? 0 : y > (float)(height - 1) ? (float)(height - 1) : y;
  int row = (int)y;
  float t = y - (float)row;
  const float *restrict a = field + (intptr_t)row * width;
  const float *restrict b = row + 1 < height ? a + width : a;
  float *restrict to = out;
  for (int i = 0; i < width; i++) to[i] = a[i] + (b[i] - a[i]) * t;
}

static inline __attribute__((always_inline)) float cell_at(const float *cells, int count,
                                                           int i) {
  return cells[i < 0 ? 0 : i >= count ? count - 1 : i];
}

CLONES void kn_spread(const float *cells, int cell_count, int per_cell, int is_chroma,
                      float *out, int count) {
  float at[4], *restrict to = out;
  for (int k = 0; k < per_cell; k++) {
    at[k] = is_chroma ? ((float)k + 0.25f) / (float)per_cell - 0.5f
                      : ((float)k + 0.5f) / (float)per_cell - 0.5f;
  }
  int whole = count / per_cell;
  whole = whole < cell_count - 1 ? whole : cell_count - 1;
  for (int k = 0; k < per_cell; k++) {
    int left = at[k] < 0 ? -1 : 0;
    float t = at[k] < 0 ? at[k] + 1 : at[k];
    for (int c = 1; c < whole; c++) {
      float a = cells[c + left], b = cells[c + left + 1];
      to[c * per_cell + k] = a + (b - a) * t;
    }
  }
  for (int i = 0; i < count; i++) {
    if (i == per_cell && whole > 1) i = whole * per_cell;
    if (i >= count) break;
    int c = i / per_cell, k = i % per_cell, left = at[k] < 0 ? -1 : 0;
    float t = at[k] < 0 ? at[k] + 1 : at[k];
    float a = cell_at(cells, cell_count, c + left), b = cell_at(cells, cell_count, c + left + 1);
    to[i] = a + (b - a) * t;
  }
}

static inline __attribute__((always_inline)) float unit(int32_t fine) {
  float value = (float)(fine - kZero) * (1.0f / kSpan);
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

CLONES void kn_add_light(int16_t *fine, const float *light, int count) {
  for (int i = 0; i < count; i++) {
    float before = unit(fine[i]);
    float square = before * before;
    float after = sqrtf(square + light[i] * (1 - square));
    fine[i] = (int16_t)(fine[i] + (int32_t)((after - before) * kSpan + 0.5f));
  }
}

CLONES void kn_add_tint(int16_t *fine, const int16_t *y0, const int16_t *y1,
                        const float *light, const float *tint, int count) {
  for (int i = 0; i < count; i++) {
    float before = unit((y0[2 * i] + y1[2 * i]) >> 1);
    float square = before * before;
    float after = sqrtf(square + light[i] * (1 - square));
    float chroma = (float)(fine[i] - kNeutral);
    float keep = after > before ? before / after : 1;
    float more = tint[i] * (1 - square) * (224 * 64) / (after > 0.05f ? after : 0.05f);
    float value = chroma * keep + more;
    value = value < -8191 ? -8191 : value > 8191 ? 8191 : value;
    fine[i] = (int16_t)(kNeutral + (int32_t)(value < 0 ? value - 0.5f : value + 0.5f));
  }
}

CLONES void kn_veil(uint8_t *samples, const float *opacity, float color, const uint8_t *dither,
                    int count) {
  for (int i = 0; i < count; i++) {
    float value = (float)samples[i];
    value += (color - value) * opacity[i];
    samples[i] = to_byte((int32_t)(value * 64 + (float)dither[i]));
  }
}

CLONES void kn_sum_4x4(const uint8_t *first, int stride, uint16_t *sums, int cells) {
  const uint8_t *restrict a = first, *restrict b = first + stride;
  const uint8_t *restrict c = b + stride, *restrict d = c + stride;
  uint16_t column[256];
  for (int start = 0; start < cells; start += 64) {
    int n = cells - start < 64 ? cells - start : 64;
    for (int x = 0; x < 4 * n; x++) {
      int at = 4 * start + x;
      column[x] = (uint16_t)(a[at] + b[at] + c[at] + d[at]);
    }
    for (int i = 0; i < n; i++) {
      sums[start + i] = (uint16_t)(column[4 * i] + column[4 * i + 1] + column[4 * i + 2] +
                                   column[4 * i + 3]);
    }
  }
}

static inline int within(int value, int limit) {
  return value < 0 ? 0 : value > limit ? limit : value;
}

CLONES void kn_halve(const float *field, int width, int height, float *scratch, float *out) {
  int across = (width + 1) / 2, down = (height + 1) / 2;
  float *restrict row = scratch + 2;
  for (int y = 0; y < down; y++) {
    const float *restrict r[5];
    for (int k = 0; k < 5; k++) {
      r[k] = field + (intptr_t)within(2 * y + k - 2, height - 1) * width;
    }
    for (int i = 0; i < width; i++) {
      row[i] = (r[0][i] + r[4][i] + 4 * (r[1][i] + r[3][i]) + 6 * r[2][i]) * (1.0f / 16);
    }
    row[-1] = row[-2] = row[0];
    row[width] = row[width + 1] = row[width - 1];
    float *restrict to = out + (intptr_t)y * across;
    for (int i = 0; i < across; i++) {
      const float *s = row + 2 * i - 2;
      to[i] = (s[0] + s[4] + 4 * (s[1] + s[3]) + 6 * s[2]) * (1.0f / 16);
    }
  }
}

CLONES void kn_double(const float *field, int width, int height, float keep, float weight,
                      float *scratch, float *out, int out_width, int out_height) {
  float *restrict row = scratch + 1;
  for (int y = 0; y < out_height; y++) {
    int near = within(y / 2, height - 1), far = within(y / 2 + (y & 1 ? 1 : -1), height - 1);
    const float *restrict a = field + (intptr_t)near * width;
    const float *restrict b = field + (intptr_t)far * width;
    for (int i = 0; i < width; i++) row[i] = (a[i] * 0.75f + b[i] * 0.25f) * weight;
    row[-1] = row[0];
    row[width] = row[width - 1];
    float *restrict to = out + (intptr_t)y * out_width;
    for (int i = 0; i < out_width / 2; i++) {
      to[2 * i] = to[2 * i] * keep + row[i] * 0.75f + row[i - 1] * 0.25f;
      to[2 * i + 1] = to[2 * i + 1] * keep + row[i] * 0.75f + row[i + 1] * 0.25f;
    }
    if (out_width & 1) {
      int i = out_width / 2;
      to[2 * i] = to[2 * i] * keep + row[i] * 0.75f + row[i - 1] * 0.25f;
    }
  }
}

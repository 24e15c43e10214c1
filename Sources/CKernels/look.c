#include "look.h"

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

enum { kZero = 1024, kSpan = 14016, kNeutral = 8192 };

typedef struct {
  const uint8_t *cb, *cr;
  int chroma_stride;
  const uint64_t *luma, *chroma, *weights;
} bright_source;

// What one chroma sample and its four luma samples read: a cell of the table, and the weights
// of the cell's corners.
typedef struct {
  intptr_t cell;
  const uint64_t *weight;
} corner;

static inline __attribute__((always_inline)) corner corner_of(int cb, int cr,
                                                              const uint64_t *weights) {
  corner result = {((cb >> 3) * 32 + (cr >> 3)) << 8, weights + ((cb & 7) * 8 + (cr & 7))};
  return result;
}

static inline int16_t weigh(uint64_t corners, uint64_t weights) {
  int32_t sum = 32;
  for (int k = 0; k < 64; k += 16) {
    sum += (int32_t)(corners >> k & 0xffff) * (int32_t)(weights >> k & 0xffff);
  }
  return (int16_t)(sum >> 6);
}

static void grade_from(const uint8_t *const *source, const uint64_t *luma,
                       const uint64_t *chroma, const uint64_t *weights, int16_t *const *fine,
                       int start, int width) {
  for (int i = start; 2 * i < width; i++) {
    corner at = corner_of(source[2][i], source[3][i], weights);
    int last = 2 * i + 1 < width, sum = 0;
    for (int row = 0; row < 2; row++) {
      for (int x = 2 * i; x <= 2 * i + last; x++) {
        sum += source[row][x];
        fine[row][x] = weigh(luma[at.cell + source[row][x]], *at.weight);
      }
    }
    const uint64_t *node = chroma + 2 * (at.cell + (last ? (sum + 2) >> 2 : (sum + 1) >> 1));
    fine[2][i] = weigh(node[0], *at.weight);
    fine[3][i] = weigh(node[1], *at.weight);
  }
}

#if defined(__SSE2__)
#include <emmintrin.h>

static inline __m128i two_nodes(const uint64_t *cell, const uint8_t *y, __m128i weight) {
  __m128i pair = _mm_loadl_epi64((const __m128i *)(cell + y[0]));
  pair = _mm_castpd_si128(
      _mm_loadh_pd(_mm_castsi128_pd(pair), (const double *)(cell + y[1])));
  return _mm_madd_epi16(pair, weight);
}

// Sums of neighbours, rounded and without the weights' six bits.
static inline __m128i settle(__m128i a, __m128i b) {
  __m128 even = _mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), 0x88);
  __m128 odd = _mm_shuffle_ps(_mm_castsi128_ps(a), _mm_castsi128_ps(b), 0xdd);
  __m128i sum = _mm_add_epi32(_mm_castps_si128(even), _mm_castps_si128(odd));
  return _mm_srai_epi32(_mm_add_epi32(sum, _mm_set1_epi32(32)), 6);
}

static int grade_vectors(const uint8_t *const *source, const uint64_t *luma,
                         const uint64_t *chroma, const uint64_t *weights,
                         int16_t *const *fine, int width) {
  const uint8_t *y0 = source[0], *y1 = source[1];
  int i = 0;
  for (; 2 * i + 4 <= width; i += 2) {
    __m128i rows[2], tint[2];
    for (int k = 0; k < 2; k++) {
      int x = 2 * (i + k);
      corner at = corner_of(source[2][i + k], source[3][i + k], weights);
      __m128i weight = _mm_loadl_epi64((const __m128i *)at.weight);
      weight = _mm_unpacklo_epi64(weight, weight);
      const uint64_t *cell = luma + at.cell;
      rows[k] = settle(two_nodes(cell, y0 + x, weight), two_nodes(cell, y1 + x, weight));
      int middle = (y0[x] + y0[x + 1] + y1[x] + y1[x + 1] + 2) >> 2;
      const __m128i *node = (const __m128i *)(chroma + 2 * (at.cell + middle));
      tint[k] = _mm_madd_epi16(_mm_loadu_si128(node), weight);
    }
    __m128i words = _mm_packs_epi32(rows[0], rows[1]);
    words = _mm_shuffle_epi32(words, 0xd8);
    _mm_storel_epi64((__m128i *)(fine[0] + 2 * i), words);
    _mm_storel_epi64((__m128i *)(fine[1] + 2 * i), _mm_unpackhi_epi64(words, words));
    __m128i colors = settle(tint[0], tint[1]);
    fine[2][i] = (int16_t)_mm_extract_epi16(colors, 0);
    fine[3][i] = (int16_t)_mm_extract_epi16(colors, 2);
    fine[2][i + 1] = (int16_t)_mm_extract_epi16(colors, 4);
    fine[3][i + 1] = (int16_t)_mm_extract_epi16(colors, 6);
  }
  return i;
}
#else
#define grade_vectors(...) 0
#endif

void kn_grade(const uint8_t *y0, const uint8_t *y1, const uint8_t *cb, const uint8_t *cr,
              const uint64_t *luma, const uint64_t *chroma, const uint64_t *weights,
              int16_t *fine_y0, int16_t *fine_y1, int16_t *fine_cb, int16_t *fine_cr,
              int width) {
  const uint8_t *source[4] = {y0, y1, cb, cr};
  int16_t *fine[4] = {fine_y0, fine_y1, fine_cb, fine_cr};
  int done = grade_vectors(source, luma, chroma, weights, fine, width);
  grade_from(source, luma, chroma, weights, fine, done, width);
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

// Grain's strength at a tone: least in white, most in the lower middle, by a polynomial near
// the root of u (1 − u); `amount` is at most 255, and so is what comes.
static inline __attribute__((always_inline)) int16_t grain_at(int16_t tone, int16_t amount) {
  int16_t middle = (int16_t)((int16_t)((int16_t)(tone - kZero) >> 5) - 205);
  middle = middle < -255 ? -255 : middle > 255 ? 255 : middle;
  uint16_t square = (uint16_t)((uint16_t)(middle * middle) >> 8);
  uint16_t loss = (uint16_t)((uint16_t)(square * square) >> 8);
  return (int16_t)((uint16_t)((uint16_t)(240 - loss) * (uint16_t)amount) >> 8);
}

enum { kChunk = 256 };

CLONES void kn_finish(const int16_t *fine, int zero, const int16_t *gain, const int8_t *grain,
                      int strength, const int16_t *tone, int step, const uint8_t *dither,
                      uint8_t *destination, int count) {
  const int16_t amount = (int16_t)strength;
  int16_t value[kChunk];
  for (int start = 0; start < count; start += kChunk) {
    const int n = count - start < kChunk ? count - start : kChunk;
    const int16_t *restrict from = fine + start, *restrict light = gain + (gain ? start : 0);
    const int8_t *restrict noise = grain + (grain ? start : 0);
    const uint8_t *restrict threshold = dither + start;
    uint8_t *restrict out = destination + start;
    if (gain) {
      for (int i = 0; i < n; i++) {
        value[i] = (int16_t)((((from[i] - zero) * light[i] + 16384) >> 15) + zero);
      }
    } else {
      for (int i = 0; i < n; i++) value[i] = from[i];
    }
    if (grain && step == 1) {
      for (int i = 0; i < n; i++) {
        int16_t product = (int16_t)(grain_at(value[i], amount) * noise[i]);
        value[i] = (int16_t)(value[i] + ((int16_t)(product + 8) >> 4));
      }
    } else if (grain) {
      const int16_t *restrict level = tone + 2 * start;
      for (int i = 0; i < n; i++) {
        int16_t product = (int16_t)(grain_at(level[2 * i], amount) * noise[i]);
        value[i] = (int16_t)(value[i] + ((int16_t)(product + 8) >> 4));
      }
    }
    for (int i = 0; i < n; i++) out[i] = to_byte(value[i] + threshold[i]);
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
  const float *restrict cell = cells;
  float *restrict to = out;
  int whole = count / per_cell < cell_count - 1 ? count / per_cell : cell_count - 1;
  float first = is_chroma ? 0.25f / (float)per_cell : 0.5f / (float)per_cell;
  if (per_cell == 4) {
    for (int c = 1; c < whole; c++) {
      float a = cell[c - 1], b = cell[c], d = cell[c + 1];
      to[4 * c] = a + (b - a) * (first + 0.5f);
      to[4 * c + 1] = a + (b - a) * (first + 0.75f);
      to[4 * c + 2] = b + (d - b) * first;
      to[4 * c + 3] = b + (d - b) * (first + 0.25f);
    }
  } else {
    for (int c = 1; c < whole; c++) {
      float a = cell[c - 1], b = cell[c], d = cell[c + 1];
      to[2 * c] = a + (b - a) * (first + 0.5f);
      to[2 * c + 1] = b + (d - b) * first;
    }
  }
  for (int i = 0; i < count; i++) {
    if (i == per_cell && whole > 1) i = whole * per_cell;
    if (i >= count) break;
    float place = (float)(i % per_cell) / (float)per_cell + first - 0.5f;
    int left = i / per_cell + (place < 0 ? -1 : 0);
    float t = place < 0 ? place + 1 : place;
    float a = cell_at(cell, cell_count, left), b = cell_at(cell, cell_count, left + 1);
    to[i] = a + (b - a) * t;
  }
}

static inline __attribute__((always_inline)) float unit(int32_t fine) {
  float value = (float)(fine - kZero) * (1.0f / kSpan);
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

// Without errno, unlike sqrtf, so that loops of it become vectors.
static inline __attribute__((always_inline)) float root(float value) {
  return __builtin_elementwise_sqrt(value);
}

CLONES void kn_add_light(int16_t *fine, const float *light, int count) {
  int16_t *restrict to = fine;
  for (int i = 0; i < count; i++) {
    float before = unit(to[i]);
    float square = before * before;
    float after = root(square + light[i] * (1 - square));
    to[i] = (int16_t)(to[i] + (int32_t)((after - before) * kSpan + 0.5f));
  }
}

static inline __attribute__((always_inline)) int16_t tinted(float chroma, float tint) {
  float value = chroma + tint;
  value = value < -8191 ? -8191 : value > 8191 ? 8191 : value;
  return (int16_t)((int32_t)(value + (kNeutral + 0.5f)));
}

CLONES void kn_add_tint(int16_t *fine_cb, int16_t *fine_cr, const int16_t *y0,
                        const int16_t *y1, const float *light, const float *tint_cb,
                        const float *tint_cr, int count) {
  int16_t *restrict cb = fine_cb, *restrict cr = fine_cr;
  const int16_t *restrict top = y0, *restrict bottom = y1;
  for (int i = 0; i < count; i++) {
    float before = unit((top[2 * i] + bottom[2 * i]) >> 1);
    float square = before * before;
    float after = root(square + light[i] * (1 - square));
    float share = 1 / (after > 0.05f ? after : 0.05f);
    float keep = after > before ? before * share : 1;
    float more = (1 - square) * share * (224 * 64);
    cb[i] = tinted((float)(cb[i] - kNeutral) * keep, tint_cb[i] * more);
    cr[i] = tinted((float)(cr[i] - kNeutral) * keep, tint_cr[i] * more);
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

// A cell's mean luma and chroma, graded where there is a table.
static inline void cell_color(const bright_source *b, uint32_t sum, int x, float color[3]) {
  const uint8_t *cb0 = b->cb + 2 * x, *cb1 = cb0 + b->chroma_stride;
  const uint8_t *cr0 = b->cr + 2 * x, *cr1 = cr0 + b->chroma_stride;
  int cb = cb0[0] + cb0[1] + cb1[0] + cb1[1], cr = cr0[0] + cr0[1] + cr1[0] + cr1[1];
  color[0] = (float)sum * (1.0f / 16), color[1] = (float)cb * 0.25f;
  color[2] = (float)cr * 0.25f;
  if (!b->luma) return;
  corner at = corner_of((cb + 2) >> 2, (cr + 2) >> 2, b->weights);
  intptr_t place = at.cell + ((sum + 8) >> 4);
  color[0] = (float)weigh(b->luma[place], *at.weight) * (1.0f / 64);
  color[1] = (float)weigh(b->chroma[2 * place], *at.weight) * (1.0f / 64);
  color[2] = (float)weigh(b->chroma[2 * place + 1], *at.weight) * (1.0f / 64);
}

void kn_gather_bright(const uint8_t *y, int stride, const uint8_t *cb, const uint8_t *cr,
                      int chroma_stride, const uint64_t *luma, const uint64_t *chroma,
                      const uint64_t *weights, float dim, float bright, float *light,
                      float *tint_cb, float *tint_cr, int offset, int cells) {
  bright_source b = {cb, cr, chroma_stride, luma, chroma, weights};
  uint16_t sums[kChunk];
  light += offset, tint_cb += offset, tint_cr += offset;
  for (int start = 0; start < cells; start += kChunk) {
    int n = cells - start < kChunk ? cells - start : kChunk;
    kn_sum_4x4(y + 4 * start, stride, sums, n);
    for (int i = 0; i < n; i++) {
      if (sums[i] < 16 * 120) continue;
      float color[3];
      cell_color(&b, sums[i], start + i, color);
      float level = (color[0] - 16) * (1.0f / 219);
      float t = (level - dim) / (bright - dim);
      if (t <= 0) continue;
      t = t > 1 ? 1 : t;
      float share = t * t * (3 - 2 * t) * (level > 1 ? 1 : level);
      light[start + i] = share * level;
      tint_cb[start + i] = share * (color[1] - 128) * (1.0f / 224);
      tint_cr[start + i] = share * (color[2] - 128) * (1.0f / 224);
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

#include "kernels.h"

#include <stddef.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define AVX2 __attribute__((target("avx2")))
static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }
#endif

#define INLINE static inline __attribute__((always_inline))

static uint8_t halved(const uint8_t *top, const uint8_t *bottom, int x, int width) {
  int left = x > 0 ? 2 * x - 1 : 0, right = 2 * x + 1 < width ? 2 * x + 1 : width - 1;
  int sum = top[left] + 2 * top[2 * x] + top[right] + bottom[left] + 2 * bottom[2 * x] +
            bottom[right];
  return (uint8_t)((sum + 4) >> 3);
}

#if defined(__x86_64__)
AVX2 static int halve_rows_avx2(const uint8_t *top, const uint8_t *bottom, int width,
                                uint8_t *destination) {
  const __m256i own = _mm256_set1_epi16(0x0102), before = _mm256_set1_epi16(0x0001);
  const __m256i half = _mm256_set1_epi16(4);
  int x = 1;
  for (; 2 * x + 32 <= width; x += 16) {
    const uint8_t *a = top + 2 * x, *b = bottom + 2 * x;
    __m256i sum = _mm256_add_epi16(
        _mm256_maddubs_epi16(_mm256_loadu_si256((const __m256i *)a), own),
        _mm256_maddubs_epi16(_mm256_loadu_si256((const __m256i *)(a - 1)), before));
    sum = _mm256_add_epi16(
        sum, _mm256_maddubs_epi16(_mm256_loadu_si256((const __m256i *)b), own));
    sum = _mm256_add_epi16(
        sum, _mm256_maddubs_epi16(_mm256_loadu_si256((const __m256i *)(b - 1)), before));
    sum = _mm256_srli_epi16(_mm256_add_epi16(sum, half), 3);
    __m256i bytes = _mm256_permute4x64_epi64(_mm256_packus_epi16(sum, sum), 0x08);
    _mm_storeu_si128((__m128i *)(destination + x), _mm256_castsi256_si128(bytes));
  }
  return x;
}
#endif

void kn_halve_rows(const uint8_t *top, const uint8_t *bottom, int width, uint8_t *destination) {
  int done = 1;
#if defined(__x86_64__)
  if (has_avx2()) done = halve_rows_avx2(top, bottom, width, destination);
#endif
  destination[0] = halved(top, bottom, 0, width);
  for (int x = done; x < (width + 1) / 2; x++) destination[x] = halved(top, bottom, x, width);
}

// Vectors are passed between functions that are always inlined; no ABI sees them.
#pragma clang diagnostic ignored "-Wpsabi"

typedef uint8_t bytes __attribute__((vector_size(16), aligned(1)));
typedef uint16_t words __attribute__((vector_size(32)));

INLINE words load(const uint8_t *source) {
  bytes loaded;
  __builtin_memcpy(&loaded, source, sizeof loaded);
  return __builtin_convertvector(loaded, words);
}

// 255 times the result is color * 255 + (out - zero) * (255 - cover), whatever wraps on the way;
// v / 255 is (v + 1 + v / 256) / 256 there.
INLINE void lay(const uint8_t *color, const uint8_t *cover, uint16_t zero, uint16_t opacity,
                uint8_t *out) {
  words part = load(color), hidden = load(cover);
  if (opacity < 256) {
    part = (part * opacity + (uint16_t)(zero * (256 - opacity) + 128)) >> 8;
    hidden = (hidden * opacity + 128) >> 8;
  }
  words sum = part * 255 + (load(out) - zero) * (255 - hidden) + 127;
  const words most = sum - sum + 65152;
  const words within = (words)(sum < most);
  sum = (sum & within) | (most & ~within);
  bytes laid = __builtin_convertvector((sum + 1 + (sum >> 8)) >> 8, bytes);
  __builtin_memcpy(out, &laid, sizeof laid);
}

INLINE void lay_row(const uint8_t *color, const uint8_t *cover, int zero, int opacity,
                    uint8_t *destination, int count) {
  int x = 0;
  if (opacity == 256) {
    for (; x + 16 <= count; x += 16) {
      lay(color + x, cover + x, (uint16_t)zero, 256, destination + x);
    }
  } else {
    for (; x + 16 <= count; x += 16) {
      lay(color + x, cover + x, (uint16_t)zero, (uint16_t)opacity, destination + x);
    }
  }
  if (x == count) return;
  uint8_t last[3][16] = {{0}};
  __builtin_memcpy(last[0], color + x, (size_t)(count - x));
  __builtin_memcpy(last[1], cover + x, (size_t)(count - x));
  __builtin_memcpy(last[2], destination + x, (size_t)(count - x));
  lay(last[0], last[1], (uint16_t)zero, (uint16_t)opacity, last[2]);
  __builtin_memcpy(destination + x, last[2], (size_t)(count - x));
}

#if defined(__x86_64__)
AVX2 static void lay_row_avx2(const uint8_t *color, const uint8_t *cover, int zero, int opacity,
                              uint8_t *destination, int count) {
  lay_row(color, cover, zero, opacity, destination, count);
}
#endif

void kn_lay_row(const uint8_t *color, const uint8_t *cover, int zero, int opacity,
                uint8_t *destination, int count) {
#if defined(__x86_64__)
  if (has_avx2()) return lay_row_avx2(color, cover, zero, opacity, destination, count);
#endif
  lay_row(color, cover, zero, opacity, destination, count);
}

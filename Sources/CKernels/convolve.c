#include "convolve.h"

#include <stdint.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

typedef float lanes __attribute__((vector_size(32), aligned(4)));

enum { kLanes = 8, kOutputs = 4, kBlock = 16, kTaps = 9 };

static inline __attribute__((always_inline)) void load(const float *source, int step,
                                                       lanes *low, lanes *high) {
  const lanes *at = (const lanes *)source;
  if (step == 1) {
    *low = at[0];
    *high = at[1];
  } else {
    *low = __builtin_shufflevector(at[0], at[1], 0, 2, 4, 6, 8, 10, 12, 14);
    *high = __builtin_shufflevector(at[2], at[3], 0, 2, 4, 6, 8, 10, 12, 14);
  }
}

// 16 values of 4 outputs, side by side.
static inline __attribute__((always_inline)) void convolve_block(
    const float *source, const kn_maps *from, const float *weight, const float *bias, int step,
    float least, float sums[kOutputs][kBlock]) {
  const intptr_t plane = (intptr_t)(from->height + 2) * from->pitch;
  lanes a[kOutputs], b[kOutputs];
  for (int o = 0; o < kOutputs; o++) a[o] = b[o] = (lanes){0} + bias[o];
  for (int c = 0; c < from->channels; c++, source += plane) {
    const float *row = source;
    for (int tap = 0; tap < kTaps; tap += 3, row += from->pitch) {
      for (int k = 0; k < 3; k++, weight += kOutputs) {
        lanes low, high;
        load(row + k, step, &low, &high);
        for (int o = 0; o < kOutputs; o++) {
          a[o] += low * weight[o];
          b[o] += high * weight[o];
        }
      }
    }
  }
  for (int o = 0; o < kOutputs; o++) {
    for (int i = 0; i < kLanes; i++) {
      sums[o][i] = a[o][i] > least ? a[o][i] : least;
      sums[o][i + kLanes] = b[o][i] > least ? b[o][i] : least;
    }
  }
}

static inline __attribute__((always_inline)) void convolve(
    const float *source, const kn_maps *from, const float *weight, const float *bias, int step,
    float least, float *out, const kn_maps *to) {
  const intptr_t plane = (intptr_t)(to->height + 2) * to->pitch;
  for (int first = 0; first < to->channels; first += kOutputs) {
    const int count = to->channels - first < kOutputs ? to->channels - first : kOutputs;
    for (int y = 0; y < to->height; y++) {
      const float *row = source + (intptr_t)y * step * from->pitch;
      float *target = out + first * plane + (intptr_t)(y + 1) * to->pitch + 1;
      for (int x = 0; x < to->width; x += kBlock) {
        float sums[kOutputs][kBlock];
        convolve_block(row + x * step, from, weight, bias + first, step, least, sums);
        const int length = to->width - x < kBlock ? to->width - x : kBlock;
        for (int o = 0; o < count; o++) {
          for (int i = 0; i < length; i++) target[o * plane + x + i] = sums[o][i];
        }
      }
    }
    weight += (intptr_t)from->channels * kTaps * kOutputs;
  }
}

CLONES void kn_convolve_3x3(const float *source, const kn_maps *from, const float *weight,
                            const float *bias, int step, float least, float *out,
                            const kn_maps *to) {
  if (step == 1) {
    convolve(source, from, weight, bias, 1, least, out, to);
  } else {
    convolve(source, from, weight, bias, 2, least, out, to);
  }
}

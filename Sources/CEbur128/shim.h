#pragma once

#include <ebur128.h>

/* Modes as one integer: Swift sees the C enum's members as separate types on some platforms. */

static inline int kinora_ebur128_mode_all(void) {
  return EBUR128_MODE_I | EBUR128_MODE_LRA | EBUR128_MODE_SAMPLE_PEAK |
         EBUR128_MODE_TRUE_PEAK;
}

static inline int kinora_ebur128_mode_integrated(void) { return EBUR128_MODE_I; }

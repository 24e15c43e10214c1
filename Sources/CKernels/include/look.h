#ifndef KINORA_LOOK_H
#define KINORA_LOOK_H

#include <stdint.h>

// The loops of the film look and of the air: table look-ups, 16-bit arithmetic and light in
// floating point, which C runs 3 to 9 times faster than Swift. `MotionTests` checks each against
// plain Swift.
//
// A fine sample is an 8-bit one with 6 more bits: 16 is 1024. Light is 0…1 of white, linear
// under the square (a gamma of 2, near BT.1886), so that adding it costs one square root.

// Grades two rows of luma and the row of chroma between them into fine samples. Tables have 32
// by 32 cells along the differences of colour, 8 apart, and 256 levels of luma: entry
// ((cb / 8) * 32 + cr / 8) * 256 + y has the fine luma at the cell's four corners, 16 bits
// each: (cb, cr), (cb, cr + 8), (cb + 8, cr), (cb + 8, cr + 8); of chroma there are two such
// entries, for Cb and Cr. weights[(cb & 7) * 8 + (cr & 7)] are the corners', of 64.
void kn_grade(const uint8_t *y0, const uint8_t *y1, const uint8_t *cb, const uint8_t *cr,
              const uint64_t *luma, const uint64_t *chroma, const uint64_t *weights,
              int16_t *fine_y0, int16_t *fine_y1, int16_t *fine_cb, int16_t *fine_cr,
              int width);

// The same without a change: samples become fine ones.
void kn_refine(const uint8_t *source, int16_t *fine, int count);

// gain[i] = 1 − strength · s(across[i] + down), all in 32768ths; s is the smoothstep.
void kn_vignette_row(const int16_t *across, int down, int strength, int16_t *gain, int count);

// What becomes of fine samples last: the gain of the vignette about `zero`; grain, as strong as
// `tone` (fine luma, `step` samples apart) allows; dither (0…63); 8 bits. `gain` and `grain` may
// be null; with a step of 1 the tone is the sample's own.
void kn_finish(const int16_t *fine, int zero, const int16_t *gain, const int8_t *grain,
               int strength, const int16_t *tone, int step, const uint8_t *dither,
               uint8_t *destination, int count);

// One row of a field of `width` by `height` values at the height `y` (in values from the
// centre of the first row), between two of its rows.
void kn_row_between(const float *field, int width, int height, float y, float *out);

// Spreads cells over samples, `per_cell` (2 or 4) to a cell, between cells' centres; samples
// of chroma are sited left.
void kn_spread(const float *cells, int cell_count, int per_cell, int is_chroma, float *out,
               int count);

// Adds light to fine luma as a screen does in linear light: L + B − L · B.
void kn_add_light(int16_t *fine, const float *light, int count);

// Adds coloured light to fine chroma whose luma rows are not lit yet.
void kn_add_tint(int16_t *fine_cb, int16_t *fine_cr, const int16_t *y0, const int16_t *y1,
                 const float *light, const float *tint_cb, const float *tint_cr, int count);

// Blends samples towards `color` by opacity (0…1), with dither.
void kn_veil(uint8_t *samples, const float *opacity, float color, const uint8_t *dither,
             int count);

// Sums of 4 by 4 samples, `cells` of them, all inside the four rows.
void kn_sum_4x4(const uint8_t *first, int stride, uint16_t *sums, int cells);

// The light of a row of cells of 4 by 4 samples that is brighter than `dim`, wholly so from
// `bright` on (levels of the signal, 0…1), and its colour, written from `offset` on; cells
// that are not bright are left alone. Cells are graded first where tables are not null.
void kn_gather_bright(const uint8_t *y, int stride, const uint8_t *cb, const uint8_t *cr,
                      int chroma_stride, const uint64_t *luma, const uint64_t *chroma,
                      const uint64_t *weights, float dim, float bright, float *light,
                      float *tint_cb, float *tint_cr, int offset, int cells);

// A field halved both ways, rounded up, by 1-4-6-4-1 (Burt & Adelson 1983). `scratch` holds
// width + 4 values.
void kn_halve(const float *field, int width, int height, float *scratch, float *out);

// out = out · keep + weight · (the field spread to twice its size by 3-1). `scratch` holds as
// many values as a row of the field, and 2 more.
void kn_double(const float *field, int width, int height, float keep, float weight,
               float *scratch, float *out, int out_width, int out_height);

#endif

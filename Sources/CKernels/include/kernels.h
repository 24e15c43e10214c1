#ifndef KINORA_KERNELS_H
#define KINORA_KERNELS_H

#include <stdint.h>

// The loops that C runs at least 1.5 times faster than Swift: byte gathers and 16-bit
// multiply-adds. `PixelsTests` checks each against the same sum written plainly in Swift.

// destination[x] = sum over k < 4 of source[first[x] + k] * weight[4 * x + k], less 8 bits.
// Weights are 14-bit fixed point; `first` is at least 0 and at most 4 less than the row's width.
void kn_filter_row_4(const uint8_t *source, const int32_t *first, const int16_t *weight,
                     int16_t *destination, int count);

// The same with `taps` weights a sample, a multiple of 4.
void kn_filter_row(const uint8_t *source, const int32_t *first, const int16_t *weight,
                   int taps, int16_t *destination, int count);

// destination[x] = sum over k < taps of rows[k][x] * weight[k], less 20 bits, clamped to 8 bits.
// `taps` is even.
void kn_filter_column(const int16_t *const *rows, const int16_t *weight, int taps,
                      uint8_t *destination, int count);

// Half a row from two of `width` samples: 1-2-1 across about the even columns, 1-1 down.
void kn_halve_rows(const uint8_t *top, const uint8_t *bottom, int width, uint8_t *destination);

// Lays `opacity` 256ths (1…256) of premultiplied samples, held about `zero`, over a row.
void kn_lay_row(const uint8_t *color, const uint8_t *cover, int zero, int opacity,
                uint8_t *destination, int count);

// Samples a plane at `count` places with a 4 by 4 kernel. Places are in 1/256 pixels and lie
// between 0 and the last sample; the plane has one sample more on the left and above, two on the
// right and below. `phase` holds 256 rows of four 14-bit weights.
void kn_sample_4x4(const uint8_t *source, int stride, const int32_t *x, const int32_t *y,
                   const int16_t *phase, uint8_t *destination, int count);

// Where `count` output samples read: place i is (x0 + i * dx, y0 + i * dy) / (w0 + i * dw), in
// 1/256 samples, rounded, and kept within 0…max_x and 0…max_y.
typedef struct {
  double x0, dx, y0, dy, w0, dw, max_x, max_y;
} kn_line;
void kn_places(const kn_line *line, int32_t *x, int32_t *y, int count);

// The places of a row of `cells` cells of `per_cell` samples (8 or 4) each: straight lines between
// the nodes, which are in 1/65536 samples, read at each sample's centre, in 1/256 samples and kept
// within 0…limit. Samples of a cell of 8 lie at odd sixteenths of it; of 4, at 1, 5, 9 and 13.
void kn_mesh_places(const int32_t *nodes, int cells, int per_cell, int32_t limit,
                    int32_t *places);

#endif

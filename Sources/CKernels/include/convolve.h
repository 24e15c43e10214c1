#ifndef KINORA_CONVOLVE_H
#define KINORA_CONVOLVE_H

// The loop of a convolutional net, which C runs several times faster than Swift. `MotionTests`
// checks it against plain Swift; every sum is taken in one order, so that both agree to the bit.

// Maps one after the other, each of height + 2 rows of `pitch` values: a row of zeros, rows of a
// zero, `width` values and zeros, and a row of zeros. `pitch` is at least width + 34.
typedef struct {
  int channels, width, height, pitch;
} kn_maps;

// Convolves maps with masks of 3 by 3, adds a bias, and raises what is below `least` to it.
// The result is `from`'s size or, with a step of 2, half of that, rounded up. Weights lie in
// groups of 4 outputs: for each channel, row and column of the mask, one of each output; where
// the outputs are no multiple of 4, weights and biases are filled up with zeros.
void kn_convolve_3x3(const float *source, const kn_maps *from, const float *weight,
                     const float *bias, int step, float least, float *out, const kn_maps *to);

#endif

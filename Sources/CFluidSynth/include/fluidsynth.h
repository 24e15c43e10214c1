#ifndef KINORA_FLUIDSYNTH_H
#define KINORA_FLUIDSYNTH_H

// The part of FluidSynth's C interface that playing notes takes. The library is opened when
// somebody asks for it and is never linked, so its header isn't needed either: the functions used
// here have been the same since version 2.0.

// The library, and a synthesiser of it once one was started.
typedef struct kn_fluid kn_fluid;

// Opens the shared library at `path`, or of that name where it has no slash, with its log switched
// off; NULL where that fails, and then `kn_fluid_trouble` says why.
kn_fluid *kn_fluid_open(const char *path);
const char *kn_fluid_trouble(void);

// Stops the synthesiser, if one was started, and lets go of the rest. The library stays open.
void kn_fluid_close(kn_fluid *fluid);

// What starting a synthesiser gave.
enum { KN_FLUID_STARTED = 0, KN_FLUID_NO_SYNTH = 1, KN_FLUID_NO_FONT = 2 };

// Starts a synthesiser of 48 kHz with the sound font at `font`, in place of one started before.
int kn_fluid_start(kn_fluid *fluid, const char *font, double gain);

// Events, heard from the next frames on. Channels are 0 to 15, 9 has the drums.
void kn_fluid_program(kn_fluid *fluid, int channel, int program);
void kn_fluid_control(kn_fluid *fluid, int channel, int control, int value);
void kn_fluid_note_on(kn_fluid *fluid, int channel, int pitch, int velocity);
void kn_fluid_note_off(kn_fluid *fluid, int channel, int pitch);

// Writes the next frames, interleaved stereo; 0 where all went well.
int kn_fluid_render(kn_fluid *fluid, float *samples, int frames);

#endif

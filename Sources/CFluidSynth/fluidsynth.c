#include "fluidsynth.h"

#include <dlfcn.h>
#include <stdlib.h>

// Types of the library, which only it looks into.
typedef struct settings settings;
typedef struct synth synth;

struct kn_fluid {
  settings *settings;
  synth *synth;
  settings *(*new_settings)(void);
  void (*delete_settings)(settings *);
  int (*set_number)(settings *, const char *, double);
  int (*set_integer)(settings *, const char *, int);
  synth *(*new_synth)(settings *);
  void (*delete_synth)(synth *);
  int (*load_font)(synth *, const char *, int);
  int (*program)(synth *, int, int);
  int (*control)(synth *, int, int, int);
  int (*note_on)(synth *, int, int, int);
  int (*note_off)(synth *, int, int);
  int (*write)(synth *, int, void *, int, int, void *, int, int);
};

enum { LOG_LEVELS = 5 };

const char *kn_fluid_trouble(void) {
  const char *trouble = dlerror();
  return trouble ? trouble : "it isn't FluidSynth";
}

#define FIND(field, name) (*(void **)&fluid->field = dlsym(library, name))

kn_fluid *kn_fluid_open(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) return NULL;
  kn_fluid *fluid = calloc(1, sizeof *fluid);
  if (!fluid) return NULL;
  if (!FIND(new_settings, "new_fluid_settings") ||
      !FIND(delete_settings, "delete_fluid_settings") ||
      !FIND(set_number, "fluid_settings_setnum") ||
      !FIND(set_integer, "fluid_settings_setint") || !FIND(new_synth, "new_fluid_synth") ||
      !FIND(delete_synth, "delete_fluid_synth") || !FIND(load_font, "fluid_synth_sfload") ||
      !FIND(program, "fluid_synth_program_change") || !FIND(control, "fluid_synth_cc") ||
      !FIND(note_on, "fluid_synth_noteon") || !FIND(note_off, "fluid_synth_noteoff") ||
      !FIND(write, "fluid_synth_write_float")) {
    free(fluid);
    return NULL;
  }
  void *(*set_log)(int, void *, void *);
  *(void **)&set_log = dlsym(library, "fluid_set_log_function");
  for (int level = 0; set_log && level < LOG_LEVELS; level++) set_log(level, NULL, NULL);
  return fluid;
}

static void stop(kn_fluid *fluid) {
  if (fluid->synth) fluid->delete_synth(fluid->synth);
  if (fluid->settings) fluid->delete_settings(fluid->settings);
  fluid->synth = NULL;
  fluid->settings = NULL;
}

void kn_fluid_close(kn_fluid *fluid) {
  stop(fluid);
  free(fluid);
}

int kn_fluid_start(kn_fluid *fluid, const char *font, double gain) {
  stop(fluid);
  fluid->settings = fluid->new_settings();
  if (!fluid->settings) return KN_FLUID_NO_SYNTH;
  fluid->set_number(fluid->settings, "synth.sample-rate", 48000);
  fluid->set_number(fluid->settings, "synth.gain", gain);
  fluid->set_integer(fluid->settings, "synth.cpu-cores", 1);
  fluid->set_integer(fluid->settings, "synth.polyphony", 256);
  // Only what is played is read of a font that may be hundreds of megabytes.
  fluid->set_integer(fluid->settings, "synth.dynamic-sample-loading", 1);
  fluid->synth = fluid->new_synth(fluid->settings);
  if (!fluid->synth) return KN_FLUID_NO_SYNTH;
  return fluid->load_font(fluid->synth, font, 1) < 0 ? KN_FLUID_NO_FONT : KN_FLUID_STARTED;
}

void kn_fluid_program(kn_fluid *fluid, int channel, int program) {
  fluid->program(fluid->synth, channel, program);
}

void kn_fluid_control(kn_fluid *fluid, int channel, int control, int value) {
  fluid->control(fluid->synth, channel, control, value);
}

void kn_fluid_note_on(kn_fluid *fluid, int channel, int pitch, int velocity) {
  fluid->note_on(fluid->synth, channel, pitch, velocity);
}

void kn_fluid_note_off(kn_fluid *fluid, int channel, int pitch) {
  fluid->note_off(fluid->synth, channel, pitch);
}

int kn_fluid_render(kn_fluid *fluid, float *samples, int frames) {
  return fluid->write(fluid->synth, frames, samples, 0, 2, samples, 1, 2);
}

#pragma once

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

/* What Swift cannot import: macros with casts, and casts between GObject types. */

static inline PangoGlyph kinora_glyph_empty(void) { return PANGO_GLYPH_EMPTY; }

static inline int kinora_glyph_is_unknown(PangoGlyph glyph) {
  return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && glyph != PANGO_GLYPH_EMPTY;
}

static inline PangoFontMap *kinora_font_map_new(void) {
  return pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
}

static inline void kinora_font_map_set_config(PangoFontMap *map, FcConfig *config) {
  pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
}

static inline void kinora_layout_release(PangoLayout *layout) { g_object_unref(layout); }

static inline void kinora_context_release(PangoContext *context) { g_object_unref(context); }

static inline void kinora_font_map_release(PangoFontMap *map) { g_object_unref(map); }

/* Whether a font brings its own colours, as emoji do. */
static inline int kinora_font_has_color(PangoFont *font) {
  FcBool color = FcFalse;
  if (font == NULL || !g_type_is_a(G_OBJECT_TYPE(font), PANGO_TYPE_FC_FONT)) return 0;
  FcPattern *pattern = pango_fc_font_get_pattern((PangoFcFont *)font);
  return pattern != NULL && FcPatternGetBool(pattern, FC_COLOR, 0, &color) == FcResultMatch &&
         color;
}

static inline PangoLayoutRun *kinora_run(GSList *node) { return (PangoLayoutRun *)node->data; }

static inline int kinora_line_start(PangoLayoutLine *line) { return line->start_index; }

static inline FcPattern *kinora_pattern_of_family(const char *family) {
  FcPattern *pattern = FcPatternCreate();
  if (pattern != NULL) FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
  return pattern;
}

/* A pattern of the fonts that hold every one of `count` characters. */
static inline FcPattern *kinora_pattern_of_characters(const FcChar32 *characters, int count,
                                                      int in_color) {
  FcPattern *pattern = FcPatternCreate();
  FcCharSet *set = FcCharSetCreate();
  for (int index = 0; index < count; index++) FcCharSetAddChar(set, characters[index]);
  FcPatternAddCharSet(pattern, FC_CHARSET, set);
  if (in_color) FcPatternAddBool(pattern, FC_COLOR, FcTrue);
  FcCharSetDestroy(set);
  return pattern;
}

/* Families of the fonts that match, the first name of each; NULL past the end. */
static inline FcFontSet *kinora_list_families(FcConfig *config, FcPattern *pattern) {
  FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, (char *)NULL);
  FcFontSet *found = FcFontList(config, pattern, wanted);
  FcObjectSetDestroy(wanted);
  return found;
}

static inline const char *kinora_pattern_family(FcPattern *pattern, int name) {
  FcChar8 *family = NULL;
  if (FcPatternGetString(pattern, FC_FAMILY, name, &family) != FcResultMatch) return NULL;
  return (const char *)family;
}

static inline int kinora_pattern_is_scalable(FcPattern *pattern) {
  FcBool scalable = FcFalse;
  return FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable) == FcResultMatch && scalable;
}

static inline const char *kinora_family_at(FcFontSet *set, int index, int name) {
  return kinora_pattern_family(set->fonts[index], name);
}

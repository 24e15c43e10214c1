#pragma once

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <editline/readline.h>

/* libedit keeps its settings in C globals, which Swift 6 doesn't let itself touch. */

/* `next` gives the characters that are typed, as Unicode scalars, and -1 at their end. Signals are
   the program's own affair. */
static inline void kinora_edit_begin(rl_compentry_func_t *complete, int (*next)(FILE *)) {
  setlocale(LC_CTYPE, "");
  rl_readline_name = "kinora";
  rl_catch_signals = 0;
  rl_getc_function = next;
  rl_initialize();
  using_history();
  rl_completion_entry_function = complete;
}

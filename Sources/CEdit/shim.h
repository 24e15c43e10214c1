#pragma once

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <editline/readline.h>

/* libedit keeps its settings in C globals, which Swift 6 doesn't let itself touch. */

static inline void kinora_edit_begin(rl_compentry_func_t *complete) {
  setlocale(LC_CTYPE, "");
  rl_readline_name = "kinora";
  rl_initialize();
  using_history();
  rl_completion_entry_function = complete;
}

#ifndef KINORA_SANDBOX_H
#define KINORA_SANDBOX_H

#include <stdint.h>

// What a process does to itself before it reads a stranger's file. None of it can be undone. Each
// function is called before there is a second thread, and does nothing on other systems than
// Linux, which its result tells.

// What a limit counts.
enum {
  KN_LIMIT_PROCESSOR_SECONDS,
  KN_LIMIT_DATA_BYTES,
  KN_LIMIT_FILE_BYTES,
  KN_LIMIT_OPEN_FILES,
  KN_LIMIT_CORE_BYTES,
};

// Sets a limit, soft and hard, or keeps a lower one that is there; 0, or -1 with errno.
int kn_limit(int what, uint64_t most);

// Gains no rights by running programs, is not read by others of its user, is killed when the
// thread that started it ends, and has none of root's powers over others; 0, or -1 with errno.
int kn_harden(void);

// The version of Landlock that the kernel offers, 0 where it offers none.
int kn_landlock_version(void);

// What may be done beneath a path.
enum { KN_READ = 1, KN_WRITE = 2 };

// A set of rules under which nothing may be opened: a descriptor, or -1 with errno.
int kn_landlock_begin(void);

// Allows `rights` on the file, or in the folder, at `path`; 0, also where there is none, or -1.
int kn_landlock_allow(int rules, const char *path, int rights);

// Puts the rules into force and closes them; 0, or -1 with errno.
int kn_landlock_enter(int rules);

// From here on only system calls that media work needs: no network, no other programs, no
// signals to others. What is refused looks as if the kernel were older; 0, or -1 with errno.
int kn_seccomp_enter(void);

#endif

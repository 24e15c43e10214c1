#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>

#if defined(__linux__)

#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's interface, written out: headers of older systems lack some of it or all of it.
enum {
  CREATE_RULESET = 444,
  ADD_RULE = 445,
  RESTRICT_SELF = 446,
  CREATE_RULESET_VERSION = 1,
  RULE_PATH_BENEATH = 1,
};

enum {
  FILE_WRITE = 1 << 1,
  FILE_READ = 1 << 2,
  DIRECTORY_READ = 1 << 3,
  FILE_REMOVE = 1 << 5,
  FILE_MAKE = 1 << 8,
  FILE_TRUNCATE = 1 << 14,
};

struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scoped;
};

struct path_beneath {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed));

int kn_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
  return version > 0 ? (int)version : 0;
}

// Every right over files that this version knows is refused unless a rule gives it.
static uint64_t known_rights(int version) {
  if (version >= 5) return (1u << 16) - 1;
  if (version >= 3) return (1u << 15) - 1;
  return version == 2 ? (1u << 14) - 1 : (1u << 13) - 1;
}

int kn_landlock_begin(void) {
  int version = kn_landlock_version();
  struct ruleset rules = {known_rights(version), 0, 0};
  size_t size = sizeof rules.files;
  if (version >= 4) {
    rules.network = 3;
    size = offsetof(struct ruleset, scoped);
  }
  if (version >= 6) {
    rules.scoped = 3;
    size = sizeof rules;
  }
  return (int)syscall(CREATE_RULESET, &rules, size, 0);
}

int kn_landlock_allow(int rules, const char *path, int rights) {
  uint64_t allowed = 0;
  if (rights & KN_READ) allowed |= FILE_READ | DIRECTORY_READ;
  if (rights & KN_WRITE) allowed |= FILE_WRITE | FILE_REMOVE | FILE_MAKE | FILE_TRUNCATE;
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES ? 0 : -1;
  struct stat status;
  int result = fstat(place, &status);
  if (result == 0) {
    if (!S_ISDIR(status.st_mode)) allowed &= FILE_READ | FILE_WRITE | FILE_TRUNCATE;
    allowed &= known_rights(kn_landlock_version());
    struct path_beneath rule = {allowed, place};
    result = (int)syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0);
  }
  int failure = errno;
  close(place);
  errno = failure;
  return result;
}

int kn_landlock_enter(int rules) {
  int result = (int)syscall(RESTRICT_SELF, rules, 0);
  int failure = errno;
  close(rules);
  errno = failure;
  return result;
}

#else

int kn_landlock_version(void) { return 0; }

int kn_landlock_begin(void) {
  errno = ENOSYS;
  return -1;
}

int kn_landlock_allow(int rules, const char *path, int rights) {
  (void)rules;
  (void)path;
  (void)rights;
  errno = ENOSYS;
  return -1;
}

int kn_landlock_enter(int rules) {
  (void)rules;
  errno = ENOSYS;
  return -1;
}

#endif

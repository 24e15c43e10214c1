#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#if defined(__linux__)
#include <linux/capability.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

int kn_limit(int what, uint64_t most) {
  static const int resources[] = {RLIMIT_CPU, RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_NOFILE,
                                  RLIMIT_CORE};
  struct rlimit limit;
  if (what < 0 || what >= (int)(sizeof resources / sizeof *resources)) {
    errno = EINVAL;
    return -1;
  }
  if (getrlimit(resources[what], &limit) != 0) return -1;
  // Where soft and hard limit are the same the kernel kills at once and SIGXCPU never comes.
  uint64_t last = resources[what] == RLIMIT_CPU ? most + 5 : most;
  if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > last) limit.rlim_max = (rlim_t)last;
  limit.rlim_cur = limit.rlim_max < most ? limit.rlim_max : (rlim_t)most;
  if (resources[what] == RLIMIT_CPU) {
    // Whoever started this process may have blocked it.
    sigset_t told;
    sigemptyset(&told);
    sigaddset(&told, SIGXCPU);
    pthread_sigmask(SIG_UNBLOCK, &told, NULL);
    signal(SIGXCPU, SIG_DFL);
  }
  return setrlimit(resources[what], &limit);
}

#if defined(__linux__)

// Root without powers is the owner of its files and nothing more.
static int drop_powers(void) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  return (int)syscall(SYS_capset, &header, none);
}

int kn_harden(void) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  if (drop_powers() != 0) return -1;
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

#else

int kn_harden(void) {
  errno = ENOSYS;
  return -1;
}

#endif

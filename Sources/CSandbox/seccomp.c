#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

// Files are opened under Landlock's rules; the rest is memory, threads, time and signals.
static const int allowed[] = {
    __NR_read, __NR_write, __NR_pread64, __NR_pwrite64, __NR_readv, __NR_writev, __NR_lseek,
    __NR_close, __NR_fstat, __NR_faccessat, __NR_openat, __NR_readlinkat, __NR_getdents64,
    __NR_getcwd, __NR_dup, __NR_dup3, __NR_fcntl, __NR_flock, __NR_ftruncate, __NR_fsync,
    __NR_fdatasync, __NR_fallocate, __NR_renameat2, __NR_unlinkat, __NR_fchmod, __NR_umask,
    __NR_ioctl, __NR_mmap, __NR_munmap, __NR_mremap, __NR_mprotect, __NR_madvise, __NR_brk,
    __NR_msync, __NR_mincore, __NR_futex, __NR_set_robust_list, __NR_get_robust_list,
    __NR_set_tid_address, __NR_prctl, __NR_gettid, __NR_getpid, __NR_getppid, __NR_getuid,
    __NR_geteuid, __NR_getgid, __NR_getegid, __NR_getpgid, __NR_getsid, __NR_capget,
    __NR_sched_yield, __NR_sched_getaffinity, __NR_sched_getparam, __NR_sched_getscheduler,
    __NR_sched_get_priority_max, __NR_sched_get_priority_min, __NR_getpriority, __NR_getrusage,
    __NR_times, __NR_sysinfo, __NR_uname, __NR_getcpu, __NR_clock_gettime, __NR_clock_getres,
    __NR_clock_nanosleep, __NR_nanosleep, __NR_gettimeofday, __NR_ppoll, __NR_pselect6,
    __NR_epoll_create1, __NR_epoll_ctl, __NR_epoll_pwait, __NR_eventfd2, __NR_pipe2,
    __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_rt_sigtimedwait,
    __NR_rt_sigsuspend, __NR_rt_sigpending, __NR_sigaltstack, __NR_restart_syscall,
    __NR_getrandom, __NR_exit, __NR_exit_group,
    // Some architectures or older headers lack these.
#ifdef __NR_preadv
    __NR_preadv,
#endif
#ifdef __NR_pwritev
    __NR_pwritev,
#endif
#ifdef __NR_close_range
    __NR_close_range,
#endif
#ifdef __NR_newfstatat
    __NR_newfstatat,
#endif
#ifdef __NR_stat
    __NR_stat,
#endif
#ifdef __NR_lstat
    __NR_lstat,
#endif
#ifdef __NR_statx
    __NR_statx,
#endif
#ifdef __NR_access
    __NR_access,
#endif
#ifdef __NR_faccessat2
    __NR_faccessat2,
#endif
#ifdef __NR_open
    __NR_open,
#endif
#ifdef __NR_readlink
    __NR_readlink,
#endif
#ifdef __NR_getdents
    __NR_getdents,
#endif
#ifdef __NR_dup2
    __NR_dup2,
#endif
#ifdef __NR_fadvise64
    __NR_fadvise64,
#endif
#ifdef __NR_copy_file_range
    __NR_copy_file_range,
#endif
#ifdef __NR_sync_file_range
    __NR_sync_file_range,
#endif
#ifdef __NR_rename
    __NR_rename,
#endif
#ifdef __NR_renameat
    __NR_renameat,
#endif
#ifdef __NR_unlink
    __NR_unlink,
#endif
#ifdef __NR_statfs
    __NR_statfs,
#endif
#ifdef __NR_fstatfs
    __NR_fstatfs,
#endif
#ifdef __NR_membarrier
    __NR_membarrier,
#endif
#ifdef __NR_get_mempolicy
    __NR_get_mempolicy,
#endif
#ifdef __NR_futex_waitv
    __NR_futex_waitv,
#endif
#ifdef __NR_rseq
    __NR_rseq,
#endif
#ifdef __NR_arch_prctl
    __NR_arch_prctl,
#endif
#ifdef __NR_getpgrp
    __NR_getpgrp,
#endif
#ifdef __NR_getrlimit
    __NR_getrlimit,
#endif
#ifdef __NR_time
    __NR_time,
#endif
#ifdef __NR_poll
    __NR_poll,
#endif
#ifdef __NR_select
    __NR_select,
#endif
#ifdef __NR_epoll_wait
    __NR_epoll_wait,
#endif
};

enum { ALLOWED = sizeof allowed / sizeof *allowed, LONGEST = 2 * ALLOWED + 40 };

struct program {
  struct sock_filter code[LONGEST];
  unsigned short length;
};

static void add(struct program *program, unsigned short code, uint32_t value,
                unsigned char when_true, unsigned char when_false) {
  struct sock_filter step = {code, when_true, when_false, value};
  program->code[program->length++] = step;
}

static void load(struct program *program, size_t offset) {
  add(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct program *program, uint32_t answer) {
  add(program, BPF_RET | BPF_K, answer, 0, 0);
}

// Allows call `number` where the low half of its first argument is one of two values.
static void allow_for(struct program *program, int number, uint32_t one, uint32_t other) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 5);
  load(program, offsetof(struct seccomp_data, args[0]));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, one, 1, 0);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, other, 0, 1);
  answer(program, SECCOMP_RET_ALLOW);
  answer(program, SECCOMP_RET_ERRNO | EPERM);
}

// A new thread of this process, and no other process.
static void allow_threads(struct program *program) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4);
  load(program, offsetof(struct seccomp_data, args[0]));
  add(program, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
  answer(program, SECCOMP_RET_ALLOW);
  answer(program, SECCOMP_RET_ERRNO | EPERM);
}

int kn_seccomp_enter(void) {
  struct program program = {.length = 0};
  uint32_t own = (uint32_t)getpid();
  load(&program, offsetof(struct seccomp_data, arch));
  add(&program, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(&program, SECCOMP_RET_KILL_PROCESS);
  load(&program, offsetof(struct seccomp_data, nr));
  for (int index = 0; index < ALLOWED; index++) {
    add(&program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[index], 0, 1);
    answer(&program, SECCOMP_RET_ALLOW);
  }
  allow_threads(&program);
  allow_for(&program, __NR_kill, own, own);
  allow_for(&program, __NR_tgkill, own, own);
  allow_for(&program, __NR_prlimit64, 0, own);
  answer(&program, SECCOMP_RET_ERRNO | ENOSYS);
  struct sock_fprog filter = {program.length, program.code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}

#else

int kn_seccomp_enter(void) {
  errno = ENOSYS;
  return -1;
}

#endif

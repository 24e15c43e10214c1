import CSandbox
import Foundation

/// Enters the sandbox with one folder to write to, and says what still works: a line each.
struct Prisoner {
  let cell: String
  let secret: String

  func tryAll() -> Int32 {
    let rules = kn_landlock_begin()
    guard kn_harden() == 0, rules >= 0,
      kn_landlock_allow(rules, "/usr", Int32(KN_READ)) == 0,
      kn_landlock_allow(rules, "/proc/self", Int32(KN_READ)) == 0,
      kn_landlock_allow(rules, cell, Int32(KN_READ | KN_WRITE)) == 0,
      kn_landlock_enter(rules) == 0, kn_seccomp_enter() == 0
    else { return 1 }
    let parent = getppid()
    let attempts: [(String, () -> Bool)] = [
      ("write in the cell", { writes(cell + "/film") }),
      ("read in the cell", { reads(cell + "/film") }),
      ("rename in the cell", { rename(cell + "/film", cell + "/other") == 0 }),
      ("remove in the cell", { unlink(cell + "/other") == 0 }),
      ("read libraries", { reads("/usr/bin/env") }),
      ("read itself", { reads("/proc/self/status") }),
      ("start a thread", { startsThread() }),
      ("signal itself", { kill(getpid(), 0) == 0 }),
      ("read a secret", { reads(secret) }),
      ("write beside the cell", { writes(cell + "-beside") }),
      ("read passwords", { reads("/etc/passwd") }),
      ("read its parent's environment", { reads("/proc/\(parent)/environ") }),
      ("make a link", { symlink(secret, cell + "/link") == 0 }),
      ("signal its parent", { kill(parent, 0) == 0 }),
      ("slow its parent down", { setpriority(Int32(PRIO_PROCESS.rawValue), id_t(parent), 1) == 0 }),
      ("open a socket", { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 }),
      ("open a local socket", { socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0 }),
      ("run a program", { runs("/usr/bin/env") }),
      ("become another process", { execv("/usr/bin/env", [nil]) == 0 }),
      ("use memory without end", { fills() }),
    ]
    for (name, succeeds) in attempts {
      print("\(name): \(succeeds() ? "yes" : "no")")
      fflush(nil)
    }
    return 0
  }
}

private func reads(_ path: String) -> Bool {
  let file = open(path, O_RDONLY)
  defer { if file >= 0 { close(file) } }
  var byte = UInt8(0)
  return file >= 0 && read(file, &byte, 1) == 1
}

private func writes(_ path: String) -> Bool {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  defer { if file >= 0 { close(file) } }
  return file >= 0 && write(file, "film", 4) == 4
}

private func startsThread() -> Bool {
  let semaphore = DispatchSemaphore(value: 0)
  let thread = Thread { semaphore.signal() }
  thread.start()
  return semaphore.wait(timeout: .now() + 10) == .success
}

private func runs(_ path: String) -> Bool {
  var process = pid_t()
  return posix_spawn(&process, path, nil, nil, [nil], nil) == 0
}

private func fills() -> Bool {
  guard kn_limit(Int32(KN_LIMIT_DATA_BYTES), 256 << 20) == 0 else { return true }
  return malloc(1 << 30) != nil
}

internal import CSandbox
internal import Foundation
internal import Render

/// What a worker may still do once it begins to read strangers' files.
struct Sandbox {
  /// Files and folders that may be read.
  var readable: [String]
  /// Folders in which files may be made, changed and removed.
  var writable: [String]
  var limits: WorkerRequest.Limits
  var demand: Confinement.Demand

  /// What libraries read while they work: code, fonts, tables of characters and time zones, and
  /// what tells of this process and of the machine's cores.
  private static let system = [
    "/usr", "/lib", "/lib64", "/opt", "/nix/store", "/etc/fonts", "/etc/ld.so.cache",
    "/etc/localtime", "/var/cache/fontconfig", "/dev/null", "/dev/urandom", "/proc/self",
    "/sys/devices/system/cpu",
  ]

  /// The confinement of a worker for `request`.
  init(for request: WorkerRequest, environment: [String: String]) {
    limits = request.limits
    demand = request.confinement
    writable = []
    switch request.job {
    case .report: readable = []
    case .probe(let path), .analyse(let path, _), .beats(let path), .captions(let path),
      .peaks(let path, _, _):
      readable = [path]
    case .view(let files): readable = files + WorkerEnvironment.fontPlaces(environment)
    case .draw(_, let output):
      readable = []
      writable = Self.folder(of: output)
    case .inspect(let order), .render(let order):
      readable = Array(order.files.values) + WorkerEnvironment.fontPlaces(environment)
      writable = Self.folder(of: order.output) + [order.cache?.folder].compactMap { $0 }
    }
  }

  private static func folder(of path: String) -> [String] {
    path.lastIndex(of: "/").map { [String(path[..<$0])] } ?? []
  }

  /// Gives up all rights that a worker never needs; to be called first of all. Returns false
  /// where the system doesn't have it.
  static func harden() -> Bool { kn_harden() == 0 }

  /// Sets the limits and goes in, for good. Throws where more confinement is demanded than there
  /// is.
  func enter(isHardened: Bool) throws(WorkshopError) -> Confinement {
    try setLimits()
    guard demand != .off else { return .none }
    let isAlone = isAlone
    var confinement = Confinement.none
    if isHardened, isAlone {
      confinement.landlock = try restrictFiles()
      confinement.filtersCalls = kn_seccomp_enter() == 0
    }
    guard confinement.isWhole || demand == .preferred else {
      let why =
        if !isHardened {
          "the system keeps a process from giving up its rights"
        } else if !isAlone {
          "the program has started threads before the worker could be confined"
        } else {
          "the kernel lacks \(confinement.landlock > 0 ? "seccomp" : "Landlock")"
        }
      throw WorkshopError(
        .unavailable,
        "Strangers' files can't be read safely here: \(why); use Linux 5.13 or later, or set the "
          + "confinement to preferred.")
    }
    return confinement
  }

  private func setLimits() throws(WorkshopError) {
    let all = [
      (KN_LIMIT_PROCESSOR_SECONDS, limits.processorSeconds), (KN_LIMIT_DATA_BYTES, limits.memory),
      (KN_LIMIT_FILE_BYTES, limits.fileBytes), (KN_LIMIT_OPEN_FILES, limits.openFiles),
      (KN_LIMIT_CORE_BYTES, 0),
    ]
    for (limit, most) in all {
      guard kn_limit(Int32(limit), UInt64(max(most, 0))) == 0 else {
        throw WorkshopError(.unavailable, "The worker's limits can't be set; check the system.")
      }
    }
  }

  /// Whether there is no other thread: the kernel confines only the one that asks.
  private var isAlone: Bool {
    let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
    return threads?.count == 1
  }

  /// Returns Landlock's version, 0 where the kernel has none.
  private func restrictFiles() throws(WorkshopError) -> Int {
    let version = Int(kn_landlock_version())
    guard version > 0 else { return 0 }
    let rules = kn_landlock_begin()
    let isWhole =
      rules >= 0
      && (Self.system + readable).allSatisfy { kn_landlock_allow(rules, $0, Int32(KN_READ)) == 0 }
      && writable.allSatisfy { kn_landlock_allow(rules, $0, Int32(KN_READ | KN_WRITE)) == 0 }
    guard isWhole, kn_landlock_enter(rules) == 0 else {
      throw WorkshopError(
        .unavailable, "The worker can't be confined to its files; check the system.",
        cause: String(cString: strerror(errno)))
    }
    return version
  }
}

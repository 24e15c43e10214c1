import Accounts
import FakeWorkshop
import Foundation
import Logging
import Records
import Store
import Studio
import Synchronization
import Timeline
import Wire

/// A studio over real stores in a folder of its own, with a workshop that only pretends.
final class Bench: Sendable {
  let folder: String
  let store: EmbeddedStore
  let front: HaltingStore
  let blobs: DiskBlobStore
  let workshop: FakeWorkshop
  let accounts: Accounts
  let studio: Studio
  private let clock: Clock
  private let running = Mutex<Task<Void, Never>?>(nil)

  final class Clock: Sendable {
    private let ahead = Mutex<TimeInterval>(0)
    var now: Date { Date() + ahead.withLock { $0 } }
    func pass(_ seconds: TimeInterval) { ahead.withLock { $0 += seconds } }
  }

  /// A bench in `folder`.
  /// - Parameter changes: after so many changes its store stops; nil for never.
  init(
    folder: String, haltingAfter changes: Int? = nil,
    manner: HaltingStore.Manner = .beforeTheChange, workshop: FakeWorkshop = FakeWorkshop(),
    clips: FakeClips? = nil, accountSettings: AccountSettings = Bench.accountSettings,
    _ change: (inout StudioSettings) -> Void = { _ in }
  ) async throws {
    self.folder = folder
    self.workshop = workshop
    let clock = Clock()
    self.clock = clock
    store = try EmbeddedStore(folder: folder)
    front = HaltingStore(store, after: changes, manner: manner)
    blobs = try DiskBlobStore(folder: folder, reserve: 0)
    accounts = Accounts(store: front, settings: accountSettings) { clock.now }
    var settings = StudioSettings(workFolder: folder + "/work")
    settings.pollInterval = .milliseconds(200)
    settings.leaseTime = .seconds(10)
    settings.retryDelay = .milliseconds(10)
    change(&settings)
    var logger = Logger(label: "kinora.test")
    logger.logLevel = .critical
    studio = Studio(
      store: front, queue: front, blobs: blobs, workshop: workshop, accounts: accounts,
      settings: settings, logger: logger, clips: clips
    ) { clock.now }
    try? await studio.prepare()
  }

  static var accountSettings: AccountSettings {
    var settings = AccountSettings()
    settings.issuesPerClient = 0
    settings.issuesPerAddress = 0
    settings.prices.analysis = 1
    return settings
  }

  /// A fresh folder.
  static func folder() -> String {
    FileManager.default.temporaryDirectory.path + "/kinora-studio-" + UUID().uuidString
  }

  /// Runs `body` with a bench whose workers run, and clears everything away afterwards.
  static func with<Result: Sendable>(
    isRunning: Bool = true, clips: FakeClips? = nil,
    accountSettings: AccountSettings = Bench.accountSettings,
    _ change: (inout StudioSettings) -> Void = { _ in },
    _ body: (Bench) async throws -> Result
  ) async throws -> Result {
    let folder = folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bench = try await Bench(
      folder: folder, clips: clips, accountSettings: accountSettings, change)
    if isRunning { bench.start() }
    do {
      let result = try await body(bench)
      await bench.stop()
      return result
    } catch {
      await bench.stop()
      throw error
    }
  }

  /// Lets the workers run.
  func start() {
    running.withLock { running in
      if running == nil { running = Task { [studio] in await studio.run() } }
    }
  }

  /// Stops the workers and closes the store.
  func stop() async {
    let task = running.withLock { running in
      defer { running = nil }
      return running
    }
    task?.cancel()
    await task?.value
    store.close()
  }

  /// Lets time pass for the studio.
  func pass(_ duration: Duration) { clock.pass(Double(duration.components.seconds)) }
}

extension Bench {
  /// A new anonymous user.
  func user() async throws -> Identity {
    let reply = try await accounts.issueAnonymousToken(
      client: UUID().uuidString, address: "127.0.0.1")
    return try await accounts.identity(bearer: reply.token)
  }

  /// A session of the user.
  func session(
    of user: Identity, language: String? = "en", id: String? = nil
  ) async throws -> String {
    try await studio.createSession(SessionRequest(language: language), id: id, for: user).id
  }

  /// Uploads a file with this content.
  @discardableResult
  func upload(
    _ content: String, named name: String = "dawn.jpg", to session: String, of user: Identity
  ) async throws -> MediaItem {
    let file = try await studio.receiveUpload(named: name, to: session, for: user)
    try await file.append(Array(content.utf8))
    return try await file.finish()
  }

  /// Says something and hears all that follows.
  func say(
    _ words: String, in session: String, of user: Identity, key: String? = nil
  ) async throws -> [Event] {
    let turn = try await studio.submit(
      Content(role: "user", text: words), to: session, key: key, for: user)
    return try await hear(turn.id, in: session, of: user)
  }

  /// All events of a turn.
  func hear(_ turn: String?, in session: String, of user: Identity) async throws -> [Event] {
    var events: [Event] = []
    for try await event in try await studio.follow(session, after: 0, turn: turn, for: user) {
      events.append(try Event(json: JSONValue.parse(body: event.body)))
    }
    return events
  }

  /// The state of a session as `latest` tells it.
  func state(of session: String, for user: Identity) async throws -> SessionState {
    let body = try await studio.latestState(of: session, for: user)
    return try SessionState(json: Envelope.data(of: JSONValue.parse(body: body)))
  }

  /// What is wrong with the user's credits.
  func audit(_ user: Identity) async throws -> [String] {
    let account = user.account
    return try await store.read { try Ledger.audit(account, in: $0) }
  }

  /// Whether no turn and no export is waiting or under way.
  var isIdle: Bool {
    get async throws {
      let (turns, exports) = (try await store.count(.turn), try await store.count(.export))
      return turns == 0 && exports == 0
    }
  }

  /// Waits until something is so.
  func until(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(120)
    while try await !condition() {
      guard ContinuousClock.now < end else { throw FakeWorkshop.Stalled() }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}

extension Event {
  /// The texts that it says.
  var text: String { content?.text ?? "" }
  /// The call in it.
  var call: FunctionCall? {
    content?.parts.compactMap { if case .functionCall(let call) = $0 { call } else { nil } }.first
  }
  /// The response in it.
  var response: FunctionResponse? {
    content?.parts.compactMap { part in
      if case .functionResponse(let response) = part { response } else { nil }
    }.first
  }
}

/// The code of what an operation throws; nil where it throws nothing.
func code(_ body: () async throws -> Void) async -> ServiceError.Code? {
  do {
    try await body()
    return nil
  } catch {
    return (error as? ServiceError)?.code ?? ServiceError.Code(rawValue: -1)
  }
}

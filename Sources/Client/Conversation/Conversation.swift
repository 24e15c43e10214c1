public import Foundation
internal import MediaTime
internal import Timeline
internal import Wire

/// A talk with a server in the manners that users expect: they read words and films, never ids,
/// tokens or JSON.
public actor Conversation {
  /// How one side of time is seen: the real clock, or a test's.
  public struct Timing: Sendable {
    /// The time on a steady clock.
    public var now: @Sendable () -> Duration
    /// Waits.
    public var rest: @Sendable (Duration) async throws -> Void

    /// Timing by the given functions.
    public init(
      now: @escaping @Sendable () -> Duration,
      rest: @escaping @Sendable (Duration) async throws -> Void
    ) {
      self.now = now
      self.rest = rest
    }

    /// The machine's clock.
    public static var real: Timing {
      let start = ContinuousClock.now
      return Timing(
        now: { start.duration(to: .now) }, rest: { try await Task.sleep(for: $0) })
    }
  }

  /// Where what the user reads goes.
  public typealias Tell = @Sendable (Telling) async -> Void

  let client: KinoraClient
  let timing: Timing
  let tell: Tell
  /// Where films go that no other place is named for.
  let folder: URL
  /// Whether a session that is gone is followed by a new one.
  let mayBeginAnew: Bool
  var session: String?
  /// In the language of what was said last.
  private var phrases = Phrases(for: "")

  /// A conversation.
  ///
  /// It goes on with `session`, or begins one when it is needed. Films go to `folder`; `tell` is
  /// told everything that the user should read. A session that is gone is followed by a new one
  /// where `mayBeginAnew` allows it; else that is an error.
  public init(
    _ client: KinoraClient, session: String? = nil, mayBeginAnew: Bool = true, folder: URL,
    timing: Timing = .real, tell: @escaping Tell
  ) {
    self.client = client
    self.session = session
    self.mayBeginAnew = mayBeginAnew
    self.folder = folder
    self.timing = timing
    self.tell = tell
  }

  /// Does what `message` asks for.
  public func say(_ message: String) async throws {
    let phrases = Phrases(for: message)
    self.phrases = phrases
    try await advising(phrases) { try await act(on: message, phrases) }
  }

  private func act(on message: String, _ phrases: Phrases) async throws {
    switch MessageRoute(message) {
    case .export(let quality):
      try await export(to: nil, quality: quality ?? "high", phrases)
    case .credits: try await tellCredits(phrases)
    case .state: try await tellState(phrases)
    case .upload: await tell(.text(phrases.nameFiles))
    case .agent: try await ask(message, phrases)
    }
  }

  /// Does what `message` asks for, after the files that it names were sent: all of them where
  /// nothing else is asked, else those that the session doesn't hold. Names without a folder are
  /// looked for in `place`.
  public func say(_ message: String, filesIn place: URL) async throws {
    let named = NamedFiles(in: message, folder: place)
    guard !named.files.isEmpty else { return try await say(message) }
    phrases = Phrases(for: message)
    if named.isOnlySending {
      for file in named.files { try await send(file) }
      return
    }
    let state = try await inSession { [client] in try await client.state(of: $0) }
    for file in named.files where !Self.holds(file, in: state) { try await send(file) }
    try await say(named.message)
  }

  /// What is told where the user no longer waits for the answer to `message`.
  public nonisolated func wordsForStopping(_ message: String) -> String {
    let phrases = Phrases(for: message)
    if case .export = MessageRoute(message) { return phrases.exportStopped }
    return phrases.stopped
  }

  /// Whether the session to go on with has a film already.
  public func holdsFilm() async throws -> Bool {
    guard session != nil else { return false }
    let state = try await inSession { [client] in try await client.state(of: $0) }
    return try state.draft()?.hasContent ?? false
  }

  /// Sends a file.
  public func send(_ file: URL) async throws {
    try await advising(phrases) { try await upload(file) }
  }

  private func upload(_ file: URL) async throws {
    let name = file.lastPathComponent
    let tell = tell
    let reply = try await inSession { [client] session in
      try await client.upload(file, to: session) { share in
        guard share < 1 else { return }
        Task { await tell(.progress("\(name) \(Int(share * 100))%")) }
      }
    }
    for file in reply.files { await tell(.text(Self.line(for: file))) }
  }

  /// Orders the film and fetches it to `file`, or to a new one in the folder.
  public func export(to file: URL? = nil, quality: String = "high") async throws {
    let phrases = Phrases(for: "")
    try await advising(phrases) { try await export(to: file, quality: quality, phrases) }
  }

  /// Tells the timeline.
  public func tellState() async throws { try await tellState(Phrases(for: "")) }

  /// Tells the credits.
  public func tellCredits() async throws { try await tellCredits(Phrases(for: "")) }

  // MARK: Sessions

  /// The session, begun where there is none.
  func currentSession() async throws -> String {
    if let session { return session }
    let new = try await client.createSession()
    session = new
    return new
  }

  /// Another session in the place of one that is gone, which is told.
  func newSession() async throws -> String {
    session = nil
    let new = try await currentSession()
    await tell(.text(phrases.newSession))
    return new
  }

  /// Runs `body` in the session, and once more in a new one where it is gone.
  func inSession<Result: Sendable>(
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    let current = try await currentSession()
    do {
      return try await body(current)
    } catch let error as ServiceError where error.code == .sessionNotFound && mayBeginAnew {
      return try await body(try await newSession())
    }
  }

  // MARK: What is told without the agent

  func tellState(_ phrases: Phrases) async throws {
    let state = try await inSession { [client] in try await client.state(of: $0) }
    let draft = try state.draft() ?? Draft()
    guard draft.hasContent else {
      return await tell(.text(phrases.noFilm(Self.fileNames(in: state))))
    }
    await tell(
      .text(draft.summary(language: phrases.language, mediaName: Self.names(in: state))))
  }

  func tellCredits(_ phrases: Phrases) async throws {
    let balance = try await client.credits()
    await tell(
      .text(phrases.credits(available: balance.available, frozen: balance.frozen)))
  }

  /// What people call the media of a session.
  static func names(in state: SessionState) -> (String) -> String? {
    var names: [String: String] = [:]
    if case .array(let infos)? = state.state["video_infos"] {
      for info in infos {
        guard let file = try? UploadedFile(json: info), let id = file.id else { continue }
        names[id] = file.name ?? file.filename
      }
    }
    return { [names] in names[$0] }
  }

  /// The names of a session's files, in order.
  static func fileNames(in state: SessionState) -> [String] {
    guard case .array(let infos)? = state.state["video_infos"] else { return [] }
    return infos.compactMap { try? UploadedFile(json: $0).filename }
  }

  /// Whether a session holds that very file. Where hashes aren't told, the name has to do.
  private static func holds(_ file: URL, in state: SessionState) -> Bool {
    guard case .array(let infos)? = state.state["video_infos"] else { return false }
    let namesakes = infos.compactMap { try? UploadedFile(json: $0) }
      .filter { $0.filename == file.lastPathComponent }
    guard !namesakes.isEmpty, namesakes.allSatisfy({ $0.hash.count == 64 }),
      let hash = try? FileBody.hash(of: file)
    else { return !namesakes.isEmpty }
    return namesakes.contains { $0.hash.lowercased() == hash }
  }

  private static func line(for file: UploadedFile) -> String {
    var facts: [String] = []
    if file.width > 0 { facts.append("\(file.width) × \(file.height)") }
    if file.duration > 0 {
      facts.append("\(Milliseconds(seconds: file.duration).secondsText) s")
    }
    let details = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
    return "\(file.filename): \(file.fileType)\(details)"
  }
}

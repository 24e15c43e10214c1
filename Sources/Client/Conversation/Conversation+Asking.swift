internal import Foundation
internal import Timeline
internal import Wire

extension Conversation {
  /// Lets the agent do what `message` says, and tells what came of it.
  /// - Parameter isPassedOn: whether the words are the agent's own, given back to it.
  func ask(_ message: String, _ phrases: Phrases, isPassedOn: Bool = false) async throws {
    var before = try await inSession { [client] in try await client.state(of: $0) }
    let turn: HeardTurn
    do {
      do {
        turn = try await self.turn(for: message, since: before, phrases)
      } catch let error as ServiceError where error.code == .sessionNotFound && mayBeginAnew {
        before = try await client.state(of: try await newSession())
        turn = try await self.turn(for: message, since: before, phrases)
      }
    } catch let error as ServiceError where error.code == .noCredits {
      return await tellNoCredits(error, phrases)
    }
    let talk = ScreenTalk(turn.answer.text)
    if !talk.text.isEmpty { await tell(.text(talk.text)) }
    if turn.isInterrupted { await tell(.text(phrases.interrupted)) }
    if talk.text.isEmpty || turn.isInterrupted { try await tellChange(since: before, phrases) }
    for action in talk.actions {
      switch action {
      case .export: try await export(to: nil, quality: "high", phrases)
      case .showState: try await tellState(phrases)
      case .showCredits: try await tellCredits(phrases)
      case .edit(let words):
        // Once: an agent that insists on a mouse is not asked for ever.
        if !isPassedOn { try await ask(words, phrases, isPassedOn: true) }
      }
    }
  }

  /// Sends the message once and hears the turn out, whatever happens to the connection.
  /// - Throws: also what the agent itself tells as the failure of the turn.
  private func turn(
    for message: String, since before: SessionState, _ phrases: Phrases
  ) async throws -> HeardTurn {
    let session = try await currentSession()
    let hearing = Hearing(tell: tell, phrases: phrases)
    let key = UUID().uuidString
    let listener = Listener(now: timing.now, rest: timing.rest)
    let tell = tell
    try await listener.listen(
      stillWorking: { await tell(.text(phrases.stillWorking)) },
      { [self] heard in
        do {
          try await hear(message, in: session, key: key, hearing, heard)
        } catch is Interruption {
          await hearing.interrupt()
          try await waitForChange(in: session, since: before, heard)
        }
      })
    let turn = await hearing.turn
    if let failure = turn.answer.failure { throw failure }
    return turn
  }

  /// The stream broke, and its server can't resume it.
  private struct Interruption: Error {}

  private func hear(
    _ message: String, in session: String, key: String, _ hearing: Hearing,
    _ heard: @Sendable () -> Void
  ) async throws {
    let receive: (StreamItem) async throws -> Void = { item in
      guard case .event(let event, let id) = item else { return }
      heard()
      await hearing.take(event, id: id)
    }
    var failures = 0
    var last: String?
    while true {
      let place = await hearing.place
      do {
        if let place {
          try await client.resume(
            place.invocation, in: session, after: place.id, receive: receive)
        } else {
          // Ours knows the message by its key, so that sending it again starts nothing anew.
          try await client.run(message, in: session, key: key, receive: receive)
        }
        return
      } catch  where ClientError.isPassing(error) {
        guard client.isKinora else {
          // Never sent, or refused in words: nothing can have come of it.
          let isLost = [.dropped, .timedOut].contains((error as? ClientError)?.code)
          throw isLost ? Interruption() : error
        }
        let next = await hearing.place?.id
        failures = next == last ? failures + 1 : 1
        last = next
        guard failures <= Self.reconnections else { throw error }
        try await timing.rest(.seconds(min(1 << failures, 10)))
      }
    }
  }

  /// Tries to reach a server again that says nothing new: more than a minute, in which a new
  /// version of it can start.
  private static let reconnections = 8

  /// After a broken stream of a server that can't resume one: asks for the state until it has
  /// changed and stands still, five minutes at most. The message is never sent again.
  private func waitForChange(
    in session: String, since before: SessionState, _ heard: @Sendable () -> Void
  ) async throws {
    var last = before
    for _ in 0..<20 {
      try await timing.rest(.seconds(15))
      let state: SessionState
      do {
        state = try await client.state(of: session)
      } catch  where ClientError.isPassing(error) {
        continue
      }
      if last != state {
        heard()
      } else if last != before {
        return
      }
      last = state
    }
  }

  /// An agent that says nothing may have done something.
  private func tellChange(since before: SessionState, _ phrases: Phrases) async throws {
    let after = try await inSession { [client] in try await client.state(of: $0) }
    let changes = (try before.draft() ?? Draft()).difference(
      to: try after.draft() ?? Draft(), language: phrases.language,
      mediaName: Self.names(in: after))
    await tell(.text(changes.isEmpty ? phrases.unchanged : phrases.changed(changes)))
  }

  private func tellNoCredits(_ failure: ServiceError, _ phrases: Phrases) async {
    await tell(.text(failure.message))
    guard let registration, !failure.message.contains("?bind=") else { return }
    await tell(.text(phrases.register(registration)))
  }
}

/// What was heard of a turn.
private struct HeardTurn: Sendable {
  var answer = Answer()
  /// Whether the stream broke and could not be resumed.
  var isInterrupted = false
}

/// The answer as it comes in, with its progress told.
private actor Hearing {
  private(set) var turn = HeardTurn()
  private let tell: Conversation.Tell
  private let phrases: Phrases
  private var lastTold = -1.0

  init(tell: @escaping Conversation.Tell, phrases: Phrases) {
    self.tell = tell
    self.phrases = phrases
  }

  /// Where to resume; nil until an event has come with an id.
  var place: (invocation: String, id: String)? {
    guard let invocation = turn.answer.invocation, let id = turn.answer.lastID else { return nil }
    return (invocation, id)
  }

  func interrupt() { turn.isInterrupted = true }

  func take(_ event: Event, id: String?) async {
    guard let share = turn.answer.take(event, id: id), share - lastTold >= 0.01 || share < lastTold
    else { return }
    lastTold = share
    await tell(.progress(phrases.progress(share)))
  }
}

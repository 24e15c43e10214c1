internal import Foundation
internal import Timeline
internal import Wire

extension Conversation {
  /// Lets the agent do what `message` says, and tells what came of it.
  func ask(_ message: String, _ phrases: Phrases) async throws {
    let before = try await inSession { [client] in try await client.state(of: $0) }
    let answer: Answer
    do {
      answer = try await self.answer(to: message, phrases)
    } catch let error as ServiceError where error.code == .sessionNotFound && mayBeginAnew {
      _ = try await newSession()
      answer = try await self.answer(to: message, phrases)
    } catch let error as ServiceError where error.code == .noCredits {
      return await tellNoCredits(error, phrases)
    }
    if let failure = answer.failure {
      if failure.code == .noCredits { return await tellNoCredits(failure, phrases) }
      throw failure
    }
    let talk = ScreenTalk(answer.text)
    if talk.text.isEmpty {
      try await tellChange(since: before, phrases)
    } else {
      await tell(.text(talk.text))
    }
    for action in talk.actions {
      switch action {
      case .export: try await export(to: nil, quality: "high", phrases)
      case .showState: try await tellState(phrases)
      case .showCredits: try await tellCredits(phrases)
      }
    }
  }

  /// Sends the message once and hears the turn out, whatever happens to the connection.
  private func answer(to message: String, _ phrases: Phrases) async throws -> Answer {
    let session = try await currentSession()
    let hearing = Hearing(tell: tell, phrases: phrases)
    let key = UUID().uuidString
    let listener = Listener(now: timing.now, rest: timing.rest)
    let tell = tell
    try await listener.listen(
      stillWorking: { await tell(.text(phrases.stillWorking)) },
      { [self] heard in
        try await hear(message, in: session, key: key, hearing, heard)
      })
    return await hearing.answer
  }

  private func hear(
    _ message: String, in session: String, key: String, _ hearing: Hearing,
    _ heard: @Sendable () -> Void
  ) async throws {
    var isFirst = true
    var failures = 0
    while true {
      do {
        let receive: (StreamItem) async throws -> Void = { item in
          guard case .event(let event, let id) = item else { return }
          heard()
          await hearing.take(event, id: id)
        }
        if let place = await hearing.place {
          try await client.resume(
            place.invocation, in: session, after: place.id, receive: receive)
        } else if isFirst || client.isKinora {
          // Ours knows the message by its key, so that sending it again starts nothing anew.
          isFirst = false
          try await client.run(message, in: session, key: key, receive: receive)
        }
        return
      } catch let error as ClientError where error.code == .dropped || error.code == .unreachable {
        failures += 1
        let neverSent = error.code == .unreachable && !client.isKinora
        guard failures <= 5, !neverSent else { throw error }
        guard client.isKinora else { return try await waitForChange(in: session, heard) }
        try await timing.rest(.seconds(min(1 << failures, 10)))
      }
    }
  }

  /// After a broken stream of a server that can't resume one: asks for the state until it has
  /// stopped changing. The message is never sent again.
  private func waitForChange(
    in session: String, _ heard: @Sendable () -> Void
  ) async throws {
    var last: SessionState?
    for _ in 0..<20 {
      try await timing.rest(.seconds(15))
      let state = try await client.state(of: session)
      if let last, last != state {
        heard()
      } else if last != nil {
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
    guard let userID = client.userID, userID.hasPrefix("anon_"),
      !failure.message.contains("?bind=")
    else { return }
    await tell(.text(phrases.register(client.configuration.registration(userID: userID))))
  }
}

/// The answer as it comes in, with its progress told.
private actor Hearing {
  private(set) var answer = Answer()
  private let tell: Conversation.Tell
  private let phrases: Phrases
  private var lastTold = -1.0

  init(tell: @escaping Conversation.Tell, phrases: Phrases) {
    self.tell = tell
    self.phrases = phrases
  }

  /// Where to resume; nil until an event has come with an id.
  var place: (invocation: String, id: String)? {
    guard let invocation = answer.invocation, let id = answer.lastID else { return nil }
    return (invocation, id)
  }

  func take(_ event: Event, id: String?) async {
    guard let share = answer.take(event, id: id), share - lastTold >= 0.01 || share < lastTold
    else { return }
    lastTold = share
    await tell(.progress(phrases.progress(share)))
  }
}

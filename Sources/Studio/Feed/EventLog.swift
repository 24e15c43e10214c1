import Foundation
import Records
import Timeline
import Wire

/// Makes the events of one turn and stores them, each in the transaction whose doings it tells.
struct EventLog: Sendable {
  static let agent = "nemo_agent"
  static let user = "user"

  let turn: String
  let time: Date

  /// What the user said.
  func message(_ content: Content) -> Event {
    var content = content
    content.role = Self.user
    return event(author: Self.user, content)
  }

  /// What the agent says.
  func text(_ text: String, metadata: [String: JSONValue] = [:]) -> Event {
    event(Content(role: "model", text: text), metadata: metadata)
  }

  /// The state changed, and there is nothing to say of it.
  func change(_ delta: [String: JSONValue], metadata: [String: JSONValue]) -> Event {
    var event = event(nil, metadata: metadata)
    event.stateDelta = delta
    return event
  }

  /// A tool is called.
  func call(_ call: FunctionCall) -> Event {
    event(Content(role: "model", parts: [.functionCall(call)]))
  }

  /// A tool answers, with what changed in the state.
  func response(
    to call: FunctionCall, _ response: [String: JSONValue], delta: [String: JSONValue] = [:]
  ) -> Event {
    var event = event(Content(role: Self.user, parts: [.functionResponse(answer(call, response))]))
    event.stateDelta = delta
    return event
  }

  /// A tool is at work.
  func progress(of call: FunctionCall, _ share: Double) -> Event {
    let response: [String: JSONValue] = [
      "status": .string("running"), "progress": JSONValue((share * 100).rounded() / 100),
    ]
    var event = event(Content(role: Self.user, parts: [.functionResponse(answer(call, response))]))
    event.isPartial = true
    return event
  }

  /// The turn failed.
  func failure(_ error: ServiceError) -> Event {
    var event = event(nil)
    event.failure = error
    return event
  }

  /// Stores events as the next ones of the session, which the caller updates.
  func append(
    _ events: [Event], to session: inout Session, in transaction: any MetadataTransaction
  ) throws {
    for event in events {
      session.lastEvent += 1
      try transaction.insert(
        StoredEvent(
          session: session.id, sequence: session.lastEvent, turn: turn, body: event.json.text(),
          createdAt: time))
    }
    session.updatedAt = time
  }

  private func answer(
    _ call: FunctionCall, _ response: [String: JSONValue]
  ) -> FunctionResponse {
    FunctionResponse(id: call.id, name: call.name, response: response)
  }

  private func event(
    author: String = agent, _ content: Content?, metadata: [String: JSONValue] = [:]
  ) -> Event {
    Event(
      id: UUID().uuidString.lowercased(), invocationID: turn, author: author,
      timestamp: (time.timeIntervalSince1970 * 1000).rounded() / 1000, content: content,
      metadata: metadata)
  }
}

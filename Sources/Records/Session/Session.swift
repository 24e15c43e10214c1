public import Foundation
public import Timeline

/// A conversation over one timeline.
public struct Session: Hashable, Sendable, Codable, Identifiable {
  /// A string of digits.
  public var id: String
  /// The task's id, for clients that ask for one.
  public var task: String
  /// Whose it is.
  public var account: String
  /// What it is called.
  public var name: String
  /// The language of replies; nil to answer in the message's own.
  public var language: SpokenLanguage?
  /// The draft and all its versions; nil until there is a draft.
  public var history: History?
  /// What clients keep in the session, beside what the studio keeps there.
  public var state: [String: JSONValue]
  /// Counts up with every change of what `latest` shows.
  public var revision: Int
  /// The number of its last event; 0 before the first.
  public var lastEvent: Int
  /// When it was made.
  public var createdAt: Date
  /// When something last happened in it.
  public var updatedAt: Date

  /// A session.
  public init(
    id: String, task: String, account: String, name: String, language: SpokenLanguage? = nil,
    history: History? = nil, state: [String: JSONValue] = [:], revision: Int = 0,
    lastEvent: Int = 0, createdAt: Date, updatedAt: Date
  ) {
    self.id = id
    self.task = task
    self.account = account
    self.name = name
    self.language = language
    self.history = history
    self.state = state
    self.revision = revision
    self.lastEvent = lastEvent
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

public import Language
public import MediaTime
public import Timeline

/// A conversation over one draft that is kept in memory: each message is read in the situation
/// that those before it left, and its edits are carried out at once.
///
/// ```swift
/// var conversation = Conversation(Situation(history: History(draft), media: media))
/// print(conversation.say("make the title smaller").text)
/// print(conversation.say("a bit more").text)
/// ```
public struct Conversation: Sendable {
  /// The session as the messages so far leave it.
  public private(set) var situation: Situation
  private let drawingID: String
  private var turns = 0
  private let elsewhere: @Sendable (Step.Action, SpokenLanguage) -> String?

  /// A conversation that begins in `situation`.
  /// - Parameters:
  ///   - situation: the session to begin with.
  ///   - elsewhere: why a step that concerns more than the draft (an export, an analysis, the
  ///     credits) is not done here; nil where nothing need be said of it.
  public init(
    _ situation: Situation,
    elsewhere: @escaping @Sendable (Step.Action, SpokenLanguage) -> String? = { _, _ in nil }
  ) {
    self.situation = situation
    drawingID = situation.drawingID
    self.elsewhere = elsewhere
  }

  /// The draft now.
  public var draft: Draft { situation.draft }

  /// What has to be spoken before `words` are said: the ids that ``hear(_:)`` takes, and what.
  public func voices(in words: String) -> [(id: String, voice: VoiceOver)] {
    situation.voices(in: words)
  }

  /// What the voice-overs of the next message became.
  public mutating func hear(_ spoken: [String: Spoken]) { situation.spoken = spoken }

  /// When the beats of a medium fall, from its start.
  public mutating func learn(beats: [Milliseconds], of id: String) {
    for index in situation.media.indices where situation.media[index].id == id {
      situation.media[index].beats = beats
    }
  }

  /// Nothing can be spoken, and why, in a sentence.
  public mutating func refuseVoices(because reason: String) { situation.voiceRefusal = reason }

  /// Reads `words`, carries out what they ask of the draft, and answers.
  public mutating func say(_ words: String) -> Answer {
    var direction = Direction(words, situation)
    let script = direction.script()
    let before = situation.draft
    for index in situation.media.indices { situation.media[index].isNew = false }
    var outcome = Outcome(before: before, after: before)
    for index in script.steps.indices {
      do {
        if try script.perform(index, on: &situation.history) != nil { continue }
        let action = script.steps[index].action
        outcome.failures[index] = elsewhere(action, script.language)
        guard let medium = situation.medium(madeBy: action) else { continue }
        if let reason = outcome.failures[index] {
          // What shows or plays it can't be done without it.
          for later in script.steps.indices where later > index {
            outcome.failures[later] = reason
          }
          break
        }
        situation.media.append(medium)
      } catch {
        outcome.failures[index] = error.message
      }
    }
    turns += 1
    situation.drawingID = "\(drawingID)\(turns + 1)"
    outcome.after = situation.draft
    situation.dialogue = script.dialogue
    return Answer(
      words: words, text: script.closing(outcome), script: script,
      intents: direction.intents, understood: direction.told, leftovers: direction.unread,
      asks: script.asks, isGuessed: direction.guess.isSettled, before: before,
      after: situation.draft, refused: direction.refused)
  }
}

/// What a message of a ``Conversation`` led to.
public struct Answer: Sendable {
  /// The message.
  public let words: String
  /// What is said about it.
  public let text: String
  /// What was done, step by step.
  public let script: Script
  /// What the message is, beside an edit.
  public let intents: [Intent]
  /// Requests that were read in it.
  public let understood: [Understood]
  /// Words that nothing used.
  public let leftovers: [Leftover]
  /// Whether the answer is a question, and the draft as it was.
  public let asks: Bool
  /// Whether no rule settled it, and it was taken for what it most likely is.
  public let isGuessed: Bool
  /// The draft before the message.
  public let before: Draft
  /// The draft after it.
  public let after: Draft

  /// Whether something was understood and not done.
  public var refuses: Bool { !refused.isEmpty }
  /// What was understood and not done, in sentences.
  public let refused: [String]

  /// Edits of the draft, in order.
  public var edits: [Edit] {
    script.steps.compactMap { step in
      if case .edit(let edit, _) = step.action { edit } else { nil }
    }
  }
}

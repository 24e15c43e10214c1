public import Language
public import Timeline

/// What a message leads to: steps to carry out in order, and what to say before and after.
///
/// A script is a value: it can be stored and carried on with after a crash, and the same message
/// in the same situation gives the same script.
///
/// ```swift
/// let script = Script(for: "slow push in, 5 seconds, then export", in: situation)
/// say(script.opening)                               // and what `script.price` costs
/// for index in script.steps.indices {
///   try script.perform(index, on: &history)         // edits; the rest is the caller's work
/// }
/// say(script.closing(Outcome(before: before, after: history.draft)))
/// ```
public struct Script: Hashable, Sendable, Codable {
  /// The language of all that is said.
  public var language: SpokenLanguage
  /// What is said before the work begins, without the price; nil where nothing is to be done.
  public var opening: String?
  /// What is to be done, in order.
  public var steps: [Step]
  /// What the steps are worth, in counts.
  public var price: Work
  /// Sentences that end up in the closing whatever the steps give: answers, what was understood
  /// and not done, what was not understood.
  public var remarks: [String]
  /// Sentences for the closing where the draft did not change: what may be said instead.
  public var advice: [String]
  /// Whether the closing shows the timeline even where the draft did not change.
  public var showsTimeline: Bool
  /// Whether it asks back and does nothing until it is answered.
  public var asks: Bool
  /// What the next message may refer to.
  public var dialogue: Dialogue
  /// What people call the media, by id.
  public var mediaNames: [String: String]

  /// A script of these steps.
  public init(
    language: SpokenLanguage, opening: String? = nil, steps: [Step] = [], price: Work = Work(),
    remarks: [String] = [], advice: [String] = [], showsTimeline: Bool = false,
    asks: Bool = false, dialogue: Dialogue = Dialogue(), mediaNames: [String: String] = [:]
  ) {
    self.language = language
    self.opening = opening
    self.steps = steps
    self.price = price
    self.remarks = remarks
    self.advice = advice
    self.showsTimeline = showsTimeline
    self.asks = asks
    self.dialogue = dialogue
    self.mediaNames = mediaNames
  }
}

import Language
import MediaTime
public import Timeline

/// The sounds that a sentence asks for, laid over a film that was made of the rest of it.
///
/// ```swift
/// let rest = situation.withoutSounds("push in, with calm music")  // "push in"
/// let track = Soundtrack("push in, with calm music", in: situationWithTheFilm)
/// ```
public struct Soundtrack: Sendable {
  /// The film with its sounds.
  public let draft: Draft
  /// The media that have to be made, by the ids that the draft has for them.
  public let sounds: [(id: String, name: String, recipe: SoundRecipe)]
  /// What was done, as phrases.
  public let done: [String]
  /// What else is to be said, in sentences without a full stop.
  public let remarks: [String]

  /// The sounds of `words` over the draft of `situation`.
  public init(_ words: String, in situation: Situation) {
    var direction = Direction(words, situation)
    var assembly = Assembly(
      situation.draft, drifts: false, media: direction.lookup, drawings: direction.drawings)
    var told: [String] = []
    direction.bringSounds(into: &assembly, told: &told)
    let late = direction.cutToBeats(after: assembly, [], told: &told)
    draft = (try? assembly.draft.applying(.group(label: "", edits: late)).draft) ?? assembly.draft
    let items = direction.sounds?.items ?? []
    sounds = items.map { ($0.medium.id, $0.medium.name, $0.order.recipe) }
    done = told
    remarks =
      direction.remarks + items.compactMap(\.order.remark) + (direction.sounds?.refused ?? [])
  }
}

extension Situation {
  /// The words that are left when the sounds they ask for are taken out.
  public func withoutSounds(_ words: String) -> String {
    SoundWish(words, in: self)?.words ?? words
  }
}

public import Timeline

/// The pictures that a sentence lays over a film that is made of the rest of it.
///
/// ```swift
/// let overlays = Overlays("5 seconds, the logo in the top right corner", among: media)
/// overlays?.words  // "5 seconds, "
/// ```
public struct Overlays: Sendable {
  /// The words that are left.
  public let words: String
  /// The media that lie over the film and are no clips of it, by their ids.
  public let media: Set<String>

  /// What `words` ask for of `media`; nil where that is nothing, or no film would be left.
  public init?(_ words: String, among media: [Medium]) {
    guard let wish = OverlayWish(words, in: Situation(media: media)),
      media.contains(where: { $0.facts.kind.hasPicture && !wish.media.contains($0.id) })
    else { return nil }
    self.words = wish.words
    self.media = wish.media
  }

  /// Lays what `words` ask for over the film of `situation`.
  /// - Returns: the film, what was done as phrases, and what else is to be said in sentences
  ///   without a full stop.
  public static func laid(
    _ words: String, over situation: Situation
  ) -> (draft: Draft, done: [String], remarks: [String]) {
    var direction = Direction(words, situation)
    var assembly = Assembly(situation.draft, drifts: false, media: direction.lookup)
    var told: [String] = []
    direction.layOver(into: &assembly, told: &told)
    return (assembly.draft, told, direction.remarks)
  }
}

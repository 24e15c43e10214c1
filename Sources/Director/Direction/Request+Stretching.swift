import Language
import MediaTime
import Timeline

extension Request {
  /// What "longer", "shorter", "twice as long" or 短一点 mean for a film of this length, said of
  /// the film as a whole; nil where `request` is something else.
  init?(stretching request: Request, in words: String, of draft: Draft) {
    guard case .unsupported(let feature) = request,
      let usual = ["extending": 1.25, "shortening": 0.8][feature.name]
    else { return nil }
    let words = words.lowercased()
    let named = Self.factors.first { words.contains($0.word) }?.factor
    let length = Double(draft.duration.count) * (named ?? usual)
    self = .length(.film, Milliseconds(max(Int((length / 100).rounded()) * 100, 100)))
  }

  private static let factors: [(word: String, factor: Double)] = [
    ("half as long", 0.5), ("twice as long", 2), ("two times longer", 2), ("double the length", 2),
  ]
}

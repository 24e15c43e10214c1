public import MediaTime

/// How text comes and goes.
public struct TextAnimation: Hashable, Sendable {
  /// Ways to come and go, by their names in a draft (`in`, `out`).
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// At once.
    case none
    /// Through transparency.
    case fade
    /// Rising into place; leaving, rising on.
    case slideUp = "slide_up"
    /// Growing a little beyond its size and settling.
    case pop
    /// A character after another; leaving, the last first.
    case typewriter
    /// A word after another, each rising into place; leaving, through transparency.
    case words
  }

  /// How it comes.
  public var entrance: Kind
  /// How it goes.
  public var exit: Kind
  /// Characters of the text, as `TextArtwork.clusters` has them.
  public var clusters: Int
  /// Its words, as `TextArtwork.words` has them.
  public var words: [Range<Int>]
  /// Size of the letters in pixels, the measure of how far text slides.
  public var letterHeight: Double

  /// Which words light up when; nil for none.
  public var karaoke: Karaoke?

  /// An animation of a text of so many characters; each is a word where nothing is said of words.
  public init(
    entrance: Kind, exit: Kind, clusters: Int, words: [Range<Int>]? = nil, letterHeight: Double
  ) {
    self.entrance = entrance
    self.exit = exit
    self.clusters = max(clusters, 0)
    self.words = words ?? (0..<max(clusters, 0)).map { $0..<$0 + 1 }
    self.letterHeight = letterHeight
  }

  /// The animation of an artwork.
  public init(entrance: Kind, exit: Kind, artwork: TextArtwork) {
    self.init(
      entrance: entrance, exit: exit, clusters: artwork.clusters, words: artwork.words,
      letterHeight: artwork.letterHeight)
  }

  /// How the text stands at `time` after its start when it is on for `duration`.
  ///
  /// Before the start and from the end on it is invisible. Coming takes 400 ms (leaving 300),
  /// a typewriter 45 ms a character and words 280 ms each, all at most a share of a short text's
  /// time, so that it can always be read in between.
  public func state(at time: MediaTime, duration: MediaTime) -> TextState {
    guard time >= .zero, time < duration else {
      return TextState(opacity: 0, visibleClusters: 0)
    }
    let (elapsed, total) = (time.seconds, duration.seconds)
    var state = TextState(visibleClusters: clusters)
    let entering = length(
      of: entrance, normal: 0.4, within: total, typingShare: 0.5)
    if elapsed < entering { enter(&state, progress: elapsed / entering) }
    let leaving = length(of: exit, normal: 0.3, within: total, typingShare: 0.2)
    if total - elapsed < leaving { leave(&state, remaining: (total - elapsed) / leaving) }
    if let lit = karaoke?.lit(at: time) { light(lit, in: &state) }
    return state
  }

  /// Lights what shows of the characters; those to come are lit when they are there.
  private func light(_ lit: TextState.Lit, in state: inout TextState) {
    var lit = lit
    lit.clusters = lit.clusters.clamped(to: 0..<state.visibleClusters)
    if !lit.clusters.isEmpty { state.lit = lit }
  }

  private func length(
    of kind: Kind, normal: Double, within total: Double, typingShare: Double
  ) -> Double {
    switch kind {
    case .none: 0
    case .typewriter: min(0.045 * Double(clusters), total * typingShare)
    case .words where typingShare > 0.3: min(0.28 * Double(words.count), total * typingShare)
    default: min(normal, total * 0.3)
    }
  }

  private func enter(_ state: inout TextState, progress: Double) {
    switch entrance {
    case .none: break
    case .fade: state.opacity = Ease.smooth(progress)
    case .slideUp:
      state.opacity = Ease.smooth(min(progress * 1.5, 1))
      state.dy = 0.7 * letterHeight * (1 - Ease.outCubic(progress))
    case .pop:
      state.opacity = Ease.smooth(min(progress * 2.5, 1))
      state.scale = 0.7 + 0.3 * Ease.outBack(progress)
    case .typewriter: state.visibleClusters = min(Int(progress * Double(clusters)) + 1, clusters)
    case .words where !words.isEmpty:
      let place = progress * Double(words.count)
      let index = min(Int(place), words.count - 1)
      let share = place - Double(index)
      state.visibleClusters = words[index].lowerBound
      state.arriving = TextState.Arrival(
        clusters: words[index], opacity: Ease.smooth(min(share * 1.6, 1)),
        dy: 0.3 * letterHeight * (1 - Ease.outCubic(share)))
    case .words: break
    }
  }

  private func leave(_ state: inout TextState, remaining: Double) {
    switch exit {
    case .none: break
    case .fade, .words: state.opacity *= Ease.smooth(remaining)
    case .slideUp:
      state.opacity *= Ease.smooth(remaining)
      state.dy -= 0.5 * letterHeight * Ease.inCubic(1 - remaining)
    case .pop:
      state.opacity *= Ease.smooth(min(remaining * 1.5, 1))
      state.scale *= 1 - 0.15 * Ease.inCubic(1 - remaining)
    case .typewriter:
      state.visibleClusters = min(
        state.visibleClusters, Int((remaining * Double(clusters)).rounded(.up)))
    }
  }
}

/// Curves from (0, 0) to (1, 1); after R. Penner, Programming Macromedia Flash MX, 2002.
private enum Ease {
  /// Slow at both ends.
  static func smooth(_ t: Double) -> Double { t * t * (3 - 2 * t) }
  /// Fast, then slow.
  static func outCubic(_ t: Double) -> Double { 1 - (1 - t) * (1 - t) * (1 - t) }
  /// Slow, then fast.
  static func inCubic(_ t: Double) -> Double { t * t * t }
  /// Past the end by a tenth, and back.
  static func outBack(_ t: Double) -> Double {
    let (overshoot, back) = (1.70158, t - 1)
    return 1 + back * back * ((overshoot + 1) * back + overshoot)
  }
}

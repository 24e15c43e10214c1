import MediaTime
import Pixels
import Type

/// What text costs a frame at 1080p, standing and in each of its animations.
struct TypeFigures {
  private let canvas = PixelSize(width: 1920, height: 1080)

  func print() throws {
    for preset in [TextPreset.title, .subtitle] {
      let artwork = try TextArtwork(preset.design("Dawn over the harbour", on: canvas))
      for kind in TextAnimation.Kind.allCases {
        let animation = TextAnimation(entrance: kind, exit: kind, artwork: artwork)
        try measure("\(preset), \(kind.rawValue)", artwork, animation)
      }
      var sung = TextAnimation(entrance: .none, exit: .none, artwork: artwork)
      sung.karaoke = Karaoke(
        artwork.words.enumerated().map { index, word in
          Karaoke.Word(
            clusters: word,
            range: TimeRange(
              start: MediaTime(Int64(index) * 3, over: 4), duration: MediaTime(3, over: 4)))
        })
      try measure("\(preset), karaoke", artwork, sung)
    }
  }

  /// The mean over the frames of three seconds that look otherwise than the one before, or over all
  /// where none does. The least of three runs of a frame counts: the rest is the machine's.
  private func measure(
    _ name: String, _ artwork: TextArtwork, _ animation: TextAnimation
  ) throws {
    let frame = Picture(size: canvas, filledWith: .black)
    let states = (0..<90).map {
      animation.state(at: MediaTime(Int64($0), over: 30), duration: MediaTime(seconds: 3))
    }
    var least = [Double](repeating: .infinity, count: states.count)
    for _ in 0..<3 {
      let text = MovingText(artwork)
      text.draw(TextState(dy: 0.5, visibleClusters: artwork.clusters), onto: frame)
      text.draw(TextState(visibleClusters: artwork.clusters), onto: frame)
      for (index, state) in states.enumerated() {
        least[index] = min(least[index], Figure.seconds { text.draw(state, onto: frame) })
      }
    }
    let moving = states.indices.filter {
      $0 > 0 && states[$0] != states[$0 - 1] && states[$0].opacity > 0
    }
    let counted = (moving.isEmpty ? Array(states.indices) : moving).map { least[$0] }
    let mean = counted.reduce(0, +) / Double(max(counted.count, 1))
    try Figure("text: \(name), a frame", mean * 1000, "ms").print()
  }
}

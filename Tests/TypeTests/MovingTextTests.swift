import MediaTime
import Pixels
import Testing

@testable import Type

/// A text in motion looks as it would if it were drawn anew on every frame.
@Suite struct MovingTextTests {
  private static let canvas = PixelSize(width: 640, height: 360)
  private static let words = "Dawn over, 夜のhum 🌊\nمرحبا بالعالم"

  private static let ways: [(TextAnimation.Kind, TextAnimation.Kind)] = [
    (.fade, .none), (.slideUp, .slideUp), (.pop, .pop), (.typewriter, .typewriter),
    (.words, .fade),
  ]

  private func frame() -> Picture {
    let frame = Picture(size: Self.canvas, filledWith: .black)
    for y in 0..<Self.canvas.height {
      for x in 0..<Self.canvas.width { frame.luma[x, y] = UInt8(40 + (x * 3 + y * 5) % 150) }
    }
    return frame
  }

  /// The text as it is drawn where nothing is kept.
  private func drawAnew(
    _ state: TextState, of whole: TextArtwork, onto frame: Picture
  ) throws {
    func lay(_ artwork: TextArtwork, dy: Double, _ share: Double) {
      let size = whole.picture.size
      let drift = state.scale - 1
      frame.blend(
        Overlay(
          artwork.picture,
          x: artwork.x + state.dx + (whole.x + Double(size.width) / 2 - whole.centerX) * drift,
          y: artwork.y + state.dy + dy
            + (whole.y + Double(size.height) / 2 - whole.centerY) * drift,
          scale: state.scale), opacity: Int((state.opacity * share * 256).rounded()))
    }
    guard state.opacity > 0 else { return }
    let shown = state.visibleClusters
    if shown > 0 {
      lay(shown < whole.clusters ? try whole.artwork(showing: 0..<shown) : whole, dy: 0, 1)
    }
    if let word = state.arriving {
      lay(try whole.artwork(showing: word.clusters), dy: word.dy, word.opacity)
    }
    if let lit = state.lit {
      lay(try whole.artwork(lighting: lit.clusters, in: lit.color), dy: 0, lit.opacity)
    }
  }

  private func largestDifference(_ one: Picture, _ other: Picture) -> Int {
    var largest = 0
    for (a, b) in [(one.luma, other.luma), (one.cb, other.cb), (one.cr, other.cr)] {
      for y in 0..<a.height {
        let (a, b) = (
          UnsafeBufferPointer(start: a.row(y), count: a.width),
          UnsafeBufferPointer(start: b.row(y), count: b.width)
        )
        for (left, right) in zip(a, b) { largest = max(largest, abs(Int(left) - Int(right))) }
      }
    }
    return largest
  }

  private func expectLikeness(
    _ design: TextDesign, _ way: (TextAnimation.Kind, TextAnimation.Kind), isSung: Bool
  ) throws {
    let artwork = try TextArtwork(design)
    var animation = TextAnimation(entrance: way.0, exit: way.1, artwork: artwork)
    let duration = MediaTime(seconds: 3)
    if isSung {
      let part = MediaTime(3, over: Int64(artwork.words.count))
      animation.karaoke = Karaoke(
        artwork.words.enumerated().map { index, word in
          Karaoke.Word(
            clusters: word,
            range: TimeRange(start: part * MediaTime(Int64(index), over: 1), duration: part))
        })
    }
    let text = MovingText(artwork)
    for index in stride(from: 0, to: 90, by: 3) {
      let state = animation.state(at: MediaTime(Int64(index), over: 30), duration: duration)
      let (kept, anew) = (frame(), frame())
      text.draw(state, onto: kept)
      try drawAnew(state, of: artwork, onto: anew)
      let difference = largestDifference(kept, anew)
      #expect(difference <= 3, "\(way) at frame \(index)")
    }
  }

  @Test(arguments: [TextPreset.title, .lowerThird, .caption, .subtitle])
  func animationsLookAsDrawnAnew(preset: TextPreset) throws {
    for way in Self.ways {
      try expectLikeness(
        preset.design(Self.words, on: Self.canvas), way, isSung: way.0 == .fade)
    }
  }

  @Test func columnsLookAsDrawnAnew() throws {
    var design = TextPreset.title.design("春の海\nひねもす", on: Self.canvas)
    design.specification.isVertical = true
    try expectLikeness(design, (.typewriter, .typewriter), isSung: false)
    try expectLikeness(design, (.words, .fade), isSung: true)
  }

  @Test func whatIsTakenBackIsGone() throws {
    let artwork = try TextArtwork(TextPreset.subtitle.design("one two", on: Self.canvas))
    let text = MovingText(artwork)
    let (kept, once) = (frame(), frame())
    for count in [7, 2, 5, 1] { text.draw(TextState(visibleClusters: count), onto: frame()) }
    text.draw(TextState(visibleClusters: 1), onto: kept)
    MovingText(artwork).draw(TextState(visibleClusters: 1), onto: once)
    #expect(largestDifference(kept, once) <= 1)
    #expect(largestDifference(kept, frame()) > 50)
    let empty = frame()
    text.draw(TextState(opacity: 0, visibleClusters: 7), onto: empty)
    text.draw(TextState(visibleClusters: 0), onto: empty)
    #expect(largestDifference(empty, frame()) == 0)
  }
}

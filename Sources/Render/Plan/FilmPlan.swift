internal import MediaTime
internal import Pixels
internal import Timeline

/// Everything about a film that can be settled before the first frame is drawn.
struct FilmPlan: Sendable {
  let canvas: PixelSize
  let frameRate: FrameRate
  let frameCount: Int
  let background: YCbCr
  /// From the lowest to the highest; clips in order.
  let tracks: [[ClipPlan]]
  let titles: [TitlePlan]
  let sounds: [SoundPlan]
  /// What is drawn otherwise than asked, a sentence each.
  let notes: [String]

  /// When frame `index` begins.
  func time(ofFrame index: Int) -> MediaTime { frameRate.time(ofFrame: index) }

  /// Frames on which a clip begins or ends: where a cut into chunks disturbs least.
  var edges: Set<Int> {
    Set(tracks.joined().flatMap { [$0.frames.lowerBound, $0.frames.upperBound] })
  }

  /// The same film with other words on it.
  func with(titles: [TitlePlan], notes: [String]? = nil) -> FilmPlan {
    FilmPlan(
      canvas: canvas, frameRate: frameRate, frameCount: frameCount, background: background,
      tracks: tracks, titles: titles, sounds: sounds, notes: notes ?? self.notes)
  }

  /// How long the film lasts: whole frames.
  var duration: MediaTime { frameRate.time(ofFrame: frameCount) }
}

extension [ClipPlan] {
  /// The clips of a track that show on frame `index`, at most two, in order.
  func showing(onFrame index: Int) -> ArraySlice<ClipPlan> {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].frames.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < endIndex, self[end].frames.contains(index) { end += 1 }
    return self[low..<end]
  }
}

internal import MediaTime
internal import Pixels
internal import Timeline

/// All that the words of a segment depend on: the same ground, the same artwork.
struct TitleGround: Hashable {
  private let segment: Segment
  private let canvas: PixelSize
  private let shift: Double
  private let frameRate: FrameRate
  private let background: String
  private let seed: UInt64
  /// Clips beneath, and their neighbours, which may reach into them.
  private let beneath: [[Segment]]
  private let paths: [String]

  /// - Parameters:
  ///   - shift: how far the words go down from their place.
  ///   - plain: the draft's pictures alone.
  init(
    of segment: Segment, on canvas: PixelSize, shift: Double, over plain: Draft,
    library: any MediaLibrary, seed: UInt64
  ) {
    self.segment = segment
    self.canvas = canvas
    self.shift = shift
    self.seed = seed
    frameRate = plain.frameRate
    background = plain.canvas.background
    beneath = plain.tracks.map { track in
      let showing = track.segments.indices.filter { index in
        track.segments[index].start < segment.end && segment.start < track.segments[index].end
      }
      guard let first = showing.first, let last = showing.last else { return [] }
      return Array(
        track.segments[max(first - 1, 0)...min(last + 1, track.segments.count - 1)])
    }
    paths = beneath.joined().compactMap(\.source).map { library.path(of: $0) ?? "" }
  }
}

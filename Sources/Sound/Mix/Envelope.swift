/// The gain of a clip over its frames.
struct Envelope {
  let gain: Double
  let length: Int
  private(set) var fadeIn: Int
  private(set) var fadeOut: Int
  private let curveIn: FadeCurve
  private let curveOut: FadeCurve

  /// The softening of a hard edge: 3 ms.
  static let edge = 144

  init(_ clip: MixClip, length: Int) {
    gain = clip.gain.isFinite ? min(max(clip.gain, 0), 100) : 0
    self.length = length
    let wanted = (
      max(SampleClock.frame(at: clip.fadeIn), 0), max(SampleClock.frame(at: clip.fadeOut), 0)
    )
    curveIn = wanted.0 > Self.edge ? clip.curve : .smooth
    curveOut = wanted.1 > Self.edge ? clip.curve : .smooth
    fadeIn = max(wanted.0, clip.joinsPrevious ? 0 : Self.edge)
    fadeOut = max(wanted.1, clip.joinsNext ? 0 : Self.edge)
    let both = fadeIn + fadeOut
    if both > length {
      fadeIn = fadeIn * length / both
      fadeOut = length - fadeIn
    }
  }

  /// The gain at a frame of the clip.
  func gain(at frame: Int) -> Float {
    var result = gain
    if frame < fadeIn {
      result *= curveIn.gain(at: (Double(frame) + 0.5) / Double(fadeIn))
    }
    let left = length - frame
    if left <= fadeOut {
      result *= curveOut.gain(at: (Double(left) - 0.5) / Double(fadeOut))
    }
    return Float(result)
  }

  /// The frames in which the gain does not change.
  var steady: Range<Int> { fadeIn..<max(length - fadeOut, fadeIn) }
}

public import Libav
internal import MediaTime
internal import Motion
internal import Pixels
public import Timeline

extension MediaFacts {
  /// What a draft needs to know of a probed file, and what a still is of; looking takes some
  /// tenths of a second.
  public init(_ probe: MediaProbe, lookingAt path: String) throws(MediaError) {
    self.init(probe)
    guard kind == .image else { return }
    let small = PixelSize(width: 640, height: 640)
    let picture = try Still.decode(path: path, neededSize: small)
    motif = Motif(rawValue: PictureAnalysis(picture).kind.rawValue)
  }

  /// What a draft needs to know of a probed file.
  public init(_ probe: MediaProbe) {
    let kind: Kind =
      switch probe.kind {
      case .video: .video
      case .image: .image
      case .audio: .audio
      }
    self.init(
      kind: kind, duration: probe.duration.milliseconds,
      width: probe.video?.size.width ?? 0, height: probe.video?.size.height ?? 0,
      hasAudio: probe.audio != nil,
      frameRate: probe.video.flatMap {
        kind == .image || $0.isVariableFrameRate ? nil : $0.frameRate.framesPerSecond
      })
  }
}

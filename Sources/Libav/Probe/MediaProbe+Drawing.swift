internal import MediaTime
public import Pixels

extension MediaProbe {
  /// What a probe says of a picture that is drawn for a frame of `size` and has no file to read.
  public static func drawing(of size: PixelSize) -> MediaProbe {
    MediaProbe(
      kind: .image, container: "scene", bytes: 0, streamCount: 1,
      video: Video(
        size: size, codedSize: size, codec: "scene", profile: nil, pixelFormat: "yuv420p",
        bitDepth: 8, hasAlpha: false, isVariableFrameRate: false, orientation: .upright,
        color: Color(), bitRate: nil, frameCount: 1, rate: Fraction(FrameRate(30))),
      audio: nil, length: Fraction(.zero))
  }
}

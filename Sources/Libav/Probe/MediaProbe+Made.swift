public import MediaTime
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

  /// What a probe says of a sound that is made as it is heard; nil lasts as long as it is needed,
  /// a day at most.
  public static func synthesised(lasting length: MediaTime?) -> MediaProbe {
    let length = length ?? MediaTime(seconds: 86_400)
    return MediaProbe(
      kind: .audio, container: "recipe", bytes: 0, streamCount: 1, video: nil,
      audio: Audio(
        codec: "recipe", sampleRate: 48_000, channels: 2, bitRate: nil, length: Fraction(length)),
      length: Fraction(length))
  }
}

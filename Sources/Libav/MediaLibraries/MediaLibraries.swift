import CFFmpeg

/// The media libraries of this machine.
public enum MediaLibraries {
  /// FFmpeg's version, as it was built: `5.1.6-0+deb12u1`.
  public static var version: String { String(cString: av_version_info()) }

  /// Whether there is an encoder of this name, such as `libx264`.
  public static func hasEncoder(_ name: String) -> Bool {
    avcodec_find_encoder_by_name(name) != nil
  }
}

import CFFmpeg

/// The media libraries of this machine.
public enum MediaLibraries {
  /// FFmpeg's version, as it was built: `5.1.6-0+deb12u1`.
  public static var version: String { String(cString: av_version_info()) }

  /// Has the process give the memory of pictures back as soon as it is free, and take no more
  /// than they need.
  ///
  /// glibc's default keeps such blocks in heaps that break up as encoders come and go, and x264
  /// asks for huge pages that it does not fill: a third more memory for the same film, and no time
  /// gained. For a program to call once, at its start; does nothing on other systems.
  public static func economizeMemory() { shim_economize_memory() }

  /// Whether there is an encoder of this name, such as `libx264`.
  public static func hasEncoder(_ name: String) -> Bool {
    avcodec_find_encoder_by_name(name) != nil
  }
}

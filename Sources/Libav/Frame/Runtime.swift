import CFFmpeg

/// What the process sets once, before FFmpeg is first used.
enum Runtime {
  private static let isReady: Bool = {
    av_log_set_level(AV_LOG_QUIET)
    av_max_alloc(MediaLimits.maximumAllocation)
    return true
  }()

  /// Silences FFmpeg's log and bounds its allocations.
  static func prepare() {
    precondition(isReady, "set once")
  }
}

import CFFmpeg
import MediaTime

/// A stream's clock: ticks of a time base, and the tick at which the film begins.
struct Timing {
  let base: AVRational
  let origin: Int64

  /// The last tick at or before `time`, counted from the film's beginning; `slack` ticks of
  /// 1/2 forgive time bases that round, as Matroska's milliseconds do.
  func ticks(_ time: MediaTime, forgivesRounding: Bool = false) -> Int64 {
    let numerator = Int128(time.numerator) * Int128(base.den)
    let denominator = Int128(time.denominator) * Int128(base.num)
    let half = forgivesRounding ? denominator / 2 : 0
    let (quotient, remainder) = (numerator + half).quotientAndRemainder(dividingBy: denominator)
    let floor = remainder < 0 ? quotient - 1 : quotient
    let limit = Int128(Int64.max / 4)
    return Int64(max(-limit, min(limit, floor))) &+ origin
  }

  /// The time of `ticks`, counted from the film's beginning.
  func time(_ ticks: Int64) -> MediaTime {
    Timing.time(of: ticks &- origin, base)
  }

  /// `ticks` of `base` as a time, bounded to ±100 hours.
  static func time(of ticks: Int64, _ base: AVRational) -> MediaTime {
    let limit = Int64(360_000) * Int64(base.den) / Int64(max(base.num, 1))
    let bounded = max(-limit, min(limit, ticks))
    return MediaTime(bounded * Int64(base.num), over: Int64(base.den))
  }

  /// Ticks in `seconds`, at least one.
  func span(seconds: Double) -> Int64 {
    max(1, Int64(seconds * Double(base.den) / Double(base.num)))
  }
}

extension Demuxer {
  /// The clock of stream `index`.
  ///
  /// The film begins where its first stream does; sound that is only there to wind up the
  /// decoder, before time zero, does not count.
  func timing(of index: Int) -> Timing {
    let base = stream(index).pointee.time_base
    let safe = base.isPositive ? base : AVRational(num: 1, den: 90_000)
    let microseconds = AVRational(num: 1, den: AV_TIME_BASE)
    let none = shim_no_timestamp()
    var start = context.pointee.start_time
    if start == none { return Timing(base: safe, origin: 0) }
    if start < 0 {
      let shown = videoIndex.map { stream($0).pointee } ?? stream(index).pointee
      let first = shown.start_time == none ? 0 : shown.start_time
      start = min(0, av_rescale_q(first, shown.time_base, microseconds))
    }
    return Timing(base: safe, origin: av_rescale_q(start, microseconds, safe))
  }
}

import CFFmpeg
import MediaTime

/// What only reading every packet of a stream tells: how many there are and when they end.
struct PacketScan {
  private(set) var count = 0
  private(set) var duration = MediaTime.zero
  private(set) var isEven = true

  init(path: String, limits: MediaLimits, stream index: Int) throws(MediaError) {
    let demuxer = try Demuxer.open(path, limits: limits)
    demuxer.select(index)
    let timing = demuxer.timing(of: index)
    let packet = try Packet.allocate()
    let none = shim_no_timestamp()
    let most = timing.ticks(limits.maximumDuration)
    var end = timing.origin
    var first: Int64?
    while demuxer.read(into: packet) {
      let values = packet.pointer.pointee
      guard Int(values.stream_index) == index else { continue }
      count += 1
      let start = values.pts != none ? values.pts : values.dts != none ? values.dts : end
      end = max(end, start &+ max(0, values.duration))
      if values.duration > 0 { first = first ?? values.duration }
      if let first, values.duration > 0, abs(values.duration - first) > 1 { isEven = false }
      guard end <= most else {
        throw .limit(
          path,
          "is longer than the \(Int(limits.maximumDuration.seconds)) seconds that "
            + "are read; cut it first")
      }
    }
    duration = max(.zero, timing.time(end))
  }
}

import CFFmpeg
import MediaTime

/// The decoded sound of a file, frame by frame. Confined to one thread.
final class AudioSource {
  let demuxer: Demuxer
  let index: Int
  let timing: Timing
  /// The rate that the file announces, samples a second.
  let sampleRate: Int
  private let decoder: Decoder
  private let packet: Packet
  private var isDraining = false
  /// The last thing that could not be decoded.
  private(set) var lastFailure: Int32?

  init(_ demuxer: Demuxer) throws(MediaError) {
    guard let index = demuxer.audioIndex, let parameters = demuxer.stream(index).pointee.codecpar
    else { throw .noAudio(demuxer.path) }
    self.demuxer = demuxer
    self.index = index
    decoder = try Decoder.open(
      parameters, path: demuxer.path, maximumPixels: demuxer.limits.maximumPixels,
      timeBase: demuxer.stream(index).pointee.time_base)
    timing = demuxer.timing(of: index)
    sampleRate = Int(parameters.pointee.sample_rate)
    guard (1000...768_000).contains(sampleRate) else { throw .corrupt(demuxer.path) }
    packet = try Packet.allocate()
    demuxer.select(index)
  }

  /// Fills `frame` with the next samples; false at the end. What is damaged is left out.
  func next(into frame: borrowing Frame) throws(MediaError) -> Bool {
    while true {
      switch decoder.receive(into: frame) {
      case .frame:
        let channels = Int(shim_frame_channels(frame.pointer))
        if frame.pointer.pointee.nb_samples > 0,
          (1...demuxer.limits.maximumChannels).contains(channels)
        {
          return true
        }
      case .end: return false
      case .failed(let code):
        lastFailure = code
        if isDraining { return false }
        try feed()
      case .needsInput:
        if isDraining { return false }
        try feed()
      }
    }
  }

  private func feed() throws(MediaError) {
    while demuxer.read(into: packet) {
      guard Int(packet.pointer.pointee.stream_index) == index else { continue }
      guard !packet.isEncrypted else { throw .encrypted(demuxer.path) }
      let sent = decoder.send(packet.pointer)
      if sent >= 0 { return }
      lastFailure = sent
    }
    isDraining = true
    _ = decoder.send(nil)
  }

  /// Where `frame` begins, in samples of the announced rate from the film's beginning.
  func start(of frame: borrowing Frame) -> Int? {
    let timestamp = frame.pointer.pointee.best_effort_timestamp
    guard timestamp != shim_no_timestamp() else { return nil }
    let rate = AVRational(num: 1, den: Int32(sampleRate))
    return Int(av_rescale_q(timestamp &- timing.origin, timing.base, rate))
  }

  /// Goes on somewhere before `sample`; false where the file cannot.
  func seek(toSample sample: Int) -> Bool {
    let rate = AVRational(num: 1, den: Int32(sampleRate))
    let timestamp = av_rescale_q(Int64(sample), rate, timing.base) &+ timing.origin
    guard demuxer.seek(stream: index, to: timestamp) else { return false }
    restart()
    return true
  }

  private func restart() {
    decoder.flush()
    isDraining = false
  }
}

import CFFmpeg
import MediaTime
import Pixels

/// Files of pictures and sound.
public enum Media {
  /// What the file at `path` is, without decoding more than its beginning.
  ///
  /// The name plays no part, neither its ending nor anything else in it. Throws, with a sentence
  /// for each, where the file is missing, a folder, unreadable, empty, cut off, locked, of a
  /// kind that is not read here, or beyond `limits`.
  public static func probe(
    path: String, limits: MediaLimits = .standard
  ) throws(MediaError) -> MediaProbe {
    try open(path: path, limits: limits).probe
  }

  /// What the file at `path` is, and the file itself, for who will read its pictures at once: to
  /// open it again would take as long as to find one of them. Throws what ``probe(path:limits:)``
  /// does.
  public static func open(
    path: String, limits: MediaLimits = .standard
  ) throws(MediaError) -> OpenedMedia {
    do {
      let demuxer = try Demuxer.open(path, limits: limits)
      return OpenedMedia(probe: try read(demuxer, limits), demuxer: demuxer)
    } catch {
      // A still that is too large fails to decode; its header says why.
      if error.code == .corrupt { try Still.checkSize(of: path, limits: limits) }
      throw error
    }
  }

  private static func read(
    _ demuxer: Demuxer, _ limits: MediaLimits
  ) throws(MediaError) -> MediaProbe {
    let path = demuxer.path
    let file = try SourceFile(path)
    let name = demuxer.formatName
    let videoIndex = demuxer.videoIndex
    let audioIndex = demuxer.audioIndex
    guard try Extent(of: file).isWhole else { throw .cutOff(path) }
    guard videoIndex != nil || audioIndex != nil else {
      throw MediaError(
        .unsupportedFormat, "\(path) holds neither pictures nor sound that are read here.")
    }
    var probe = MediaProbe(
      kind: videoIndex != nil ? .video : .audio, container: container(name), bytes: file.bytes,
      streamCount: demuxer.streamCount,
      isFaststart: name.hasPrefix("mov") ? try BoxScan(file).isFaststart : nil,
      length: Fraction(.zero))
    probe.comment = demuxer.comment
    if let videoIndex { probe.video = try video(demuxer, videoIndex) }
    if let audioIndex { probe.audio = try audio(demuxer, audioIndex) }
    if name.hasSuffix("_pipe") {
      try makeStill(&probe, file, limits)
      return probe
    }
    let isUneven = try sample(demuxer, videoIndex)
    if isUneven && !name.hasPrefix("mov") && name != "avi" {
      probe.video?.isVariableFrameRate = true
    }
    let scanned = try scan(demuxer, videoIndex ?? audioIndex ?? 0)
    if let scanned, probe.video != nil {
      probe.video?.frameCount = scanned.count
      if !scanned.isEven { probe.video?.isVariableFrameRate = true }
      if scanned.count == 1, name == "gif" || name == "apng" { probe.kind = .image }
    }
    let lengths = [videoIndex, audioIndex].compactMap { $0.flatMap(demuxer.duration(of:)) }
    let length = max(lengths.max() ?? .zero, scanned?.duration ?? .zero)
    if probe.kind != .image { probe.length = Fraction(length) }
    if probe.audio?.length.time == .zero { probe.audio?.length = Fraction(length) }
    return probe
  }

  private static func container(_ name: String) -> String {
    if name.hasPrefix("mov") { return "mp4" }
    let first = name.prefix { $0 != "," }
    return String(first.hasSuffix("_pipe") ? first.dropLast(5) : first)
  }

  private static func video(
    _ demuxer: Demuxer, _ index: Int
  ) throws(MediaError) -> MediaProbe.Video {
    let stream = demuxer.stream(index)
    guard let parameters = stream.pointee.codecpar else { throw .corrupt(demuxer.path) }
    let values = parameters.pointee
    _ = try Decoder.open(
      parameters, path: demuxer.path, maximumPixels: demuxer.limits.maximumPhotoPixels)
    let format = AVPixelFormat(rawValue: values.format)
    guard let formatName = av_get_pix_fmt_name(format), values.width > 0, values.height > 0 else {
      throw .corrupt(demuxer.path)
    }
    let orientation = demuxer.orientation(of: index)
    return MediaProbe.Video(
      size: orientation.applied(to: demuxer.scaledSize(of: index)),
      codedSize: demuxer.codedSize(of: index),
      codec: String(cString: avcodec_get_name(values.codec_id)),
      profile: avcodec_profile_name(values.codec_id, values.profile).map { String(cString: $0) },
      pixelFormat: String(cString: formatName), bitDepth: Int(shim_pixel_format_depth(format)),
      hasAlpha: format.hasAlpha || format.isPalette || demuxer.alphaDecoder(of: index) != nil,
      isVariableFrameRate: demuxer.hasVariableFrameRate(index), orientation: orientation,
      color: color(values), bitRate: values.bit_rate > 0 ? Int(values.bit_rate) : nil,
      frameCount: stream.pointee.nb_frames > 0 ? Int(stream.pointee.nb_frames) : nil,
      rate: Fraction(demuxer.frameRate(of: index)))
  }

  private static func color(_ values: AVCodecParameters) -> MediaProbe.Color {
    func known(_ name: UnsafePointer<CChar>?) -> String? {
      let name = name.map { String(cString: $0) }
      return name == "unknown" || name == "reserved" ? nil : name
    }
    return MediaProbe.Color(
      primaries: known(av_color_primaries_name(values.color_primaries)),
      transfer: known(av_color_transfer_name(values.color_trc)),
      matrix: known(av_color_space_name(values.color_space)),
      range: known(av_color_range_name(values.color_range)))
  }

  private static func audio(
    _ demuxer: Demuxer, _ index: Int
  ) throws(MediaError) -> MediaProbe.Audio {
    guard let parameters = demuxer.stream(index).pointee.codecpar else {
      throw .corrupt(demuxer.path)
    }
    _ = try Decoder.open(
      parameters, path: demuxer.path, maximumPixels: demuxer.limits.maximumPixels)
    let values = parameters.pointee
    return MediaProbe.Audio(
      codec: String(cString: avcodec_get_name(values.codec_id)),
      sampleRate: Int(values.sample_rate), channels: Int(shim_parameters_channels(parameters)),
      bitRate: values.bit_rate > 0 ? Int(values.bit_rate) : nil,
      length: Fraction(demuxer.duration(of: index) ?? .zero))
  }

  private static func makeStill(
    _ probe: inout MediaProbe, _ file: SourceFile, _ limits: MediaLimits
  ) throws(MediaError) {
    let header = ImageHeader(try file.contents(atMost: limits.maximumStillBytes))
    guard !header.isCutOff else { throw .cutOff(file.path) }
    probe.kind = .image
    probe.video?.orientation = header.orientation
    probe.video?.frameCount = 1
    probe.video?.isVariableFrameRate = false
    if let size = header.size {
      probe.video?.codedSize = size
      probe.video?.size = header.orientation.applied(to: size)
    }
  }

  /// Looks at the first packets: for the mark of a key that is missing, and for uneven steps.
  private static func sample(
    _ demuxer: Demuxer, _ index: Int?
  ) throws(MediaError) -> Bool {
    let packet = try Packet.allocate()
    let none = shim_no_timestamp()
    var times: [Int64] = []
    for _ in 0..<256 {
      guard demuxer.read(into: packet) else { break }
      guard !packet.isEncrypted else { throw .encrypted(demuxer.path) }
      let values = packet.pointer.pointee
      if Int(values.stream_index) == index, values.pts != none { times.append(values.pts) }
    }
    guard times.count > 2 else { return false }
    // The last few may still lack a frame that is decoded later and shown before.
    times = times.sorted().dropLast(times.count / 8)
    let steps = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }
    guard let shortest = steps.min(), let longest = steps.max() else { return false }
    return longest - shortest > max(1, shortest / 20)
  }

  /// Reads every packet of files whose headers tell neither length nor frames.
  private static func scan(
    _ demuxer: Demuxer, _ index: Int
  ) throws(MediaError) -> PacketScan? {
    let isAnimation = demuxer.formatName == "gif" || demuxer.formatName == "apng"
    guard isAnimation || demuxer.duration(of: index) == nil else { return nil }
    return try PacketScan(path: demuxer.path, limits: demuxer.limits, stream: index)
  }
}

/// A file that was looked at and is open, for one ``VideoReader``. Confined to one thread.
public final class OpenedMedia {
  /// What the file is.
  public let probe: MediaProbe
  let demuxer: Demuxer

  init(probe: MediaProbe, demuxer: Demuxer) {
    self.probe = probe
    self.demuxer = demuxer
  }
}

extension Demuxer {
  /// Whether the frames of stream `index` follow each other unevenly, by more than a tick.
  func hasVariableFrameRate(_ index: Int) -> Bool {
    let stream = stream(index)
    let count = avformat_index_get_entries_count(stream)
    guard formatName.hasPrefix("mov"), count > 2 else {
      let (average, real) = (stream.pointee.avg_frame_rate, stream.pointee.r_frame_rate)
      guard average.isPositive, real.isPositive else { return false }
      return abs(real.value / average.value - 1) > 0.02
    }
    var shortest = Int64.max
    var longest = Int64.min
    var previous: Int64?
    for number in 0..<min(count, 20_000) {
      guard let entry = avformat_index_get_entry(stream, number) else { break }
      let timestamp = entry.pointee.timestamp
      if let previous, timestamp > previous {
        shortest = min(shortest, timestamp - previous)
        longest = max(longest, timestamp - previous)
      }
      previous = timestamp
    }
    return longest > shortest && longest - shortest > max(1, shortest / 20)
  }
}

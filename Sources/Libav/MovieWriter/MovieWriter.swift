import CFFmpeg
import Glibc
import MediaTime
import Pixels

/// Joins encoded chunks and sound into an MP4 that begins to play before it is loaded whole.
/// Confined to one thread.
///
/// The film is written beside its place under a hidden name and moved there by `finish()`; until
/// then nothing stands at `path`, and a writer that is dropped leaves nothing behind.
public final class MovieWriter {
  /// Where the film will stand.
  public let path: String
  /// How the chunks were encoded.
  public let settings: VideoSettings
  private let sound: EncodedSound?
  private let soundPart: (Int) throws -> EncodedChunk?
  private var soundNow: (bytes: [UInt8], packets: [EncodedPacket]) = ([], [])
  private var nextPart = 0
  private var isLastPart = false
  private let temporaryPath: String
  private var context: UnsafeMutablePointer<AVFormatContext>?
  private let packet: Packet
  private var nextFrame = 0
  private var nextSound = 0
  private var hasFailed = false

  /// Begins a film of chunks with these settings and parameter sets.
  ///
  /// Parts of the sound that were drained from its encoder are asked of `soundPart`, by their
  /// number from 0 on, when their time has come; nil says that `sound` itself is next.
  ///
  /// Throws where the folder is missing, may not be written to or the disk is full.
  public init(
    path: String, settings: VideoSettings, parameterSets: [UInt8], sound: EncodedSound? = nil,
    title: String? = nil, comment: String? = nil,
    soundPart: @escaping (Int) throws -> EncodedChunk? = { _ in nil }
  ) throws(MediaError) {
    Runtime.prepare()
    self.path = path
    self.settings = settings
    self.sound = sound
    self.soundPart = soundPart
    packet = try Packet.allocate()
    temporaryPath = MovieWriter.hiddenName(beside: path)
    avformat_alloc_output_context2(&context, nil, "mp4", "file:" + temporaryPath)
    guard let context else { throw .unavailable("FFmpeg here cannot write MP4") }
    context.pointee.flags |= AVFMT_FLAG_BITEXACT
    if let title { av_dict_set(&context.pointee.metadata, "title", title, 0) }
    if let comment { av_dict_set(&context.pointee.metadata, "comment", comment, 0) }
    try addVideo(parameterSets, to: context)
    if let sound { try addSound(sound, to: context) }
    try begin(context)
  }

  deinit { abandon() }

  static func hiddenName(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(folder).kinora-\(mark).part"
  }

  /// Ticks a second: a multiple of the frame rate's, so that every frame lasts whole ticks.
  private var timescale: Int32 {
    var scale = settings.frameRate.numerator
    while scale < 10_000 { scale *= 2 }
    return scale
  }

  private func begin(_ context: UnsafeMutablePointer<AVFormatContext>) throws(MediaError) {
    let opened = avio_open2(
      &context.pointee.pb, "file:" + temporaryPath, AVIO_FLAG_WRITE, nil, nil)
    guard opened >= 0 else {
      abandon()
      throw .writing(path, opened)
    }
    var options = Options([
      "movflags": "+faststart", "video_track_timescale": String(timescale),
      "movie_timescale": String(timescale),
    ])
    try check(avformat_write_header(context, &options.pointer))
  }

  private func addVideo(
    _ parameterSets: [UInt8], to context: UnsafeMutablePointer<AVFormatContext>
  ) throws(MediaError) {
    let rate = settings.frameRate
    let stream = try MovieWriter.addStream(parameterSets, to: context)
    stream.pointee.time_base = AVRational(num: rate.denominator, den: rate.numerator)
    stream.pointee.avg_frame_rate = AVRational(num: rate.numerator, den: rate.denominator)
    stream.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    guard let parameters = stream.pointee.codecpar else { return }
    parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
    parameters.pointee.codec_id = AV_CODEC_ID_H264
    parameters.pointee.format = AV_PIX_FMT_YUV420P.rawValue
    parameters.pointee.width = Int32(settings.size.width)
    parameters.pointee.height = Int32(settings.size.height)
    parameters.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
    parameters.pointee.color_primaries = AVCOL_PRI_BT709
    parameters.pointee.color_trc = AVCOL_TRC_BT709
    parameters.pointee.color_space = AVCOL_SPC_BT709
    parameters.pointee.color_range = AVCOL_RANGE_MPEG
  }

  private func addSound(
    _ sound: EncodedSound, to context: UnsafeMutablePointer<AVFormatContext>
  ) throws(MediaError) {
    let stream = try MovieWriter.addStream(sound.configuration, to: context)
    stream.pointee.time_base = AVRational(num: 1, den: Int32(EncodedSound.sampleRate))
    guard let parameters = stream.pointee.codecpar else { return }
    parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
    parameters.pointee.codec_id = AV_CODEC_ID_AAC
    parameters.pointee.sample_rate = Int32(EncodedSound.sampleRate)
    parameters.pointee.frame_size = Int32(EncodedSound.packetSamples)
    parameters.pointee.initial_padding = Int32(sound.padding)
    parameters.pointee.bit_rate = 192_000
    shim_parameters_set_stereo(parameters)
  }

  private static func addStream(
    _ configuration: [UInt8], to context: UnsafeMutablePointer<AVFormatContext>
  ) throws(MediaError) -> UnsafeMutablePointer<AVStream> {
    guard let stream = avformat_new_stream(context, nil), let parameters = stream.pointee.codecpar,
      let copy = av_mallocz(configuration.count + Int(AV_INPUT_BUFFER_PADDING_SIZE))
    else { throw .unavailable("There was no memory for a film") }
    let extradata = copy.assumingMemoryBound(to: UInt8.self)
    extradata.update(from: configuration, count: configuration.count)
    parameters.pointee.extradata = extradata
    parameters.pointee.extradata_size = Int32(configuration.count)
    return stream
  }

  /// Adds a chunk whose first frame is the film's frame `frame`, the first not yet there.
  ///
  /// Throws where the disk is full.
  public func append(_ chunk: EncodedChunk, atFrame frame: Int) throws(MediaError) {
    precondition(frame == nextFrame, "chunks follow each other without a gap")
    let duration = settings.frameRate.frameDuration
    for encoded in chunk.packets {
      let decoding = encoded.decoding + Int64(frame)
      let now = Double(decoding) * duration.seconds
      try writeSound(until: now)
      try write(encoded, of: chunk.bytes, stream: 0, offset: Int64(frame))
    }
    nextFrame += chunk.frameCount
  }

  /// Writes what is left, and moves the film to its place.
  public func finish() throws(MediaError) {
    guard let context else { preconditionFailure("a film is finished or abandoned once") }
    precondition(nextFrame > 0, "a film has at least one frame")
    try writeSound(until: .infinity)
    try check(av_write_trailer(context))
    let closed = avio_closep(&context.pointee.pb)
    avformat_free_context(context)
    self.context = nil
    guard closed >= 0 else {
      unlink(temporaryPath)
      throw .writing(path, closed)
    }
    try moveIntoPlace()
  }

  /// Drops the film and what was written of it.
  public func abandon() {
    guard let context else { return }
    if context.pointee.pb != nil { avio_closep(&context.pointee.pb) }
    avformat_free_context(context)
    self.context = nil
    unlink(temporaryPath)
  }

  private func moveIntoPlace() throws(MediaError) {
    let descriptor = open(temporaryPath, O_RDONLY | O_CLOEXEC)
    let isSafe = descriptor >= 0 && fsync(descriptor) == 0
    let failure = errno
    if descriptor >= 0 { close(descriptor) }
    guard isSafe else {
      unlink(temporaryPath)
      throw .writing(path, shim_error_from_errno(failure))
    }
    guard rename(temporaryPath, path) == 0 else {
      let failure = errno
      unlink(temporaryPath)
      throw .writing(path, shim_error_from_errno(failure))
    }
  }

  private func writeSound(until seconds: Double) throws(MediaError) {
    guard let sound else { return }
    while true {
      while nextSound < soundNow.packets.count {
        let encoded = soundNow.packets[nextSound]
        guard Double(encoded.decoding) / Double(EncodedSound.sampleRate) <= seconds else {
          return
        }
        try write(encoded, of: soundNow.bytes, stream: 1, offset: 0)
        nextSound += 1
      }
      guard !isLastPart else { return }
      try takeNextPart(of: sound)
    }
  }

  private func takeNextPart(of sound: EncodedSound) throws(MediaError) {
    do {
      let part = try soundPart(nextPart)
      isLastPart = part == nil
      soundNow = part.map { ($0.bytes, $0.packets) } ?? (sound.bytes, sound.packets)
    } catch {
      throw error as? MediaError
        ?? MediaError(.writeFailed, "A part of the film's sound is gone; render it again.")
    }
    nextPart += 1
    nextSound = 0
  }

  private func write(
    _ encoded: EncodedPacket, of bytes: [UInt8], stream index: Int32, offset: Int64
  ) throws(MediaError) {
    guard let context else { preconditionFailure("a finished film takes nothing more") }
    let stream = shim_stream(context, index)
    let base =
      index == 0
      ? AVRational(num: settings.frameRate.denominator, den: settings.frameRate.numerator)
      : AVRational(num: 1, den: Int32(EncodedSound.sampleRate))
    let made = av_new_packet(packet.pointer, Int32(encoded.count))
    guard made >= 0 else { throw .unavailable("There was no memory for a packet", made) }
    defer { packet.clear() }
    bytes.withUnsafeBufferPointer { buffer in
      guard let source = buffer.baseAddress else { return }
      packet.pointer.pointee.data?.update(from: source + encoded.offset, count: encoded.count)
    }
    packet.pointer.pointee.pts = encoded.presentation + offset
    packet.pointer.pointee.dts = encoded.decoding + offset
    packet.pointer.pointee.duration = encoded.duration
    packet.pointer.pointee.stream_index = index
    if encoded.isKey { packet.pointer.pointee.flags |= AV_PKT_FLAG_KEY }
    if let stream { av_packet_rescale_ts(packet.pointer, base, stream.pointee.time_base) }
    try check(av_write_frame(context, packet.pointer))
  }

  /// Throws for a failed result, or for one that the file has been keeping to itself.
  private func check(_ result: Int32) throws(MediaError) {
    let hidden = context?.pointee.pb?.pointee.error ?? 0
    guard result < 0 || hidden < 0 else { return }
    abandon()
    throw .writing(path, hidden < 0 ? hidden : result)
  }
}

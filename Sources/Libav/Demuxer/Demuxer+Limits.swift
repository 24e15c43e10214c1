import CFFmpeg
import MediaTime

extension Demuxer {
  func checkStreamCount() throws(MediaError) {
    guard streamCount <= limits.maximumStreams else {
      throw .limit(path, "has \(streamCount) streams; at most \(limits.maximumStreams) are read")
    }
  }

  /// Reads what the headers leave open, such as the pixel format.
  func readStreamParameters(_ file: SourceFile) throws(MediaError) {
    let count = streamCount
    var options: [OpaquePointer?] = Array(repeating: nil, count: count)
    for index in 0..<count {
      av_dict_set(&options[index], "max_pixels", String(limits.maximumPhotoPixels), 0)
      av_dict_set(&options[index], "threads", "1", 0)
    }
    let result = options.withUnsafeMutableBufferPointer { buffer in
      avformat_find_stream_info(context, buffer.baseAddress)
    }
    for index in 0..<count { av_dict_free(&options[index]) }
    try checkStreamCount()
    guard result >= 0, streamCount > 0 else { throw file.refusal(result) }
    for index in 0..<streamCount { try checkSize(of: stream(index)) }
  }

  private func checkSize(of stream: UnsafeMutablePointer<AVStream>) throws(MediaError) {
    let parameters = stream.pointee.codecpar.pointee
    if parameters.codec_type == AVMEDIA_TYPE_AUDIO {
      let channels = Int(shim_parameters_channels(stream.pointee.codecpar))
      guard channels <= limits.maximumChannels else {
        throw .limit(
          path, "has \(channels) channels of sound; at most \(limits.maximumChannels) are read")
      }
    }
    guard parameters.codec_type == AVMEDIA_TYPE_VIDEO else { return }
    let (width, height) = (Int(parameters.width), Int(parameters.height))
    let most = formatName == "jpeg_pipe" ? limits.maximumPhotoPixels : limits.maximumPixels
    guard width <= limits.maximumSide, height <= limits.maximumSide, width * height <= most else {
      throw .limit(
        path,
        "is \(width)×\(height) pixels, more than the \(most / 1_000_000) million that are "
          + "read; make it smaller first")
    }
  }

  func checkLength() throws(MediaError) {
    let most = limits.maximumDuration
    let duration = context.pointee.duration
    guard duration == shim_no_timestamp() || duration <= ticks(most) else {
      throw .limit(
        path,
        "lasts \(duration / 1_000_000) seconds, longer than the \(Int(most.seconds)) that "
          + "are read; cut it first")
    }
    guard let index = videoIndex else { return }
    let rate = stream(index).pointee.avg_frame_rate
    if rate.num > 0, rate.den > 0, rate.value > limits.maximumFrameRate + 0.5 {
      throw .limit(
        path,
        "has \(Int(rate.value)) frames a second; at most "
          + "\(Int(limits.maximumFrameRate)) are read")
    }
  }

  private func ticks(_ time: MediaTime) -> Int64 {
    Int64(time.count(of: MediaTime(1, over: Int64(AV_TIME_BASE))))
  }
}

extension AVRational {
  /// The nearest `Double`.
  var value: Double { Double(num) / Double(den) }

  /// Whether both parts are positive.
  var isPositive: Bool { num > 0 && den > 0 }
}

import CFFmpeg
import MediaTime
import Pixels

extension Demuxer {
  /// How the pictures of stream `index` are to be turned.
  func orientation(of index: Int) -> Orientation {
    guard let matrix = shim_display_matrix(stream(index)) else { return .upright }
    return Orientation(displayMatrix: matrix)
  }

  /// The stored size of stream `index`.
  func codedSize(of index: Int) -> PixelSize {
    let parameters = stream(index).pointee.codecpar.pointee
    return PixelSize(width: Int(parameters.width), height: Int(parameters.height))
  }

  /// The size of stream `index` with square pixels; it only ever grows.
  func scaledSize(of index: Int) -> PixelSize {
    let size = codedSize(of: index)
    let aspect = av_guess_sample_aspect_ratio(context, stream(index), nil)
    guard aspect.isPositive, aspect.num != aspect.den, (1.0 / 8...8).contains(aspect.value) else {
      return size
    }
    let scaled =
      aspect.num > aspect.den
      ? PixelSize(
        width: Int((Double(size.width) * aspect.value).rounded()), height: size.height)
      : PixelSize(
        width: size.width, height: Int((Double(size.height) / aspect.value).rounded()))
    let isWithin = max(scaled.width, scaled.height) <= limits.maximumSide
    return isWithin && scaled.area <= limits.maximumPixels ? scaled : size
  }

  /// The average frame rate of stream `index`; 25 where the file says nothing.
  func frameRate(of index: Int) -> FrameRate {
    let stream = stream(index)
    let rates = [
      stream.pointee.avg_frame_rate, stream.pointee.r_frame_rate,
      av_guess_frame_rate(context, stream, nil),
    ]
    let most = limits.maximumFrameRate + 0.5
    guard let rate = rates.first(where: { $0.isPositive && $0.value <= most }) else {
      return FrameRate(25)
    }
    return FrameRate(rate.num, over: rate.den)
  }

  /// The decoder that also reads the alpha that Matroska and WebM keep beside VP8 and VP9.
  func alphaDecoder(of index: Int) -> String? {
    let stream = stream(index)
    guard let entry = av_dict_get(stream.pointee.metadata, "alpha_mode", nil, 0),
      String(cString: entry.pointee.value) == "1"
    else { return nil }
    switch stream.pointee.codecpar.pointee.codec_id {
    case AV_CODEC_ID_VP8: return "libvpx"
    case AV_CODEC_ID_VP9: return "libvpx-vp9"
    default: return nil
    }
  }

  /// How long stream `index` lasts by the file's headers, from the film's beginning.
  func duration(of index: Int) -> MediaTime? {
    let stream = stream(index)
    let none = shim_no_timestamp()
    if stream.pointee.duration != none, stream.pointee.duration > 0 {
      let timing = timing(of: index)
      let start = stream.pointee.start_time == none ? timing.origin : stream.pointee.start_time
      return timing.time(start &+ stream.pointee.duration)
    }
    if let tagged = taggedDuration(of: index) { return tagged }
    let whole = context.pointee.duration
    guard whole != none, whole > 0 else { return nil }
    return Timing.time(of: whole, AVRational(num: 1, den: AV_TIME_BASE))
  }

  /// What Matroska's tag `DURATION` says about stream `index`: `00:01:02.345000000`.
  private func taggedDuration(of index: Int) -> MediaTime? {
    guard let entry = av_dict_get(stream(index).pointee.metadata, "DURATION", nil, 0) else {
      return nil
    }
    let parts = String(cString: entry.pointee.value).split(separator: ":")
    guard parts.count == 3, let hours = Int64(parts[0]), let minutes = Int64(parts[1]),
      let seconds = Double(parts[2]), (0..<100).contains(hours), (0..<60).contains(minutes),
      (0..<60).contains(seconds)
    else { return nil }
    let milliseconds = (hours * 60 + minutes) * 60_000 + Int64((seconds * 1000).rounded())
    return milliseconds > 0 ? MediaTime(milliseconds, over: 1000) : nil
  }
}

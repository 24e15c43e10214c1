import CFFmpeg

/// From what a decoder gives to interleaved stereo floats. Confined to one thread.
final class Resampler {
  private var context: OpaquePointer?
  private let format: Int32
  private let channels: Int32
  private let sampleRate: Int32

  init(_ frame: borrowing Frame, rate: Int) throws(MediaError) {
    context = shim_stereo_resampler(frame.pointer, Int32(rate))
    format = frame.pointer.pointee.format
    channels = shim_frame_channels(frame.pointer)
    sampleRate = frame.pointer.pointee.sample_rate
    guard context != nil else { throw .unavailable("The sound could not be resampled") }
  }

  deinit { swr_free(&context) }

  /// Whether `frame` is of the kind that this was made for.
  func suits(_ frame: borrowing Frame) -> Bool {
    let values = frame.pointer.pointee
    return values.format == format && shim_frame_channels(frame.pointer) == channels
      && values.sample_rate == sampleRate
  }

  /// Adds `count` samples of `frame` from `first` on, or drains where there is none.
  func convert(
    _ frame: UnsafeMutablePointer<AVFrame>?, from first: Int, count: Int, into out: inout [Float]
  ) throws(MediaError) {
    let capacity = Int(swr_get_out_samples(context, Int32(count)))
    guard capacity > 0 else { return }
    var result: Int32 = 0
    let samples = [Float](unsafeUninitializedCapacity: capacity * 2) { buffer, filled in
      result = shim_resample(
        context, buffer.baseAddress, Int32(capacity), frame, Int32(first), Int32(count))
      filled = max(0, Int(result)) * 2
    }
    guard result >= 0 else { throw .unavailable("The sound could not be resampled", result) }
    out.append(contentsOf: samples)
  }

  /// Adds `count` samples of silence at the source's rate.
  func silence(_ count: Int, into out: inout [Float]) throws(MediaError) {
    let result = swr_inject_silence(context, Int32(count))
    guard result >= 0 else { throw .unavailable("The sound could not be resampled", result) }
    let capacity = Int(swr_get_out_samples(context, 0))
    guard capacity > 0 else { return }
    let samples = [Float](unsafeUninitializedCapacity: capacity * 2) { buffer, filled in
      let got = shim_resample_waiting(context, buffer.baseAddress, Int32(capacity))
      filled = max(0, Int(got)) * 2
    }
    out.append(contentsOf: samples)
  }
}

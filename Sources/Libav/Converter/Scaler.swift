import CFFmpeg
import Pixels

/// A swscale context. Confined to one thread.
///
/// Y′CbCr keeps its matrix and range on the way through, unless it is to be a photograph's; R′G′B′
/// becomes BT.709, limited range.
final class Scaler {
  private let context: OpaquePointer

  /// What the Y′CbCr that comes out means.
  enum Meaning {
    /// BT.709, limited range, chroma to the left.
    case film
    /// BT.601, full range, chroma in the middle, as JPEG files have it.
    case photograph
  }

  init(
    from format: AVPixelFormat, size: PixelSize, isCenterSited: Bool,
    to target: AVPixelFormat, size targetSize: PixelSize, as meaning: Meaning = .film
  ) throws(MediaError) {
    guard let context = sws_alloc_context() else {
      throw .unavailable("There was no memory for a scaler")
    }
    self.context = context
    let flags =
      SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT
    let settings: KeyValuePairs<String, Int> = [
      "srcw": size.width, "srch": size.height, "src_format": Int(format.rawValue),
      "dstw": targetSize.width, "dsth": targetSize.height, "dst_format": Int(target.rawValue),
      "sws_flags": Int(flags), "src_range": 0, "dst_range": meaning == .film ? 0 : 1,
      "src_h_chr_pos": Scaler.position(shim_pixel_format_halves_columns(format), !isCenterSited),
      "src_v_chr_pos": Scaler.position(shim_pixel_format_halves_rows(format), false),
      "dst_h_chr_pos": Scaler.position(
        shim_pixel_format_halves_columns(target), meaning == .film),
      "dst_v_chr_pos": Scaler.position(shim_pixel_format_halves_rows(target), false),
    ]
    let untyped = UnsafeMutableRawPointer(context)
    for (name, value) in settings { av_opt_set_int(untyped, name, Int64(value), 0) }
    let table = sws_getCoefficients(SWS_CS_ITU709)
    let (targetTable, targetRange) =
      meaning == .film ? (table, Int32(0)) : (sws_getCoefficients(SWS_CS_ITU601), 1)
    func setMatrices() {
      sws_setColorspaceDetails(
        context, table, 0, targetTable, targetRange, 0, 1 << 16, 1 << 16)
    }
    setMatrices()
    let ready = sws_init_context(context, nil, nil)
    guard ready >= 0 else {
      throw MediaError(
        .unsupportedCodec, "The file's pixel format is not read here; convert it to H.264 first.",
        cause: MediaError.name(of: ready))
    }
    setMatrices()
  }

  /// Where halved chroma lies, in 256ths of a luma sample; swscale's own default otherwise.
  private static func position(_ isHalved: Int32, _ isCosited: Bool) -> Int {
    isHalved == 0 ? -513 : isCosited ? 0 : 128
  }

  deinit { sws_freeContext(context) }

  /// Scales all of `frame` into the planes of `picture`.
  func scale(
    _ frame: UnsafeMutablePointer<AVFrame>, into picture: Picture
  ) throws(MediaError) {
    let target = try Frame.allocate()
    target.view(picture)
    let result = shim_scale(context, frame, target.pointer)
    guard result > 0 else { throw .unavailable("A picture could not be converted", result) }
  }

  /// Scales all of `picture` into `frame`, which has memory.
  func scale(
    _ picture: Picture, into frame: UnsafeMutablePointer<AVFrame>
  ) throws(MediaError) {
    let source = try Frame.allocate()
    source.view(picture)
    let result = shim_scale(context, source.pointer, frame)
    guard result > 0 else { throw .unavailable("A picture could not be converted", result) }
  }
}

extension Frame {
  /// Points at the planes of `picture`, which must outlive the use.
  func view(_ picture: Picture) {
    pointer.pointee.width = Int32(picture.size.width)
    pointer.pointee.height = Int32(picture.size.height)
    pointer.pointee.data.0 = picture.luma.base
    pointer.pointee.data.1 = picture.cb.base
    pointer.pointee.data.2 = picture.cr.base
    pointer.pointee.data.3 = picture.alpha?.base
    pointer.pointee.linesize.0 = Int32(picture.luma.stride)
    pointer.pointee.linesize.1 = Int32(picture.cb.stride)
    pointer.pointee.linesize.2 = Int32(picture.cr.stride)
    pointer.pointee.linesize.3 = Int32(picture.alpha?.stride ?? 0)
  }
}

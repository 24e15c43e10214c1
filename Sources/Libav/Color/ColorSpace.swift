import CFFmpeg

/// What the samples of a Y′CbCr frame mean.
struct ColorSpace: Hashable {
  /// The matrix between R′G′B′ and Y′CbCr, by its luma weights of red and blue.
  enum Matrix: Hashable {
    case bt601, bt709, bt2020, smpte240

    /// Luma weights of red and blue.
    var weights: (red: Double, blue: Double) {
      switch self {
      case .bt601: (0.299, 0.114)
      case .bt709: (0.2126, 0.0722)
      case .bt2020: (0.2627, 0.0593)
      case .smpte240: (0.212, 0.087)
      }
    }
  }

  /// The curve between light and code values, as far as it asks for more than showing.
  enum Transfer: Hashable {
    case standard, perceptualQuantizer, hybridLogGamma
  }

  var matrix: Matrix
  var isFullRange: Bool
  var transfer: Transfer = .standard
  /// Whether the primaries are those of BT.2020.
  var hasWidePrimaries = false

  /// What a `Picture` holds.
  static let picture = ColorSpace(matrix: .bt709, isFullRange: false)

  /// The colour space of `frame`; where the file says nothing, BT.709 for high definition video
  /// and BT.601 for anything smaller and for stills, as players have it.
  init(of frame: UnsafePointer<AVFrame>, isStill: Bool) {
    let isHighDefinition = frame.pointee.height > 576 || frame.pointee.width > 1024
    switch frame.pointee.colorspace {
    case AVCOL_SPC_BT709: matrix = .bt709
    case AVCOL_SPC_BT470BG, AVCOL_SPC_SMPTE170M, AVCOL_SPC_FCC: matrix = .bt601
    case AVCOL_SPC_SMPTE240M: matrix = .smpte240
    case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL: matrix = .bt2020
    default: matrix = isStill || !isHighDefinition ? .bt601 : .bt709
    }
    let format = AVPixelFormat(rawValue: frame.pointee.format)
    isFullRange =
      frame.pointee.color_range == AVCOL_RANGE_JPEG || format != format.withoutRange
    if shim_pixel_format_components(format) <= 2, frame.pointee.color_range != AVCOL_RANGE_MPEG {
      isFullRange = true
    }
    hasWidePrimaries = frame.pointee.color_primaries == AVCOL_PRI_BT2020
    switch frame.pointee.color_trc {
    case AVCOL_TRC_SMPTE2084: transfer = .perceptualQuantizer
    case AVCOL_TRC_ARIB_STD_B67: transfer = .hybridLogGamma
    default: transfer = .standard
    }
  }

  init(matrix: Matrix, isFullRange: Bool) {
    self.matrix = matrix
    self.isFullRange = isFullRange
  }
}

extension AVPixelFormat {
  /// The same layout without the old formats' built-in full range.
  var withoutRange: AVPixelFormat {
    switch self {
    case AV_PIX_FMT_YUVJ420P: AV_PIX_FMT_YUV420P
    case AV_PIX_FMT_YUVJ422P: AV_PIX_FMT_YUV422P
    case AV_PIX_FMT_YUVJ444P: AV_PIX_FMT_YUV444P
    case AV_PIX_FMT_YUVJ440P: AV_PIX_FMT_YUV440P
    case AV_PIX_FMT_YUVJ411P: AV_PIX_FMT_YUV411P
    default: self
    }
  }

  var hasAlpha: Bool { shim_pixel_format_has_alpha(self) != 0 }
  var isPalette: Bool { shim_pixel_format_is_palette(self) != 0 }
  var isRGB: Bool { shim_pixel_format_is_rgb(self) != 0 || isPalette }
}

import CFFmpeg
import Pixels

/// Turns decoded frames of any layout into pictures. Confined to one thread.
final class Converter {
  /// How chroma of the pictures is sampled.
  enum Chroma {
    case full, halved
  }

  private struct Key: Hashable {
    var format: Int32
    var source: PixelSize
    var target: PixelSize
    var targetFormat: Int32
    var location: UInt32
  }

  private let chroma: Chroma
  private let isStill: Bool
  private var scaler: Scaler?
  private var scalerKey: Key?
  private var transform: (space: ColorSpace, toneMap: ToneMap?, colors: ColorTransform)?

  init(chroma: Chroma, isStill: Bool) {
    self.chroma = chroma
    self.isStill = isStill
  }

  /// A picture of `frame`, scaled to `size` and then turned by `orientation`.
  ///
  /// Where the frame already is what a picture holds, the picture looks into its memory.
  func picture(
    of frame: consuming Frame, size: PixelSize, orientation: Orientation
  ) throws(MediaError) -> Picture {
    let format = frame.format
    let stored = PixelSize(
      width: Int(frame.pointer.pointee.width), height: Int(frame.pointer.pointee.height))
    guard stored.width > 0, stored.height > 0 else {
      throw MediaError(.corrupt, "A decoded picture has no size; export the file again.")
    }
    let space = ColorSpace(of: frame.pointer, isStill: isStill)
    let isShared = stored == size && canView(frame.pointer)
    var picture: Picture
    if format.isPalette {
      let expanded = try frame.expandingPalette()
      picture = try scaled(expanded.pointer, from: stored, to: size)
    } else if isShared {
      picture = Picture(viewing: FrameOwner(frame), isFullChroma: chroma == .full)
    } else {
      picture = try scaled(frame.pointer, from: stored, to: size)
    }
    picture = picture.withoutOpaqueAlpha()
    if !format.isRGB {
      picture = recolored(picture, from: space, inPlace: !isShared)
    }
    return picture.oriented(orientation)
  }

  private func canView(_ frame: UnsafePointer<AVFrame>) -> Bool {
    let lines = frame.pointee.linesize
    guard lines.0 > 0, lines.1 > 0, lines.2 > 0 else { return false }
    let isAsWanted = isCenterSited(frame) == false || chroma == .full
    switch AVPixelFormat(rawValue: frame.pointee.format).withoutRange {
    case AV_PIX_FMT_YUV420P: return chroma == .halved && isAsWanted
    case AV_PIX_FMT_YUVA420P: return chroma == .halved && lines.3 > 0
    case AV_PIX_FMT_YUV444P: return chroma == .full
    case AV_PIX_FMT_YUVA444P: return chroma == .full && lines.3 > 0
    default: return false
    }
  }

  private func isCenterSited(_ frame: UnsafePointer<AVFrame>) -> Bool {
    let location = frame.pointee.chroma_location
    if location == AVCHROMA_LOC_UNSPECIFIED { return isStill }
    return location == AVCHROMA_LOC_CENTER
  }

  private func recolored(_ picture: Picture, from space: ColorSpace, inPlace: Bool) -> Picture {
    guard space != .picture else { return picture }
    let known = transform?.space == space ? transform : nil
    let steps =
      known
      ?? (
        space: space, toneMap: space.transfer == .standard ? nil : ToneMap(from: space),
        colors: ColorTransform(from: space)
      )
    transform = steps
    let mapped = steps.toneMap?.apply(to: picture, inPlace: inPlace) ?? picture
    return steps.colors.apply(to: mapped, inPlace: inPlace || steps.toneMap != nil)
  }

  private func scaled(
    _ frame: UnsafeMutablePointer<AVFrame>, from stored: PixelSize, to size: PixelSize
  ) throws(MediaError) -> Picture {
    let format = AVPixelFormat(rawValue: frame.pointee.format).withoutRange
    let hasAlpha = format.hasAlpha
    let targetFormat =
      chroma == .full
      ? (hasAlpha ? AV_PIX_FMT_YUVA444P : AV_PIX_FMT_YUV444P)
      : (hasAlpha ? AV_PIX_FMT_YUVA420P : AV_PIX_FMT_YUV420P)
    let key = Key(
      format: format.rawValue, source: stored, target: size, targetFormat: targetFormat.rawValue,
      location: frame.pointee.chroma_location.rawValue)
    if scaler == nil || scalerKey != key {
      scaler = try Scaler(
        from: format, size: stored, isCenterSited: isCenterSited(frame), to: targetFormat,
        size: size)
      scalerKey = key
    }
    let small = chroma == .full ? size : size.halved
    let picture = Picture(
      luma: Plane(size: size), cb: Plane(size: small), cr: Plane(size: small),
      alpha: hasAlpha ? Plane(size: size) : nil)
    try scaler?.scale(frame, into: picture)
    if stored == size, let byte = format.alphaByte {
      picture.alpha?.copyAlpha(from: frame, byte: byte)
    }
    return picture
  }
}

extension Picture {
  /// A picture that looks into a decoded frame of three planes, or four.
  init(viewing owner: FrameOwner, isFullChroma: Bool) {
    let frame = owner.frame.pointer.pointee
    let size = PixelSize(width: Int(frame.width), height: Int(frame.height))
    func plane(
      _ data: UnsafeMutablePointer<UInt8>?, _ stride: Int32, _ size: PixelSize
    ) -> Plane {
      guard let data else { preconditionFailure("a decoded plane has memory") }
      return Plane(viewing: data, size: size, stride: Int(stride), owner: owner)
    }
    let small = isFullChroma ? size : size.halved
    let hasAlpha = owner.frame.format.hasAlpha
    self.init(
      luma: plane(frame.data.0, frame.linesize.0, size),
      cb: plane(frame.data.1, frame.linesize.1, small),
      cr: plane(frame.data.2, frame.linesize.2, small),
      alpha: hasAlpha ? plane(frame.data.3, frame.linesize.3, size) : nil)
  }
}

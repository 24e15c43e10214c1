import CFFmpeg
public import Pixels

/// Photos and drawings.
public enum Still {
  /// The still at `path`, upright, as BT.709 4:4:4 with alpha where it is not opaque.
  ///
  /// JPEG, PNG, WebP and BMP of any depth; of anything else that is read here, the first frame.
  /// Given `neededSize`, a JPEG at least twice as large both ways is halved while it is decoded
  /// (once or more), and never to less than `neededSize`; the size counts upright. Throws where
  /// the file is missing, foreign, damaged or beyond `limits`.
  public static func decode(
    path: String, neededSize: PixelSize? = nil, limits: MediaLimits = .standard
  ) throws(MediaError) -> Picture {
    Runtime.prepare()
    let file = try SourceFile(path)
    guard let codec = codec(of: file.signature) else {
      return try firstFrame(path, limits: limits)
    }
    if let foreign = file.signature.foreignName {
      throw MediaError(
        .unsupportedFormat, "\(path) is \(foreign), which is not read here; convert it to GIF.")
    }
    let bytes = try file.contents(atMost: limits.maximumStillBytes)
    let header = ImageHeader(bytes)
    try check(header, of: path, isJPEG: file.signature.isJPEG, limits: limits)
    let reduction =
      file.signature.isJPEG ? halvings(of: header, neededSize: neededSize) : 0
    let frame = try decode(
      bytes, as: codec, path: path, reduction: reduction, limits: limits)
    return try picture(of: frame, orientation: header.orientation)
  }

  /// Throws where the file at `path` is a still whose header tells more than `limits` allow.
  static func checkSize(of path: String, limits: MediaLimits) throws(MediaError) {
    let file = try SourceFile(path)
    guard codec(of: file.signature) != nil else { return }
    let header = ImageHeader(try file.contents(atMost: limits.maximumStillBytes))
    guard header.size != nil else { return }
    try check(header, of: path, isJPEG: file.signature.isJPEG, limits: limits)
  }

  private static func codec(of signature: Signature) -> AVCodecID? {
    if signature.isJPEG { return AV_CODEC_ID_MJPEG }
    if signature.isPNG { return AV_CODEC_ID_PNG }
    if signature.isWebP { return AV_CODEC_ID_WEBP }
    return signature.isBMP ? AV_CODEC_ID_BMP : nil
  }

  private static func check(
    _ header: ImageHeader, of path: String, isJPEG: Bool, limits: MediaLimits
  ) throws(MediaError) {
    guard !header.isCutOff else { throw .cutOff(path) }
    guard let size = header.size, size.width > 0, size.height > 0 else {
      throw MediaError(
        .truncated, "\(path) is cut off or damaged: its size is missing; export it again.")
    }
    let most = isJPEG ? limits.maximumPhotoPixels : limits.maximumPixels
    guard size.width <= limits.maximumSide, size.height <= limits.maximumSide, size.area <= most
    else {
      throw .limit(
        path,
        "is \(size) pixels, more than the \(most / 1_000_000) million that are read; "
          + "make it smaller first")
    }
  }

  private static func halvings(of header: ImageHeader, neededSize: PixelSize?) -> Int {
    guard let needed = neededSize, let stored = header.size else { return 0 }
    let size = header.orientation.applied(to: stored)
    let fitting = (1...3).last {
      size.width >> $0 >= needed.width && size.height >> $0 >= needed.height
    }
    return fitting ?? 0
  }

  private static func decode(
    _ bytes: [UInt8], as codec: AVCodecID, path: String, reduction: Int, limits: MediaLimits
  ) throws(MediaError) -> Frame {
    let decoder = try Decoder.open(
      codec, path: path, maximumPixels: limits.maximumPhotoPixels, reduction: reduction)
    let packet = try Packet.copying(bytes)
    let frame = try Frame.allocate()
    let sent = decoder.send(packet.pointer)
    _ = decoder.send(nil)
    guard case .frame = decoder.receive(into: frame) else {
      throw .corrupt(path, sent < 0 ? sent : nil)
    }
    return frame
  }

  private static func firstFrame(
    _ path: String, limits: MediaLimits
  ) throws(MediaError) -> Picture {
    let demuxer = try Demuxer.open(path, limits: limits)
    let source = try VideoSource(demuxer)
    guard let first = try source.next() else { throw .corrupt(path, source.lastFailure) }
    let converter = Converter(chroma: .full, isStill: false)
    return try converter.picture(
      of: first.takeFrame(), size: source.scaledSize, orientation: source.orientation)
  }

  private static func picture(
    of frame: consuming Frame, orientation: Orientation
  ) throws(MediaError) -> Picture {
    let size = PixelSize(
      width: Int(frame.pointer.pointee.width), height: Int(frame.pointer.pointee.height))
    let converter = Converter(chroma: .full, isStill: true)
    return try converter.picture(of: frame, size: size, orientation: orientation)
  }
}

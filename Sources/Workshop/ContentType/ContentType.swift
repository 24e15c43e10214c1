internal import Foundation
internal import Libav
internal import MediaTime
internal import Render
internal import Timeline

/// The media type of a file, of those that are accepted.
enum ContentType {
  /// All names that there are.
  static let names: Set = [
    "video/mp4", "video/quicktime", "video/x-msvideo", "video/webm", "video/x-matroska",
    "image/jpeg", "image/png", "image/gif", "image/webp", "audio/mpeg", "audio/wav", "audio/mp4",
    "audio/aac", "audio/webm", "audio/x-matroska", "application/x-subrip", "text/vtt",
    "text/x-ssa", "application/x-cube",
  ]

  /// The type of a probed file by its container, its streams and its first bytes; nil where it is
  /// none that is accepted.
  static func name(of probe: MediaProbe, head: [UInt8]) -> String? {
    let isSound = probe.kind == .audio
    switch probe.container {
    case "mp4": return isoMedia(head, isSound: isSound)
    case "matroska":
      let isWebM = documentType(head) == "webm"
      return "\(isSound ? "audio" : "video")/\(isWebM ? "webm" : "x-matroska")"
    case "avi": return "video/x-msvideo"
    case "mp3": return "audio/mpeg"
    case "wav": return "audio/wav"
    case "aac": return "audio/aac"
    case "jpeg": return "image/jpeg"
    case "png", "apng": return "image/png"
    case "gif": return "image/gif"
    case "webp": return "image/webp"
    default: return nil
    }
  }

  /// ISO/IEC 14496-12: the major brand; files older than brands are QuickTime's.
  private static func isoMedia(_ head: [UInt8], isSound: Bool) -> String? {
    guard text(head, at: 4, count: 4) == "ftyp" else { return "video/quicktime" }
    let brand = text(head, at: 8, count: 4) ?? ""
    if stills.contains(brand) { return nil }
    if brand == "qt  " { return "video/quicktime" }
    return isSound ? "audio/mp4" : "video/mp4"
  }

  /// Brands of pictures, which later versions of FFmpeg open.
  private static let stills: Set = [
    "avif", "avis", "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "jp2 ", "mjp2",
  ]

  /// RFC 8794: the element 0x4282 of the header, whose length is one byte.
  private static func documentType(_ head: [UInt8]) -> String? {
    let header = head.prefix(64)
    for index in header.indices.dropLast(3) where header[index] == 0x42 {
      guard header[index + 1] == 0x82, header[index + 2] & 0x80 != 0 else { continue }
      let count = Int(header[index + 2] & 0x7F)
      return text(head, at: index + 3, count: count)?
        .trimmingCharacters(in: CharacterSet(charactersIn: "\0"))
    }
    return nil
  }

  private static func text(_ head: [UInt8], at offset: Int, count: Int) -> String? {
    head.count >= offset + count
      ? String(decoding: head[offset..<offset + count], as: UTF8.self) : nil
  }
}

extension ProbedMedia {
  /// What a worker says, within what a file may be; nil where there is no such type. A file that
  /// has got the better of its worker may say anything.
  func bounded() -> ProbedMedia? {
    guard ContentType.names.contains(contentType) else { return nil }
    let limits = MediaLimits.standard
    var facts = facts
    facts.duration = min(max(facts.duration, .zero), limits.maximumDuration.milliseconds)
    facts.width = min(max(facts.width, 0), limits.maximumSide)
    facts.height = min(max(facts.height, 0), limits.maximumSide)
    facts.frameRate = facts.frameRate.flatMap {
      $0 > 0 ? min($0, limits.maximumFrameRate + 0.5) : nil
    }
    return ProbedMedia(facts: facts, contentType: contentType)
  }

  /// Looks into the file at `path`. Throws `MediaError`, or `WorkshopError` where the file is
  /// sound and of a kind that isn't accepted.
  init(fileAt path: String) throws {
    if let text = try TextFile(at: path) {
      self = try text.probed()
      return
    }
    let probe = try Media.probe(path: path)
    let head = try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 4096)
    guard let type = ContentType.name(of: probe, head: head.map { [UInt8]($0) } ?? []) else {
      throw WorkshopError.unsupported(
        "The file is a \(probe.container.uppercased()) file, which isn't accepted.")
    }
    guard probe.kind == .image || probe.duration > .zero else {
      throw WorkshopError.unsupported("The file lasts no time at all; export it again.")
    }
    self.init(facts: try MediaFacts(probe, lookingAt: path), contentType: type)
  }
}

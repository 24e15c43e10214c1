internal import Foundation
internal import Libav
internal import MediaTime
internal import Motion
internal import Subtitles
internal import Timeline

/// A file that is text, read whole. What is text is never given to FFmpeg.
struct TextFile {
  private let bytes: [UInt8]

  /// Larger ones are refused.
  private static let mostBytes = 8 << 20
  /// Subtitles are refused that are larger.
  private static let mostSubtitleBytes = 2 << 20
  /// Subtitles must be told as such by what is within this.
  private static let headBytes = 64 << 10
  /// Cubes are refused that have more colours a side.
  private static let largestSide = 65

  /// The file at `path`; nil where it isn't text.
  init?(at path: String) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      let handle = FileHandle(forReadingAtPath: path)
    else { return nil }
    let head = try handle.read(upToCount: 4096) ?? Data()
    guard Self.isText([UInt8](head)) else { return nil }
    guard attributes[.size] as? Int ?? 0 <= Self.mostBytes else {
      throw WorkshopError.unsupported("The file is text of more than \(Self.mostBytes >> 20) MB.")
    }
    bytes = [UInt8](head) + [UInt8](try handle.readToEnd() ?? Data())
  }

  /// Whether a file that begins so is text: there is no control character in it but those that
  /// texts have, in units of one byte or of two.
  static func isText(_ head: [UInt8]) -> Bool {
    guard !head.isEmpty else { return false }
    let isMarked = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    guard isMarked || isWide(head.prefix(32)) else { return head.allSatisfy(isPlain) }
    let low = head.starts(with: [0xFE, 0xFF]) || head[0] == 0 ? 1 : 0
    return stride(from: 0, to: head.count - 1, by: 2).allSatisfy { place in
      head[place + 1 - low] != 0 || isPlain(head[place + low])
    }
  }

  /// Whether every second byte is zero and the others are letters, as in UTF-16 without a mark.
  private static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 8 else { return false }
    let zeros = head.indices.filter { head[$0] == 0 }
    let parity = (zeros.first ?? 0) & 1
    return zeros.count == head.count / 2 && zeros.allSatisfy { $0 & 1 == parity }
      && head.allSatisfy { $0 == 0 || isPlain($0) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains(byte)
  }

  /// What it is. Throws `WorkshopError` where it is nothing that is accepted.
  func probed() throws(WorkshopError) -> ProbedMedia {
    if let text = String(validating: bytes, as: UTF8.self), Self.holdsTable(text) {
      return try table(text)
    }
    let file = try subtitles()
    _ = try Captions(file).checked()
    let facts = MediaFacts(kind: .subtitles, duration: file.end.milliseconds)
    return ProbedMedia(facts: facts, contentType: Self.type(of: file.format))
  }

  /// The subtitles in it. Throws `WorkshopError` where there are none.
  func subtitles() throws(WorkshopError) -> SubtitleFile {
    guard bytes.count <= Self.mostSubtitleBytes else {
      throw .unsupported("The file is text of more than \(Self.mostSubtitleBytes >> 20) MB.")
    }
    do {
      _ = try SubtitleFile(reading: Array(bytes.prefix(Self.headBytes)))
      return try SubtitleFile(reading: bytes)
    } catch {
      throw .unsupported(
        "The file is text, but no subtitle with its times was found in it.",
        cause: error.message)
    }
  }

  private static func type(of format: SubtitleFile.Format) -> String {
    switch format {
    case .subRip: "application/x-subrip"
    case .webVTT: "text/vtt"
    case .subStationAlpha: "text/x-ssa"
    }
  }

  private static func holdsTable(_ text: String) -> Bool {
    text.utf8.split(separator: 10, maxSplits: 200).prefix(200).contains { line in
      let line = Substring(line)
      return line.hasPrefix("LUT_1D_SIZE") || line.hasPrefix("LUT_3D_SIZE")
    }
  }

  private func table(_ text: String) throws(WorkshopError) -> ProbedMedia {
    let side: Int
    do {
      side = try ColorCube(cube: text).side
    } catch {
      let fault = error.message.replacingOccurrences(of: "The colour table", with: "The file")
      throw .unsupported("\(fault.dropLast()), so it is no whole colour table.")
    }
    guard side <= Self.largestSide else {
      throw .unsupported(
        "The file is a colour table of \(side) colours a side; \(Self.largestSide) are the most.")
    }
    return ProbedMedia(facts: MediaFacts(kind: .table), contentType: "application/x-cube")
  }
}

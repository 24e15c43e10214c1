import Foundation

/// A file that an engine says is a clip.
enum ClipFile {
  /// Films begin so, at the fourth byte or the first.
  private static let boxes = ["ftyp", "moov", "mdat", "wide", "free", "skip"]
  private static let beginnings: [[UInt8]] = [
    [0x1A, 0x45, 0xDF, 0xA3], Array("RIFF".utf8), Array("GIF8".utf8),
  ]

  /// Writes a clip that came within an answer.
  static func write(
    _ bytes: Data, to path: String, from engine: String
  ) throws(VideoEngineError) {
    guard FileManager.default.createFile(atPath: path, contents: bytes) else {
      throw VideoEngineError(
        .unwritable,
        "The clip can't be written to \(path); check that its folder is there and has room.")
    }
    do {
      try check(path, from: engine)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  /// Refuses pages, messages and nothing at all.
  static func check(_ path: String, from engine: String) throws(VideoEngineError) {
    let head = [UInt8](
      (try? FileHandle(forReadingAtPath: path)?.read(upToCount: 16)) ?? nil ?? Data())
    guard !head.isEmpty else {
      throw VideoEngineError(.badReply, "\(engine) sent an empty clip; try again.")
    }
    let box = String(decoding: head.dropFirst(4).prefix(4), as: UTF8.self)
    let isFilm = boxes.contains(box) || beginnings.contains { head.starts(with: $0) }
    guard isFilm else {
      let isText = head.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 9
      }
      throw VideoEngineError(
        .badReply,
        "\(engine) sent \(isText ? "text" : "something") instead of a clip; look at its log.")
    }
  }
}

import Foundation
import MediaTime
import Testing
import Timeline
import Workshop

/// Subtitles and colour tables, told by their content and read by a worker.
@Suite struct TextProbeTests {
  let workshop = Workshop.tested()

  static let subRip =
    "1\r\n00:00:01,000 --> 00:00:02,500\r\n早上好，世界\r\n\r\n"
    + "2\r\n00:00:03,000 --> 00:00:04,000\r\n今天天气很好，我们出去走走吧\r\n"
  static let webVTT =
    "WEBVTT\n\n00:01.000 --> 00:02.500\n早上好，世界\n\n"
    + "00:03.000 --> 00:04.000 line:10%\n今天天气很好，我们出去走走吧\n"
  static let script =
    "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, "
    + "Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    + "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,早上好，世界\n"
    + "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,今天天气很好，我们出去走走吧\n"

  /// Bytes of a text in an encoding: UTF-8, UTF-16 with a mark or without, GB18030.
  enum Encoding: CaseIterable {
    case plain, wide, wideWithoutMark, chinese

    func bytes(of text: String) throws -> [UInt8] {
      switch self {
      case .plain: Array(text.utf8)
      case .wide: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      case .wideWithoutMark: text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      case .chinese:
        try [UInt8](
          #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
      }
    }
  }

  @Test(
    "SubRip, WebVTT and SubStation Alpha are told, and read, in each encoding",
    arguments: [
      (subRip, "application/x-subrip"), (webVTT, "text/vtt"), (script, "text/x-ssa"),
    ], Encoding.allCases)
  func tells(_ file: (text: String, type: String), _ encoding: Encoding) async throws {
    let folder = try TestFolder()
    let path = try folder.write(encoding.bytes(of: file.text), to: "upload.mp4")
    let media = try await workshop.probe(path: path)
    #expect(media.contentType == file.type)
    #expect(media.facts == MediaFacts(kind: .subtitles, duration: 4000))
    let captions = try await workshop.captions(path: path).segments
    #expect(captions.map(\.text) == ["早上好，世界", "今天天气很好，我们出去走走吧"])
    #expect(captions.map(\.start) == [1000, 3000])
    #expect(captions.map(\.duration) == [1500, 1000])
    #expect(captions.allSatisfy { $0.style.text?.preset == .subtitle })
  }

  static let table =
    "TITLE \"teal\"\nLUT_3D_SIZE 2\n"
    + String(repeating: "0.1 0.2 0.3\n", count: 8)

  @Test("A colour table is told")
  func tellsTables() async throws {
    let folder = try TestFolder()
    let path = try folder.write(Array(Self.table.utf8), to: "teal.cube")
    let media = try await workshop.probe(path: path)
    #expect(media.contentType == "application/x-cube")
    #expect(media.facts == MediaFacts(kind: .table))
  }

  @Test(
    "What only looks like it is refused with what is wrong",
    arguments: [
      ("arrows", "a --> b\nb --> c\n", "no subtitle"),
      ("a page", "<!DOCTYPE html>\n<!-- 00:00 --> <p>Hello</p>\n", "no subtitle"),
      ("times without words", "1\n00:00:01,000 --> 00:00:02,000\n\n", "no subtitle"),
      ("a bare head", "WEBVTT\n\nNOTE nothing\n", "no subtitle"),
      ("an empty script", "[Script Info]\nTitle: x\n\n[Events]\n", "no subtitle"),
      (
        "a late arrow",
        String(repeating: "log line\n", count: 9000) + subRip, "no subtitle"
      ),
      ("too many bytes", String(repeating: subRip, count: 1 << 15), "more than 2 MB"),
      ("a cut-off table", String(table.dropLast(24)), "6 rows of numbers where 8 belong"),
      ("a bad number", table + "0 0 oops\n", "on line 11"),
      ("a table of words", "LUT_3D_SIZE 2\n0 0 0\nzero one two\n", "on line 3"),
      ("a huge table", "LUT_3D_SIZE 200\n0 0 0\n", "on line 1"),
      ("a scene", "{\"scene\":\"city\"}", "no subtitle"),
    ])
  func refuses(_ name: String, _ text: String, _ fault: String) async throws {
    let folder = try TestFolder()
    let path = try folder.write(Array(text.utf8), to: "upload.srt")
    let error = await #expect(throws: WorkshopError.self) { try await workshop.probe(path: path) }
    #expect(error?.code == .unsupportedFile)
    #expect(error?.message.hasPrefix("The file ") == true)
    #expect(error?.message.contains(fault) == true, "\(error?.message ?? "")")
    #expect(error?.message.hasSuffix("SRT, VTT, ASS and CUBE.") == true)
  }

  @Test("More subtitles than a film takes are refused, and so is reading what is no text")
  func limits() async throws {
    let folder = try TestFolder()
    let many = (0..<5001).map { index in
      let clock = String(format: "%02d:%02d:%02d", index / 3600, index / 60 % 60, index % 60)
      return "\(clock),000 --> \(clock),900\n\(index)\n\n"
    }
    let path = try folder.write(Array(many.joined().utf8), to: "many.srt")
    var error = await #expect(throws: WorkshopError.self) { try await workshop.probe(path: path) }
    #expect(error?.message.contains("5000") == true)
    let sound = try folder.write(OddFiles.wav, to: "sound.wav")
    error = await #expect(throws: WorkshopError.self) { try await workshop.captions(path: sound) }
    #expect(error?.code == .unsupportedFile)
  }
}

import Foundation
import Testing

@testable import Subtitles

@Suite struct EncodingTests {
  static func file(_ words: String) -> String {
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n\(words)\r\n"
  }

  static let chinese = "你好，我们今天去看海。\r\n这是一个很长的故事"
  static let traditional = "你好，我們今天去看海。\r\n這是一個很長的故事"

  @Test(
    "Text is read in the encoding it was written in",
    arguments: [
      (chinese, String.Encoding.utf8, "UTF-8"),
      (chinese, .utf16LittleEndian, "UTF-16LE"), (chinese, .utf16BigEndian, "UTF-16BE"),
      (chinese, String.Encoding(rawValue: 0x8000_0632), "GB18030"),
      ("我不知道", String.Encoding(rawValue: 0x8000_0632), "GB18030"),
      (traditional, String.Encoding(rawValue: 0x8000_0A03), "Big5"),
      ("こんにちは、今日は海へ行きます。", .shiftJIS, "Shift_JIS"),
      ("안녕하세요, 우리는 오늘 바다에 갑니다", String.Encoding(rawValue: 0x8000_0940), "EUC-KR"),
      ("Мы сегодня едем к морю", .windowsCP1251, "windows-1251"),
      ("Où êtes-vous allé ce matin, François ?", .windowsCP1252, "windows-1252"),
      ("Schöne Grüße aus Köln", .isoLatin1, "windows-1252"),
      ("¿Qué pasó mañana?", .windowsCP1252, "windows-1252"),
    ])
  func readsEncodings(_ words: String, _ encoding: String.Encoding, _ name: String) throws {
    let bytes = try #require(Self.file(words).data(using: encoding))
    let file = try SubtitleFile(reading: Array(bytes))
    #expect(file.encoding == name)
    #expect(file.cues.map(\.text) == [words.replacing("\r\n", with: "\n")])
    #expect(file.notes.isEmpty == (name.hasPrefix("UTF")))
  }

  @Test("Marks of byte order are heeded and not shown", arguments: [2, 3, 4])
  func readsMarks(_ size: Int) throws {
    let text = Self.file("海")
    let bytes: [UInt8] =
      switch size {
      case 2: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case 3: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      default:
        [0xFF, 0xFE, 0, 0]
          + text.unicodeScalars.flatMap { [UInt8($0.value & 0xFF), UInt8($0.value >> 8), 0, 0] }
      }
    let file = try SubtitleFile(reading: bytes)
    #expect(file.cues.map(\.text) == ["海"] && file.notes.isEmpty)
  }

  @Test("A damaged character costs itself only")
  func survivesDamage() throws {
    let gb = try #require(
      Self.file(Self.chinese).data(using: String.Encoding(rawValue: 0x8000_0632)))
    let cut = try SubtitleFile(reading: Array(gb.dropLast(3)))
    #expect(cut.cues[0].text.hasPrefix("你好，我们今天去看海。\n这是一个很长的故"))
    #expect(cut.notes.map(\.kind) == [.guessedEncoding, .damagedText])
    let utf8 = Array(Self.file("éééééééééé ok").utf8.dropLast(2)) + [0xC3]
    #expect(try SubtitleFile(reading: utf8).cues[0].text == "éééééééééé ok\u{FFFD}")
  }
}

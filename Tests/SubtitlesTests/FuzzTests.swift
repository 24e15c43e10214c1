import Foundation
import MediaTime
import Testing

@testable import Subtitles

@Suite struct FuzzTests {
  static let seeds: [[UInt8]] = [
    Array("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Hi</i> &amp;\n\n2\n0:03 --> 0:04\nb\n".utf8),
    Array("WEBVTT\n\nx\n00:01.000 --> 00:04.000 line:0\n<v A>I <00:02.000>am\n\nNOTE\n".utf8),
    Array(MarkupTests.script.utf8),
    Array(EncodingTests.file(EncodingTests.chinese).data(using: .utf16LittleEndian) ?? Data()),
    Array(
      EncodingTests.file(EncodingTests.chinese)
        .data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data()),
  ]
  static let tokens: [[UInt8]] =
    [
      "-->", "\n\n", "<", ">", "{\\k99999}", "}", "&#x110000;", "-", "99999999:", "\r",
      "<00:00:01.0>",
      "{\\p1}", "Dialogue:", ",", "[V4", "Format:",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0x81, 0x30]]

  /// One of five files with some bytes changed, cut, doubled or put in.
  static func variant(_ seed: UInt64) -> [UInt8] {
    var numbers = Numbers(seed)
    var bytes = seeds[numbers.next(seeds.count)]
    for _ in 0...numbers.next(6) {
      let place = numbers.next(bytes.count + 1)
      switch numbers.next(5) {
      case 0 where place < bytes.count: bytes[place] = UInt8(numbers.next(256))
      case 1: bytes.removeLast(min(numbers.next(40), bytes.count))
      case 2: bytes.removeFirst(min(numbers.next(10), bytes.count))
      case 3:
        let end = min(place + numbers.next(60), bytes.count)
        bytes.insert(contentsOf: bytes[place..<end], at: numbers.next(bytes.count + 1))
      default: bytes.insert(contentsOf: tokens[numbers.next(tokens.count)], at: place)
      }
    }
    return bytes
  }

  @Test("No bytes do harm, and what is read is in order", arguments: 0..<8)
  func survives(_ batch: Int) {
    for seed in UInt64(batch * 500)..<UInt64(batch * 500 + 500) {
      guard let file = try? SubtitleFile(reading: Self.variant(seed)) else { continue }
      var last = MediaTime.zero
      for cue in file.cues {
        #expect(cue.start >= last && cue.end > cue.start && !cue.text.isEmpty, "seed \(seed)")
        for word in cue.words {
          #expect(word.end >= word.start && !word.text.isEmpty, "seed \(seed)")
        }
        last = cue.start
      }
      let text = SubtitleWriter(.webVTT).text(of: file.cues)
      let again = try? SubtitleFile(reading: Array(text.utf8))
      #expect(again?.cues.count == file.cues.count, "seed \(seed)")
    }
  }
}

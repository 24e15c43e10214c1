import Foundation
import NIOCore
import Testing
import Wire

@testable import Server

@Suite struct MultipartParserTests {
  private static let sample = [
    "This is the preamble, which nobody reads.", "--cut",
    "Content-Disposition: form-data; name=\"files\"; filename=\"a.mp4\"",
    "Content-Type: video/mp4", "", "first\r\n--cu\r\n--cutter\r\r\n--cut?", "more\r",
    "--cut  \t", "content-disposition: form-data;", "  name=\"note\"", "", "", "--cut", "",
    "no headers", "--cut--", "epilogue",
  ].joined(separator: "\r\n")

  @Test("A body is taken apart")
  func takesApart() throws {
    let parts = try MultipartReading(Self.sample, boundary: "cut").parts
    #expect(
      parts.map(\.content) == ["first\r\n--cu\r\n--cutter\r\r\n--cut?\r\nmore\r", "", "no headers"])
    #expect(parts.map(\.name) == ["files", "note", nil])
    #expect(parts.map(\.filename) == ["a.mp4", nil, nil])
  }

  @Test("Wherever a body is cut, it says the same")
  func cutAnywhere() throws {
    let whole = try MultipartReading(Self.sample, boundary: "cut")
    let count = Self.sample.utf8.count
    for first in 0...count {
      #expect(try MultipartReading(Self.sample, boundary: "cut", cuts: [first]) == whole)
    }
    for length in 1...7 {
      let cuts = Array(stride(from: length, to: count, by: length))
      #expect(try MultipartReading(Self.sample, boundary: "cut", cuts: cuts) == whole)
    }
  }

  @Test(
    "What ends too early, or is malformed, is refused",
    arguments: [
      ("", "closing boundary"), ("--cut", "closing boundary"), ("--cut\r\n", "closing boundary"),
      ("--cut\r\nA: b\r\n\r\nbytes", "closing boundary"),
      ("--cut\r\nA: b\r\n\r\nbytes\r\n--cut", "closing boundary"),
      ("--cut\r\nA: b\r\n\r\nbytes\r\n--cut-", "closing boundary"),
      ("--cut\nA: b\n\nbytes\n--cut--\n", "CR LF"), ("--cut\r\nA: b\n\r\n", "CR LF"),
      ("--cut\r\nno colon\r\n\r\n", "no header"), ("--cut\r\n: b\r\n\r\n", "no header"),
      ("--cut\r\nA b: c\r\n\r\n", "no header"),
      ("--cut\r\nA: \(String(repeating: "b", count: 17_000))\r\n\r\n", "16 KB"),
      (String(repeating: "--cut\r\n\r\nx\r\n", count: 65), "64 parts"),
    ])
  func refuses(_ body: String, _ reason: String) {
    let error = #expect(throws: ServiceError.self) {
      _ = try MultipartReading(body, boundary: "cut")
    }
    #expect(error?.code == .badRequest)
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Only a boundary of 1 to 70 visible characters is taken",
    arguments: [
      ("", false), ("a", true), (String(repeating: "a", count: 70), true),
      (String(repeating: "a", count: 71), false), ("a b", true), ("a ", false), ("a\r", false),
      ("ü", false), ("----WebKitFormBoundary7MA4YWxkTrZu0gW", true),
    ])
  func boundaries(_ boundary: String, _ isTaken: Bool) {
    #expect(((try? MultipartParser(boundary: boundary)) != nil) == isTaken)
  }

  @Test("A body that begins with its closing boundary has no parts")
  func noParts() throws {
    #expect(try MultipartReading("--cut--", boundary: "cut").parts.isEmpty)
    #expect(try MultipartReading("\r\n--cut--\r\n", boundary: "cut").parts.isEmpty)
  }

  @Test("Headers alone are a part without content")
  func headersAlone() throws {
    let parts = try MultipartReading("--cut\r\nA: b\r\n\r\n--cut--", boundary: "cut").parts
    #expect(parts.map(\.content) == [""])
  }

  @Test("Bodies are slices of what came")
  func slices() throws {
    var parser = try MultipartParser(boundary: "cut")
    _ = try parser.parse(ByteBuffer(string: "--cut\r\n\r\n"))
    let buffer = ByteBuffer(repeating: 7, count: 100_000)
    #expect(try parser.parse(buffer) == [.bytes(buffer)])
  }

  @Test("Mutated bodies, cut anywhere, are refused or read the same way")
  func fuzz() {
    let seed = FuzzSeed.chosen
    var random = SplitMix(seed: seed)
    let sample = Array(Self.sample.utf8)
    let letters = Array("\r\n-- \tcut:;=\"\0\u{7f}Az".utf8)
    for round in 0..<FuzzSeed.rounds {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let letter = letters.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = letter
        case 1: bytes.insert(letter, at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 8))
        }
        if bytes.isEmpty { bytes = [letter] }
      }
      let cuts = (0..<3).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
      let whole = Result { try MultipartReading(bytes, boundary: "cut") }.mapError {
        "\($0)" as Said
      }
      let pieces = Result { try MultipartReading(bytes, boundary: "cut", cuts: cuts) }
        .mapError { "\($0)" as Said }
      #expect(whole == pieces, "seed \(seed), round \(round), cuts \(cuts)")
      if whole != pieces { return }
    }
  }
}

/// A body as a parser reads it, whatever the cuts.
struct MultipartReading: Equatable {
  struct Part: Equatable {
    var name: String?
    var filename: String?
    var content: String
  }

  var parts: [Part] = []

  init(_ body: String, boundary: String, cuts: [Int] = []) throws {
    try self.init(Array(body.utf8), boundary: boundary, cuts: cuts)
  }

  init(_ body: [UInt8], boundary: String, cuts: [Int] = []) throws {
    var parser = try MultipartParser(boundary: boundary)
    var open: (PartHeaders, [UInt8])?
    for (start, end) in zip([0] + cuts, cuts + [body.count]) {
      for element in try parser.parse(ByteBuffer(bytes: body[start..<end])) {
        switch element {
        case .part(let headers):
          #expect(open == nil)
          open = (headers, [])
        case .bytes(let bytes):
          #expect(bytes.readableBytes > 0)
          #expect(open != nil)
          open?.1.append(contentsOf: bytes.readableBytesView)
        case .endOfPart:
          if let (headers, bytes) = open {
            parts.append(
              Part(
                name: headers.name, filename: headers.filename,
                content: String(decoding: bytes, as: UTF8.self)))
          }
          open = nil
        case .end: #expect(open == nil)
        }
      }
    }
    try parser.finish()
  }
}

/// A failure's words, to be compared.
struct Said: Error, Equatable, ExpressibleByStringInterpolation {
  var words: String
  init(stringLiteral value: String) { words = value }
}

/// Where randomness in tests comes from, and how much of it.
enum FuzzSeed {
  private static let environment = ProcessInfo.processInfo.environment
  static let chosen = environment["SEED"].flatMap { UInt64($0) } ?? 20_261_123
  static let rounds = environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 1_000
}

/// Sebastiano Vigna's SplitMix64.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

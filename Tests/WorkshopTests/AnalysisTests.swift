import Foundation
import Pixels
import Synchronization
import Testing
import Timeline

@testable import Workshop

@Suite struct AnalysisTests {
  let workshop = Workshop.tested()

  @Test("A film's shots, loudness and colours are found")
  func analysesFilm() async throws {
    let folder = try TestFolder()
    let colors = [
      YCbCr(red: 200, green: 30, blue: 30), YCbCr(red: 20, green: 40, blue: 180),
      YCbCr(red: 240, green: 230, blue: 210),
    ]
    let path = try folder.film("film.mp4", frames: 90) { colors[$0 / 36] }
    let facts = try await workshop.probe(path: path).facts
    let told = Mutex<[Double]>([])
    let analysis = try await workshop.analyse(path: path, facts: facts) { share in
      told.withLock { $0.append(share) }
    }
    #expect(
      analysis.shots == [
        .init(start: 0, end: 1.2), .init(start: 1.2, end: 2.4), .init(start: 2.4, end: 3),
      ])
    // A tone of 997 Hz at -12 dB in both channels reads -12 LUFS.
    let loudness = try #require(analysis.loudnessLUFS)
    #expect(abs(loudness + 12.04) < 0.3)
    #expect(analysis.palette.count == 3)
    #expect(Self.isNear(Set(analysis.palette), ["#C81E1E", "#1428B4", "#F0E6D2"]))
    #expect(told.withLock { $0 == $0.sorted() })
  }

  @Test("A still has colours and nothing else, a sound no colours")
  func analysesOthers() async throws {
    let folder = try TestFolder()
    let still = try folder.still(
      "still.png", YCbCr(red: 10, green: 120, blue: 60), YCbCr(red: 250, green: 200, blue: 20))
    let picture = try await workshop.analyse(path: still, facts: MediaFacts(kind: .image))
    #expect(picture.shots.isEmpty && picture.loudnessLUFS == nil && picture.hasSpeech == nil)
    #expect(Self.isNear(Set(picture.palette.prefix(1)), ["#0A783C"]))
    #expect(Self.isNear(Set(picture.palette), ["#0A783C", "#FAC814"]))
    let wav = try folder.write(OddFiles.wav, to: "sound.wav")
    let sound = try await workshop.analyse(
      path: wav, facts: MediaFacts(kind: .audio, hasAudio: true))
    #expect(sound.shots.isEmpty && sound.palette.isEmpty)
    #expect(abs((sound.loudnessLUFS ?? 0) + 12.9) < 0.3)
  }

  @Test("Damage is told where nothing is left, and left out where something is")
  func analysesDamage() async throws {
    let folder = try TestFolder()
    let path = try folder.write([UInt8](repeating: 7, count: 3000), to: "film.mp4")
    let error = await #expect(throws: WorkshopError.self) {
      try await workshop.analyse(path: path, facts: MediaFacts(kind: .video))
    }
    #expect(error?.code == .unsupportedFile)
    try folder.film("whole.mp4", frames: 60, sound: nil)
    var bytes = try folder.bytes(of: "whole.mp4")
    for index in bytes.count / 2..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index) }
    let damaged = try folder.write(bytes, to: "damaged.mp4")
    let analysis = try await workshop.analyse(
      path: damaged, facts: MediaFacts(kind: .video))
    #expect(analysis.shots.first?.start == 0)
  }

  @Test("Colours come back from the perceptual space as they went in")
  func colorsRoundTrip() {
    for value in stride(from: 0, through: 255, by: 15) {
      for other in stride(from: 0, through: 255, by: 51) {
        let color = PerceptualColor(
          red: Double(value) / 255, green: Double(other) / 255, blue: Double(255 - value) / 255)
        let digits = [value, other, 255 - value].map { String(format: "%02X", $0) }.joined()
        #expect(color.hex == "#\(digits)")
      }
    }
  }

  @Test("Five colours at most, the largest first, and what is transparent is left out")
  func makesPalettes() {
    var maker = PaletteMaker()
    #expect(maker.colors.isEmpty)
    let size = PixelSize(width: 400, height: 40)
    let picture = Picture(size: size, hasAlpha: true)
    for y in 0..<40 {
      for x in 0..<400 {
        picture.luma[x, y] = UInt8(30 + x / 40 * 20)
        picture.alpha?[x, y] = x < 40 ? 0 : 255
        picture.cb[x / 2, y / 2] = 128
        picture.cr[x / 2, y / 2] = x < 40 ? 240 : 128
      }
    }
    maker.add(picture)
    let colors = maker.colors
    #expect(colors.count == 5)
    for hex in colors {
      let digits = hex.dropFirst()
      #expect(digits.prefix(2) == digits.suffix(2), "\(hex) is grey, as all that can be seen")
    }
  }

  /// Whether each colour has one of `wanted` within a few steps a channel, and the other way
  /// round.
  static func isNear(_ colors: Set<String>, _ wanted: Set<String>) -> Bool {
    func channels(_ hex: String) -> [Int] {
      let value = Int(hex.dropFirst(), radix: 16) ?? -1
      return [value >> 16, value >> 8 & 255, value & 255]
    }
    func near(_ one: String, _ other: String) -> Bool {
      zip(channels(one), channels(other)).allSatisfy { abs($0 - $1) <= 6 }
    }
    return colors.count == wanted.count
      && wanted.allSatisfy { goal in colors.contains { near($0, goal) } }
  }
}

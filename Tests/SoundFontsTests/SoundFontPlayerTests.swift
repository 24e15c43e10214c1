import Foundation
import MediaTime
import Music
import Testing

@testable import SoundFonts

@Suite struct SoundFontPlayerTests {
  private static let score = Composition(
    MusicRecipe(mood: .piano, seed: 3), duration: MediaTime(seconds: 6)
  ).score

  @Test("Where FluidSynth isn't installed, one sentence says so and what to do")
  func missesLibrary() {
    let error = #expect(throws: SoundFontError.self) {
      try FluidSynth(font: "any.sf2", names: ["libno-such-synth.so"])
    }
    #expect(error?.code == .missingLibrary)
    #expect(error?.message.contains("needs FluidSynth") == true)
    #expect(error?.message.contains("install libfluidsynth3") == true)
    let other = #expect(throws: SoundFontError.self) {
      try FluidSynth(font: "any.sf2", names: ["libm.so.6"])
    }
    #expect(other?.code == .missingLibrary)
  }

  @Test("Where there is no font, one sentence says so and what to do")
  func missesFont() {
    let named = #expect(throws: SoundFontError.self) {
      try SoundFontPlayer(Self.score, font: "/nowhere/at-all.sf2")
    }
    #expect(named?.code == .missingFont && named?.message.contains("/nowhere/at-all.sf2") == true)
    var location = SoundFontLocation(path: " ", variables: [:])
    #expect(location.named == nil)
    location.usualPlaces = []
    let unnamed = #expect(throws: SoundFontError.self) { try location.font() }
    #expect(unnamed?.message.contains("KINORA_SOUND_FONT") == true)
    let variable = SoundFontLocation(path: nil, variables: ["KINORA_SOUND_FONT": "a.sf2"])
    #expect(variable.named == "a.sf2")
  }

  private static var isInstalled: Bool { (try? SoundFontPlayer(score)) != nil }

  @Test("What is no font is refused", .enabled(if: isInstalled, "FluidSynth isn't installed"))
  func refuses() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sf2")
    try Data("RIFF, but no font".utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let error = #expect(throws: SoundFontError.self) {
      try SoundFontPlayer(Self.score, font: place.path)
    }
    #expect(error?.code == .badFont)
  }

  @Test(
    "A score is heard, ends with its last frame, and is the same however it is read",
    .enabled(if: isInstalled, "FluidSynth or a sound font isn't installed"))
  func plays() throws {
    let player = try SoundFontPlayer(Self.score)
    func samples(from frame: Int, _ frames: Int) throws -> [Float] {
      var samples = [Float](repeating: 0, count: frames * 2)
      var span = samples.mutableSpan
      let count = try player.read(from: frame, frames: frames, into: &span)
      return Array(samples.prefix(count * 2))
    }
    let whole = try samples(from: 0, 400_000)
    #expect(whole.count == 288_000 * 2 && player.frameCount == 288_000)
    let energy = whole.reduce(0.0) { $0 + Double($1 * $1) } / Double(whole.count)
    #expect(energy > 1e-5 && whole.allSatisfy { abs($0) < 1.5 })
    #expect(abs(whole[whole.count - 1]) < 1e-6)
    #expect(try samples(from: 100_000, 777) == Array(whole[200_000..<201_554]))
    #expect(try samples(from: 50, 9000) == Array(whole[100..<18_100]))
    #expect(try samples(from: 288_000, 1).isEmpty)
  }
}

import Foley
import Foundation
import MediaTime
import Music
import Sound
import Testing

@testable import Render

@Suite struct SoundPeaksTests {
  @Test func aToneIsAsLoudAsItIsFromEndToEnd() throws {
    let media = try TestMedia()
    try media.sound("tone.mp4", seconds: 3, amplitude: 0.5)
    let peaks = try SoundPeaks(of: media.path("tone.mp4"), bins: 30)
    #expect(abs(peaks.duration.count - 3000) <= 50)
    #expect(peaks.values.count == 30)
    #expect(peaks.values.dropFirst().dropLast().allSatisfy { (116...140).contains($0) })
  }

  @Test func musicAndEffectsArePlayed() throws {
    let media = try TestMedia()
    let music = media.path("calm.music")
    try MusicFile(MusicRecipe(mood: .calm, seed: 3), words: "calm music").content
      .write(to: URL(fileURLWithPath: music))
    let short = try SoundPeaks(of: music, bins: 50, lasting: 5000)
    #expect(short.duration == 5000 && short.values.contains { $0 > 20 })
    #expect(try SoundPeaks(of: music, bins: 8).duration == 30_000)
    let effect = media.path("knock.foley")
    try FoleyFile(FoleyRecipe(.whoosh, seed: 1), words: "a whoosh").content
      .write(to: URL(fileURLWithPath: effect))
    let whoosh = try SoundPeaks(of: effect, bins: 20)
    #expect(whoosh.duration < 10_000 && whoosh.values.contains { $0 > 20 })
  }

  @Test func whatHasNoSoundIsRefused() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    #expect(throws: (any Error).self) { try SoundPeaks(of: media.path("photo.png"), bins: 4) }
    #expect(throws: (any Error).self) { try SoundPeaks(of: media.path("none"), bins: 4) }
  }
}

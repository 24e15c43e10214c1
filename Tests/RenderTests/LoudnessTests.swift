import Foundation
import Foley
import Libav
import MediaTime
import Music
import Pixels
import Render
import Sound
import Testing
import Timeline

/// Every film with sound has one loudness, measured in the finished file.
@Suite struct LoudnessTests {
  /// What is heard in a film: sounds with their levels.
  struct Heard: CustomStringConvertible, Sendable {
    let description: String
    var music: Mood?
    var musicLevel = 1.0
    var effect: SoundEffect?
    var tone: Float?
    var voice: Float?
    var ducks = false
  }

  static let twenty: [Heard] = [
    Heard(description: "calm", music: .calm), Heard(description: "epic", music: .epic),
    Heard(description: "jazz at a tenth", music: .jazz, musicLevel: 0.1),
    Heard(description: "chiptune", music: .chiptune),
    Heard(description: "lo-fi, twice as loud", music: .loFi, musicLevel: 2),
    Heard(description: "piano", music: .piano), Heard(description: "ambient", music: .ambient),
    Heard(description: "electronic", music: .electronic),
    Heard(description: "hip hop", music: .hipHop), Heard(description: "holiday", music: .holiday),
    Heard(description: "rain", effect: .rain), Heard(description: "waves", effect: .waves),
    Heard(description: "fire", effect: .fire), Heard(description: "crowd", effect: .crowd),
    Heard(description: "a tone", tone: 0.5), Heard(description: "a faint tone", tone: 0.03),
    Heard(description: "a full tone", tone: 1),
    Heard(description: "music under a voice", music: .acoustic, voice: 0.3, ducks: true),
    Heard(description: "music and wind", music: .sad, effect: .wind),
    Heard(description: "all at once", music: .upbeat, effect: .rain, tone: 0.4, voice: 0.5),
  ]

  @Test("−14 LUFS within half a unit, and true peaks below −1 dBTP", arguments: twenty)
  func loudness(_ heard: Heard) throws {
    let film = try film(heard)
    let reader = try AudioReader(path: film.path)
    var meter = try LoudnessMeter()
    var block = [Float](repeating: 0, count: 8192)
    while true {
      var span = block.mutableSpan
      let count = try reader.read(into: &span)
      guard count > 0 else { break }
      try meter.add(Array(block[..<(count * 2)]))
    }
    let integrated = try #require(meter.loudness.integrated)
    let peak = try #require(meter.loudness.truePeak)
    #expect(abs(integrated + 14) <= 0.5, "\(integrated) LUFS")
    #expect(peak <= -1, "\(peak) dBTP")
  }

  @Test("A film of silence stays silent, and hiss is not made loud")
  func silence() throws {
    let media = try TestMedia()
    try media.still("photo.png")
    try media.sound("quiet.mp4", seconds: 3, amplitude: 0.0002)
    let sound = Segment.clip("quiet", id: "m", for: 3000)
    let draft = Draft.film([.clip("photo", for: 3000)], music: [sound])
    let path = media.path("film.mp4")
    try FilmRenderer(draft: draft, library: media.library).render(to: path)
    let samples = try AudioReader(path: path).read(count: 2 * 48_000)
    #expect((samples.map(\.magnitude).max() ?? 1) < 0.01)
  }

  private func film(_ heard: Heard) throws -> (path: String, media: TestMedia) {
    let media = try TestMedia()
    try media.still("photo.png")
    var tracks = [
      Track(id: "t1", kind: .video, segments: [Segment.clip("photo", for: 6000)])
    ]
    func lay(_ name: String, _ role: SoundRole, level: Double = 1) {
      var segment = Segment.clip(name, id: "s-\(name)", for: 6000)
      segment.style.role = role
      segment.volume = level
      if role == .music { segment.style.duck = heard.ducks }
      tracks.append(Track(id: "t-\(name)", kind: .audio, segments: [segment]))
    }
    if let mood = heard.music {
      let file = MusicFile(MusicRecipe(mood: mood, seed: 3), words: "music")
      try file.content.write(to: URL(filePath: media.path("song.music")))
      lay("song", .music, level: heard.musicLevel)
    }
    if let effect = heard.effect {
      let file = FoleyFile(FoleyRecipe(effect, seed: 3), words: "effect")
      try file.content.write(to: URL(filePath: media.path("noise.foley")))
      lay("noise", .effect)
    }
    if let tone = heard.tone {
      try media.sound("tone.mp4", seconds: 6, amplitude: tone)
      lay("tone", .effect)
    }
    if let voice = heard.voice {
      try media.sound("voice.mp4", seconds: 3, amplitude: voice)
      lay("voice", .voice)
    }
    let size = TestMedia.size
    let draft = Draft(
      canvas: Canvas(width: size.width, height: size.height), tracks: tracks
    ).normalized()
    let path = media.path("film.mp4")
    try FilmRenderer(draft: draft, library: media.library).render(to: path)
    return (path, media)
  }
}

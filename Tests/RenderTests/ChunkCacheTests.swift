import Foundation
import Libav
import MediaTime
import Motion
import Pixels
import Testing
import Timeline

@testable import Render

@Suite struct ChunkCacheTests {
  private let media: TestMedia
  private let cache: ChunkCache

  init() throws {
    media = try TestMedia()
    cache = ChunkCache(folder: media.path("pieces"))
    try media.still("photo.png")
    try media.footage("clip.mp4", frames: 90, sound: 0.2)
  }

  /// The film's bytes, and how many of its frames were there already.
  private func film(
    _ draft: Draft, from cache: ChunkCache?, quality: RenderSettings.Quality = .high
  ) throws -> (bytes: Data, reused: Int) {
    var settings = RenderSettings(quality: quality)
    settings.cache = cache
    let path = media.path("film.mp4")
    let renderer = try FilmRenderer(draft: draft, library: media.library, settings: settings)
    let summary = try renderer.render(to: path)
    return (try Data(contentsOf: URL(fileURLWithPath: path)), summary.framesReused)
  }

  /// Six seconds: a still that moves, footage, a title over its first half second.
  private func draft(title: String = "Dawn", before first: Milliseconds = 0) -> Draft {
    let lead = Segment.clip("photo", id: "lead", for: max(first, 1))
    return Draft.film(
      (first > 0 ? [lead] : []) + [
        .clip("photo", start: first, for: 3000, style: SegmentStyle(motion: [CameraMove(.pushIn)])),
        .clip("clip", id: "s2", start: first + 3000, for: 3000),
      ],
      titles: [Segment(id: "x", text: title, start: first + 4600, duration: 500)])
  }

  @Test func theSameFilmIsTakenWhole() throws {
    let fresh = try film(draft(), from: nil)
    let first = try film(draft(), from: cache)
    let second = try film(draft(), from: cache)
    #expect(fresh.reused == 0 && first.reused == 0 && second.reused == 180)
    #expect(first.bytes == fresh.bytes && second.bytes == fresh.bytes)
  }

  @Test func onlyWhatChangedIsMadeAgain() throws {
    _ = try film(draft(), from: cache)
    let changed = try film(draft(title: "Dusk"), from: cache)
    #expect(changed.reused == 135, "the title stands over the last quarter")
    #expect(try changed.bytes == film(draft(title: "Dusk"), from: nil).bytes)
  }

  @Test func piecesServeWhereverTheyStand() throws {
    _ = try film(draft(), from: cache)
    let later = try film(draft(before: 2000), from: cache)
    #expect(later.reused == 180)
    #expect(try later.bytes == film(draft(before: 2000), from: nil).bytes)
  }

  @Test func valuesAreMadeOnce() throws {
    var made = 0
    func value(_ name: String?) throws -> [String: Double] {
      try cache.value(named: name) { () throws(RenderError) in
        made += 1
        return ["times": Double(made)]
      }
    }
    #expect(try value("a") == ["times": 1] && value("a") == ["times": 1])
    #expect(try value("b") == ["times": 2])
    #expect(try value(nil) == ["times": 3] && value(nil) == ["times": 4])
    let note = URL(fileURLWithPath: media.path("pieces/a.note"))
    var bytes = try Data(contentsOf: note)
    bytes[bytes.startIndex] ^= 1
    try bytes.write(to: note)
    #expect(try value("a") == ["times": 5] && value("a") == ["times": 5])
    // As of another program, which keeps something else under the name.
    #expect(try cache.value(named: "b") { () throws(RenderError) in 7 } == 7)
  }

  /// How many values are kept.
  private var notes: Int {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: cache.folder)
        .count { $0.hasSuffix(".note") }
    }
  }

  @Test func whatIsMeasuredOfAFilmIsMeasuredAgainWhereItChanged() throws {
    func receipt(_ draft: Draft, _ cache: ChunkCache?) throws -> FilmReceipt {
      var settings = RenderSettings(quality: .draft)
      settings.cache = cache
      let renderer = try FilmRenderer(draft: draft, library: media.library, settings: settings)
      try renderer.render(to: media.path("film.mp4"))
      return try #require(renderer.receipt(of: media.path("film.mp4")))
    }
    let fresh = try receipt(draft(), nil)
    #expect(fresh.loudness != nil && fresh.moves.count == 1)
    for _ in 0..<2 {
      #expect(try receipt(draft(), cache) == fresh)
      #expect(try notes == 2, "its first frames and its sound")
    }
    _ = try receipt(draft(title: "Dusk"), cache)
    #expect(try notes == 2, "the title comes later than the frames that are measured")
    var quiet = draft()
    quiet.tracks[0].segments[1].volume = 0.5
    _ = try receipt(quiet, cache)
    #expect(try notes == 3)
  }

  @Test func whatIsFoundInAFilmIsLookedForAgainWhereItChanged() throws {
    func findings(_ draft: Draft, _ cache: ChunkCache?) throws -> [PreflightFinding] {
      try Preflight(draft, library: media.library, folder: media.folder, cache: cache).findings()
    }
    let fresh = try findings(draft(), nil)
    for _ in 0..<2 {
      #expect(try findings(draft(), cache) == fresh)
      #expect(try notes == 2, "its title and its sound")
    }
    #expect(try findings(draft(title: "Dusk"), cache) == findings(draft(title: "Dusk"), nil))
    #expect(try notes == 3)
    _ = try findings(draft(before: 1000), cache)
    #expect(try notes == 4, "the sound comes later")
  }

  @Test func anotherSizeAndAnotherFileAreMadeAnew() throws {
    _ = try film(draft(), from: cache)
    var upright = draft()
    (upright.canvas.width, upright.canvas.height) = (90, 160)
    #expect(try film(upright, from: cache).reused == 0)
    try media.still("photo.png", tint: 60)
    let repainted = try film(draft(), from: cache)
    #expect(repainted.reused == 90, "the footage is still the same")
    #expect(try repainted.bytes == film(draft(), from: nil).bytes)
  }

  @Test(arguments: [0, 40, -1, -40]) func damagedPiecesAreMadeAnew(at place: Int) throws {
    let fresh = try film(draft(), from: cache)
    for name in try pieces() {
      let url = URL(fileURLWithPath: "\(cache.folder)/\(name)")
      var content = try Data(contentsOf: url)
      content[place < 0 ? content.count + place : place] ^= 1
      try content.write(to: url)
    }
    let again = try film(draft(), from: cache)
    #expect(again.reused == 0 && again.bytes == fresh.bytes)
  }

  @Test func cutOffAndEmptyPiecesAreMadeAnew() throws {
    let fresh = try film(draft(), from: cache)
    for (index, name) in try pieces().enumerated() {
      let url = URL(fileURLWithPath: "\(cache.folder)/\(name)")
      try Data(contentsOf: url).prefix(index * 20).write(to: url)
    }
    let again = try film(draft(), from: cache)
    #expect(again.reused == 0 && again.bytes == fresh.bytes)
  }

  @Test func whatCantBeKeptCostsNothing() throws {
    try Data().write(to: URL(fileURLWithPath: media.path("file")))
    let nowhere = ChunkCache(folder: media.path("file/pieces"))
    let (bytes, reused) = try film(draft(), from: nowhere)
    #expect(try reused == 0 && bytes == film(draft(), from: nil).bytes)
  }

  @Test func theLimitIsKeptAndWhatWasUsedLastStays() throws {
    _ = try film(draft(), from: cache)
    let size = try pieces().reduce(0) { sum, name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(cache.folder)/\(name)")
      return sum + ((attributes[.size] as? NSNumber)?.intValue ?? 0)
    }
    let narrow = ChunkCache(folder: cache.folder, limit: size)
    _ = try film(draft(title: "Dusk"), from: narrow)
    #expect(try film(draft(title: "Dusk"), from: narrow).reused == 180)
    #expect(try film(draft(), from: narrow).reused < 180)
    #expect(try film(draft(), from: ChunkCache(folder: cache.folder, limit: 0)).bytes.count > 0)
    #expect(try pieces().isEmpty)
  }

  /// A treatment that couldn't be looked into would be made again each time.
  @Test func everyTreatmentHasAName() throws {
    let looks = (FilmLook.Kind.allCases.map(\.rawValue) + ["letterbox"]).filter { $0 != "lut" }
    let style = SegmentStyle(
      motion: [CameraMove(.handheld), CameraMove(.orbitLeft)],
      transition: Transition(kind: .dissolve, duration: 500),
      unknown: [
        "look": .array(looks.map { .object(["look": .string($0)]) }),
        "atmosphere": .array(
          Atmosphere.Kind.allCases.map { .object(["kind": .string($0.rawValue)]) }),
        "region": .array(
          MovingRegion.Kind.allCases.map { .object(["kind": .string($0.rawValue)]) }),
        "effect": .object(["kind": "melt"]),
      ])
    let draft = Draft.film(
      [
        .clip("photo", for: 2000, style: style),
        .clip("clip", id: "s2", start: 1500, for: 1500, style: SegmentStyle(playback: .boomerang)),
      ],
      titles: [
        Segment(
          id: "x", text: "one two", start: 0, duration: 1000,
          style: SegmentStyle(text: TextStyle(entrance: .karaoke, exit: .pop)))
      ])
    let plan = try FilmPlanner(draft, library: media.library, size: nil, seed: 1).plan()
    let settings = VideoSettings(size: plan.canvas, frameRate: plan.frameRate, preset: .ultrafast)
    let names = PieceNames(plan, settings, soundFont: nil)
    #expect(plan.tracks[0][0].treatment.effect != nil && !plan.tracks[0][0].treatment.looks.isEmpty)
    #expect(names.piece(of: 0..<plan.frameCount) != nil && names.sound != nil)
    #expect(names.piece(of: 0..<30) != names.piece(of: 0..<31))
    #expect(names.piece(of: 0..<30) != names.piece(of: 1..<31))
  }

  private func pieces() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted()
  }
}

import MediaTime
import Testing

@testable import Timeline

@Suite("The rough cut")
struct RoughCutTests {
  static let wide = MediaFacts(kind: .image, width: 4000, height: 3000)
  static let tall = MediaFacts(kind: .image, width: 3000, height: 4000)
  static let clip = MediaFacts(
    kind: .video, duration: 8000, width: 1920, height: 1080, hasAudio: true)
  static let song = MediaFacts(kind: .audio, duration: 30000, hasAudio: true)

  func item(_ id: String, _ facts: MediaFacts) -> RoughCut.Item {
    RoughCut.Item(id: id, name: "\(id).file", facts: facts)
  }

  func lookup(_ items: [RoughCut.Item]) -> (String) -> MediaFacts? {
    { id in items.first { $0.id == id }?.facts }
  }

  @Test("A lone still stays for three seconds, at rest")
  func lone() throws {
    let draft = try RoughCut().draft(of: [item("p", Self.wide)])
    #expect(times(draft) == "s1 0+3000")
    #expect(draft.canvas == Canvas(width: 1920, height: 1080))
    let segment = draft.tracks[0].segments[0]
    #expect(segment.style == SegmentStyle(name: "p.file", fit: .fill))
    #expect(draft.tracks[0].name == "Video")
  }

  @Test(
    "Footage gives the film its pace",
    arguments: [
      (24000.0 / 1001, 24), (24, 24), (25, 25), (30000.0 / 1001, 30), (30, 30), (50, 25),
      (60000.0 / 1001, 30), (120, 30), (100, 25), (10, 30), (15, 30), (27, 30), (nil, 30),
    ] as [(Double?, Int)])
  func pace(rate: Double?, frames: Int) throws {
    var facts = Self.clip
    facts.frameRate = rate
    let items = [item("p", Self.wide), item("v", facts)]
    #expect(try RoughCut().draft(of: items).canvas.framesPerSecond == frames)
    var cut = RoughCut()
    cut.framesPerSecond = 48
    #expect(try cut.draft(of: items).canvas.framesPerSecond == 48)
  }

  @Test("Stills move only where that is asked")
  func moving() throws {
    var cut = RoughCut()
    cut.stillMove = RoughCut.gentleMove
    let draft = try cut.draft(of: [item("p", Self.wide), item("v", Self.clip)])
    #expect(draft.segment("s1")?.style.motion == [CameraMove(.pushIn, amount: 0.08)])
    #expect(draft.segment("s2")?.style.motion == [])
  }

  @Test("Several files follow one another with dissolves, music fades out below")
  func several() throws {
    let items = [
      item("p", Self.wide), item("a", Self.song), item("v", Self.clip), item("q", Self.wide),
    ]
    let draft = try RoughCut().draft(of: items)
    #expect(times(draft) == "s1 0+3000, s2 2500+8000, s3 10000+3000 | s4 0+13000")
    #expect(draft.duration == 13000)
    #expect(draft.tracks[1].name == "BGM")
    #expect(draft.segment("s4")?.style.fadeOut == 1500)
    #expect(draft.segment("s4")?.style.playback == nil)
    #expect(draft.segment("s4")?.volume == 0.35)
    #expect(draft.problems(media: lookup(items)).isEmpty)
  }

  @Test("Music that is too short is looped")
  func loop() throws {
    let short = MediaFacts(kind: .audio, duration: 1000, hasAudio: true)
    let items = [item("p", Self.wide), item("a", short)]
    let draft = try RoughCut().draft(of: items)
    #expect(draft.segment("s2")?.style.playback == .loop)
    #expect(draft.segment("s2")?.duration == 3000)
    #expect(draft.segment("s2")?.volume == 1)
    #expect(draft.problems(media: lookup(items)).isEmpty)
  }

  @Test(
    "The first picture decides the frame",
    arguments: [
      (4000, 3000, 1920, 1080), (3000, 4000, 1080, 1920), (1000, 1000, 1080, 1080),
      (1049, 1000, 1080, 1080), (1000, 1049, 1080, 1080), (1060, 1000, 1920, 1080),
      (1000, 1060, 1080, 1920),
    ])
  func canvas(width: Int, height: Int, canvasWidth: Int, canvasHeight: Int) throws {
    let facts = MediaFacts(kind: .image, width: width, height: height)
    let draft = try RoughCut().draft(of: [item("p", facts), item("q", Self.wide)])
    #expect(draft.canvas.width == canvasWidth && draft.canvas.height == canvasHeight)
  }

  @Test("Footage of another shape stands over a blurred copy, stills fill the frame")
  func fit() throws {
    let draft = try RoughCut().draft(of: [
      item("p", Self.tall), item("v", Self.clip), item("q", Self.wide),
    ])
    #expect(draft.tracks[0].segments.map(\.style.fit) == [.fill, .blurPad, .fill])
  }

  @Test("Very short clips get shorter dissolves, and always a sound draft", arguments: seeds)
  func anything(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    let items = (0..<maker.int(1...8)).map { index -> RoughCut.Item in
      let duration = Milliseconds(maker.int(1...9000))
      let facts = maker.pick([
        Self.wide, Self.tall, MediaFacts(kind: .audio, duration: duration, hasAudio: true),
        MediaFacts(kind: .video, duration: duration, width: 640, height: 360),
      ])
      return item("m\(index)", facts)
    }
    let draft = try RoughCut().draft(of: items)
    #expect(draft.problems(media: lookup(items)).isEmpty, "seed \(seed)")
    #expect(try Draft.decode(draft.encoded()) == draft)
    let video = draft.tracks.first { $0.kind == .video }
    if let video, let music = draft.tracks.first(where: { $0.kind == .audio }) {
      #expect(music.segments.last?.end == video.segments.last?.end, "seed \(seed)")
    }
  }

  @Test("Nothing, and files without length, are refused")
  func refused() {
    #expect(throws: EditError.self) { try RoughCut().draft(of: []) }
    let empty = MediaFacts(kind: .video, duration: 0, width: 10, height: 10)
    #expect(throws: EditError.self) { try RoughCut().draft(of: [item("v", empty)]) }
  }
}

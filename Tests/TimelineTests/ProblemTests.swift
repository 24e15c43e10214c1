import MediaTime
import Testing

@testable import Timeline

@Suite("What is wrong with a draft")
struct ProblemTests {
  /// A change that spoils the film, and the problem it must give.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: DraftProblem.Code
    let track: String?
    let segment: String?
    var severity = DraftProblem.Severity.error
    let spoil: @Sendable (inout Draft) -> Void

    init(
      _ name: String, _ code: DraftProblem.Code, _ track: String? = nil, _ segment: String? = nil,
      severity: DraftProblem.Severity = .error, _ spoil: @escaping @Sendable (inout Draft) -> Void
    ) {
      testDescription = name
      self.code = code
      self.track = track
      self.segment = segment
      self.severity = severity
      self.spoil = spoil
    }

    /// A change of one segment of the film: track and index.
    init(
      _ name: String, _ code: DraftProblem.Code, at place: (Int, Int),
      severity: DraftProblem.Severity = .error,
      _ spoil: @escaping @Sendable (inout Segment) -> Void
    ) {
      let ids = [["s1", "s2", "s3"], ["s4"], ["s5", "s6"]]
      self.init(
        name, code, "t\(place.0 + 1)", ids[place.0][place.1], severity: severity
      ) { spoil(&$0.tracks[place.0].segments[place.1]) }
    }
  }

  static let cases: [Case] = [
    Case("nothing", .nothingToShow) { $0.tracks = [] },
    Case("empty tracks", .nothingToShow) { $0.tracks = [Track(id: "t1", kind: .video)] },
    Case("odd width", .badCanvas) { $0.canvas.width = 1919 },
    Case("odd height", .badCanvas) { $0.canvas.height = 1079 },
    Case("no width", .badCanvas) { $0.canvas.width = 0 },
    Case("negative height", .badCanvas) { $0.canvas.height = -1080 },
    Case("huge frame", .badCanvas) { $0.canvas.width = 100_000 },
    Case("no rate", .badCanvas) { $0.canvas.framesPerSecond = 0 },
    Case("fast rate", .badCanvas) { $0.canvas.framesPerSecond = 121 },
    Case("background in words", .badColor) { $0.canvas.background = "black" },
    Case("background too short", .badColor) { $0.canvas.background = "#12345" },
    Case("background no hex", .badColor) { $0.canvas.background = "#12345g" },
    Case("two tracks of one id", .badID) { $0.tracks[1].id = "t1" },
    Case("two segments of one id", .badID) { $0.tracks[1].segments[0].id = "s1" },
    Case("empty id", .badID) { $0.tracks[1].segments[0].id = "" },
    Case("film of days", .badTime) { $0.tracks[1].segments[0].duration = 99_999_999 },
    Case("wrong length", .wrongDuration, severity: .warning) { $0.duration = 5000 },
    Case("negative start", .badTime, at: (2, 0)) { $0.start = -1 },
    Case("negative in-point", .badTime, at: (0, 1)) { $0.inPoint = -1 },
    Case("no duration", .badTime, at: (0, 2)) { $0.duration = 0 },
    Case("negative duration", .badTime, at: (1, 0)) { $0.duration = -5 },
    Case("no speed", .badValue, at: (0, 1)) { $0.speed = 0 },
    Case("negative speed", .badValue, at: (0, 1)) { $0.speed = -1 },
    Case("absurd speed", .badValue, at: (0, 1)) { $0.speed = 101 },
    Case("speed that is no number", .badValue, at: (0, 1)) { $0.speed = .nan },
    Case("negative volume", .badValue, at: (1, 0)) { $0.volume = -0.1 },
    Case("deafening volume", .badValue, at: (1, 0)) { $0.volume = 2.1 },
    Case("unknown medium", .unknownMedia, at: (0, 0)) { $0.source = "m_gone" },
    Case("no medium", .noContent, at: (0, 0)) { $0.source = nil },
    Case("sound as picture", .wrongMedia, at: (0, 0)) { $0.source = "a1" },
    Case("picture as sound", .wrongMedia, at: (1, 0)) { $0.source = "p1" },
    Case("in-point past the source", .pastSource, at: (0, 1)) { $0.inPoint = 60000 },
    Case("longer than the source", .pastSource, at: (0, 1), severity: .warning) {
      $0.inPoint = 58000
    },
    Case("text without words", .noContent, at: (2, 0)) { $0.text = " \n" },
    Case("source on a text track", .wrongTrack, at: (2, 0)) { $0.source = "p1" },
    Case("words on a video track", .wrongTrack, at: (0, 0)) { $0.text = "Hi" },
    Case("out of order", .outOfOrder, "t3", "s5") { $0.tracks[2].segments.swapAt(0, 1) },
    Case("overlap without transition", .overlap, at: (2, 1)) { $0.start = 2000 },
    Case("overlap less than the transition", .overlap, at: (0, 1)) { $0.start = 3001 },
    Case("overlap more than the transition", .overlap, at: (0, 1)) { $0.start = 2999 },
    Case("gap at a transition", .overlap, at: (0, 1)) { $0.start = 4000 },
    Case("transition of negative length", .badTransition, at: (0, 0)) {
      $0.style.transition?.duration = -1
    },
    Case("transition into nothing", .badTransition, at: (0, 2), severity: .warning) {
      $0.style.transition = Transition(kind: .dissolve, duration: 500)
    },
    Case("transition longer than the next", .badTransition, "t1", "s1") {
      $0.tracks[0].segments[1].duration = 999
    },
    Case("transitions longer than the clip between", .badTransition, "t1", "s2") {
      $0.tracks[0].segments[1].style.transition = Transition(kind: .dissolve, duration: 5001)
      $0.tracks[0].segments[2].start = 9000 - 5001
    },
    Case("move that ends before it begins", .badMove, at: (0, 0)) {
      $0.style.motion = [CameraMove(.pushIn, from: 2000, to: 1000)]
    },
    Case("move that ends as it begins", .badMove, at: (0, 0)) {
      $0.style.motion = [CameraMove(.pushIn, from: 2000, to: 2000)]
    },
    Case("move beyond the clip", .badMove, at: (0, 0)) {
      $0.style.motion = [CameraMove(.pushIn, from: 4000)]
    },
    Case("move of a huge amount", .badMove, at: (0, 0)) {
      $0.style.motion = [CameraMove(.zoomIn, amount: 1e9)]
    },
    Case("focus outside", .badMove, at: (0, 0)) {
      $0.style.motion = [CameraMove(.zoomIn, at: .point(x: 1.2, y: 0.5))]
    },
    Case("negative fade", .badTime, at: (1, 0)) { $0.style.fadeOut = -1 },
    Case("colour in words", .badColor, at: (2, 0)) { $0.style.text = TextStyle(color: "red") },
    Case("letters without height", .badValue, at: (2, 0)) { $0.style.text = TextStyle(size: 0) },
    Case("text out of sight", .badValue, at: (2, 0)) { $0.style.text = TextStyle(x: 9) },
  ]

  @Test("Each fault is found, with its place and a sentence", arguments: cases)
  func fault(_ item: Case) throws {
    var draft = film()
    item.spoil(&draft)
    let isAboutLength = item.code == .wrongDuration || item.code == .nothingToShow
    if !isAboutLength { draft = draft.normalized() }
    let problems = draft.problems(media: DraftMaker.facts)
    let found = try #require(problems.first { $0.code == item.code }, "\(problems)")
    #expect(found.track == item.track)
    #expect(found.segment == item.segment)
    #expect(found.severity == item.severity)
    #expect(found.message.hasSuffix("."))
    if let segment = item.segment { #expect(found.message.contains("segment \"\(segment)\"")) }
    if item.severity == .error {
      #expect(throws: DraftProblem.self) { try draft.validate(media: DraftMaker.facts) }
    } else {
      try draft.validate(media: DraftMaker.facts)
    }
  }

  @Test("Drafts that are sound have no problems", arguments: seeds)
  func sound(seed: Int) {
    var maker = DraftMaker(seed: seed)
    let problems = maker.draft().problems(media: DraftMaker.facts)
    #expect(problems.isEmpty, "seed \(seed)")
  }

  @Test("A move may reach beyond its clip on both sides, as after a split")
  func wideMove() {
    var draft = film()
    draft.tracks[0].segments[0].style.motion = [CameraMove(.pushIn, from: -2000, to: 9000)]
    #expect(draft.problems(media: DraftMaker.facts).isEmpty)
  }
}

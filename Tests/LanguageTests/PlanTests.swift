import Language
import MediaTime
import Testing
import Timeline

@Suite struct PlanTests {
  static let facts: [String: MediaFacts] = [
    "photo1": MediaFacts(kind: .image, width: 4000, height: 3000),
    "photo2": MediaFacts(kind: .image, width: 3000, height: 4000),
    "clip1": MediaFacts(
      kind: .video, duration: 8000, width: 1920, height: 1080, hasAudio: true),
    "song": MediaFacts(kind: .audio, duration: 60_000, hasAudio: true),
  ]

  static func media(_ id: String) -> MediaFacts? { facts[id] }

  /// A rough cut of the named media.
  func draft(_ ids: String...) throws -> Draft {
    let items = try ids.map { id in
      RoughCut.Item(id: id, name: id, facts: try #require(Self.facts[id]))
    }
    return try RoughCut().draft(of: items)
  }

  /// The plan of `text`, after checking that it applies and can be undone.
  func plan(_ text: String, _ draft: Draft) throws -> Plan {
    let reading = Reading(of: text)
    #expect(reading.leftovers.isEmpty, "\(reading.leftovers)")
    let plan = Plan(reading, for: draft, media: Self.media)
    var after = draft
    var inverses: [Edit] = []
    for edit in plan.edits {
      let step = try after.applying(edit)
      after = step.draft
      inverses.append(step.inverse)
    }
    #expect(after == plan.result)
    for inverse in inverses.reversed() { after = try after.applying(inverse).draft }
    #expect(after == draft.normalized())
    let errors = plan.result.problems(media: Self.media).filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors)")
    return plan
  }

  func clips(_ plan: Plan) -> [Segment] { plan.result.mainTrack?.segments ?? [] }
  func titles(_ plan: Plan) -> [Segment] {
    plan.result.tracks.filter { $0.kind == .text }.flatMap(\.segments)
  }
  func music(_ plan: Plan) -> [Segment] {
    plan.result.tracks.filter { $0.kind == .audio }.flatMap(\.segments)
  }

  @Test func theFirstSentence() throws {
    let plan = try plan(
      "animate this image into a 3-second cinematic video clip", draft("photo1"))
    #expect(plan.result.duration == 3000)
    #expect(clips(plan)[0].style.motion.map(\.move) == [.pushIn, .parallax])
    #expect(clips(plan)[0].style.looks.map(\.name) == ["film", "vignette"])
    #expect(plan.output.isCinematic)
    #expect(plan.notDone.isEmpty)
  }

  @Test func namedMovesReplaceTheGentleOne() throws {
    let plan = try plan("a cinematic 4 second film, slow pan left, animated", draft("photo1"))
    #expect(clips(plan)[0].style.motion.map(\.move) == [.panLeft, .parallax])
    #expect(clips(plan)[0].style.motion[0].amount == 0.1)
    #expect(plan.result.duration == 4000)
    #expect(plan.notDone.isEmpty)
  }

  @Test func thenSharesTheClip() throws {
    let plan = try plan("6 seconds, push in then pan left, then tilt up", draft("photo1"))
    let motion = clips(plan)[0].style.motion
    #expect(motion.map(\.move) == [.pushIn, .panLeft, .tiltUp])
    #expect(motion.map(\.from) == [nil, 2000, 4000])
    #expect(motion.map(\.to) == [2000, 4000, nil])
  }

  @Test func aLengthOfItsOwnLeavesTheRest() throws {
    let plan = try plan("6 seconds, zoom in for 1 second then pan left", draft("photo1"))
    let motion = clips(plan)[0].style.motion
    #expect(motion.map(\.from) == [nil, 1000])
    #expect(motion.map(\.to) == [1000, nil])
  }

  @Test(arguments: [
    ("push in", 0.12), ("slightly push in", 0.06), ("slow push in", 0.10), ("fast push in", 0.25),
    ("dramatic zoom in", 0.30), ("zoom in to 120%", 0.2), ("crash zoom", 0.6), ("pan left", 0.12),
    ("gentle pan left", 0.06), ("strong pan left", 0.25), ("handheld", 0.5),
    ("push in -motion 2", 0.18),
  ])
  func amounts(text: String, amount: Double) throws {
    let plan = try plan(text, draft("photo1"))
    #expect(clips(plan)[0].style.motion.first?.amount == amount)
  }

  @Test func turnsAreInDegrees() throws {
    #expect(try clips(plan("roll clockwise", draft("photo1")))[0].style.motion[0].degrees == 6)
    #expect(try clips(plan("dutch angle", draft("photo1")))[0].style.motion[0].degrees == 8)
  }

  @Test func focus() throws {
    let face = try plan("zoom in on the face", draft("photo1"))
    #expect(clips(face)[0].style.motion[0].at == .face)
    let corner = try plan("对准左上角放大", draft("photo1"))
    #expect(clips(corner)[0].style.motion[0].at == .point(x: 0.25, y: 0.25))
  }

  @Test func framesAndRates() throws {
    let plan = try plan("vertical, 60 fps, high quality, seed 7", draft("photo1", "clip1"))
    #expect(plan.result.canvas.width == 1080 && plan.result.canvas.height == 1920)
    #expect(plan.result.canvas.framesPerSecond == 60)
    #expect(plan.output.quality == .high && plan.output.seed == 7)
    #expect(clips(plan).map(\.style.fit) == [.fill, .blurPad])
    let small = try self.plan("方形，720p", draft("photo1"))
    #expect(small.result.canvas.width == 720 && small.result.canvas.height == 720)
  }

  @Test(arguments: [
    ("12 seconds with 1s dissolves", 12_000, 1000),
    ("10 seconds with 1s dissolves", 10_000, 1000), ("叠化2秒，共20秒", 20_000, 2000),
    ("4 seconds with 1s dissolves", 4000, 1000), ("4 seconds with dissolves", 4000, 333),
  ])
  func lengthComesAfterTransitions(words: String, length: Int, transition: Int) throws {
    let plan = try plan(words, draft("photo1", "photo2", "photo1"))
    #expect(plan.result.duration.count == length)
    #expect(clips(plan).dropLast().allSatisfy { $0.style.transition?.duration.count == transition })
    #expect(plan.notDone.isEmpty)
  }

  @Test func transitionsThatDoNotFitAreToldOf() throws {
    let plan = try plan("2s dissolves", draft("photo1", "photo2", "photo1"))
    #expect(plan.notDone.map(\.sentence) == ["The clips are too short for 2 s; it lasts 1.5 s."])
  }

  @Test func cuts() throws {
    let first = try plan("trim the first 2 s", draft("clip1"))
    #expect(clips(first)[0].inPoint == 2000 && first.result.duration == 6000)
    let part = try plan("keep only 0:02-0:05", draft("clip1"))
    #expect(clips(part)[0].inPoint == 2000 && part.result.duration == 3000)
    let second = try plan("第二段裁到1秒", draft("photo1", "clip1"))
    #expect(clips(second).map(\.duration) == [3000, 1000])
    let fast = try plan("2x speed", draft("clip1"))
    #expect(fast.result.duration == 4000)
    let gone = try plan("delete the first clip", draft("photo1", "clip1"))
    #expect(clips(gone).map(\.source) == ["clip1"])
  }

  @Test func words() throws {
    let plan = try plan(
      "title \"Go\" at the top in red at 1s for 1 second, caption \"Now\"", draft("photo1"))
    #expect(
      titles(plan).map(\.text) == ["Go", "Now"] || titles(plan).map(\.text) == ["Now", "Go"])
    let go = try #require(titles(plan).first { $0.text == "Go" })
    #expect(go.start == 1000 && go.duration == 1000)
    #expect(go.style.text?.color == "#FF0000")
    #expect((go.style.text?.y ?? 1) < 0.3)
    let blue = try self.plan("make the title blue and bigger", plan.result)
    #expect(
      titles(blue).allSatisfy { ($0.style.text?.color == "#0000FF") == ($0.text == "Go") },
      "the title alone, and not the caption")
  }

  @Test func sound() throws {
    let plan = try plan(
      "music at 35%, fade out the music for 1 second, mute the first clip", draft("clip1", "song"))
    #expect(music(plan)[0].volume == 0.35)
    #expect(music(plan)[0].style.fadeOut == 1000)
    #expect(clips(plan)[0].volume == 0)
    #expect(plan.notDone.isEmpty)
    #expect(try music(self.plan("volume 20%", draft("clip1", "song")))[0].volume == 0.2)
    #expect(try clips(self.plan("volume 20%", draft("clip1")))[0].volume == 0.2)
    #expect(try music(self.plan("no music", draft("clip1", "song"))).isEmpty)
  }

  @Test(arguments: [
    ("zoom in on the fifth clip", "There is no clip 5; the film has 1."),
    ("第五段推近", "没有第5段；影片共有1段。"),
    ("denoise it", "Noise reduction is not available yet."),
    ("降噪", "“降噪”还不能用。"),
    ("dissolve", "A transition needs two clips."),
    ("fade out the music", "There is no music."),
    ("make the title red", "There is no title."),
    ("title \"late\" at 9s", "The film ends at 3 s, before the title comes at 9 s."),
    ("delete the first clip", "It is the only clip; nothing would be left."),
    ("trim to 20 seconds", "It lasts only 3 s already."),
  ])
  func whatCannotBeDoneIsSaid(text: String, sentence: String) throws {
    let draft = try draft("photo1")
    let plan = try plan(text, draft)
    #expect(plan.notDone.map(\.sentence) == [sentence])
    #expect(plan.edits.isEmpty)
    #expect(plan.result == draft)
  }

  @Test(arguments: [("add snow", "snow"), ("加雪花", "snow"), ("heavy rain", "rain")])
  func weatherIsAKeyOfTheClip(text: String, name: String) throws {
    let plan = try plan(text, draft("photo1"))
    #expect(plan.notDone.isEmpty && plan.edits.count == 1)
    #expect(clips(plan)[0].style.atmospheres.map(\.name) == [name])
  }

  @Test(arguments: MediaFacts.Motif.allCases)
  func cinematicIsAMixThatSuitsThePictureAndSaysWhy(motif: MediaFacts.Motif) throws {
    let draft = try draft("photo1")
    func plan(_ words: String) -> Plan {
      Plan(Reading(of: words), for: draft) { _ in
        MediaFacts(kind: .image, width: 1600, height: 900, motif: motif)
      }
    }
    let (english, chinese) = (plan("make it cinematic"), plan("电影感"))
    let style = clips(english)[0].style
    #expect(!style.motion.isEmpty && english.notDone.isEmpty)
    #expect(style.looks.isEmpty == [.document, .plain].contains(motif))
    #expect(style.looks.isEmpty || english.remarks.count == 1)
    #expect(english.remarks.allSatisfy { $0.allSatisfy(\.isASCII) })
    #expect(clips(chinese)[0].style == style)
    #expect(chinese.remarks.allSatisfy { !$0.allSatisfy(\.isASCII) })
  }

  @Test func cinematicKeepsWhatWasChosen() throws {
    let plan = try plan("pan left, warmer, cinematic", draft("photo1"))
    #expect(clips(plan)[0].style.motion.map(\.move) == [.panLeft, .parallax])
  }

  @Test("Music that is there is music enough")
  func musicIsThere() throws {
    #expect(try plan("with music", draft("photo1", "song")).notDone.isEmpty)
    #expect(try !plan("with music", draft("photo1")).notDone.isEmpty)
  }

  @Test("Every request ends in an edit, an option or a reason; what applies is a sound draft")
  func nothingIsLost() throws {
    let seed: UInt64 = 3
    var generator = RequestGenerator(seed: seed)
    let start = try draft("photo1", "clip1", "photo2", "song")
    for step in 0..<600 {
      let request = generator.next()
      let plan = Plan([request], in: .english, for: start, media: Self.media)
      let after = try start.applying(plan.edits)
      #expect(after == plan.result, "seed \(seed), step \(step): \(request)")
      let errors = after.problems(media: Self.media).filter { $0.severity == .error }
      #expect(errors.isEmpty, "seed \(seed), step \(step): \(request): \(errors)")
      let isSilent = plan.edits.isEmpty && plan.notDone.isEmpty && plan.output == OutputOptions()
      #expect(!isSilent || after == start, "seed \(seed), step \(step): \(request)")
    }
  }
}

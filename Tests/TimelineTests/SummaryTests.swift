import MediaTime
import Testing

@testable import Timeline

@Suite("A draft in words")
struct SummaryTests {
  static func contract() throws -> Draft {
    var draft = try Draft.decode(CodingTests.contract)
    draft.tracks[0].segments[0].duration = 10000
    draft.tracks[0].segments[0].style.transition = nil
    return draft
  }

  @Test("The summary is the contract's, to the letter")
  func contractLine() throws {
    #expect(
      try Self.contract().summary()
        == "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) "
        + "3. Title: \"Urban Dreams\" (0-3s)")
    #expect(
      try Self.contract().summary(language: .chinese)
        == "时间线（3 条轨道）：1. 视频：city timelapse（0-10秒） 2. 背景音乐：Lo-fi（0-10秒，35%） "
        + "3. 标题：“Urban Dreams”（0-3秒）")
  }

  @Test("Several segments, media names, fractions, speed and empty tracks are told")
  func details() {
    var draft = film()
    draft.tracks[0].segments[1].speed = 0.5
    draft.tracks.append(Track(id: "t4", kind: .audio))
    #expect(
      draft.summary(mediaName: { ["p1": "beach.jpg", "v1": "walk.mp4"][$0] })
        == "Timeline (4 tracks): 1. Video: beach.jpg (0-4s), walk.mp4 (3-9s, 0.5x), p2 (9-14s) "
        + "2. BGM: a1 (0-14s, 35%) 3. Title: \"Film\" (0.5-2.5s), \"Ann\" (9.5-11.5s) "
        + "4. Audio: empty")
    #expect(Draft().summary() == "Timeline (0 tracks): empty")
    let one = Draft(tracks: [Track(id: "t", kind: .video)])
    #expect(one.summary() == "Timeline (1 track): 1. Video: empty")
  }

  @Test("A long track is cut short")
  func long() {
    let segments = (0..<40).map {
      Segment(id: "s\($0)", source: "p", start: Milliseconds($0 * 1000), duration: 1000)
    }
    let draft = Draft(tracks: [Track(id: "t", kind: .video, segments: segments)])
    #expect(draft.summary().hasSuffix("p (11-12s), 28 more"))
  }
}

@Suite("Differences in words")
struct DifferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let english: [String]
    let chinese: [String]
    let edits: [Edit]
    var testDescription: String { english.joined(separator: ", ") }
  }

  static let cases: [Case] = [
    Case(english: [], chinese: [], edits: []),
    Case(
      english: ["BGM 35 → 20 %"], chinese: ["背景音乐 音量 35 → 20 %"],
      edits: [.setVolume(segment: "s4", volume: 0.2)]),
    Case(
      english: ["BGM muted"], chinese: ["背景音乐 静音"], edits: [.mute(segment: "s4")]),
    Case(
      english: ["title \"Film\" moved 0.5 → 1 s"], chinese: ["标题 “Film” 移动 0.5 → 1 秒"],
      edits: [.setTiming(segment: "s5", start: 1000, inPoint: 0, duration: 2000, at: nil)]),
    Case(
      english: ["frame 1920×1080 → 1080×1920"], chinese: ["画面 1920×1080 → 1080×1920"],
      edits: [.setSize(width: 1080, height: 1920)]),
    Case(
      english: ["30 → 25 frames a second"], chinese: ["帧率 30 → 25"],
      edits: [.setFrameRate(framesPerSecond: 25)]),
    Case(
      english: ["film is called \"Sea\""], chinese: ["片名改为“Sea”"],
      edits: [.setTitle(title: "Sea")]),
    Case(
      english: ["beach camera: push in 12 %, pan left"], chinese: ["beach 运镜：推近 12 %、左摇"],
      edits: [
        .setMotion(
          segment: "s1", motion: [CameraMove(.pushIn, amount: 0.12), CameraMove(.panLeft)])
      ]),
    Case(
      english: ["beach, walk, clip 3 over a blurred copy of itself"],
      chinese: ["beach、walk、第 3 段 模糊背景"],
      edits: ["s1", "s2", "s3"].map { .setFit(segment: $0, fit: .blurPad) }),
    Case(
      english: ["title \"New\" now reads \"New\""], chinese: ["标题 “New” 文字改为“New”"],
      edits: [.setText(segment: "s5", text: "New")]),
    Case(
      english: ["lower third \"Ann\" colour #FF0000"], chinese: ["下三分之一字幕 “Ann” 颜色 #FF0000"],
      edits: [
        .setTextStyle(segment: "s6", style: TextStyle(preset: .lowerThird, color: "#FF0000"))
      ]),
    Case(
      english: ["walk plays in reverse", "BGM fade out 1.5 s", "BGM gives way to speech"],
      chinese: ["walk 倒放", "背景音乐 淡出 1.5 秒", "背景音乐 遇人声压低"],
      edits: [
        .setPlayback(segment: "s2", playback: .reverse),
        .setFades(segment: "s4", fadeIn: nil, fadeOut: 1500), .setDuck(segment: "s4", duck: true),
      ]),
    Case(
      english: ["beach → wipe left 1 s"], chinese: ["beach → 左擦除 1 秒"],
      edits: [
        .setTransition(segment: "s1", transition: Transition(kind: .wipeLeft, duration: 1000))
      ]),
    Case(
      english: ["removed BGM"], chinese: ["删除背景音乐"], edits: [.removeTrack(track: "t2")]),
    Case(
      english: ["added BGM (a9) at 0-3 s"], chinese: ["添加背景音乐 (a9)（0-3 秒）"],
      edits: [
        .insertTrack(
          track: Track(
            id: "t9", kind: .audio, name: "BGM",
            segments: [
              Segment(id: "s9", source: "a9", duration: 3000, style: SegmentStyle(name: "a9"))
            ]), at: nil)
      ]),
    Case(
      english: ["beach look: none"], chinese: ["beach 调色：无"],
      edits: [.setDetail(segment: "s1", key: "look", value: .array([]))]),
  ]

  static func names(_ id: String) -> String? { ["p1": "beach", "v1": "walk"][id] }

  @Test("Each change is one phrase", arguments: cases)
  func phrases(_ item: Case) throws {
    let after = try film().applying(item.edits)
    #expect(film().difference(to: after, mediaName: Self.names) == item.english)
    #expect(
      film().difference(to: after, language: .chinese, mediaName: Self.names) == item.chinese)
  }

  @Test("A ripple is told by its cause, not by every clip that moved")
  func ripple() throws {
    let edit = try Edit.trimStart(of: "s1", by: 1000, in: film())
    let after = try film().applying(edit).draft
    #expect(
      film().difference(to: after, mediaName: Self.names) == [
        "film 14 → 13 s", "beach lasts 4 → 3 s",
        "beach begins 0 → 1 s into its source",
        "title \"Film\" moved 0.5 → 0 s", "lower third \"Ann\" moved 9.5 → 8.5 s",
      ])
  }

  @Test("Any edit that changes the draft is told, in both languages", arguments: seeds)
  func complete(seed: Int) throws {
    var maker = DraftMaker(seed: seed)
    let draft = maker.draft()
    for _ in 0..<30 {
      let edit = maker.edit(of: draft)
      let after = try draft.applying(edit).draft
      for language in SpokenLanguage.allCases where plain(after) != plain(draft) {
        let phrases = draft.difference(to: after, language: language)
        #expect(!phrases.isEmpty, "seed \(seed): \(edit)")
      }
      #expect(draft.difference(to: draft).isEmpty)
    }
  }

  /// Without what only says a default.
  private func plain(_ draft: Draft) -> Draft {
    var draft = draft
    for track in draft.tracks.indices {
      for index in draft.tracks[track].segments.indices {
        var style = draft.tracks[track].segments[index].style
        style.fit = style.fit ?? .fill
        style.playback = style.playback ?? .normal
        style.duck = style.duck ?? false
        style.fadeIn = style.fadeIn ?? 0
        style.fadeOut = style.fadeOut ?? 0
        style.text = style.text ?? TextStyle()
        if style.transition?.duration == 0 { style.transition = nil }
        draft.tracks[track].segments[index].style = style
      }
    }
    return draft
  }
}

import MediaTime
import Testing
import Timeline

@testable import Language

@Suite struct RefusalTests {
  private let draft = Draft(tracks: [
    Track(
      id: "t1", kind: .video,
      segments: [
        Segment(id: "s1", source: "v1", duration: 6000),
        Segment(id: "s2", source: "v1", start: 6000, duration: 1000),
      ])
  ]).normalized()

  private func media(_ id: String) -> MediaFacts? {
    MediaFacts(kind: .video, duration: 6000, width: 1920, height: 1080)
  }

  @Test(arguments: [
    ("the second clip 90 seconds", "the second clip", "6 s"),
    ("trim 2 seconds off the end of the second clip", "The second clip", "1 s long"),
    ("make it 90 seconds", "The footage", "not 90 s"),
    ("make it 9 hours", "A film can't last", "21600 s"),
  ])
  func clipsAndTimesAreNamedAsPeopleDo(words: String, subject: String, detail: String) throws {
    let plan = Plan(Reading(of: words), for: draft, media: media)
    let sentence = try #require(plan.notDone.first?.sentence)
    #expect(sentence.contains(subject) && sentence.contains(detail), "\(sentence)")
    #expect(!sentence.contains("\"s") && !sentence.contains(" ms"), "\(sentence)")
  }

  @Test(
    "Music isn't refused its loop as something for clips: it has one",
    arguments: [
      ("loop the music", "by itself"), ("循环播放音乐", "自动循环"),
    ])
  func musicLoops(words: String, detail: String) throws {
    let plan = Plan(Reading(of: words), for: draft, media: media)
    #expect(plan.edits.isEmpty)
    #expect(try #require(plan.notDone.first?.sentence).contains(detail))
  }

  @Test(arguments: ["第二段90秒", "时长90秒", "时长9小时"])
  func chineseSentencesAreChinese(words: String) throws {
    let plan = Plan(Reading(of: words), for: draft, media: media)
    let sentence = try #require(plan.notDone.first?.sentence)
    #expect(!sentence.contains { $0.isASCII && $0.isLetter }, "\(sentence)")
  }

  @Test func aTransitionThatFitsIsNotCalledTooShort() {
    let stills = Draft(tracks: [
      Track(
        id: "t1", kind: .video,
        segments: (0..<3).map { index in
          let dissolve = Transition(kind: .dissolve, duration: 500)
          return Segment(
            id: "s\(index)", source: "p", start: Milliseconds(index * 2500), duration: 3000,
            style: SegmentStyle(transition: index < 2 ? dissolve : nil))
        })
    ]).normalized()
    let plan = Plan(Reading(of: "第一段和第二段之间叠化1秒"), for: stills)
    let made = plan.result.tracks[0].segments.compactMap(\.style.transition?.duration)
    #expect(made == [1000, 500] && plan.notDone.isEmpty)
  }
}

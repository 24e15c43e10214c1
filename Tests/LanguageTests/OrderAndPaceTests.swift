import MediaTime
import Testing
import Timeline

@testable import Language

/// Which clip is meant, how fast and how often: sentences whose slip would change the film.
@Suite struct OrderAndPaceTests {
  @Test(arguments: ordering) func clipsAreNotHarmedByOrdering(sentence: SentenceCase) {
    sentence.check()
  }
  @Test(arguments: clips) func theRightClipIsMeant(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: pace) func paceIsAsSaid(sentence: SentenceCase) { sentence.check() }

  static let ordering: [SentenceCase] = [
    SentenceCase("第二段放到最前面，然后删除最后一段", .order(.move(2, to: 1)), .remove(.clip(-1))),
    SentenceCase("把第三段移到第一段前面", .order(.moveBefore(3, 1))),
    SentenceCase("把第一段移到第三段前面", .order(.moveBefore(1, 3))),
    SentenceCase("把第一段移到第三段后面", .order(.moveAfter(1, 3))),
    SentenceCase(
      "第三段放在开头，标题“你好”放在底部", .order(.move(3, to: 1)), title("你好", nil, .bottom)),
    SentenceCase(
      "swap the first and the second clip, then delete the last clip",
      .order(.swap(1, 2)), .remove(.clip(-1))),
    SentenceCase("move the second clip to the front", .order(.move(2, to: 1))),
    SentenceCase("reverse the order", .order(.reverse)),
  ]

  static let clips: [SentenceCase] = [
    SentenceCase(
      "push in on the first, pan left on the second, zoom out on the third",
      move(.pushIn, on: .clip(1)), move(.panLeft, on: .clip(2)), move(.zoomOut, on: .clip(3))),
    SentenceCase(
      "第一段2秒，第二段3秒，第三段4秒，叠化",
      .length(.clip(1), 2000), .length(.clip(2), 3000), .length(.clip(3), 4000), pass(.dissolve)),
    SentenceCase("each 3 seconds", .length(.clips, 3000)),
    SentenceCase(
      "dissolve 1 second, each 3 seconds, static",
      pass(.dissolve, 1000), .length(.clips, 3000), move(.static)),
    SentenceCase("第二段，推近", move(.pushIn, on: .clip(2))),
  ]

  static let pace: [SentenceCase] = [
    SentenceCase("慢慢地从左边摇到右边", move(.panRight, .slow)),
    SentenceCase("镜头从下面摇到上面", move(.tiltUp)),
    SentenceCase("慢放一倍", .speed(.film, 0.5)), SentenceCase("慢放两倍", .speed(.film, 0.5)),
    SentenceCase("慢放四倍", .speed(.film, 0.25)), SentenceCase("快进4倍", .speed(.film, 4)),
    SentenceCase("slow motion 0.25x", .speed(.film, 0.25)),
    SentenceCase("loop at 2x speed", .playback(.film, .loop), .speed(.film, 2)),
    SentenceCase("make it last 20 seconds", .length(.film, 20_000)),
    SentenceCase("make the water move", treat(.region, "water")),
  ]

  @Test(arguments: [
    ("loop it three times", "three times"), ("repeat twice", "twice"), ("循环三次", "三次"),
  ])
  func timesOfALoopAreNoSpeed(words: String, leftover: String) {
    let reading = Reading(of: words)
    #expect(reading.requests == [.playback(.film, .loop)])
    #expect(reading.leftovers.map(\.text) == [leftover])
  }
}

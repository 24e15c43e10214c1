import Language
import MediaTime
import Testing
import Timeline

/// Chinese of chats: forms made by rule, figures without their nouns, clips by what they are.
@Suite struct ChineseSpeechTests {
  @Test(arguments: sentences) func isRead(sentence: SentenceCase) { sentence.check() }

  static let sentences: [SentenceCase] = [
    // Figures that make changes of verbs and adverbs.
    SentenceCase("第三段减一秒", .stretch(.clip(3), .plus(0 - 1000))),
    SentenceCase("第三段再给它两秒", .stretch(.clip(3), .plus(2000))),
    SentenceCase("快个20%", .speed(.film, 1.2)),
    SentenceCase("全部再短半秒", .stretch(.clips, .plus(0 - 500))),
    SentenceCase("再长一倍", .stretch(.film, .times(2))),
    SentenceCase("音乐大声一倍", .volume(.music, .times(2))),
    SentenceCase("音乐降10%", .volume(.music, .times(0.9))),
    SentenceCase("音乐调到一半", .volume(.music, .to(0.5))),
    // Forms made by rule.
    SentenceCase("第二段砍去", .remove(.clip(2))),
    SentenceCase("磨个皮", .unsupported(Feature("retouching faces"))),
    SentenceCase("增强一下画质", .unsupported(Feature("upscaling"))),
    SentenceCase("从黑里慢慢亮起来", .fade(FadeRequest(.clips, .in))),
    SentenceCase("音乐渐渐响起来", .fade(FadeRequest(.music, .in))),
    // Parts of clips, and clips of a kind.
    SentenceCase("第三段后半段不要", .trim(.clip(3), .dropShare(from: 0.5, to: 1))),
    SentenceCase("第二段前面掐掉一秒", .trim(.clip(2), .dropFirst(1000))),
    SentenceCase(
      "超过5秒的片段都剪到5秒",
      .given(Condition(.clips, .longer(5000)), .trim(.clips, .keepFirst(5000)))),
    SentenceCase(
      "比4秒长的都删掉", .given(Condition(.clips, .longer(4000)), .remove(.clips))),
    SentenceCase("除了音乐，其他声音都关掉", .mute(.clips)),
    SentenceCase("最后那个删了", .remove(.clip(-1))),
    // Places in the film.
    SentenceCase("第三段紧跟着第一段", .order(.moveAfter(3, 1))),
    SentenceCase("用第三段收尾", .order(.move(3, to: -1))),
    SentenceCase("第三段挪前面一点", .order(.move(3, to: 2))),
    SentenceCase(
      "第四段移到开头并且延长到6秒", .order(.move(4, to: 1)), .length(.clip(4), 6000)),
    SentenceCase(
      "第三段前面加闪黑", .transition(TransitionRequest(.dipBlack, before: 3))),
    // What is left as it is.
    SentenceCase("第一张2秒，剩下的不动", .length(.clip(1), 2000)),
    SentenceCase("第二段原声留着，第三段静音", .mute(.clip(3))),
    // Titles.
    SentenceCase("标题再多待两秒", .stretch(.texts(.title), .plus(2000))),
    SentenceCase("标题持续到片尾", .title(TitleRequest(isThroughout: true))),
    SentenceCase("竖版，上下用模糊填充", .aspect(.portrait), .fit(.film, .blurPad)),
  ]

  @Test(arguments: [
    ("market.mp4", "市场"), ("sunset_2.jpg", "日落2"), ("Beach", "海滩"), ("日出.jpg", "sunrise"),
  ])
  func namesAreKnownInTheOtherLanguage(name: String, other: String) {
    #expect(Gloss.names(for: name).contains(other))
  }

  @Test(arguments: ["IMG_0042.jpg", "old market.mp4", "", ".", "_", "第一段"])
  func namesThatSayNothingHaveNone(name: String) {
    #expect(Gloss.names(for: name).isEmpty)
  }
}

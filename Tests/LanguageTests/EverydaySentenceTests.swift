import Language
import MediaTime
import Testing
import Timeline

/// Sentences of everyday talk: courtesies, complaints, pieces, conditions and figures in words.
@Suite struct EverydaySentenceTests {
  @Test(arguments: english) func inEnglish(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: chinese) func inChinese(sentence: SentenceCase) { sentence.check() }

  static let english: [SentenceCase] = [
    SentenceCase("split it every 5 seconds", .split(.film, .every(5000))),
    SentenceCase("cut it into 10 second pieces", .split(.film, .every(10_000))),
    SentenceCase(
      "split it at 10 and at 20", .split(.film, .at(20_000)), .split(.film, .at(10_000))),
    SentenceCase("music off", .remove(.music)),
    SentenceCase("the title is gone", .remove(.texts(.title))),
    SentenceCase("swap the first and the last", .order(.swap(1, -1))),
    SentenceCase(
      "drop any clip shorter than 5 seconds",
      .given(Condition(.clips, .shorter(5000)), .remove(.clips))),
    SentenceCase(
      "if it's under 30 seconds make it slower",
      .given(Condition(.film, .shorter(30_000)), .speed(.film, 0.5))),
    SentenceCase("way too yellow", .treat(.film, Treatment(.look, "cool"))),
    SentenceCase("a bit too dark", .treat(.film, Treatment(.look, "bright"))),
    SentenceCase(
      "if it's not too much trouble, make it warmer", .treat(.film, Treatment(.look, "warm"))),
    SentenceCase(
      "fade the music in over a full second", .fade(FadeRequest(.music, .in, duration: 1000))),
    SentenceCase("stop the camera", move(.static)),
    SentenceCase("pan left, then hold", move(.panLeft), move(.static, then: true)),
    SentenceCase("no hard cuts", pass(.dissolve)),
    SentenceCase("turn the music down to a quarter", .volume(.music, .to(0.25))),
    SentenceCase("make the music half as loud", .volume(.music, .times(0.5))),
    SentenceCase("drop the music a bit", .volume(.music, .times(0.8))),
    SentenceCase("bring the music up to full volume", .volume(.music, .to(1))),
    SentenceCase("run the second clip at 120%", .speed(.clip(2), 1.2)),
    SentenceCase("the second clip a touch shorter, say 4 seconds", .length(.clip(2), 4000)),
    SentenceCase("make the second clip longer, like 8 seconds total", .length(.clip(2), 8000)),
    SentenceCase(
      "5 seconds for the first clip and 3 for the second clip", .length(.clip(1), 5000),
      .length(.clip(2), 3000)),
    SentenceCase(
      "remove the first and last second of the second clip",
      .trim(.clip(2), .dropFirst(1000)), .trim(.clip(2), .dropLast(1000))),
    SentenceCase("the first clip is fine, mute the second clip", .mute(.clip(2))),
    SentenceCase("remove the person", .unsupported(Feature("removing objects"))),
    SentenceCase("add a drum roll", .unsupported(Feature("sound effects"))),
    SentenceCase("hold", left: ["hold"]),
    SentenceCase("turn into a pumpkin", left: ["pumpkin"]),
  ]

  static let chinese: [SentenceCase] = [
    SentenceCase("切成5秒一段", .split(.film, .every(5000))),
    SentenceCase("每隔10秒切一刀", .split(.film, .every(10_000))),
    SentenceCase(
      "短于5秒的片段都删了", .given(Condition(.clips, .shorter(5000)), .remove(.clips))),
    SentenceCase(
      "哪段超过5秒就剪到5秒", .given(Condition(.clips, .longer(5000)), .trim(.clips, .keepFirst(5000)))),
    SentenceCase("要是不麻烦的话，调暖一点", .treat(.film, Treatment(.look, "warm"))),
    SentenceCase("第二段稍微短一点，4秒吧", .length(.clip(2), 4000)),
    SentenceCase("第一段挺好的，第二段静音", .mute(.clip(2))),
    SentenceCase("音乐放到12秒就停", .trim(.music, .keepFirst(12_000))),
    SentenceCase("正过来", .playback(.film, .normal)),
    SentenceCase("第二段从第2秒开始放，前面的不要", .trim(.clip(2), .dropFirst(2000))),
  ]
}

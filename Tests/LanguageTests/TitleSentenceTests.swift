import Language
import MediaTime
import Testing
import Timeline

@Suite struct TitleSentenceTests {
  @Test(arguments: titles) func inEnglish(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: chinese) func inChinese(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: quotes) func anyQuotationMarks(quoted: String) {
    SentenceCase("title \(quoted)", title("Hello World")).check()
    SentenceCase("标题\(quoted)", title("Hello World")).check()
  }

  static let quotes = [
    "\"Hello World\"", "“Hello World”", "'Hello World'", "‘Hello World’", "«Hello World»",
    "「Hello World」", "『Hello World』", "《Hello World》", "„Hello World“", "\"Hello World”",
  ]

  static let titles: [SentenceCase] = [
    SentenceCase("title \"Summer\"", title("Summer")),
    SentenceCase("add a title that says 'It's here'", title("It's here")),
    SentenceCase("write \"Go\" at the bottom", title("Go", nil, .bottom)),
    SentenceCase("\"Hello\" as a caption", title("Hello", .caption)),
    SentenceCase("lower third \"Ada, engineer\"", title("Ada, engineer", .lowerThird)),
    SentenceCase(
      "subtitle \"one\" at 2s for 3 seconds", title("one", .subtitle, at: 2000, lasting: 3000)),
    SentenceCase("title \"A\" from 1s to 4s", title("A", at: 1000, lasting: 3000)),
    SentenceCase("title \"A\" in red", title("A", color: "#FF0000")),
    SentenceCase("a big yellow title \"A\"", title("A", color: "#FFFF00", size: .large)),
    SentenceCase("title \"A\" #12ab9f, tiny", title("A", color: "#12AB9F", size: .tiny)),
    SentenceCase("title \"A\" in the top left corner", title("A", nil, .topLeft)),
    SentenceCase("title \"A\", centered, fade in", title("A", nil, .center, in: .fade)),
    SentenceCase("typewriter title \"A\"", title("A", in: .typewriter)),
    SentenceCase("title \"A\" pops in and fades out", title("A", in: .pop, out: .fade)),
    SentenceCase("title \"A\" slides up", title("A", in: .slideUp)),
    SentenceCase("title \"A\" fading in and out", title("A", in: .fade, out: .fade)),
    SentenceCase("title: Hello World", title("Hello World")),
    SentenceCase("add a title saying Hello World at the top", title("Hello World", nil, .top)),
    SentenceCase("titles \"One\" and \"Two\"", title("One"), title("Two")),
    SentenceCase(
      "title \"A\" at 1s, title \"B\" at 3s", title("A", at: 1000), title("B", at: 3000)),
    SentenceCase("make the title red", title(nil, color: "#FF0000")),
    SentenceCase("move the title to the bottom", title(nil, nil, .bottom)),
    SentenceCase("make the title bigger", title(nil, size: .larger)),
    SentenceCase("remove the title", .remove(.texts(.title))),
    SentenceCase("no titles", .remove(.titles)),
    SentenceCase("add a second title \"B\"", title("B")),
    SentenceCase("add another title \"B\"", title("B")),
    SentenceCase("watermark \"© me\" bottom right", title("© me", .watermark, .bottomRight)),
  ]

  static let chinese: [SentenceCase] = [
    SentenceCase("加标题“夏天”", title("夏天")),
    SentenceCase("标题：城市之光", title("城市之光")),
    SentenceCase("字幕“你好”在底部", title("你好", .subtitle, .bottom)),
    SentenceCase("在顶部加一个红色的标题“你好”", title("你好", nil, .top, color: "#FF0000")),
    SentenceCase("第2秒开始显示标题“你好”，持续3秒", title("你好", at: 2000, lasting: 3000)),
    SentenceCase("标题“A”从1秒到4秒", title("A", at: 1000, lasting: 3000)),
    SentenceCase("标题“A”淡入淡出", title("A", in: .fade, out: .fade)),
    SentenceCase("打字机效果的标题“A”", title("A", in: .typewriter)),
    SentenceCase("大号白色标题“A”居中", title("A", nil, .center, color: "#FFFFFF", size: .large)),
    SentenceCase("标题放大一点", title(nil, size: .larger)),
    SentenceCase("把标题移到底部", title(nil, nil, .bottom)),
    SentenceCase("标题改成黄色", title(nil, color: "#FFFF00")),
    SentenceCase("去掉标题", .remove(.texts(.title))),
    SentenceCase("不要字幕", .remove(.texts(.subtitle))),
    SentenceCase("左上角加水印“我”", title("我", .watermark, .topLeft)),
  ]
}

import Language
import Testing
import Timeline

/// How letters are set: their weight, a plate behind them, columns, fonts.
@Suite struct LetteringSentenceTests {
  @Test(arguments: english) func inEnglish(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: chinese) func inChinese(sentence: SentenceCase) { sentence.check() }

  private static func dress(
    _ preset: TextStyle.Preset? = nil, bold: Bool? = nil, plate: Bool? = nil,
    vertical: Bool? = nil, font: String? = nil, target: Target? = nil
  ) -> Request {
    .title(
      TitleRequest(
        target: target, preset: preset, font: font, bold: bold, plate: plate, vertical: vertical))
  }

  static let english: [SentenceCase] = [
    SentenceCase("make the title bold", dress(bold: true)),
    SentenceCase("the title should not be bold", dress(bold: false)),
    SentenceCase("make the title light", dress(bold: false)),
    SentenceCase("make the captions regular weight", dress(.caption, bold: false)),
    SentenceCase("put a box behind the title", dress(plate: true)),
    SentenceCase("give the lower third a background", dress(.lowerThird, plate: true)),
    SentenceCase("put a black plate behind the title", dress(plate: true), left: ["black"]),
    SentenceCase("no plate", dress(plate: false, target: .titles)),
    SentenceCase("remove the plate behind the title", dress(plate: false)),
    SentenceCase("remove the bold title", .remove(.texts(.title))),
    SentenceCase("set the title vertically", dress(vertical: true)),
    SentenceCase("make the title horizontal", dress(vertical: false)),
    SentenceCase(
      "make a vertical video with the title “Hi”", .aspect(.portrait), title("Hi")),
    SentenceCase("make the video vertical", .aspect(.portrait)),
    SentenceCase("use a font called “Noto Serif” for the title", dress(font: "Noto Serif")),
    SentenceCase("use the font Lobster for the title", dress(font: "Lobster")),
    SentenceCase("use handwriting for the title", dress(font: "Cursive")),
    SentenceCase(
      "make the captions bold and put them on a plate", dress(.caption, bold: true, plate: true)),
    SentenceCase(
      "make the captions bold, and the title red", dress(.caption, bold: true),
      title(nil, color: "#FF0000")),
  ]

  static let chinese: [SentenceCase] = [
    SentenceCase("标题加粗", dress(bold: true)),
    SentenceCase("标题不要加粗", dress(bold: false)),
    SentenceCase("字幕不要底板", dress(.subtitle, plate: false)),
    SentenceCase("给标题加个背景", dress(plate: true)),
    SentenceCase("标题竖排", dress(vertical: true)),
    SentenceCase("标题改成竖的", dress(vertical: true)),
    SentenceCase("改成横排", dress(vertical: false, target: .titles)),
    SentenceCase("把视频改成竖的", .aspect(.portrait)),
    SentenceCase("标题加粗，加底板，竖排", dress(bold: true, plate: true, vertical: true)),
    SentenceCase("把标题换成宋体", dress(font: "宋体")),
    SentenceCase("字幕用黑体", dress(.subtitle, font: "黑体")),
    SentenceCase("标题用“霞鹜文楷”字体", dress(font: "霞鹜文楷")),
  ]
}

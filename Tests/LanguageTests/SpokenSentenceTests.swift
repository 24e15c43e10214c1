import Language
import MediaTime
import Testing
import Timeline

/// Sentences as people say them: free in order, with filler, slips and several wishes.
@Suite struct SpokenSentenceTests {
  @Test(arguments: english) func inEnglish(sentence: SentenceCase) { sentence.check() }
  @Test(arguments: chinese) func inChinese(sentence: SentenceCase) { sentence.check() }

  static let english: [SentenceCase] = [
    SentenceCase(
      "turn my photo into a six second clip that slowly zooms in on the face",
      .length(.film, 6000), move(.zoomIn, .slow, focus: .face)),
    SentenceCase(
      "I'd like the camera to pan from right to left very slowly", move(.panLeft, .slow)),
    SentenceCase("let the camera drift slowly to the right", move(.truckRight, .slow)),
    SentenceCase(
      "give the photo a slow dolly in, ease out, then hold still",
      move(.pushIn, .slow, ease: .easeOut), move(.static, then: true)),
    SentenceCase(
      "Slow push-in on the subject's face, 4s, 24fps, 2.39:1",
      move(.pushIn, .slow, focus: .face), .length(.film, 4000), .frameRate(24),
      .aspect(Aspect(239, 100))),
    SentenceCase(
      "zoom in on the first, second and third clips",
      move(.zoomIn, on: .clip(1)), move(.zoomIn, on: .clip(2)), move(.zoomIn, on: .clip(3))),
    SentenceCase("mute the first and third clips", .mute(.clip(1)), .mute(.clip(3))),
    SentenceCase(
      "cut the first three seconds and the last one second",
      .trim(.film, .dropFirst(3000)), .trim(.film, .dropLast(1000))),
    SentenceCase(
      "remove the background music and mute clip 2", .remove(.music), .mute(.clip(2))),
    SentenceCase(
      "set the original sound to 20% and music to 80%",
      .volume(.clips, .to(0.2)), .volume(.music, .to(0.8))),
    SentenceCase("lower the music a little", .volume(.music, .times(0.8))),
    SentenceCase("crossfade everything, half a second", pass(.dissolve, 500)),
    SentenceCase(
      "2-second crossfade between clip 1 and clip 2", pass(.dissolve, 2000, after: 1)),
    SentenceCase(
      "Add a white caption \"Day 1\" in the bottom left from 0:01 to 0:04 with a fade",
      title("Day 1", .caption, .bottomLeft, color: "#FFFFFF", in: .fade, at: 1000, lasting: 3000)),
    SentenceCase(
      "three titles: \"A\", \"B\", \"C\"", title("A"), title("B"), title("C")),
    SentenceCase(
      "make the text smaller and move it to the top left",
      .title(TitleRequest(target: .titles, place: .topLeft, size: .smaller))),
    SentenceCase(
      "show the title \"Intro\" for the first two seconds", title("Intro", at: 0, lasting: 2000)),
    SentenceCase(
      "fade the audio out over the last 2 seconds", fade(.out, .film, 2000, sound: true)),
    SentenceCase("take the first 5 seconds only", .trim(.film, .keepFirst(5000))),
    SentenceCase("make the video 20% slower", .speed(.film, 0.8)),
    SentenceCase("1.25 speed", .speed(.film, 1.25)),
    SentenceCase("3 seconds each", .length(.clips, 3000)),
    SentenceCase(
      "10 sec film of my dog with a slow zoom", .length(.film, 10_000), move(.zoomIn, .slow),
      left: ["dog"]),
    SentenceCase(
      "trim clip 1 to 2 seconds and clip 2 to 3 seconds",
      .trim(.clip(1), .keepFirst(2000)), .trim(.clip(2), .keepFirst(3000))),
    SentenceCase(
      "make clip 1 3 seconds and clip 2 five seconds",
      .length(.clip(1), 3000), .length(.clip(2), 5000)),
    SentenceCase(
      "play clip 1 at 0.5x, clip 2 at 2x", .speed(.clip(1), 0.5), .speed(.clip(2), 2)),
    SentenceCase(
      "music volume 0.3, original volume 0", .volume(.music, .to(0.3)), .volume(.clips, .to(0))),
    SentenceCase("keep the camera steady", move(.static)),
    SentenceCase("caption \"Paris\" bottom center", title("Paris", .caption, .bottom)),
    SentenceCase(
      "camera pans left, tilts up, then zooms out",
      move(.panLeft), move(.tiltUp), move(.zoomOut, then: true)),
    SentenceCase(
      "fade in from black at the start and fade out to black at the end",
      fade(.in, .clips), fade(.out, .clips)),
    SentenceCase("freeze the last frame", .hold(.film, at: nil, for: 2000)),
    SentenceCase(
      "camera: push in; title: Winter is coming", move(.pushIn), title("Winter is coming")),
  ]

  static let chinese: [SentenceCase] = [
    SentenceCase("镜头从右往左移动，速度慢一点", move(.truckLeft, .slow)),
    SentenceCase("镜头慢慢往前推，对准人物的脸", move(.pushIn, .slow, focus: .face)),
    SentenceCase("以缓慢的速度放大画面中心", move(.zoomIn, .slow, focus: .place(.center))),
    SentenceCase("镜头推近，然后定住", move(.pushIn), move(.static, then: true)),
    SentenceCase(
      "第一张照片左摇，第二张照片右摇", move(.panLeft, on: .clip(1)), move(.panRight, on: .clip(2))),
    SentenceCase("从上往下摇", move(.tiltDown)),
    SentenceCase("先左摇再右摇", move(.panLeft), move(.panRight, then: true)),
    SentenceCase(
      "画面缓缓旋转，逆时针10度", move(.rollCounterclockwise, .slow, degrees: 10)),
    SentenceCase("向上摇镜头，持续2秒", move(.tiltUp, lasting: 2000)),
    SentenceCase("照片放大到1.5倍", move(.zoomIn, amount: 0.5)),
    SentenceCase("把第一段和第三段都静音", .mute(.clipList([1, 3]))),
    SentenceCase("从第5秒剪到第10秒", .trim(.film, .keep(from: 5000, to: 10_000))),
    SentenceCase("前两秒去掉", .trim(.film, .dropFirst(2000))),
    SentenceCase("视频放慢一倍", .speed(.film, 0.5)),
    SentenceCase("音量调高30%", .volume(.film, .times(1.3))),
    SentenceCase("把原声关掉", .mute(.clips)),
    SentenceCase(
      "背景音乐音量百分之二十五，结尾淡出",
      .volume(.music, .to(0.25)), fade(.out, .music)),
    SentenceCase("字幕颜色改成黄色，放大一点", title(nil, .subtitle, color: "#FFFF00", size: .larger)),
    SentenceCase(
      "给视频加个标题：我们的旅行，放在顶部，白色", title("我们的旅行", nil, .top, color: "#FFFFFF")),
    SentenceCase(
      "在第3秒到第5秒显示字幕“再见”", title("再见", .subtitle, at: 3000, lasting: 2000)),
    SentenceCase(
      "在底部用大号红色字写“促销”", title("促销", nil, .bottom, color: "#FF0000", size: .large)),
    SentenceCase("每张照片3秒", .length(.stills, 3000)),
    SentenceCase("每段两秒，叠化半秒", .length(.clips, 2000), pass(.dissolve, 500)),
    SentenceCase("一分半钟", .length(.film, 90_000)),
    SentenceCase("所有片段之间加一秒的闪黑转场", pass(.dipBlack, 1000)),
    SentenceCase(
      "做个15秒的竖屏短视频，配上标题《春天》，慢慢推近",
      .length(.film, 15_000), .aspect(.portrait), title("春天"), move(.pushIn, .slow)),
  ]

  @Test func aTitleAtTheEnd() {
    for text in ["结尾加上“谢谢”", "title \"谢谢\" at the end"] {
      #expect(Reading(of: text).requests == [.title(TitleRequest("谢谢", isAtEnd: true))])
    }
  }

  @Test func languageOfAnUtterance() {
    #expect(Reading(of: "推近 please").language == .chinese)
    #expect(Reading(of: "push in slowly").language == .english)
    #expect(Reading(of: "title \"你好世界\" please").language == .english)
    #expect(Reading(of: "把这个video加个title").language == .chinese)
  }

  @Test func spansPointAtTheWords() throws {
    let reading = Reading(of: "5 seconds, zoom in slowly 大象 please")
    let zoom = try #require(reading.understood.last)
    #expect(zoom.span == Span(11, 25))
    #expect(reading.leftovers == [Leftover(text: "大象", span: Span(26, 28))])
  }
}

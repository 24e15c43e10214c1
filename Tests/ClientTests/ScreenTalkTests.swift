import Client
import Testing

@Suite struct ScreenTalkTests {
  @Test(arguments: [
    (
      "I added the title. Click the Export button to download it.", "I added the title.",
      [ScreenTalk.Action.export]
    ),
    ("Done! Click \"Export\" when you are happy.", "Done!", [.export]),
    ("The clip is 3 s long. Preview it in the timeline.", "The clip is 3 s long.", [.showState]),
    ("You can check your account for credits.", "", [.showCredits]),
    ("标题已经改小。点击“导出”按钮下载视频。", "标题已经改小。", [.export]),
    ("音乐换好了，可以在时间线里预览。", "音乐换好了。", [.showState]),
    ("打开账户页面查看积分。", "", [.showCredits]),
    (
      "Open the timeline panel to see the tracks.\nThe music is softer now.",
      "The music is softer now.", [.showState]
    ),
    ("Drag the clip's edge to trim it.", "", []),
    (
      "The music is at 35 % now, click the Export button to get it.",
      "The music is at 35 % now.", [.export]
    ),
    ("Click Export. Click the export button again.", "", [.export]),
  ])
  func screenTalkIsDroppedAndDone(words: String, text: String, actions: [ScreenTalk.Action]) {
    let talk = ScreenTalk(words)
    #expect(talk.text == text)
    #expect(talk.actions == actions)
  }

  @Test(arguments: [
    "I added the title \"Click here\" at 0-3s.", "Pushed in on the photo, 15 %.",
    "The film opens on the sea.", "把标题改成了“点击这里”。", "Line one.\n\nLine two.",
    "It lasts 3.5 s; the export is free.", "", "Pressing matters are in the title.",
  ])
  func contentIsKept(words: String) {
    let talk = ScreenTalk(words)
    #expect(talk.text == words)
    #expect(talk.actions.isEmpty)
  }
}

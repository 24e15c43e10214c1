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
    (
      "Drag the clip's edge to trim it.", "", [.edit("Drag the clip's edge to trim it.")]
    ),
    ("标题已加上。请把片段拖到开头。", "标题已加上。", [.edit("请把片段拖到开头。")]),
    ("The clip is at the end. You can drag it to the start.", "The clip is at the end.", []),
    ("Click Export to get it, it is 12 s long.", "It is 12 s long.", [.export]),
    ("点击“导出”，时长12秒。", "时长12秒。", [.export]),
    ("Click Export, then choose a folder.", "", [.export]),
    ("如果满意，请点击“导出”。", "", [.export]),
    ("The film is ready. Use the export button at the top.", "The film is ready.", [.export]),
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
    "Moved the press conference clip to the start.",
    "I removed the click at 0:03 before the render.", "已去掉点击声。", "点击声已经去掉。",
    "The dawn and press conference clips are joined.", "The export button in the clip is red now.",
    "导出按钮的颜色改成了红色。", "I slowed the part where they open their account of the war.",
    "It lasts 3.5 s; the export is free.", "", "Pressing matters are in the title.",
  ])
  func contentIsKept(words: String) {
    let talk = ScreenTalk(words)
    #expect(talk.text == words)
    #expect(talk.actions.isEmpty)
  }
}

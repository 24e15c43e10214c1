import Client
import Testing

@Suite struct MessageRouteTests {
  @Test(arguments: [
    ("export", MessageRoute.export(quality: nil)),
    ("Export!", .export(quality: nil)),
    ("please export it as a 1080p mp4", .export(quality: "high")),
    ("Send me the video", .export(quality: nil)),
    ("export it to a file", .export(quality: nil)),
    ("can you download the final film?", .export(quality: nil)),
    ("导出", .export(quality: nil)),
    ("帮我导出高清视频吧", .export(quality: "high")),
    ("请把视频发给我", .export(quality: nil)),
    ("导出720p的视频", .export(quality: "standard")),
    ("credits", .credits),
    ("How many credits do I have left?", .credits),
    ("what's my balance", .credits),
    ("我还有多少积分？", .credits),
    ("查一下余额", .credits),
    ("status", .state),
    ("show tracks", .state),
    ("show me the timeline", .state),
    ("现在是什么状态", .state),
    ("upload", .upload),
    ("I want to upload a file", .upload),
    ("我想上传文件", .upload),
  ])
  func wordsOfOneThingGoThere(message: String, route: MessageRoute) {
    #expect(MessageRoute(message) == route)
  }

  @Test(arguments: [
    "make the export label red", "add a title \"Download now\"", "add a status bar at the top",
    "make the title smaller and export", "export and show my credits", "导出按钮的颜色改成红色",
    "把标题改成“余额”", "use the uploaded picture", "", "   ", "!!!", "exporter",
    "animate this image into a 3-second cinematic video clip", "换一段轻快的音乐",
    "balance the colours", "downloads", "the", "给我",
  ])
  func anythingElseGoesToTheAgent(message: String) {
    #expect(MessageRoute(message) == .agent)
  }

  @Test func aLongMessageTakesNoTime() {
    #expect(MessageRoute(String(repeating: "please the video ", count: 5000)) == .agent)
  }
}

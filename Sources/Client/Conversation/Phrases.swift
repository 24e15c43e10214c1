internal import Timeline

/// What the client itself says, in the language of the message.
struct Phrases {
  let language: SpokenLanguage

  /// The language in which `message` is best answered.
  init(for message: String) {
    let isChinese = message.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    language = isChinese ? .chinese : .english
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  var stillWorking: String { say("⏳ Still working...", "⏳ 还在处理...") }
  var rendering: String { say("⏳ Rendering ~30s", "⏳ 渲染中，约 30 秒") }
  var ready: String { say("✅ Video ready!", "✅ 视频好了！") }
  var unchanged: String {
    say(
      "The timeline is as it was. Say it in other words, or ask for the status.",
      "时间线没有变化。请换一种说法，或者查看状态。")
  }
  var nothingToExport: String {
    say(
      "There is nothing to export yet: send a picture or a clip and say what to do with it.",
      "还没有可以导出的内容：请先发送图片或视频，并说明要做什么。")
  }
  var nameFiles: String {
    say(
      "Name the files to send: kinora upload FILE…, or put them after kinora chat.",
      "请指定要上传的文件：kinora upload 文件…，或写在 kinora chat 之后。")
  }
  var newSession: String {
    say(
      "The session is gone, so a new one was begun; its files have to be sent again.",
      "原来的会话已不存在，已新建会话；文件需要重新上传。")
  }
  var interrupted: String {
    say(
      "The connection broke; here is how the timeline stands now.", "连接中断了，时间线现在的状态如下。")
  }

  func progress(_ share: Double) -> String { "⏳ \(Int((share * 100).rounded()))%" }

  func changed(_ phrases: [String]) -> String {
    say("Changed: ", "已修改：") + phrases.joined(separator: say("; ", "；"))
  }

  func credits(available: Int, frozen: Int) -> String {
    frozen == 0
      ? say("\(available) credits", "\(available) 积分")
      : say(
        "\(available) credits, and \(frozen) held for work that goes on",
        "可用 \(available) 积分，另有 \(frozen) 积分已冻结")
  }

  func register(_ link: String) -> String {
    say("Register to get more credits and keep this work: ", "注册即可获得更多积分并保留作品：") + link
  }
}

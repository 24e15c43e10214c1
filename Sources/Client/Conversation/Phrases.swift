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
      "Name the files to send, such as “upload photo.jpg”.", "请写出要上传的文件，例如“上传 photo.jpg”。")
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

  var exportStopped: String { say("The export was cancelled.", "导出已取消。") }
  var stopped: String {
    say("Stopped waiting; the work goes on. Ask for the status to see it.", "已停止等待，修改仍会继续；可以查看状态。")
  }

  /// - Parameter files: what was sent so far.
  func noFilm(_ files: [String]) -> String {
    guard !files.isEmpty else {
      return say("Nothing is here yet: send a picture or a clip.", "这里还没有内容：请先发送图片或视频。")
    }
    let names = files.joined(separator: say(", ", "、"))
    return say("No film yet. Sent so far: \(names).", "还没有影片。已上传：\(names)。")
  }

  func progress(_ share: Double) -> String {
    "⏳ \(Int((min(max(share, 0), 1) * 100).rounded()))%"
  }

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

  var formats: String {
    let names = "mp4 mov avi webm mkv, jpg png gif webp, mp3 wav m4a aac"
    return say("These formats can be used: \(names).", "支持的格式：\(names)。")
  }
  var shrink: String { say("Compress or trim the file, then send it again.", "请压缩或剪短文件后再上传。") }
  var upgrade: String { say("Another plan allows exports.", "升级套餐后可以导出。") }

  func registerToExport(_ link: String) -> String {
    say("Register to export: ", "注册后可以导出：") + link
  }

  func register(_ link: String) -> String {
    say("Register to get more credits and keep this work: ", "注册即可获得更多积分并保留作品：") + link
  }
}

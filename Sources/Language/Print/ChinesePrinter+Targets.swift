import MediaTime
import Timeline

/// What requests are about, in Chinese.
extension ChinesePrinter {
  static func object(_ target: Target) -> String {
    switch target {
    case .film: ""
    case .clips: "所有片段"
    case .music: "音乐"
    case .voice: "配音"
    case .effects: "音效"
    case .effect(let name): Printing.quoted(name, in: .chinese) + "声音"
    case .titles: "所有文字"
    case .clip(let number): clip(number)
    case .clipList(let numbers): numbers.map(clip).joined(separator: "和")
    case .clipsBut(let numbers): "除了" + numbers.map(clip).joined(separator: "和") + "以外的所有片段"
    case .clipAt(let time): "\(seconds(time))处的片段"
    case .part(-1): "最后一部分"
    case .part(let number): number < 0 ? "倒数第\(-number)部分" : "第\(number)部分"
    case .stills: "所有照片"
    case .footage: "所有视频片段"
    case .text(-1): "最后一个文字"
    case .text(let number): number < 0 ? "倒数第\(-number)个文字" : "第\(number)个文字"
    case .texts(let preset): "所有" + name(preset)
    }
  }

  private static func clip(_ number: Int) -> String {
    if number == -1 { return "最后一段" }
    return number < 0 ? "倒数第\(-number)段" : "第\(number)段"
  }
}

internal import Foundation

/// Where a message goes before any stream is opened.
///
/// A message goes elsewhere than to the agent only where nothing is left of it besides words of
/// that one thing and words that carry no request ("please export it as 1080p mp4", 帮我导出视频).
/// "Make the export label red" names an export too, and is an edit: it goes to the agent.
public enum MessageRoute: Hashable, Sendable {
  /// The film is ordered and fetched; with a quality where one was named.
  case export(quality: String?)
  /// The credits are told.
  case credits
  /// The timeline is told.
  case state
  /// Files are sent; the user is asked for them where none are given.
  case upload
  /// The agent is asked.
  case agent

  /// The route of `message`.
  public init(_ message: String) {
    var reader = RouteReader(message)
    let topics = reader.topics()
    switch topics {
    case [.export]: self = .export(quality: reader.quality)
    case [.credits]: self = .credits
    case [.state]: self = .state
    case [.upload]: self = .upload
    default: self = .agent
    }
  }
}

/// What a message can be about.
enum RouteTopic: CaseIterable {
  case export, credits, state, upload
}

/// Takes words of the known kinds off a message until it is empty or something else is found.
struct RouteReader {
  private var rest: Substring
  private(set) var quality: String?

  init(_ message: String) {
    let folded = message.lowercased()
      .replacing("’", with: "'")
      .map { $0.isLetter || $0.isNumber || $0 == "'" ? $0 : " " }
    rest = Substring(String(folded))
  }

  /// The topics named; empty where the message says anything else as well.
  mutating func topics() -> Set<RouteTopic> {
    var found: Set<RouteTopic> = []
    while true {
      rest = rest.drop { $0 == " " }
      if rest.isEmpty { return found }
      if let topic = takeTopic() {
        found.insert(topic)
      } else if !takeQuality(), !take(oneOf: Self.filler) {
        return []
      }
    }
  }

  private mutating func takeTopic() -> RouteTopic? {
    for topic in RouteTopic.allCases {
      if take(oneOf: Self.phrases[topic] ?? []) { return topic }
    }
    return nil
  }

  private mutating func takeQuality() -> Bool {
    for (name, phrases) in Self.qualities where take(oneOf: phrases) {
      quality = name
      return true
    }
    return false
  }

  /// Takes the longest of `phrases` that the rest begins with. A phrase in Latin letters ends
  /// where a word ends.
  private mutating func take(oneOf phrases: [String]) -> Bool {
    let found = phrases.filter { phrase in
      guard rest.hasPrefix(phrase) else { return false }
      let next = rest.dropFirst(phrase.count).first
      let isLatin = phrase.last.map { $0.isASCII } ?? false
      return !isLatin || next.map { $0 == " " || !$0.isASCII } ?? true
    }
    guard let longest = found.max(by: { $0.count < $1.count }) else { return false }
    rest = rest.dropFirst(longest.count)
    return true
  }

  private static func list(_ phrases: String) -> [String] {
    phrases.split(separator: "|").map(String.init)
  }

  private static let phrases: [RouteTopic: [String]] = [
    .export: list(
      "export|exporting|render|download|save|send me the video|send me the film|"
        + "give me the video|give me the film|get the video|导出|下载|渲染|保存|发给我|"
        + "把视频发给我|输出"),
    .credits: list(
      "credits|credit|balance|how many credits|how much credit|check account|积分|余额|点数|账户"),
    .state: list(
      "status|state|show tracks|show the tracks|tracks|show the timeline|show timeline|timeline|"
        + "what have we got|状态|进度|显示轨道|查看轨道|轨道|时间线|查看时间线|显示时间线"),
    .upload: list(
      "upload|upload a file|upload file|upload files|send a file|add a file|上传|"
        + "上传文件|传文件"),
  ]

  private static let qualities: [(String, [String])] = [
    ("high", list("1080p|full hd|high quality|best quality|high|高清|高质量|最高质量")),
    ("standard", list("720p|standard quality|standard|标准|标清")),
    ("draft", list("540p|draft quality|draft|preview quality|草稿|预览")),
  ]

  private static let filler = list(
    "please|can you|could you|would you|will you|can i|i want to|i want|i'd like to|"
      + "i would like to|let me|let's|now|just|then|and|ok|okay|go ahead|my|our|your|me|it|this|"
      + "that|the|a|an|is|"
      + "are|do|i|we|have|left|what's|what is|what|show|tell|see|check|get|give|how many|how much|"
      + "as|in|to|with|at|for|of|here|mp4|file|files|video|film|movie|clip|result|final|finished|"
      + "remaining|current|project|account|some|hi|hello|hey|thanks|thank you|"
      + "请|帮我|帮忙|给我|我要|我想要|我想|可以|能不能|能|把|将|这个|那个|一个|个|一下|吧|吗|呢|了|的|现在|"
      + "视频|影片|片子|成片|作品|文件|看看|看一下|查看|查一下|查询|显示|告诉我|我|还有|还剩|剩|剩余|多少|几|"
      + "什么|是|到|为|成|好|谢谢|当前|项目")
}

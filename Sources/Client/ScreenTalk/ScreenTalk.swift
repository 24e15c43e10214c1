internal import Foundation

/// Takes talk of a screen out of an agent's words, since there is none.
///
/// Hosted agents speak of buttons and panels. What they ask the user to do there is done through
/// the API; sentences that only speak of the screen are dropped; everything else is kept.
public struct ScreenTalk: Hashable, Sendable {
  /// What is left for the user to read.
  public let text: String
  /// What is to be done in the user's place, each once, in order.
  public let actions: [Action]

  /// Something that a screen would do.
  public enum Action: Hashable, Sendable {
    /// Order and fetch the film.
    case export
    /// Tell the timeline.
    case showState
    /// Tell the credits.
    case showCredits
  }

  /// Reads an agent's words, English or Chinese.
  public init(_ words: String) {
    var actions: [Action] = []
    var lines: [String] = []
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      var kept = ""
      for sentence in Self.sentences(of: line) {
        guard let found = Self.screenTalk(in: sentence) else {
          kept += sentence
          continue
        }
        if let action = found.action, !actions.contains(action) { actions.append(action) }
        kept += found.rest
      }
      let trimmed = kept.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || !trimmed.isEmpty { lines.append(trimmed) }
    }
    text = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    self.actions = actions
  }

  /// Sentences with their ends and the space after them; joined they give the line again.
  private static func sentences(of line: Substring) -> [String] {
    var sentences: [String] = []
    var current = ""
    var characters = line.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      current.append(character)
      let isEnd =
        "。！？；".contains(character)
        || ("!?;.".contains(character) && (next == nil || next == " "))
      if isEnd {
        while next == " " {
          current.append(" ")
          next = characters.next()
        }
        sentences.append(current)
        current = ""
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// What a sentence about the screen asks for, and what is left of it.
  private static func screenTalk(in sentence: String) -> (action: Action?, rest: String)? {
    let folded = sentence.lowercased()
    // Words in quotation marks are content: a title may say "Click here".
    let bare = folded.replacing(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/) { match in
      isControl(String(match.output)) ? String(match.output) : ""
    }
    guard gestures.contains(where: { bare.firstMatch(of: $0) != nil }) else { return nil }
    let action = actions.first { _, words in words.contains { bare.contains($0) } }?.0
    guard let comma = contentEnd(of: sentence) else { return (action, "") }
    return (action, comma)
  }

  /// Whether quoted words name a control and not content.
  private static func isControl(_ quoted: String) -> Bool {
    let inner = quoted.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
    return controls.contains(inner)
  }

  /// "Your film is 3 s long, click Export to get it." has content before its comma.
  private static func contentEnd(of sentence: String) -> String? {
    for separator in [", ", "，", " — ", " - "] {
      let parts = sentence.components(separatedBy: separator)
      guard parts.count > 1 else { continue }
      let kept = parts.prefix { part in
        let folded = part.lowercased()
        return !gestures.contains { folded.firstMatch(of: $0) != nil }
          && !folded.hasPrefix("to ") && !folded.hasPrefix("if ") && !folded.hasPrefix("when ")
      }
      let text = kept.joined(separator: separator).trimmingCharacters(in: .whitespaces)
      guard !text.isEmpty, text.count > 8 || separator == "，" else { continue }
      return text + (separator == "，" ? "。" : ". ")
    }
    return nil
  }

  private static let controls: Set<String> = [
    "export", "download", "render", "preview", "timeline", "account", "play", "导出", "下载",
    "预览", "时间线", "账户", "播放",
  ]

  // `Regex` isn't `Sendable`, and these never change.
  nonisolated(unsafe) private static let gestures: [Regex<Substring>] = [
    /\b(?:click|tap|press|double-click|right-click)\b/,
    /\bopen (?:the|your|up)\b.*\b(?:panel|timeline|editor|menu|tab|window|sidebar|account|page)\b/,
    /\bdrag\b.*\b(?:to|onto|into|from|handle|slider|clip|edge|timeline)\b/,
    /\b(?:preview|see|view|check|review) (?:it |this |them )?(?:in|on) (?:the|your) (?:timeline|preview|editor|canvas)\b/,
    /\b(?:export|download|render|play|save) button\b/, /\bcheck (?:your )?account\b/,
    /点击|点一下|单击|双击|拖拽|拖动|拖到/,
    /打开.*(?:面板|时间线|编辑器|菜单|页面|账户|窗口)/,
    /(?:在|到).*(?:时间线|预览|编辑器|画布)(?:里|中|上)?(?:预览|查看|看)/, /(?:导出|下载|渲染|播放|保存)按钮/,
  ]

  private static let actions: [(Action, [String])] = [
    (.export, ["export", "download", "render", "导出", "下载", "渲染"]),
    (.showCredits, ["account", "credit", "balance", "账户", "积分", "余额"]),
    (.showState, ["timeline", "preview", "panel", "editor", "时间线", "预览", "面板", "编辑器", "轨道"]),
  ]
}

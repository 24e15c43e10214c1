internal import Foundation

/// Knows sentences about a screen. Its patterns are made once for each text.
struct ScreenWords {
  /// What a sentence about the screen asks for, and what is left of it.
  func talk(in sentence: String) -> (action: ScreenTalk.Action?, rest: String)? {
    let folded = sentence.lowercased()
    // Words in quotation marks are content: a title may say "Click here".
    let bare = folded.replacing(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/) { match in
      isControl(String(match.output)) ? String(match.output) : ""
    }
    guard gestures.contains(where: { bare.firstMatch(of: $0) != nil }) else { return nil }
    let action = Self.actions.first { _, words in words.contains { bare.contains($0) } }?.0
    guard let comma = contentEnd(of: sentence) else { return (action, "") }
    return (action, comma)
  }

  /// Whether quoted words name a control and not content.
  private func isControl(_ quoted: String) -> Bool {
    let inner = quoted.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
    return Self.controls.contains(inner)
  }

  /// "Your film is 3 s long, click Export to get it." has content before its comma.
  private func contentEnd(of sentence: String) -> String? {
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

  private let gestures: [Regex<Substring>] = [
    /\b(?:click|tap|press|double-click|right-click)\b/,
    /\bopen (?:the|your|up)\b.*\b(?:panel|timeline|editor|menu|tab|window|sidebar|account|page)\b/,
    /\bdrag\b.*\b(?:to|onto|into|from|handle|slider|clip|edge|timeline)\b/,
    /\b(?:preview|see|view|check) (?:it |this |them )?in (?:the|your) (?:timeline|editor)\b/,
    /\b(?:review|see) (?:it |this |them )?(?:in|on) (?:the|your) (?:preview|canvas)\b/,
    /\b(?:export|download|render|play|save) button\b/, /\bcheck (?:your )?account\b/,
    /点击|点一下|单击|双击|拖拽|拖动|拖到/,
    /打开.*(?:面板|时间线|编辑器|菜单|页面|账户|窗口)/,
    /(?:在|到).*(?:时间线|预览|编辑器|画布)(?:里|中|上)?(?:预览|查看|看)/, /(?:导出|下载|渲染|播放|保存)按钮/,
  ]

  private static let actions: [(ScreenTalk.Action, [String])] = [
    (.export, ["export", "download", "render", "导出", "下载", "渲染"]),
    (.showCredits, ["account", "credit", "balance", "账户", "积分", "余额"]),
    (.showState, ["timeline", "preview", "panel", "editor", "时间线", "预览", "面板", "编辑器", "轨道"]),
  ]
}

internal import Foundation
internal import RegexBuilder

/// Knows sentences about a screen. Its patterns are made once for each text.
struct ScreenWords {
  /// What a sentence about the screen asks for, and what is left of it.
  func talk(in sentence: String) -> (action: ScreenTalk.Action?, rest: String)? {
    let clauses = Self.clauses(of: sentence)
    let bare = clauses.map { withoutContent($0.lowercased()) }
    guard let first = bare.firstIndex(where: isGesture) else { return nil }
    var kept: [String] = []
    var dropped: [String] = []
    for (index, clause) in bare.enumerated() {
      if isGesture(clause) || clause.firstMatch(of: purpose) != nil
        || index > first && !isStatement(clause)
      {
        dropped.append(clause)
      } else {
        kept.append(clauses[index])
      }
    }
    var action: ScreenTalk.Action?
    if let drag = bare.firstIndex(where: { $0.firstMatch(of: dragging) != nil }) {
      let words = Self.ended(clauses[drag...].joined(separator: ", "))
      action = .edit(words.trimmingCharacters(in: .whitespaces))
    } else {
      let words = dropped.joined(separator: ", ")
      action = Self.actions.first { _, names in names.contains { words.contains($0) } }?.0
    }
    return (action, rest(of: kept, wasCut: kept.first != clauses.first))
  }

  private func isGesture(_ clause: String) -> Bool {
    gestures.contains { clause.firstMatch(of: $0) != nil }
  }

  /// Whether what follows a gesture says something of the film. "Then choose a folder" does not.
  private func isStatement(_ clause: String) -> Bool {
    let isChinese = clause.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    return isChinese
      ? clause.firstMatch(of: sequel) == nil : clause.firstMatch(of: statement) != nil
  }

  /// Words in quotation marks are content: a title may say "Click here".
  private func withoutContent(_ clause: String) -> String {
    clause.replacing(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/) { match in
      let inner = match.output.dropFirst().dropLast().trimmingCharacters(in: .whitespaces)
      return Self.controls.contains(inner) ? String(match.output) : ""
    }
  }

  /// What lies between commas and dashes outside quotation marks, without the sentence's end.
  private static func clauses(of sentence: String) -> [String] {
    var clauses: [String] = []
    var current = ""
    var quotation: Character?
    let closing: [Character: Character] = ["\"": "\"", "“": "”", "「": "」", "『": "』"]
    for character in sentence {
      if let mark = quotation {
        if character == mark { quotation = nil }
      } else {
        quotation = closing[character]
      }
      current.append(character)
      guard quotation == nil else { continue }
      for mark in [", ", "，", " — ", " - "] where current.hasSuffix(mark) {
        clauses.append(String(current.dropLast(mark.count)))
        current = ""
      }
    }
    clauses.append(current)
    return clauses.map { $0.trimmingCharacters(in: Self.ends) }.filter { !$0.isEmpty }
  }

  private static let ends = CharacterSet(charactersIn: " .!。！")

  private func rest(of clauses: [String], wasCut: Bool) -> String {
    guard var text = clauses.first else { return "" }
    let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    text = clauses.joined(separator: isChinese ? "，" : ", ")
    // "Done" before a comma says nothing that the rest of the answer doesn't.
    guard isChinese || text.count > 8 else { return "" }
    if wasCut { text = text.prefix(1).uppercased() + text.dropFirst() }
    return Self.ended(text)
  }

  private static func ended(_ text: String) -> String {
    let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    return text + (isChinese ? "。" : ". ")
  }

  private static let controls: Set<String> = [
    "export", "download", "render", "preview", "timeline", "account", "play", "导出", "下载",
    "预览", "时间线", "账户", "播放",
  ]

  // A gesture is something that the user is told to do. That a click was cut out of the sound, or a
  // press conference put first, is content.
  private let gestures: [Regex<Substring>] = {
    let told =
      /(?:^|\b(?:you can|you could|you may|please|just|simply|now|then|next|and|or|to|also) )/
    let verb = /(?:click|tap|press|hit|double-click|right-click) (?:on )?/
    let target =
      /(?:(?:the|that|this|your|it|here|export|download|render|preview|play|save|share)\b|["“])/
    let place = /\b(?:panel|timeline|editor|menu|tab|window|sidebar|account|page)\b/
    let control = /["“]?\b(?:export|download|render|play|save)["”]? button/
    let spoken = /(?:^|请|可以|可|再|然后|直接|只需|并|您|你)/
    return [
      Regex {
        told; verb; target
      },
      Regex {
        told; /open (?:the|your|up)\b.*/; place
      },
      Regex {
        told; /drag\b.*\b(?:to|onto|into|from|handle|slider|clip|edge|timeline)\b/
      },
      /\b(?:preview|see|view|check) (?:it |this |them )?in (?:the|your) (?:timeline|editor)\b/,
      /\b(?:review|see) (?:it |this |them )?(?:in|on) (?:the|your) (?:preview|canvas)\b/,
      Regex {
        /\b(?:use|using|via|with|find|select|choose) (?:the |that |your )?/; control; /\b/
      },
      Regex {
        control; /\ (?:will|above|below|at the|to (?:get|save|download|export))\b/
      },
      Regex {
        control; /\ (?:in|on) the (?:top|upper|lower|right|left|corner|toolbar|menu)\b/
      },
      /\bcheck (?:your )?account\b/,
      Regex {
        spoken; /(?:点击|点一下|单击|双击)(?!声|音|效|的)/
      },
      Regex {
        spoken; /(?:拖拽|拖动|把.*拖到|将.*拖到|拖到)/
      },
      Regex {
        spoken; /打开.*(?:面板|时间线|编辑器|菜单|页面|账户|窗口)/
      },
      /(?:在|到).*(?:时间线|预览|编辑器|画布)(?:里|中|上)?(?:预览|查看|看)/,
      /(?:用|通过|按|按下|找到)[“「"]?(?:导出|下载|渲染|播放|保存)[”」"]?按钮/,
      /(?:导出|下载|渲染|播放|保存)[”」"]?按钮(?:即可|可以|来|下载|保存|获取)/,
    ]
  }()

  /// Told and not only offered.
  private let dragging =
    /^(?:(?:please|just|simply|now|then|next) )?drag\b|^(?:请|然后|再|直接|只需)?(?:拖拽|拖动|把.*拖到|将.*拖到)/
  private let purpose = /^(?:to|if|when|once) |^(?:如果|若|要|想|当|满意)/
  private let statement =
    /^(?:and )?(?:it|its|it's|your|the|this|that|there|i|we|all|both|they|total|length|duration)\b/
  private let sequel = /^(?:然后|再|接着|即可|就|便|可|选择|保存|下载|查看|预览|并|以)/

  private static let actions: [(ScreenTalk.Action, [String])] = [
    (.export, ["export", "download", "render", "导出", "下载", "渲染"]),
    (.showCredits, ["account", "credit", "balance", "账户", "积分", "余额"]),
    (.showState, ["timeline", "preview", "panel", "editor", "时间线", "预览", "面板", "编辑器", "轨道"]),
  ]
}

import Language
import Timeline

extension Script {
  /// The last text of the turn: a paragraph that says what changed, what was not done and why,
  /// and, where the draft changed or was asked for, the timeline on a line of its own.
  ///
  /// It says what the drafts differ in and claims nothing else; it is never empty.
  public func closing(_ outcome: Outcome) -> String {
    let hasChanged = outcome.before != outcome.after
    var sentences = courtesy + changes(outcome) + outcome.notes
    var told: Set<String> = []
    for index in steps.indices {
      guard let reason = outcome.failures[index] else { continue }
      // What follows from a clip that wasn't made needs no second telling.
      if steps[index].action.isEdit, told.contains(reason) { continue }
      if case .clip = steps[index].action { told.insert(reason) }
      sentences.append(failure(steps[index], reason))
    }
    sentences += remarks.dropFirst(courtesy.count)
    sentences += results(outcome)
    if !hasChanged { sentences += advice }
    if sentences.isEmpty { sentences = [language.say("Nothing changed", "没有改动")] }
    var text = language.paragraph(sentences)
    if hasChanged || showsTimeline {
      text += "\n" + outcome.after.summary(language: language) { mediaNames[$0] }
    }
    return text
  }

  /// A greeting comes first.
  private var courtesy: [String] {
    let greetings = [language.say("Hello!", "你好！")]
    return remarks.first.map(greetings.contains) ?? false ? greetings : []
  }

  /// What the steps did to the draft.
  private func changes(_ outcome: Outcome) -> [String] {
    let made = steps.indices.filter {
      steps[$0].action.changesDraft && outcome.failures[$0] == nil
    }
    guard !made.isEmpty else { return [] }
    guard outcome.before != outcome.after else {
      return [language.say("The draft is as it was", "草稿没有变化")]
    }
    var from = outcome.before
    var isFresh = false
    var sentences: [String] = []
    for index in made where !steps[index].summary.isEmpty {
      sentences.append(steps[index].summary)
      guard case .edit(let edit, _) = steps[index].action else { continue }
      if let made = Fresh.edit(in: edit, language), let result = try? from.applying(made) {
        (from, isFresh) = (result.draft, true)
      } else if !from.hasContent, let result = try? from.applying(edit) {
        from = result.draft
      }
    }
    let list = difference(from, outcome.after)
    guard !list.isEmpty else { return sentences }
    guard let last = sentences.popLast() else { return [language.say("Done: ", "完成：") + list] }
    if outcome.before.hasContent, !isFresh {
      return sentences + [last + language.say(": ", "：") + list]
    }
    return sentences + [last, language.say("Then: ", "然后：") + list]
  }

  private func difference(_ old: Draft, _ new: Draft) -> String {
    guard new.hasContent else { return language.say("the timeline is empty", "时间线已清空") }
    let phrases = old.changes(to: new, language: language) { mediaNames[$0] }
    let hasLists = phrases.contains { $0.contains(", ") || $0.contains("、") }
    let comma = language.say(", ", "，")
    return language.few(phrases, most: 8)
      .joined(separator: hasLists ? language.say("; ", "；") : comma)
  }

  private func failure(_ step: Step, _ reason: String) -> String {
    let reason = reason.trimmingSuffix(".。")
    let name: String
    switch step.action {
    case .edit(_, let label):
      name = language.say("“\(label)” was not done", "“\(label)”没有完成")
    case .draw(_, let medium, _):
      name = language.say(
        "\(language.quote(medium)) was not drawn", "\(language.quote(medium))没有画成")
    case .sound(_, let medium, _):
      name = language.say(
        "\(language.quote(medium)) was not made", "\(language.quote(medium))没有做成")
    case .clip(_, let medium, _, _, _):
      name = language.say(
        "\(language.quote(medium)) was not made", "\(language.quote(medium))没有生成")
    case .go: name = language.say("Going back was not possible", "没能回到那个版本")
    case .analyse(let media):
      let medium = language.quote(mediaNames[media] ?? media)
      name = language.say("\(medium) could not be analysed", "\(medium)没能分析")
    case .inspect: name = language.say("The film could not be checked", "影片没能检查")
    case .export(_, let aspect):
      name = language.say("\(film(aspect)) was not exported", "\(film(aspect))没有导出")
    case .cancelExports: name = language.say("Nothing was cancelled", "没有取消")
    case .showState: name = language.say("The state can't be shown", "无法显示状态")
    case .showCredits: name = language.say("The credits can't be shown", "无法显示积分")
    }
    return reason.isEmpty ? name : name + language.say(": ", "：") + reason
  }

  /// What a check found, the first few; that there is nothing only where it was asked.
  private func found(_ outcome: Outcome) -> [String] {
    guard let findings = outcome.findings else { return [] }
    guard !findings.isEmpty else {
      let isAsked = !steps.contains { if case .export = $0.action { true } else { false } }
      return isAsked
        ? [language.say("Checked: nothing would trouble a viewer", "检查过了，没有发现问题")] : []
    }
    let told = findings.prefix(4).map { $0.sentence(in: language, of: outcome.after) }
    let more = findings.count - told.count
    guard more > 0 else { return told.map(\.capitalizedFirst) }
    return told.map(\.capitalizedFirst)
      + [language.say("\(more) more; “fix it” mends all that can be", "另有\(more)处；说“修复”可全部修正")]
  }

  /// What came of the steps that leave the draft alone.
  private func results(_ outcome: Outcome) -> [String] {
    var sentences = found(outcome)
    if let credits = outcome.credits {
      let held =
        credits.frozen > 0
        ? language.say(
          ", and \(credits.frozen) are held by work that goes on", "，另有\(credits.frozen)正被使用") : ""
      sentences.append(
        language.say("\(credits.available) credits are left", "还有\(credits.available)积分") + held)
    }
    if let step = steps.firstIndex(where: { $0.action == .cancelExports }),
      outcome.failures[step] == nil
    {
      let count = outcome.cancelledExports
      sentences.append(
        count > 0
          ? language.say(
            "Cancelled \(count == 1 ? "the export" : "\(count) exports")", "已取消\(count)个导出")
          : language.say(
            "No export is under way; say “undo” to take back the last edit",
            "没有正在进行的导出；说“撤销”可以撤回上一步"))
    }
    for index in steps.indices {
      guard case .export(_, let aspect) = steps[index].action else { continue }
      let film = film(aspect)
      switch outcome.exports[index] {
      case .started(let id):
        sentences.append(
          language.say("\(film) is being rendered (\(id))", "\(film)正在渲染（\(id)）"))
      case .finished(let link):
        if let line = outcome.receipts[index]?.sentence(in: language) { sentences.append(line) }
        sentences.append(language.say("\(film) is ready: \(link) ", "\(film)已完成：\(link) "))
      case nil: break
      }
    }
    return sentences
  }

  /// What a film is called: by its shape, where that is not the draft's.
  private func film(_ aspect: Aspect?) -> String {
    guard let aspect else { return language.say("The film", "影片") }
    return language.say("The \(aspect.text) film", "\(aspect.text)影片")
  }
}

extension String {
  /// Without the marks of `suffix` at its end.
  func trimmingSuffix(_ suffix: String) -> String {
    var text = self
    while let last = text.last, suffix.contains(last) { text.removeLast() }
    return text
  }

  /// With a capital at its start.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Language
import Timeline

extension Direction {
  /// Proposes to analyse media that enter the film and were not analysed.
  mutating func analyse() {
    let former = situation.draft
    for medium in situation.media
    where !medium.hasAnalysis && draft.uses(medium.id) && !former.uses(medium.id) {
      steps.append(
        Step(
          .analyse(media: medium.id),
          call: ToolCall("analyze_media", ["media": .string(medium.name)])))
      price.analyses += 1
    }
  }

  /// Answers questions and proposes the export, after everything that changes the draft.
  mutating func answer() {
    let hasRest = !requests.isEmpty || !leftovers.isEmpty
    for command in commands {
      switch command {
      case .status, .facts: showState()
      case .preview: preview()
      case .inspect: inspect()
      case .captions(let format): giveCaptions(format)
      case .versions: tellVersions()
      case .compare(let number, let other): compare(number, to: other)
      case .changes: compare(nil, to: nil)
      case .credits:
        steps.append(Step(.showCredits, call: ToolCall("get_credits")))
        isAnswered = true
      case .help: help()
      case .costs(let words): tellCosts(of: words)
      case .question(let words): tellUnanswered(words)
      case .hello:
        remarks.insert(language.say("Hello!", "你好！"), at: 0)
      case .thanks: thank(hasRest)
      case .dislike:
        isAnswered = draft.hasContent
        remarks.append(
          language.say(
            "Say what to change, or “undo” to take back the last edit",
            "请说明想改什么，或者说“撤销”撤回上一步"))
      case .smallTalk: chat()
      case .upload: tellUpload()
      case .outOfReach:
        isAnswered = true
        remarks.append(
          language.say(
            "That is beyond me; I only cut and change films", "这个我做不到，我只会剪辑和修改影片"))
      case .cancel:
        steps.append(Step(.cancelExports, call: ToolCall("cancel_export")))
        isAnswered = true
      default: break
      }
    }
    if let export = commands.last(where: \.isExport), case .export(let wish) = export {
      self.export(wish ?? quality)
    }
    if isWordless, !words.isEmpty, !steps.contains(where: \.action.changesDraft) {
      remarks.append(language.say("There are no words in that message", "这条消息里没有文字"))
    }
    if steps.isEmpty, remarks.isEmpty, !isAnswered, leftovers.isEmpty, draft.hasContent {
      remarks.append(language.say("Nothing in that asks for a change", "这句话没有要改动的内容"))
    }
  }

  private mutating func export(_ wish: Quality?) {
    guard draft.hasContent else {
      remarks.append(language.say("There is no film to export yet", "还没有可以导出的影片"))
      return
    }
    isAnswered = true
    guard situation.isExportAllowed else {
      remarks.append(
        language.say(
          "The plan does not include exports; registering does", "当前方案不能导出；注册后即可导出"))
      return
    }
    let quality = wish ?? .high
    if situation.inspects { inspect() }
    guard !variants.aspects.isEmpty else { return order(quality, in: nil) }
    for aspect in variants.aspects { order(quality, in: aspect) }
  }

  /// Orders a film; in another shape than the draft's, where one is named.
  private mutating func order(_ quality: Quality, in aspect: Aspect?) {
    var arguments: [String: JSONValue] = ["quality": .string(quality.rawValue)]
    var task = language.say("export at \(quality.lines)p", "导出\(quality.lines)p")
    if let aspect {
      let plan = Plan([.aspect(aspect)], in: language, for: draft, media: lookup)
      guard plan.notDone.isEmpty else { return remarks += plan.notDone.map(\.sentence) }
      arguments["aspect"] = .string(aspect.text)
      task += language.say(" in \(aspect.text)", "（\(aspect.text)）")
    }
    tasks.append(task)
    steps.append(
      Step(
        .export(quality: quality, aspect: aspect), call: ToolCall("export_video", arguments)))
  }

  // MARK: The state

  private mutating func showState() {
    showsTimeline = true
    steps.append(Step(.showState, call: ToolCall("get_state")))
    guard draft.hasContent else {
      if !situation.media.isEmpty {
        let names = language.list(language.few(situation.media.map(\.name), most: 8))
        remarks.append(
          language.say("No film yet; uploaded: \(names)", "还没有影片；已上传：\(names)"))
      } else {
        remarks.append(language.say("Nothing is here yet", "这里还没有内容"))
      }
      return
    }
    isAnswered = true
    let (length, canvas) = (draft.duration.secondsText, draft.canvas)
    let size = "\(canvas.width)×\(canvas.height)"
    let count = draft.pictureTrack?.segments.count ?? 0
    let clips = language.say(count == 1 ? "1 clip" : "\(count) clips", "\(count)个片段")
    let rate = canvas.framesPerSecond
    remarks.append(
      language.say(
        "The film is \(length) s long: \(clips), \(size) at \(rate) frames a second",
        "影片长\(length)秒，共\(clips)，\(size)，每秒\(rate)帧"))
    let waiting = situation.media.filter { !draft.uses($0.id) }.map(\.name)
    if !waiting.isEmpty {
      let names = language.list(language.few(waiting, most: 8))
      remarks.append(language.say("Not in the film: \(names)", "没有放进影片的素材：\(names)"))
    }
  }

  private mutating func preview() {
    guard draft.hasContent else {
      remarks.append(language.say("There is no film to look at yet", "还没有可以预览的影片"))
      return
    }
    showState()
    remarks.append(
      language.say(
        "Say “export in draft quality” for a quick film to look at", "说“导出草稿”可以快速得到一个能看的影片"))
  }

  // MARK: Versions

  private mutating func tellVersions() {
    isAnswered = true
    let lines = history.versions.suffix(10).map { version in
      let mark = version.number == history.currentNumber ? language.say(" (now)", "（当前）") : ""
      let isEmpty = version.edit == nil && version.label == Script.emptyHistory.current.label
      let label = isEmpty ? language.say("empty", "空") : version.label
      return "\(version.number) \(language.quote(label, most: 40))\(mark)"
    }
    let list = lines.joined(separator: language.say(", ", "、"))
    remarks.append(
      language.say(
        "Versions: \(list). Say “go back to version 2” to return to one",
        "版本：\(list)。说“回到第2版”可以回到那个版本"))
  }

  private mutating func compare(_ number: Int?, to later: Int?) {
    isAnswered = true
    let other = number ?? history.current.parent
    guard let other, let then = try? history.draft(at: other),
      let now = try? history.draft(at: later ?? history.currentNumber)
    else {
      let count = history.versions.count
      remarks.append(
        language.say(
          "There is nothing to compare with; versions go from 1 to \(count)",
          "没有可以对比的版本；共有\(count)个版本"))
      return
    }
    let names = mediaNames
    let changes = then.changes(to: now, language: language) { names[$0] }
    let list = language.few(changes, most: 10).joined(separator: language.say(", ", "，"))
    let since =
      later.map { language.say("From version \(other) to \($0)", "第\(other)版到第\($0)版") }
      ?? language.say("Since version \(other)", "和第\(other)版相比")
    remarks.append(
      changes.isEmpty
        ? language.say("\(since) nothing is different", "\(since)没有区别")
        : since + language.say(": ", "：") + list)
  }

  // MARK: Courtesies

  private mutating func help() {
    remarks.append(
      language.say(
        "I draw scenes, cut pictures, clips and music into a film and change it as you say: "
          + "camera moves, length, trims, speed, transitions, titles, sound, format; undo, redo "
          + "and export too",
        "我会画场景，把图片、视频和音乐剪成影片，并按你说的修改：运镜、时长、裁剪、变速、转场、标题、声音和画幅，也可以撤销、重做和导出"))
  }

  private mutating func tellUpload() {
    isAnswered = true
    remarks.append(
      language.say(
        "Upload the file, then say “add it” and where it goes",
        "请先上传文件，传好后说“加上它”，并说明放在哪里"))
  }

  private mutating func chat() {
    isAnswered = draft.hasContent
    remarks.append(
      language.say(
        "Fair enough. Say what to change, or “undo” to take back the last edit",
        "收到。想改什么直接说，或者说“撤销”撤回上一步"))
  }

  private mutating func thank(_ hasRest: Bool) {
    guard commands.allSatisfy(\.isCourtesy), !hasRest, steps.isEmpty else { return }
    isAnswered = draft.hasContent
    remarks.append(
      draft.hasContent
        ? language.say("Good. Say “export” when you want the film", "好的。想要成片时说“导出”即可")
        : language.say("You are welcome", "不客气"))
  }
}

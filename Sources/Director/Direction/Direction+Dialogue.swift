import Language
import Timeline

/// What ties a message to those before it and after it.
extension Direction {
  /// Takes the last change back; where that was itself taking one back, brings it again.
  mutating func retract() {
    if requests.isEmpty, history.canRedo { redo(1) } else { undo(1) }
  }

  /// Does more, or less, of what was changed last.
  mutating func adjust() {
    guard let adjustment else { return }
    guard let parent = history.current.parent, let before = try? history.draft(at: parent) else {
      return tell("There is no change to go on with", "还没有可以继续调整的改动")
    }
    let edits = adjustment.edits(from: before, to: draft, media: lookup)
    let label =
      adjustment == .more
      ? language.say("more of that", "再多一点") : language.say("less of that", "少一点")
    guard !edits.isEmpty else {
      return tell(
        "The last change has no figure that could be more or less; say what to change",
        "上一步没有可以增减的数值；请说明想改什么")
    }
    tasks.append(label)
    add(.group(label: label, edits: edits), label: label, told: [label])
  }

  /// Asks for what a request lacks.
  mutating func ask(_ question: Dialogue.Question) {
    guard draft.hasContent else { return }
    isAnswered = true
    switch question.lack {
    case .words:
      remarks.append(language.say("What shall the title read?", "标题要写什么？"))
    case .target: remarks.append(askWhich(question.request))
    case .value:
      remarks.append(language.say("To which one?", "要改成什么样的？"))
    }
  }

  private func askWhich(_ request: Request) -> String {
    if case .title = request {
      return language.say("Which do you mean: the picture, or the title?", "指的是画面，还是标题？")
    }
    let clips = (draft.pictureTrack?.segments ?? []).map { segment in
      segment.style.name ?? segment.source.flatMap { mediaNames[$0] } ?? segment.id
    }
    let names = language.list(language.few(clips, most: 8))
    return language.say("Which clip: \(names)?", "是哪一段：\(names)？")
  }

  /// Asks whether what the message was taken for is meant, or drops what was asked about.
  mutating func settleGuess() {
    if let proposal = guess.proposal {
      isAnswered = true
      remarks.append(proposal.question(in: language))
    } else if guess.isReply, guess.command == nil {
      isAnswered = true
      remarks.append(language.say("All right, nothing was changed", "好的，没有改动"))
    }
  }

  /// What the next message may refer to.
  var dialogue: Dialogue {
    var next = situation.dialogue
    next.pending = question
    next.proposed = guess.proposal?.name
    let before = situation.draft
    next.hasChanged = steps.contains(where: \.action.changesDraft)
    next.unanswered = isUnanswered ? words : nil
    if let wish = wishes.engines {
      if asksWhich { next.unanswered = wish.message }
      if !wish.isQuestion, wish.task != .draw { next.clip = wish.message }
    } else if !steps.isEmpty {
      next.clip = nil
    }
    next.exchanged = exchanged
    let known = Set(before.tracks.flatMap(\.segments).map(\.id))
    let added = draft.tracks.flatMap(\.segments).map(\.id).filter { !known.contains($0) }
    if !madeClips.isEmpty {
      (next.requests, next.focus) = ([], madeClips)
    } else if commands.contains(where: \.changesVersions) {
      let known = Set(draft.tracks.flatMap(\.segments).map(\.id))
      let isStep = commands.allSatisfy(\.isStep)
      next.requests = []
      next.focus = isStep ? next.focus.filter(known.contains) : []
    } else if !requests.isEmpty {
      next.requests = requests
      let meant = requests.flatMap { request in
        if case .title(let title) = request, title.target == nil {
          return changedTexts(from: before)
        }
        return segments(meantBy: request)
      }
      next.focus = hasCut ? [] : added.isEmpty ? meant : added
    } else if let sounds, !sounds.items.isEmpty, sounds.items.allSatisfy(\.order.isMusic), !hasCut {
      next.requests = []
      next.focus = draft.sounds(.music).map(\.id)
    } else if !added.isEmpty, !hasCut, !commands.contains(where: \.changesVersions) {
      next.requests = []
      next.focus = added
    } else if commands.contains(where: \.isQuestion), let mentioned {
      next.focus = mentioned.segments(in: draft, media: lookup)
      next.requests = []
    }
    if commands.contains(where: \.isQuestion), requests.isEmpty, speaksOfVolume {
      next.requests = [.volume(mentioned ?? .film, .to(1))]
    }
    return next
  }

  /// What a request was about, where it is still there.
  private func segments(meantBy request: Request) -> [String] {
    let target = request.target ?? .film
    switch request {
    case .order, .remove:
      let ids = target.segments(in: counted ?? draft, media: lookup)
      return ids.filter { draft.segment($0) != nil }
    default: return target.segments(in: draft, media: lookup)
    }
  }

  /// The texts on screen that are not as they were.
  private func changedTexts(from before: Draft) -> [String] {
    draft.tracks.filter { $0.kind == .text }.flatMap(\.segments).filter { segment in
      before.segment(segment.id).map { $0 != segment } ?? false
    }.map(\.id)
  }

  /// Whether nothing came of the message, so that the next may say what lacks.
  private var isUnanswered: Bool {
    let isOpen = requests.isEmpty || requests.allSatisfy(\.isReplacement)
    return steps.isEmpty && question == nil && !guess.isSettled && commands.isEmpty && isOpen
      && !leftovers.isEmpty && words.count < 200
  }

  /// The name of the medium that was put in the place of a clip.
  private var exchanged: String? {
    for case .replaceClip(_, let new) in commands where steps.contains(where: \.action.isEdit) {
      return find(new, in: situation.draft).first?.name
    }
    return nil
  }

  /// "No, the city photo", where the last turn put something in the place of another clip: what
  /// is asked instead, in full.
  static func exchangedAnew(_ words: String, in situation: Situation) -> String? {
    guard let name = situation.dialogue.exchanged, words.count < 80 else { return nil }
    let reading = Reading(of: words, in: situation.scene, after: situation.dialogue)
    guard reading.corrects, reading.requests.isEmpty, case .clip(let number)? = reading.mentioned,
      situation.reader(of: words).commands.isEmpty
    else { return nil }
    return "undo. replace clip \(number) with \(name)"
  }
}

extension Request {
  /// Whether it asks for something else in the place of a clip.
  fileprivate var isReplacement: Bool {
    if case .unsupported(let feature) = self { feature.name == "replacing a clip" } else { false }
  }
}

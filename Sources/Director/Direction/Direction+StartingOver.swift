import Language
import Timeline

extension Direction {
  /// Whether the film that is there is to be replaced by a new one.
  var isRemade: Bool {
    draft.hasContent && (isOther || startsOver && asksForFilm)
  }

  private var startsOver: Bool { commands.contains(.startOver) || commands.contains(.clear) }

  /// Whether the words ask for a film of media other than those that are in it.
  private var isOther: Bool {
    let shown = Set(draft.tracks.flatMap(\.segments).compactMap(\.source))
    let isNamed = naming.mentions.contains { mention in
      let medium = situation.media[mention.medium]
      return mention.becomesFilm && medium.facts.kind != .audio && !shown.contains(medium.id)
    }
    return isNamed
      || commands.contains { command in
        guard case .remake(let references) = command else { return false }
        let named = Set(references.flatMap { find($0, in: Draft()) }.map(\.id))
        return !named.isEmpty && (startsOver || named != shown)
      }
  }

  /// Whether the message asks for something to be made.
  private var asksForFilm: Bool {
    !requests.isEmpty
      || commands.contains { command in
        switch command {
        case .add, .addMusic, .replaceMusic, .replaceClip, .export, .remake: true
        default: false
        }
      }
  }

  /// Goes back to the film that the conversation began with, or, where there was none, or the
  /// timeline is to be cleared, takes everything off it; either can be undone.
  mutating func emptyTimeline() {
    guard startsOver, !asksForFilm else { return }
    isAnswered = true
    if !commands.contains(.clear), beganWithFilm, goToFirstCut() { return }
    guard draft.hasContent else {
      remarks.append(language.say("The timeline is empty already", "时间线已经是空的"))
      return tellWaiting()
    }
    let known = situation.media.filter { draft.uses($0.id) || !$0.isNew }.map(\.id)
    var empty = Script.emptyHistory.draft
    empty.unknown[Draft.setAsideKey] = .array(known.map(JSONValue.string))
    guard let edits = try? draft.edits(to: empty) else { return }
    let label = language.say("start over", "重新开始")
    let paid = price
    add(
      .group(label: label, edits: edits), label: label, told: [label],
      summary: language.say("Started over", "已重新开始"))
    price = paid
    tellWaiting()
  }

  /// Whether the conversation is about a film that was there before it.
  private var beganWithFilm: Bool {
    (try? history.draft(at: 1))?.hasContent ?? false
  }

  private mutating func tellWaiting() {
    let names = language.list(language.few(situation.media.map(\.name), most: 8))
    guard !names.isEmpty else { return }
    remarks.append(
      language.say(
        "Here to be used: \(names). Say what to make of them, or upload others; “undo” brings the "
          + "film back",
        "可用的素材：\(names)。说说想怎么做，或者再上传别的；说“撤销”可以恢复原来的影片"))
  }

  /// What a film is made of where the words name nothing: what came since the last one was given
  /// up, else what the sentence names, else everything.
  func waiting(among usable: [Medium]) -> [Medium] {
    let whole = naming.mentions.filter(\.becomesFilm).map { situation.media[$0.medium] }
    if whole.contains(where: { $0.facts.kind != .audio }) { return usable.filter(whole.contains) }
    let fresh: [Medium]
    if isRemade {
      fresh = usable.filter { $0.isNew && !draft.uses($0.id) }
    } else if let setAside = draft.setAside {
      fresh = usable.filter { !setAside.contains($0.id) }
    } else {
      return usable
    }
    let mentioned = naming.mentions.map { situation.media[$0.medium] }.filter(usable.contains)
    if mentioned.contains(where: { $0.facts.kind != .audio }) {
      return usable.filter {
        mentioned.contains($0) || fresh.contains($0) && $0.facts.kind == .audio
      }
    }
    return fresh.contains { $0.facts.kind != .audio } ? fresh : usable
  }

  /// Brings in media that the sentence names and the film does not show yet.
  mutating func bringNamed(into assembly: inout Assembly, told: inout [String]) {
    guard !hasCut, !requests.isEmpty else { return }
    for mention in naming.mentions {
      let medium = situation.media[mention.medium]
      guard medium.facts.kind != .audio, !assembly.draft.uses(medium.id) else { continue }
      var reference = Reference()
      reference.medium = mention.medium
      bring(.add([reference], nil, .use), into: &assembly, told: &told)
    }
  }
}

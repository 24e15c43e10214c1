import Language
import MediaTime
import Scenes
public import Timeline

extension Direction {
  /// Has the pictures drawn that the message describes.
  mutating func draw() {
    guard let wish else { return }
    for (medium, drawing) in wish.media {
      let arguments: [String: JSONValue] = [
        "prompt": .string(drawing.file.prompt), "media": .string(medium.id),
      ]
      steps.append(
        Step(
          .draw(media: medium.id, name: medium.name, scene: drawing.file),
          call: ToolCall("draw_scene", arguments)))
    }
    remarks += wish.remarks
    guard wish.replaced == nil, draft.hasContent else { return }
    let names = language.list(language.few(wish.media.map(\.medium.name), most: 4))
    tasks.append(language.say("draw \(names)", "画\(names)"))
  }

  /// Pictures that were drawn, by the ids of their media.
  var drawings: [String: Drawing] {
    Dictionary(
      (wish?.media ?? []).map { ($0.medium.id, $0.drawing) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Pictures drawn for the message that nothing has put anywhere go in at the end.
  mutating func bringDrawings(into assembly: inout Assembly, told: inout [String]) {
    if let clip = wish?.replaced, let medium = wish?.media.first?.medium {
      let former = situation.media.first { $0.id == clip.source }?.scene
      let name = medium.name
      attempt(language.say("draw it again: \(name)", "重画：\(name)"), &assembly, &told) {
        (assembly) throws(EditError) in
        try assembly.redraw(clip, as: medium, instead: former)
      }
    }
    let waiting = (wish?.media ?? []).map(\.medium).filter { !assembly.draft.uses($0.id) }
    if !waiting.isEmpty { bring(waiting, nil, into: &assembly, told: &told) }
  }

  /// How long stills stay in a rough cut of these: a drawn scene is there to be looked at.
  func stillDuration(of chosen: [Medium]) -> Milliseconds {
    let pictures = chosen.filter { $0.facts.kind == .image }
    guard !pictures.isEmpty, pictures.allSatisfy({ drawings[$0.id] != nil }) else {
      return RoughCut().stillDuration
    }
    return Drawing.duration(of: pictures.count)
  }
}

extension Draft {
  /// This draft, with what lives in drawn pictures on the clips that show them; the pictures by
  /// the ids of their media.
  public func enlivened(by drawings: [String: Drawing]) -> Draft {
    guard !drawings.isEmpty else { return self }
    var draft = self
    for track in draft.tracks.indices where draft.tracks[track].kind == .video {
      for index in draft.tracks[track].segments.indices {
        let source = draft.tracks[track].segments[index].source
        guard let drawing = source.flatMap({ drawings[$0] }) else { continue }
        drawing.enliven(&draft.tracks[track].segments[index].style)
      }
    }
    return draft
  }
}

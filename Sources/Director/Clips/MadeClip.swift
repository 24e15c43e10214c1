public import MediaTime
import Timeline

/// A clip that an engine has made for a script's step.
public struct MadeClip: Hashable, Sendable {
  /// Who made it.
  public var engine: String
  /// The model that answered; nil where that isn't known.
  public var model: String?
  /// How long it lasts.
  public var duration: Milliseconds
  /// What it cost whoever runs the engine, in US dollars; nil where that isn't known.
  public var dollars: Double?

  /// A clip.
  public init(engine: String, model: String?, duration: Milliseconds, dollars: Double?) {
    self.engine = engine
    self.model = model
    self.duration = duration
    self.dollars = dollars
  }
}

extension Script {
  /// Writes what the clip of a step turned out to be into the edits that show it.
  /// - Parameters:
  ///   - clip: what was made.
  ///   - id: the medium that it became.
  public mutating func take(_ clip: MadeClip, as id: String) {
    for index in steps.indices {
      guard case .edit(let edit, let label) = steps[index].action else { continue }
      var planned: String?
      let changed = edit.replacing { segment in
        guard segment.source == id else { return segment }
        planned = segment.style.generated?.engine
        var segment = segment.filled(by: clip.duration)
        var note = segment.style.generated ?? note(of: id, clip)
        (note.engine, note.model, note.dollars) = (clip.engine, clip.model, clip.dollars)
        segment.style.generated = note
        return segment
      }
      guard changed != edit else { continue }
      var name = label
      if let planned, planned != clip.engine {
        name = label.replacing(planned, with: clip.engine)
        steps[index].summary = steps[index].summary.replacing(planned, with: clip.engine)
      }
      steps[index].action = .edit(edit: changed, label: name)
    }
  }

  /// How a clip of words was made that a film was cut of.
  private func note(of id: String, _ clip: MadeClip) -> GeneratedClip {
    for step in steps {
      guard case .clip(id, _, let order, _, _) = step.action else { continue }
      return GeneratedClip(engine: clip.engine, prompt: order.prompt, seed: order.seed)
    }
    return GeneratedClip(engine: clip.engine, prompt: "", seed: 1)
  }
}

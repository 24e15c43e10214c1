import Language
import Timeline

extension Command {
  /// The command that a request stands for, where `Language` knows a word of the session without
  /// being able to act on it.
  init?(standingFor request: Request, among commands: [Command]) {
    guard case .unsupported(let feature) = request else { return nil }
    switch feature.name {
    case "undo": self = commands.first(where: \.isUndo) ?? .undo(1)
    case "redo": self = .redo(1)
    case "comparing versions": self = .compare(nil)
    case "starting over": self = .startOver
    case "preview": self = .preview
    case "status": self = .status
    case "export": self = commands.first(where: \.isExport) ?? .export(nil)
    case "credit balance": self = .credits
    case "cancelling": self = .cancel
    case "questions": self = .help
    case "going back to a version": self = .versions
    case "replacing the music": self = .replaceMusic(nil)
    case "music generation": self = .addMusic
    case "beat sync": self = .cutToBeats
    default: return nil
    }
  }

  /// Whether it takes edits back or brings them again.
  var changesVersions: Bool {
    switch self {
    case .undo, .undoOnly, .redo, .startOver, .clear, .remake, .backToCut, .goTo, .goBefore,
      .take:
      true
    default: false
    }
  }

  /// Whether it takes one step back or on, so that what was spoken of is still what "it" means.
  var isStep: Bool { self == .undo(1) || self == .redo(1) }

  private var isUndo: Bool {
    switch self {
    case .undo, .undoOnly: true
    default: false
    }
  }

  /// Whether it asks about the film.
  var isQuestion: Bool {
    switch self {
    case .question, .facts, .status: true
    default: false
    }
  }

  /// Whether it makes a film of the draft.
  var isExport: Bool { if case .export = self { true } else { false } }
}

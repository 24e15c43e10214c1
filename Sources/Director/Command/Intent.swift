/// What a message is, beside words for the film.
public enum Intent: String, Hashable, Sendable, Codable, CaseIterable {
  /// A change of the film.
  case edit
  /// Make a film of the draft.
  case export
  /// How many credits are left, or what work costs.
  case credits
  /// Show the timeline.
  case status
  /// Bring in a file.
  case upload
  /// Say what can be done.
  case help
  case undo, redo
  /// List the versions.
  case versions
  case goToVersion = "go_to_version"
  case compare, preview, cancel
  /// A question about the film.
  case question
  /// A greeting, thanks, praise or complaint.
  case smallTalk = "small_talk"
  case startOver = "start_over"
  /// Something that has nothing to do with films.
  case outOfReach = "out_of_reach"
}

extension Command {
  /// What it is, beside an edit; nil for edits.
  var intent: Intent? {
    switch self {
    case .undo, .undoOnly: .undo
    case .redo: .redo
    case .goTo, .goBefore, .backToCut, .take: .goToVersion
    case .startOver, .clear: .startOver
    case .versions: .versions
    case .compare: .compare
    case .export, .captions: .export
    case .preview: .preview
    case .status: .status
    case .credits, .costs: .credits
    case .help: .help
    case .hello, .thanks, .dislike, .smallTalk: .smallTalk
    case .cancel: .cancel
    case .upload: .upload
    case .outOfReach: .outOfReach
    case .question, .facts, .changes, .inspect: .question
    case .remake, .add, .replaceMusic, .addMusic, .cutToBeats, .replaceClip, .remove: nil
    }
  }
}

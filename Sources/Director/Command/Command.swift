import Language
import MediaTime
import Timeline

/// Something that a message asks of the session, rather than of the film's look.
enum Command: Hashable {
  /// Take the last so many turns back.
  case undo(Int)
  /// Take the last change of one part of the film back, and keep the rest.
  case undoOnly(Subject)
  /// Do again what was undone last.
  case redo(Int)
  /// Make a version the current one.
  case goTo(Int)
  /// Go back to before a part of the film was changed last.
  case goBefore(Subject)
  /// Go back to the rough cut.
  case backToCut
  /// Go back to what the conversation began with.
  case startOver
  /// Empty the timeline.
  case clear
  /// Empty the timeline and make a film of these media.
  case remake([Reference])
  /// List the versions.
  case versions
  /// Say what is different from a version, nil for the one before; in another than the current.
  case compare(Int?, to: Int? = nil)
  /// Make one part of the film what it was in a version, and keep the rest.
  case take(Subject, from: Int)
  case export(Quality?)
  /// Give the film's captions as a file.
  case captions(CaptionFormat)
  case preview, status, credits, help, hello, thanks, cancel
  /// Bring a file in, which is not here yet.
  case upload
  /// Something that has nothing to do with films.
  case outOfReach
  /// Words that ask for nothing.
  case smallTalk
  /// Say what work costs; of the words, where there are some.
  case costs(String)
  /// Something is not liked.
  case dislike
  /// What the last edit changed.
  case changes
  /// A question that the state answers.
  case facts
  /// A question that nothing here answers.
  case question(String)
  /// Bring media into the film.
  case add([Reference], Spot?, Manner)
  /// Lay music under the film, where there is some to lay; in the place of what is there.
  case replaceMusic(Reference?)
  /// Lay music under the film, where there is some to lay.
  case addMusic
  /// Look through the film for what a viewer would stumble over.
  case inspect
  /// Move the cuts to the beats of the music.
  case cutToBeats
  /// Show another medium in the place of a clip.
  case replaceClip(Reference, with: Reference)

  /// Take clips out of the film that are named by their sort, or all.
  case remove([Reference])

  /// Whether it is nothing but polite.
  var isCourtesy: Bool { self == .hello || self == .thanks }

  /// Whether it only says what somebody thinks.
  var isRemark: Bool { isCourtesy || self == .dislike }

  /// Whether its answer should speak of media that wait: of questions and of going back it
  /// should not.
  var isAboutFilm: Bool {
    switch self {
    case .add, .addMusic, .remake, .replaceMusic, .replaceClip, .remove, .export, .hello, .thanks:
      true
    default: false
    }
  }

  /// How media are brought in.
  enum Manner: Hashable {
    /// "Add", "insert", 加上.
    case add
    /// "Put", "move": what is in the film already changes its place.
    case put
    /// "Use": once is enough.
    case use
    /// "As the music".
    case music
    /// "In the corner": over the film, and not in it.
    case inset
  }
}

/// Media, or a clip, as a message names them.
struct Reference: Hashable {
  /// "It", "them": something spoken of.
  var isPronoun = false
  /// "This", "the new".
  var isRecent = false
  var isAll = false
  /// How many: "these two".
  var count: Int?
  /// Which, from 1; −1 is the last.
  var ordinal: Int?
  var sort: MediaSort?
  /// A medium called by its name, by its index in the session.
  var medium: Int?
}

/// Where in the film media go.
enum Spot: Hashable {
  case start, end
  /// As the clip of this number, from 1; −1 is the last.
  case number(Int)
  case after(Reference)
  case before(Reference)
  case at(Milliseconds)
}

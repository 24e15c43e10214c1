import MediaTime
import Timeline

/// What a word or a phrase means to the grammar.
enum Term: Hashable, Sendable {
  // Words.
  case unknown
  case filler
  case article
  case noun(Noun)
  case verb(Verb)
  case preposition(Preposition)
  case side(Side)
  case face
  case strength(CameraRequest.Strength)
  case ease(CameraMove.Ease)
  case change(Change)
  case colon, then, and, comma, stop, not, all
  case ordinal(Int)
  case ordinalMark, fromEnd
  case second
  case fraction(Double)
  case unit(Int)
  case percentMark, percentBefore, tenths, degreeMark, timesMark, frameRateMark, linesMark
  case crossMark, pointMark
  case aspect(Aspect)
  case color(String)
  case textSize(TitleRequest.Size)
  case quality(Quality)
  case resolution(Int)
  case move(CameraMove.Kind)
  case family(CameraFamily)
  case animation(TextStyle.Animation)
  case fade(FadeRequest.Edge?)
  case passage(Transition.Kind)
  case wipe, slide
  case playback(Playback)
  case fit(Fit)
  case tempo(Double)
  case mute, cinematic, animate
  case treatment(Treatment.Kind, String)
  case treatmentSort(Treatment.Kind)
  /// "Both", "except", "the rest".
  case both, except, rest
  /// "If", or "unless".
  case when(isMet: Bool)
  /// What leaves and hair do: "sway", "ripple".
  case sway
  /// "Hold the last frame".
  case holdsEnd
  case blur
  /// "Into pieces", "throughout", "open with", "end with".
  case pieces, throughout, opensWith, closesWith
  case split, duplicate, reorder, swap, replace, duck
  case feature(String)
  case flag(Flag)
  case quote(String)
  case number(Double)
  case colons(Token.Colons)

  // Phrases.
  case time(Milliseconds, Role)
  case window(Milliseconds, Milliseconds)
  case part(isFirst: Bool, Milliseconds)
  case percent(Double, Role)
  case factor(Double, Role)
  case degrees(Double)
  case place(Place, Role)
  case focus(CameraRequest.Focus)
  case target(Target)
  case after(Int)
  case before(Int)
  /// The place that a clip is to have.
  case goesTo(Int)
  /// A share of a clip or the film, from 0 to 1.
  case share(Double, Double)
  /// How long each part of something is: "every 5 seconds", 5秒一段.
  case each(Milliseconds)
  /// So much more: "2 more seconds".
  case extra(Milliseconds)
  case fontName(String)
  /// How letters are set, and whether they are to be.
  case lettering(Lettering, Bool)
  /// "Align": the place that is named is how lines stand to each other.
  case aligning
  /// So much later; earlier where it is negative.
  case shift(Milliseconds)
  /// Words that take the place of others on screen.
  case renamed(String)
  case titleAnimation(TextStyle.Animation, FadeRequest.Edge?)
  case request(Request)
  /// What follows is to be done only where this is so.
  case given(Condition)
  /// A fade that is to be none.
  case unfade(FadeRequest.Edge?)
  /// How the lines of a text stand to each other.
  case alignment(TextStyle.Alignment)
  /// A fade of the picture from or to black.
  case blackout(FadeRequest.Edge)
  /// While someone speaks.
  case speech
  /// The order that the clips named are to have.
  case arrange
  /// A move that is not to be.
  case unmoved
  /// Sound that is to be heard again.
  case unmuted
  /// A picture that is to have its colours again.
  case colored
  /// Words that take the place of those of one text, or of a part of them.
  case reworded(Int, String)

  /// Nouns that fill or open a frame.
  enum Noun: Hashable, Sendable {
    case film, clip, clips, music, sound, ownSound
    case title(TextStyle.Preset?)
    /// Words on screen of any kind.
    case text
    case transition, camera, motion, start, end, volume, speed, length, background, frame
    case size, color, font, corner, point, seed, aspect, entrance, exit
    /// Start and end at once.
    case ends
  }

  /// Verbs whose meaning depends on what else a clause says.
  enum Verb: Hashable, Sendable {
    case make, cut, trim, remove, keep, move, say, write
  }

  /// Prepositions.
  enum Preposition: Hashable, Sendable {
    case at, `for`, from, to, by, until, over, between, with, after, before, `in`, on, of
    case toward
  }

  /// Ways in a frame, and through it.
  enum Side: Hashable, Sendable {
    case place(Place)
    case `in`, out, clockwise, counterclockwise
  }

  /// Changes of what is already there.
  enum Change: Hashable, Sendable {
    case up, down, louder, quieter, larger, smaller, faster, slower, longer, shorter
    case later, earlier
  }

  /// Ways in which letters are set.
  enum Lettering: Hashable, Sendable {
    case bold, plate, vertical
  }

  /// What a preposition makes of a value.
  enum Role: Hashable, Sendable {
    case bare, clock, at, lasting, to, by, until
  }
}

/// Moves of the camera that need a direction to be whole.
enum CameraFamily: Hashable, Sendable, CaseIterable {
  case zoom, push, dolly, pan, tilt, truck, pedestal, crane, roll, orbit, whip, travel
}

extension Term {
  /// The name of what Kinora knows and can't do.
  var feature: String? { if case .feature(let name) = self { name } else { nil } }
}

/// A term at its place in an utterance.
struct Lexeme: Hashable, Sendable {
  var term: Term
  var span: Span
  /// Whether it was written in Chinese characters.
  var isChinese: Bool
  /// Whether it is a word like "put", which gives what is there another place.
  var isPlacing = false
  /// Whether it stands for something that was named before it: "it".
  var isImplied = false
  /// Its words as they were typed; empty where they have to be looked up.
  var said = ""
  /// Its words in small letters, where they are English.
  var word = ""
  /// Whether "only" or "just" is among its words.
  var isOnly = false
  /// Whether it is what a clip is called, and not its place.
  var isName = false
  /// Whether it is "into", which names what a passage leads to.
  var isInto = false

  /// Whether it says what is wrong, and so what is wanted: "too long".
  var isComplaint: Bool {
    !isChinese
      && ["too ", "drag", "runs too", "goes on", "lasts too"].contains(where: word.hasPrefix)
      || !isChinese && word.contains(" too ")
  }

  init(_ term: Term, _ span: Span, isChinese: Bool = false) {
    self.term = term
    self.span = span
    self.isChinese = isChinese
  }
}

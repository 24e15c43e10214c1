import MediaTime
import Timeline

/// A request in the making: what it is, and the slots that the words around it fill.
struct Frame {
  let kind: Kind
  var span: Span
  var slots = Slots()
  /// Whether "then" stands before it.
  var follows = false
  /// Whether it stands for a move that was refused: any other move is meant instead.
  var isRefusal = false
  /// Whether it says what is wrong: "too long".
  var isComplaint = false
  /// Whether what it named belongs to another.
  var isSpent = false
  /// Its place among the frames of its sentence, as they were found.
  var number = 0
  /// Whether it goes on from a request that was made.
  var completes = false

  init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }

  /// What a frame becomes.
  enum Kind: Hashable {
    case move(CameraMove.Kind)
    case family(CameraFamily)
    case title(TextStyle.Preset?)
    case transition(Transition.Kind)
    case wipe, slide
    case volume, mute
    case fade(FadeRequest.Edge?)
    /// A clip that is to come first, or last.
    case placing(isFirst: Bool)
    /// Moves of the camera that are to go.
    case unmove
    /// Music that is to come at another time.
    case shiftMusic
    /// A fade that is to be none.
    case unfade(FadeRequest.Edge?)
    case trim, remove, keep
    /// What is to stay as it is, which asks for nothing.
    case leave
    case speed(Double?)
    case playback(Playback)
    case fit(Fit)
    case animate, cinematic
    case length
    /// Longer, or shorter.
    case stretch(isLonger: Bool)
    case split, duplicate, swap, reorder
    /// So much later, or earlier.
    case shift(Milliseconds)
    /// All clips that are named, in their new order.
    case arrange
    /// The last first.
    case reverseOrder
    case treat(Treatment.Kind, String?, isRemoved: Bool)
    case duck(Bool)
    case background
  }

  /// What has been said about it.
  struct Slots {
    var target: Target?
    var after: Int?
    var way: Place?
    var depth: Term.Side?
    var place: Place?
    var focus: CameraRequest.Focus?
    var strength: CameraRequest.Strength?
    var ease: CameraMove.Ease?
    var percent: (value: Double, role: Term.Role)?
    var factor: (value: Double, role: Term.Role)?
    /// Whether the factor was said as a part: "half".
    var isPart = false
    var number: Double?
    var degrees: Double?
    var start: Milliseconds?
    var lasting: Milliseconds?
    var bare: Milliseconds?
    var to: Milliseconds?
    var by: Milliseconds?
    var window: (Milliseconds, Milliseconds)?
    var part: (isFirst: Bool, Milliseconds)?
    var edge: Bool?
    var change: Term.Change?
    var color: String?
    var size: TitleRequest.Size?
    var quotes: [String] = []
    /// Whether the words take the place of others.
    var isRenamed = false
    var font: String?
    var bold: Bool?
    var plate: Bool?
    var vertical: Bool?
    var entrance: TextStyle.Animation?
    var exit: TextStyle.Animation?
    var alignment: TextStyle.Alignment?
    var shift: Milliseconds?
    /// Whether a fade is the picture's, and not the sound's.
    var isPicture = false
    /// Whether it is the sound's alone.
    var isSound = false
    var share: (from: Double, to: Double)?
    /// Whether both ends are meant.
    var isBothEnds = false
    /// The clip that something is to come before, or lead to.
    var before: Int?
    /// The clip over which words come.
    var over: Target?
    var isThroughout = false
    /// Whether the place is how lines stand to each other.
    var isAligning = false
    /// How long each of the parts is to be.
    var each: Milliseconds?
    /// Moments besides `start`.
    var moments: [Milliseconds] = []
    /// Clips that change their places, in the order in which they were named.
    var clips: [Int] = []
    /// The place that a clip is to have, from 1; −1 is the last.
    var position: Int?

    /// Whether nothing but how long it lasts was said.
    var isOnlyTimed: Bool {
      lasting != nil && size == nil && color == nil && place == nil && font == nil && start == nil
        && entrance == nil && exit == nil && quotes.isEmpty && shift == nil && bold == nil
        && plate == nil && vertical == nil
    }
  }

  var isCamera: Bool {
    switch kind {
    case .move, .family: true
    default: false
    }
  }

  /// Whether it names words on screen, and nothing about them.
  var isBare: Bool {
    var frame = self
    frame.slots.target = nil
    guard case .title(let request)? = frame.requests().first else { return false }
    return request == TitleRequest(preset: request.preset)
  }

  var isTitle: Bool {
    if case .title = kind { return true }
    return false
  }

  /// Whether it has a figure.
  var isFigured: Bool { slots.percent != nil || slots.factor != nil }

  /// Whether it has its time.
  var isTimed: Bool { slots.start != nil || slots.lasting != nil || slots.bare != nil }

  /// The longest time that may follow it after a comma: "dissolves, half a second".
  var mostAfterComma: Milliseconds {
    switch kind {
    case .transition, .wipe, .slide: 2000
    case .fade: 10_000
    default: 0
    }
  }

  var isTransition: Bool {
    switch kind {
    case .transition, .wipe, .slide: true
    default: false
    }
  }

  /// Whether it gives clips other places.
  var placesClips: Bool { kind == .reorder || kind == .swap }

  /// Whether it is also meant for a further clip or stretch: "the first and the third clip".
  func takesAnother(_ lexeme: Lexeme) -> Bool {
    switch lexeme.term {
    case .target(.clip): slots.target != nil && takesClip
    case .part: slots.part != nil
    case .window: slots.window != nil && !isCamera && !isTitle
    default: false
    }
  }

  /// The same for a further clip or stretch; where more is said of that, nothing else is kept.
  func again(for lexemes: [Lexeme]) -> Frame {
    guard let first = lexemes.first else { return self }
    var frame = self
    if lexemes.count > 1 { frame.slots = Slots() }
    switch first.term {
    case .target(let target): frame.slots.target = target
    case .part(let isFirst, let time): frame.slots.part = (isFirst, time)
    case .window(let from, let to): frame.slots.window = (from, to)
    default: break
    }
    frame.span = first.span
    for lexeme in lexemes.dropFirst() { _ = frame.fill(lexeme) }
    return frame
  }

  /// Whether `lexeme` would fill a slot that is taken: "clip 1 to 2 s and clip 2 to 3 s".
  func isRepeated(_ lexeme: Lexeme) -> Bool {
    switch lexeme.term {
    case .time, .percent, .factor, .number, .part, .window:
      var frame = Frame(kind, span)
      return !accepts(lexeme) && frame.fill(lexeme)
    default: return false
    }
  }

  /// Whether a clip named before it may be meant by it too.
  var takesClip: Bool {
    switch kind {
    case .title, .transition, .wipe, .slide, .length, .reorder, .swap, .reverseOrder, .duck: false
    case .arrange: false
    case .background: false
    default: true
    }
  }

  /// One frame of this and the one before it, where they say one thing in two words; else nil.
  func merged(with former: Frame) -> Frame? {
    if former.kind == .speed(nil), kind == .speed(nil), isFigured, !former.isFigured,
      slots.target == nil
    {
      var frame = joined(former)
      frame.slots.change = slots.change ?? former.slots.change
      return frame
    }
    if case .speed(_?) = kind, former.kind == .speed(nil), !former.isFigured,
      former.slots.target == nil || slots.target == nil || former.slots.target == slots.target
    {
      return joined(former)
    }
    let isOneMove = former.isCamera && former.kind == kind && !follows && isSame(as: former)
    return isOneMove ? joined(former) : nil
  }

  /// Whether it may be the same move as the one before it, named once more.
  func isSame(as former: Frame) -> Bool {
    let targets = [slots.target, former.slots.target].compactMap { $0 }
    return (targets.count < 2 || targets[0] == targets[1]) && former.slots.way == nil
      && former.slots.depth == nil && former.slots.start == nil && slots.start == nil
  }

  /// One move of what two frames say.
  func joined(_ former: Frame) -> Frame {
    var frame = self
    frame.span = former.span.joined(span)
    frame.follows = former.follows
    frame.slots.target = slots.target ?? former.slots.target
    frame.slots.strength = slots.strength ?? former.slots.strength
    frame.slots.ease = slots.ease ?? former.slots.ease
    frame.slots.focus = slots.focus ?? former.slots.focus
    frame.slots.lasting = slots.lasting ?? former.slots.lasting
    frame.slots.percent = slots.percent ?? former.slots.percent
    frame.slots.factor = slots.factor ?? former.slots.factor
    return frame
  }
}

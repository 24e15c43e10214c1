import Timeline

/// What a clause speaks of: words that decide what its ambiguous words mean.
struct Clause {
  var hasTitle = false
  var hasQuote = false
  var hasSound = false
  var hasMusic = false
  var hasCamera = false
  var namesCamera = false
  var hasWay = false
  var hasPassage = false
  var namesTransition = false
  var hasVolume = false
  var hasFade = false
  var hasTime = false
  var hasGoal = false
  var hasFigure = false
  var hasPercent = false
  var hasSpeed = false
  var hasTempo = false
  var hasRemoval = false
  var hasAspect = false
  var hasClip = false
  var hasLoudness = false
  var hasLoop = false
  var padsWithBlur = false
  /// Whether a number between whole ones is named.
  var hasDecimal = false
  /// Whether something is asked for that can't be had.
  var hasFeature = false
  /// Whether the film's start or its end is named.
  var namesEdge = false
  /// Whether no move of the camera but "zoom in", "zoom out" is named; 放大 enlarges titles too.
  var isOnlyZoomed = true
  /// Whether "fade" and its like are about a title.
  var isAboutTitle = false

  /// Whether a look, an atmosphere, an effect, or their sorts are named.
  var hasTreatment = false
  /// Whether one is called by its name, and not only by its sort.
  var namesTreatment = false
  var hasRegion = false
  var hasAtmosphere = false
  /// Whether a sound effect is spoken of, which what is named beside it only describes.
  var hasSoundEffect = false
  /// Whether something is said to move, or to stay still.
  var speaksOfMotion = false
  var hasColor = false
  var hasFont = false
  /// Whether it is spoken of how letters are set, and not of letters that are set so.
  var setsLetters = false
  /// Whether people are said to speak, here or in the clause before.
  var hasSpeech = false
  /// Whether the clause before it is about sound.
  var followsSound = false
  /// Whether the clause before it moves the camera.
  var followsCamera = false
  /// Whether the clause before it is about passages.
  var followsPassage = false
  /// Whether the clause before it is about a title.
  var followsTitle = false
  /// Whether a text on screen is meant by its words or its place.
  var namesText = false
  /// Whether something is to last longer or shorter.
  var changesLength = false
  /// Whether something is to be more or less, as against a figure that it is to have.
  var changesLevel = false
  /// Whether music is said to give way to speech.
  var ducks = false
  /// Whether a frame is to stand still.
  var holdsFrame = false
  var hasBackground = false
  var hasFace = false
  /// Whether the way in which words come or go is spoken of.
  var namesAnimation = false
  var hasLength = false
  /// Whether a fade is named, as against silence.
  var fades = false
  /// Whether the camera's moves are called that: "camera move", "motion".
  var namesMotion = false
  /// Whether pieces are spoken of, into which something is cut.
  var hasPieces = false
  /// Whether a moment of the film is named.
  var hasMoment = false
  /// Whether colours are spoken of, and none of them named.
  var namesColor = false
  /// Whether clips are to keep, lose or change anything but their place.
  var cuts = false
  /// Whether sound is to be silent.
  var mutes = false
  /// Whether a way of playing is named: backwards, back and forth.
  var hasPlayback = false
  /// Whether the size of something is spoken of.
  var namesSize = false
  var isOnlyFading: Bool { fades && !hasMusic && !hasVolume && !hasClip && !hasTitle }

  /// Notes what `term` says about the clause.
  mutating func note(_ term: Term) {
    switch term {
    case .noun(let noun): self.note(noun)
    case .quote, .renamed: hasQuote = true
    case .shift: hasTime = true
    case .target(let target) where target.isText: (hasTitle, namesText) = (true, true)
    case .target(.music): hasMusic = true
    case .target(let target) where target.isClips: hasClip = true
    case .move(let move):
      hasCamera = true
      speaksOfMotion = speaksOfMotion || move == .static
      isOnlyZoomed = isOnlyZoomed && (move == .zoomIn || move == .zoomOut)
    case .family: (hasCamera, isOnlyZoomed) = (true, false)
    case .side, .place: hasWay = true
    case .passage, .wipe: hasPassage = true
    case .slide: hasPassage = true
    case .after, .before: namesTransition = true
    case .face, .focus(.face): hasFace = true
    case .pieces, .each: hasPieces = true
    case .share: hasTime = true
    case .sway: speaksOfMotion = true
    case .preposition(.between): namesTransition = true
    case .fade, .unfade, .blackout: (hasFade, fades, namesAnimation) = (true, true, true)
    case .mute: (hasFade, mutes) = (true, true)
    case .unmuted: hasVolume = true
    case .reworded: (hasTitle, hasQuote, namesText) = (true, true, true)
    case .playback(.reverse), .playback(.boomerang): hasPlayback = true
    case .part, .window: hasTime = true
    case .time(_, let role):
      if role == .to || role == .until { hasGoal = true } else if role != .at { hasTime = true }
      hasMoment = hasMoment || role == .at
    case .percent: (hasFigure, hasPercent) = (true, true)
    case .factor, .fraction: hasFigure = true
    case .number(let value) where value < 10 && value != value.rounded(): hasDecimal = true
    case .change(.louder), .change(.quieter): hasLoudness = true
    case .change(.faster), .change(.slower), .tempo: hasTempo = true
    case .change(.longer), .change(.shorter): changesLength = true
    case .change(.up), .change(.down), .change(.larger), .change(.smaller):
      (hasFigure, changesLevel) = (true, true)
    case .verb(.remove): (hasRemoval, cuts) = (true, true)
    case .verb(.trim), .verb(.cut), .verb(.keep): cuts = true
    case .request(.aspect): hasAspect = true
    case .playback(.loop): (hasLoop, hasPlayback) = (true, true)
    case .fit(.blurPad): padsWithBlur = true
    case .request(.unsupported(let feature)):
      hasFeature = true
      hasSoundEffect = hasSoundEffect || feature.name == "sound effects"
    case .playback(.freeze): holdsFrame = true
    case .duck: ducks = true
    case .treatment(.region, _): (hasRegion, namesTreatment) = (true, true)
    case .treatment(.atmosphere, _):
      (hasTreatment, namesTreatment, hasAtmosphere) = (true, true, true)
    case .treatment(let kind, let name):
      (hasTreatment, namesTreatment) = (true, true)
      speaksOfMotion = speaksOfMotion || (kind == .effect && name == "levitate")
    case .unmoved: hasCamera = true
    case .speech: hasSpeech = true
    case .fontName: hasFont = true
    case .lettering: hasFont = true
    case .treatmentSort: hasTreatment = true
    case .animation: namesAnimation = true
    case .verb(.move), .animate:
      (speaksOfMotion, namesAnimation) = (true, namesAnimation || term == .animate)
    case .color: hasColor = true
    default: break
    }
  }

  private mutating func note(_ noun: Term.Noun) {
    switch noun {
    case .title, .text: hasTitle = true
    case .sound, .ownSound: hasSound = true
    case .camera: namesCamera = true
    case .motion: (speaksOfMotion, namesMotion) = (true, true)
    case .length: hasLength = true
    case .start, .end: namesEdge = true
    case .color: namesColor = true
    case .size: namesSize = true
    case .background: hasBackground = true
    case .transition: namesTransition = true
    case .volume: hasVolume = true
    case .speed: hasSpeed = true
    default: break
    }
  }

  /// Whether it names nothing but how something looks, so that it may go on about a title.
  var onlyModifies: Bool {
    !(hasSound || hasMusic || (hasCamera && !isOnlyZoomed) || namesCamera || hasPassage
      || namesTransition || (namesEdge && fades)
      || hasVolume || hasTempo || hasRemoval || hasAspect || hasClip)
  }
}

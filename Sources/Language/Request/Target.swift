public import MediaTime
public import Timeline

/// What a request is about.
public enum Target: Hashable, Sendable, Codable {
  /// Nothing was named: the film, or whatever the request makes sense for.
  case film
  /// Every clip, where clips were named as such.
  case clips
  /// One clip by its place: 1 is the first, −1 the last.
  case clip(Int)
  /// Several clips by their places, as in `clip`.
  case clipList([Int])
  /// Every clip but those at these places, as in `clip`.
  case clipsBut([Int])
  /// The clip that is on screen at a moment of the film.
  case clipAt(Milliseconds)
  /// One of the parts that this utterance split something into: 1 is the first, −1 the last.
  case part(Int)
  /// Every clip that is a still.
  case stills
  /// Every clip that is footage.
  case footage
  /// The music.
  case music
  /// What is spoken over the film.
  case voice
  /// The sound effects.
  case effects
  /// The sound effects of a name: "Rain".
  case effect(String)
  /// Every title.
  case titles
  /// One of the texts on screen, of any kind, in order of their starts: 1 is the first, −1 the
  /// last.
  case text(Int)
  /// The texts of a kind.
  case texts(TextStyle.Preset)

  /// Whether it is about words on screen.
  public var isText: Bool {
    switch self {
    case .titles, .text, .texts: true
    default: false
    }
  }

  /// Whether it names clips, some or all.
  public var isClips: Bool {
    switch self {
    case .clips, .clip, .clipList, .clipsBut, .clipAt, .part, .stills, .footage: true
    case .film, .music, .voice, .effects, .effect, .titles, .text, .texts: false
    }
  }

  /// What the sounds are that it means; nil where it is about something else.
  public var role: SoundRole? {
    switch self {
    case .music: .music
    case .voice: .voice
    case .effects, .effect: .effect
    default: nil
    }
  }
}

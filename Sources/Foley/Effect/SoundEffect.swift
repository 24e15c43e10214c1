public import MediaTime

/// A sound that can be made up; the raw value is its name in files, which never changes.
public enum SoundEffect: String, CaseIterable, Codable, Sendable {
  /// Something that flies past.
  case whoosh
  /// Tension that grows up to a moment.
  case rise
  /// A deep hit with a tail.
  case impact
  /// A button or a switch.
  case click
  /// A bubble that bursts.
  case pop
  /// A signal that breaks.
  case glitch
  /// A bell that is struck and rings out.
  case bell
  /// Lightning nearby, and what rolls after it.
  case thunder
  /// Rain on leaves and ground.
  case rain
  /// Wind in gusts.
  case wind
  /// Waves that break on a beach.
  case waves
  /// A brook over stones.
  case river
  /// A fire that crackles.
  case fire
  /// Birds in the morning.
  case birds
  /// Crickets at night.
  case crickets
  /// Many people who talk.
  case crowd
  /// Many people who clap.
  case applause
  /// A heart at rest.
  case heartbeat
  /// A keyboard.
  case typing
  /// A street.
  case traffic

  /// How long one sound lasts; nil for those that go on as long as they are wanted.
  public var naturalDuration: MediaTime? {
    switch self {
    case .whoosh: MediaTime(6, over: 5)
    case .rise: MediaTime(33, over: 10)
    case .impact: MediaTime(3, over: 1)
    case .click: MediaTime(1, over: 8)
    case .pop: MediaTime(1, over: 4)
    case .glitch: MediaTime(9, over: 10)
    case .bell: MediaTime(6, over: 1)
    case .thunder: MediaTime(9, over: 1)
    default: nil
    }
  }

  /// Where the sound is at its strongest, counted from its start: what belongs on a cut. Zero
  /// for those that go on.
  public var hit: MediaTime {
    switch self {
    case .whoosh: MediaTime(3, over: 5)
    case .rise: MediaTime(3, over: 1)
    case .impact: MediaTime(1, over: 50)
    case .click: MediaTime(1, over: 200)
    case .pop: MediaTime(1, over: 50)
    case .glitch: MediaTime(2, over: 5)
    case .bell: MediaTime(1, over: 100)
    case .thunder: MediaTime(3, over: 10)
    default: .zero
    }
  }

  /// Whether it goes on for as long as it is wanted.
  public var isAmbience: Bool { naturalDuration == nil }
}

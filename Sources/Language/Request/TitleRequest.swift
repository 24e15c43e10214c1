public import MediaTime
public import Timeline

/// Words to be drawn, or a change of those that are.
public struct TitleRequest: Hashable, Sendable, Codable {
  /// The texts to change; nil adds one where there is `text`, and changes all of its kind else.
  public var target: Target?
  /// The words; nil leaves them as they are.
  public var text: String?
  /// The kind of title; nil is a plain one, or, without `text`, whatever is there.
  public var preset: TextStyle.Preset?
  /// Where it stands.
  public var place: Place?
  /// `#RRGGBB`.
  public var color: String?
  /// How tall its letters are.
  public var size: Size?
  /// A font family.
  public var font: String?
  /// How it comes.
  public var entrance: TextStyle.Animation?
  /// How it goes.
  public var exit: TextStyle.Animation?
  /// When it comes.
  public var start: Milliseconds?
  /// Whether it comes at the film's end, where no `start` is named.
  public var isAtEnd: Bool
  /// How long it stays.
  public var duration: Milliseconds?
  /// How its lines stand to each other.
  public var alignment: TextStyle.Alignment?
  /// How much later it comes than now; earlier where it is negative.
  public var shift: Milliseconds?
  /// The clip over which it comes, where no `start` is named.
  public var over: Target?
  /// When it goes, where no `duration` is named.
  public var end: Milliseconds?
  /// Whether it stays for the whole film.
  public var isThroughout: Bool
  /// Whether its letters are bold.
  public var bold: Bool?
  /// Whether it stands on a plate.
  public var plate: Bool?
  /// Whether it is set in columns.
  public var vertical: Bool?

  /// A title that reads `text`.
  public init(
    _ text: String? = nil, target: Target? = nil, preset: TextStyle.Preset? = nil,
    place: Place? = nil,
    color: String? = nil, size: Size? = nil, font: String? = nil,
    entrance: TextStyle.Animation? = nil, exit: TextStyle.Animation? = nil,
    start: Milliseconds? = nil, isAtEnd: Bool = false, duration: Milliseconds? = nil,
    alignment: TextStyle.Alignment? = nil, shift: Milliseconds? = nil, over: Target? = nil,
    end: Milliseconds? = nil, isThroughout: Bool = false, bold: Bool? = nil,
    plate: Bool? = nil, vertical: Bool? = nil
  ) {
    self.target = target
    self.text = text
    self.preset = preset
    self.place = place
    self.color = color
    self.size = size
    self.font = font
    self.entrance = entrance
    self.exit = exit
    self.start = start
    self.isAtEnd = isAtEnd
    self.duration = duration
    self.alignment = alignment
    self.shift = shift
    self.over = over
    self.end = end
    self.isThroughout = isThroughout
    self.bold = bold
    self.plate = plate
    self.vertical = vertical
  }

  /// How tall letters are.
  public enum Size: Hashable, Sendable, Codable {
    case tiny, small, medium, large, huge
    /// Taller than they are.
    case larger
    /// Less tall than they are.
    case smaller
    /// So many times as tall as they are.
    case times(Double)
    /// A share of the frame's height.
    case share(Double)

    /// The size, where it does not hang on the one before it.
    var absolute: Size? {
      switch self {
      case .larger, .smaller, .times: nil
      default: self
      }
    }
  }
}

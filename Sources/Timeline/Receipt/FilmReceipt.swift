/// What was asked of a film beside what was measured from its own frames and its own sound.
public struct FilmReceipt: Hashable, Sendable, Codable {
  /// The clips whose motion was asked for in figures and could be measured.
  public var moves: [Move]
  /// The loudness that was asked for in LUFS; nil where there is no sound.
  public var askedLoudness: Double?
  /// The loudness that was measured; nil where it was too quiet to measure.
  public var loudness: Double?
  /// The measured true peak in dBTP.
  public var truePeak: Double?
  /// How many texts it shows.
  public var texts: Int
  /// How many of them have characters that no font has.
  public var incompleteTexts: Int
  /// How many stand where players lay their buttons.
  public var coveredTexts: Int
  /// Frames that were drawn for it.
  public var frames: Int
  /// The file's size.
  public var bytes: Int

  /// A receipt.
  public init(
    moves: [Move], askedLoudness: Double?, loudness: Double?, truePeak: Double?,
    texts: Int = 0, incompleteTexts: Int = 0, coveredTexts: Int = 0, frames: Int, bytes: Int
  ) {
    self.moves = moves
    self.askedLoudness = askedLoudness
    self.loudness = loudness
    self.truePeak = truePeak
    self.texts = texts
    self.incompleteTexts = incompleteTexts
    self.coveredTexts = coveredTexts
    self.frames = frames
    self.bytes = bytes
  }

  /// What became of one clip's motion.
  public struct Move: Hashable, Sendable, Codable {
    /// The clip's first frame in the film.
    public var firstFrame: Int
    /// What the figures are of.
    public var kind: Kind
    /// What was asked, in the kind's unit.
    public var asked: Double
    /// What was measured, in the kind's unit.
    public var measured: Double
    /// Mean acceleration in pixels per frame squared; nil where too few frames were measured.
    public var jitter: Double?

    /// What a figure is of.
    public enum Kind: String, Hashable, Sendable, Codable {
      /// Per cent by which things became larger, or smaller.
      case zoom
      /// Per cent of the frame by which the picture moved.
      case shift
      /// Degrees by which the picture turned.
      case turn
    }

    /// Compares what was asked with what was measured; nil where next to nothing was asked.
    public init?(
      firstFrame: Int, asked: CameraChange, measured: CameraChange, jitter: Double?
    ) {
      func zoom(_ change: CameraChange) -> Double {
        (max(change.scale, 1 / change.scale) - 1) * 100
      }
      func shift(_ change: CameraChange) -> Double {
        max(change.x.magnitude, change.y.magnitude) * 100
      }
      func turn(_ change: CameraChange) -> Double { change.turn.magnitude }
      let figure: (CameraChange) -> Double
      if zoom(asked) >= 1 {
        (kind, figure) = (.zoom, zoom)
      } else if shift(asked) >= 1 {
        (kind, figure) = (.shift, shift)
      } else if turn(asked) >= 0.5 {
        (kind, figure) = (.turn, turn)
      } else {
        return nil
      }
      self.firstFrame = firstFrame
      self.asked = figure(asked)
      self.measured = figure(measured)
      self.jitter = jitter
    }
  }
}

public import Pixels

/// How a draft is made into a film.
public struct RenderSettings: Sendable {
  /// Size of the film; nil for the draft's canvas, brought to the quality's height.
  public var size: PixelSize?
  /// How much work goes into encoding.
  public var quality: Quality
  /// Workers; nil for one a core. The film's bytes do not depend on it.
  public var threads: Int?
  /// Where chance comes in (a hand's tremble), the same seed gives the same film.
  public var seed: UInt64
  /// A General MIDI sound font that composed music is played with, by FluidSynth; nil for
  /// Kinora's own instruments.
  public var soundFont: String?
  /// Where pieces of earlier films lie, that only what changed is made again; nil for nowhere.
  /// The film's bytes do not depend on it.
  public var cache: ChunkCache?

  /// Settings; a film at full quality on all cores where nothing else is said.
  public init(
    size: PixelSize? = nil, quality: Quality = .high, threads: Int? = nil, seed: UInt64 = 1
  ) {
    self.size = size
    self.quality = quality
    self.threads = threads
    self.seed = seed
  }

  /// Levels of quality, by their names in the API.
  public enum Quality: String, Sendable, CaseIterable, Codable {
    /// 360 lines, encoded as fast as can be: to play while editing.
    case proxy
    /// 540 lines, encoded fast: to look at while editing.
    case draft
    /// 720 lines.
    case standard
    /// 1080 lines.
    case high

    /// Lines of the shorter side.
    public var lines: Int {
      switch self {
      case .proxy: 360
      case .draft: 540
      case .standard: 720
      case .high: 1080
      }
    }

    /// A canvas of this shape with at most `lines` on its shorter side, both sides even.
    public func size(of canvas: PixelSize) -> PixelSize {
      let shorter = min(canvas.width, canvas.height)
      guard shorter > lines else { return canvas }
      func scaled(_ length: Int) -> Int {
        Int((Double(length) * Double(lines) / Double(shorter) / 2).rounded()) * 2
      }
      return PixelSize(width: scaled(canvas.width), height: scaled(canvas.height))
    }
  }
}

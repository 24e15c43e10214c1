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
    /// 540 lines, encoded fast: to look at while editing.
    case draft
    /// 720 lines.
    case standard
    /// 1080 lines.
    case high

    /// Lines of the shorter side.
    public var lines: Int {
      switch self {
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

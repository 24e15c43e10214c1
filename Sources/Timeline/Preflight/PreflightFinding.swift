public import MediaTime

/// Something that a viewer would stumble over, found before the film is made.
public struct PreflightFinding: Hashable, Sendable, Codable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// No installed font has some of a text's characters.
    case missingGlyphs = "missing_glyphs"
    /// A text's font isn't installed, and another stands in for it; `detail` names it.
    case missingFont = "missing_font"
    /// A text has more than there is room for; `measured` characters are shown of `limit`.
    case truncated
    /// A text stands over the frame's edge; `measured` is the share of its ink inside.
    case outsideFrame = "outside_frame"
    /// A text stands where players and apps lay their own things; `measured` as above.
    case outsideSafeArea = "outside_safe_area"
    /// A text is too like the picture beneath; `measured` and `limit` are contrast ratios (WCAG 2).
    case lowContrast = "low_contrast"
    /// A text goes before it is read; `measured` and `limit` are seconds.
    case tooShortToRead = "too_short_to_read"
    /// Nothing is shown; `measured` is seconds.
    case blank
    /// A still stands without a move; `measured` and `limit` are seconds.
    case frozen
    /// The film has no sound.
    case silent
    /// The sound can't be brought to its loudness; `measured` and `limit` are LUFS.
    case quiet
    /// The mix is so loud that the limiter would be heard; `measured` is decibels over.
    case clipping
    /// A voice-over is cut off; `measured` is the seconds that are lost.
    case voiceCut = "voice_cut"
  }

  /// What is wrong.
  public var kind: Kind
  /// The segment that it is about; nil for the film.
  public var segment: String?
  /// When in the film.
  public var start: Milliseconds
  /// What was found, in the kind's unit.
  public var measured: Double
  /// What it should be, in the kind's unit.
  public var limit: Double
  /// The characters that are missing, or the like.
  public var detail: String?

  /// A finding.
  public init(
    _ kind: Kind, segment: String? = nil, start: Milliseconds = 0, measured: Double = 0,
    limit: Double = 0, detail: String? = nil
  ) {
    self.kind = kind
    self.segment = segment
    self.start = start
    self.measured = measured
    self.limit = limit
    self.detail = detail
  }
}

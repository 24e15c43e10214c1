public import Timeline

/// What an analysis of a medium found; the `video_analyses` of the contract.
public struct MediaAnalysis: Hashable, Sendable {
  /// The shots of a video, in order; one for a picture or a sound.
  public var shots: [Shot]
  /// Integrated loudness in LUFS; nil where there is no sound.
  public var loudness: Double?
  /// Whether somebody speaks; nil where nobody can tell.
  public var hasSpeech: Bool?
  /// The main colours as `#RRGGBB`, the most common first.
  public var palette: [String]

  /// A stretch without a cut.
  public struct Shot: Hashable, Sendable {
    /// Where it begins, in seconds.
    public var start: Double
    /// Where it ends, in seconds.
    public var end: Double

    /// A shot.
    public init(start: Double, end: Double) {
      self.start = start
      self.end = end
    }
  }

  /// An analysis.
  public init(
    shots: [Shot] = [], loudness: Double? = nil, hasSpeech: Bool? = nil, palette: [String] = []
  ) {
    self.shots = shots
    self.loudness = loudness
    self.hasSpeech = hasSpeech
    self.palette = palette
  }

  /// As `video_analyses` shows it for the medium of that id.
  public func json(of media: String) -> JSONValue {
    var members: [String: JSONValue] = [
      "media_id": .string(media),
      "shots": .array(
        shots.map { .object(["start": JSONValue($0.start), "end": JSONValue($0.end)]) }),
      "palette": .array(palette.map(JSONValue.string)),
    ]
    if let loudness { members["loudness_lufs"] = JSONValue(loudness) }
    if let hasSpeech { members["has_speech"] = .bool(hasSpeech) }
    return .object(members)
  }
}

/// How a film's captions are written down; each raw value is the ending of such files.
public enum CaptionFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// SubRip.
  case srt
  /// WebVTT.
  case vtt
}

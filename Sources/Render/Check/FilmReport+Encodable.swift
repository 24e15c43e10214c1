internal import Libav
internal import MediaTime
internal import Motion
internal import Timeline

extension FilmReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case path, duration, media, picture, sound, asked, receipt, findings
  }

  /// Writes the file, its length in milliseconds, what the probe told, picture, sound, what
  /// was asked and how that compares, and findings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(duration.milliseconds, forKey: .duration)
    try container.encode(probe, forKey: .media)
    try container.encodeIfPresent(picture, forKey: .picture)
    try container.encodeIfPresent(sound, forKey: .sound)
    try container.encodeIfPresent(intent, forKey: .asked)
    try container.encodeIfPresent(FilmReceipt(self), forKey: .receipt)
    try container.encode(findings, forKey: .findings)
  }
}

public import MediaTime

/// What an engine's clips cost those who use a server, in credits.
public struct ClipPrice: Hashable, Sendable, Codable {
  /// For a clip, however long.
  public var clip: Int
  /// For each second of it that has begun, beside that.
  public var second: Int

  /// What a hosted clip costs where nobody says otherwise.
  public static let usual = ClipPrice(second: 10)

  /// A price; nothing where nothing is said, and never less.
  public init(clip: Int = 0, second: Int = 0) {
    self.clip = min(max(clip, 0), Self.most)
    self.second = min(max(second, 0), Self.most)
  }

  private static let most = 1_000_000

  /// Reads what the list of engines says; a part that is left out costs nothing.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      clip: try values.decodeIfPresent(Int.self, forKey: .clip) ?? 0,
      second: try values.decodeIfPresent(Int.self, forKey: .second) ?? 0)
  }

  private enum CodingKeys: String, CodingKey { case clip, second }

  /// What a clip of that length costs.
  public func credits(for length: Milliseconds) -> Int {
    clip + second * ((max(length.count, 0) + 999) / 1000)
  }
}

/// What a sound is to the film: music gives way to a voice, and edits of the music leave both
/// voices and effects alone. The name of its kind in a draft (`role`).
public enum SoundRole: String, Hashable, Sendable, Codable, CaseIterable {
  /// Music: what a sound is where nothing else is said.
  case music
  /// Somebody speaks over the film.
  case voice
  /// A sound of what is seen, or of a cut.
  case effect
}

extension SegmentStyle {
  /// The key of ``role`` under `m`.
  public static let roleKey = "role"

  /// What the sound is to the film; music where the draft does not say.
  public var role: SoundRole {
    get { unknown.text(Self.roleKey).flatMap(SoundRole.init) ?? .music }
    set { unknown[Self.roleKey] = newValue == .music ? nil : .string(newValue.rawValue) }
  }

  /// The feeling of composed music, where the draft asks for another than its medium's.
  public var mood: String? { unknown.text("mood") }

  /// Beats a minute of composed music, where the draft asks for others than its medium's.
  public var tempo: Double? {
    switch unknown["tempo"] {
    case .integer(let number)?: Double(number)
    case .number(let number)?: number
    default: nil
    }
  }
}

extension [String: JSONValue] {
  fileprivate func text(_ key: String) -> String? {
    if case .string(let text)? = self[key] { text } else { nil }
  }
}

extension Draft {
  /// The sounds of a kind, track by track.
  public func sounds(_ role: SoundRole) -> [Segment] {
    tracks.filter { $0.kind == .audio }.flatMap(\.segments).filter { $0.style.role == role }
  }
}

/// What a clip is in the mix; decides what music gives way to.
public enum MixRole: Hashable, Sendable, CaseIterable {
  /// A voice-over: others give way wherever it is heard at all.
  case speech
  /// What footage brings with it: others give way only while something sounds in the band of
  /// speech.
  case source
  /// Music; nothing gives way to it.
  case music
  /// A sound effect; nothing gives way to it.
  case effect
}

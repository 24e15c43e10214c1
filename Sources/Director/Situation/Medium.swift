public import MediaTime
public import Scenes
public import Timeline

/// A medium of the session, as far as directing asks.
public struct Medium: Hashable, Sendable, Identifiable {
  /// The id by which drafts name it.
  public var id: String
  /// What people call it: its file's name without the extension.
  public var name: String
  /// What a probe found.
  public var facts: MediaFacts
  /// Whether it came since the last turn.
  public var isNew: Bool
  /// Whether it was analysed.
  public var hasAnalysis: Bool
  /// What it is drawn from; nil for what was uploaded.
  public var scene: SceneFile?
  /// What it is composed, synthesised or spoken from; nil for what was uploaded.
  public var sound: SoundRecipe?
  /// The words of a voice-over.
  public var spoken: Spoken?
  /// When its beats fall, where it was listened to.
  public var beats: [Milliseconds]?

  /// A medium; an old one that was not analysed where nothing else is said.
  public init(
    id: String, name: String, facts: MediaFacts, isNew: Bool = false, hasAnalysis: Bool = false,
    scene: SceneFile? = nil, sound: SoundRecipe? = nil, spoken: Spoken? = nil,
    beats: [Milliseconds]? = nil
  ) {
    self.id = id
    self.name = name
    self.facts = facts
    self.isNew = isNew
    self.hasAnalysis = hasAnalysis
    self.scene = scene
    self.sound = sound
    self.spoken = spoken
    self.beats = beats
  }
}

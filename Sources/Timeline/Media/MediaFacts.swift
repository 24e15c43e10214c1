public import MediaTime

/// What a draft needs to know of a medium, as a probe finds it.
public struct MediaFacts: Hashable, Sendable, Codable {
  /// What it is.
  public var kind: Kind
  /// How long it lasts; zero for an image.
  public var duration: Milliseconds
  /// Width in pixels as shown (rotation applied); zero for audio.
  public var width: Int
  /// Height in pixels as shown (rotation applied); zero for audio.
  public var height: Int
  /// Whether it has sound.
  public var hasAudio: Bool
  /// Frames a second where they come at an even pace; nil where they don't or it isn't known.
  public var frameRate: Double?
  /// What a still is of, where someone has looked.
  public var motif: Motif?

  /// Facts of a medium.
  public init(
    kind: Kind, duration: Milliseconds = 0, width: Int = 0, height: Int = 0, hasAudio: Bool = false,
    frameRate: Double? = nil, motif: Motif? = nil
  ) {
    self.kind = kind
    self.duration = duration
    self.width = width
    self.height = height
    self.hasAudio = hasAudio
    self.frameRate = frameRate
    self.motif = motif
  }

  /// Kinds of media.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case video, image, audio
    /// Words with times, which become captions; nothing plays it.
    case subtitles = "subtitle"
    /// A table of colours, which a look names; nothing plays it.
    case table = "lut"

    /// Whether it can be shown.
    public var hasPicture: Bool { self == .video || self == .image }
    /// Whether a clip or music can be made of it.
    public var isPlayed: Bool { hasPicture || self == .audio }
  }

  /// What a still is of, as far as a cinematographer has to know.
  public enum Motif: String, Hashable, Sendable, Codable, CaseIterable {
    case portrait, landscape, street, product, document, plain, scene
  }

  /// Width over height, or nil where there is no picture.
  public var aspect: Double? {
    width > 0 && height > 0 ? Double(width) / Double(height) : nil
  }
}

/// Finds the facts of a medium by its id; nil where they aren't known.
public typealias MediaLookup = (_ id: String) -> MediaFacts?

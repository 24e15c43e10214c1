public import MediaTime

/// A clip to be made by a model.
public struct ClipRequest: Hashable, Sendable, Codable {
  /// What it shows.
  public var prompt: String
  /// What it must not show.
  public var negativePrompt: String?
  /// A picture's file that it begins with.
  public var firstFrame: String?
  /// A picture's file that it ends with.
  public var lastFrame: String?
  /// How long it lasts.
  public var duration: Milliseconds
  /// Pixels across and down.
  public var size: ClipSize
  /// Frames a second; the engine's own where nothing is said.
  public var frameRate: Double?
  /// Makes chance the same, where the engine takes one.
  public var seed: Int
  /// How often the picture is refined.
  public var steps: Int?
  /// How closely it keeps to the prompt.
  public var guidance: Double?
  /// The model, where an engine has several.
  public var model: String?

  /// A clip of words alone.
  public init(
    _ prompt: String, duration: Milliseconds, size: ClipSize, seed: Int = 1,
    firstFrame: String? = nil, lastFrame: String? = nil
  ) {
    self.prompt = prompt
    self.duration = duration
    self.size = size
    self.seed = seed
    self.firstFrame = firstFrame
    self.lastFrame = lastFrame
  }

  /// What it is made from.
  public var task: ClipTask {
    if lastFrame != nil { return .betweenPictures }
    return firstFrame == nil ? .text : .picture
  }

  /// How many frames it has at so many a second.
  func frames(at rate: Double) -> Int {
    max(1, Int((Double(duration.count) / 1000 * rate).rounded()))
  }

  /// How long it lasts, in the whole seconds that many engines want; at least one.
  var wholeSeconds: Int { max(1, Int((Double(duration.count) / 1000).rounded())) }
}

/// The size of a clip in pixels.
public struct ClipSize: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Across.
  public var width: Int
  /// Down.
  public var height: Int

  /// A size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads `1280x720`.
  public init?(_ text: String) {
    let parts = text.lowercased().split(whereSeparator: { $0 == "x" || $0 == "*" || $0 == ":" })
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...16_384).contains(width), (1...16_384).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  /// Its width over its height.
  public var aspect: Double { Double(width) / Double(max(height, 1)) }

  /// As engines write it: `1280x720`.
  public var description: String { "\(width)x\(height)" }
}

/// What a clip is made from.
public enum ClipTask: String, Hashable, Sendable, Codable, CaseIterable {
  /// Words alone.
  case text
  /// A picture, which it begins with, and words.
  case picture
  /// Two pictures, one at each end, and words.
  case betweenPictures = "between_pictures"
}

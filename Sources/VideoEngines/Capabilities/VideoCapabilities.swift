/// What an engine can make.
public struct VideoCapabilities: Hashable, Sendable, Codable {
  /// The model that answers; nil where the engine doesn't tell.
  public var model: String?
  /// What it makes clips from.
  public var tasks: Set<ClipTask>
  /// The sizes it makes; empty where any is made that `sizeStep` divides.
  public var sizes: [ClipSize] = []
  /// What both sides are divided by.
  public var sizeStep = 16
  /// The most pixels of a frame; nil for any.
  public var mostPixels: Int?
  /// The most pixels of a side; nil for any.
  public var longestSide: Int?
  /// The lengths it makes, in whole seconds; empty where frames decide.
  public var seconds: [Int] = []
  /// What it makes at the greatest of these lengths only; nil where nothing.
  public var fullLength: FullLength?
  /// Which numbers of frames it makes.
  public var frames = FrameRule()
  /// Frames a second that it makes where nothing else is asked.
  public var frameRate = 24.0
  /// Beside prompt and length, what it takes into account.
  public var takes: Set<Parameter> = []
  /// Whether a key stands for one clip however often it is sent.
  public var knowsKeys = false
  /// What a second costs, in US dollars; nil where it costs nothing or nobody knows.
  public var dollarsPerSecond: Double?

  /// What a request may say that not every engine minds.
  public enum Parameter: String, Hashable, Sendable, Codable, CaseIterable {
    case negativePrompt = "negative_prompt"
    case seed, steps, guidance, size
    case frameRate = "fps"
  }

  /// An engine for these tasks.
  public init(model: String? = nil, tasks: Set<ClipTask>) {
    self.model = model
    self.tasks = tasks
  }
}

/// What a model makes at its greatest length only.
public struct FullLength: Hashable, Sendable, Codable {
  /// Frames of more pixels than these.
  public var abovePixels: Int
  /// Clips for these tasks.
  public var tasks: Set<ClipTask>

  /// A rule.
  public init(abovePixels: Int, tasks: Set<ClipTask>) {
    self.abovePixels = abovePixels
    self.tasks = tasks
  }

  /// Whether a request must be of the greatest length.
  func holds(for request: ClipRequest) -> Bool {
    request.size.width * request.size.height > abovePixels || tasks.contains(request.task)
  }
}

/// Which numbers of frames a model makes: `n` × `step` + `offset`, up to `most`.
public struct FrameRule: Hashable, Sendable, Codable {
  /// What the number less `offset` is divided by.
  public var step: Int
  /// What remains: 1 for models of 4n+1 frames.
  public var offset: Int
  /// The fewest frames.
  public var least: Int
  /// The most frames.
  public var most: Int

  /// A rule; any number where nothing is said.
  public init(step: Int = 1, offset: Int = 0, least: Int = 1, most: Int = 100_000) {
    self.step = max(step, 1)
    self.offset = offset
    self.least = max(least, 1)
    self.most = max(most, 1)
  }

  /// The allowed number nearest to `count`, the larger of two.
  public func nearest(to count: Int) -> Int {
    func allowed(_ multiple: Int) -> Int { multiple * step + offset }
    let lowest = (max(least - offset, 0) + step - 1) / step
    let highest = max((most - offset) / step, lowest)
    let below = (count - offset) / step
    let nearest = count - allowed(below) < allowed(below + 1) - count ? below : below + 1
    return allowed(min(max(nearest, lowest), highest))
  }
}

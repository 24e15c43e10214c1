import Timeline

/// A model in somebody's queue: what it makes, and what it calls what it is asked.
public struct HostedModel: Hashable, Sendable {
  /// As the host names it.
  public var id: String
  /// What it makes.
  public var capabilities: VideoCapabilities
  /// The names of its inputs; what has none isn't sent.
  var names: [Field: String]
  /// Whether it wants seconds as text.
  var writesSecondsAsText = false
  /// What is always sent beside.
  var constants: [String: JSONValue] = [:]

  /// What a model may be asked.
  enum Field: Hashable, Sendable {
    case prompt, negativePrompt, firstFrame, lastFrame, seed, steps, guidance
    case seconds, frames, frameRate
    /// Such as `720p`, and such as `16:9`.
    case resolution, aspect
  }

  init(_ id: String, _ capabilities: VideoCapabilities, _ names: [Field: String]) {
    self.id = id
    self.capabilities = capabilities
    self.names = names
    self.names[.prompt] = names[.prompt] ?? "prompt"
    self.capabilities.model = id
  }

  /// A model that isn't in the tables. That it makes five seconds of 720p from a prompt, and from a
  /// picture too where its name says so, is assumed; nothing else is sent to it.
  static func unknown(_ id: String, picture: String) -> HostedModel {
    let words = id.lowercased()
    let takesPicture = words.contains("image-to-video") || words.contains("i2v")
    var capabilities = VideoCapabilities(tasks: [takesPicture ? .picture : .text])
    capabilities.seconds = [5]
    capabilities.sizes = ClipSize.hd
    return HostedModel(id, capabilities, takesPicture ? [.firstFrame: picture] : [:])
  }

  /// What the model is sent for a request.
  func input(for request: ClipRequest) throws(VideoEngineError) -> [String: JSONValue] {
    var input = constants
    func set(_ field: Field, _ value: JSONValue?) {
      if let name = names[field], let value { input[name] = value }
    }
    let rate = request.frameRate ?? capabilities.frameRate
    set(.prompt, .string(request.prompt))
    set(.negativePrompt, request.negativePrompt.map { .string($0) })
    set(.seed, .integer(request.seed))
    set(.steps, request.steps.map { .integer($0) })
    set(.guidance, request.guidance.map { JSONValue($0) })
    let seconds = request.wholeSeconds
    set(.seconds, writesSecondsAsText ? .string(String(seconds)) : .integer(seconds))
    set(.frames, .integer(capabilities.frames.nearest(to: request.frames(at: rate))))
    set(.frameRate, request.frameRate.map { JSONValue($0) })
    set(.resolution, .string(request.size.resolution))
    set(.aspect, .string(request.size.ratio))
    for (field, path) in [(Field.firstFrame, request.firstFrame), (.lastFrame, request.lastFrame)] {
      guard let path else { continue }
      guard let name = names[field] else {
        throw VideoEngineError(
          .refused, "\(id) takes no such picture; leave it out, or take another model.")
      }
      input[name] = .string(try EnginePicture(path: path).dataURL)
    }
    return input
  }
}

extension ClipSize {
  /// 720p lying and upright.
  static let hd = [ClipSize(width: 1280, height: 720), ClipSize(width: 720, height: 1280)]
  /// 1080p lying and upright.
  static let fullHD = [ClipSize(width: 1920, height: 1080), ClipSize(width: 1080, height: 1920)]

  /// As hosts write its smaller side: `720p`.
  var resolution: String { "\(min(width, height))p" }

  /// As hosts write its shape: the nearest of the three that they share.
  var ratio: String { aspect > 1.3 ? "16:9" : aspect < 1 / 1.3 ? "9:16" : "1:1" }
}

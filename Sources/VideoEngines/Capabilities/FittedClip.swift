import Foundation
import MediaTime
import Timeline

/// A request as an engine can carry it out, and what was changed to that end.
public struct FittedClip: Hashable, Sendable {
  /// What the engine is asked.
  public var request: ClipRequest
  /// How many frames it makes.
  public var frames: Int
  /// Frames a second of what it makes.
  public var frameRate: Double
  /// What it makes otherwise than was asked, a sentence each.
  public var notes: [String]
  /// What it costs in US dollars, where that is known.
  public var dollars: Double?
}

extension VideoCapabilities {
  /// The nearest that the engine can make to what is asked.
  /// - Throws: `VideoEngineError` with code `refused` where it makes nothing of the kind.
  public func fit(
    _ asked: ClipRequest, engine: String
  ) throws(VideoEngineError) -> FittedClip {
    guard !asked.prompt.isEmpty || asked.firstFrame != nil else {
      throw VideoEngineError(.refused, "A clip needs words or a picture; say what it shows.")
    }
    var request = asked
    var notes: [String] = []
    if asked.task == .betweenPictures, !tasks.contains(.betweenPictures), tasks.contains(.picture) {
      request.lastFrame = nil
      notes.append("\(engine) takes no last picture; the clip begins with the first alone.")
    }
    guard tasks.contains(request.task) else { throw cannot(request.task, engine) }
    request.size = fitted(asked.size)
    if request.size != asked.size {
      notes.append("\(engine) makes \(request.size) where \(asked.size) was asked.")
    }
    let rate = takes.contains(.frameRate) ? asked.frameRate ?? frameRate : frameRate
    request.frameRate = takes.contains(.frameRate) ? rate : nil
    let (frames, duration) = length(of: request, at: rate)
    request.duration = duration
    if (duration.count - asked.duration.count).magnitude > 100 {
      notes.append(
        "\(engine) makes \(duration.secondsText) s, asked were \(asked.duration.secondsText) s."
      )
    }
    leaveOut(&request, &notes, engine)
    return FittedClip(
      request: request, frames: frames, frameRate: rate, notes: notes,
      dollars: dollarsPerSecond.map { $0 * Double(duration.count) / 1000 })
  }

  /// The nearest that the engine can make to a clip of what a picture was drawn of: of the words
  /// alone where it can, else it begins with the picture.
  /// - Parameters:
  ///   - asked: what is asked, without the picture.
  ///   - engine: what the engine is called.
  ///   - picture: draws the picture in that size and gives its file.
  /// - Throws: `VideoEngineError` with code `refused` where it makes nothing of the kind; what
  ///   `picture` throws.
  public func fit(
    _ asked: ClipRequest, engine: String, drawing picture: (ClipSize) throws -> String
  ) throws -> FittedClip {
    var asked = asked
    if !tasks.contains(.text) { asked.firstFrame = try picture(asked.size) }
    return try fit(asked, engine: engine)
  }

  private func cannot(_ task: ClipTask, _ engine: String) -> VideoEngineError {
    let makes = tasks.contains(.text) ? "makes clips of words alone" : "needs a picture"
    return VideoEngineError(
      .refused,
      task == .text
        ? "\(engine) needs a picture to begin with; add one, or take another engine."
        : "\(engine) \(makes) and takes no pictures; take another engine.")
  }

  /// What the engine doesn't mind isn't sent to it.
  private func leaveOut(_ request: inout ClipRequest, _ notes: inout [String], _ engine: String) {
    func note(_ what: String) { notes.append("\(engine) has no \(what); it is left out.") }
    if request.negativePrompt != nil, !takes.contains(.negativePrompt) {
      request.negativePrompt = nil
      note("negative prompt")
    }
    if request.steps != nil, !takes.contains(.steps) {
      request.steps = nil
      note("number of steps")
    }
    if request.guidance != nil, !takes.contains(.guidance) {
      request.guidance = nil
      note("guidance")
    }
  }

  /// The size nearest in shape, then in area.
  private func fitted(_ asked: ClipSize) -> ClipSize {
    guard sizes.isEmpty else {
      return sizes.min { Self.difference($0, asked) < Self.difference($1, asked) } ?? asked
    }
    var scale = 1.0
    if let mostPixels, asked.width * asked.height > mostPixels {
      scale = (Double(mostPixels) / Double(asked.width * asked.height)).squareRoot()
    }
    if let longestSide {
      scale = min(scale, Double(longestSide) / Double(max(asked.width, asked.height)))
    }
    func side(_ length: Int) -> Int {
      let step = max(sizeStep, 1)
      let scaled = Double(length) * scale / Double(step)
      // A frame that was scaled down must not grow over the limit again.
      return max(1, Int(scale < 1 ? scaled.rounded(.down) : scaled.rounded())) * step
    }
    return ClipSize(width: side(asked.width), height: side(asked.height))
  }

  private static func difference(_ one: ClipSize, _ other: ClipSize) -> Double {
    let shape = log2(one.aspect / other.aspect).magnitude
    let area = log2(Double(one.width * one.height) / Double(other.width * other.height))
    // A wrong shape is cropped away; a wrong size is only scaled.
    return shape * 8 + area.magnitude
  }

  private func length(of request: ClipRequest, at rate: Double) -> (Int, Milliseconds) {
    let asked = request.duration
    var seconds = seconds
    if let most = seconds.max(), fullLength?.holds(for: request) == true { seconds = [most] }
    func distance(_ seconds: Int) -> UInt { (seconds * 1000 - asked.count).magnitude }
    if let seconds = seconds.min(by: { distance($0) < distance($1) }) {
      return (Int((Double(seconds) * rate).rounded()), Milliseconds(seconds * 1000))
    }
    let count = frames.nearest(to: Int((Double(asked.count) / 1000 * rate).rounded()))
    return (count, Milliseconds(Int((Double(count) / rate * 1000).rounded())))
  }
}

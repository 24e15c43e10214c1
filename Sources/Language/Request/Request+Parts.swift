public import MediaTime

/// The shape of a frame: its width over its height, as two whole numbers.
public struct Aspect: Hashable, Sendable, Codable {
  /// Parts of the width.
  public var width: Int
  /// Parts of the height.
  public var height: Int

  /// `width` to `height`, reduced to lowest terms; both at least 1.
  public init(_ width: Int, _ height: Int) {
    precondition(width > 0 && height > 0, "an aspect has two sides")
    var (larger, smaller) = (width, height)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    self.width = width / larger
    self.height = height / larger
  }

  /// Width over height.
  public var ratio: Double { Double(width) / Double(height) }

  /// 16:9, of films and YouTube.
  public static let landscape = Aspect(16, 9)
  /// 9:16, of TikTok, Reels and Shorts.
  public static let portrait = Aspect(9, 16)
  /// 1:1.
  public static let square = Aspect(1, 1)
}

/// How much time the film's picture is worth.
public enum Quality: String, Hashable, Sendable, Codable, CaseIterable {
  /// Quick to make, to look at once.
  case draft
  /// The usual one.
  case standard
  /// The best one.
  case high
}

/// How loud something is to be, or how much louder than it is.
public enum Level: Hashable, Sendable, Codable {
  /// This gain: 1 leaves a source as it is, 2 is the most.
  case to(Double)
  /// The gain it has, times this.
  case times(Double)
}

/// What is taken off a clip or the film; times are counted from its start.
public enum Trim: Hashable, Sendable, Codable {
  /// Its first so many milliseconds go.
  case dropFirst(Milliseconds)
  /// Its last so many milliseconds go.
  case dropLast(Milliseconds)
  /// Only its first so many milliseconds stay.
  case keepFirst(Milliseconds)
  /// Only its last so many milliseconds stay.
  case keepLast(Milliseconds)
  /// Only what lies between two moments stays.
  case keep(from: Milliseconds, to: Milliseconds)
  /// What lies between two moments goes.
  case drop(from: Milliseconds, to: Milliseconds)
}

/// A thing coming from nothing, going to nothing, or both.
public struct FadeRequest: Hashable, Sendable, Codable {
  /// What fades.
  public var target: Target
  /// At which end.
  public var edge: Edge
  /// How long the fade takes; nil takes the usual time.
  public var duration: Milliseconds?

  /// A fade of `target`.
  public init(_ target: Target, _ edge: Edge, duration: Milliseconds? = nil) {
    self.target = target
    self.edge = edge
    self.duration = duration
  }

  /// An end of a thing, or both.
  public enum Edge: String, Hashable, Sendable, Codable, CaseIterable {
    case `in`, out, both
  }
}

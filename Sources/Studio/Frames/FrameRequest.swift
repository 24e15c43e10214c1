public import MediaTime
import Records

/// Which picture of a session somebody wants to see.
public struct FrameRequest: Hashable, Sendable {
  /// What is looked at.
  public var subject: Subject
  /// When: of the film, or of the medium.
  public var time: Milliseconds
  /// Pixels across.
  public var width: Int

  /// What can be looked at.
  public enum Subject: Hashable, Sendable {
    /// The film, as it is now or was in a version.
    case film(version: Int?)
    /// A medium by its id.
    case medium(String)
  }

  /// The widths that are drawn.
  public static let widths = 16...1920
  /// The most lines, which a narrow frame may have.
  static let mostLines = 4096

  /// A request.
  public init(_ subject: Subject, at time: Milliseconds, width: Int) {
    self.subject = subject
    self.time = time
    self.width = width
  }
}

/// A frame that is settled and not drawn yet.
public struct FrameInView: Sendable {
  /// Names what it shows; without quotation marks.
  public let entityTag: String
  /// Whether the same request will always show the same.
  public let isForGood: Bool
  var order: FrameOrder
  /// Fetched files go away when nobody holds them any more.
  let files: [BlobFile]
}

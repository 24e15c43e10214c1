public import Foundation

/// Something for the user to read.
public enum Telling: Hashable, Sendable {
  /// What the agent says, or what is said in its place.
  case text(String)
  /// How far long work is; the next one takes its place.
  case progress(String)
  /// A film has been made and fetched.
  case film(ExportedFilm)
}

/// A film on this machine.
public struct ExportedFilm: Hashable, Sendable {
  /// Where it is.
  public let file: URL
  /// Its bytes.
  public let size: Int
  /// Seconds; nil where the server doesn't tell.
  public let duration: Double?
  /// Where it can be fetched again; nil where the server doesn't tell.
  public let link: String?

  /// A film.
  public init(file: URL, size: Int, duration: Double?, link: String?) {
    self.file = file
    self.size = size
    self.duration = duration
    self.link = link
  }
}

internal import Libav
public import MediaTime
internal import Sound

/// Finds the beats of music in a file.
public enum BeatFinder {
  /// When the beats fall, from the file's start; empty where there are none.
  ///
  /// Throws where the file can't be read.
  public static func beats(of path: String) throws -> [Milliseconds] {
    let source = try FileSound(path: path)
    return try BeatTracker.beats(of: source)?.beats.map(\.milliseconds) ?? []
  }
}

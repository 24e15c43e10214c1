internal import Libav
internal import MediaTime
internal import Sound

/// A file's sound for the mixer, decoded as it is asked for.
final class FileSound: SampleSource {
  private let reader: AudioReader
  private var position = 0

  /// How long it is by the file's headers.
  var duration: MediaTime { reader.duration }

  init(path: String) throws {
    reader = try AudioReader(path: path)
  }

  func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) throws -> Int {
    if frame != position {
      try reader.seek(to: SampleClock.time(ofFrame: frame))
      position = frame
    }
    var part = samples._mutatingExtracting(first: 2 * frames)
    let count = try reader.read(into: &part)
    position += count
    return count
  }
}

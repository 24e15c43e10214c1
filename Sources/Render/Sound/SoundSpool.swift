internal import Libav
internal import Sound

/// The film's mix on disk, between being measured and being encoded.
final class SoundSpool: SampleSpool {
  private let file: NamelessFile
  private let samples: SampleFile

  init(folder: String) throws(RenderError) {
    file = try NamelessFile(folder: folder)
    samples = SampleFile(descriptor: file.descriptor)
  }

  func append(_ samples: Span<Float>) throws { try self.samples.append(samples) }

  func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) throws -> Int {
    let channels = SampleClock.channels
    return try self.samples.read(from: frame * channels, frames * channels, into: &samples)
      / channels
  }
}

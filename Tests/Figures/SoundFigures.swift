import Foundation
import MediaTime
import Music
import Sound

/// What composing, mixing and finding beats cost, and how right the beats are.
struct SoundFigures {
  let folder: String

  func print() throws {
    for mood in Mood.allCases { try music(mood) }
    try mixing()
  }

  /// A minute of music: composed, played, measured, and its beats sought.
  private func music(_ mood: Mood) throws {
    let length = MediaTime(seconds: 60)
    var samples: [Float] = []
    var composition: Composition?
    let seconds = Figure.seconds {
      let made = Composition(MusicRecipe(mood: mood, seed: 1), duration: length)
      samples = Self.samples(of: ComposedMusic(made))
      composition = made
    }
    guard let composition else { return }
    try Figure("60 s of music, \(mood.rawValue)", seconds, "s").print()
    var meter = try LoudnessMeter()
    try meter.add(samples)
    if let loudness = meter.loudness.integrated {
      try Figure("loudness, \(mood.rawValue)", loudness, "LUFS").print()
    }
    var grid: BeatGrid?
    let seeking = try Figure.seconds { grid = try BeatTracker.beats(of: MemorySource(samples)) }
    try Figure("beats sought, \(mood.rawValue)", 60 / seeking, "times real time").print()
    let found = grid?.beats.map(\.seconds) ?? []
    let score = Self.agreement(found, composition.beats.map(\.seconds))
    try Figure("beats, \(mood.rawValue), F-measure", score, "").print()
    let midi = URL(filePath: folder).appending(path: "\(mood.rawValue).mid")
    try Data(composition.score.midi).write(to: midi)
  }

  private static func samples(of music: ComposedMusic) -> [Float] {
    let frames = music.frameCount
    var samples = [Float](repeating: 0, count: 2 * frames)
    var block = [Float](repeating: 0, count: 2 * 4096)
    var frame = 0
    while frame < frames {
      var span = block.mutableSpan
      let count = music.read(from: frame, frames: min(4096, frames - frame), into: &span)
      guard count > 0 else { break }
      for index in 0..<2 * count { samples[2 * frame + index] = block[index] }
      frame += count
    }
    return samples
  }

  /// The F-measure of beats within 70 ms of the true ones, the first five seconds aside (Davies,
  /// Degara and Plumbley, Evaluation Methods for Musical Audio Beat Tracking Algorithms, 2009).
  static func agreement(_ found: [Double], _ truth: [Double]) -> Double {
    let (found, truth) = (found.filter { $0 >= 5 }, truth.filter { $0 >= 5 })
    guard !found.isEmpty, !truth.isEmpty else { return 0 }
    var rest = found
    var hits = 0
    for beat in truth {
      guard let index = rest.firstIndex(where: { abs($0 - beat) <= 0.07 }) else { continue }
      rest.remove(at: index)
      hits += 1
    }
    return 2 * Double(hits) / Double(found.count + truth.count)
  }

  /// Five clips over a minute: music that gives way to a voice, and three effects.
  private func mixing() throws {
    let length = MediaTime(seconds: 60)
    let sources = (0..<5).map { MemorySource(Self.tone($0, seconds: 60)) }
    func clips(areDucked: Bool) -> [MixClip] {
      sources.enumerated().map { index, source in
        var clip = MixClip(source, start: .zero, duration: length, gain: 0.5)
        clip.role = index == 0 ? .music : index == 1 ? .speech : .effect
        clip.ducks = areDucked && index == 0
        return clip
      }
    }
    for areDucked in [false, true] {
      let seconds = try Figure.seconds {
        var mixer = Mixer(clips: clips(areDucked: areDucked), duration: length, ceiling: nil)
        while try mixer.next(frames: 9600) != nil {}
      }
      let name = areDucked ? "mixing five clips, ducked" : "mixing five clips"
      try Figure(name, 60 / seconds, "times real time").print()
    }
    let seconds = try Figure.seconds {
      let mixer = Mixer(clips: clips(areDucked: true), duration: length, ceiling: nil)
      var master = try Mastering().master(mixer, in: MemorySpool())
      while try master.next(frames: 9600) != nil {}
    }
    try Figure("mixing five clips, ducked and mastered", 60 / seconds, "times real time").print()
    for index in sources.indices {
      try WaveFile.write(
        Self.tone(index, seconds: 60),
        to: URL(filePath: folder).appending(path: "clip-\(index).wav"))
    }
  }

  /// A chord that swells once a second, so that ducking and limiting have something to do.
  private static func tone(_ index: Int, seconds: Int) -> [Float] {
    let hertz = 110 * pow(1.5, Double(index))
    var samples: [Float] = []
    samples.reserveCapacity(seconds * 96_000)
    for frame in 0..<seconds * 48_000 {
      let time = Double(frame) / 48_000
      let swell = 0.1 + 0.3 * abs(sin(.pi * time + Double(index)))
      let sample = Float(swell * sin(2 * .pi * hertz * time))
      samples += [sample, sample]
    }
    return samples
  }
}

/// What was mixed, in memory.
private final class MemorySpool: SampleSpool {
  private var samples: [Float] = []

  func append(_ samples: Span<Float>) throws {
    samples.withUnsafeBufferPointer { self.samples.append(contentsOf: $0) }
  }

  func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
    let start = frame * 2
    let count = min(frames * 2, self.samples.count - start)
    guard count > 0 else { return 0 }
    for index in 0..<count { samples[index] = self.samples[start + index] }
    return count / 2
  }
}

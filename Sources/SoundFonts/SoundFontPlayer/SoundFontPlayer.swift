internal import Foundation
public import Music
public import Sound

/// A score played by FluidSynth with a General MIDI sound font: 48 kHz stereo, rendered as it is
/// read.
///
/// Notes begin at multiples of 64 frames. Reads that follow each other are quickest; one that goes
/// back plays again from the start. Confined to one thread.
public final class SoundFontPlayer: SampleSource {
  private struct Event {
    let frame: Int
    let isStart: Bool
    let channel: Int
    let pitch: Int
    let velocity: Int
  }

  private static let chunk = 64
  private static let drums = 9

  /// Frames in all: the score's length.
  public let frameCount: Int
  private let synth: FluidSynth
  private let score: Score
  private let events: [Event]
  private var nextEvent = 0
  private var samples = [Float](repeating: 0, count: 2 * chunk)
  /// Frames rendered; the last chunk of them is in `samples`.
  private var position = 0

  /// Opens FluidSynth and the font at `font`, else where `KINORA_SOUND_FONT` says, else where fonts
  /// are installed for all. Throws where either is missing, or the file is no sound font; opening
  /// a library runs its code.
  public convenience init(_ score: Score, font: String? = nil) throws(SoundFontError) {
    let location = SoundFontLocation(
      path: font, variables: ProcessInfo.processInfo.environment)
    try self.init(score, synth: FluidSynth(font: try location.font()))
  }

  init(_ score: Score, synth: FluidSynth) throws(SoundFontError) {
    self.score = score
    self.synth = synth
    frameCount = SampleClock.frame(at: score.duration)
    events = Self.events(of: score)
    prepare()
  }

  /// Ends before starts, where both fall on one frame.
  private static func events(of score: Score) -> [Event] {
    var events: [Event] = []
    for (track, channel) in zip(score.tracks, channels(of: score))
    where track.instrument != .crackle {
      for note in track.notes {
        let start = SampleClock.frame(at: note.start)
        let end = SampleClock.frame(at: note.start + note.length)
        let velocity = Int(127 * note.velocity)
        events.append(
          Event(
            frame: start, isStart: true, channel: channel, pitch: note.pitch, velocity: velocity))
        events.append(
          Event(frame: end, isStart: false, channel: channel, pitch: note.pitch, velocity: 0))
      }
    }
    return events.sorted { first, second in
      (first.frame, first.isStart ? 1 : 0, first.channel, first.pitch)
        < (second.frame, second.isStart ? 1 : 0, second.channel, second.pitch)
    }
  }

  /// A channel a track, but for drums, which share theirs.
  private static func channels(of score: Score) -> [Int] {
    var next = 0
    return score.tracks.map { track in
      if track.instrument.isPercussion { return drums }
      defer { next = (next + 1) % 16 == drums ? next + 2 : (next + 1) % 16 }
      return next
    }
  }

  private func prepare() {
    for (track, channel) in zip(score.tracks, Self.channels(of: score))
    where track.instrument != .crackle {
      synth.program(track.instrument.program, channel: channel)
      synth.control(7, Int(100 * pow(10, track.level / 40)), channel: channel)
      synth.control(10, Int(64 + 63 * track.pan), channel: channel)
      synth.control(91, 45, channel: channel)
    }
  }

  /// Renders frames; fewer than asked only at the end. Throws where FluidSynth fails.
  public func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) throws -> Int {
    let count = min(frames, frameCount - frame)
    guard count > 0 else { return 0 }
    var done = 0
    while done < count {
      let place = frame + done
      try render(chunk: place / Self.chunk)
      let first = place % Self.chunk
      let length = min(Self.chunk - first, count - done)
      for index in 0..<length {
        let fade = fade(at: place + index)
        samples[2 * (done + index)] = self.samples[2 * (first + index)] * fade
        samples[2 * (done + index) + 1] = self.samples[2 * (first + index) + 1] * fade
      }
      done += length
    }
    return count
  }

  /// Has a chunk in `samples`.
  private func render(chunk: Int) throws(SoundFontError) {
    if (chunk + 1) * Self.chunk < position {
      try synth.start()
      (position, nextEvent) = (0, 0)
      prepare()
    }
    while position < (chunk + 1) * Self.chunk {
      while nextEvent < events.count, events[nextEvent].frame < position + Self.chunk {
        let event = events[nextEvent]
        if event.isStart {
          synth.begin(event.pitch, velocity: event.velocity, channel: event.channel)
        } else {
          synth.end(event.pitch, channel: event.channel)
        }
        nextEvent += 1
      }
      try synth.render(into: &samples)
      position += Self.chunk
    }
  }

  /// What still rings at the end is gone with the last frame.
  private func fade(at frame: Int) -> Float {
    let length = max(min(frameCount / 3, SampleClock.rate * 2), 1)
    let left = frameCount - 1 - frame
    guard left < length else { return 1 }
    let part = Float(left) / Float(length)
    return part * part * (3 - 2 * part)
  }
}

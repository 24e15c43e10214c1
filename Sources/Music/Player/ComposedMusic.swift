internal import Foundation
public import Sound

/// A composition played by Kinora's own instruments: 48 kHz stereo, rendered as it is read.
///
/// It needs the memory of some twenty seconds however long the music is. Reads that follow each
/// other are quickest; one that goes elsewhere renders again what still sounds there, and gives
/// the same samples. Confined to one thread.
public final class ComposedMusic: SampleSource {
  private let composition: Composition
  private let bus: MixBus
  private let fadeFrames: Int
  private var finisher: Finisher?
  /// The number of the block that `current` is, and the one after it.
  private var number = -1
  private var current = StereoBlock()
  private var ahead = StereoBlock()
  private var finished = StereoBlock()

  /// Music of this score.
  public init(_ composition: Composition) {
    self.composition = composition
    bus = MixBus(composition)
    let ring = composition.frameCount - composition.lastFrame
    fadeFrames = max(min(ring * 4 / 5, SampleClock.rate * 7 / 2), 1)
  }

  /// Frames in all: the composition's length.
  public var frameCount: Int { composition.frameCount }

  /// Renders frames; fewer than asked only at the end.
  public func read(from frame: Int, frames: Int, into samples: inout MutableSpan<Float>) -> Int {
    let count = min(frames, frameCount - frame)
    guard count > 0 else { return 0 }
    var done = 0
    while done < count {
      let place = frame + done
      move(to: place / StereoBlock.frames)
      let first = place % StereoBlock.frames
      let length = min(StereoBlock.frames - first, count - done)
      for index in 0..<length {
        let fade = fade(at: place + index)
        samples[(done + index) * 2] = finished.left[first + index] * fade
        samples[(done + index) * 2 + 1] = finished.right[first + index] * fade
      }
      done += length
    }
    return count
  }

  /// Has the block of this number in `finished`.
  private func move(to block: Int) {
    if block == number { return }
    if block != number + 1 || number < 0 { start(at: block) } else { step() }
    finished = current
    finisher?.finish(&finished)
    number = block
  }

  /// Hears the bounded past of a block, the block and the one ahead.
  private func start(at block: Int) {
    var finisher = Finisher(gain: gain, drive: composition.room.drive)
    let first = max(block - Finisher.past, 0)
    for number in first...block {
      current = bus.block(number)
      finisher.hear(current)
    }
    ahead = bus.block(block + 1)
    finisher.hear(ahead)
    self.finisher = finisher
  }

  private func step() {
    current = ahead
    ahead = bus.block(number + 2)
    finisher?.hear(ahead)
  }

  /// The last chord dies away by itself; what is left of it is gone with the last frame.
  private func fade(at frame: Int) -> Float {
    let left = frameCount - 1 - frame
    guard left < fadeFrames else { return 1 }
    let part = Float(left) / Float(fadeFrames)
    return part * part * (3 - 2 * part)
  }

  /// The gain that brings the fullest stretch to its loudness.
  private lazy var gain: Float = Leveler(composition).gain
}

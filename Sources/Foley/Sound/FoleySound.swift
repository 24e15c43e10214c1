public import MediaTime
public import Sound

/// A made-up sound as a source for the mixer, made as it is read.
///
/// An ambience lasts as long as it is asked to and never repeats itself; memory is bounded by a
/// second of sound. Whatever is read from wherever, in pieces of any size, a frame has the same
/// samples. Confined to one thread.
public final class FoleySound: SampleSource {
  /// Frames in all.
  public let frameCount: Int

  private let effect: SoundEffect
  private let synthesiser: any Synthesiser
  private let fadeIn: Int
  private let fadeOut: Int
  private let pageFrames: Int
  private var page: [Float] = []
  private var pageIndex = -1

  /// The true peak of what is struck once stays under −3 dBTP: its highest sample is this.
  private static let peak = 0.63
  /// Ambiences fade in and out for this many frames: a quarter and half a second.
  private static let ambienceFades = (12_000, 24_000)
  /// What is struck once begins with a millisecond, and has half of what follows its strongest
  /// moment, but no more than a second, to end in.
  private static func strikeFades(_ effect: SoundEffect) -> (Int, Int) {
    let after = (effect.naturalDuration ?? .zero) - effect.hit
    return (48, min(SampleClock.frame(at: after) / 2, SampleClock.rate))
  }

  /// A sound of `duration`; what is struck once ends by itself, however long is asked for.
  public init(_ recipe: FoleyRecipe, duration: MediaTime) {
    effect = recipe.effect
    let name = SoundEffect.allCases.firstIndex(of: recipe.effect) ?? 0
    synthesiser = effect.synthesiser(Chance(seed: recipe.seed).branch(name))
    let wanted = max(SampleClock.frame(at: duration), 0)
    let natural = effect.naturalDuration.map(SampleClock.frame(at:))
    frameCount = min(wanted, natural ?? wanted)
    pageFrames = natural ?? SampleClock.rate
    let fades = effect.isAmbience ? Self.ambienceFades : Self.strikeFades(effect)
    fadeIn = min(fades.0, frameCount / 3)
    fadeOut = min(fades.1, frameCount / 3)
  }

  /// Makes frames, or finds them where they were just made.
  public func read(
    from frame: Int, frames: Int, into samples: inout MutableSpan<Float>
  ) -> Int {
    let count = min(frames, frameCount - frame)
    guard count > 0 else { return 0 }
    var done = 0
    while done < count {
      let index = (frame + done) / pageFrames
      turn(to: index)
      let first = frame + done - index * pageFrames
      let part = min(count - done, pageFrames - first)
      for offset in 0..<part {
        let gain = fade(at: frame + done + offset)
        samples[(done + offset) * 2] = page[(first + offset) * 2] * gain
        samples[(done + offset) * 2 + 1] = page[(first + offset) * 2 + 1] * gain
      }
      done += part
    }
    return count
  }

  private func fade(at frame: Int) -> Float {
    var gain: Float = 1
    if frame < fadeIn { gain = Self.eased(Float(frame) / Float(fadeIn)) }
    let left = frameCount - 1 - frame
    if left < fadeOut { gain *= Self.eased(Float(left) / Float(fadeOut)) }
    return gain
  }

  private static func eased(_ progress: Float) -> Float { progress * progress * (3 - 2 * progress) }

  private func turn(to index: Int) {
    guard index != pageIndex else { return }
    var made = Page(start: index * pageFrames, frames: pageFrames)
    synthesiser.add(to: &made)
    if effect.isAmbience {
      made.scale(effect.level)
    } else {
      made.scale(Self.peak / max(made.peak, 1e-9))
    }
    page.removeAll(keepingCapacity: true)
    page.reserveCapacity(pageFrames * 2)
    for frame in made.left.indices {
      page.append(Self.bounded(made.left[frame]))
      page.append(Self.bounded(made.right[frame]))
    }
    pageIndex = index
  }

  /// Rare peaks of ambiences bend softly from 0.65 on and stay under 0.8.
  private static func bounded(_ sample: Double) -> Float {
    let excess = abs(sample) - 0.65
    guard excess > 0 else { return Float(sample) }
    let bent = 0.65 + 0.15 * excess / (excess + 0.15)
    return Float(sample < 0 ? -bent : bent)
  }
}

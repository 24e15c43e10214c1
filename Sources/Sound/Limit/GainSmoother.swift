/// Gains that peaks need, made into gains that nobody hears move: down to the lowest ahead in a
/// straight line of 5 ms, and back up slowly.
///
/// Gains are counted in 2^30ths, so that sums are exact and full gain is full gain again.
struct GainSmoother {
  static let unit: Int64 = 1 << 30
  /// Frames of the straight line.
  static let ramp = 240
  /// Frames around a peak that get its gain: those that the peak filter mixes.
  static let guardFrames = 8
  /// Frames from a gain that goes in to the frame that the gain coming out belongs to.
  static let delay = ramp - 1 + guardFrames

  private static let window = ramp + 2 * guardFrames

  /// The lowest gain of the window: positions and gains, both rising.
  private var lowest: [(position: Int, gain: Int64)] = []
  private var head = 0
  private var position = 0
  private var released = unit
  private var line = [Int64](repeating: unit, count: ramp)
  private var sum = unit * Int64(ramp)

  /// Whether everything is at full gain.
  var isIdle: Bool {
    sum == Self.unit * Int64(Self.ramp) && released == Self.unit && head == lowest.count
  }

  /// Takes in the gain that a frame needs; gives the one for the frame `delay` frames earlier.
  mutating func next(_ gain: Int64) -> Int64 {
    let minimum = slidingMinimum(gain)
    // Time constant 100 ms; the last steps are whole units, so that it arrives.
    let missing = Self.unit - released
    released = min(minimum, released + max(missing / 4800, min(1, missing)))
    let slot = position % Self.ramp
    sum += released - line[slot]
    line[slot] = released
    position += 1
    return sum
  }

  private mutating func slidingMinimum(_ gain: Int64) -> Int64 {
    if head < lowest.count, lowest[head].position <= position - Self.window { head += 1 }
    while lowest.count > head, let last = lowest.last, last.gain >= gain { lowest.removeLast() }
    if gain < Self.unit { lowest.append((position, gain)) }
    if head > 4 * Self.window || head == lowest.count {
      lowest.removeFirst(head)
      head = 0
    }
    return head < lowest.count ? lowest[head].gain : Self.unit
  }
}

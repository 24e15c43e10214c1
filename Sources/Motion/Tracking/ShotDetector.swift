/// Finds the cuts of a film, a few frames after they went by.
///
/// A cut is a change that stands out from the changes before and after it, in place and in the
/// spread of light, and after which nothing of before comes back within three frames. So neither
/// a dissolve, nor a fast move, nor a flash is one. Shots shorter than three frames are not
/// told apart.
public struct ShotDetector: Sendable {
  /// Signatures of the frames around the one to be judged.
  private var window: [LumaSignature] = []
  /// The change to each frame of `window` from the one before.
  private var changes: [Double] = []
  /// Index of the film's frame that is first in `window`.
  private var start = 0
  /// The next frame to be judged.
  private var next = 1

  /// How many frames after a cut it is told.
  static let lookahead = 3
  private static let lookback = 4
  private static let leastChange = 7.0
  private static let standsOut = 2.5

  /// A detector that has seen nothing.
  public init() {}

  /// Looks at the next frame; returns the index of the first frame after a cut once it is sure
  /// of one.
  public mutating func add(_ frame: LumaSignature) -> Int? {
    changes.append(window.last.map { frame.difference(from: $0).mean } ?? 0)
    window.append(frame)
    guard start + window.count - 1 >= next + Self.lookahead else { return nil }
    defer { advance() }
    return isCut(at: next - start) ? next : nil
  }

  /// The cuts among the last frames, once there are no more.
  public mutating func finish() -> [Int] {
    var cuts: [Int] = []
    while next < start + window.count {
      if isCut(at: next - start) { cuts.append(next) }
      advance()
    }
    return cuts
  }

  private mutating func advance() {
    next += 1
    let surplus = next - start - Self.lookback - 1
    guard surplus > 0 else { return }
    window.removeFirst(surplus)
    changes.removeFirst(surplus)
    start += surplus
  }

  private func isCut(at index: Int) -> Bool {
    let change = changes[index]
    guard change >= Self.leastChange else { return false }
    let near = max(index - 2, 1)...min(index + 2, window.count - 1)
    let around = near.filter { $0 != index }.map { changes[$0] }.max() ?? 0
    guard change > Self.standsOut * around + 2 else { return false }
    let distance = window[index].histogramDistance(from: window[index - 1])
    guard distance > 0.05 || change > 20 else { return false }
    for before in max(index - Self.lookback, 0)..<index {
      for after in index...min(index + Self.lookahead, window.count - 1) {
        guard window[after].difference(from: window[before]).mean > change / 2 else {
          return false
        }
      }
    }
    return true
  }
}

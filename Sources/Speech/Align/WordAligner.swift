/// Finds when each word of a phrase is heard, from how the words sound alone.
///
/// The words spoken one by one, end to end, are warped in time onto the phrase (Sakoe and Chiba,
/// “Dynamic programming algorithm optimization for spoken word recognition”, 1978; aeneas does so
/// for whole books). Between words there may be silence.
enum WordAligner {
  /// Where each word lies in the phrase, in seconds; in order, without overlap.
  /// - Parameters:
  ///   - words: each word spoken alone; none where the phrase is a single word.
  ///   - phrase: the phrase.
  static func ranges(of words: [Waveform], in phrase: Waveform) -> [ClosedRange<Double>] {
    let audible = phrase.audible
    if words.isEmpty {
      let rate = Double(phrase.rate)
      return [Double(audible.lowerBound) / rate...Double(audible.upperBound) / rate]
    }
    let lead = Double(audible.lowerBound) / Double(phrase.rate)
    let target = frames(phrase)
    let pieces = words.map(frames)
    let total = pieces.reduce(0) { $0 + $1.count }
    guard target.count * (total + pieces.count) <= mostSteps else {
      return scaled(pieces.map(\.count), total, lead, Double(audible.count) / Double(phrase.rate))
    }
    let warp = Warp(pieces: pieces, target: target)
    let hop = Double(SpectralFrames.hop) / Double(SpectralFrames.rate)
    return warp.spans().map {
      lead + Double($0.lowerBound) * hop...lead + Double($0.upperBound) * hop
    }
  }

  /// A warp keeps a byte for each pair of frames; this many are about a minute and a half.
  private static let mostSteps = 100_000_000

  /// Words as long as they are alone, all by the same factor.
  private static func scaled(
    _ counts: [Int], _ total: Int, _ lead: Double, _ seconds: Double
  ) -> [ClosedRange<Double>] {
    var passed = 0
    return counts.map { count in
      let start = lead + seconds * Double(passed) / Double(total)
      passed += count
      return start...max(start, lead + seconds * Double(passed) / Double(total))
    }
  }

  /// The frames of what is audible, brought to one level.
  private static func frames(_ waveform: Waveform) -> SpectralFrames {
    let audible = Array(waveform.samples[waveform.audible])
    let samples = Resampler(from: waveform.rate, to: SpectralFrames.rate).resample(audible)
    let sum = samples.reduce(0) { $0 + $1 * $1 }
    let level = (sum / Float(max(samples.count, 1))).squareRoot()
    let gain = level > 0 ? 0.1 / level : 0
    return SpectralFrames(of: samples.map { $0 * gain })
  }
}

/// The cheapest way to walk through pieces and target together.
private struct Warp {
  /// A frame of the pieces, or of the silence before a piece.
  private struct State {
    var piece: Int
    var isSilence: Bool
    /// Whether it begins a piece, so that the silence before it may be left out.
    var isFirst: Bool
  }

  private let states: [State]
  /// The states' frames, one after another.
  private let frames: [Float]
  private let target: SpectralFrames
  private let pieces: Int

  init(pieces: [SpectralFrames], target: SpectralFrames) {
    // What differs between two voices throughout says nothing about the words.
    let mean = SpectralFrames.mean(of: [target])
    let pieceMean = SpectralFrames.mean(of: pieces)
    self.target = target.without(mean)
    self.pieces = pieces.count
    let silence = SpectralFrames(of: []).without(mean).values
    let pieces = pieces.map { $0.without(pieceMean) }
    var states: [State] = []
    var frames: [Float] = []
    for (piece, own) in pieces.enumerated() {
      if piece > 0 {
        states.append(State(piece: piece, isSilence: true, isFirst: false))
        frames += silence
      }
      for index in 0..<own.count {
        states.append(State(piece: piece, isSilence: false, isFirst: index == 0))
      }
      frames += own.values
    }
    self.frames = frames
    self.states = states
  }

  private enum Step: UInt8 { case stay, next, leap, skip }

  /// The target's frames that belong to each piece.
  func spans() -> [Range<Int>] {
    let (rows, columns) = (target.count, states.count)
    var steps = [UInt8](repeating: 0, count: rows * columns)
    var before = [Float](repeating: .infinity, count: columns)
    var now = before
    for row in 0..<rows {
      for column in 0..<columns {
        let cost = distance(row, column)
        var best =
          row == 0 && column == 0 ? 0 : before[column] + (states[column].isSilence ? 0 : cost * 0.5)
        var step = Step.stay
        if column > 0, before[column - 1] < best { (best, step) = (before[column - 1], .next) }
        if states[column].isFirst, column > 1, before[column - 2] < best {
          (best, step) = (before[column - 2], .leap)
        }
        // A frame of the piece that the target doesn't have.
        if column > 0, !states[column].isSilence {
          let skipped = now[column - 1] + cost * 0.5
          if skipped < best + cost {
            now[column] = skipped
            steps[row * columns + column] = Step.skip.rawValue
            continue
          }
        }
        now[column] = best + cost
        steps[row * columns + column] = step.rawValue
      }
      swap(&before, &now)
    }
    return spans(along: steps, rows, columns)
  }

  private func spans(along steps: [UInt8], _ rows: Int, _ columns: Int) -> [Range<Int>] {
    var first = [Int](repeating: -1, count: pieces)
    var last = first
    var (row, column) = (rows - 1, columns - 1)
    while row >= 0, column >= 0 {
      let state = states[column]
      if !state.isSilence {
        if last[state.piece] < 0 { last[state.piece] = row + 1 }
        first[state.piece] = row
      }
      switch Step(rawValue: steps[row * columns + column]) ?? .stay {
      case .stay: row -= 1
      case .next: (row, column) = (row - 1, column - 1)
      case .leap: (row, column) = (row - 1, column - 2)
      case .skip: column -= 1
      }
    }
    var edge = 0
    return (0..<pieces).map { piece in
      let start = max(first[piece], edge)
      let end = max(last[piece], start)
      edge = end
      return start..<end
    }
  }

  private func distance(_ row: Int, _ column: Int) -> Float {
    let (target, frames) = (target.values.span, frames.span)
    let (first, second) = (row * SpectralFrames.width, column * SpectralFrames.width)
    var sum: Float = 0
    for index in 0..<SpectralFrames.width {
      let difference = target[first + index] - frames[second + index]
      sum += difference * difference
    }
    return sum.squareRoot()
  }
}

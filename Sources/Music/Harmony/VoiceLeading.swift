/// Chords set for voices that move as little as they can.
///
/// Every setting of a chord within the range is weighed by how far voices move, by parallel
/// fifths and octaves, by gaps and by what is left out, and the lightest is taken: dynamic
/// programming's greedy cousin, after the rules of four-part writing (Fux 1725; Tymoczko, The
/// geometry of musical chords, 2006).
struct VoiceLeading {
  /// Voices, at most as many as sound at once.
  let voices: Int
  /// Where they may move.
  let range: ClosedRange<Int>

  /// A setting of `chord`, lowest voice first, led from the setting before.
  func setting(of chord: Chord, after previous: [Int]?) -> [Int] {
    let tones = essentials(of: chord)
    var best: [Int] = []
    var least = Double.infinity
    var candidate: [Int] = []
    enumerate(tones, from: range.lowerBound, into: &candidate) { setting in
      let weight = weigh(setting, chord: chord, after: previous)
      if weight < least { (best, least) = (setting, weight) }
    }
    return best
  }

  /// The tones that must be heard: with more than there are voices, the fifth goes first, and
  /// then the root, which the bass has.
  private func essentials(of chord: Chord) -> [Int] {
    var intervals = chord.intervals
    if intervals.count > voices, intervals.count > 3, intervals[2] == 7 { intervals.remove(at: 2) }
    if intervals.count > voices, intervals.count > 3 { intervals.removeFirst() }
    while intervals.count > voices { intervals.remove(at: intervals.count - 2) }
    return intervals.map { (chord.root + $0) % 12 }
  }

  private func enumerate(
    _ tones: [Int], from lowest: Int, into setting: inout [Int], _ visit: ([Int]) -> Void
  ) {
    if setting.count == voices {
      if Set(tones).isSubset(of: Set(setting.map { $0 % 12 })) { visit(setting) }
      return
    }
    // No voice is more than an octave above the next lower one.
    let highest = min(range.upperBound, (setting.last ?? range.lowerBound + 3) + 12)
    guard lowest <= highest else { return }
    for pitch in lowest...highest where tones.contains(pitch % 12) {
      setting.append(pitch)
      enumerate(tones, from: pitch + 1, into: &setting, visit)
      setting.removeLast()
    }
  }

  private func weigh(_ setting: [Int], chord: Chord, after previous: [Int]?) -> Double {
    var weight = 0.0
    for index in setting.indices.dropFirst() {
      let gap = setting[index] - setting[index - 1]
      if gap <= 1 { weight += 6 }
      if gap == 2 { weight += setting[index - 1] < 60 ? 5 : 1 }
      if gap < 5, setting[index - 1] < 52 { weight += 3 }
    }
    guard let previous, previous.count == setting.count else {
      let center = Double(range.lowerBound + range.upperBound) / 2
      let mean = Double(setting.reduce(0, +)) / Double(setting.count)
      return weight + abs(mean - center)
    }
    for (from, to) in zip(previous, setting) {
      let move = abs(to - from)
      weight += Double(move) + (move > 4 ? Double(move - 4) * 2 : 0)
    }
    weight += 20 * Double(Self.parallels(previous, setting))
    // Settings drift towards an edge unless something pulls them back.
    let center = Double(range.lowerBound + range.upperBound) / 2
    let mean = Double(setting.reduce(0, +)) / Double(setting.count)
    return weight + abs(mean - center) * 0.3
  }

  /// Pairs of voices that move by the same way into a fifth or octave from one.
  static func parallels(_ before: [Int], _ after: [Int]) -> Int {
    var count = 0
    for low in before.indices {
      for high in before.indices where high > low {
        let interval = (before[high] - before[low]) % 12
        guard interval == 0 || interval == 7 else { continue }
        let moves = before[low] != after[low]
        if moves, (after[high] - after[low]) % 12 == interval { count += 1 }
      }
    }
    return count
  }
}

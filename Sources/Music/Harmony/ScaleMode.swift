/// The seven tones that a melody moves in.
enum ScaleMode: Sendable {
  case major
  case minor
  case dorian
  case lydian
  case mixolydian
  case harmonicMinor

  var steps: [Int] {
    switch self {
    case .major: [0, 2, 4, 5, 7, 9, 11]
    case .minor: [0, 2, 3, 5, 7, 8, 10]
    case .dorian: [0, 2, 3, 5, 7, 9, 10]
    case .lydian: [0, 2, 4, 6, 7, 9, 11]
    case .mixolydian: [0, 2, 4, 5, 7, 9, 10]
    case .harmonicMinor: [0, 2, 3, 5, 7, 8, 11]
    }
  }

  var isMinor: Bool {
    switch self {
    case .minor, .dorian, .harmonicMinor: true
    case .major, .lydian, .mixolydian: false
    }
  }

  /// The same kind of mode with the third that a key asks for.
  func with(minor: Bool) -> ScaleMode {
    isMinor == minor ? self : (minor ? .minor : .major)
  }
}

/// A scale on a tonic, bent where a chord borrows tones from outside it. Steps count its tones:
/// 0 is the tonic at or above middle C's octave, 7 the one above.
struct LocalScale: Sendable {
  /// Semitones of the seven steps above the tonic, rising.
  private let semitones: [Int]
  private let tonic: Int

  init(tonic: Int, mode: ScaleMode, chord: Chord) {
    var steps = mode.steps
    for tone in chord.tones {
      let above = (tone - tonic + 12) % 12
      guard !steps.contains(above) else { continue }
      let nearest = steps.indices.dropFirst().filter { index in
        abs(steps[index] - above) == 1 && !chord.contains(tonic + steps[index])
      }
      if let index = nearest.first { steps[index] = above }
    }
    semitones = steps
    self.tonic = tonic
  }

  func pitch(_ step: Int) -> Int {
    let octave = Int((Double(step) / 7).rounded(.down))
    return 60 + tonic + 12 * octave + semitones[step - 7 * octave]
  }

  /// The step nearest to a pitch.
  func step(near pitch: Int) -> Int {
    let guess = Int((Double(pitch - 60 - tonic) / 12 * 7).rounded())
    return (guess - 2...guess + 2).min { distance($0, pitch) < distance($1, pitch) } ?? guess
  }

  private func distance(_ step: Int, _ pitch: Int) -> Int { abs(self.pitch(step) - pitch) }

  /// The step nearest to one whose tone belongs to the chord; of two that are as near, the one
  /// on the side of another step.
  func chordStep(near step: Int, chord: Chord, toward other: Int? = nil) -> Int {
    let side = (other ?? step - 1) > step ? 1 : -1
    for distance in 0...3 {
      if chord.contains(pitch(step + side * distance)) { return step + side * distance }
      if chord.contains(pitch(step - side * distance)) { return step - side * distance }
    }
    return step
  }
}

/// Clips added up, apart by what they do to each other; interleaved, all of one length.
struct MixBlock {
  var steady: [Float]
  var yielding: [Float]
  var speech: [Float]
  var source: [Float]

  init(frames: Int) {
    steady = [Float](repeating: 0, count: frames * 2)
    (yielding, speech, source) = (steady, steady, steady)
  }

  /// Silences it; only `steady` where nothing gives way.
  mutating func clear(all: Bool) {
    for index in steady.indices { steady[index] = 0 }
    guard all else { return }
    for index in steady.indices {
      yielding[index] = 0
      speech[index] = 0
      source[index] = 0
    }
  }
}

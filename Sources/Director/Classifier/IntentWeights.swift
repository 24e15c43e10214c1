package enum IntentWeights {
  package static let scale = 1.0
  static let parts = [String(repeating: "P", count: 2 * 4096 * 17)]
}

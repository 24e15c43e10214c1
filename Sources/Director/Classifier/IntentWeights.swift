/// The weights of the classifier of intents, one character each. Written by
/// `scripts/train-intents`; not to be edited.
package enum IntentWeights {
  /// What a weight of 1 is worth.
  package static let scale = 0.239102
  static let parts = [part1, part2, part3, part4]
}

/// What depth is tested on.
package enum DepthPrompts {
  /// Prompts whose scenes, with any seed, training never sees.
  package static let tested = [
    "a lighthouse at dusk, waves", "mountains over a lake at noon", "a city at night",
    "hills under a blue sky", "a deer in a misty forest", "a meadow with flowers at noon",
    "a desert at sunset", "a house in the snow", "a street at dusk", "a boat on the sea at sunset",
    "a hot air balloon over the hills", "a beach at noon",
  ]
}

/// Flags that are read as they are typed: `-camera zoom in -motion 2 -ar 16:9`.
enum Flag: String, Hashable, Sendable, CaseIterable {
  case camera, motion, fps, ar, seed, neg, gs
}

/// What music is asked to be: a genre or a feeling. Each is composed in a way of its own.
public enum Mood: String, CaseIterable, Hashable, Sendable, Codable {
  /// Dusty electric piano over a lazy, swung beat.
  case loFi = "lo_fi"
  /// Slow pads without a beat.
  case ambient
  /// A pulse of strings under a wide theme that grows.
  case cinematic
  /// Bright, driving pop.
  case upbeat
  /// Guitars picked and strummed.
  case acoustic
  /// Four to the floor, side-chained pads and plucks.
  case electronic
  /// A piano alone.
  case piano
  /// A classical orchestra.
  case orchestral
  /// Heavy drums and a sub bass.
  case hipHop = "hip_hop"
  /// A trio: piano, walking bass, brushes.
  case jazz
  /// Three voices and noise, as a game console has them.
  case chiptune
  /// Sleigh bells, celesta and strings.
  case holiday
  /// Harp, flute and soft strings, at rest.
  case calm
  /// Ukulele-like plucks, claps and a whistled tune.
  case happy
  /// A lone piano and a cello, in minor.
  case sad
  /// Drums, brass and choir.
  case epic
  /// A waltz of strings and piano.
  case romantic
  /// Low ostinato, high strings, a clock.
  case suspense
}

/// Makes the voices of instruments.
struct VoiceFactory {
  private let drums = DrumBank()

  /// - Parameter seed: Makes the voice's noise its own.
  func voice(
    _ instrument: Instrument, pitch: Int, velocity: Double, gate: Int, seed: UInt64
  ) -> any SynthVoice {
    let note = VoiceNote(pitch: pitch, velocity: velocity, gate: gate, seed: seed)
    if instrument == .crackle { return CrackleVoice(note) }
    if instrument.isPercussion { return drums.voice(instrument, note) }
    if instrument == .electricPiano { return FrequencyVoice(note) }
    if let patch = Self.strings[instrument] { return StringVoice(note, patch) }
    if let patch = Self.tables[instrument] { return TableVoice(note, patch) }
    return ModalVoice.voice(instrument, note)
  }

  /// How long a voice may sound after it was let go, in seconds.
  static let longestRelease = 8.0

  private static let strings: [Instrument: StringVoice.Patch] = [
    .nylonGuitar: StringVoice.Patch(
      decay: 2.6, softness: 0.32, place: 0.22, brightness: 3800, damper: 0.12, level: 0.62),
    .steelGuitar: StringVoice.Patch(
      decay: 4.2, softness: 0.12, place: 0.12, brightness: 7500, damper: 0.1, level: 0.55),
    .harp: StringVoice.Patch(
      decay: 3.6, softness: 0.35, place: 0.4, brightness: 3600, damper: 0.8, level: 0.6),
    .uprightBass: StringVoice.Patch(
      decay: 1.15, softness: 0.48, place: 0.28, brightness: 900, damper: 0.12, level: 1.0),
    .electricBass: StringVoice.Patch(
      decay: 2.2, softness: 0.4, place: 0.2, brightness: 1500, damper: 0.09, level: 0.95),
    .pizzicato: StringVoice.Patch(
      decay: 0.55, softness: 0.42, place: 0.16, brightness: 3000, damper: 0.25, level: 0.8),
  ]

  private static let tables: [Instrument: TableVoice.Patch] = winds.merging(synthesisers) { $1 }

  private static let winds: [Instrument: TableVoice.Patch] = [
    .strings: TableVoice.Patch(
      wave: { .bowed }, unison: 2, detune: 19, isWide: true,
      shape: Envelope.Shape(attack: 0.11, decay: 2, sustain: 0.88, release: 0.55), cutoff: 3200,
      follow: 2.6, resonance: 0.6, touch: 1.1, vibrato: 7, vibratoRate: 5.4, level: 0.55),
    .cello: TableVoice.Patch(
      wave: { .bowed }, unison: 1, detune: 5, isWide: true,
      shape: Envelope.Shape(attack: 0.075, decay: 1.5, sustain: 0.85, release: 0.32), cutoff: 1700,
      follow: 3.4, resonance: 0.65, touch: 1.2, vibrato: 13, vibratoRate: 5.1, vibratoDelay: 0.45,
      breath: 0.008, level: 0.62),
    .brass: TableVoice.Patch(
      wave: { .saw }, unison: 2, detune: 11, isWide: true,
      shape: Envelope.Shape(attack: 0.055, decay: 0.8, sustain: 0.8, release: 0.26), cutoff: 900,
      follow: 3.4, resonance: 0.8, sweep: 0.9, sweepTime: 0.5, touch: 1.7, vibrato: 5,
      vibratoRate: 5, level: 0.62),
    .horn: TableVoice.Patch(
      wave: { .saw }, unison: 1, detune: 7, isWide: true,
      shape: Envelope.Shape(attack: 0.085, decay: 1, sustain: 0.85, release: 0.35), cutoff: 380,
      follow: 2.6, resonance: 0.75, sweep: 0.5, sweepTime: 0.6, touch: 1.2, vibrato: 4,
      vibratoRate: 4.6, level: 0.72),
    .flute: TableVoice.Patch(
      wave: { .flute }, shape: Envelope.Shape(attack: 0.07, decay: 1, sustain: 0.9, release: 0.16),
      cutoff: 2500, follow: 2, sweep: 0.15, touch: 1, vibrato: 11, vibratoRate: 5.1,
      vibratoDelay: 0.4, breath: 0.035, level: 0.6),
    .clarinet: TableVoice.Patch(
      wave: { .clarinet },
      shape: Envelope.Shape(attack: 0.05, decay: 1, sustain: 0.92, release: 0.13), cutoff: 2600,
      follow: 3, touch: 1.2, vibrato: 5, vibratoRate: 4.8, vibratoDelay: 0.6, breath: 0.012,
      level: 0.5),
    .whistle: TableVoice.Patch(
      wave: { .whistle },
      shape: Envelope.Shape(attack: 0.045, decay: 1, sustain: 0.9, release: 0.12), cutoff: 4000,
      follow: 2, vibrato: 16, vibratoRate: 5.6, vibratoDelay: 0.3, breath: 0.03, level: 0.5),
    .choir: TableVoice.Patch(
      wave: { .choir }, unison: 2, detune: 22, isWide: true,
      shape: Envelope.Shape(attack: 0.22, decay: 2, sustain: 0.9, release: 0.8), cutoff: 3200,
      follow: 1, resonance: 0.6, touch: 0.8, vibrato: 14, vibratoRate: 5, vibratoDelay: 0.5,
      breath: 0.02, level: 0.6),
  ]

  private static let synthesisers: [Instrument: TableVoice.Patch] = [
    .warmPad: TableVoice.Patch(
      wave: { .saw }, unison: 2, detune: 17, isWide: true,
      shape: Envelope.Shape(attack: 0.5, decay: 3, sustain: 0.85, release: 1.5), cutoff: 800,
      follow: 2, resonance: 0.75, sweep: 0.7, sweepTime: 2.2, touch: 0.7, vibrato: 3,
      vibratoRate: 0.4, level: 0.6),
    .glassPad: TableVoice.Patch(
      wave: { .triangle }, unison: 2, detune: 13, isWide: true,
      shape: Envelope.Shape(attack: 0.3, decay: 2, sustain: 0.7, release: 1.8), cutoff: 2600,
      follow: 2.5, resonance: 0.9, sweep: 0.8, sweepTime: 1.5, vibrato: 5, vibratoRate: 0.7,
      breath: 0.01, level: 0.6),
    .lead: TableVoice.Patch(
      wave: { .saw }, unison: 2, detune: 15, isWide: true,
      shape: Envelope.Shape(attack: 0.008, decay: 0.9, sustain: 0.75, release: 0.22), cutoff: 1600,
      follow: 3.4, resonance: 0.95, sweep: 1.4, sweepTime: 0.35, vibrato: 8, vibratoDelay: 0.4,
      level: 0.5),
    .pluck: TableVoice.Patch(
      wave: { .saw }, unison: 1, detune: 12, isWide: true,
      shape: Envelope.Shape(attack: 0.002, decay: 0.6, sustain: 0, release: 0.15), cutoff: 260,
      follow: 1, resonance: 1.3, sweep: 7, sweepTime: 0.16, touch: 1.2, level: 0.8),
    .synthBass: TableVoice.Patch(
      wave: { .saw }, unison: 2, detune: 9,
      shape: Envelope.Shape(attack: 0.003, decay: 0.8, sustain: 0.6, release: 0.08), cutoff: 160,
      follow: 1.6, resonance: 1.4, sweep: 3.2, sweepTime: 0.18, touch: 1, sub: 0.35, drive: 0.35,
      level: 0.75),
    .subBass: TableVoice.Patch(
      wave: { .triangle },
      shape: Envelope.Shape(attack: 0.008, decay: 3, sustain: 0.7, release: 0.14), cutoff: 220,
      follow: 1.5, sweep: 1.2, sweepTime: 0.12, drive: 0.6, level: 1.0),
    .pulse: TableVoice.Patch(
      wave: { .square },
      shape: Envelope.Shape(attack: 0.001, decay: 1.2, sustain: 0.6, release: 0.03),
      cutoff: 16_000, follow: 0, touch: 0, vibrato: 9, vibratoRate: 6, vibratoDelay: 0.25,
      level: 0.42),
    .narrowPulse: TableVoice.Patch(
      wave: { .narrowPulse },
      shape: Envelope.Shape(attack: 0.001, decay: 0.35, sustain: 0.35, release: 0.02),
      cutoff: 16_000,
      follow: 0, touch: 0, level: 0.4),
    .triangle: TableVoice.Patch(
      wave: { .triangle },
      shape: Envelope.Shape(attack: 0.001, decay: 2, sustain: 0.9, release: 0.02),
      cutoff: 12_000, follow: 0, touch: 0, level: 0.7),
  ]
}

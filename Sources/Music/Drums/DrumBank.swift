/// Strokes of drums, each computed when it is first struck.
final class DrumBank {
  private struct Key: Hashable {
    let instrument: Instrument
    let drum: Int
    let take: Int
  }

  private var strokes: [Key: [Float]] = [:]
  /// No two strokes of one drum in a row are the same.
  private static let takes = 4

  func voice(_ instrument: Instrument, _ note: VoiceNote) -> SampleVoice {
    let take = Int(note.seed % UInt64(Self.takes))
    let key = Key(instrument: instrument, drum: note.pitch, take: take)
    let samples: [Float]
    if let stroke = strokes[key] {
      samples = stroke
    } else {
      var drum = DrumStroke(
        drum: note.pitch, kit: instrument, seed: UInt64(note.pitch * 31 + take))
      samples = drum.render()
      strokes[key] = samples
    }
    let force = 0.08 + 0.92 * note.velocity * note.velocity
    return SampleVoice(samples, gain: force, pan: Self.pan(note.pitch))
  }

  /// Where a drum stands, as the drummer's audience sees it.
  private static func pan(_ drum: Int) -> Float {
    switch drum {
    case Drum.closedHat, Drum.pedalHat, Drum.openHat: 0.35
    case Drum.ride, Drum.triangle: -0.4
    case Drum.crash, Drum.swell: 0.3
    case Drum.highTom: 0.25
    case Drum.middleTom: 0
    case Drum.lowTom: -0.3
    case Drum.shaker, Drum.sleighBells: -0.35
    case Drum.tambourine, Drum.woodBlock: 0.4
    case Drum.clap: -0.1
    default: 0
    }
  }
}

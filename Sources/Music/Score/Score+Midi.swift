internal import Foundation
internal import Sound

extension Score {
  /// The score as a standard MIDI file of format 1 (The complete MIDI 1.0 detailed specification,
  /// 1996): a track of tempo and metre, then one an instrument, drums on channel 10, programs of
  /// General MIDI, 960 ticks a beat.
  public var midi: [UInt8] {
    var chunks = [conductor()]
    var channel = 0
    for track in tracks where track.instrument != .crackle {
      let isDrum = track.instrument.isPercussion
      if !isDrum {
        channel = (channel + 1) % 16
        if channel == 9 { channel = 10 }
      }
      chunks.append(events(of: track, channel: UInt8(isDrum ? 9 : channel)))
    }
    var bytes = Array("MThd".utf8) + Self.bytes(6, 4) + Self.bytes(1, 2)
    bytes += Self.bytes(chunks.count, 2) + Self.bytes(Self.ticksPerBeat, 2)
    for chunk in chunks { bytes += Array("MTrk".utf8) + Self.bytes(chunk.count, 4) + chunk }
    return bytes
  }

  private static let ticksPerBeat = 960

  private func ticks(_ frame: Int) -> Int {
    let beats = Double(frame) * tempo / (60 * Double(SampleClock.rate))
    return Int((beats * Double(Self.ticksPerBeat)).rounded())
  }

  private func conductor() -> [UInt8] {
    let microseconds = Int((60_000_000 / tempo).rounded())
    var bytes: [UInt8] = [0, 0xFF, 0x51, 3] + Self.bytes(microseconds, 3)
    bytes += [0, 0xFF, 0x58, 4, UInt8(beatsPerBar), 2, 24, 8]
    let end = ticks(SampleClock.frame(at: duration))
    return bytes + Self.variable(end) + [0xFF, 0x2F, 0]
  }

  private func events(of track: Track, channel: UInt8) -> [UInt8] {
    var events: [(tick: Int, order: Int, bytes: [UInt8])] = []
    for note in track.notes {
      let start = ticks(note.startFrame)
      let end = max(ticks(note.startFrame + note.frames), start + 1)
      let velocity = UInt8(max(1, min(127, Int(note.velocity * 127))))
      let pitch = UInt8(max(0, min(127, note.pitch)))
      events.append((start, 1, [0x90 | channel, pitch, velocity]))
      events.append((end, 0, [0x80 | channel, pitch, 64]))
    }
    events.sort { ($0.tick, $0.order) < ($1.tick, $1.order) }
    let name = Array(track.name.utf8)
    var bytes: [UInt8] = [0, 0xFF, 0x03, UInt8(name.count)] + name
    bytes += [0, 0xC0 | channel, UInt8(track.instrument.program)]
    let volume = max(0, min(127, Int(110 * amplitude(decibels: track.mix.level / 2))))
    bytes += [0, 0xB0 | channel, 7, UInt8(volume)]
    bytes += [0, 0xB0 | channel, 10, UInt8(max(0, min(127, Int(64 + 63 * track.mix.pan))))]
    var last = 0
    for event in events {
      bytes += Self.variable(event.tick - last) + event.bytes
      last = event.tick
    }
    return bytes + [0, 0xFF, 0x2F, 0]
  }

  /// A number of so many bytes, the highest first.
  private static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
  }

  /// A quantity of variable length: seven bits a byte.
  private static func variable(_ value: Int) -> [UInt8] {
    var bytes = [UInt8(value & 0x7F)]
    var rest = value >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}

import MediaTime
import Music
import Testing

@Suite struct ScoreMidiTests {
  /// What a standard MIDI file holds, read by its specification; nil where it is damaged.
  private struct MidiFile {
    var division = 0
    var tempo = 0
    var notesOn = 0
    var notesOff = 0
    var tracks = 0
    var lastTick = 0
    var channels: Set<UInt8> = []

    init?(_ bytes: [UInt8]) {
      guard bytes.count > 14, Array(bytes[0..<4]) == Array("MThd".utf8) else { return nil }
      division = Int(bytes[12]) << 8 | Int(bytes[13])
      var place = 14
      while place + 8 <= bytes.count {
        guard Array(bytes[place..<place + 4]) == Array("MTrk".utf8) else { return nil }
        let length = bytes[place + 4..<place + 8].reduce(0) { $0 << 8 | Int($1) }
        guard place + 8 + length <= bytes.count,
          read(Array(bytes[place + 8..<place + 8 + length]))
        else { return nil }
        place += 8 + length
        tracks += 1
      }
      guard place == bytes.count, tracks == Int(bytes[10]) << 8 | Int(bytes[11]) else { return nil }
    }

    private mutating func read(_ bytes: [UInt8]) -> Bool {
      var (place, tick) = (0, 0)
      while place < bytes.count {
        var delta = 0
        while bytes[place] & 0x80 != 0 {
          delta = delta << 7 | Int(bytes[place] & 0x7F)
          place += 1
        }
        tick += delta << 7 | Int(bytes[place])
        place += 1
        lastTick = max(lastTick, tick)
        let status = bytes[place]
        switch status & 0xF0 {
        case 0x90: notesOn += 1
        case 0x80: notesOff += 1
        default: break
        }
        if status == 0xFF {
          if bytes[place + 1] == 0x2F { return place + 3 == bytes.count }
          if bytes[place + 1] == 0x51 {
            tempo = bytes[place + 3..<place + 6].reduce(0) { $0 << 8 | Int($1) }
          }
          place += 3 + Int(bytes[place + 2])
        } else {
          channels.insert(status & 0x0F)
          place += status & 0xF0 == 0xC0 ? 2 : 3
        }
      }
      return false
    }
  }

  @Test("Every mood's score is a whole MIDI file with its notes", arguments: Mood.allCases)
  func writes(_ mood: Mood) throws {
    let score = piece(mood, seconds: 20).score
    let file = try #require(MidiFile(score.midi))
    let played = score.tracks.filter { $0.instrument != .crackle }
    #expect(file.notesOn == played.reduce(0) { $0 + $1.notes.count })
    #expect(file.notesOff == file.notesOn)
    #expect(file.tracks == played.count + 1)
    #expect(abs(60_000_000 / Double(file.tempo) - score.tempo) < 0.01)
    let seconds = Double(file.lastTick) / Double(file.division) * 60 / score.tempo
    #expect(abs(seconds - 20) < 0.01)
    #expect(file.channels.contains(9) == played.contains { $0.instrument.isPercussion })
  }

  @Test("The reader refuses what is damaged")
  func refuses() {
    let bytes = piece(.piano, seconds: 3).score.midi
    #expect(MidiFile(bytes) != nil)
    #expect(MidiFile(Array(bytes.dropLast())) == nil)
    #expect(MidiFile([]) == nil)
  }
}

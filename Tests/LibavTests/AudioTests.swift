import CFFmpeg
import Foundation
import Libav
import MediaTime
import Testing

@Suite struct AudioTests {
  let folder = Folder()

  func noise(_ count: Int, seed: UInt64 = 5) -> [Int16] {
    var generator = SeededGenerator(seed: seed)
    var value = 0.0
    return (0..<count).map { _ in
      value = value * 0.9 + Double.random(in: -3000...3000, using: &generator)
      return Int16(max(-32000, min(32000, value)))
    }
  }

  @Test func samplesComeThroughUntouched() throws {
    let samples = noise(9600)
    let path = try folder.write(Fixtures.wav(samples, channels: 2, rate: 48_000), to: "a")
    let reader = try AudioReader(path: path)
    #expect(reader.duration == MediaTime(1, over: 10))
    let read = try reader.read(count: 10_000)
    #expect(read == samples.map { Float($0) / 32768 })
    #expect(try reader.read(count: 10).isEmpty)
  }

  @Test func monoGoesToBothSidesUnchanged() throws {
    let samples = noise(480)
    let path = try folder.write(Fixtures.wav(samples, channels: 1, rate: 48_000), to: "a")
    let read = try AudioReader(path: path).read(count: 1000)
    #expect(read == samples.flatMap { [Float($0) / 32768, Float($0) / 32768] })
  }

  @Test func surroundIsMixedDown() throws {
    // Left, right, centre, bass, back left, back right, one after the other.
    var samples: [Int16] = []
    for channel in 0..<6 {
      var frame = [Int16](repeating: 0, count: 6)
      frame[channel] = 8192
      for _ in 0..<100 { samples += frame }
    }
    let path = try folder.write(Fixtures.wav(samples, channels: 6, rate: 48_000), to: "a")
    let read = try AudioReader(path: path).read(count: 600)
    let levels: [[Float]] = (0..<6).map { channel in
      let middle = channel * 200 + 100
      return [read[middle], read[middle + 1]]
    }
    let wanted: [[Float]] = [
      [0.25, 0], [0, 0.25], [0.177, 0.177], [0, 0], [0.177, 0], [0, 0.177],
    ]
    for (level, wanted) in zip(levels, wanted) {
      #expect(abs(level[0] - wanted[0]) < 0.001)
      #expect(abs(level[1] - wanted[1]) < 0.001)
    }
  }

  @Test(arguments: [44_100, 22_050, 8000, 96_000, 32_000, 48_000])
  func anyRateBecomes48Kilohertz(rate: Int) throws {
    let step = 2 * Double.pi * 1000 / Double(rate)
    let samples = (0..<rate * 2).map { Int16(16_000 * sin(step * Double($0))) }
    let path = try folder.write(Fixtures.wav(samples, channels: 1, rate: rate), to: "a")
    let read = try AudioReader(path: path).read(count: 200_000)
    #expect(abs(read.count / 2 - 96_000) <= 1)
    for index in stride(from: 2000, to: 94_000, by: 97) {
      let wanted = Float(16_000.0 / 32768 * sin(2 * .pi * Double(index) / 48))
      #expect(abs(read[index * 2] - wanted) < 0.01)
    }
  }

  @Test(arguments: [44_100, 48_000, 11_025])
  func seekingIsTheSameAsReadingOn(rate: Int) throws {
    let samples = noise(rate * 6)
    let path = try folder.write(Fixtures.wav(samples, channels: 2, rate: rate), to: "a")
    let all = try AudioReader(path: path).read(count: 200_000)
    let reader = try AudioReader(path: path)
    let seed: UInt64 = 99
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let sample = Int.random(in: 0..<(all.count / 2 - 500), using: &generator)
      try reader.seek(to: MediaTime(Int64(sample), over: 48_000))
      let read = try reader.read(count: 500)
      let wanted = all[sample * 2..<sample * 2 + 1000]
      let difference = zip(read, wanted).map { abs($0 - $1) }.max() ?? 1
      #expect(read.count == 1000)
      #expect(difference < 1e-5, "at \(sample), seed \(seed)")
    }
    try reader.seek(to: MediaTime(seconds: 60))
    #expect(try reader.read(count: 10).isEmpty)
  }

  @Test func filmSoundSeeksToTheSample() throws {
    let path = folder.file("film.mp4")
    let tone = Pattern.tone(1000, seconds: 3)
    try Pattern.film(at: path, frames: 90, sound: try Pattern.sound(tone))
    let all = try AudioReader(path: path).read(count: 200_000)
    #expect(all.count == tone.count)
    let reader = try AudioReader(path: path)
    for sample in [0, 1, 777, 48_000, 100_001, 30_000] {
      try reader.seek(to: MediaTime(Int64(sample), over: 48_000))
      let read = try reader.read(count: 400)
      let wanted = all[sample * 2..<sample * 2 + 800]
      #expect((zip(read, wanted).map { abs($0 - $1) }.max() ?? 1) < 0.01, "at \(sample)")
    }
    let inner = (10_000..<130_000).map { abs(all[$0 * 2] - tone[$0 * 2]) }.max() ?? 1
    // A sample out of step would differ by more.
    #expect(inner < 0.05, "in step with what was encoded")
  }

  @Test(arguments: [44_100, 48_000])
  func gapsAreSilentAndKeepTheirLength(rate: Int) throws {
    let path = folder.file("gap")
    // The film begins with its first sample: a second, three quarters of silence, a second.
    try OddMedia.writeSound(to: path, rate: rate, packets: 20) { index in
      rate / 2 + index * rate / 10 + (index >= 10 ? rate * 3 / 4 : 0)
    }
    let reader = try AudioReader(path: path)
    let all = try reader.read(count: 400_000)
    #expect(abs(all.count / 2 - 48_000 * 11 / 4) <= 2)
    func loudness(_ from: Double, _ to: Double) -> Float {
      all[Int(from * 96_000)..<min(all.count, Int(to * 96_000))].map { abs($0) }.max() ?? -1
    }
    #expect(loudness(0.01, 0.99) > 0.2)
    #expect(loudness(1.01, 1.74) < 0.001)
    #expect(loudness(1.76, 2.7) > 0.2)
    for milliseconds in [0, 100, 990, 1200, 1749, 1900] {
      try reader.seek(to: MediaTime(Milliseconds(milliseconds)))
      let read = try reader.read(count: 3000)
      let wanted = all[milliseconds * 96..<milliseconds * 96 + 6000]
      let difference = zip(read, wanted).map { abs($0 - $1) }.max() ?? 1
      #expect(difference < 0.001, "at \(milliseconds) ms")
    }
  }

  @Test func silentFilesAreNamed() throws {
    let path = folder.file("film.mp4")
    try Pattern.film(at: path, frames: 3)
    let error = #expect(throws: MediaError.self) { try AudioReader(path: path) }
    #expect(error?.code == .noAudio)
    let wav = try folder.write(
      Fixtures.wav(noise(100), channels: 1, rate: 48_000), to: "photo.jpg")
    #expect(try Media.probe(path: wav).kind == .audio)
    #expect(throws: MediaError.self) { try VideoReader(path: wav) }
    #expect(throws: MediaError.self) { try Still.decode(path: wav) }
  }

  @Test func hugeLevelsAndNonsenseAreTamed() throws {
    let encoder = try AudioEncoder()
    let samples: [Float] = (0..<9600).map { [.nan, .infinity, 9, -9, 0.1][$0 % 5] }
    try encoder.encode(samples.span)
    let sound = try encoder.finish()
    #expect(sound.sampleCount == 4800)
    #expect(try AudioEncoder().finish().packets.isEmpty)
  }
}

import Foundation
import Libav
import MediaTime
import Pixels
import Testing

@Suite struct ChunkTests {
  let folder = Folder()
  let settings = VideoSettings(
    size: PixelSize(width: 160, height: 96), frameRate: FrameRate(30), preset: .veryfast, crf: 20)

  @Test(arguments: VideoSettings.Preset.allCases)
  func equalPicturesGiveEqualBytes(preset: VideoSettings.Preset) throws {
    var settings = settings
    settings.preset = preset
    let first = try Pattern.chunk(0..<12, settings: settings)
    let second = try Pattern.chunk(0..<12, settings: settings)
    #expect(first == second)
    #expect(first.packets.map(\.isKey) == [true] + Array(repeating: false, count: 11))
    #expect(Set(first.packets.map(\.presentation)) == Set(0..<12))
    #expect(zip(first.packets.dropFirst(), first.packets).allSatisfy { $0.decoding > $1.decoding })
    #expect(first.packets.allSatisfy { $0.decoding <= $0.presentation })
  }

  @Test func chunksOfAnyLengthShareTheirParameterSets() throws {
    let chunks = try [1, 2, 5, 60].map { try Pattern.chunk(0..<$0, settings: settings) }
    #expect(Set(chunks.map(\.parameterSets)).count == 1)
    #expect(chunks[0].parameterSets == (try VideoEncoder(settings: settings).parameterSets))
    #expect(chunks.map(\.frameCount) == [1, 2, 5, 60])
  }

  @Test(arguments: [[1, 1, 1], [2, 1, 7, 30], [30, 30, 1], [5, 2, 3, 4, 1]])
  func joinedChunksPlayWithoutAGap(lengths: [Int]) throws {
    let path = folder.file("film.mp4")
    var writer: MovieWriter?
    var start = 0
    for length in lengths {
      let chunk = try Pattern.chunk(start..<start + length, settings: settings)
      if writer == nil {
        writer = try MovieWriter(
          path: path, settings: settings, parameterSets: chunk.parameterSets)
      }
      try writer?.append(chunk, atFrame: start)
      start += length
    }
    try writer?.finish()
    let probe = try Media.probe(path: path)
    #expect(probe.video?.frameCount == start)
    #expect(probe.video?.isVariableFrameRate == false)
    #expect(probe.duration == MediaTime(Int64(start), over: 30))
    let reader = try VideoReader(path: path)
    for number in 0..<start {
      let picture = try reader.frame(at: MediaTime(Int64(number), over: 30))
      #expect(Pattern.number(of: picture) == number)
    }
  }

  @Test func fullChromaIsHalved() throws {
    let encoder = try VideoEncoder(settings: settings)
    let picture = Pattern.frame(3, size: settings.size, isFullChroma: true)
    try encoder.encode(picture)
    let chunk = try encoder.finish()
    let path = folder.file("film.mp4")
    let writer = try MovieWriter(
      path: path, settings: settings, parameterSets: chunk.parameterSets)
    try writer.append(chunk, atFrame: 0)
    try writer.finish()
    let decoded = try VideoReader(path: path).frame(at: .zero)
    #expect(decoded.luma.psnr(against: picture.luma) > 35)
    #expect(decoded.cb.psnr(against: Pattern.frame(3, size: settings.size).cb) > 38)
  }

  @Test func chunksAreKeptInAFile() throws {
    let first = try Pattern.chunk(0..<9, settings: settings)
    let second = try Pattern.chunk(9..<14, settings: settings)
    let descriptor = open(folder.file("spill"), O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    let end = try second.write(toFile: descriptor, at: first.storedCount + 100)
    #expect(end == first.storedCount + 100 + second.storedCount)
    #expect(try first.write(toFile: descriptor, at: 0) == first.storedCount)
    #expect(try EncodedChunk(fromFile: descriptor, at: first.storedCount + 100) == second)
    #expect(try EncodedChunk(fromFile: descriptor, at: 0) == first)
    #expect(throws: MediaError.self) { try EncodedChunk(fromFile: descriptor, at: 1) }
    ftruncate(descriptor, off_t(first.storedCount - 1))
    #expect(throws: MediaError.self) { try EncodedChunk(fromFile: descriptor, at: 0) }
  }

  @Test func damagedChunksAreRefusedNotTrusted() throws {
    let chunk = try Pattern.chunk(0..<3, settings: settings)
    let descriptor = open(folder.file("spill"), O_RDWR | O_CREAT, 0o600)
    defer { close(descriptor) }
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      try chunk.write(toFile: descriptor, at: 0)
      let offset = off_t(Int.random(in: 0..<32 + 3 * 40, using: &generator))
      var byte = UInt8.random(in: .min ... .max, using: &generator)
      pwrite(descriptor, &byte, 1, offset)
      let read = try? EncodedChunk(fromFile: descriptor, at: 0)
      #expect(read?.packets.allSatisfy { $0.offset + $0.count <= chunk.bytes.count } ?? true)
    }
  }
}

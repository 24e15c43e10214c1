import Foundation
import MediaTime
import Pixels
import Testing
import Timeline
import Workshop

@Suite struct ProbeTests {
  let workshop = Workshop.tested()

  struct Kind: Sendable, CustomStringConvertible {
    let name: String
    let type: String
    let kind: MediaFacts.Kind
    let make: @Sendable (TestFolder, String) throws -> Void
    var description: String { name }

    init(
      _ name: String, _ type: String, _ kind: MediaFacts.Kind,
      _ make: @escaping @Sendable (TestFolder, String) throws -> Void
    ) {
      (self.name, self.type, self.kind, self.make) = (name, type, kind, make)
    }

    static func remuxed(
      _ name: String, _ type: String, as format: String, soundOnly: Bool = false
    ) -> Kind {
      Kind(name, type, soundOnly ? .audio : .video) { folder, name in
        let source = try folder.film("source.mp4")
        try OddFiles.remux(source, to: folder(name), as: format, soundOnly: soundOnly)
      }
    }
  }

  static let kinds = [
    Kind("film.mp4", "video/mp4", .video) { try $0.film($1) },
    Kind("film called.jpg", "video/mp4", .video) { try $0.film($1) },
    .remuxed("film.mov", "video/quicktime", as: "mov"),
    Kind("film.avi", "video/x-msvideo", .video) { try OddFiles.writeAVI(to: $0($1)) },
    .remuxed("film.mkv", "video/x-matroska", as: "matroska"),
    .remuxed("sound.mka", "audio/x-matroska", as: "matroska", soundOnly: true),
    .remuxed("sound.m4a", "audio/mp4", as: "ipod", soundOnly: true),
    .remuxed("sound.aac", "audio/aac", as: "adts", soundOnly: true),
    Kind("film.webm", "video/webm", .video) { folder, name in
      let source = try folder.film("source.mp4")
      try OddFiles.remux(source, to: folder("source.mkv"), as: "matroska", soundOnly: false)
      _ = try folder.write(OddFiles.webM(folder.bytes(of: "source.mkv")), to: name)
    },
    Kind("sound.mp3", "audio/mpeg", .audio) { _ = try $0.write(OddFiles.mp3, to: $1) },
    Kind("sound.wav", "audio/wav", .audio) { _ = try $0.write(OddFiles.wav, to: $1) },
    Kind("still.png", "image/png", .image) { try $0.still($1, .black, .white) },
    Kind("still.jpg", "image/jpeg", .image) { _ = try $0.write(OddFiles.jpeg(), to: $1) },
    Kind("still.webp", "image/webp", .image) { _ = try $0.write(OddFiles.webP, to: $1) },
    Kind("still.gif", "image/gif", .image) { _ = try $0.write(OddFiles.gif(frames: 1), to: $1) },
    Kind("moving.gif", "image/gif", .video) { _ = try $0.write(OddFiles.gif(frames: 5), to: $1) },
  ]

  @Test("Every kind that is accepted is told by its content", arguments: kinds)
  func probesKinds(_ kind: Kind) async throws {
    let folder = try TestFolder()
    try kind.make(folder, kind.name)
    let media = try await workshop.probe(path: folder(kind.name))
    #expect(media.contentType == kind.type)
    #expect(media.facts.kind == kind.kind)
    #expect((media.facts.width > 0) == (kind.kind != .audio))
    #expect((media.facts.duration > 0) == (kind.kind != .image))
  }

  @Test(
    "What isn't accepted is refused with what is",
    arguments: [
      ("garbage", (0..<4096).map { UInt8(truncatingIfNeeded: $0 * 97 ^ $0 >> 3) }),
      ("empty", []),
      ("text", Array("Nothing to see here.\n".utf8)),
      ("playlist", Array("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".utf8)),
      ("a bitmap", OddFiles.bitmap),
      ("a cut-off GIF", Array(OddFiles.gif(frames: 3).prefix(10))),
      ("a cut-off WAV", Array(OddFiles.wav.prefix(1000))),
    ] as [(String, [UInt8])])
  func refuses(_ name: String, _ bytes: [UInt8]) async throws {
    let folder = try TestFolder()
    let path = try folder.write(bytes, to: "upload.mp4")
    let error = await #expect(throws: WorkshopError.self) { try await workshop.probe(path: path) }
    #expect(error?.code == .unsupportedFile)
    #expect(error?.message.hasSuffix("SRT, VTT, ASS and CUBE.") == true)
    #expect(error?.message.contains(folder.path) == false)
    #expect(error?.message.hasPrefix("The file ") == true)
  }

  @Test("A film cut off anywhere is refused, or told for what is left", arguments: 1..<8)
  func survivesCuts(_ eighths: Int) async throws {
    let folder = try TestFolder()
    try folder.film("film.mp4")
    let bytes = try folder.bytes(of: "film.mp4")
    let path = try folder.write(Array(bytes.prefix(bytes.count * eighths / 8)), to: "cut.mp4")
    let error = await #expect(throws: WorkshopError.self) { try await workshop.probe(path: path) }
    #expect(error?.code == .unsupportedFile)
  }

  @Test("What is no file is told as missing")
  func refusesWhatIsNoFile() async throws {
    let folder = try TestFolder()
    mkfifo(folder("pipe"), 0o600)
    for path in [folder("nothing"), folder.path, folder("pipe")] {
      let error = await #expect(throws: WorkshopError.self) {
        try await workshop.probe(path: path)
      }
      #expect(error?.code == .missingMedia)
      #expect(error?.message.contains(folder.path) == false)
    }
  }

  @Test("Many probes go on at once")
  func probesAtOnce() async throws {
    let folder = try TestFolder()
    let film = try folder.film("film.mp4")
    let sound = try folder.write(OddFiles.wav, to: "sound.wav")
    let types = try await withThrowingTaskGroup(of: String.self) { group in
      for index in 0..<12 {
        group.addTask {
          try await workshop.probe(path: index % 2 == 0 ? film : sound).contentType
        }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(types == ["video/mp4": 6, "audio/wav": 6])
  }
}

import Foundation
import MediaTime
import Pixels
import Render
import Synchronization
import Testing
import Timeline
import Workshop

@Suite struct FilmTests {
  let workshop = Workshop.tested()

  /// A draft of stills of noise, long enough to be caught at work.
  static func order(
    _ folder: TestFolder, seconds: Int, size: Int = 360, source: String = "still"
  ) throws -> FilmOrder {
    try folder.still("still.png", .white, .black)
    let clip = Segment(
      id: "s1", source: source, start: 0, inPoint: 0, duration: Milliseconds(seconds * 1000))
    let words = Segment(id: "s2", text: "Dawn", start: 0, duration: 1000)
    let draft = Draft(
      canvas: Canvas(width: size * 16 / 9 / 2 * 2, height: size),
      tracks: [
        Track(id: "t1", kind: .video, name: "Video", segments: [clip]),
        Track(id: "t2", kind: .text, name: "Title", segments: [words]),
      ]
    ).normalized()
    return FilmOrder(
      draft: draft, files: ["still": folder("still.png")], quality: .draft,
      output: folder("film.mp4"))
  }

  @Test("A film is made, with words, and progress is told on the way")
  func makesFilm() async throws {
    let folder = try TestFolder()
    let order = try Self.order(folder, seconds: 4)
    let told = Mutex<[Double]>([])
    let film = try await workshop.render(order) { share in told.withLock { $0.append(share) } }
    #expect(film.frames == 120 && film.duration == 4000)
    #expect(film.width == 640 && film.height == 360)
    #expect(film.bytes == (try folder.bytes(of: "film.mp4")).count)
    let shares = told.withLock { $0 }
    #expect(!shares.isEmpty && shares == shares.sorted() && shares.allSatisfy { $0 <= 1 })
    #expect(folder.names == ["film.mp4", "still.png"])
    #expect(try await workshop.probe(path: folder("film.mp4")).facts.duration == 4000)
  }

  @Test("Pieces of an earlier film are found by a process as confined as the first")
  func keepsPieces() async throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder("pieces"), withIntermediateDirectories: false)
    var order = try Self.order(folder, seconds: 2)
    order.cache = ChunkCache(folder: folder("pieces"))
    let first = try await workshop.render(order)
    let bytes = try folder.bytes(of: "film.mp4")
    let second = try await workshop.render(order)
    #expect(first.framesReused == 0 && second.framesReused == 60)
    #expect(try folder.bytes(of: "film.mp4") == bytes)
  }

  @Test("The same order gives the same bytes, two at once")
  func makesTwoAtOnce() async throws {
    let folder = try TestFolder()
    var first = try Self.order(folder, seconds: 1)
    var second = first
    (first.output, second.output) = (folder("one.mp4"), folder("two.mp4"))
    second.threads = 1
    async let one = workshop.render(first)
    async let two = workshop.render(second)
    #expect(try await one == two)
    #expect(try folder.bytes(of: "one.mp4") == folder.bytes(of: "two.mp4"))
  }

  @Test("Cancelling stops the work, and nothing is left behind", .timeLimit(.minutes(5)))
  func cancels() async throws {
    let folder = try TestFolder()
    let order = try Self.order(folder, seconds: 600)
    let (beginnings, begins) = AsyncStream.makeStream(of: Double.self)
    let task = Task { try await workshop.render(order) { begins.yield($0) } }
    for await _ in beginnings { break }
    task.cancel()
    let start = ContinuousClock.now
    let error = await #expect(throws: WorkshopError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(ContinuousClock.now - start < .seconds(120))
    #expect(folder.names == ["still.png"])
  }

  @Test("A task that is cancelled before it begins does nothing")
  func cancelsAtOnce() async throws {
    let folder = try TestFolder()
    let order = try Self.order(folder, seconds: 600)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await workshop.render(order)
    }
    let error = await #expect(throws: WorkshopError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(folder.names == ["still.png"])
  }

  @Test("A draft that can't be a film is told by track and segment")
  func refusesBadDraft() async throws {
    let folder = try TestFolder()
    var order = try Self.order(folder, seconds: 2)
    order.draft.tracks[0].segments[0].speed = -3
    let error = await #expect(throws: WorkshopError.self) { try await workshop.render(order) }
    #expect(error?.code == .badDraft)
    #expect(error?.message.contains("Video") == true)
    #expect(folder.names == ["still.png"])
  }

  @Test("A medium that is missing or damaged is told by its id, never by its path")
  func refusesBadMedia() async throws {
    let folder = try TestFolder()
    var order = try Self.order(folder, seconds: 2)
    order.files = ["still": folder("gone.png")]
    var error = await #expect(throws: WorkshopError.self) { try await workshop.render(order) }
    #expect(error?.code == .missingMedia)
    #expect(error?.message.contains("the medium still") == true)
    order.files = ["still": try folder.write(Array("nothing".utf8), to: "bad.png")]
    error = await #expect(throws: WorkshopError.self) { try await workshop.render(order) }
    #expect(error?.code == .unsupportedFile)
    #expect(error?.message.hasPrefix("The medium still is") == true)
    order.files = [:]
    error = await #expect(throws: WorkshopError.self) { try await workshop.render(order) }
    #expect(error?.code == .missingMedia)
    #expect(error?.message.contains(folder.path) == false)
  }

  @Test("A place that can't be written to, and one that is full, are told")
  func refusesBadPlaces() async throws {
    let folder = try TestFolder()
    var order = try Self.order(folder, seconds: 2)
    let full = Workshop.tested { $0.filmBytes = 2000 }
    let error = await #expect(throws: WorkshopError.self) { try await full.render(order) }
    #expect(error?.code == .diskFull)
    #expect(folder.names == ["still.png"])
    for place in ["/nowhere/film.mp4", "/proc/film.mp4", folder.path + "/"] {
      order.output = place
      let error = await #expect(throws: WorkshopError.self) { try await workshop.render(order) }
      #expect(error?.code == .unavailable)
    }
  }
}

import Foundation
import Libav
import MediaTime
import Pixels
import Render
import Synchronization
import Testing
import Timeline

@testable import Workshop

@Suite(.timeLimit(.minutes(5))) struct ViewerTests {
  private static func order(
    _ folder: TestFolder, owner: String = "me", name: String = "film", index: Int = 5,
    width: Int = 160, words: String = "Dawn"
  ) throws -> FrameOrder {
    // Once: what replaces a file is out of reach of a process that was given the former.
    if !folder.names.contains("still.png") { _ = try FilmTests.order(folder, seconds: 2) }
    let clip = Segment(id: "s1", source: "still", duration: 2000)
    let title = Segment(id: "s2", text: words, duration: 1000)
    let draft = Draft(
      canvas: Canvas(width: 640, height: 360),
      tracks: [
        Track(id: "t1", kind: .video, segments: [clip]),
        Track(id: "t2", kind: .text, segments: [title]),
      ]
    ).normalized()
    let files = ["still": folder("still.png")]
    return FrameOrder(
      owner: owner, film: FilmInView(name: name, draft: draft, files: files), index: index,
      width: width)
  }

  /// A program that notes each of its starts, then does what `script` says.
  private static func program(_ folder: TestFolder, _ script: String) throws -> String {
    try folder.program("echo $$ >> '\(folder("starts"))'\n\(script)")
  }

  private static func starts(_ folder: TestFolder) throws -> [Int32] {
    String(decoding: try folder.bytes(of: "starts"), as: UTF8.self).split(separator: "\n")
      .compactMap { Int32($0) }
  }

  private static let worker = #"exec "$worker" "$@""#
  /// Answers every question with three bytes.
  private static let answer = #"echo '{"done":{"frame":{"_0":"AQID"}}}'"#

  @Test("A frame is a JPEG of the width that was asked for; one process draws them all")
  func drawsFrames() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    let first = try await workshop.frame(Self.order(folder))
    let still = try Still.decode(path: folder.write(first, to: "first.jpg"))
    #expect(still.size == PixelSize(width: 160, height: 90))
    #expect(still.luma[8, 45] > 200 && still.luma[150, 45] < 50)
    #expect(try await workshop.frame(Self.order(folder)) == first)
    let other = try await workshop.frame(Self.order(folder, name: "other", words: "Dusk"))
    #expect(other != first)
    let wide = try await workshop.frame(Self.order(folder, width: 320))
    let size = try Still.decode(path: folder.write(wide, to: "wide.jpg")).size
    #expect(size == PixelSize(width: 320, height: 180))
    #expect(try Self.starts(folder).count == 1)
  }

  @Test("A frame shows what an uploaded colour table makes of the picture")
  func drawsThroughTables() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    var order = try Self.order(folder)
    let black = "LUT_3D_SIZE 2\n" + String(repeating: "0 0 0\n", count: 8)
    order.film.files["m_table"] = try folder.write(Array(black.utf8), to: "m_table")
    order.film.draft.tracks[0].segments[0].style.unknown["look"] = .array([
      .object(["look": .string("lut"), "src": .string("m_table")])
    ])
    let path = try folder.write(try await workshop.frame(order), to: "dark.jpg")
    let dark = try Still.decode(path: path)
    #expect(dark.luma[8, 80] < 24)
  }

  @Test("A film that can't be drawn is told without paths, and the next one is drawn")
  func tellsBadFilms() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    var bad = try Self.order(folder, name: "bad")
    bad.film.files["still"] = try folder.write(Array("nothing".utf8), to: "bad.png")
    bad.reach = Set(try Self.order(folder).film.files.values)
    let error = await #expect(throws: WorkshopError.self) { try await workshop.frame(bad) }
    #expect(error?.code == .unsupportedFile)
    #expect(error?.message.contains(folder.path) == false)
    #expect(try await !workshop.frame(Self.order(folder)).isEmpty)
    #expect(try Self.starts(folder).count == 1)
  }

  @Test("A file that was replaced since is read anew")
  func readsReplacedFiles() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    let order = try Self.order(folder)
    _ = try await workshop.frame(order)
    try folder.still("still.png", .black, .white)
    var later = order
    later.width = 320
    later.film.name = "later"
    let size = PixelSize(width: 320, height: 180)
    let frame = try await workshop.frame(later)
    #expect(try Still.decode(path: folder.write(frame, to: "later.jpg")).size == size)
  }

  @Test("A file that is out of the process's reach brings another process")
  func keepsReach() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    _ = try await workshop.frame(Self.order(folder))
    var other = try Self.order(folder, name: "other")
    other.film.files["still"] = try folder.still("new.png", .black, .white)
    _ = try await workshop.frame(other)
    #expect(try Self.starts(folder).count == 2)
    #expect(await workshop.viewers.count == 1)
  }

  @Test("A file that comes later, or replaces one, is drawn by the process that there is")
  func takesLaterFiles() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker)) {
      $0.viewFolder = folder("views")
    }
    let first = try await workshop.frame(Self.order(folder))
    var other = try Self.order(folder, name: "other")
    other.film.files["still"] = try folder.still("new.png", .black, .white)
    let second = try await workshop.frame(other)
    try folder.still("still.png", .black, .white)
    let third = try await workshop.frame(Self.order(folder, name: "later"))
    #expect(second != first && third == second)
    #expect(try Self.starts(folder).count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("views")).count == 1)
  }

  @Test("What a process was given goes with it; what a killed server left, with the next one")
  func leavesNoFiles() async throws {
    let folder = try TestFolder()
    func change(_ settings: inout WorkshopSettings) {
      settings.viewFolder = folder("views")
      settings.viewerIdle = .milliseconds(100)
    }
    let left = folder("views/left")
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    let workshop = Workshop.tested(try Self.program(folder, Self.worker), change)
    #expect(!FileManager.default.fileExists(atPath: left))
    _ = try await workshop.frame(Self.order(folder))
    let end = ContinuousClock.now + .seconds(60)
    while await workshop.viewers.count > 0, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder("views")).isEmpty)
  }

  @Test("Each owner has a process; of those there are no more than may be")
  func boundsProcesses() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker))
    let orders = try ["a", "b", "c"].map { try Self.order(folder, owner: $0) }
    for order in orders { _ = try await workshop.frame(order) }
    #expect(try Self.starts(folder).count == 3)
    #expect(await workshop.viewers.count == 2)
  }

  @Test("The newest question is answered first, and one that was taken back never is")
  func answersTheNewestFirst() async throws {
    let folder = try TestFolder()
    let script = """
      read line
      while read question; do echo "$question" >> '\(folder("asked"))'; sleep 0.5; \(Self.answer)
      done
      """
    let workshop = Workshop.tested(try Self.program(folder, script))
    let order = try Self.order(folder)
    var tasks: [Task<[UInt8], any Error>] = []
    for index in 0..<5 {
      tasks.append(
        Task {
          var order = order
          order.index = index
          return try await workshop.frame(order)
        })
      try await Task.sleep(for: .milliseconds(20))
    }
    tasks[3].cancel()
    let error = await #expect(throws: WorkshopError.self) { try await tasks[3].value }
    #expect(error?.code == .cancelled)
    for index in [0, 1, 2, 4] { #expect(try await tasks[index].value == [1, 2, 3]) }
    let asked = String(decoding: try folder.bytes(of: "asked"), as: UTF8.self)
      .split(separator: "\n").compactMap { try? JSONLine.decode(FrameQuestion.self, from: "\($0)") }
    #expect(asked.map(\.index) == [0, 4, 2, 1])
    #expect(asked.map { $0.film == nil } == [false, true, true, true])
  }

  @Test("A process that died since is replaced; one that dies of the first question is told of")
  func replacesTheDead() async throws {
    let folder = try TestFolder()
    let tired = try Self.program(folder, "read line; read q; \(Self.answer); read q; kill -KILL $$")
    let workshop = Workshop.tested(tired)
    for _ in 0..<3 { #expect(try await workshop.frame(Self.order(folder)) == [1, 2, 3]) }
    #expect(try Self.starts(folder).count == 3)
    let weak = Workshop.tested(try Self.program(folder, "read line; read q; kill -SEGV $$"))
    let error = await #expect(throws: WorkshopError.self) {
      try await weak.frame(Self.order(folder))
    }
    #expect(error?.code == .crashed)
    #expect(error?.message.contains("bad memory access") == true, "\(error?.message ?? "")")
    #expect(try Self.starts(folder).count == 4)
  }

  @Test(
    "One that hangs, or talks without end or sense, is given up",
    arguments: [
      ("read line; read q; sleep 600", "took longer"),
      ("read line; read q; echo pardon", "no sensible answer"),
      ("read line; read q; yes >&2", "no sensible answer"),
      ("exit 3", "status 3"),
    ])
  func givesUp(_ script: String, _ words: String) async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try folder.program(script)) {
      $0.frameTime = .seconds(script.contains("sleep") ? 1 : 60)
      $0.grace = .milliseconds(300)
    }
    let error = await #expect(throws: WorkshopError.self) {
      try await workshop.frame(Self.order(folder))
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("A program that isn't there is told as the operator's affair")
  func tellsMissingPrograms() async throws {
    let folder = try TestFolder()
    let error = await #expect(throws: WorkshopError.self) {
      try await Workshop.tested("/nowhere/kinora").frame(Self.order(folder))
    }
    #expect(error?.code == .unavailable)
  }

  @Test("One that nobody asks any more ends")
  func endsIdleOnes() async throws {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try Self.program(folder, Self.worker)) {
      $0.viewerIdle = .milliseconds(300)
    }
    _ = try await workshop.frame(Self.order(folder))
    let process = try #require(try Self.starts(folder).first)
    let end = ContinuousClock.now + .seconds(60)
    while kill(process, 0) == 0, ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(kill(process, 0) != 0)
    #expect(await workshop.viewers.count == 0)
    #expect(try await !workshop.frame(Self.order(folder)).isEmpty)
  }

  @Test("The curve of a sound is drawn in as many steps as were asked for")
  func drawsPeaks() async throws {
    let folder = try TestFolder()
    try folder.film("film.mp4", frames: 60)
    let peaks = try await Workshop.tested().peaks(path: folder("film.mp4"), bins: 16)
    #expect(peaks.duration == 2000 && peaks.values.count == 16)
    #expect(peaks.values.dropFirst().dropLast().allSatisfy { (58...70).contains($0) })
    try folder.still("still.png", .white, .black)
    let error = await #expect(throws: WorkshopError.self) {
      try await Workshop.tested().peaks(path: folder("still.png"), bins: 16)
    }
    #expect(error?.code == .unsupportedFile)
  }
}

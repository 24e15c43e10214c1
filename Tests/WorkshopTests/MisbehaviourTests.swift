import Foundation
import MediaTime
import Testing
import Timeline
import Workshop

/// Workers that do what they shouldn't. A shell plays most of them.
@Suite(.timeLimit(.minutes(5))) struct MisbehaviourTests {
  /// What a probe through `script` ends with, and how long that took.
  private func failure(
    _ script: String, _ change: @escaping (inout WorkshopSettings) -> Void = { _ in }
  ) async throws -> (WorkshopError?, Duration) {
    let folder = try TestFolder()
    let workshop = Workshop.tested(try folder.program(script)) {
      $0.grace = .milliseconds(300)
      change(&$0)
    }
    let start = ContinuousClock.now
    let error = await #expect(throws: WorkshopError.self) {
      try await workshop.probe(path: folder("film.mp4"))
    }
    return (error, ContinuousClock.now - start)
  }

  @Test(
    "One that dies or talks nonsense is told as such",
    arguments: [
      ("kill -SEGV $$", "bad memory access"),
      ("kill -KILL $$", "killed"),
      ("kill -ILL $$", "failed check"),
      ("exit 3", "status 3"),
      ("exit 0", "without an answer"),
      ("read line; echo pardon", "no sensible answer"),
      ("read line; echo '{\"done\":{}}'; sleep 60", "no sensible answer"),
      (
        "read line; echo '{\"done\":{\"analysed\":{\"_0\":{\"shots\":[],\"palette\":[]}}}}'",
        "something else"
      ),
      ("exec >&-; exit 4", "status 4"),
    ])
  func tellsCrashes(_ script: String, _ words: String) async throws {
    let (error, _) = try await failure(script)
    #expect(error?.code == .crashed)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("The last words of one that dies are kept for the log")
  func keepsLastWords() async throws {
    let (error, _) = try await failure("echo 'Fatal error: the end' >&2; kill -ILL $$")
    #expect(error?.cause == "Fatal error: the end")
  }

  @Test(
    "One that hangs is killed when its time is over",
    arguments: [
      "sleep 600", "trap '' TERM; while :; do sleep 1; done", "kill -STOP $$",
      "exec >&- 2>&-; trap '' TERM; while :; do sleep 1; done & wait",
    ])
  func endsHangs(_ script: String) async throws {
    let (error, time) = try await failure(script) { $0.probeTime = .seconds(1) }
    // One that closes its answer is not waited for until its time is over.
    #expect(error?.code == .stalled || error?.code == .crashed)
    #expect(time < .seconds(240))
  }

  @Test("One that comes no further is killed, one that does is left alone")
  func mindsProgress() async throws {
    let folder = try TestFolder()
    let stuck = try folder.program("while :; do echo '{\"progress\":0.5}'; sleep 0.1; done")
    let facts = MediaFacts(kind: .audio)
    let error = await #expect(throws: WorkshopError.self) {
      try await Workshop.tested(stuck) { $0.patience = .seconds(1) }
        .analyse(path: folder("film.mp4"), facts: facts)
    }
    #expect(error?.code == .stalled)
    #expect(error?.message.contains("no further for 1 seconds") == true)
    let answer = "{\"done\":{\"analysed\":{\"_0\":{\"shots\":[],\"palette\":[\"#102030\"]}}}}"
    let slow = try folder.program(
      "for i in 1 2 3 4 5 6; do echo \"{\\\"progress\\\":0.$i}\"; sleep 0.5; done; "
        + "echo '\(answer)'")
    let analysis = try await Workshop.tested(slow) { $0.patience = .seconds(2) }
      .analyse(path: folder("film.mp4"), facts: facts)
    #expect(analysis.palette == ["#102030"])
  }

  @Test(
    "One that says too much is stopped",
    arguments: ["yes | tr -d '\\n'", "yes >&2", "yes | tr -d '\\n' >&2"])
  func boundsWords(_ script: String) async throws {
    let (error, time) = try await failure(script)
    #expect(error?.code == .crashed)
    #expect(error?.message.contains("no sensible answer") == true)
    #expect(time < .seconds(240))
  }

  @Test("What a worker says of a file is kept within what a file may be")
  func boundsFacts() async throws {
    let folder = try TestFolder()
    func probe(_ type: String) async throws -> ProbedMedia {
      let facts = """
        {"kind":"video","duration":9000000000000000000,"width":-5,"height":9000000,"hasAudio":true,\
        "frameRate":1e300}
        """
      let answer = #"{"done":{"probed":{"_0":{"contentType":"\#(type)","facts":\#(facts)}}}}"#
      let program = try folder.program("read line; echo '\(answer)'")
      return try await Workshop.tested(program).probe(path: folder("film.mp4"))
    }
    let facts = try await probe("video/mp4").facts
    #expect(facts.duration == 14_400_000 && facts.frameRate == 240.5)
    #expect(facts.width == 0 && facts.height == 16_384)
    let error = await #expect(throws: WorkshopError.self) { try await probe("text/html") }
    #expect(error?.code == .crashed)
  }

  @Test("No more look at files at once than may; who waits can go")
  func boundsCrowds() async throws {
    let folder = try TestFolder()
    let answer = #"{"done":{"analysed":{"_0":{"shots":[],"palette":[]}}}}"#
    let program = try folder.program(
      """
      read line; cd '\(folder.path)'; mkdir busy || touch crowd; sleep 0.5; rmdir busy
      echo '\(answer)'; echo >> done
      """)
    let workshop = Workshop.tested(program) { $0.analyses = 1 }
    let (path, facts) = (folder("film.mp4"), MediaFacts(kind: .audio))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { _ = try await workshop.analyse(path: path, facts: facts) }
      }
      while !folder.names.contains("busy") { try await Task.sleep(for: .milliseconds(5)) }
      let late = Task {
        try await workshop.analyse(path: path, facts: facts)
      }
      late.cancel()
      let error = await #expect(throws: WorkshopError.self) { try await late.value }
      #expect(error?.code == .cancelled)
      try await group.waitForAll()
    }
    #expect(!folder.names.contains("crowd"))
    #expect(try folder.bytes(of: "done").count == 4)
  }

  @Test("A program that isn't there is told as unavailable", arguments: ["/nowhere/kinora", "/"])
  func tellsMissingProgram(_ path: String) async throws {
    let error = await #expect(throws: WorkshopError.self) {
      try await Workshop.tested(path).probe(path: "film.mp4")
    }
    #expect(error?.code == .unavailable)
  }

  @Test("Nothing of the environment but what is needed gets in, nor any file that is open")
  func keepsSecrets() async throws {
    setenv("KINORA_TEST_SECRET", "open sesame", 1)
    let folder = try TestFolder()
    let secret = open(try folder.write([1], to: "secret"), O_RDONLY)
    defer { close(secret) }
    let script = """
      { tr '\\0' ' ' < /proc/$$/environ; ls -l /proc/$$/fd; } > '\(folder("told"))' 2>&1
      """
    let (error, _) = try await failure(script)
    #expect(error?.code == .crashed)
    let told = String(decoding: try folder.bytes(of: "told"), as: UTF8.self)
    #expect(told.contains("SWIFT_BACKTRACE") && told.contains("pipe:"))
    #expect(!told.contains("SECRET") && !told.contains("PATH=/usr"))
    #expect(!told.contains("/secret"))
  }

  @Test("A worker that is killed or frozen in the midst of a film is told, and nothing is left")
  func survivesKilling() async throws {
    let cases: [(Int32, WorkshopError.Code, Duration)] = [
      (SIGKILL, .crashed, .seconds(60)), (SIGSTOP, .stalled, .seconds(4)),
    ]
    for (signal, code, patience) in cases {
      let folder = try TestFolder()
      let program = try folder.program("echo $$ > '\(folder("pid"))'; exec \"$worker\" \"$@\"")
      let order = try FilmTests.order(folder, seconds: 7200, size: 90)
      let before = folder.names + ["pid"]
      let (beginnings, begins) = AsyncStream.makeStream(of: Double.self)
      let task = Task {
        defer { begins.finish() }
        return try await Workshop.tested(program) {
          $0.patience = patience
          $0.grace = .milliseconds(300)
        }.render(order) { begins.yield($0) }
      }
      for await _ in beginnings { break }
      let text = String(decoding: try folder.bytes(of: "pid"), as: UTF8.self)
      let process = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(kill(process, signal) == 0)
      let error = await #expect(throws: WorkshopError.self) { try await task.value }
      #expect(error?.code == code)
      #expect(folder.names == before.sorted())
      #expect(kill(process, 0) != 0)
    }
  }
}

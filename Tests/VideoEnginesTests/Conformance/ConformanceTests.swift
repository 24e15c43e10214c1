import Foundation
import MediaTime
import NIOHTTP1
import Testing

@testable import VideoEngines

/// What holds for every engine, whatever it speaks.
@Suite struct ConformanceTests {
  @Test("A clip is begun, watched and fetched", arguments: Contender.all)
  func makesClip(contender: Contender) async throws {
    let stage = try Stage(contender)
    let told = Told()
    try await stage.run { try await stage.make(by: $0, told: told) }
    #expect(try stage.folder.bytes("clip.mp4") == ClipManner.film)
    let first = contender.hasQueue ? ClipProgress.State.queued : .running
    #expect(told.states == [first, .running, .done])
    #expect(stage.server.begun == 1)
  }

  @Test(
    "A lost answer is looked up, or stays in doubt, and that is said; nothing is bought twice",
    arguments: Contender.all)
  func neverBuysTwice(contender: Contender) async throws {
    let stage = try Stage(contender, ClipManner(losesAnswers: 1))
    try await stage.run { engine in
      if contender.finds { return try await stage.make(by: engine) }
      for _ in 1...2 {
        let error = await #expect(throws: VideoEngineError.self) {
          try await stage.make(by: engine)
        }
        #expect(error?.code == .lost && error?.message.contains("cost twice") == true)
      }
    }
    #expect(stage.server.begun == 1)
    let isThere = FileManager.default.fileExists(atPath: stage.folder("clip.mp4"))
    #expect(isThere == contender.finds)
  }

  @Test(
    "After a crash at any point the clip goes on and is made once", arguments: Contender.all,
    [0, 1, 2])
  func goesOnAfterCrash(contender: Contender, point: Int) async throws {
    let stage = try Stage(contender)
    try await stage.run { engine in
      let crashing = CrashingJournal(FileJournal(folder: stage.folder("notes")), after: point)
      await #expect(throws: CrashingJournal.Crash.self) {
        try await stage.make(by: engine, journal: crashing)
      }
      if point == 1, !contender.finds {
        // It was begun, and nobody knows under what name.
        let error = await #expect(throws: VideoEngineError.self) {
          try await stage.make(by: engine)
        }
        #expect(error?.code == .lost)
      } else {
        try await stage.make(by: engine)
      }
    }
    #expect(stage.server.begun == 1)
  }

  @Test(
    "A cancelled task ends the clip, at the engine too where that can be", arguments: Contender.all)
  func cancels(contender: Contender) async throws {
    let stage = try Stage(contender, ClipManner(end: .endless))
    try await stage.run { engine in
      let told = Told()
      let task = Task { try await stage.make(by: engine, told: told) }
      while told.states.count < 3 { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(stage.server.cancelled == (contender.cancels ? 1 : 0))
      let error = await #expect(throws: VideoEngineError.self) { try await stage.make(by: engine) }
      #expect(error?.code == .cancelled)
    }
  }

  @Test("Failures are told in the engine's own words", arguments: Contender.all)
  func tellsFailure(contender: Contender) async throws {
    let stage = try Stage(contender, ClipManner(end: .failed("out of memory at step 7")))
    let error = try await stage.failure()
    #expect(error.code == .failed && error.message.contains("out of memory at step 7"))
    // It isn't tried again under the same key.
    #expect(try await stage.failure().code == .failed)
    #expect(stage.server.begun == 1)
  }

  @Test(
    "A clip that somebody else ended is no failure",
    arguments: Contender.all.filter(\.tellsCancelling))
  func tellsCancelling(contender: Contender) async throws {
    let error = try await Stage(contender, ClipManner(end: .cancelled)).failure()
    #expect(error.code == .cancelled && error.message.contains("was ended at it"))
  }

  @Test(
    "Pages, empty files and no clip at all are told", arguments: Contender.all,
    [
      (ClipManner(result: .page), "sent text instead of a clip"),
      (ClipManner(result: .emptyFile), "empty clip"),
      (ClipManner(result: .none), "(no|empty) clip"),
    ])
  func refusesNonsense(contender: Contender, trouble: (ClipManner, String)) async throws {
    let stage = try Stage(contender, trouble.0)
    let error = try await stage.failure()
    #expect([.badReply, .failed].contains(error.code))
    #expect(error.message.contains(try Regex(trouble.1)), "\(error)")
    #expect(!FileManager.default.fileExists(atPath: stage.folder("clip.mp4")))
  }

  @Test("A state that nobody knows is told", arguments: Contender.all.filter(\.hasStates))
  func refusesUnheardWords(contender: Contender) async throws {
    let error = try await Stage(contender, ClipManner(end: .strange)).failure()
    #expect(error.code == .badReply && error.message.contains("no state"))
  }

  @Test("A wrong key is said to be wrong, and may be mended", arguments: Contender.all)
  func refusesWrongKey(contender: Contender) async throws {
    let stage = try Stage(contender, ClipManner(key: "right"))
    let error = try await stage.failure(key: "wrong")
    #expect(error.code == .unauthorized && error.message.contains("check it"))
    #expect(!error.message.contains("wrong"), "a key must not be told")
    #expect(stage.server.begun == 0)
    try await stage.run(key: "right") { try await stage.make(by: $0, as: "k2") }
  }

  @Test(
    "A result on another server is left to who may reach it, and the key stays here",
    arguments: Contender.all.filter(\.hasAddresses))
  func leavesOtherServers(contender: Contender) async throws {
    for (place, isAllowed) in [
      ("https://cdn.example.com/clip.mp4?sign=1", true), ("http://10.0.0.1/clip.mp4", false),
    ] {
      let stage = try Stage(contender, ClipManner(result: .at(place)))
      if isAllowed {
        try await stage.run { try await stage.make(by: $0) }
        #expect(try stage.folder.bytes("clip.mp4") == ClipManner.film)
      } else {
        let error = try await stage.failure()
        #expect(error.code == .refused && error.message.contains("10.0.0.1"))
      }
      #expect(stage.downloads.urls == [place])
    }
  }

  @Test("An engine that isn't there, a page and a redirect in its place", arguments: Contender.all)
  func meetsStrangers(contender: Contender) async throws {
    let stage = try Stage(contender)
    let nobody = contender.engine("http://127.0.0.1:9", "k", stage.downloads)
    var error = await #expect(throws: VideoEngineError.self) { try await stage.make(by: nobody) }
    #expect(error?.code == .unreachable && error?.message.contains("is it running") == true)
    let page = EngineDouble.Answer.bytes(Array("<!doctype html>".utf8), "text/html")
    let other = EngineDouble.Answer(status: .found, headers: ["Location": "http://10.0.0.1/"])
    for (answer, words) in [(page, "a web page"), (other, "sends elsewhere")] {
      try await EngineDouble.with({ _ in answer }) { double in
        let engine = contender.engine(double.base, "k", stage.downloads)
        error = await #expect(throws: VideoEngineError.self) {
          try await engine.start(Stage.request, key: "k")
        }
        #expect(error?.code == .badReply && error?.message.contains(words) == true)
      }
    }
    #expect(stage.downloads.urls.isEmpty)
    // Nobody was asked, so the key is free.
    try await stage.run { try await stage.make(by: $0) }
  }

  @Test("A clip that it doesn't know is gone", arguments: Contender.all)
  func missesClip(contender: Contender) async throws {
    let stage = try Stage(contender)
    try await stage.run { engine in
      let error = await #expect(throws: VideoEngineError.self) {
        try await engine.progress(of: ClipTicket(id: "unheard-of"))
      }
      #expect(error?.code == .gone)
    }
  }
}

import Accounts
import FakeWorkshop
import Foundation
import MediaTime
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

@Suite struct PreviewTests {
  private func ready(_ bench: Bench) async throws -> (Identity, String) {
    let user = try await bench.user()
    let session = try await bench.session(of: user)
    try await bench.upload("image one", to: session, of: user)
    _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
    return (user, session)
  }

  private func end(
    _ session: String, _ user: Identity, _ bench: Bench
  ) async throws -> PreviewReply {
    try await bench.until {
      try await bench.studio.preview(version: nil, of: session, for: user).status.isFinal
    }
    return try await bench.studio.preview(version: nil, of: session, for: user)
  }

  private func open(_ url: String?, _ bench: Bench) async throws -> OpenedFile {
    let link = try #require(url.flatMap { URLComponents(string: $0) })
    let values = Dictionary(
      uniqueKeysWithValues: (link.queryItems ?? []).map { ($0.name, $0.value ?? "") })
    return try await bench.studio.openMedia(
      link: String(link.path.split(separator: "/").last ?? ""),
      expires: Int(values["expires"] ?? "") ?? 0, signature: values["signature"] ?? "")
  }

  @Test("A quick film is made once for a draft, is no export, and opens by its link")
  func makesPreviews() async throws {
    try await Bench.with { bench in
      let (user, session) = try await ready(bench)
      let begun = try await bench.studio.preview(version: nil, of: session, for: user)
      #expect(begun.status == .pending && begun.version > 1)
      let done = try await end(session, user, bench)
      #expect(done.status == .completed && done.progress == 100 && done.version == begun.version)
      #expect(try await open(done.url, bench).contentType == "video/mp4")
      #expect(bench.workshop.renders == 1)
      #expect(bench.workshop.orders.map(\.isProxy) == [true])
      #expect(try await bench.store.read { try $0.exports(in: session) }.isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/work") == [])
    }
  }

  @Test("A newer draft ends the older one's film, whose content goes when the new one is there")
  func replaces() async throws {
    try await Bench.with { bench in
      let (user, session) = try await ready(bench)
      let first = try await open(try await end(session, user, bench).url, bench)
      bench.workshop.hold()
      _ = try await bench.say("make it 3 seconds", in: session, of: user)
      _ = try await bench.studio.preview(version: nil, of: session, for: user)
      try await bench.until { bench.workshop.renders == 2 }
      _ = try await bench.say("make it 2 seconds", in: session, of: user)
      let third = try await bench.studio.preview(version: nil, of: session, for: user)
      #expect(third.status == .pending)
      try await bench.until { bench.workshop.renders == 3 }
      #expect(FileManager.default.fileExists(atPath: first.path))
      bench.workshop.letGo()
      #expect(try await end(session, user, bench).status == .completed)
      try await bench.until { !FileManager.default.fileExists(atPath: first.path) }
      #expect(bench.workshop.orders.map(\.draft.duration) == [4000, 3000, 2000])
    }
  }

  @Test("A film that fails says why, and is tried again when somebody asks later")
  func triesAgain() async throws {
    try await Bench.with { bench in
      let (user, session) = try await ready(bench)
      bench.workshop.fail(ServiceError(.badDraft, "The first clip is broken."))
      let failed = try await end(session, user, bench)
      #expect(failed.status == .failed && failed.error == "The first clip is broken.")
      bench.pass(.seconds(11))
      #expect(try await end(session, user, bench).status == .completed)
    }
  }

  @Test("The sweep leaves quick films that are asked for, and removes them afterwards")
  func sweeps() async throws {
    try await Bench.with { bench in
      let (user, session) = try await ready(bench)
      let film = try await open(try await end(session, user, bench).url, bench)
      func sweep() async throws {
        _ = try await bench.studio.administer(.sweep(isDry: false))
      }
      try await sweep()
      #expect(FileManager.default.fileExists(atPath: film.path))
      bench.pass(.seconds(3601))
      try await sweep()
      #expect(!FileManager.default.fileExists(atPath: film.path))
      #expect(try await end(session, user, bench).status == .completed)
      try await bench.studio.removeSession(session, for: user)
      try await bench.until { try await bench.blobs.keys().isEmpty }
    }
  }

  @Test("Nothing, and what is longer than the plan allows, has no quick film")
  func refuses() async throws {
    var settings = Bench.accountSettings
    settings.policies[.anonymous]?.maximumFilmSeconds = 2
    try await Bench.with(accountSettings: settings) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      func refusal() async -> ServiceError.Code? {
        await code {
          _ = try await bench.studio.preview(version: nil, of: session, for: user)
        }
      }
      #expect(await refusal() == .conflict)
      try await bench.upload("image one", to: session, of: user)
      _ = try await bench.say("make a 4 second clip of this", in: session, of: user)
      #expect(await refusal() == .exportBlocked)
      #expect(bench.workshop.renders == 0)
    }
  }
}

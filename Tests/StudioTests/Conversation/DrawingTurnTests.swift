import Accounts
import FakeWorkshop
import Foundation
import Records
import Store
import Studio
import Testing
import Timeline
import Wire

/// Turns in which scenes are drawn.
@Suite struct DrawingTurnTests {
  @Test("A sentence becomes a medium, a picture of it, and a film")
  func draws() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let events = try await bench.say(
        "a lighthouse on a cliff at dusk, waves, slow push in, 5 seconds", in: session, of: user)
      let call = try #require(events.compactMap(\.call).first)
      #expect(call.name == "draw_scene")
      let told = try #require(events.first { $0.stateDelta["generated_media"] != nil })
      #expect(told.response?.id == call.id)
      let state = try await bench.state(of: session, for: user)
      guard case .array(let media)? = state.state["generated_media"], media.count == 1,
        case .object(let item) = media[0], case .string(let id)? = item["id"],
        case .string(let prompt)? = item["prompt"], case .string(let url)? = item["url"]
      else {
        Issue.record("Nothing was generated: \(state.state)")
        return
      }
      #expect(item["kind"] == .string("image") && item["generator"] == .string("kinora"))
      #expect(prompt == "a lighthouse on a cliff at dusk, waves, slow push in, 5 seconds")
      #expect(state.state["video_infos"] == .array([]))
      let draft = try #require(try state.draft())
      #expect(draft.tracks.flatMap(\.segments).map(\.source) == [id])
      let link = try #require(URLComponents(string: url))
      let query = Dictionary(
        (link.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
      let file = try await bench.studio.openMedia(
        link: id, expires: Int(query["expires"] ?? "") ?? 0, signature: query["signature"] ?? "")
      #expect(file.contentType == "image/png")
      #expect(bench.workshop.drawings == 1)
      #expect(try await bench.audit(user) == [])
    }
  }

  @Test("What was drawn is swept away with its session, and not before")
  func isKept() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a city at night", in: session, of: user)
      #expect(try await bench.blobs.keys().count == 2)
      _ = try await bench.studio.administer(.sweep(isDry: false))
      #expect(try await bench.blobs.keys().count == 2)
      try await bench.studio.removeSession(session, for: user)
      #expect(try await bench.blobs.keys().isEmpty)
    }
  }

  @Test("Where a picture can't be drawn the film stays as it is, and nothing is charged")
  func fails() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      bench.workshop.fail(ServiceError(.badDraft, "The picture could not be drawn; try again."))
      let events = try await bench.say("a city at night", in: session, of: user)
      #expect(events.last?.text.contains("could not be drawn") ?? false)
      let draft = try await bench.state(of: session, for: user).draft()
      #expect(draft?.hasContent != true)
      #expect(try await bench.accounts.credits(of: user).spent == 0)
      #expect(try await bench.audit(user) == [])
      _ = try await bench.say("a city at night", in: session, of: user)
      #expect(try await bench.state(of: session, for: user).draft()?.hasContent == true)
    }
  }

  @Test("The film is made of the scene, not of its picture")
  func exports() async throws {
    try await Bench.with { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      _ = try await bench.say("a desert at sunset, then export", in: session, of: user)
      let order = try #require(bench.workshop.orders.first)
      let item = try #require(try await bench.store.read { try $0.media(in: session) }.first)
      #expect(order.files.keys.map { $0 } == [item.id])
      #expect(order.facts[item.id]?.motif == .scene)
      #expect(item.generation?.seed == 1 && item.poster != item.blob)
    }
  }
}

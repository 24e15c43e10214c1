import Foundation
import NIOHTTP1
import Studio
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct ViewLiveTests {
  private func ready(_ bench: ServerBench) async throws -> (String, String, String) {
    let token = try await bench.token()
    let session = try await bench.session(token)
    try await bench.upload(to: session, token: token, named: "clip.mp4", kind: "video")
    let state = try await bench.send(
      "GET", "/api/state/nemo_agent/me/\(session)/latest", token: token)
    let files = try state.data.object("state")?.list("video_infos") ?? []
    return (token, session, try Fields(try #require(files.first)).requiredString("id"))
  }

  @Test("A frame carries its tag and how long it may be kept; the same tag sends nothing")
  func frames() async throws {
    try await ServerBench.with { bench in
      let (token, session, medium) = try await ready(bench)
      let path = "/api/frame/nemo_agent/me/\(session)"
      #expect(try await bench.send("GET", path, token: token).tells(409, 409))
      _ = try await bench.send(
        "POST", "/run", token: token,
        body: ServerBench.message("make a 4 second clip of this", to: session))
      let frame = try await bench.send("GET", path + "?t=1000&w=320", token: token)
      #expect(frame.status == 200 && frame.body.hasPrefix("frame 30 at 320"))
      #expect(frame.headers.first(name: "Content-Type") == "image/jpeg")
      #expect(frame.headers.first(name: "Cache-Control") == "private, no-cache")
      let tag = try #require(frame.headers.first(name: "ETag"))
      let same = try await bench.send(
        "GET", path + "?t=1000&w=320", token: token, headers: ["If-None-Match": tag])
      #expect(same.status == 304 && same.body.isEmpty)
      #expect(same.headers.first(name: "ETag") == tag)
      let version = try await bench.send("GET", path + "?t=1000&w=320&version=2", token: token)
      #expect(version.headers.first(name: "Cache-Control")?.contains("immutable") == true)
      let still = try await bench.send("GET", path + "?media=\(medium)&w=16", token: token)
      #expect(still.status == 200 && still.body.hasPrefix("frame 0 at 16"))
      for (query, status) in [
        ("w=15", 400), ("w=1921", 400), ("w=x", 400), ("t=-1", 400), ("version=77", 404),
        ("media=m_none", 404), ("t=99999999999999999999", 400),
      ] {
        let answer = try await bench.send("GET", path + "?" + query, token: token)
        #expect(try answer.tells(status, status), "\(query): \(answer.body)")
      }
      let stranger = try await bench.token()
      #expect(try await bench.send("GET", path, token: stranger).tells(404, 1002))
    }
  }

  @Test("The curve of a sound is a list of numbers")
  func peaks() async throws {
    try await ServerBench.with { bench in
      let (token, session, medium) = try await ready(bench)
      let path = "/api/peaks/nemo_agent/me/\(session)"
      let answer = try await bench.send(
        "GET", path + "?media=\(medium)&bins=3&duration=5000", token: token)
      #expect(try answer.data.integer("duration") == 5000)
      #expect(try answer.data.list("peaks") == [.integer(0), .integer(1), .integer(2)])
      #expect(answer.headers.first(name: "Cache-Control")?.contains("immutable") == true)
      for (query, status) in [
        ("", 400), ("?media=", 400), ("?media=\(medium)&bins=0", 400),
        ("?media=\(medium)&bins=4001", 400), ("?media=\(medium)&duration=0", 400),
        ("?media=\(medium)&duration=3600001", 400), ("?media=m_none", 404),
      ] {
        let answer = try await bench.send("GET", path + query, token: token)
        #expect(try answer.tells(status, status), "\(query): \(answer.body)")
      }
    }
  }

  @Test("A quick film is begun, and told of until it is there")
  func previews() async throws {
    try await ServerBench.with { bench in
      let (token, session, _) = try await ready(bench)
      let path = "/api/preview/nemo_agent/me/\(session)"
      #expect(try await bench.send("GET", path, token: token).tells(409, 409))
      _ = try await bench.send(
        "POST", "/run", token: token,
        body: ServerBench.message("make a 4 second clip of this", to: session))
      try await bench.until {
        try await bench.send("GET", path, token: token).data.string("status") == "completed"
      }
      let reply = try PreviewReply(
        json: Envelope.data(of: try await bench.send("GET", path, token: token).json))
      let url = try #require(reply.url)
      let film = try await bench.send("GET", String(url.dropFirst(bench.root.count)))
      #expect(film.status == 200 && film.body.hasPrefix("film draft"))
      #expect(try await bench.send("GET", path + "?version=77", token: token).tells(404, 404))
    }
  }
}

import Foundation
import NIOHTTP1
import Studio
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct CaptionLiveTests {
  @Test("The captions come as a file, by the route and by the link that the chat gives")
  func gives() async throws {
    try await ServerBench.with { bench in
      let token = try await bench.token()
      let session = try await bench.session(token)
      let path = "/api/captions/nemo_agent/me/\(session)"
      #expect(try await bench.send("GET", path, token: token).tells(409, 409))
      try await bench.upload(to: session, token: token, named: "clip.mp4", kind: "video")
      try await bench.upload(to: session, token: token, named: "talk.srt", kind: "subtitles one")
      for words in ["make a 4 second clip of this", "add the subtitles"] {
        _ = try await bench.send(
          "POST", "/run", token: token, body: ServerBench.message(words, to: session))
      }
      let file = try await bench.send("GET", path, token: token)
      #expect(file.status == 200 && file.body.contains("00:00:00,000 --> 00:00:01,000\none"))
      #expect(
        file.headers.first(name: "Content-Disposition") == "attachment; filename=\"film.srt\"")
      let other = try await bench.send("GET", path + "?format=vtt", token: token)
      #expect(other.body.hasPrefix("WEBVTT"))
      #expect(other.headers.first(name: "Content-Type") == "text/vtt; charset=utf-8")
      for (query, status) in [("format=ass", 400), ("version=77", 404), ("version=x", 400)] {
        let answer = try await bench.send("GET", path + "?" + query, token: token)
        #expect(try answer.tells(status, status), "\(query): \(answer.body)")
      }
      let stranger = try await bench.token()
      #expect(try await bench.send("GET", path, token: stranger).tells(404, 1002))

      let answer = try await bench.send(
        "POST", "/run", token: token, body: ServerBench.message("export the subtitles", to: session)
      )
      let start = try #require(answer.body.range(of: "/media/c_")?.lowerBound)
      let link = String(answer.body[start...].prefix { !" \"\\".contains($0) })
      let linked = try await bench.send("GET", link)
      #expect(linked.status == 200 && linked.body == file.body)
      let forged = link.replacingOccurrences(of: ".srt", with: ".vtt")
      #expect(try await bench.send("GET", forged).tells(404, 404))
    }
  }
}

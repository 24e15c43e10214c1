import Accounts
import Foundation
import HTTPTypes
import NIOCore
import Records
import Studio
import Testing
import Timeline
import Wire

@testable import Server

@Suite struct UploadRouteTests {
  @Test("Files of a form become media of the session, in the order sent")
  func takesFiles() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.upload([("海边.mp4", "video one"), ("b.png", "image two")])
      #expect(reply.status == 200)
      #expect(reply.code == 0)
      let files = try reply.files
      #expect(files.map(\.filename) == ["海边.mp4", "b.png"])
      #expect(files.map(\.fileType) == ["video", "image"])
      #expect(try await bench.media().map(\.hash) == files.map(\.hash))
      #expect(try bench.parts().isEmpty)
    }
  }

  @Test("Subtitles and colour tables are told by their kind")
  func takesText() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.upload([
        ("talk.srt", "subtitles one two"), ("teal.cube", "table of colours"),
      ])
      #expect(reply.status == 200)
      #expect(try reply.files.map(\.fileType) == ["subtitle", "lut"])
      #expect(try await bench.upload([("talk.srt", "nothing of the kind")]).code == 4001)
      #expect(try await bench.media().count == 2)
    }
  }

  @Test("One file that can't be used keeps all others out")
  func allOrNothing() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.upload([
        ("a.mp4", "video one"), ("notes.mp4", "text"), ("c.mp4", "video three"),
      ])
      #expect(reply.code == 4001)
      #expect(reply.status == 415)
      #expect(reply.text.contains("notes.mp4"))
      #expect(try await bench.media().isEmpty)
      #expect(try bench.parts().isEmpty)
    }
  }

  @Test("A file that is too large is refused as soon as it is, and by its announced size")
  func tooLarge() async throws {
    try await UploadBench.with(accounts: { $0.policies[.anonymous]?.maximumFileSize = 1000 }) {
      bench in
      let large = "video" + String(repeating: "x", count: 1000)
      var reply = try await bench.upload([("a.mp4", "video"), ("large.mp4", large)])
      #expect(reply.code == 4002)
      #expect(reply.text.contains("large.mp4"))
      reply = try await bench.upload((0..<8).map { ("\($0).mp4", "video" + large.prefix(900)) })
      #expect(reply.code == 4002)
      #expect(try await bench.media().isEmpty)
      #expect(try bench.parts().isEmpty)
    }
  }

  @Test(
    "Malformed uploads get a code",
    arguments: [
      ("multipart/form-data; boundary=cut", "--cut--", 400),
      ("multipart/form-data; boundary=cut", "--cut\r\n\r\nno file\r\n--cut--", 400),
      ("multipart/form-data; boundary=cut", "", 400),
      (
        "multipart/form-data; boundary=cut",
        "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nvideo", 400
      ),
      (
        "multipart/form-data; boundary=cut",
        "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=a\r\n\r\n\r\n--cut--",
        4001
      ),
      ("multipart/form-data", "--cut--", 400), ("text/plain", "x", 415),
      ("application/json", "{", 400), ("application/json", "{}", 400),
      ("application/json", "{\"urls\":[]}", 400), ("application/json", "{\"urls\":[1]}", 400),
      ("application/json", "{\"urls\":[\"http://x\"],\"source_type\":\"file\"}", 400),
      ("application/json", "{\"urls\":[\"file:///etc/passwd\"]}", 400),
      ("application/json", "{\"urls\":[\"http://127.0.0.1/\"]}", 400),
      ("application/json", "{\"urls\":[\"http://localhost/\"]}", 400),
      ("application/json", "{\"urls\":[\"http://[::1]/\"]}", 400),
    ])
  func malformed(_ type: String, _ body: String, _ code: Int) async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.send(
        .post, bench.uploadPath, [.contentType: type], body: ByteBuffer(string: body))
      #expect(reply.code == code, "\(reply.text)")
      #expect(try bench.parts().isEmpty)
    }
  }

  @Test("Other fields of the form are passed over")
  func otherFields() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.upload([("a.mp4", "video")], field: "other")
      #expect(reply.code == 400)
    }
  }

  @Test("Another owner's session reads as none, and no token as 1001")
  func strangers() async throws {
    try await UploadBench.with { bench in
      let stranger = try await bench.studio.accounts.issueAnonymousToken(
        client: "stranger", address: "127.0.0.1")
      let type = "multipart/form-data; boundary=cut"
      let body = ByteBuffer(string: "--cut--")
      for path in [bench.uploadPath, "/api/upload-video/nemo_agent/me/12345"] {
        let reply = try await bench.send(
          .post, path, [.contentType: type], body: body, token: stranger.token)
        #expect(reply.code == 1002)
      }
      let reply = try await bench.send(
        .post, bench.uploadPath, [.contentType: type], body: body, token: "wrong")
      #expect(reply.code == 1001)
    }
  }

  @Test("A cut connection leaves nothing behind")
  func cut() async throws {
    try await UploadBench.with { bench in
      let raw = try await RawConnection(port: bench.client.port)
      try await raw.send(bench.rawUpload(length: 100_000) + String(repeating: "x", count: 50_000))
      try await bench.until { try !bench.parts().isEmpty }
      await raw.close()
      try await bench.until { try bench.parts().isEmpty }
      #expect(try await bench.media().isEmpty)
    }
  }

  @Test("A body that trickles is answered 408, and the connection is closed")
  func slow() async throws {
    try await UploadBench.with(server: { $0.uploadPace.span = .milliseconds(300) }) { bench in
      let raw = try await RawConnection(port: bench.client.port)
      try await raw.send(bench.rawUpload(length: 100_000) + "video")
      let reply = try await raw.readToEnd()
      #expect(reply.hasPrefix("HTTP/1.1 408"))
      #expect(reply.lowercased().contains("connection: close"))
      #expect(reply.contains("\"code\":408"))
      #expect(try bench.parts().isEmpty)
    }
  }

  @Test("What announces too much is refused before it is sent")
  func earlyRefusal() async throws {
    try await UploadBench.with { bench in
      let raw = try await RawConnection(port: bench.client.port)
      try await raw.send(bench.rawUpload(length: 5 << 30, expects: true))
      let reply = try await raw.readToEnd()
      #expect(reply.hasPrefix("HTTP/1.1 413"))
      #expect(!reply.contains("100 Continue"))
      #expect(reply.contains("\"code\":4002"))
    }
  }

  @Test("A client that asks first is told to go on")
  func expectContinue() async throws {
    try await UploadBench.with { bench in
      let raw = try await RawConnection(port: bench.client.port)
      let end = "video\r\n--cut--"
      let head = bench.rawUpload(length: end.utf8.count, expects: true)
      let parts = head.components(separatedBy: "\r\n\r\n")
      try await raw.send(parts[0] + "\r\n\r\n")
      #expect(try await raw.read().hasPrefix("HTTP/1.1 100"))
      try await raw.send(parts.dropFirst().joined(separator: "\r\n\r\n") + end)
      #expect(try await raw.read().hasPrefix("HTTP/1.1 200"))
      await raw.close()
    }
  }

  @Test("curl's own forms are read", .enabled(if: Curl.isThere))
  func curl() async throws {
    try await UploadBench.with { bench in
      let path = bench.folder + "/long name; \"海边\".mp4"
      var content = Data("video".utf8)
      content.append(Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }))
      try content.write(to: URL(fileURLWithPath: path))
      let escaped = path.replacingOccurrences(of: "\"", with: "\\\"")
      let output = try await Curl.run([
        "-sS", "-H", "Authorization: Bearer \(bench.token)", "-H", "Expect: 100-continue",
        "-F", "note=x", "-F", "files=@\"\(escaped)\"", bench.address + bench.uploadPath,
      ])
      let reply = try UploadReply(
        json: try Envelope.data(of: try .parse(body: output)))
      #expect(reply.files.map(\.filename) == ["long name; \"海边\".mp4"])
      let medium = try #require(reply.files.first)
      let fetched = try await Curl.run([
        "-sS", "-o", path + ".back", medium.url.replacing("localhost", with: "127.0.0.1"),
      ])
      #expect(fetched == "")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".back")) == content)
    }
  }
}

extension UploadBench {
  /// The head of an upload and of its first part, as a client writes them.
  func rawUpload(length: Int, expects: Bool = false) -> String {
    let part = "--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.mp4\"\r\n\r\n"
    return "POST \(uploadPath) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n"
      + "Content-Type: multipart/form-data; boundary=cut\r\n"
      + "Content-Length: \(part.utf8.count + length)\r\n"
      + (expects ? "Expect: 100-continue\r\n" : "") + "\r\n" + part
  }

  /// Waits until something is so.
  func until(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !condition() {
      guard ContinuousClock.now < end else { throw RawConnection.Stalled() }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}

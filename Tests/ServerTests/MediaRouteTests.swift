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

@Suite struct MediaRouteTests {
  @Test("A link gives its file, whole or in part")
  func ranges() async throws {
    try await UploadBench.with { bench in
      let content = "video" + String(repeating: "0123456789", count: 50_000)
      let file = try #require(try await bench.upload([("海边.mp4", content)]).files.first)
      let path = String(file.url.dropFirst(bench.studio.publicURL.count))
      func get(_ headers: HTTPFields = [:], _ method: HTTPRequest.Method = .get) async throws
        -> TestReply
      {
        try await bench.client.send(method, path, headers)
      }
      let whole = try await get()
      #expect(whole.status == 200)
      #expect(whole.text == content)
      #expect(whole.headers[.contentType] == "video/mp4")
      #expect(whole.headers[.acceptRanges] == "bytes")
      #expect(whole.headers[values: .xContentTypeOptions] == ["nosniff"])
      #expect(whole.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(whole.headers[.contentDisposition]?.contains("%E6%B5%B7%E8%BE%B9.mp4") == true)
      let tag = try #require(whole.headers[.eTag])

      let part = try await get([.range: "bytes=2-6"])
      #expect(part.status == 206)
      #expect(part.text == "deo01")
      #expect(part.headers[.contentRange] == "bytes 2-6/500005")
      #expect(try await get([.range: "bytes=-4"]).text == "6789")
      #expect(try await get([.range: "bytes=500000-"]).text == "56789")
      #expect(try await get([.range: "bytes=0-1,3-4"]).status == 200)
      let none = try await get([.range: "bytes=500005-"])
      #expect(none.status == 416)
      #expect(none.headers[.contentRange] == "bytes */500005")
      #expect(none.code == 416)

      #expect(try await get([.range: "bytes=0-1", .ifRange: tag]).status == 206)
      #expect(try await get([.range: "bytes=0-1", .ifRange: "\"other\""]).status == 200)
      let same = try await get([.ifNoneMatch: tag])
      #expect(same.status == 304)
      #expect(same.text == "")
      #expect(same.headers[.eTag] == tag)

      let head = try await get([:], .head)
      #expect(head.status == 200)
      #expect(head.text == "")
      #expect(head.headers[.contentLength] == "500005")
    }
  }

  @Test("A link that was changed leads nowhere")
  func forged() async throws {
    try await UploadBench.with { bench in
      let file = try #require(try await bench.upload([("a.mp4", "video")]).files.first)
      let path = String(file.url.dropFirst(bench.studio.publicURL.count))
      var wrong = [
        path + "0", path.replacing("expires=", with: "expires=1"),
        path.replacing("m_", with: "m_0"),
        path.replacing("signature=", with: "sig="), path.replacing("expires=", with: "expires=x"),
        "/media/\(file.id ?? "")", "/media/..%2f..%2fkinora.sqlite" + path.drop { $0 != "?" },
      ]
      wrong.append(path.replacing("expires=", with: "expires=99999999999999999999"))
      for path in wrong {
        let reply = try await bench.client.send(.get, path)
        #expect(reply.status == 404, "\(path)")
        #expect(reply.code == 404)
      }
    }
  }

  @Test("A film is its owner's")
  func film() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.send(.get, "/api/render/proxy/render_1/download")
      #expect(reply.code == 404)
      let stranger = try await bench.send(
        .get, "/api/render/proxy/render_1/download", token: "wrong")
      #expect(stranger.code == 1001)
    }
  }

  @Test("A reader that takes its time is sent all of it")
  func slowReader() async throws {
    try await UploadBench.with { bench in
      let content = "video" + String(repeating: "0123456789", count: 300_000)
      let file = try #require(try await bench.upload([("a.mp4", content)]).files.first)
      let path = String(file.url.dropFirst(bench.studio.publicURL.count))
      let raw = try await RawConnection(port: bench.client.port)
      try await raw.send("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      let reply = try await raw.readToEnd()
      #expect(reply.hasSuffix(content))
    }
  }
}

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

@Suite struct TusRouteTests {
  private static let content = "video" + String(repeating: "0123456789", count: 1000)
  private static let bytes = "application/offset+octet-stream"

  private static func metadata(_ session: String) -> String {
    let name = Data("海边.mp4".utf8).base64EncodedString()
    return "filename \(name),session_id \(Data(session.utf8).base64EncodedString())"
  }

  private static func create(
    _ bench: UploadBench, length: Int = content.utf8.count
  ) async throws -> String {
    let reply = try await bench.send(
      .post, "/files/",
      [
        .tusResumable: "1.0.0", .uploadLength: "\(length)",
        .uploadMetadata: metadata(bench.session),
      ])
    #expect(reply.status == 201, "\(reply.text)")
    #expect(reply.headers[.uploadExpires] != nil)
    #expect(reply.headers[.uploadOffset] == "0")
    let location = try #require(reply.headers[.location])
    #expect(location.hasPrefix(bench.studio.publicURL + "/files/"))
    return String(location.dropFirst(bench.studio.publicURL.count))
  }

  private static func patch(
    _ bench: UploadBench, _ path: String, at offset: Int, _ text: some StringProtocol,
    _ headers: HTTPFields = [:], method: HTTPRequest.Method = .patch
  ) async throws -> (status: Int, headers: HTTPFields, code: Int?) {
    var all: HTTPFields = [
      .tusResumable: "1.0.0", .uploadOffset: "\(offset)", .contentType: bytes,
    ]
    for field in headers { all[field.name] = field.value }
    let reply = try await bench.send(method, path, all, body: ByteBuffer(string: String(text)))
    return (reply.status, reply.headers, reply.code)
  }

  @Test("What the server can do is told to anyone")
  func options() async throws {
    try await UploadBench.with { bench in
      for path in ["/files", "/files/", "/files/t_1"] {
        let reply = try await bench.client.send(.options, path)
        #expect(reply.status == 204)
        #expect(reply.headers[.tusResumable] == "1.0.0")
        #expect(reply.headers[.tusVersion] == "1.0.0")
        #expect(reply.headers[.tusExtension]?.contains("termination") == true)
        #expect(reply.headers[.tusMaxSize].flatMap { Int($0) } ?? 0 > 0)
      }
    }
  }

  @Test("An upload goes on where it stopped, and becomes a medium when it is whole")
  func resumes() async throws {
    try await UploadBench.with { bench in
      let path = try await Self.create(bench)
      let first = try await Self.patch(bench, path, at: 0, Self.content.prefix(4000))
      #expect(first.status == 204)
      #expect(first.headers[.uploadOffset] == "4000")
      #expect(first.headers[.mediaID] == nil)
      var head = try await bench.send(.head, path, [.tusResumable: "1.0.0"])
      #expect(head.status == 200)
      #expect(head.headers[.uploadOffset] == "4000")
      #expect(head.headers[.uploadLength] == "\(Self.content.utf8.count)")
      #expect(head.headers[.cacheControl] == "no-store")
      #expect(head.headers[.uploadMetadata] == Self.metadata(bench.session))
      for wrong in [0, 3999, 4001, 99_999] {
        #expect(try await Self.patch(bench, path, at: wrong, "x").status == 409)
      }
      let last = try await Self.patch(
        bench, path, at: 4000, Self.content.dropFirst(4000),
        [.methodOverride: "PATCH"], method: .post)
      #expect(last.status == 204)
      let medium = try #require(try await bench.media().first)
      #expect(last.headers[.mediaID] == medium.id)
      #expect(medium.filename == "海边.mp4")
      head = try await bench.send(.head, path, [.tusResumable: "1.0.0"])
      #expect(head.headers[.uploadOffset] == "\(Self.content.utf8.count)")
      #expect(head.headers[.mediaID] == medium.id)
    }
  }

  @Test("A refusal says which protocol it is of")
  func refusals() async throws {
    try await UploadBench.with { bench in
      let path = try await Self.create(bench)
      let old = try await bench.send(.head, path, [.tusResumable: "0.2.2"])
      #expect(old.status == 412)
      #expect(old.headers[.tusVersion] == "1.0.0")
      for reply in [old, try await bench.send(.head, "/files/none", [.tusResumable: "1.0.0"])] {
        #expect(reply.headers[.tusResumable] == "1.0.0")
      }
    }
  }

  @Test("An upload may bring its first bytes, or all, when it begins")
  func withUpload() async throws {
    try await UploadBench.with { bench in
      let reply = try await bench.send(
        .post, "/files",
        [
          .tusResumable: "1.0.0", .uploadLength: "\(Self.content.utf8.count)",
          .uploadMetadata: Self.metadata(bench.session), .contentType: Self.bytes,
        ], body: ByteBuffer(string: Self.content))
      #expect(reply.status == 201)
      #expect(reply.headers[.uploadOffset] == "\(Self.content.utf8.count)")
      let medium = try await bench.media().first
      #expect(reply.headers[.mediaID] == medium?.id)
    }
  }

  @Test("What came before the line broke is there")
  func cut() async throws {
    try await UploadBench.with { bench in
      let path = try await Self.create(bench)
      let raw = try await RawConnection(port: bench.client.port)
      try await raw.send(
        "PATCH \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(bench.token)\r\n"
          + "Tus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: \(Self.bytes)\r\n"
          + "Content-Length: \(Self.content.utf8.count)\r\n\r\n\(Self.content.prefix(5000))")
      try await Task.sleep(for: .milliseconds(50))
      await raw.close()
      try await bench.until {
        try await bench.send(.head, path, [.tusResumable: "1.0.0"]).headers[.uploadOffset] == "5000"
      }
      let rest = try await Self.patch(bench, path, at: 5000, Self.content.dropFirst(5000))
      #expect(rest.status == 204)
      #expect(rest.headers[.mediaID] != nil)
    }
  }

  @Test("An upload can be given up, and is nobody else's")
  func terminates() async throws {
    try await UploadBench.with { bench in
      let path = try await Self.create(bench)
      let stranger = try await bench.studio.accounts.issueAnonymousToken(
        client: "stranger", address: "127.0.0.1"
      ).token
      for method in [HTTPRequest.Method.head, .delete, .patch] {
        let reply = try await bench.send(
          method, path,
          [.tusResumable: "1.0.0", .uploadOffset: "0", .contentType: Self.bytes], token: stranger)
        #expect(reply.status == 404)
      }
      let gone = try await bench.send(.delete, path, [.tusResumable: "1.0.0"])
      #expect(gone.status == 204)
      #expect(try await bench.send(.head, path, [.tusResumable: "1.0.0"]).status == 404)
      #expect(try await Self.patch(bench, path, at: 0, "x").code == 404)
    }
  }

  @Test("What can't be used is refused when it is whole, and is gone")
  func unusable() async throws {
    try await UploadBench.with { bench in
      let path = try await Self.create(bench, length: 4)
      #expect(try await Self.patch(bench, path, at: 0, "text").code == 4001)
      #expect(try await bench.send(.head, path, [.tusResumable: "1.0.0"]).status == 404)
    }
  }

  @Test("Requests that break the protocol get its statuses")
  func broken() async throws {
    try await UploadBench.with(accounts: { $0.policies[.anonymous]?.maximumFileSize = 20_000 }) {
      bench in
      let metadata = Self.metadata(bench.session)
      let cases: [(HTTPFields, Int)] = [
        ([.uploadLength: "1", .uploadMetadata: metadata], 412),
        ([.tusResumable: "0.2.2", .uploadLength: "1", .uploadMetadata: metadata], 412),
        ([.tusResumable: "1.0.0", .uploadMetadata: metadata], 400),
        ([.tusResumable: "1.0.0", .uploadLength: "-1", .uploadMetadata: metadata], 400),
        ([.tusResumable: "1.0.0", .uploadLength: "x", .uploadMetadata: metadata], 400),
        ([.tusResumable: "1.0.0", .uploadLength: "1"], 400),
        ([.tusResumable: "1.0.0", .uploadLength: "1", .uploadMetadata: "a b"], 400),
        ([.tusResumable: "1.0.0", .uploadDeferLength: "1", .uploadMetadata: metadata], 400),
        ([.tusResumable: "1.0.0", .uploadLength: "20001", .uploadMetadata: metadata], 413),
        (
          [
            .tusResumable: "1.0.0", .uploadLength: "1",
            .uploadMetadata: "session_id \(Data("9".utf8).base64EncodedString())",
          ], 404
        ),
      ]
      for (headers, status) in cases {
        #expect(try await bench.send(.post, "/files", headers).status == status, "\(headers)")
      }
      let path = try await Self.create(bench)
      #expect(
        try await Self.patch(bench, path, at: 0, "x", [.contentType: "text/plain"]).status == 415)
      #expect(try await Self.patch(bench, path, at: 0, "x", [.tusResumable: "2"]).status == 412)
      #expect(try await Self.patch(bench, path, at: 0, "x", [.uploadOffset: "x"]).status == 400)
      #expect(try await bench.send(.post, path, [.tusResumable: "1.0.0"]).status == 405)
      let long = Self.content + "x"
      #expect(try await Self.patch(bench, path, at: 0, long).status == 400)
    }
  }
}

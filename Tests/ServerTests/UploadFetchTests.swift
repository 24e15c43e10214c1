import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NIOPosix
import Records
import Synchronization
import Testing
import Wire

@testable import Server

@Suite struct UploadFetchTests {
  /// A site of the internet, as far as a test has one: it listens on this machine.
  private static func withSite(
    _ body:
      @escaping @Sendable (_ port: Int, _ asked: @escaping @Sendable () -> [String]) async throws
      -> Void
  ) async throws {
    let seen = Asked()
    let router = Router()
    router.get("**") { request, _ -> Response in
      seen.add(request.uri.path)
      let last = request.uri.path.split(separator: "/").last.map(String.init) ?? ""
      switch last {
      case "film.mp4", "b.png":
        let kind = last == "b.png" ? "image" : "video"
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: kind + " of it")))
      case "named":
        return Response(
          status: .ok, headers: [.contentDisposition: "attachment; filename=\"../海边.mp4\""],
          body: .init(byteBuffer: ByteBuffer(string: "video")))
      case "hop": return Response(status: .found, headers: [.location: "/film.mp4"])
      case "loop": return Response(status: .found, headers: [.location: "/loop"])
      case "file-url": return Response(status: .found, headers: [.location: "file:///etc/passwd"])
      case "inward": return Response(status: .found, headers: [.location: "http://inward.test/x"])
      case "slow":
        return Response(
          status: .ok,
          body: .init { writer in
            try await writer.write(ByteBuffer(string: "video"))
            try await Task.sleep(for: .seconds(2))
            try await writer.finish(nil)
          })
      case "large":
        return Response(
          status: .ok,
          body: .init { writer in
            for _ in 0..<64 { try await writer.write(ByteBuffer(repeating: 118, count: 65536)) }
            try await writer.finish(nil)
          })
      default: return Response(status: .notFound)
      }
    }
    var logger = Logger(label: "kinora.test")
    logger.logLevel = .critical
    let site = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      logger: logger)
    try await site.test(.live) { client in try await body(client.port ?? 0, { seen.all }) }
  }

  private static func settings() -> FetchSettings {
    var settings = FetchSettings()
    settings.allowsPrivateAddresses = true
    settings.ports = []
    return settings
  }

  private static func read(
    _ address: String, _ fetcher: Fetcher
  ) async throws -> (head: Fetcher.Head?, text: String) {
    var head: Fetcher.Head?
    var text = ""
    try await fetcher.fetch(address) { piece in
      switch piece {
      case .head(let new): head = new
      case .bytes(let bytes): text += String(buffer: bytes)
      }
    }
    return (head, text)
  }

  @Test("A file is fetched, by name, by redirect, by the name that the site gives it")
  func fetches() async throws {
    try await Self.withSite { port, asked in
      let fetcher = Fetcher(settings: Self.settings())
      let file = try await Self.read("http://127.0.0.1:\(port)/a/film.mp4?x=1", fetcher)
      #expect(file.head == Fetcher.Head(filename: "film.mp4", length: 11))
      #expect(file.text == "video of it")
      #expect(try await Self.read("http://127.0.0.1:\(port)/hop", fetcher).text == "video of it")
      let named = try await Self.read("http://127.0.0.1:\(port)/named", fetcher)
      #expect(named.head?.filename == "海边.mp4")
    }
  }

  @Test("The connection goes to the address that was checked, whatever the name means later")
  func pins() async throws {
    try await Self.withSite { port, asked in
      let lookups = Asked()
      let lookup = NameLookup { name in
        lookups.add(name)
        return ["127.0.0.1"]
      }
      let fetcher = Fetcher(settings: Self.settings(), lookup: lookup)
      // No name server knows this name: only what was looked up can lead to the site.
      let file = try await Self.read("http://film.invalid:\(port)/film.mp4", fetcher)
      #expect(file.text == "video of it")
      #expect(lookups.all == ["film.invalid"])
    }
  }

  @Test(
    "A name with any address that isn't public is refused unasked",
    arguments: [
      ["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["2606:4700::1111", "::1"], ["fe80::1%eth0"],
      ["::ffff:127.0.0.1"], ["169.254.169.254"],
    ])
  func refusesPrivate(_ addresses: [String]) async throws {
    try await Self.withSite { port, asked in
      var settings = Self.settings()
      settings.allowsPrivateAddresses = false
      let fetcher = Fetcher(settings: settings, lookup: NameLookup { _ in addresses })
      let error = await #expect(throws: ServiceError.self) {
        _ = try await Self.read("http://film.test:\(port)/film.mp4", fetcher)
      }
      #expect(error?.message.contains("public internet") == true)
      #expect(asked().isEmpty)
    }
  }

  @Test("Each redirect is checked anew")
  func redirects() async throws {
    try await Self.withSite { port, asked in
      var settings = Self.settings()
      let inward = NameLookup { $0 == "inward.test" ? [] : ["127.0.0.1"] }
      let fetcher = Fetcher(settings: settings, lookup: inward)
      for (path, reason) in [
        ("loop", "too often"), ("file-url", "only http and https"), ("inward", "not be found"),
        ("missing", "404"),
      ] {
        let error = await #expect(throws: ServiceError.self) {
          _ = try await Self.read("http://film.test:\(port)/\(path)", fetcher)
        }
        #expect(error?.code == .badRequest)
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
      }
      #expect(asked().filter { $0 == "/loop" }.count == 6)
      settings.ports = [port]
      await #expect(throws: ServiceError.self) {
        _ = try await Self.read(
          "http://film.test:\(port)/inward", Fetcher(settings: settings, lookup: inward))
      }
    }
  }

  @Test("What stalls, or can't be reached, ends with a sentence")
  func stalls() async throws {
    try await Self.withSite { port, asked in
      var settings = Self.settings()
      settings.silenceLimit = .milliseconds(400)
      let fetcher = Fetcher(settings: settings)
      let slow = await #expect(throws: ServiceError.self) {
        _ = try await Self.read("http://127.0.0.1:\(port)/slow", fetcher)
      }
      #expect(slow?.message.contains("too long") == true)
      let closed = await #expect(throws: ServiceError.self) {
        _ = try await Self.read("http://127.0.0.1:1/film.mp4", Fetcher(settings: Self.settings()))
      }
      #expect(closed?.message.contains("could not be reached") == true)
      let unknown = await #expect(throws: ServiceError.self) {
        _ = try await Self.read(
          "http://nowhere.test/", Fetcher(settings: Self.settings(), lookup: NameLookup { _ in [] })
        )
      }
      #expect(unknown?.message.contains("could not be found") == true)
    }
  }

  @Test("A file that breaks off is not asked for at the next address: it has begun already")
  func breaksOff() async throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nvideo"
    let site = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { $0.pipeline.addHandler(Reset(after: head)) }
      .bind(host: "127.0.0.1", port: 0).get()
    let lookup = NameLookup { _ in ["127.0.0.1", "127.0.0.1"] }
    let fetcher = Fetcher(settings: Self.settings(), lookup: lookup)
    let heads = Asked()
    let error = await #expect(throws: ServiceError.self) {
      try await fetcher.fetch("http://film.test:\(site.localAddress?.port ?? 0)/film.mp4") {
        if case .head(let head) = $0 { heads.add(head.filename) }
      }
    }
    #expect(error?.message.contains("broke off") == true)
    #expect(heads.all == ["film.mp4"])
    try await site.close()
  }

  @Test("A session takes files by address: all of them, or none")
  func intoSession() async throws {
    try await Self.withSite { port, asked in
      try await UploadBench.with(
        accounts: { $0.policies[.anonymous]?.maximumFileSize = 1 << 20 },
        server: { $0.fetching = Self.settings() }
      ) { bench in
        func fetch(_ paths: [String]) async throws -> TestReply {
          let urls = paths.map { "\"http://127.0.0.1:\(port)/\($0)\"" }.joined(separator: ",")
          return try await bench.send(
            .post, bench.uploadPath, [.contentType: "application/json"],
            body: ByteBuffer(string: "{\"urls\":[\(urls)],\"source_type\":\"url\"}"))
        }
        let both = try await fetch(["film.mp4", "b.png"])
        #expect(both.status == 200, "\(both.text)")
        #expect(try both.files.map(\.fileType) == ["video", "image"])
        #expect(try await fetch(["named", "missing"]).code == 400)
        #expect(try await fetch(["named", "large"]).code == 4002)
        #expect(try await fetch(Array(repeating: "film.mp4", count: 17)).code == 400)
        #expect(try await bench.media().count == 2)
        #expect(try bench.parts().isEmpty)
      }
    }
  }
}

/// Answers any request with the beginning of a reply, and then resets the connection.
private final class Reset: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer
  private let reply: String

  init(after reply: String) { self.reply = reply }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = context.channel
    channel.writeAndFlush(ByteBuffer(string: reply), promise: nil)
    channel.eventLoop.scheduleTask(in: .milliseconds(100)) { [channel] in
      // A socket that lingers for no time at all is reset when it is closed.
      let options = channel as? any SocketOptionProvider
      options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
        channel.close(promise: nil)
      }
    }
  }
}

/// What was asked, in order.
private final class Asked: Sendable {
  private let texts = Mutex<[String]>([])
  func add(_ text: String) { texts.withLock { $0.append(text) } }
  var all: [String] { texts.withLock { $0 } }
}

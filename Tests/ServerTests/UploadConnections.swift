import Foundation
import NIOCore
import NIOPosix
import Testing

/// A connection over which a test writes what it likes.
actor RawConnection {
  struct Stalled: Error {}

  private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
  private var chunks: [String] = []
  private var isAtEnd = false
  private var reading: Task<Void, Never>?

  init(port: Int) async throws {
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel(wrappingChannelSynchronously: channel)
        }
      }
    reading = Task { await self.listen() }
  }

  private func listen() async {
    try? await channel.executeThenClose { inbound, _ in
      for try await bytes in inbound { add(String(buffer: bytes)) }
    }
    isAtEnd = true
  }

  private func add(_ text: String) { chunks.append(text) }

  /// Writes text.
  func send(_ text: String) async throws {
    try await channel.channel.writeAndFlush(ByteBuffer(string: text))
  }

  /// What has come since the last read; waits for something.
  func read() async throws -> String {
    let end = ContinuousClock.now + .seconds(10)
    while chunks.isEmpty, !isAtEnd {
      guard ContinuousClock.now < end else { throw Stalled() }
      try await Task.sleep(for: .milliseconds(5))
    }
    defer { chunks = [] }
    return chunks.joined()
  }

  /// Everything until the other side closes.
  func readToEnd() async throws -> String {
    let end = ContinuousClock.now + .seconds(10)
    while !isAtEnd {
      guard ContinuousClock.now < end else { throw Stalled() }
      try await Task.sleep(for: .milliseconds(5))
    }
    return chunks.joined()
  }

  /// Cuts it.
  func close() async {
    try? await channel.channel.close()
    await reading?.value
  }
}

/// The program curl, where it is installed.
enum Curl {
  private static let path = ["/usr/bin/curl", "/bin/curl", "/usr/local/bin/curl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isThere: Bool { path != nil }

  /// Runs curl and gives what it writes.
  static func run(_ arguments: [String]) async throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "curl")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    let output = try await NIOThreadPool.singleton.runIfActive {
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return data
    }
    return String(decoding: output, as: UTF8.self)
  }
}

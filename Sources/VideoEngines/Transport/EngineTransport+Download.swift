import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Timeline

/// Gets what lies on another server than an engine's own: public addresses alone, by whoever may
/// reach them.
public protocol ClipDownloader: Sendable {
  /// Puts what lies at `url` into a new file at `path`, at most `limit` bytes.
  func download(_ url: String, to path: String, limit: Int) async throws(VideoEngineError)
}

extension EngineTransport {
  /// Bytes of the largest clip that is taken.
  static let largestClip = 1 << 30

  /// What asking for a clip's content brought.
  private enum Content {
    /// It is in the file.
    case written
    /// It lies elsewhere.
    case elsewhere(String)
  }

  /// Puts the clip at an address into a new file: from the engine's own server with its key, from
  /// any other by whoever may reach it, and without.
  /// - Parameter mayTell: whether a refusal may say where the clip is instead.
  func clip(
    at address: String, to file: String, by downloader: any ClipDownloader, mayTell: Bool = false
  ) async throws(VideoEngineError) {
    var place = address
    if !address.hasPrefix("http") || isOwn(address) {
      guard
        case .elsewhere(let other) = try await content(of: address, to: file, mayTell: mayTell)
      else { return }
      place = other
      if isOwn(other) {
        if case .written = try await content(of: other, to: file) { return }
        throw VideoEngineError(
          .badReply,
          "\(engine) sends from one address of a clip to the next; check that its address is right."
        )
      }
    }
    do {
      try await downloader.download(place, to: file, limit: Self.largestClip)
      try ClipFile.check(file, from: engine)
    } catch {
      try? FileManager.default.removeItem(atPath: file)
      throw error
    }
  }

  /// Puts the clip at `path` of the engine's own server into a new file. Where the engine answers
  /// with an address instead, that.
  private func content(
    of path: String, to file: String, mayTell: Bool = false
  ) async throws(VideoEngineError) -> Content {
    let request = try request(.GET, path)
    do {
      let reply = try await Self.client.execute(request, timeout: .minutes(10))
      if let place = reply.headers.first(name: "location"), (300...399).contains(reply.status.code)
      {
        return .elsewhere(place)
      }
      guard reply.status == .ok else {
        let body = try await reply.body.collect(upTo: Self.largestReply)
        let told = Reply(
          status: reply.status.code, headers: reply.headers, body: Array(buffer: body))
        // Some answer 400 and say where it is; with others an address leads to an explanation.
        if mayTell, let place = told.json.flatMap(Self.address) { return .elsewhere(place) }
        throw refusal(told)
      }
      try await write(reply.body, to: file, limit: Self.largestClip)
      return .written
    } catch let error as VideoEngineError {
      throw error
    } catch {
      throw VideoEngineError(
        .unreachable, "\(engine) broke off while it sent the clip; try again.", cause: error)
    }
  }

  private func write(
    _ body: HTTPClientResponse.Body, to file: String, limit: Int
  ) async throws {
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else {
      throw VideoEngineError(
        .unwritable, "The clip can't be written to \(file); check that its folder is there.")
    }
    var isWhole = false
    defer { if !isWhole { try? FileManager.default.removeItem(atPath: file) } }
    var count = 0
    for try await piece in body {
      count += piece.readableBytes
      guard count <= limit else {
        throw VideoEngineError(
          .badReply, "\(engine) sends a clip of more than \(limit >> 20) MB; ask for a shorter one."
        )
      }
      do {
        try handle.write(contentsOf: Data(piece.readableBytesView))
      } catch {
        throw VideoEngineError(
          .unwritable, "There is no room left for the clip; free some space and try again.",
          cause: error)
      }
    }
    try handle.close()
    try ClipFile.check(file, from: engine)
    isWhole = true
  }

  /// An address in an answer that should have been a clip.
  static func address(in value: JSONValue) -> String? {
    let paths = [
      ["url"], ["video_url"], ["error", "url"], ["video", "url"], ["data", "url"], ["detail"],
      ["error", "message"], ["message"],
    ]
    for path in paths {
      let found = path.reduce(JSONValue?.some(value)) { $0?[$1] }
      guard let text = found?.words else { continue }
      let start = text.range(of: "https://") ?? text.range(of: "http://")
      if let start {
        return String(text[start.lowerBound...].prefix { !$0.isWhitespace && $0 != "\"" })
      }
    }
    return nil
  }
}

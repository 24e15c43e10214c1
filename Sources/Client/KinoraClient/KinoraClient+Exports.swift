internal import AsyncHTTPClient
public import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Timeline
public import Wire

extension KinoraClient {
  /// Orders a film.
  public func order(_ order: RenderRequest) async throws -> RenderJob {
    let response = try await send {
      try await request(.POST, "/api/render/proxy/lambda", json: order.json)
    }
    return try RenderJob(json: try await json(of: response))
  }

  /// How far a film is.
  public func job(_ id: String) async throws -> RenderJob {
    let response = try await send { try await request(.GET, "/api/render/proxy/lambda/\(id)") }
    return try RenderJob(json: try await json(of: response))
  }

  /// Gives a film up.
  public func cancel(_ id: String) async throws -> RenderJob {
    let response = try await send {
      try await request(.POST, "/api/render/proxy/lambda/\(id)/cancel")
    }
    return try RenderJob(json: try await json(of: response))
  }

  /// Fetches a finished film to `file`, where it appears when it is whole. A connection that is
  /// cut goes on where it stopped.
  /// `progress` is told the share that has come, 0 to 1; nil where the size isn't known.
  /// - Returns: its bytes.
  public func download(
    _ id: String, to file: URL, progress: @escaping @Sendable (Double?) -> Void = { _ in }
  ) async throws -> Int {
    let part = file.deletingLastPathComponent()
      .appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString).part")
    defer { try? FileManager.default.removeItem(at: part) }
    guard FileManager.default.createFile(atPath: part.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: part)
    else {
      throw ClientError(
        .unwritable, "\(file.path) can't be written; name another place with -o.")
    }
    defer { try? handle.close() }
    var count = 0
    var failures = 0
    while true {
      do {
        let start = count
        defer { if count > start { failures = 0 } }
        try await fetch(id, into: handle, &count, progress)
        break
      } catch  where failures < 5 && ClientError.isPassing(error) {
        failures += 1
        try await rest(.seconds(1 << failures))
      }
    }
    guard rename(part.path, file.path) == 0 else {
      throw ClientError(
        .unwritable, "\(file.path) can't be written; name another place with -o.")
    }
    return count
  }

  private func fetch(
    _ id: String, into handle: FileHandle, _ count: inout Int,
    _ progress: @Sendable (Double?) -> Void
  ) async throws {
    let offset = count
    let response = try await send {
      var request = try await request(.GET, "/api/render/proxy/\(id)/download")
      if offset > 0 { request.headers.add(name: "Range", value: "bytes=\(offset)-") }
      return request
    }
    guard response.status == .ok || response.status == .partialContent else {
      _ = try await data(of: response)
      throw ClientError(.badReply, "The server gave no film for \(id); export it again.")
    }
    if response.status == .ok, count > 0 {
      try handle.truncate(atOffset: 0)
      try handle.seek(toOffset: 0)
      count = 0
    }
    let total = response.headers.first(name: "Content-Length").flatMap(Int.init)
      .map { $0 + count }
    do {
      for try await block in response.body {
        try handle.write(contentsOf: Data(block.readableBytesView))
        count += block.readableBytes
        progress(total.map { Double(count) / Double(max($0, 1)) })
      }
    } catch let error as CocoaError {
      throw ClientError(
        .unwritable, "The film can't be written; is the disk full?", cause: error)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw ClientError(
        .dropped, "The connection ended before the film was whole.", cause: error)
    }
  }
}

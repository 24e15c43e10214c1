internal import Foundation
internal import Timeline
internal import Wire

extension Conversation {
  /// Checks that there is a film, orders it, says how far it is, and fetches it.
  func export(to file: URL?, quality: String, _ phrases: Phrases) async throws {
    let state = try await inSession { [client] in try await client.state(of: $0) }
    guard let draft = try state.draft(), draft.hasContent else {
      return await tell(.text(phrases.nothingToExport))
    }
    let place = file ?? Self.place(for: draft, in: folder)
    try Self.checkRoom(for: place)
    await tell(.progress(phrases.rendering))
    var job = try await film(of: state, quality: quality, phrases)
    if job.status == .failed {
      // A failed render gets a new id, once.
      job = try await film(of: state, quality: quality, phrases)
    }
    guard job.status == .completed else {
      throw ClientError(
        .exportFailed,
        job.error ?? "The film was \(job.status.rawValue); ask for it again.")
    }
    for finding in job.findings ?? [] { await tell(.text(finding.sentence)) }
    let size = try await client.download(job.id, to: place)
    await tell(.progress(phrases.ready))
    if let measured = job.measured { await tell(.text(measured)) }
    // A server under a name of its own goes with this program, and its links with it.
    let link = client.configuration.memoryName == nil ? job.url : nil
    await tell(
      .film(ExportedFilm(file: place, size: size, duration: job.duration, link: link)))
  }

  /// Orders the film under a new id and waits for its end.
  private func film(
    of state: SessionState, quality: String, _ phrases: Phrases
  ) async throws -> RenderJob {
    let id = "render_\(Int(Date().timeIntervalSince1970 * 1000))"
    var job = try await client.order(
      RenderRequest(
        id: id, sessionID: state.sessionID, draft: state.state["draft"], quality: quality))
    var told = 0.0
    var failures = 0
    let start = timing.now()
    while !job.status.isFinal {
      guard timing.now() - start < .seconds(3600) else {
        throw ClientError(
          .timedOut, "The film has taken an hour; ask for the export again later.")
      }
      do {
        try await timing.rest(client.isKinora ? .seconds(1) : .seconds(30))
        job = try await client.job(id)
        failures = 0
      } catch  where failures < 10 && ClientError.isPassing(error) {
        // The film is made whether or not it is asked for.
        failures += 1
      } catch is CancellationError {
        // Nobody waits for the film any more.
        let client = client
        _ = await Task { try? await client.cancel(id) }.value
        throw CancellationError()
      }
      if job.id.isEmpty { job.id = id }
      if job.progress >= told + 1, !job.status.isFinal {
        told = job.progress
        await tell(.progress(phrases.progress(job.progress / 100)))
      }
    }
    return job
  }

  /// Checks before the film is made that it can be put there.
  private static func checkRoom(for file: URL) throws(ClientError) {
    let files = FileManager.default
    var isFolder = ObjCBool(false)
    let exists = files.fileExists(atPath: file.path, isDirectory: &isFolder)
    if exists, isFolder.boolValue {
      throw ClientError(
        .unwritable, "\(file.path) is a folder; name a file in it, such as film.mp4.")
    }
    guard files.isWritableFile(atPath: file.deletingLastPathComponent().path) else {
      throw ClientError(
        .unwritable, "\(file.path) can't be written; name another place with -o.")
    }
  }

  /// A new file in `folder`, called as the film is.
  private static func place(for draft: Draft, in folder: URL) -> URL {
    let title = draft.canvas.title ?? ""
    let kept = title.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    let name = kept.split(separator: "-").joined(separator: "-").prefix(60)
    let stem = name.isEmpty ? "film" : String(name)
    var place = folder.appendingPathComponent("\(stem).mp4")
    var number = 2
    while FileManager.default.fileExists(atPath: place.path) {
      place = folder.appendingPathComponent("\(stem)-\(number).mp4")
      number += 1
    }
    return place
  }
}

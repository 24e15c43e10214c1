import Foundation
import Records

extension Studio {
  /// Removes sessions that were idle for too long with all they have, uploads that were given up,
  /// and contents that nothing refers to. A dry run only tells what it would remove.
  func sweep(isDry: Bool) async throws -> SweepReport {
    var report = SweepReport(isDry: isDry)
    try await sweepSessions(&report)
    try await sweepUploads(&report)
    if !isDry {
      previews.drop(before: now() - Self.previewLifetime)
      pieces?.trim()
    }
    try await sweepBlobs(&report)
    return report
  }

  private func sweepSessions(_ report: inout SweepReport) async throws {
    guard let retention = settings.retention else { return }
    let time = now()
    let idleSince = time - Double(retention.components.seconds)
    if report.isDry {
      let doomed = try await read { view in
        try view.sessions(idleSince: idleSince, limit: 100_000).map(\.id)
      }
      report.sessions = doomed
      for session in doomed { try await foresee(session, among: Set(doomed), &report) }
      return
    }
    while true {
      let page = try await read { try $0.sessions(idleSince: idleSince, limit: 50).map(\.id) }
      var removed = 0
      for id in page {
        let remains = try await write(changing: id, andItsState: true) { transaction in
          guard let session = try transaction.session(id), session.updatedAt < idleSince,
            try transaction.activeTurns(in: id).isEmpty,
            try transaction.exports(in: id).allSatisfy(\.status.isFinal)
          else { return Remains?.none }
          return try Self.remove(session: id, at: time, in: transaction)
        }
        guard let remains else { continue }
        report.sessions.append(id)
        removed += 1
        for blob in remains.blobs.sorted() { try await sweep(blob, &report) }
        await clearAway(remains)
      }
      if page.count < 50 || removed == 0 { return }
    }
  }

  /// What would become of a session's contents.
  private func foresee(
    _ session: String, among doomed: Set<String>, _ report: inout SweepReport
  ) async throws {
    let blobs = try await read { view in
      let remains = try Self.remains(of: session, in: view)
      return try remains.blobs.filter { blob in
        try view.media(blob: blob).allSatisfy { doomed.contains($0.session) }
          && view.exports(blob: blob).allSatisfy { doomed.contains($0.session) }
      }
    }
    for blob in blobs.sorted() where !report.blobs.contains(blob) {
      report.blobs.append(blob)
      report.bytes += try await file(of: blob)?.size ?? 0
    }
  }

  /// Uploads that were given up, and parts of no upload.
  func sweepUploads(_ report: inout SweepReport) async throws {
    let time = now()
    for upload in try await read({ try $0.partialUploads(expiredBefore: time) }) {
      if report.isDry {
        report.uploads.append(upload.id)
        continue
      }
      guard intake.take(upload: upload.id) else { continue }
      defer { intake.leave(upload: upload.id) }
      try await write { try $0.removePartialUpload(upload.id) }
      do { try await blobs.removePart(upload.id) } catch { throw Self.service(error) }
      report.uploads.append(upload.id)
    }
    let given = Set(report.uploads)
    let parts: [String]
    do { parts = try await blobs.parts() } catch { throw Self.service(error) }
    for part in parts where !given.contains(part) {
      // Asked one by one: a part may have come since the list was made.
      guard try await read({ try $0.partialUpload(part) }) == nil, !intake.parts.contains(part)
      else { continue }
      report.parts.append(part)
      guard !report.isDry else { continue }
      do { try await blobs.removePart(part) } catch { throw Self.service(error) }
    }
  }

  private func sweepBlobs(_ report: inout SweepReport) async throws {
    let keys: [String]
    do { keys = try await blobs.keys() } catch { throw Self.service(error) }
    for start in stride(from: 0, to: keys.count, by: 200) {
      let page = keys[start..<min(start + 200, keys.count)]
      let unused = try await read { view in
        try page.filter { try view.isUsed(blob: $0) == false }
      }
      for blob in unused where !previews.holds(blob) { try await sweep(blob, &report) }
    }
  }

  private func sweep(_ blob: String, _ report: inout SweepReport) async throws {
    let size = try await file(of: blob)?.size ?? 0
    if !report.isDry {
      do {
        guard try await removeIfUnused(blob) else { return }
      } catch { throw Self.service(error) }
    }
    report.blobs.append(blob)
    report.bytes += size
  }
}

import Foundation
import Synchronization

@testable import VideoEngines

/// A folder that goes with the test.
final class TestFolder: Sendable {
  private let path = NSTemporaryDirectory() + "kinora-engines-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: self(name))))
  }
}

extension ClipDesk.Pace {
  static let quick = Self(
    first: .milliseconds(5), longest: .milliseconds(10), patience: .milliseconds(200))
}

/// What was told on the way.
final class Told: Sendable {
  private let all = Mutex<[ClipProgress]>([])

  func add(_ progress: ClipProgress) { all.withLock { $0.append(progress) } }
  var states: [ClipProgress.State] { all.withLock { $0.map(\.state) } }
  var shares: [Double] { all.withLock { $0.compactMap(\.share) } }
}

/// Fetches from the hosts that it is allowed to, always the same.
final class RecordedDownloads: ClipDownloader {
  private let allowed: Set<String>
  private let asked = Mutex<[String]>([])

  private let content: [UInt8]

  init(allows allowed: Set<String> = [], gives content: [UInt8] = ClipManner.film) {
    self.allowed = allowed
    self.content = content
  }

  var urls: [String] { asked.withLock { $0 } }

  func download(_ url: String, to path: String, limit: Int) async throws(VideoEngineError) {
    asked.withLock { $0.append(url) }
    guard allowed.contains(URL(string: url)?.host ?? "") else {
      throw VideoEngineError(.refused, "\(url) is not on the public internet.")
    }
    _ = FileManager.default.createFile(atPath: path, contents: Data(content))
  }
}

/// A journal whose process ends after so many notes.
final class CrashingJournal: ClipJournal {
  struct Crash: Error {}

  private let journal: FileJournal
  private let left: Mutex<Int>

  init(_ journal: FileJournal, after notes: Int) {
    self.journal = journal
    left = Mutex(notes)
  }

  func record(of key: String) async throws -> ClipRecord? { try journal.record(of: key) }
  func forget(_ key: String) async throws { try journal.forget(key) }

  func keep(_ record: ClipRecord) async throws {
    let isOver = left.withLock { left in
      defer { left -= 1 }
      return left <= 0
    }
    if isOver { throw Crash() }
    try journal.keep(record)
  }
}

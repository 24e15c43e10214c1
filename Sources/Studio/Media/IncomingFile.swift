public import Records
import Wire

/// A file on its way into a session. One task at a time.
public actor IncomingFile {
  private let studio: Studio
  private let partID: String
  private let part: any BlobPart
  private let filename: String
  private let session: String
  private let account: String
  private let limit: Int
  private var count = 0
  private var isOver = false
  private var probed: ProbedMedia?

  init(
    studio: Studio, partID: String, part: any BlobPart, filename: String, session: String,
    account: String, limit: Int
  ) {
    self.studio = studio
    self.partID = partID
    self.part = part
    self.filename = filename
    self.session = session
    self.account = account
    self.limit = limit
  }

  deinit {
    // Whoever let it go unfinished: the sweep takes the part.
    studio.intake.remove(part: partID)
  }

  /// Takes more bytes.
  /// - Throws: `ServiceError`: 4002 as soon as it is larger than the plan allows; 507. The file is
  ///   thrown away then.
  public func append(_ bytes: [UInt8]) async throws {
    guard !isOver else { throw Self.over }
    count += bytes.count
    guard count <= limit else {
      await discard()
      throw Studio.tooLarge(filename, limit: limit)
    }
    do { try await part.append(bytes) } catch {
      await discard()
      throw Studio.service(error)
    }
  }

  /// Looks at the whole file, so that ``finish()`` can fail only where the store does: to keep
  /// several files or none, check them all before the first is finished.
  /// - Throws: `ServiceError` with code 4001 where it can't be used; then it is thrown away.
  public func check() async throws {
    guard !isOver else { throw Self.over }
    do { probed = try await studio.probe(part) } catch {
      await discard()
      throw error
    }
  }

  /// Looks at the file and keeps it. A content that the session has already is that medium.
  /// - Throws: `ServiceError` with code 4001 where it can't be used; then it is thrown away.
  public func finish() async throws -> MediaItem {
    guard !isOver else { throw Self.over }
    do {
      let item = try await studio.keep(
        part, probed: probed, named: filename, in: session, of: account)
      isOver = true
      studio.metrics.received(count)
      return item
    } catch {
      await discard()
      throw error
    }
  }

  /// Throws away what came.
  public func discard() async {
    guard !isOver else { return }
    isOver = true
    await part.discard()
  }

  private static let over = ServiceError(
    .internalError, "The upload has ended already; send the file again.")
}

extension Studio {
  static func tooLarge(_ filename: String, limit: Int) -> ServiceError {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit) bytes"
    return ServiceError(
      .fileTooLarge,
      "\(filename.shown) is larger than the \(size) that this plan takes; compress or trim it.")
  }
}

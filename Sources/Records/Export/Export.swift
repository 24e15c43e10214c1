public import Foundation
public import Timeline

/// A film that was ordered.
public struct Export: Hashable, Sendable, Codable, Identifiable {
  /// Chosen by the client, unique for an account.
  public var id: String
  /// Whose it is.
  public var account: String
  /// The session whose media it uses.
  public var session: String
  /// The draft to render, as JSON.
  public var draft: String
  /// SHA-256 of what was ordered: draft, format and quality.
  public var digest: String
  /// `draft`, `standard` or `high`.
  public var quality: String
  /// The seed of everything random.
  public var seed: Int
  /// How far it is.
  public var status: Status
  /// 0 to 1.
  public var progress: Double
  /// Why it failed.
  public var error: String?
  /// The film's blob, once completed.
  public var blob: String?
  /// Milliseconds, once completed.
  public var duration: Int?
  /// Bytes, once completed.
  public var size: Int?
  /// What was measured of the film, once completed.
  public var receipt: FilmReceipt?
  /// What a viewer would stumble over, found before the film was made; nil where nobody looked.
  public var findings: [PreflightFinding]?
  /// When it was ordered.
  public var createdAt: Date
  /// When it ended.
  public var completedAt: Date?

  /// How far an export is; the same words as on the wire.
  public enum Status: String, Hashable, Sendable, Codable {
    case pending, processing, completed, failed, cancelled

    /// Whether nothing more will happen.
    public var isFinal: Bool { self != .pending && self != .processing }
  }

  /// An order.
  public init(
    id: String, account: String, session: String, draft: String, digest: String,
    quality: String, seed: Int, status: Status = .pending, progress: Double = 0,
    error: String? = nil, blob: String? = nil, duration: Int? = nil, size: Int? = nil,
    createdAt: Date, completedAt: Date? = nil
  ) {
    self.id = id
    self.account = account
    self.session = session
    self.draft = draft
    self.digest = digest
    self.quality = quality
    self.seed = seed
    self.status = status
    self.progress = progress
    self.error = error
    self.blob = blob
    self.duration = duration
    self.size = size
    self.createdAt = createdAt
    self.completedAt = completedAt
  }
}

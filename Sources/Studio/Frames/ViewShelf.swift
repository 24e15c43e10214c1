import Foundation
import MediaTime
import Records
import Timeline

/// What was drawn or heard lately, and what it was drawn from.
final class ViewShelf: Sendable {
  /// JPEGs by their entity tags.
  let frames = RecentValues<String, [UInt8]>(capacity: 64 << 20)
  /// Peaks of sounds.
  let peaks = RecentValues<PeaksKey, SoundCurve>(capacity: 4 << 20)
  /// Versions of drafts, which never change.
  let films = RecentValues<FilmKey, NamedDraft>(capacity: 64)
  /// Sessions' media.
  let media = RecentValues<String, SessionMedia>(capacity: 32)

  /// What was last found in sessions' films.
  let findings = RecentValues<FilmKey, [PreflightFinding]>(capacity: 256)

  /// A version of a session's draft. Ids of removed sessions may come again.
  struct FilmKey: Hashable, Sendable {
    let session: String
    let createdAt: Date
    let version: Int
  }

  struct PeaksKey: Hashable, Sendable {
    let blob: String
    let bins: Int
    let length: Milliseconds?
  }

  /// A draft, and what it and its media are known by.
  struct NamedDraft: Sendable {
    let version: Int
    let draft: Draft
    let name: String
  }

  /// A session's media as they were at a revision of it.
  struct SessionMedia: Sendable {
    let createdAt: Date
    let revision: Int
    let items: [String: MediaItem]
    let files: [String: BlobFile]
  }
}

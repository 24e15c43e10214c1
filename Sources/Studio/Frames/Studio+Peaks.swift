public import Accounts
public import MediaTime
import Records
import Timeline
import Wire

extension Studio {
  /// How many steps a sound's curve may have.
  public static let peakBins = 1...4000
  /// The longest that composed music is played for its curve.
  public static let longestPeaks: Milliseconds = 3_600_000

  /// How loud a medium is from step to step.
  /// - Parameters:
  ///   - medium: its id.
  ///   - bins: how many steps, of ``peakBins``.
  ///   - length: how long composed music and effects are played; nil for as long as they are, or
  ///     half a minute.
  ///   - session: whose medium it is.
  ///   - identity: who asks.
  /// - Throws: `ServiceError`: 1002; 404 where there is no such medium; 400 where it has no sound.
  public func peaks(
    of medium: String, bins: Int, lasting length: Milliseconds?, in session: String,
    for identity: Identity
  ) async throws -> SoundCurve {
    let media = try await media(of: try await self.session(session, for: identity))
    let item = try Self.medium(medium, in: media)
    guard item.facts.hasAudio, let file = media.files[medium] else {
      throw ServiceError(.badRequest, "\(item.name.shown) has no sound.")
    }
    let key = ViewShelf.PeaksKey(blob: item.blob, bins: bins, length: length)
    if let known = shelf.peaks[key] { return known }
    defer { withExtendedLifetime(file) {} }
    let peaks = try await workshop.peaks(path: file.path, bins: bins, lasting: length)
    shelf.peaks.keep(peaks, for: key, weight: peaks.values.count + 64)
    return peaks
  }
}

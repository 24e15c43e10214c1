import Foundation

/// Makes links that hold for a time.
struct LinkMaker: Sendable {
  let base: String
  let signer: SignedLink
  let expires: Int

  /// Links made within one hour are the same, so that a poll and the next agree and caches help.
  init(base: String, signer: SignedLink, lifetime: Duration, at time: Date) {
    self.base = base
    self.signer = signer
    // A thousand years are for good; what is more can't be added to a date.
    let seconds = min(lifetime.components.seconds, 1000 * 366 * 86_400)
    let end = Int(time.timeIntervalSince1970) + Int(seconds)
    expires = lifetime >= .seconds(7200) ? end / 3600 * 3600 : end
  }

  /// A link to a medium, `m_…`, a film, `f_…`, or a session's captions, `c_…`.
  func link(to id: String) -> String { base + signer.path(to: id, expires: expires) }
}

extension Studio {
  /// Links made at that time.
  func links(at time: Date) -> LinkMaker {
    LinkMaker(
      base: publicURL, signer: SignedLink(key: linkKey), lifetime: settings.linkLifetime,
      at: time)
  }
}

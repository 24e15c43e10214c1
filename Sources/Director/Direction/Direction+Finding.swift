import Timeline

extension Direction {
  /// The media that a reference means, in upload order; empty where there are none.
  func find(_ reference: Reference, in draft: Draft) -> [Medium] {
    if let index = reference.medium, situation.media.indices.contains(index) {
      return [situation.media[index]]
    }
    let pool = situation.media.filter { fits($0, reference.sort) }
    if reference.sort == .logo { return logo(pool, draft) }
    // What was made here is no upload that waits, whichever process made it.
    let unused = pool.filter { !draft.uses($0.id) && $0.sound == nil }
    if let ordinal = reference.ordinal, !(reference.isRecent && reference.count != nil) {
      return ranked(pool, ordinal, reference.count)
    }
    let found: [Medium]
    if reference.isAll {
      found = unused
    } else {
      let everUsed = history.mediaEverUsed
      let fresh = unused.filter(\.isNew)
      let waiting = unused.filter { !everUsed.contains($0.id) }
      found = fresh.isEmpty ? waiting : fresh
    }
    let isNamedAlone = !reference.isPronoun && !reference.isRecent && !reference.isAll
    if found.isEmpty, isNamedAlone, pool.count == 1 { return pool }
    return reference.count.map { Array(found.prefix($0)) } ?? found
  }

  /// "The second picture", "the last two", "the first three".
  private func ranked(_ pool: [Medium], _ ordinal: Int, _ count: Int?) -> [Medium] {
    let count = max(count ?? 1, 1)
    if ordinal < 0 { return Array(pool.suffix(count)) }
    guard ordinal >= 1, ordinal <= pool.count else { return [] }
    return Array(pool[(ordinal - 1)...].prefix(count))
  }

  /// A picture that is called a logo, else the last one that came and is not in the film.
  private func logo(_ pool: [Medium], _ draft: Draft) -> [Medium] {
    let named = pool.filter { medium in
      let name = medium.name.lowercased()
      return ["logo", "emblem", "badge", "标志", "商标"].contains { name.contains($0) }
    }
    if let last = named.last { return [last] }
    return pool.last { $0.isNew && !draft.uses($0.id) }.map { [$0] } ?? []
  }

  private func fits(_ medium: Medium, _ sort: MediaSort?) -> Bool {
    switch sort {
    case nil, .any: true
    case .image, .logo: medium.facts.kind == .image
    case .video: medium.facts.kind == .video
    case .audio: medium.facts.kind == .audio
    case .visual: medium.facts.kind != .audio
    }
  }

  /// The clip of the film that a reference means, by its index; nil where there is none.
  func clip(_ reference: Reference, in draft: Draft) -> Int? {
    let clips = draft.pictureTrack?.segments ?? []
    if let index = reference.medium, situation.media.indices.contains(index) {
      return clips.firstIndex { $0.source == situation.media[index].id }
    }
    let number = reference.ordinal ?? reference.count
    guard let number else { return clips.count == 1 ? 0 : nil }
    let index = number > 0 ? number - 1 : clips.count + number
    return clips.indices.contains(index) ? index : nil
  }
}

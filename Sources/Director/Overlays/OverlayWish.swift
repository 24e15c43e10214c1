import Language
import Timeline

/// What a message asks of pictures over the film, and the message without it.
struct OverlayWish {
  /// What is asked, in order.
  let orders: [Order]
  /// The words that are left.
  let words: String

  /// One picture over the film, and what is to become of it.
  struct Order {
    let clause: OverlayClause
    /// The segment that shows it; nil where it isn't there yet.
    let segment: String?
    /// The medium that it is to show; nil where there is none.
    let medium: String?
  }

  /// What `words` ask for; nil where they ask for nothing of the kind.
  init?(_ words: String, in situation: Situation) {
    let wording = Wording(words)
    var orders: [Order] = []
    var places: [(Range<Int>, String)] = []
    // What "it" is may have been named by a clause of another kind.
    var isSpokenOf = true
    for clause in OverlayClause.clauses(of: wording, naming: situation.callableNames) {
      guard let range = clause.range else { continue }
      let former = isSpokenOf ? orders.last : nil
      guard let order = situation.order(clause, after: former, mayPoint: isSpokenOf) else {
        isSpokenOf = false
        continue
      }
      isSpokenOf = true
      orders.append(order)
      places.append((range, ", "))
    }
    guard !orders.isEmpty else { return nil }
    self.orders = orders
    self.words = wording.text(replacing: places, finding: []).text
  }

  /// Media that it lays over the film, which are no clips then.
  var media: Set<String> { Set(orders.compactMap(\.medium)) }
}

extension Situation {
  /// What a clause asks of a picture over the film; nil where it asks for something else.
  fileprivate func order(
    _ clause: OverlayClause, after former: OverlayWish.Order?, mayPoint: Bool
  ) -> OverlayWish.Order? {
    guard !clause.isForeign, clause.removes || clause.changes || clause.isOver || clause.adds,
      // "A bit smaller" is about what was spoken of.
      let subject = clause.subject ?? (clause.isValue ? .it : nil), subject != .it || mayPoint
    else { return nil }
    let there = inset(subject, after: former)
    if clause.removes { return there.map { .init(clause: clause, segment: $0.id, medium: nil) } }
    if subject == .it, let former, former.segment == nil, let medium = former.medium {
      return .init(clause: clause, segment: nil, medium: medium)
    }
    if let there, clause.changes {
      return .init(clause: clause, segment: there.id, medium: nil)
    }
    guard there == nil, lays(clause, subject) else { return nil }
    return .init(clause: clause, segment: nil, medium: medium(for: subject)?.id)
  }

  /// Whether a clause brings a picture in, over the film and not into it.
  private func lays(_ clause: OverlayClause, _ subject: OverlayClause.Subject) -> Bool {
    switch subject {
    case .window: return true
    case .sign: return laysSign(clause)
    case .medium(let index):
      guard media.indices.contains(index), media[index].isSeen else { return false }
      return clause.namesCorner || media[index].isCalledSign && laysSign(clause)
    case .numbered: return clause.namesCorner && medium(for: subject) != nil
    case .picture, .clip, .it:
      return clause.adds && clause.namesCorner && medium(for: subject) != nil
    case .mark: return clause.adds && clause.place != nil && medium(for: .mark) != nil
    }
  }

  /// A sign is hardly ever a clip of a film that has others.
  private func laysSign(_ clause: OverlayClause) -> Bool {
    clause.place != nil || clause.time != nil || clause.isOver || clause.adds
  }

  /// The picture over the film that a clause speaks of.
  private func inset(
    _ subject: OverlayClause.Subject, after former: OverlayWish.Order?
  ) -> Segment? {
    let insets = draft.insets
    switch subject {
    case .medium(let index):
      guard media.indices.contains(index) else { return nil }
      return insets.last { $0.source == media[index].id }
    case .numbered:
      let medium = medium(for: subject)
      return insets.last { $0.source == medium?.id }
    case .sign: return insets.last { isSign($0.source) } ?? (insets.count == 1 ? insets[0] : nil)
    case .window:
      return insets.last { $0.source.flatMap(facts)?.kind == .video }
        ?? (insets.count == 1 ? insets[0] : nil)
    case .mark:
      let hasWords = draft.tracks.flatMap(\.segments).contains {
        $0.style.text?.preset == .watermark
      }
      return hasWords ? nil : insets.last
    case .picture, .clip: return nil
    case .it:
      if let id = former?.segment { return insets.last { $0.id == id } }
      return insets.last { $0.id == insetSpokenOf }
    }
  }

  /// The picture over the film that the last edit was about, where it was about nothing else.
  private var insetSpokenOf: String? {
    guard let touched = history?.current.edit?.segments, touched.count == 1 else { return nil }
    return touched.first
  }

  private func facts(_ id: String) -> MediaFacts? { media.first { $0.id == id }?.facts }

  private func isSign(_ id: String?) -> Bool {
    media.contains { $0.id == id && $0.isCalledSign }
  }

  /// The medium that is to lie over the film: signs by their names, else what came last and is
  /// not in the film.
  private func medium(for subject: OverlayClause.Subject) -> Medium? {
    let seen = media.filter { $0.isSeen && $0.scene == nil }
    let waiting = seen.filter { !draft.uses($0.id) }
    switch subject {
    case .medium(let index): return media.indices.contains(index) ? media[index] : nil
    case .numbered(let number):
      let pictures = seen.filter { $0.facts.kind == .image }
      let index = number > 0 ? number - 1 : pictures.count + number
      return pictures.indices.contains(index) ? pictures[index] : nil
    case .sign:
      return seen.last(where: \.isCalledSign)
        ?? waiting.last { $0.isNew && $0.facts.kind == .image }
    case .window: return waiting.last { $0.facts.kind == .video } ?? waiting.last
    case .clip: return waiting.last { $0.facts.kind == .video }
    case .it: return waiting.last(where: \.isNew) ?? waiting.last
    case .picture:
      let pictures = waiting.filter { $0.facts.kind == .image }
      return pictures.last(where: \.isNew) ?? pictures.last
    case .mark: return seen.last(where: \.isCalledSign)
    }
  }
}

extension Medium {
  /// Whether it has a picture.
  fileprivate var isSeen: Bool { facts.kind == .image || facts.kind == .video }

  /// Whether its name says that it is a sign.
  var isCalledSign: Bool {
    let name = name.lowercased()
    return ["logo", "emblem", "badge", "watermark", "标志", "商标", "徽标", "台标", "水印"].contains {
      name.contains($0)
    }
  }
}

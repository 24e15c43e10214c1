import Language

/// The shapes in which films are ordered beside the draft's own, which stays as it is: "export
/// it vertical and square", 再导出一个竖版.
///
/// One shape alone is the draft's new shape ("export it vertical"), unless the words say that
/// it is one more film.
struct Variants {
  let aspects: [Aspect]

  private static let oneMore: Set<String> = [
    "also", "too", "another", "additional", "additionally", "extra", "copy", "version", "as well",
    "再", "另", "也", "额外", "一份", "一版",
  ]

  /// - Parameters:
  ///   - told: what was read in the message.
  ///   - isExported: whether a clause of its own asks for a film.
  init(_ told: [Understood], _ words: String, isExported: Bool) {
    let shapes = told.filter { if case .aspect = $0.request { true } else { false } }
    var found: [Aspect] = []
    for case .aspect(let aspect) in shapes.map(\.request) where !found.contains(aspect) {
      found.append(aspect)
    }
    let orders = told.filter { $0.request.isExport }
    let isOrdered = isExported || !orders.isEmpty
    let comesFirst = orders.contains { $0.span.start < shapes.first?.span.start ?? 0 }
    let isMeant = found.count > 1 || comesFirst && Self.saysOneMore(words)
    aspects = isOrdered && isMeant ? found : []
  }

  private static func saysOneMore(_ words: String) -> Bool {
    let keys = Wording(words).words.map { $0.key ?? "" }
    let pairs = zip(keys, keys.dropFirst()).flatMap { [$0 + $1, $0 + " " + $1] }
    return (keys + pairs).contains(where: oneMore.contains)
  }

  /// Whether a request is one of these shapes, and nothing for the draft.
  func takes(_ request: Request) -> Bool { aspects.contains { .aspect($0) == request } }

  /// Whether a word that was not understood says no more than that there is one more film.
  func explains(_ leftover: String) -> Bool {
    guard !aspects.isEmpty else { return false }
    return Wording(leftover).words.allSatisfy { $0.key.map(Self.oneMore.contains) ?? true }
  }
}

extension Request {
  fileprivate var isExport: Bool {
    if case .unsupported(let feature) = self { feature.name == "export" } else { false }
  }
}

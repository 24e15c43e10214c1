extension History {
  /// Gives `body` every version after `number` with the drafts before and after its edit, each
  /// branch from its root; the first version has no edit and is left out.
  ///
  /// One draft is carried along, forward by the edits and back by their inverses, so that a long
  /// history takes no more memory than a short one.
  /// - Throws: what `body` throws; `EditError` where an edit no longer fits.
  public func forEachEdit(
    after number: Int = 0, _ body: (Version, _ before: Draft, _ after: Draft) throws -> Void
  ) throws {
    var draft = root
    var place = 1
    for version in preorder(after: number) {
      while place != version.parent, let inverse = versions[place - 1].inverse,
        let parent = versions[place - 1].parent
      {
        draft = try draft.applying(inverse).draft
        place = parent
      }
      guard let edit = version.edit else { continue }
      let before = draft
      draft = try draft.applying(edit).draft
      place = version.number
      if version.number > number { try body(version, before, draft) }
    }
  }

  /// The versions after `number` and those on the way to them, each before those that came from it.
  private func preorder(after number: Int) -> [Version] {
    var isNeeded = versions.map { $0.number > number }
    for version in versions.reversed() where isNeeded[version.number - 1] {
      if let parent = version.parent { isNeeded[parent - 1] = true }
    }
    var children = [[Int]](repeating: [], count: versions.count)
    for version in versions where isNeeded[version.number - 1] {
      if let parent = version.parent { children[parent - 1].append(version.number) }
    }
    var (order, waiting) = ([Version](), [1])
    while let next = waiting.popLast() {
      order.append(versions[next - 1])
      waiting += children[next - 1].reversed()
    }
    return order
  }
}

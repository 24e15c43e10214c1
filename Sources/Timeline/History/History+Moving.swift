extension History {
  /// Applies an edit and makes its result the current version; later versions of the branch left
  /// stay where they are. The label says what was done, for people; nil takes the group's.
  /// - Throws: `EditError` where the edit doesn't fit; then nothing changes.
  @discardableResult
  public mutating func apply(_ edit: Edit, label: String? = nil) throws(EditError) -> Version {
    let (draft, inverse) = try draft.applying(edit)
    let version = Version(
      number: versions.count + 1, parent: currentNumber, label: label ?? edit.label ?? "edit",
      edit: edit, inverse: inverse)
    versions.append(version)
    ways[currentNumber] = version.number
    currentNumber = version.number
    self.draft = draft
    return version
  }

  /// Goes back to the version before.
  /// - Returns: the version undone; nil where there is nothing to undo.
  @discardableResult
  public mutating func undo() -> Version? {
    let undone = current
    guard let parent = undone.parent, let inverse = undone.inverse,
      let result = try? draft.applying(inverse)
    else { return nil }
    ways[parent] = undone.number
    currentNumber = parent
    draft = result.draft
    return undone
  }

  /// Goes forward again, along the branch that was left last.
  /// - Returns: the version redone; nil where there is nothing to redo.
  @discardableResult
  public mutating func redo() -> Version? {
    guard let number = ways[currentNumber], let edit = versions[number - 1].edit,
      let result = try? draft.applying(edit)
    else { return nil }
    currentNumber = number
    draft = result.draft
    return current
  }

  /// Makes any version the current one. Redo then leads on along the way that was last left.
  /// - Throws: `EditError` where there is no such version; then nothing changes.
  public mutating func go(to number: Int) throws(EditError) {
    let path = try path(to: number)
    draft = try draft(at: number)
    currentNumber = number
    for version in path {
      if let parent = version.parent { ways[parent] = version.number }
    }
  }

  /// Undoes one earlier edit and keeps what came after it.
  ///
  /// The result is a new version. What later edits set anew stays as they set it; the main video
  /// track closes up again.
  /// - Returns: the later versions whose edits no longer apply, because what they changed is gone.
  /// - Throws: `EditError` where there is no such version on the way to the current one, or the
  ///   rest makes no film without it; then nothing changes.
  public mutating func undo(
    only number: Int, label: String? = nil
  ) throws(EditError) -> [Version] {
    let undone = try version(number)
    let path = try path(to: currentNumber)
    guard let parent = undone.parent, let place = path.firstIndex(of: undone) else {
      throw EditError(
        .unknownVersion, about: "\(number)",
        "Version \(number) is no edit on the way to version \(currentNumber); "
          + "go to a version after it first.")
    }
    let merge = Merge(
      before: try draft(at: parent), after: try draft(at: number), current: draft)
    let merged = merge.result()
    let former = Set(draft.faults)
    if let fault = merged.faults.first(where: { !former.contains($0) }) {
      throw EditError(
        .noRoom, about: fault.segment,
        "\"\(undone.label)\" can't be undone alone. \(fault.message)")
    }
    let segments = Set(merged.tracks.flatMap { $0.segments.map(\.id) })
    let tracks = Set(merged.tracks.map(\.id))
    let gone = draft.tracks.flatMap { $0.segments.map(\.id) }.filter { !segments.contains($0) }
    let goneTracks = draft.tracks.map(\.id).filter { !tracks.contains($0) }
    let dropped = path[(place + 1)...].filter { version in
      guard let edit = version.edit else { return false }
      return !edit.segments.isDisjoint(with: gone) || !edit.tracks.isDisjoint(with: goneTracks)
    }
    let edits = try draft.edits(to: merged)
    try apply(.group(label: label ?? "undo \(undone.label)", edits: edits))
    return dropped
  }
}

extension Draft {
  /// What is wrong with it whatever its media are.
  fileprivate var faults: [DraftProblem] {
    problems { _ in nil }.filter { $0.severity == .error && $0.code != .unknownMedia }
  }
}

/// All versions of a draft, as a tree: an edit after an undo starts a branch, and nothing is lost.
///
/// ```
/// 1 Start ── 2 Trim ── 3 Title ── 4 Music
///                 └─── 5 Portrait          (after undoing 4 and 3)
/// ```
///
/// Versions are numbered from 1 in the order in which they were made.
public struct History: Hashable, Sendable {
  /// A state of the draft, and what led to it.
  public struct Version: Hashable, Sendable, Codable, Identifiable {
    /// From 1, in the order in which versions were made.
    public let number: Int
    /// The version that it came from; nil for the first.
    public let parent: Int?
    /// What was done, for people.
    public let label: String
    /// What led here from the parent; nil for the first.
    public let edit: Edit?
    /// What leads back to the parent; nil for the first.
    public let inverse: Edit?

    /// The number.
    public var id: Int { number }
  }

  /// All versions; number n is at index n − 1.
  public internal(set) var versions: [Version]
  /// The number of the version that is the draft now.
  public internal(set) var currentNumber: Int
  /// The draft now.
  public internal(set) var draft: Draft
  /// The draft of version 1.
  let root: Draft
  /// Where redo leads from a version: the child that was left last.
  var ways: [Int: Int]

  /// A history that begins with a draft, normalized.
  public init(_ draft: Draft, label: String = "Start") {
    root = draft.normalized()
    self.draft = root
    versions = [Version(number: 1, parent: nil, label: label, edit: nil, inverse: nil)]
    currentNumber = 1
    ways = [:]
  }

  /// The version that is the draft now.
  public var current: Version { versions[currentNumber - 1] }

  /// Whether there is something to undo.
  public var canUndo: Bool { current.parent != nil }

  /// Whether there is something to redo.
  public var canRedo: Bool { redoNumber != nil }

  /// The version that redo leads to; nil where there is nothing to redo.
  public var redoNumber: Int? { ways[currentNumber] }

  /// The versions that came from version `number`, oldest first.
  public func children(of number: Int) -> [Version] {
    versions.filter { $0.parent == number }
  }

  /// The last version of every branch, oldest first.
  public var branches: [Version] {
    let parents = Set(versions.compactMap(\.parent))
    return versions.filter { !parents.contains($0.number) }
  }

  /// The versions from the first to version `number`.
  /// - Throws: `EditError` where there is no such version.
  public func path(to number: Int) throws(EditError) -> [Version] {
    var path = [try version(number)]
    while let parent = path.last?.parent { path.append(try version(parent)) }
    return path.reversed()
  }

  /// The draft as it was at version `number`.
  /// - Throws: `EditError` where there is no such version.
  public func draft(at number: Int) throws(EditError) -> Draft {
    let edits = try path(to: number).compactMap(\.edit)
    return try root.applying(edits)
  }

  func version(_ number: Int) throws(EditError) -> Version {
    guard (1...versions.count).contains(number) else {
      throw EditError(
        .unknownVersion, about: "\(number)",
        "There is no version \(number); versions go from 1 to \(versions.count).")
    }
    return versions[number - 1]
  }
}

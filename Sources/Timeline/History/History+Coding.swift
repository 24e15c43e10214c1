extension History: Codable {
  enum CodingKeys: String, CodingKey {
    case root, versions
    case currentNumber = "current"
    case ways
  }

  /// Reads a history and makes the current draft again from its edits.
  /// - Throws: `DecodingError` where numbers don't hang together; `EditError` where an edit
  ///   doesn't fit.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    root = try container.decode(Draft.self, forKey: .root)
    versions = try container.decode([Version].self, forKey: .versions)
    currentNumber = try container.decode(Int.self, forKey: .currentNumber)
    ways = try container.decodeIfPresent([Int: Int].self, forKey: .ways) ?? [:]
    draft = root
    let isTree = versions.enumerated().allSatisfy { index, version in
      version.number == index + 1
        && version.parent.map { (1...max(index, 1)).contains($0) && index > 0 } ?? (index == 0)
        && (version.edit == nil) == (index == 0) && (version.inverse == nil) == (index == 0)
    }
    let known = 1...max(versions.count, 1)
    let leadsOn = ways.allSatisfy { from, to in
      known.contains(to) && versions[to - 1].parent == from
    }
    guard !versions.isEmpty, isTree, known.contains(currentNumber), leadsOn else {
      throw DecodingError.dataCorruptedError(
        forKey: .versions, in: container,
        debugDescription: "The versions of the history don't hang together.")
    }
    draft = try draft(at: currentNumber)
  }

  /// Writes the first draft and every edit since.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(root, forKey: .root)
    try container.encode(versions, forKey: .versions)
    try container.encode(currentNumber, forKey: .currentNumber)
    try container.encode(ways, forKey: .ways)
  }
}

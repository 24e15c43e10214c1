public import Timeline

extension Draft {
  /// The sound effects of a name; "Rain 2", which was made after "Rain", is called so too.
  public func effects(called name: String) -> [Segment] {
    sounds(.effect).filter { $0.effectName?.lowercased() == name.lowercased() }
  }
}

extension Segment {
  /// What a sound effect is called, without the number that tells it from others of its kind.
  var effectName: String? {
    guard let name = style.name else { return nil }
    let parts = name.split(separator: " ")
    guard parts.count > 1, let number = parts.last.flatMap({ Int($0) }), number > 1 else {
      return name
    }
    return parts.dropLast().joined(separator: " ")
  }
}

extension SegmentStyle {
  /// One look, atmosphere, moving region or effect of a clip, as its `m` has it.
  public struct Treatment: Hashable, Sendable {
    /// Its name in a draft: `warm`, `snow`, `sky`, `melt`.
    public var name: String
    /// How much of it, 0 to 1; nil is as usual.
    public var amount: Double?
    /// A medium it is made of, such as a colour table.
    public var source: String?

    /// A treatment called `name`.
    public init(_ name: String, amount: Double? = nil, source: String? = nil) {
      self.name = name
      self.amount = amount
      self.source = source
    }
  }

  /// Colour and film, in the order they are laid on.
  public var looks: [Treatment] { treatments("look", named: "look") }
  /// What floats in the air.
  public var atmospheres: [Treatment] { treatments("atmosphere", named: "kind") }
  /// The parts of a still that move by themselves.
  public var regions: [Treatment] { treatments("region", named: "what") }
  /// What happens to the subject.
  public var effect: Treatment? { treatments("effect", named: "kind").first }

  private func treatments(_ key: String, named name: String) -> [Treatment] {
    let items: [JSONValue] =
      switch unknown[key] {
      case .array(let items)?: items
      case .object(let item)?: [.object(item)]
      default: []
      }
    return items.compactMap { item in
      guard case .object(let members) = item, case .string(let known)? = members[name] else {
        return nil
      }
      var treatment = Treatment(known)
      treatment.amount = members["amount"]?.number.map { max(0, min(1, $0)) }
      if case .string(let source)? = members["src"] { treatment.source = source }
      return treatment
    }
  }
}

extension Draft {
  /// The ids of the colour tables that looks name.
  public var tables: Set<String> {
    Set(tracks.flatMap(\.segments).flatMap(\.style.looks).compactMap(\.source))
  }
}

extension JSONValue {
  /// The number that it is; nil where it is something else.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}

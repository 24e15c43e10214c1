import MediaTime
import Timeline

/// Looks, atmospheres, regions and effects: keys under a clip's `m`.
extension Planner {
  mutating func treat(_ target: Target, _ wish: Treatment, _ request: Request) {
    let clips = clips(target, request)
    guard !clips.isEmpty else { return }
    if wish.isRemoved, !clips.contains(where: { has(wish, on: $0) }) {
      return refuse(request, "There is none to remove.", "没有可以去掉的。")
    }
    for clip in clips {
      let value = wish.kind == .effect ? effect(wish) : list(wish, on: clip)
      guard value != clip.style.unknown[wish.kind.rawValue] else { continue }
      apply(request) { _, _ in
        .setDetail(segment: clip.id, key: wish.kind.rawValue, value: value)
      }
    }
  }

  /// The key of an item's name.
  private func nameKey(_ kind: Treatment.Kind) -> String {
    switch kind {
    case .look: "look"
    case .atmosphere, .effect: "kind"
    case .region: "what"
    }
  }

  private func items(_ kind: Treatment.Kind, on clip: Segment) -> [JSONValue] {
    switch clip.style.unknown[kind.rawValue] {
    case .array(let items)?: items
    case .object(let item)?: [.object(item)]
    default: []
    }
  }

  private func has(_ wish: Treatment, on clip: Segment) -> Bool {
    items(wish.kind, on: clip).contains { wish.name == nil || name($0, wish.kind) == wish.name }
  }

  private func name(_ item: JSONValue, _ kind: Treatment.Kind) -> String? {
    guard case .object(let members) = item, case .string(let name)? = members[nameKey(kind)] else {
      return nil
    }
    return name
  }

  private func item(_ wish: Treatment) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if let name = wish.name { members[nameKey(wish.kind)] = .string(name) }
    if let source = wish.source { members["src"] = .string(source) }
    if let amount = amount(wish) { members["amount"] = JSONValue(amount) }
    return .object(members)
  }

  private func amount(_ wish: Treatment) -> Double? {
    if let amount = wish.amount { return CameraTable.rounded(min(max(amount, 0), 1)) }
    switch wish.strength {
    case .slight?: return 0.25
    case .slow?: return 0.35
    case .fast?: return 0.7
    case .strong?: return 0.85
    case nil: return nil
    }
  }

  private func effect(_ wish: Treatment) -> JSONValue? { wish.isRemoved ? nil : item(wish) }

  /// The list with the item in it, or without. What can't be at once gives way: warm and cool,
  /// bright and dark, and the like.
  private func list(_ wish: Treatment, on clip: Segment) -> JSONValue? {
    var items = items(wish.kind, on: clip)
    let gone = wish.name.map { Set(Self.opposites[$0] ?? []).union([$0]) }
    items.removeAll { item in gone.map { $0.contains(name(item, wish.kind) ?? "") } ?? true }
    if !wish.isRemoved { items.append(item(wish)) }
    return items.isEmpty ? nil : .array(items)
  }

  private static let opposites: [String: [String]] = [
    "warm": ["cool"], "cool": ["warm"], "bright": ["dark"], "dark": ["bright"],
    "contrast": ["soft"], "soft": ["contrast"],
    "saturated": ["muted", "black_and_white"], "muted": ["saturated"],
    "black_and_white": ["saturated"],
  ]

  mutating func duck(_ isOn: Bool, _ request: Request) {
    each(sounds(.music, request), request) { .setDuck(segment: $0.id, duck: isOn) }
  }
}

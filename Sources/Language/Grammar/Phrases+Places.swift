extension Phrases {
  /// "at the top right corner", "up and left", "from left to right", "on the face".
  func place(_ index: Int) -> Match? {
    if let point = point(index) { return point }
    if word(index) == "up", staysUp(index) { return (.filler, 1) }
    if term(index) == .preposition(.from), case .animation = term(index - 1), !isChinese(index),
      let side = field(skipping(index + 1))
    {
      return (.filler, skipping(index + 1) - index + side.count)
    }
    if term(index) == .preposition(.in), isInward(index + 1) { return (.side(.in), 1) }
    var start = index
    var role = Term.Role.bare
    if case .preposition(let preposition) = term(index) {
      switch preposition {
      case .at, .in, .on: role = .at
      case .to, .toward: role = isChinese(index) && preposition == .toward ? .at : .to
      case .from: role = .bare
      default: return nil
      }
      start = skipping(index + 1)
    }
    if term(start) == .face { return (.focus(.face), start - index + 1) }
    if start != index, let point = point(start) { return (point.term, start - index + point.count) }
    guard let first = field(start) else { return nil }
    var end = start + first.count
    let joint = term(end) == .preposition(.to) ? 1 : 0
    let isWay = joint == 1 || (isChinese(index) && term(index) == .preposition(.from))
    if isWay, let last = field(skipping(end + joint)), first.place != last.place {
      let (from, to) = (first.place.coordinates, last.place.coordinates)
      let way = Place(x: to.x - from.x, y: to.y - from.y)
      return (.place(way, .bare), skipping(end + joint) + last.count - index)
    }
    if term(index) == .preposition(.from) { return leaving(index, end, first.place) }
    if term(end) == .noun(.corner) { end += 1 }
    return (.place(first.place, role), end - index)
  }

  /// "Leave the title up for 5 seconds": there, and no place.
  private func staysUp(_ index: Int) -> Bool {
    switch term(index + 1) {
    case .preposition(.for), .preposition(.until), .time(_, .lasting), .time(_, .until): break
    default: return false
    }
    return (max(0, index - 5)..<index).contains { place in
      ["leave", "keep", "stay", "stays", "have", "be"].contains(word(place))
    }
  }

  /// 从左边摇到右边: the side that a move leaves, where the one that it goes to follows.
  private func leaving(_ index: Int, _ end: Int, _ place: Place) -> Match? {
    guard isChinese(index) else { return nil }
    switch term(end) {
    case .family, .move, .verb(.move): break
    default: return nil
    }
    let goal = skipping(end + 1)
    guard term(goal) == .preposition(.to), let last = field(skipping(goal + 1)),
      last.place != place
    else { return nil }
    return (.filler, end - index)
  }

  /// Whether "in" before this is a way and no preposition: "zoom slowly in on …".
  private func isInward(_ index: Int) -> Bool {
    switch term(index) {
    case .stop, .comma, .and, .then, .preposition, .strength, .time, .window: true
    default: false
    }
  }

  /// One side, or a vertical and a horizontal one.
  private func field(_ index: Int) -> (place: Place, count: Int)? {
    guard case .side(.place(let first)) = term(index) else { return nil }
    let next = term(index + 1) == .and ? index + 2 : index + 1
    guard case .side(.place(let second)) = term(next), !isChinese(index) || next > index + 1
    else { return (first, 1) }
    if second == .center || first == .center {
      return next > index + 1 ? (first, 1) : (second == .center ? first : second, 2)
    }
    let (a, b) = (first.coordinates, second.coordinates)
    let isCorner = (a.x == 0) != (b.x == 0) && (a.y == 0) != (b.y == 0)
    return isCorner ? (Place(x: a.x + b.x, y: a.y + b.y), next - index + 1) : (first, 1)
  }

  /// "point 0.3, 0.4", 点 30%, 40%.
  private func point(_ index: Int) -> Match? {
    guard term(index) == .noun(.point) else { return nil }
    var next = skipping(index + 1)
    guard let x = share(next) else { return nil }
    next += 1
    if term(next) == .comma || term(next) == .and { next += 1 }
    guard let y = share(next) else { return nil }
    var end = next + 1
    if term(end) == .filler, tokenizer.text(lexemes[end].span) == ")" { end += 1 }
    return (.focus(.point(x: x, y: y)), end - index)
  }

  private func share(_ index: Int) -> Double? {
    switch term(index) {
    case .number(let value) where (0...1).contains(value): value
    case .percent(let value, _) where (0...100).contains(value): value / 100
    default: nil
    }
  }
}

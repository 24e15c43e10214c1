import MediaTime

extension Chain {
  /// Gives the items lengths that add up to `length`, in proportion to what they were.
  /// Transitions take at most a quarter of an item's share or, where they are to be kept, what
  /// leaves every item as long as those at its two ends.
  mutating func stretch(
    to length: Milliseconds, keepingTransitions: Bool, facts: (Segment) -> MediaFacts?
  ) throws(EditError) {
    guard !items.isEmpty else { return }
    let share = length.count / items.count
    guard share > 0 else {
      throw EditError(.noRoom, "\(items.count) clips don't fit into \(length); delete some first.")
    }
    let gaps = items.indices.reduce(Milliseconds(0)) { sum, index in
      sum + (overlap(before: index) > 0 ? 0 : items[index].lead)
    }
    if gaps.count * 2 > length.count {
      for index in items.indices { items[index].lead = 0 }
    }
    for index in items.indices.dropLast() {
      guard let transition = items[index].segment.style.transition else { continue }
      let cap = Milliseconds(keepingTransitions ? length.count / (items.count + 1) : share / 4)
      if transition.duration > cap {
        items[index].segment.style.transition =
          cap > 0 ? Transition(kind: transition.kind, duration: cap) : nil
      }
    }
    let needed = items.indices.reduce(length.count) { sum, index in
      let overlap = overlap(before: index)
      return sum + (overlap > 0 ? overlap.count : -items[index].lead.count)
    }
    let known = items.map { facts($0.segment) }
    try setLengths(sharing: needed, of: length, known)
  }

  private func overlap(before index: Int) -> Milliseconds {
    index == 0 ? 0 : items[index - 1].segment.style.transition?.duration ?? 0
  }

  private mutating func setLengths(
    sharing total: Int, of length: Milliseconds, _ facts: [MediaFacts?]
  ) throws(EditError) {
    let wishes = items.map { max($0.segment.duration.count, 1) }
    let lowest = items.indices.map { index -> Int in
      let after = index + 1 < items.count ? overlap(before: index + 1) : 0
      return max((overlap(before: index) + after).count, 1)
    }
    let highest = items.indices.map { index -> Int? in
      guard let longest = items[index].segment.longestByTail(facts[index]) else { return nil }
      return max(longest.count, lowest[index])
    }
    guard let lengths = Self.shares(of: total, wishes: wishes, lowest: lowest, highest: highest)
    else {
      let most = highest.compactMap { $0 }.reduce(0, +) - (total - length.count)
      throw EditError(
        .noRoom,
        "The footage lasts for \(Milliseconds(most)) at most, not \(length); "
          + "slow it down, loop it or add clips.")
    }
    for index in items.indices {
      let isStill = facts[index]?.kind == .image
      let before = items[index].segment.duration
      items[index].segment.trimTail(by: before - Milliseconds(lengths[index]), isStill: isStill)
      items[index].setOrigin(length: items[index].segment.duration)
    }
  }

  /// Whole numbers in proportion to `wishes` within their bounds that add up to `total`; nil
  /// where the highest don't reach it.
  static func shares(
    of total: Int, wishes: [Int], lowest: [Int], highest: [Int?]
  ) -> [Int]? {
    var shares = [Int?](repeating: nil, count: wishes.count)
    while true {
      let open = shares.indices.filter { shares[$0] == nil }
      let left = total - shares.reduce(0) { $0 + ($1 ?? 0) }
      if open.isEmpty { return left == 0 ? shares.compactMap { $0 } : nil }
      let weight = open.reduce(0) { $0 + wishes[$1] }
      let ideal = open.map { Double(left) * Double(wishes[$0]) / Double(weight) }
      let excess = zip(open, ideal).reduce(0.0) { sum, pair in
        sum + clamp(pair.1, lowest[pair.0], highest[pair.0]) - pair.1
      }
      var isBound = false
      for (index, wish) in zip(open, ideal) {
        let bounded = clamp(wish, lowest[index], highest[index])
        if bounded > wish && excess >= 0 || bounded < wish && excess <= 0 {
          shares[index] = Int(bounded)
          isBound = true
        }
      }
      if isBound { continue }
      return rounded(shares, open: open, ideal: ideal, total: total, highest: highest)
    }
  }

  private static func clamp(_ value: Double, _ low: Int, _ high: Int?) -> Double {
    let raised = max(value, Double(low))
    return high.map { min(raised, Double($0)) } ?? raised
  }

  private static func rounded(
    _ shares: [Int?], open: [Int], ideal: [Double], total: Int, highest: [Int?]
  ) -> [Int]? {
    var shares = shares
    for (index, wish) in zip(open, ideal) { shares[index] = Int(wish.rounded(.down)) }
    var left = total - shares.reduce(0) { $0 + ($1 ?? 0) }
    for index in open where left > 0 {
      guard let share = shares[index], share < highest[index] ?? .max else { continue }
      shares[index] = share + 1
      left -= 1
    }
    return left == 0 ? shares.compactMap { $0 } : nil
  }
}

import MediaTime

/// Where the stretches of an old main track have gone.
struct ReflowMap {
  let old: [Segment]
  let items: [Chain.Item]
  let oldEnd: Milliseconds
  let newEnd: Milliseconds

  init(old: [Segment], items: [Chain.Item]) {
    self.old = old
    self.items = items
    oldEnd = old.map(\.end).max() ?? 0
    newEnd = items.map(\.segment.end).max() ?? 0
  }

  /// The item that shows what stood at `time`, the incoming one in a transition.
  func item(at time: Milliseconds) -> Chain.Item? {
    items.filter { $0.origin?.contains(time) ?? false }
      .max { ($0.origin?.lowerBound ?? 0) < ($1.origin?.lowerBound ?? 0) }
  }

  /// Where what stood at `time` in the item stands now.
  func time(_ time: Milliseconds, in item: Chain.Item) -> Milliseconds {
    let offset = time - (item.origin?.lowerBound ?? 0)
    return item.segment.start + offset.scaled(by: item.scale)
  }

  /// The first stretch of `range` that is still shown: old start, and the item that shows it.
  func survivor(in range: Range<Milliseconds>) -> (start: Milliseconds, item: Chain.Item)? {
    let shown = items.filter { $0.origin?.overlaps(range) ?? false }
    let first = shown.min { ($0.origin?.lowerBound ?? 0) < ($1.origin?.lowerBound ?? 0) }
    guard let first, let origin = first.origin else { return nil }
    return (max(origin.lowerBound, range.lowerBound), first)
  }

  /// Where a moment has gone whose picture is no longer shown.
  func join(_ time: Milliseconds) -> Milliseconds {
    let before = items.filter { ($0.origin?.upperBound ?? .farthest) <= time }
      .max { ($0.origin?.upperBound ?? 0) < ($1.origin?.upperBound ?? 0) }
    let isShown = old.contains { $0.start <= time && time < $0.end }
    guard let before, let end = before.origin?.upperBound else {
      let after = items.filter { $0.origin != nil }
        .min { ($0.origin?.lowerBound ?? 0) < ($1.origin?.lowerBound ?? 0) }
      return isShown ? after?.segment.start ?? 0 : min(time, after?.segment.start ?? time)
    }
    return isShown ? before.segment.end : before.segment.end + (time - end)
  }
}

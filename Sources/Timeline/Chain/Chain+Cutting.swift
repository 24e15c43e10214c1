import MediaTime

extension Chain {
  /// Takes away what stands in `range` of the old timeline; the rest closes up.
  mutating func cut(
    _ range: Range<Milliseconds>, isStill: (Segment) -> Bool, id: () -> String
  ) {
    items = items.flatMap { item -> [Item] in
      let (start, end) = (item.segment.start, item.segment.end)
      guard start < range.upperBound, range.lowerBound < end else {
        var item = item
        let gap = max(start - item.lead, range.lowerBound)..<max(start, range.lowerBound)
        if gap.lowerBound < gap.upperBound {
          item.lead = item.lead - (min(gap.upperBound, range.upperBound) - gap.lowerBound)
        }
        return [item]
      }
      let isStill = isStill(item.segment)
      let cutsHead = start >= range.lowerBound
      let cutsTail = end <= range.upperBound
      if cutsHead && cutsTail { return [] }
      if !cutsHead && !cutsTail {
        var (before, after) = item.split(
          at: range.lowerBound - start, id: id(), isStill: isStill)
        let lost = range.upperBound - range.lowerBound
        after.segment.trimHead(by: lost, isStill: isStill)
        after.moveOrigin(by: lost)
        before.segment.style.transition = nil
        return [before, after]
      }
      var item = item
      if cutsHead {
        let lost = range.upperBound - start
        item.segment.trimHead(by: lost, isStill: isStill)
        item.moveOrigin(by: lost)
        item.lead = max(range.lowerBound - (start - item.lead), 0)
      } else {
        item.segment.trimTail(by: end - range.lowerBound, isStill: isStill)
        item.setOrigin(length: item.segment.duration)
        item.segment.style.transition = nil
      }
      return [item]
    }
  }
}

extension Chain.Item {
  /// The two parts before and after `offset`, the second touching the first.
  func split(at offset: Milliseconds, id: String, isStill: Bool) -> (Self, Self) {
    let parts = segment.split(at: offset, id: id, isStill: isStill)
    var (first, second) = (self, self)
    (first.segment, second.segment) = parts
    second.lead = 0
    first.setOrigin(length: offset)
    second.moveOrigin(by: offset)
    return (first, second)
  }
}

import MediaTime

extension Milliseconds {
  /// The nearest millisecond to this length times `factor`.
  func scaled(by factor: Double) -> Milliseconds {
    let product = Double(count) * factor
    let bound = Double(Self.farthest.count)
    return product.isNaN ? 0 : Milliseconds(Int(min(max(product, -bound), bound).rounded()))
  }

  /// How long this much of a source lasts at `speed`, rounded down.
  func played(at speed: Double) -> Milliseconds {
    let quotient = Double(count) / speed
    return Milliseconds(Int(min(quotient, Double(Self.farthest.count)).rounded(.down)))
  }
}

extension Segment {
  /// Whether cutting its head or tail moves its window over the source.
  private func slides(isStill: Bool) -> Bool { source != nil && !isStill }

  /// Cuts `amount` from the head, or gives back what lies before where it is negative. The start
  /// stays; content, moves and in-point shift.
  mutating func trimHead(by amount: Milliseconds, isStill: Bool) {
    duration = duration - amount
    let playback = style.playback ?? .normal
    if slides(isStill: isStill), playback == .normal {
      inPoint = inPoint + amount.scaled(by: speed)
    }
    shiftMotion(by: .zero - amount)
  }

  /// Cuts `amount` from the tail, or adds where it is negative.
  mutating func trimTail(by amount: Milliseconds, isStill: Bool) {
    duration = duration - amount
    if slides(isStill: isStill), style.playback == .reverse {
      inPoint = inPoint + amount.scaled(by: speed)
    }
    shiftMotion(by: 0)
  }

  /// Sets its length by its tail, its in-point staying inside the source.
  mutating func setLength(_ length: Milliseconds) {
    trimTail(by: duration - length, isStill: false)
    inPoint = max(inPoint, 0)
  }

  /// Moves with times of their own are shifted, and dropped where they fall outside.
  private mutating func shiftMotion(by offset: Milliseconds) {
    for index in style.motion.indices {
      style.motion[index].from = style.motion[index].from.map { $0 + offset }
      style.motion[index].to = style.motion[index].to.map { $0 + offset }
    }
    let end = duration
    style.motion.removeAll { ($0.from ?? 0) >= end || ($0.to ?? end) <= 0 }
  }

  /// The two parts before and after `offset` into it, which together show what it showed.
  ///
  /// A move over the whole goes on across the cut: its `from` and `to` then reach beyond the part.
  func split(at offset: Milliseconds, id: String, isStill: Bool) -> (Segment, Segment) {
    var whole = self
    for index in whole.style.motion.indices {
      whole.style.motion[index].from = style.motion[index].from ?? 0
      whole.style.motion[index].to = style.motion[index].to ?? duration
    }
    var (first, second) = (whole, whole)
    second.id = id
    first.trimTail(by: duration - offset, isStill: isStill)
    second.trimHead(by: offset, isStill: isStill)
    second.start = start + offset
    first.style.transition = nil
    first.style.fadeOut = nil
    second.style.fadeIn = nil
    if source == nil {
      first.style.text = style.text ?? TextStyle()
      second.style.text = first.style.text
      first.style.text?.exit = TextStyle.Animation.none
      second.style.text?.entrance = TextStyle.Animation.none
    }
    return (first, second)
  }

  /// How long it may last at most with its in-point and speed; nil for without limit.
  func longest(_ facts: MediaFacts?) -> Milliseconds? {
    guard let facts, facts.kind != .image, source != nil, speed > 0 else { return nil }
    switch style.playback ?? .normal {
    case .normal, .reverse:
      return max(facts.duration - inPoint, 0).played(at: speed)
    case .loop, .boomerang, .freeze: return nil
    }
  }

  /// How long it may become at most by its tail; nil for without limit.
  func longestByTail(_ facts: MediaFacts?) -> Milliseconds? {
    guard style.playback == .reverse, facts?.kind != .image, speed > 0 else {
      return longest(facts)
    }
    return duration + max(inPoint, 0).played(at: speed)
  }
}

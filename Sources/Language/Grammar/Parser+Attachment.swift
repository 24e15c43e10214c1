import MediaTime
import Timeline

extension Parser {
  // MARK: Attachment

  /// Gives every waiting word to the last frame or to `next`, and makes `next` the last.
  mutating func settle(before next: Frame?, at end: Int, _ heads: [Int]) {
    var next = next
    let left = heads.last
    let total = bounds
    var refused: [Lexeme] = []
    for word in pending {
      var toLeft = frames.last?.accepts(word.lexeme) ?? false
      var toRight = next?.accepts(word.lexeme) ?? false
      if word.lexeme.term == .target(.clips), total > word.bounds, next?.isTransition ?? false {
        toRight = false
      }
      if total > word.bounds, word.bounds > 0 || frames.isEmpty, isTimed(word) {
        (toLeft, toRight) = (false, false)
      }
      if toLeft, word.bounds <= total - word.bounds, frames.last?.placesClips ?? false {
        toRight = false
      }
      // 淡入两秒淡出三秒: a figure right behind a verb is its own.
      if toLeft, let left, word.lexeme.isChinese, word.index == left + 1, word.lexeme.isLength,
        (frames.last?.mostAfterComma ?? 0) > 0
      {
        toRight = false
      }
      let near = Distance(
        left: left.map { word.index - $0 } ?? Int.max, right: end - word.index,
        leftBounds: word.bounds, rightBounds: total - word.bounds,
        isCutOff: word.commas == 0 && commas > 0 && !word.lexeme.isChinese)
      let isShort = frames.last?.mostAfterComma ?? 0
      if next?.kind == .split || next?.kind == .arrange, toRight, !(frames.last?.isTimed ?? false) {
        toLeft = false
        if case .time = word.lexeme.term {
          _ = next?.fill(word.lexeme)
          continue
        }
      }
      if frames.last?.kind == .remove, word.bounds > 0, word.lexeme.isLength { toLeft = false }
      switch near.side(word.lexeme, left: toLeft, right: toRight, isShort) {
      case .left: _ = frames[frames.count - 1].fill(apart(word))
      case .right: _ = next?.fill(word.lexeme)
      case nil:
        if word.lexeme.isImplied {
          refused.append(word.lexeme)
        } else if let next, next.takesAnother(word.lexeme) {
          more.append((frames.count, [word.lexeme]))
        } else if let last = frames.last, last.takesAnother(word.lexeme) {
          more.append((frames.count - 1, [word.lexeme]))
        } else if let another = more.last, another.frame == frames.count - 1,
          frames[another.frame].again(for: another.lexemes).isRepeated(word.lexeme)
        {
          more[more.count - 1].lexemes.append(word.lexeme)
        } else {
          refused.append(word.lexeme)
        }
      }
    }
    loose += refused
    pending.removeAll(keepingCapacity: true)
    (bounds, commas) = (0, 0)
    if var next {
      next.number = frames.count
      frames.append(next)
    }
  }

  /// 音乐小声点，大概20%: behind a comma, a share is what the volume is to be.
  private func apart(_ word: Pending) -> Lexeme {
    guard case .percent(let value, .bare) = word.lexeme.term, word.bounds > 0,
      frames.last?.kind == .volume
    else { return word.lexeme }
    return Lexeme(.percent(value, .to), word.lexeme.span, isChinese: word.lexeme.isChinese)
  }

  /// Whether a word names clips whose length stands beside it: 第一段2秒, "each 3 seconds".
  private func isTimed(_ word: Pending) -> Bool {
    switch word.lexeme.term {
    case .target(let target) where target.isClips: break
    default: return false
    }
    return pending.contains { other in
      guard other.bounds == word.bounds else { return false }
      switch other.lexeme.term {
      case .time(_, .bare): return true
      case .number, .time(_, .to), .percent(_, .to), .factor(_, .to):
        return !word.lexeme.isChinese && other.index > word.index && word.bounds > 0
      default: return false
      }
    }
  }

  /// How far a word is from the frames on both its sides.
  private struct Distance {
    var left: Int
    var right: Int
    var leftBounds: Int
    var rightBounds: Int
    /// Whether a comma parts it from what is on the right, and none from what is on the left.
    var isCutOff: Bool

    enum Side { case left, right }

    /// - Parameter most: the longest time of the frame on the left that may follow a comma:
    ///   "dissolves, half a second".
    func side(
      _ word: Lexeme, left toLeft: Bool, right toRight: Bool, _ most: Milliseconds
    ) -> Side? {
      var (toLeft, toRight) = (toLeft, toRight)
      switch word.term {
      case .time(let time, .bare):
        toLeft = toLeft && (leftBounds == 0 || (leftBounds == 1 && time <= most))
        toRight = toRight && rightBounds == 0
      case .time(_, .to), .time(_, .lasting): toRight = toRight && rightBounds == 0
      default: break
      }
      switch (toLeft, toRight) {
      case (false, false): return nil
      case (true, false): return .left
      case (false, true): return .right
      case (true, true): break
      }
      if isCutOff, leftBounds > 0 { return .left }
      if leftBounds != rightBounds, min(leftBounds, rightBounds) == 0 {
        return leftBounds < rightBounds ? .left : .right
      }
      if word.isRoled { return .left }
      return left < right ? .left : .right
    }
  }
}

extension Lexeme {
  /// Whether it names one clip.
  var isClip: Bool {
    if case .target(.clip) = term { true } else { false }
  }

  /// Whether it is a length that something is to have.
  fileprivate var isLength: Bool {
    switch term {
    case .time(_, .to), .time(_, .bare), .time(_, .lasting): true
    default: false
    }
  }

  /// Whether a preposition ties it to what stands before it.
  fileprivate var isRoled: Bool {
    switch term {
    case .time(_, .at): !isChinese
    case .time(_, let role), .percent(_, let role), .factor(_, let role): role != .bare
    case .place(_, let role): role != .bare && !isChinese
    case .focus, .window: !isChinese
    case .quote: true
    default: false
    }
  }
}

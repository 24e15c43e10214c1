import MediaTime

extension Phrases {
  /// "The middle 4 seconds of the harbour", "2 seconds out of the middle", 中间那三秒: what is cut or
  /// kept of a clip, or of the film where none is named.
  func middlePart(_ index: Int) -> Match? {
    // 中间掐掉1秒: the verb stands before the length.
    if isMiddle(index), isChinese(index), cuts(index + 1), let length = time(index + 2) {
      guard let whole = lengthNear(index), whole > length, term(index + 1) != .verb(.keep) else {
        return (.unknown, 1)
      }
      let start = Milliseconds((whole - length).count / 2)
      let clip = near(index).compactMap(\.target).first { $0.places != nil } ?? .film
      return (.request(.trim(clip, .drop(from: start, to: start + length))), 3)
    }
    guard let (length, count) = middleLength(index), cutsNear(index) else { return nil }
    guard let whole = lengthNear(index), whole > length else { return (.unknown, count) }
    let start = Milliseconds((whole - length).count / 2)
    return (.window(start, start + length), count)
  }

  private func middleLength(_ index: Int) -> (Milliseconds, count: Int)? {
    if isMiddle(index) {
      let next = skipping(index + 1)
      return time(next).map { ($0, next - index + 1) }
    }
    guard let length = time(index) else { return nil }
    var next = index + 1
    while next < index + 6, Self.leadsToMiddle.contains(word(next)) { next += 1 }
    return next > index + 1 && isMiddle(next) ? (length, next - index + 1) : nil
  }

  private static let leadsToMiddle: Set = [
    "out", "out of", "off", "away", "of", "from", "in", "the",
  ]

  private func isMiddle(_ index: Int) -> Bool {
    word(index) == "middle" || isChinese(index) && ["中间", "正中间", "当中"].contains(text(index))
  }

  private func cutsNear(_ index: Int) -> Bool {
    let first = max(0, index - 12)
    return (first..<min(index + 12, lexemes.count)).contains(where: cuts)
  }

  private func cuts(_ index: Int) -> Bool {
    switch term(index) {
    case .verb(.cut), .verb(.trim), .verb(.remove), .verb(.keep): true
    default: false
    }
  }

  /// How long the one clip is that is named here; where none is, how long the film is.
  private func lengthNear(_ index: Int) -> Milliseconds? {
    let clips = near(index).compactMap { lexeme -> Int? in
      if case .target(.clip(let number)) = lexeme.term { number } else { nil }
    }
    guard clips.count < 2 else { return nil }
    guard let number = clips.first else {
      return zip(scene.starts, scene.lengths).map { $0 + $1 }.max()
    }
    let place = number > 0 ? number - 1 : scene.lengths.count + number
    return scene.lengths.indices.contains(place) ? scene.lengths[place] : nil
  }
}

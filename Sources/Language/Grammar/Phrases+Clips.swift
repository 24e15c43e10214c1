import Timeline

/// Several clips at once, and clips by what they are or when they show.
extension Phrases {
  /// "the last two clips", "both videos", "every photo", "all but the first", "clips 2 and 3",
  /// "the clip at 0:12", "the second part".
  func several(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    switch term(index) {
    case .ordinal(let number) where comes(index): return (.goesTo(number), 1)
    case .ordinal(let number) where swapsPlaces(index) != nil:
      guard let other = swapsPlaces(index) else { return nil }
      return (.target(.clipList([number, other.number])), other.count)
    case .ordinal(let number):
      return counted(number, index) ?? part(number, index) ?? sorted(number, index)
    case .second: return part(2, index) ?? sorted(2, index)
    case .both: return both(index)
    case .number where swaps(index): return (.target(.clipList(swapped(index))), 3)
    case .number(2): return pair(index)
    case .all: return butSome(index) ?? every(index)
    case .filler where word(index) == "everything":
      return butSome(index) ?? (isWhole(index) ? (.target(.clips), 1) : nil)
    case .except: return spared(index)
    case .filler where ["instead", "rather"].contains(word(index)): return instead(index)
    case .noun(.exit) where word(index) == "leaves" && near(index).contains { $0.term == .sway }:
      return (.treatment(.region, "foliage"), 1)
    case .noun(.clips), .noun(.clip):
      return numbered(index) ?? moment(index) ?? bare(index)
    case .noun(.film): return bare(index)
    default: return nil
    }
  }

  /// "To everything", at a clause's end.
  private func isWhole(_ index: Int) -> Bool {
    switch term(index - 1) {
    case .preposition(.to), .preposition(.on): ends(index + 1)
    default: false
    }
  }

  func word(_ index: Int) -> String {
    lexemes.indices.contains(index) ? lexemes[index].word : ""
  }

  /// Whether a noun names clips; of which sort, where that is said.
  private func isClips(_ index: Int) -> Bool {
    switch term(index) {
    case .noun(.clip), .noun(.clips): true
    case .noun(.film): clipSort(index) == .footage
    default: false
    }
  }

  /// Whether a noun means photos or footage, where the film has both.
  func clipSort(_ index: Int) -> Target? {
    let word = word(index)
    if Self.stillWords.contains(where: word.hasPrefix) { return .stills }
    return Self.footageWords.contains(word) ? .footage : nil
  }

  private static let stillWords = ["photo", "picture", "image", "pic", "still", "snapshot"]
  private static let footageWords: Set = [
    "video", "videos", "footage", "vids", "video clips", "video clip",
  ]

  /// The places of the clips of a sort, from 1; nil where the film has not both.
  func places(_ sort: Target?) -> [Int]? {
    guard let sort, !scene.footage.isEmpty, scene.footage.count < scene.clips.count else {
      return nil
    }
    return (1...scene.clips.count).filter { scene.footage.contains($0) == (sort == .footage) }
  }

  func ends(_ index: Int) -> Bool {
    switch term(index) {
    case .comma, .stop, .and, .then: true
    default: false
    }
  }

  private func counted(_ number: Int, _ index: Int) -> Match? {
    guard number == 1 || number == -1, case .number(let count) = term(index + 1),
      (2...50).contains(count), count == count.rounded()
    else { return nil }
    guard isClips(index + 2) || ends(index + 2) else { return nil }
    let isTime = lexemes[..<index].suffix(12).contains {
      if case .time = $0.term { true } else { false }
    }
    guard isClips(index + 2) || !isTime else { return nil }
    let size = isClips(index + 2) ? 3 : 2
    if let places = places(clipSort(index + 2)), places.count >= Int(count) {
      return (
        .target(
          .clipList(Array(number == 1 ? places.prefix(Int(count)) : places.suffix(Int(count))))),
        size
      )
    }
    let numbers = number == 1 ? Array(1...Int(count)) : Array(-Int(count)...(-1))
    return (.target(.clipList(numbers)), size)
  }

  /// "The market should come last": whether an ordinal is the place that a clip is to have.
  private func comes(_ index: Int) -> Bool {
    guard ends(index + 1) else { return false }
    var back = index - 1
    var isVerb = false
    while back >= 0, index - back < 5, term(back) == .filler {
      isVerb = isVerb || ["come", "comes", "be", "go", "goes"].contains(word(back))
      back -= 1
    }
    guard isVerb else { return false }
    switch term(back) {
    case .target(.clip): return true
    case .noun(.clip), .number(1): return index - back < 5 && clip(back - 1) != nil
    default: return false
    }
  }

  /// "the second part" of what was split.
  private func part(_ number: Int, _ index: Int) -> Match? {
    guard ["part", "piece", "chunk", "bit", "section", "portion"].contains(word(index + 1)) else {
      return nil
    }
    if case .preposition(.of) = term(index + 2) { return nil }
    return (.target(.part(number)), 2)
  }

  /// "the second photo" of a film that has footage too.
  private func sorted(_ number: Int, _ index: Int) -> Match? {
    guard isClips(index + 1), let places = places(clipSort(index + 1)), places.count >= abs(number),
      number != 0
    else { return nil }
    let place = number > 0 ? places[number - 1] : places[places.count + number]
    return (.target(.clip(place)), 2)
  }

  private func both(_ index: Int) -> Match? {
    if ["ends", "sides"].contains(word(index + 1)) { return (.noun(.ends), 2) }
    let next = skipping(index + 1, also: [.preposition(.of), .number(2)])
    if term(next) == .noun(.end) { return (.noun(.ends), next - index + 1) }
    if isClips(next) {
      return (
        .target(places(clipSort(next)) == nil ? .clips : clipSort(next) ?? .clips), next - index + 1
      )
    }
    return ends(index + 1) && !scene.clips.isEmpty ? (.target(.clips), 1) : nil
  }

  /// "Swap 1 and 4".
  private func swaps(_ index: Int) -> Bool {
    var back = index - 1
    while back > 0, term(back) == .filler { back -= 1 }
    guard back >= 0, term(back) == .swap,
      term(index + 1) == .and || term(index + 1) == .preposition(.with)
    else { return false }
    return swapped(index).count == 2 && ends(index + 3)
  }

  /// "Swap the first and the last".
  private func swapsPlaces(_ index: Int) -> (number: Int, count: Int)? {
    var back = index - 1
    while back > 0, term(back) == .filler || term(back) == .article { back -= 1 }
    guard back >= 0, term(back) == .swap,
      term(index + 1) == .and || term(index + 1) == .preposition(.with)
    else { return nil }
    let next = skipping(index + 2)
    guard case .ordinal(let other) = term(next), ends(next + 1) else { return nil }
    return (other, next - index + 1)
  }

  /// "The first one's fine", 第一段挺好的: what is well as it is.
  func praised(_ index: Int) -> Match? {
    guard case .target(let target) = term(index), target.isClips,
      index == 0 || isBoundary(index - 1)
    else { return nil }
    var end = index + 1
    while end - index < 6, term(end) == .filler { end += 1 }
    guard end > index + 1, ends(end) else { return nil }
    let isChinese = isChinese(end - 1)
    let words = (index + 1..<end).map(said)
    let isPraise =
      isChinese
      ? Self.praise.contains(where: words.joined().hasSuffix)
      : Self.praise.contains(words[words.count - 1])
    return isPraise ? (.filler, end - index) : nil
  }

  private func said(_ index: Int) -> String { isChinese(index) ? text(index) : word(index) }

  private func isBoundary(_ index: Int) -> Bool {
    var back = index
    while back >= 0 {
      switch term(back) {
      case .filler, .article, .side, .place, .unknown: back -= 1
      default: return ends(back) && term(back) != .and
      }
    }
    return true
  }

  private static let praise: Set = [
    "fine", "ok", "okay", "good", "great", "perfect", "alright", "all right", "nice", "lovely",
    "挺好", "挺好的", "没问题", "没事", "很好", "不错", "不用动", "可以", "保持不变", "不用改", "不变",
  ]

  private func swapped(_ index: Int) -> [Int] {
    [index, index + 2].compactMap { place in
      guard case .number(let value) = term(place), (1...99).contains(value) else { return nil }
      return Int(value)
    }
  }

  /// "the two videos".
  private func pair(_ index: Int) -> Match? {
    guard isClips(index + 1), term(index - 1) == .filler else { return nil }
    let places = places(clipSort(index + 1)) ?? Array(scene.clips.indices.map { $0 + 1 })
    return places.count == 2 ? (.target(.clipList(places)), 2) : nil
  }

  private func every(_ index: Int) -> Match? {
    let next = skipping(index + 1, also: [.preposition(.of)])
    if case .noun(.end) = term(next), word(index) == "each" {
      return (.noun(.ends), next - index + 1)
    }
    guard isClips(next), let sort = clipSort(next), places(sort) != nil,
      !["whole", "entire"].contains(word(index))
    else { return nil }
    return (.target(sort), next - index + 1)
  }

  /// "the photos", where they are not what a film is made of.
  private func bare(_ index: Int) -> Match? {
    guard let sort = clipSort(index), places(sort) != nil, word(index).hasSuffix("s") else {
      return nil
    }
    for back in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      if case .verb(.make) = term(back) { return nil }
      if case .preposition(.with) = term(back) { return nil }
    }
    return (.target(sort), 1)
  }

  private func butSome(_ index: Int) -> Match? {
    var next = skipping(index + 1, also: [.preposition(.of)])
    if isClips(next) { next += 1 }
    let isBut = term(next) == .except || word(next) == "but"
    guard isBut else { return nil }
    return spared(next, from: index)
  }

  /// "instead of the dissolve": what is not to be.
  private func instead(_ index: Int) -> Match? {
    guard term(index + 1) == .preposition(.of) || word(index + 1) == "than" else { return nil }
    let next = skipping(index + 2)
    switch term(next) {
    case .passage, .wipe, .slide, .fade, .treatment, .move, .family, .noun(.transition), .color:
      return (.filler, next - index + 1)
    default: return nil
    }
  }

  /// "except the first and the last clip".
  private func spared(_ except: Int, from index: Int? = nil) -> Match? {
    let index = index ?? except
    var next = skipping(except + 1)
    if term(next) == .noun(.music) || term(next) == .target(.music) {
      return (.target(.clips), next - index + 1)
    }
    var numbers: [Int] = []
    var end = next
    while let clip = oneClip(next), numbers.count < 20 {
      numbers.append(clip.number)
      end = next + clip.count
      guard term(end) == .and || term(end) == .comma else { break }
      next = skipping(end + 1)
    }
    return numbers.isEmpty ? nil : (.target(.clipsBut(numbers)), end - index)
  }

  private func oneClip(_ index: Int) -> (number: Int, count: Int)? {
    if let clip = clip(index) { return clip }
    switch term(index) {
    case .ordinal(let number): return (number, 1)
    case .second: return (2, 1)
    default: return nil
    }
  }

  /// "clips 2 and 3", "clips 2 to 4".
  private func numbered(_ index: Int) -> Match? {
    guard case .number(let first) = term(index + 1), (1...999).contains(first) else { return nil }
    var numbers = [Int(first)]
    var next = index + 2
    while numbers.count < 20 {
      let joint = term(next)
      guard joint == .and || joint == .comma || joint == .preposition(.to) else { break }
      var place = next + 1
      if term(place) == .and { place += 1 }
      guard case .number(let value) = term(place), (1...999).contains(value), !isUnit(place + 1)
      else { break }
      if joint == .preposition(.to) {
        let last = numbers[numbers.count - 1]
        guard Int(value) > last, Int(value) - last < 50 else { break }
        numbers += (last + 1)...Int(value)
      } else {
        numbers.append(Int(value))
      }
      next = place + 1
    }
    return numbers.count > 1 ? (.target(.clipList(numbers)), next - index) : nil
  }

  func isUnit(_ index: Int) -> Bool {
    switch term(index) {
    case .unit, .second, .percentMark, .timesMark, .crossMark, .degreeMark: true
    default: false
    }
  }

  /// "the clip at 0:12", "the shot that's playing at 5 seconds".
  private func moment(_ index: Int) -> Match? {
    let next = skipping(index + 1)
    guard term(next) == .preposition(.at) || term(next) == .preposition(.on),
      case .time(let time, _) = term(skipping(next + 1))
    else { return nil }
    switch term(index - 1) {
    case .ordinal, .second, .all, .number, .target: return nil
    default: break
    }
    for back in max(0, index - 4)..<index {
      switch term(back) {
      case .preposition(.with), .split, .playback(.freeze): return nil
      default: continue
      }
    }
    return (.target(.clipAt(time)), skipping(next + 1) - index + 1)
  }
}

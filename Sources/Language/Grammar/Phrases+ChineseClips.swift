import MediaTime
import Timeline

/// Several clips at once, as Chinese names them.
extension Phrases {
  func text(_ index: Int) -> String {
    guard lexemes.indices.contains(index) else { return "" }
    let said = lexemes[index].said
    return said.isEmpty ? tokenizer.text(lexemes[index].span) : said
  }

  private func isClip(_ index: Int) -> Bool {
    switch term(index) {
    case .noun(.clip), .noun(.clips): true
    case .noun(.film): text(index) == "视频" && isClip(index - 1)
    default: false
    }
  }

  private func pastClips(_ index: Int) -> Int {
    var end = index
    while isClip(end) { end += 1 }
    return end
  }

  /// Whether 之间, 中间 stand here.
  func isBetween(_ index: Int) -> Bool {
    term(index) == .preposition(.between)
      || ["中间", "间", "当中", "之间的", "交界处", "衔接处"].contains(text(index))
  }

  /// 前两段, 第一、二段, 除了第一段, 其余的, 所有照片, 第7秒那段.
  func chineseClips(_ index: Int) -> Match? {
    if let passage = passage(index) { return passage }
    guard isChinese(index) || isChinese(index + 1) else { return nil }
    if let group = leading(index) ?? middle(index) ?? others(index) ?? rest(index) { return group }
    if let half = half(index) ?? shown(index) ?? sorted(index) ?? both(index) { return half }
    if let each = measured(clips: index) ?? altogether(index) ?? pointed(index) { return each }
    guard let named = numbers(index) else { return nil }
    let end = index + named.count
    if ["以外", "之外", "以外的", "之外的", "除外", "例外"].contains(text(end)) {
      return (.target(.clipsBut(named.numbers)), pastOthers(end + 1) - index)
    }
    if named.numbers.count == 1 { return nil }
    if named.numbers.count == 2, let joint = joint(end) {
      return (.after(named.numbers[0]), joint - index)
    }
    if named.numbers.last == -1, named.isRange {
      return (.target(.clipsBut(Array(1..<max(named.numbers[0], 1)))), named.count)
    }
    return (.target(.clipList(named.numbers)), named.count)
  }

  /// Past 之间, 的中间, where one of them stands here.
  private func joint(_ index: Int) -> Int? {
    if isBetween(index) { return index + 1 }
    return text(index) == "的" && isBetween(index + 1) ? index + 2 : nil
  }

  /// 前两段, 后三张: so many from either end.
  private func leading(_ index: Int) -> Match? {
    let isFirst: Bool
    switch term(index) {
    case .side(.in), .ordinal(1), .preposition(.before): isFirst = true
    case .ordinal(-1), .preposition(.after): isFirst = false
    default: return nil
    }
    let next = text(index + 1) == "的" || text(index + 1) == "那" ? index + 2 : index + 1
    guard isChinese(index), case .number(let value) = term(next), (2...50).contains(value),
      value == value.rounded(), isClip(next + 1)
    else { return nil }
    let end = pastClips(next + 1)
    if case .noun(.title) = term(end) { return nil }
    if case .quote = term(end) { return nil }
    let count = Int(value)
    if count == 2, let joint = joint(end) { return (.after(isFirst ? 1 : -2), joint - index) }
    return (.target(.clipList(Array(isFirst ? 1...count : -count...(-1)))), end - index)
  }

  /// 中间那张, 中间两段: all but the outer ones.
  private func middle(_ index: Int) -> Match? {
    guard term(index) == .side(.place(.center)), text(index) == "中间", !isClip(index - 1) else {
      return nil
    }
    var next = index + 1
    while next - index < 4 {
      switch term(next) {
      case .filler where ["那张", "那段", "那个"].contains(text(next)) && !isClip(next + 1):
        return (.target(.clipsBut([1, -1])), next + 1 - index)
      case .filler: next += 1
      case .number(let value) where value < 50: next += 1
      case .noun(.clip), .noun(.clips):
        return (.target(.clipsBut([1, -1])), pastClips(next) - index)
      default: return nil
      }
    }
    return nil
  }

  /// 除了第一段（以外），其他的都.
  private func others(_ index: Int) -> Match? {
    guard term(index) == .filler, ["除了", "除", "除开", "除去"].contains(text(index)) else { return nil }
    if term(index + 1) == .noun(.music) {
      let comma = term(index + 2) == .comma ? 3 : 2
      return (.target(.clips), pastOthers(index + comma) - index)
    }
    guard let named = numbers(index + 1) else { return nil }
    var end = index + 1 + named.count
    if ["以外", "之外", "外", "以外的", "之外的"].contains(text(end)) { end += 1 }
    if term(end) == .comma, Self.restWords.contains(text(end + 1)) { end += 1 }
    end = pastOthers(end)
    if term(end) == .all, isClip(end + 1) { end = pastClips(end + 1) }
    return (.target(.clipsBut(named.numbers)), end - index)
  }

  private func pastOthers(_ index: Int) -> Int {
    var end = index
    while end - index < 4, Self.restWords.contains(text(end)) || text(end) == "的" || isClip(end) {
      end += 1
    }
    return end
  }

  private static let restWords: Set = [
    "其他", "其它", "其余", "剩下", "剩下的", "余下", "余下的", "剩余", "剩余的", "其他的", "其余的", "其它的", "别的",
    "另外的", "其他地方", "其他部分", "其余部分", "别的地方", "周围", "其他东西", "别的东西",
  ]

  /// 剩下的每张: all but the clips named elsewhere; 其他别动 says nothing where none is named.
  private func rest(_ index: Int) -> Match? {
    guard term(index) == .filler, Self.restWords.contains(text(index)) else { return nil }
    var end = pastOthers(index + 1)
    var next = end
    while next - end < 4, term(next) == .filler || term(next) == .all || text(next) == "保持" {
      next += 1
    }
    let named = named(besides: index)
    if case .move(.static) = term(next), named.isEmpty || term(next - 1) != .noun(.camera) {
      return (.filler, next + 1 - index)
    }
    if term(next) == .verb(.remove), keepsStretch(before: index) {
      return (.filler, next + 1 - index)
    }
    guard !named.isEmpty else { return nil }
    if term(end) == .all, isClip(end + 1) { end = pastClips(end + 1) }
    if case .number = term(end), isClip(end + 1) { end = pastClips(end + 1) }
    return (.target(.clipsBut(named)), end - index)
  }

  /// 保留5秒到20秒，其他的删掉: the others are the rest of what that stretch is cut out of.
  private func keepsStretch(before index: Int) -> Bool {
    let former = max(0, index - 16)..<index
    let keeps = former.contains { [.verb(.keep), .verb(.cut), .verb(.trim)].contains(term($0)) }
    return keeps && former.contains { moment($0) != nil }
  }

  /// The clips that are named before a place, or else behind it.
  private func named(besides index: Int) -> [Int] {
    for range in [max(0, index - 60)..<index, index..<min(lexemes.count, index + 60)] {
      var found: [Int] = []
      var place = range.lowerBound
      while place < range.upperBound {
        if let named = numbers(place) {
          found += named.numbers
          place += named.count
        } else {
          place += 1
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// 第一段, 第一和第三段, 第1、2、3张, 第二段到第四段.
  private func numbers(_ index: Int) -> (numbers: [Int], count: Int, isRange: Bool)? {
    var numbers: [Int]
    var isNamed = false
    switch term(index) {
    case .ordinal(let number) where isChinese(index): numbers = row(index) ?? [number]
    case .target(.clip(let number)): (numbers, isNamed) = ([number], true)
    case .target(.clipList(let list)): (numbers, isNamed) = (list, true)
    default: return nil
    }
    var isWholeRange = false
    var end = pastNamed(index + 1)
    isNamed = isNamed || end > index + 1
    for _ in 0..<20 {
      var next = end
      let joint = term(next)
      let isRange = joint == .preposition(.to) && Self.rangeJoints.contains(text(next))
      if joint == .and || isRange || text(next) == "、" { next += 1 }
      if joint == .comma, next == end { break }
      let number: Int
      if next > end, !isChinese(end), text(end) != "、" { break }
      switch term(next) {
      case .ordinal(let value): number = value
      case .target(.clip(let value)) where next > end || lexemes[next].isName: number = value
      case .number(let value) where next > end && value == value.rounded() && value < 999:
        number = Int(value)
      default: return isNamed ? (numbers, end - index, isWholeRange) : nil
      }
      let past = pastNamed(next + 1)
      var isWhole = past > next + 1
      if case .target = term(next) { isWhole = true }
      isWhole = isWhole || term(past) == .all
      guard isWhole || isListed(past) else { break }
      isNamed = isWhole
      if joint == .preposition(.to), let last = numbers.last, last > 0 {
        isWholeRange = true
        numbers += number > last ? Array(last + 1...min(number, last + 60)) : [number]
      } else {
        numbers.append(number)
      }
      end = past
    }
    return isNamed ? (numbers, end - index, isWholeRange) : nil
  }

  private static let rangeJoints: Set = [
    "到", "至", "-", "~", "–", "—", "～", "〜", "→", "to", "切到", "转到", "过渡到", "切换到", "跳到", "切至", "转场到",
  ]

  /// 第一二段 are two clips, not the twelfth.
  private func row(_ index: Int) -> [Int]? {
    let digits = "一二三四五六七八九"
    let said = text(index).dropFirst().compactMap { digit in
      digits.firstIndex(of: digit).map { digits.distance(from: digits.startIndex, to: $0) + 1 }
    }
    guard said.count > 1, said.count == text(index).count - 1 else { return nil }
    return zip(said, said.dropFirst()).allSatisfy { $1 == $0 + 1 } ? said : nil
  }

  private func isListed(_ index: Int) -> Bool {
    switch term(index) {
    case .and, .ordinal: true
    case .comma: text(index) == "、"
    default: false
    }
  }

  /// Past the noun of an ordinal; 一 may stand between: 最后一段.
  private func pastNamed(_ index: Int) -> Int {
    if case .number(1) = term(index), isClip(index + 1) { return pastClips(index + 1) }
    return pastClips(index)
  }

  /// 最后一个转场: the passage that follows a clip.
  private func passage(_ index: Int) -> Match? {
    guard case .ordinal(let number) = term(index) else { return nil }
    let end = pastNamed(index + 1)
    guard term(end) == .noun(.transition) else { return nil }
    return (.after(number > 0 ? number : number - 1), end - index)
  }

  /// …，都静音: the clips of the clause before.
  private func both(_ index: Int) -> Match? {
    guard term(index) == .all, index > 0, term(index - 1) == .comma || term(index - 1) == .then,
      ["都", "全都"].contains(text(index))
    else { return nil }
    var start = index - 1
    while start > 0, index - start < 40, term(start - 1) != .comma, term(start - 1) != .stop {
      start -= 1
    }
    var found: [Int] = []
    for place in start..<index {
      if let named = numbers(place), found.last != named.numbers.last { found += named.numbers }
    }
    for next in index + 1..<min(lexemes.count, index + 12) {
      if term(next) == .comma { break }
      if case .noun(let noun) = term(next), noun == .clip || noun == .music { return nil }
      if term(next).isText { return nil }
    }
    return found.count > 1 ? (.target(.clipList(found)), 1) : nil
  }

  /// 后面那半段, of a clip that the same sentence splits.
  private func half(_ index: Int) -> Match? {
    guard term(index) == .filler else { return nil }
    let isLater = Self.laterHalves.contains(text(index))
    let isEarlier = Self.earlierHalves.contains(text(index))
    guard isLater || isEarlier else { return nil }
    var splits = false
    for place in stride(from: index - 1, through: max(0, index - 16), by: -1) {
      if case .split = term(place) { splits = true }
      if splits, let moment = moment(place) {
        let time = isLater ? moment.value : moment.value - 1
        return (.target(.clipAt(max(time, 0))), 1)
      }
    }
    let isNamed = (0..<index).contains { place in
      switch term(place) {
      case .target, .ordinal, .noun(.clip): true
      default: false
      }
    }
    if !isNamed, scene.spoken?.isClips ?? false, text(index).hasSuffix("那段") {
      return (.target(.part(isLater ? -1 : 1)), 1)
    }
    guard isNamed || scene.spoken == nil else { return nil }
    return (.share(isLater ? 0.5 : 0, isLater ? 1 : 0.5), 1)
  }

  private static let laterHalves: Set = [
    "后半段", "后半部分", "后半截", "后面那半段", "后面半段", "后面那段", "后一半", "后面一半",
  ]
  private static let earlierHalves: Set = [
    "前半段", "前半部分", "前半截", "前面那半段", "前面半段", "前面那段", "前一半", "前面一半",
  ]

  /// 第7秒那段, 0:12处的片段: what is on screen then.
  private func shown(_ index: Int) -> Match? {
    guard let moment = moment(index), term(index - 1) != .preposition(.to) else { return nil }
    var next = index + moment.count
    let isPoint: Bool
    if case .time(_, .clock) = term(index) { isPoint = true } else { isPoint = moment.count == 2 }
    var isMeant = isPoint
    while next - index < 6, term(next) == .filler {
      isMeant = isMeant || ["那", "那个", "处", "那里", "那儿", "时", "的时候"].contains(text(next))
      next += 1
    }
    if ["那段", "那张", "这段", "那一段"].contains(text(next - 1)), next > index + moment.count {
      return (.target(.clipAt(moment.value)), next - index)
    }
    guard isMeant, isClip(next) else { return nil }
    return (.target(.clipAt(moment.value)), pastClips(next) - index)
  }

  /// 所有照片, 视频都, 两个视频: stills, or footage.
  private func sorted(_ index: Int) -> Match? {
    if term(index) == .all, ["所有", "每", "全部", "各", "所有的", "全部的", "每个"].contains(text(index)) {
      let next = skipping(index + 1)
      guard let sort = sort(next) else { return nil }
      var end = pastSorts(next)
      if term(end) == .all, isClip(end + 1) { end = pastClips(end + 1) }
      return (.target(sort), end - index)
    }
    if case .number(let value) = term(index), value >= 2, isChinese(index) || isClip(index + 1) {
      return isClip(index + 1)
        ? sort(index + 1).map { (.target($0), pastSorts(index + 1) - index) } : nil
    }
    guard let sort = sort(index), term(index - 1) != .all else { return nil }
    if case .ordinal = term(index - 1) { return nil }
    if case .number = term(index - 1) { return nil }
    if text(index) == "视频", isClip(index + 1) { return (.target(.footage), 2) }
    if case .time(_, .bare) = term(index + 1), places(sort) != nil { return (.target(sort), 1) }
    return ["都", "全都", "全部", "全"].contains(text(index + 1)) ? (.target(sort), 1) : nil
  }

  private func sort(_ index: Int) -> Target? {
    switch term(index) {
    case .noun(.clip), .noun(.clips), .noun(.film):
      let name = isClip(index) && text(index + 1) == "视频" ? "视频" : text(index)
      if name.hasSuffix("照片") || name.hasSuffix("图片") || name.hasSuffix("相片") { return .stills }
      return name.hasSuffix("视频") || name == "录像" ? .footage : nil
    default: return nil
    }
  }

  private func pastSorts(_ index: Int) -> Int {
    var end = index + 1
    while isClip(end) { end += 1 }
    return end
  }
}

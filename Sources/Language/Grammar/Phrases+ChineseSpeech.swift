import Timeline

/// What Chinese speech leaves out: nouns, verbs of measure, words for "if".
extension Phrases {
  // MARK: Figures

  /// 加两秒, 减一秒, 快20%: verbs and adverbs that a figure makes changes of.
  func counted(_ index: Int) -> Match? {
    let next = skipping(index + 1)
    if ["加到", "增到", "涨到", "延到"].contains(text(index)), time(next) != nil {
      return (.preposition(.to), 1)
    }
    if case .time(_, .bare) = term(next), !isListed(next + 1) {
      if Self.lessWords.contains(text(index)) { return (.change(.shorter), 1) }
      if Self.moreWords.contains(text(index)) { return (.change(.longer), 1) }
    }
    guard case .strength(let strength) = term(index), strength == .fast || strength == .slow else {
      return nil
    }
    switch term(next) {
    case .percent, .factor: return (.change(strength == .fast ? .faster : .slower), 1)
    default: return nil
    }
  }

  /// 加一秒的叠化: whether what a time is of follows it.
  private func isListed(_ index: Int) -> Bool {
    if text(index) == "的" { return true }
    switch term(index) {
    case .passage, .wipe, .slide, .fade, .noun, .quote, .playback, .blackout: return true
    default: return false
    }
  }

  private static let lessWords: Set = ["减", "减少", "减掉", "减去", "缩", "缩减", "少", "各减", "缩掉"]
  private static let moreWords: Set = ["加", "增加", "多加", "加上", "多", "添", "延", "补", "增"]

  /// 再给它一秒: so much longer.
  func given(_ index: Int) -> Match? {
    guard ["再", "多"].contains(text(index)), ["给", "给它", "给他", "给她"].contains(text(index + 1)),
      case .time(_, .bare) = term(skipping(index + 2))
    else { return nil }
    return (.change(.longer), 2)
  }

  /// 字幕往上提: where words stand, and not how large they are.
  func upward(_ index: Int) -> Match? {
    let isUp = ["往上提", "往上调", "往上抬", "往上拉", "抬高", "上提", "提上去"].contains(text(index))
    let isDown = ["往下调", "往下降", "往下压", "往下拉", "放低", "往下放"].contains(text(index))
    guard isUp || isDown, (max(0, index - 6)..<index).contains(where: { term($0).isText }) else {
      return nil
    }
    return (.side(.place(isUp ? .top : .bottom)), 1)
  }

  /// 挪前面一点, 往后放一个: a place earlier or later, and none at the start.
  func onward(_ index: Int) -> Match? {
    let isEarlier = ["前面", "前", "前边", "靠前", "往前"].contains(text(index))
    guard isEarlier || ["后面", "后", "后边", "靠后", "往后"].contains(text(index)) else { return nil }
    guard ["挪", "移", "提", "放", "排", "调", "往", "再往", "挪到", "移到", "放到"].contains(text(index - 1)),
      term(index + 1) == .filler || term(index + 1) == .stop,
      ["", "一点", "点", "一些", "些", "一点儿", "点儿", "一位", "一格", "一个位置"].contains(text(index + 1))
    else { return nil }
    return (.change(isEarlier ? .earlier : .later), 1)
  }

  /// 前面掐掉1秒: of a clip's start, and no other clip.
  func trimmedEnd(_ index: Int) -> Match? {
    let isStart = ["前面", "前头", "前边", "头上", "头里", "最前面"].contains(text(index))
    guard isStart || ["后面", "后头", "后边", "尾巴", "尾部", "尾巴上", "最后面"].contains(text(index)) else {
      return nil
    }
    let verb = skipping(index + 1)
    guard term(verb) == .verb(.remove) || term(verb) == .verb(.trim),
      time(skipping(verb + 1)) != nil
    else { return nil }
    return (.noun(isStart ? .start : .end), 1)
  }

  /// 从第2秒开始放，前面的不要: what the moment before it says already.
  func leavesBefore(_ index: Int) -> Match? {
    guard ["前面", "之前", "前头", "前边", "前面的", "之前的"].contains(text(index)), index > 1,
      term(index - 1) == .comma
    else { return nil }
    let verb = skipping(index + 1, also: [.all])
    let begins = lexemes[max(0, index - 8)..<index].contains { $0.said.contains("开始") }
    guard begins, term(verb) == .verb(.remove),
      (max(0, index - 8)..<index).contains(where: { moment($0) != nil })
    else { return nil }
    return (.filler, verb - index + 1)
  }

  /// 颜色浓一点: how much colour there is, and not how large anything.
  func thickened(_ index: Int) -> Match? {
    guard case .change(let change) = term(index), change == .larger || change == .smaller,
      (max(0, index - 3)..<index).contains(where: { term($0) == .noun(.color) })
    else { return nil }
    return (.treatment(.look, change == .larger ? "saturated" : "muted"), 1)
  }

  /// 持续到片尾, 一直到最后.
  func lastsToEnd(_ index: Int) -> Match? {
    guard ["持续", "一直", "停留", "显示", "保持", "留", "放"].contains(text(index)) else { return nil }
    let joint = skipping(index + 1)
    guard term(joint) == .preposition(.to) || term(joint) == .preposition(.until) else {
      return nil
    }
    let end = skipping(joint + 1)
    guard term(end) == .noun(.end) || term(end) == .ordinal(-1) else { return nil }
    return (.throughout, end - index + 1)
  }

  /// 比4秒长的: clips, by their lengths.
  func longerThan(_ index: Int) -> Match? {
    guard text(index) == "比", let value = time(index + 1) else { return nil }
    var end = index + 2
    let isMore: Bool
    if text(index + 1).hasSuffix("长") {
      isMore = true
    } else if case .change(let change) = term(end), change == .longer || change == .shorter {
      (isMore, end) = (change == .longer, end + 1)
    } else {
      return nil
    }
    guard text(end) == "的" else { return nil }
    end += 1
    while end - index < 8, [.all, .noun(.clip), .noun(.clips)].contains(term(end)) { end += 1 }
    return (.given(Condition(.clips, isMore ? .longer(value) : .shorter(value))), end - index)
  }

  /// 以日落开场, 用市场收尾: which clip the film begins or ends with.
  func framing(_ index: Int) -> Match? {
    let isFirst = term(index) == .noun(.start)
    guard isChinese(index), isFirst || term(index) == .noun(.end) else { return nil }
    switch term(index + 1) {
    case .stop, .comma, .then: break
    default: return nil
    }
    var back = index - 1
    while index - back < 4, term(back) == .filler || term(back) == .noun(.clip) { back -= 1 }
    guard case .target(.clip) = term(back) else { return nil }
    let isAlone = back == index - 1 && (back == 0 || ends(back - 1)) && text(index).count > 1
    guard isAlone || ["以", "用", "拿", "由", "让"].contains(text(back - 1)) else { return nil }
    return (isFirst ? .opensWith : .closesWith, 1)
  }

  // MARK: Clips

  /// 超过5秒的片段, 短于3秒的: all clips of which that is so.
  func measured(clips index: Int) -> Match? {
    if ["哪", "凡是", "只要是", "谁"].contains(text(index)), let isMore = Self.bounds[text(index + 2)],
      [.noun(.clip), .noun(.clips)].contains(term(index + 1)), let value = time(index + 3)
    {
      let end = ["就", "的", "的就", "的话"].contains(text(index + 4)) ? index + 5 : index + 4
      return (
        .given(Condition(.clips, isMore ? .longer(value) : .shorter(value))), end - index
      )
    }
    guard isChinese(index), let isMore = Self.bounds[text(index)],
      let value = time(skipping(index + 1))
    else { return nil }
    var next = skipping(index + 1) + 1
    guard text(next) == "的" else { return nil }
    next += 1
    var isNamed = false
    while next - index < 8 {
      switch term(next) {
      case .noun(.clip), .noun(.clips), .all: isNamed = true
      case .filler where text(next) == "就": break
      default:
        let test: Condition.Test = isMore ? .longer(value) : .shorter(value)
        return isNamed ? (.given(Condition(.clips, test)), next - index) : nil
      }
      next += 1
    }
    return nil
  }

  private static let bounds: [String: Bool] = [
    "超过": true, "多于": true, "大于": true, "长于": true, "超": true, "不到": false, "少于": false,
    "短于": false, "小于": false, "不足": false, "低于": false,
  ]

  /// 港口原声留着: nothing is to happen to that sound.
  func keptSound(_ index: Int) -> Match? {
    guard case .target(let target) = term(index), isChinese(index),
      target.isClips || target == .music
    else { return nil }
    var next = skipping(index + 1)
    if term(next) == .noun(.ownSound) || term(next) == .noun(.sound) { next += 1 }
    guard term(next) == .verb(.keep), next > index + 1 || target == .music else { return nil }
    switch term(skipping(next + 1)) {
    case .comma, .stop, .then: return (.filler, next - index + 1)
    default: return nil
    }
  }

  /// 市场前面加黑场: whether a passage is to come there.
  func leadsToPassage(_ index: Int) -> Bool {
    for next in index + 1..<min(lexemes.count, index + 7) {
      switch term(next) {
      case .comma, .stop, .then: return false
      case .passage, .wipe, .slide, .noun(.transition): return true
      default: continue
      }
    }
    return false
  }

  /// 全部再短半秒: each of the clips, where a length is changed by a figure.
  func altogether(_ index: Int) -> Match? {
    guard term(index) == .all, ["全部", "全", "都", "全都", "统统"].contains(text(index)) else {
      return nil
    }
    let change = skipping(index + 1, also: [.then])
    switch term(change) {
    case .change(.longer), .change(.shorter): break
    default: return nil
    }
    return time(skipping(change + 1)) == nil ? nil : (.target(.clips), 1)
  }

  /// 最后那个, 第二那条: a clip, where no other noun follows.
  func pointed(_ index: Int) -> Match? {
    guard case .ordinal(let number) = term(index), term(index + 1) == .filler,
      ["那个", "这个", "那条", "那张", "那段", "那", "那一段", "那一个"].contains(text(index + 1))
    else { return nil }
    switch term(index + 2) {
    case .noun(.clip), .noun(.clips): return nil
    case .noun, .target, .passage, .wipe, .slide, .treatment, .treatmentSort, .fade, .unit, .time,
      .number:
      return nil
    default: return (.target(.clip(number)), 2)
    }
  }

  // MARK: Texts

  /// 那个大标题: a title that is there, and no size for it.
  func described(_ index: Int) -> Match? {
    guard isChinese(index), term(index + 1).isText, !scene.texts.isEmpty,
      !lexemes[index...].prefix(12).contains(where: { $0.term.isSaid }),
      !isAdded(index)
    else { return nil }
    return (term(index + 1), 2)
  }

  /// 另一个字幕: the text that was not spoken of.
  func otherText(_ index: Int) -> Match? {
    guard ["另", "另外"].contains(text(index)) else { return nil }
    let next = skipping(index + 1, also: [.number(1), .noun(.clip)])
    guard term(next).isText else { return nil }
    var numbers = Array(scene.texts.indices)
    if numbers.count > 1, case .text(let spoken)? = scene.spoken {
      numbers.removeAll { $0 == spoken - 1 }
    }
    guard numbers.count == 1 else { return nil }
    return (.target(.text(numbers[0] + 1)), next - index + 1)
  }

  /// 把Lisbon换成Porto: a word of a text on screen, and what takes its place.
  func exchanged(_ index: Int) -> Match? {
    guard term(index) == .unknown, !isChinese(index) else { return nil }
    let next = skipping(index + 1)
    guard ["换成", "改成", "改为", "换为", "替换成", "替换为", "变成"].contains(text(next)),
      term(next + 1) == .unknown
    else { return nil }
    var end = next + 1
    while end + 1 < lexemes.count, term(end + 1) == .unknown { end += 1 }
    let (old, span) = (text(index), lexemes[next + 1].span.joined(lexemes[end].span))
    let holders = scene.texts.filter { $0.words.contains(old) }
    guard holders.count == 1 else { return nil }
    return (.renamed(holders[0].words.replacing(old, with: tokenizer.text(span))), end - index + 1)
  }

  /// How many characters words have, said behind them: 三个字.
  static let wordCounts: Set = [
    "几个字", "两个字", "三个字", "四个字", "五个字", "六个字", "七个字", "八个字", "个字", "字样", "这几个字", "几个大字",
    "四个大字", "两个大字", "三个大字",
  ]

  /// 改个标题：…: whether a verb before a text changes the words that are there.
  func changesText(before index: Int) -> Bool {
    guard isChinese(index), !scene.texts.isEmpty else { return false }
    return (max(0, index - 3)..<index).contains { place in
      ["改", "换", "修改", "更改", "更换", "改个", "换个", "改一下", "换一下", "改下", "换下"].contains(text(place))
    }
  }
}

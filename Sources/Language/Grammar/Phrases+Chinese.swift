import MediaTime
import Timeline

/// What Chinese says in an order of its own.
extension Phrases {
  /// Complaints, refusals and figures that change what a word beside them means.
  func chineseTurn(_ index: Int) -> Match? {
    guard isChinese(index) else { return nil }
    if text(index) == "取消", takesObject(index) { return (.verb(.remove), 1) }
    if text(index) == "去", takesObject(index), term(index + 1).isText { return (.verb(.remove), 1) }
    if let way = upward(index) ?? given(index) ?? onward(index) ?? trimmedEnd(index) { return way }
    if let meant = thickened(index) ?? lastsToEnd(index) ?? longerThan(index) { return meant }
    if let former = former(index) ?? lastly(index) ?? leavesBefore(index) ?? awaited(index) {
      return former
    }
    return complaint(index) ?? refusal(index) ?? shortening(index) ?? turning(index)
      ?? holding(index) ?? measure(index) ?? beyond(index) ?? counted(index)
  }

  /// 取消静音, 转场取消: whether something beside a word is what is called off.
  private func takesObject(_ index: Int) -> Bool {
    [skipping(index + 1), index - 1].contains { place in
      switch term(place) {
      case .stop, .comma, .then, .filler, .unknown: false
      default: true
      }
    }
  }

  // MARK: Complaints

  /// 太, 有点: what is too much.
  private func isComplaint(_ index: Int) -> Bool {
    let text = text(index)
    let isPlain =
      text.dropFirst().first == "了" && Lexicon.adjectives.contains(String(text.prefix(1)))
    guard
      ["太", "有点", "有些", "过"].contains(where: text.hasPrefix) || Self.bare.contains(text) || isPlain
    else { return false }
    switch term(index) {
    case .change, .treatment(.look, _): return true
    default: return false
    }
  }

  private static let bare: Set = [
    "早点消失", "早些消失", "快点消失", "吵", "吵死了", "吵得很", "拖", "拖沓", "拖拖拉拉", "看不清", "看不清楚", "看不见", "听不清",
    "听不见", "听不清楚",
  ]

  /// 太暗了，亮一点: a complaint says nothing where what to do about it follows.
  private func complaint(_ index: Int) -> Match? {
    guard isComplaint(index) else { return nil }
    for next in index + 1..<min(lexemes.count, index + 24) {
      switch term(next) {
      case .stop: return nil
      case .change, .treatment, .textSize, .percent, .factor, .fraction, .tempo, .mute, .playback,
        .strength, .number, .time, .fade, .duck, .split, .window:
        return isComplaint(next) ? nil : (.filler, 1)
      case .verb(let verb) where ![.make, .say, .write].contains(verb): return (.filler, 1)
      case .request(.unsupported): return (.filler, 1)
      default: continue
      }
    }
    return nil
  }

  // MARK: Refusals

  private func isRefusal(_ index: Int) -> Bool {
    term(index) == .not || ["不要", "不用", "别再", "不需要", "不想要"].contains(text(index))
  }

  /// 别那么快, 别太响: the other way round. 别一上来就…: nothing.
  private func refusal(_ index: Int) -> Match? {
    guard isRefusal(index) else { return nil }
    var next = index + 1
    while next - index < 5 {
      switch term(next) {
      case .filler where text(next).hasPrefix("一上来"):
        while next < lexemes.count, term(next) != .comma, term(next) != .stop { next += 1 }
        return (.filler, next - index)
      case .filler, .then: next += 1
      case .change(let change):
        let isOwn = isComplaint(next)
        return (.change(isOwn ? change : Self.inverse(change)), next + 1 - index)
      case .treatment(.look, _) where isComplaint(next): return (term(next), next + 1 - index)
      case .fade(let edge): return (.unfade(edge), next + 1 - index)
      case .strength(.fast): return (.change(.slower), next + 1 - index)
      case .strength(.slow): return (.change(.faster), next + 1 - index)
      case .textSize(.large): return (.change(.smaller), next + 1 - index)
      case .textSize(.small): return (.change(.larger), next + 1 - index)
      case .move, .family: return (.unmoved, past(moves: next) - index)
      case .fit(.crop): return (.fit(.fit), next + 1 - index)
      case .playback(let playback) where playback != .normal:
        return (.playback(.normal), next + 1 - index)
      default: return nil
      }
    }
    return nil
  }

  private func past(moves index: Int) -> Int {
    var end = index + 1
    while end - index < 6 {
      switch term(end) {
      case .move, .family, .filler, .noun(.motion): end += 1
      default: return end
      }
    }
    return end
  }

  private static func inverse(_ change: Term.Change) -> Term.Change {
    switch change {
    case .up: .down
    case .down: .up
    case .louder: .quieter
    case .quieter: .louder
    case .larger: .smaller
    case .smaller: .larger
    case .faster: .slower
    case .slower: .faster
    case .longer: .shorter
    case .shorter: .longer
    case .later: .earlier
    case .earlier: .later
    }
  }

  // MARK: Changes of mind

  /// 推近改成拉远, 叠化换成闪白: what is to be replaced is not asked for.
  private func former(_ index: Int) -> Match? {
    guard isExchangeable(index) else { return nil }
    let next = skipping(index + 1)
    guard ["改成", "换成", "改为", "变成", "换为", "改", "换"].contains(text(next)) else { return nil }
    let other = skipping(next + 1)
    var end = other
    while end - other < 3, isManner(end) { end += 1 }
    return isExchangeable(end) ? (.filler, 1) : nil
  }

  private func isManner(_ index: Int) -> Bool {
    switch term(index) {
    case .strength, .side, .preposition, .filler: true
    default: false
    }
  }

  private func isExchangeable(_ index: Int) -> Bool {
    switch term(index) {
    case .move, .family, .passage, .wipe, .slide, .animation: true
    default: false
    }
  }

  /// …，最后停住: a last move follows the others.
  private func lastly(_ index: Int) -> Match? {
    guard term(index) == .ordinal(-1), term(index - 1) == .comma else { return nil }
    switch term(skipping(index + 1)) {
    case .move, .family: return (.then, 1)
    case .strength:
      if case .move = term(skipping(index + 1) + 1) { return (.then, 1) }
      return nil
    default: return nil
    }
  }

  // MARK: Figures

  /// 缩短一半: by a share, which no trim is.
  private func shortening(_ index: Int) -> Match? {
    if text(index) == "剪成" || text(index) == "裁成", case .number = term(index + 1) {
      return (.split, 1)
    }
    if term(index) == .verb(.remove) || term(index) == .verb(.trim),
      case .fraction = term(skipping(index + 1))
    {
      return (.change(.shorter), 1)
    }
    guard ["缩短", "压缩", "剪短", "剪", "缩", "缩减", "砍", "减"].contains(text(index)) else { return nil }
    switch term(skipping(index + 1, also: [.preposition(.to)])) {
    case .fraction, .percent, .factor: return (.change(.shorter), 1)
    default: return nil
    }
  }

  /// 饱和度降低, 调低对比度: more or less of what is measured; 再冷一点 goes on, and begins nothing.
  private func measure(_ index: Int) -> Match? {
    if text(index) == "再" {
      switch term(index + 1) {
      case .change, .textSize, .treatment(.look, _): return (.filler, 1)
      case .strength: return term(index + 2) == .filler ? (.filler, 1) : nil
      default: return nil
      }
    }
    if case .change(let change) = term(index), change == .up || change == .down {
      let next = skipping(index + 1)
      guard let name = measured(next) else { return nil }
      return (.treatment(.look, change == .up ? name : Self.opposite(name)), next - index + 1)
    }
    guard let name = measured(index) else { return nil }
    let next = skipping(index + 1, also: [.then, .verb(.make)])
    switch term(next) {
    case .change(.up), .change(.larger), .textSize(.large), .percent(100, .to):
      return (.treatment(.look, name), next - index + 1)
    case .change(.down), .change(.smaller), .textSize(.small):
      return (.treatment(.look, Self.opposite(name)), next - index + 1)
    default: return nil
    }
  }

  private func measured(_ index: Int) -> String? {
    if text(index) == "对比" { return "contrast" }
    guard case .treatment(.look, let name) = term(index),
      ["饱和度", "饱和", "对比度", "对比", "反差", "亮度", "曝光", "曝光度", "明度", "色温"].contains(text(index))
    else { return nil }
    return name
  }

  private static func opposite(_ look: String) -> String {
    switch look {
    case "saturated": "muted"
    case "contrast": "soft"
    case "bright": "dark"
    case "warm": "cool"
    default: look
    }
  }

  /// 10秒以后的都删掉, 删除10秒以后的: what lies behind a moment, or before it.
  private func beyond(_ index: Int) -> Match? {
    guard let moment = moment(index) else { return nil }
    let next = index + moment.count
    let isLater = ["以后", "之后", "往后", "后面", "之后的", "以后的", "后面的", "往后的"].contains(text(next))
    let isEarlier = ["以前", "之前", "之前的", "以前的", "前面的", "前面"].contains(text(next))
    guard isLater || isEarlier else { return nil }
    var end = next + 1
    while end - next < 4, ["的", "部分", "内容", "的部分", "的内容"].contains(text(end)) { end += 1 }
    let isNamed = end > next + 1 || text(next).hasSuffix("的")
    let removes = (max(0, index - 4)..<min(lexemes.count, end + 4)).contains { place in
      let verb = self.term(place)
      return verb == .verb(.remove) || verb == .verb(.trim)
    }
    guard removes, isNamed || self.term(index - 1) == .verb(.remove) else { return nil }
    let meant: Term = isLater ? .time(moment.value, .until) : .part(isFirst: true, moment.value)
    return (meant, end - index)
  }

  /// 停住两秒: a picture that stands still for a while, and no camera that does.
  private func holding(_ index: Int) -> Match? {
    guard ["停住", "停下", "定住", "停", "停顿", "暂停", "停留", "静止"].contains(text(index)),
      case .time(_, .bare) = term(skipping(index + 1))
    else { return nil }
    for back in stride(from: index - 1, through: max(0, index - 8), by: -1) {
      if moment(back) != nil { return (.playback(.freeze), 1) }
      if term(back) == .comma { return nil }
    }
    return nil
  }

  /// @ and what follows it are words to be shown, where a text is spoken of: 水印 @旅行日记.
  func handle(_ index: Int) -> Match? {
    guard term(index) == .preposition(.at), index > 0, term(index - 1).isText, text(index) == "@"
    else { return nil }
    var end = index + 1
    while end < lexemes.count, end - index < 24 {
      switch term(end) {
      case .comma, .stop, .then, .preposition: break
      default:
        if lexemes[end].span.start == lexemes[end - 1].span.end {
          end += 1
          continue
        }
      }
      break
    }
    guard end > index + 1 else { return nil }
    return (.quote(tokenizer.text(lexemes[index].span.joined(lexemes[end - 1].span))), end - index)
  }

  /// 推近两秒，然后…: so long does the move take.
  private func turning(_ index: Int) -> Match? {
    guard case .time(let value, .bare) = term(index) else { return nil }
    switch term(index - 1) {
    case .move, .family: break
    default: return nil
    }
    for next in index + 1..<min(lexemes.count, index + 4) where term(next) == .then {
      return (.time(value, .lasting), 1)
    }
    return nil
  }
}

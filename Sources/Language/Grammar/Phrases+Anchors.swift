import MediaTime

/// Moments that are said by what is on screen then.
extension Phrases {
  /// "When the harbour starts", "until the market ends": when a clip comes or goes, where words or
  /// music are spoken of.
  func anchored(_ index: Int) -> Match? {
    guard !isChinese(index) else { return nil }
    if let like = lastsLike(index) { return like }
    if term(index) == .opensWith,
      lexemes[max(0, index - 6)..<index].contains(where: \.term.isFollowing),
      let clip = clip(skipping(index + 1)), let time = moment(of: clip.number, isStart: true)
    {
      return (.time(time, .at), skipping(index + 1) - index + clip.count)
    }
    let role: Term.Role
    switch (term(index), word(index)) {
    case (.preposition(.until), _): role = .until
    case (.preposition(.after), _):
      guard lexemes[max(0, index - 6)..<index].contains(where: { comings.contains($0.word) }),
        lexemes[max(0, index - 6)..<index].contains(where: { $0.term == .noun(.music) }),
        let clip = clip(skipping(index + 1)), let end = moment(of: clip.number, isStart: false)
      else { return nil }
      return (.time(end, .at), skipping(index + 1) - index + clip.count)
    case (.preposition(.at), _), (_, "when"), (_, "where"), (_, "once"), (_, "as soon as"):
      role = .at
    default: return nil
    }
    let place = skipping(index + 1)
    guard let clip = clip(place), near(index).contains(where: { $0.term.isFollowing }) else {
      return nil
    }
    let end = place + clip.count
    guard let isStart = comes(end), let time = moment(of: clip.number, isStart: isStart) else {
      return nil
    }
    return (.time(time, role), end - index + 1)
  }

  /// 音乐放到12秒就停.
  private func playedUntil(_ index: Int) -> Match? {
    var end: Int?
    var moment: Milliseconds?
    for next in index + 1..<min(lexemes.count, index + 8) {
      if term(next) == .comma { break }
      if let found = self.moment(next), moment == nil { moment = found.value }
      if ["停", "停止", "停掉", "结束", "为止", "停下", "停下来"].contains(text(next)) { end = next }
    }
    let isPlayed = lexemes[(index + 1)...].prefix(2).contains { $0.said.contains("到") }
    guard let end, let moment, isPlayed else { return nil }
    return (.request(.trim(.music, .keepFirst(moment))), end - index + 1)
  }

  /// 等市场出来再: when a clip comes.
  func awaited(_ index: Int) -> Match? {
    guard isChinese(index), ["等", "等到", "到了"].contains(text(index)),
      let clip = clip(index + 1), near(index).contains(where: { $0.term.isFollowing })
    else { return nil }
    var end = index + 1 + clip.count
    let comings: Set = ["出来", "出现", "开始", "的时候", "时候", "进来", "再", "才", "以后", "之后", "时"]
    guard comings.contains(text(end)) else { return nil }
    while comings.contains(text(end)) { end += 1 }
    return moment(of: clip.number, isStart: true).map { (.time($0, .at), end - index) }
  }

  private var comings: Set<String> {
    [
      "come in", "comes in", "come", "start", "starts", "begin", "begins", "kick in", "kicks in",
      "enter",
    ]
  }

  /// "As long as the sunset": that clip's length.
  func lastsLike(_ index: Int) -> Match? {
    guard ["as long as", "the same length as", "same length as"].contains(word(index)),
      let clip = clip(skipping(index + 1))
    else { return nil }
    let place = clip.number > 0 ? clip.number - 1 : scene.lengths.count + clip.number
    guard scene.lengths.indices.contains(place) else { return nil }
    return (.time(scene.lengths[place], .to), skipping(index + 1) - index + clip.count)
  }

  private func comes(_ index: Int) -> Bool? {
    switch word(index) {
    case "starts", "begins", "start", "appears", "opens", "comes in", "comes", "kicks in": true
    case "ends", "finishes", "is over", "stops", "end": false
    default: nil
    }
  }

  private func moment(of number: Int, isStart: Bool) -> Milliseconds? {
    let place = number > 0 ? number - 1 : scene.starts.count + number
    guard scene.starts.indices.contains(place) else { return nil }
    return isStart ? scene.starts[place] : scene.starts[place] + scene.lengths[place]
  }

  /// "Stop the music at 15 seconds", "cut the music before the sunset": up to then it plays.
  func silenced(_ index: Int) -> Match? {
    if term(index) == .target(.music), isChinese(index) { return playedUntil(index) }
    guard ["stop", "end", "cut", "finish", "kill", "lose"].contains(word(index)), !isChinese(index)
    else { return nil }
    let music = skipping(index + 1)
    guard term(music) == .target(.music) else { return nil }
    let next = word(music + 1) == "off" || word(music + 1) == "out" ? music + 2 : music + 1
    switch term(next) {
    case .time(let time, .at), .time(let time, .until), .time(let time, .clock):
      return (.request(.trim(.music, .keepFirst(time))), next - index + 1)
    case .before(let clip):
      return moment(of: clip, isStart: true).map {
        (.request(.trim(.music, .keepFirst($0))), next - index + 1)
      }
    case .after(let clip):
      return moment(of: clip, isStart: false).map {
        (.request(.trim(.music, .keepFirst($0))), next - index + 1)
      }
    default: return nil
    }
  }
}

extension Term {
  /// Whether it names what comes and goes over the clips.
  fileprivate var isFollowing: Bool {
    switch self {
    case .target(.music), .noun(.music), .noun(.title), .noun(.text), .target(.text),
      .target(.texts), .target(.titles):
      true
    default: false
    }
  }
}

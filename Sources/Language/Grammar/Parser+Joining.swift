import Timeline

extension Parser {
  /// Up to where a condition holds: the next "then", or the sentence's end.
  func given(_ index: Int) -> Int {
    let rest = sentence.lexemes[(index + 1)...]
    let end = rest.first { $0.term == .then }?.span.start
    return end ?? (sentence.lexemes.last?.span.end ?? 0)
  }

  /// 第二段从第2秒开始播, 音乐从第4秒再进: sound named beside a moment, and nothing else, comes in then.
  mutating func beginMusic() {
    let times = loose.indices.filter { index in
      switch loose[index].term {
      case .time(_, .at), .time(_, .clock): true
      default: false
      }
    }
    guard times.count == 1, case .time(let value, _) = loose[times[0]].term else { return }
    if let clip = loose.first(where: { $0.isClip }), case .target(let target) = clip.term {
      add(.trim(target, .dropFirst(value)), loose[times[0]].span.joined(clip.span))
      let spoken = [clip.span, loose[times[0]].span]
      loose.removeAll { spoken.contains($0.span) }
      return
    }
    let music = loose.first { $0.term == .target(.music) }
    let span = loose[times[0]].span.joined(music?.span ?? loose[times[0]].span)
    add(.begin(.music, value), span)
    let spoken = loose[times[0]].span
    loose.removeAll { $0.term == .target(.music) || $0.span == spoken }
  }

  /// "Make the market clip go back and forth": what asks for nothing by itself leaves its clips
  /// to what does.
  mutating func handOn() {
    for index in frames.indices.dropLast()
    where frames[index].requests().isEmpty && frames[index].kind != .leave {
      let idle = frames[index]
      let target =
        idle.slots.target ?? (idle.slots.clips.count == 1 ? .clip(idle.slots.clips[0]) : nil)
      guard let target, target.isClips, frames[index + 1].slots.target == nil,
        frames[index + 1].takesClip
      else { continue }
      _ = frames[index + 1].fill(Lexeme(.target(target), idle.span))
      frames[index].slots = Frame.Slots()
      frames[index].isSpent = true
    }
    frames.removeAll(where: \.isSpent)
  }

  /// "The intro is too long, shave off 3 seconds": what is then asked for is what is wanted.
  mutating func answerComplaints() {
    for index in frames.indices.dropLast() where frames[index].isComplaint {
      let (fault, cure) = (frames[index], frames[index + 1])
      guard fault.isOfTime, !cure.isComplaint, !cure.requests().isEmpty else { continue }
      if cure.kind == .split, fault.kind == .stretch(isLonger: false), cure.slots.start == nil,
        cure.slots.each == nil, (cure.slots.number ?? 2) == 2, let target = fault.slots.target
      {
        var half = Frame(.stretch(isLonger: false), cure.span)
        (half.slots.target, half.slots.factor, half.slots.isPart) = (target, (0.5, .bare), true)
        (half.number, frames[index].isSpent) = (cure.number, true)
        frames[index + 1] = half
        continue
      }
      switch cure.kind {
      case .trim, .remove, .keep, .stretch, .length: break
      default: continue
      }
      if let target = fault.slots.target, cure.slots.target == nil {
        frames[index + 1].slots.target = target
      }
      frames[index + 1].slots.edge = cure.slots.edge ?? fault.slots.edge
      frames[index].isSpent = true
    }
    frames.removeAll(where: \.isSpent)
  }

  /// "The market a bit longer, like 8 seconds total": how long it then is.
  mutating func measureStretches() {
    for index in frames.indices.dropLast() {
      guard case .stretch = frames[index].kind, let target = frames[index].slots.target,
        target != .film, !frames[index].isFigured, frames[index].slots.by == nil,
        frames[index].slots.to == nil, frames[index + 1].kind == .length,
        frames[index + 1].slots.target == nil, !frames[index + 1].follows
      else { continue }
      frames[index + 1].slots.target = target
      frames[index].isSpent = true
    }
    frames.removeAll(where: \.isSpent)
  }

  /// "Titles and captions in white": what is said of the last is meant for all.
  mutating func dressTogether() {
    for index in frames.indices.dropLast().reversed() {
      guard frames[index].isTitle, frames[index + 1].isTitle, frames[index].isBare,
        !frames[index + 1].isBare, frames[index + 1].slots.quotes.isEmpty
      else { continue }
      var slots = frames[index + 1].slots
      slots.target = frames[index].slots.target
      frames[index].slots = slots
    }
  }

  /// One move said twice is one; a refused move gives way to any other.
  mutating func joinMoves() {
    if frames.contains(where: { $0.isCamera && !$0.isRefusal }) {
      frames.removeAll(where: \.isRefusal)
    }
    var joined: [Frame] = []
    joined.reserveCapacity(frames.count)
    for frame in frames {
      guard let last = joined.last, let both = frame.merged(with: last) else {
        joined.append(frame)
        continue
      }
      joined[joined.count - 1] = both
    }
    frames = joined
  }

  /// What a condition at the end of its sentence is about: all since the last comma.
  func trails(_ index: Int) -> Range<Int>? {
    let lexemes = sentence.lexemes
    guard !lexemes[index].isChinese, index > 0 else { return nil }
    let isLast = lexemes[(index + 1)...].allSatisfy { lexeme in
      switch lexeme.term {
      case .filler, .article, .time(_, .to), .percent(_, .to), .target: true
      default: false
      }
    }
    guard isLast else { return nil }
    let start = lexemes[..<index].lastIndex { $0.term == .comma || $0.term == .then } ?? 0
    return lexemes[start].span.start..<lexemes[lexemes.count - 1].span.end + 1
  }
}

extension Frame {
  /// Whether it is about how long something lasts, or how fast it goes.
  fileprivate var isOfTime: Bool {
    switch kind {
    case .stretch, .speed: true
    default: false
    }
  }
}

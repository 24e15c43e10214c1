import Language
import MediaTime
import Timeline

/// Random numbers from a seed: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes any request that can be asked for in words.
struct RequestGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func next() -> Request {
    switch Int.random(in: 0..<34, using: &random) {
    case 0: .length(clip(), time())
    case 1: .aspect(Aspect(pick([16, 9, 8, 7, 11, 20]), pick([9, 16, 6, 13, 21, 10])))
    case 2: .resolution(pick([360, 480, 540, 720, 1080, 1440, 2160]))
    case 3: .frame(width: pick([640, 1080, 1920]), height: pick([360, 1080, 1350]))
    case 4: .frameRate(Int.random(in: 5...120, using: &random))
    case 5: .quality(pick(Quality.allCases))
    case 6: .seed(Int.random(in: 0...99_999, using: &random))
    case 7: .motionStrength(Int.random(in: 0...4, using: &random))
    case 8: .guidance(Double(Int.random(in: 10...50, using: &random)) / 2)
    case 9: .avoid(text())
    case 10: .animate(clip(), maybe(pick(CameraRequest.Strength.allCases)))
    case 11: .cinematic(clip())
    case 12, 13, 14: .camera(camera())
    case 15, 16: .title(title())
    case 17: .transition(transition())
    case 18: .volume(any(), level())
    case 19: .mute(any())
    case 20: .fade(anyFade())
    case 21: .trim(any(), trim())
    case 22: .speed(clip(), Double(Int.random(in: 1...32, using: &random)) / 4)
    case 23...26: other()
    default: arrangement()
    }
  }

  private mutating func anyFade() -> FadeRequest {
    let edge = pick(FadeRequest.Edge.allCases)
    guard Bool.random(using: &random) else {
      return FadeRequest(any(), edge, duration: maybe(time()))
    }
    return FadeRequest(
      pick([.film, .clips, clip()]), edge, duration: maybe(time()), isSoundOnly: true)
  }

  private mutating func other() -> Request {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .playback(clip(), pick(Playback.allCases))
    case 1: .fit(clip(), pick(Fit.allCases))
    case 2: .remove(pick([.music, .titles, .clips, .clip(2), .clip(-1)]))
    default: .unsupported(Feature(pick(Feature.allNames)))
    }
  }

  /// Requests that rearrange, stretch or treat clips.
  private mutating func arrangement() -> Request {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: .stretch(clip(), change())
    case 1: .split(clip(), .at(time()))
    case 2: .split(clip(), .parts(Int.random(in: 2...9, using: &random)))
    case 13: .split(clip(), .every(Milliseconds(Int.random(in: 1...20, using: &random) * 1000)))
    case 3: .duplicate(pick([.clip(1), .clip(2), .clip(-1), .clip(7)]))
    case 4, 5: .order(order())
    case 6, 7: .treat(clip(), treatment())
    case 8: .duck(Bool.random(using: &random))
    case 9: .background(pick(["#FF0000", "#FFFFFF", "#12AB9F", "#FFD700", "#ADD8E6"]))
    case 10: .hold(clip(), at: maybe(time()), for: time())
    case 11: .begin(.music, time())
    case 12: .shift(.music, Bool.random(using: &random) ? time() : 0 - time())
    default: .speed(pick([.clipAt(4000), .clipsBut([1])]), 2)
    }
  }

  private mutating func change() -> LengthChange {
    Bool.random(using: &random) ? .times(share(10...300)) : .plus(time())
  }

  private mutating func order() -> OrderRequest {
    pick([
      .move(2, to: 1), .move(1, to: -1), .move(-1, to: 2), .move(2, to: 5), .moveBefore(4, 2),
      .moveBefore(1, 3),
      .moveAfter(1, 3), .moveAfter(-1, 2), .swap(1, 2), .swap(-1, 3), .reverse,
    ])
  }

  private mutating func treatment() -> Treatment {
    let kind = pick([Treatment.Kind.look, .atmosphere])
    let name = pick(Treatment.names(kind))
    if Bool.random(using: &random) { return Treatment(kind, name, isRemoved: true) }
    return Treatment(kind, name, strength: maybe(pick(CameraRequest.Strength.allCases)))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? {
    Bool.random(using: &random) ? value : nil
  }

  private mutating func time() -> Milliseconds {
    let steps = Int.random(in: 1...600, using: &random)
    return Milliseconds(Bool.random(using: &random) ? steps * 100 : steps * 37)
  }

  private mutating func clip() -> Target {
    pick([.film, .film, .clips, .clip(1), .clip(2), .clip(7), .clip(23), .clip(-1), .clip(-3)])
  }

  private mutating func any() -> Target {
    pick([clip(), .music, .effect(pick(["Rain", "Whoosh", "雨声"]))])
  }

  private mutating func share(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &random)) / 100
  }

  private mutating func text() -> String {
    pick([
      "Hello", "Summer 2026", "你好，世界", "It's \"fine\"", "push in, then 5 seconds", "«oui»",
      "مرحبا", "第二段", "a — b: c", "1:30", "日本語「かな」", "🎬 Action!",
    ])
  }

  private mutating func camera() -> CameraRequest {
    var camera = CameraRequest(pick(CameraMove.Kind.allCases), target: clip())
    camera.strength = maybe(pick(CameraRequest.Strength.allCases))
    camera.amount = maybe(share(1...150))
    camera.degrees = maybe(Double(Int.random(in: 1...90, using: &random)))
    camera.ease = maybe(pick(CameraMove.Ease.allCases))
    camera.focus = maybe(
      pick([
        .face, .place(pick(Place.allCases)), .point(x: share(0...100), y: share(0...100)),
      ]))
    camera.follows = Bool.random(using: &random)
    camera.start = maybe(time())
    camera.duration = maybe(time())
    return camera
  }

  private mutating func title() -> TitleRequest {
    var title = TitleRequest(maybe(text()), preset: maybe(pick(TextStyle.Preset.allCases)))
    title.place = maybe(pick(Place.allCases))
    title.color = maybe(pick(["#FF0000", "#FFFFFF", "#12AB9F", "#FFD700", "#ADD8E6"]))
    title.size = maybe(
      pick([
        .tiny, .small, .medium, .large, .huge, .larger, .smaller, .share(share(1...30)),
      ]))
    title.font = maybe(pick(["Georgia", "Noto Sans CJK SC"]))
    title.entrance = maybe(pick(TextStyle.Animation.allCases))
    title.exit = maybe(pick(TextStyle.Animation.allCases))
    title.start = maybe(time())
    title.isAtEnd = title.start == nil && Bool.random(using: &random)
    title.duration = maybe(time())
    if Int.random(in: 0..<3, using: &random) == 0 { refine(&title) }
    if title == TitleRequest(preset: title.preset) { title.text = text() }
    return title
  }

  /// What is said of few titles.
  private mutating func refine(_ title: inout TitleRequest) {
    title.alignment = maybe(pick([.left, .center, .right]))
    title.bold = maybe(Bool.random(using: &random))
    title.plate = maybe(Bool.random(using: &random))
    title.vertical = maybe(Bool.random(using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      title.text = nil
      (title.target, title.preset) = (pick([.titles, .text(2), .text(-1)]), nil)
    case 1: title.shift = maybe(Bool.random(using: &random) ? time() : 0 - time())
    case 2: (title.over, title.start, title.isAtEnd) = (pick([.clip(2), .clip(-1)]), nil, false)
    case 3: (title.end, title.duration) = (time(), nil)
    default:
      title.isThroughout = true
      (title.start, title.isAtEnd, title.duration) = (nil, false, nil)
    }
  }

  private mutating func transition() -> TransitionRequest {
    let kind = pick(Transition.Kind.allCases)
    return TransitionRequest(
      kind, duration: kind == .cut ? nil : maybe(time()), after: maybe(pick([1, 2, 5, 14])))
  }

  private mutating func level() -> Level {
    Bool.random(using: &random) ? .to(share(0...200)) : .times(share(5...300))
  }

  private mutating func trim() -> Trim {
    let (from, length) = (time(), time())
    return pick([
      .dropFirst(length), .dropLast(length), .keepFirst(length), .keepLast(length),
      .keep(from: from, to: from + length), .drop(from: from, to: from + length),
    ])
  }
}

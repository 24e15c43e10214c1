import Foundation
import MediaTime
import Testing

@testable import Timeline

/// A small generator (SplitMix64), so that a failure can be repeated from its seed.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes drafts that are valid, varied and small.
struct DraftMaker {
  var random: Seeded

  init(seed: Int) { random = Seeded(state: UInt64(seed)) }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...(elements.count - 1))]
  }
  mutating func maybe<Value>(_ percent: Int, _ value: (inout Self) -> Value) -> Value? {
    chance(percent) ? value(&self) : nil
  }
  mutating func share() -> Double { Double(int(0...1000)) / 1000 }

  /// Media as the drafts use them: v1… footage of 60 s, p1… stills, a1… sound.
  static func facts(_ id: String) -> MediaFacts? {
    switch id.first {
    case "v": MediaFacts(kind: .video, duration: 60000, width: 1920, height: 1080, hasAudio: true)
    case "p": MediaFacts(kind: .image, width: 4000, height: 3000)
    case "a": MediaFacts(kind: .audio, duration: 60000, hasAudio: true)
    default: nil
    }
  }

  mutating func draft() -> Draft {
    var number = 0
    var tracks: [Track] = []
    for index in 0..<int(1...4) {
      let kind = index == 0 ? .video : pick([TrackKind.video, .audio, .text])
      var track = Track(id: "t\(index + 1)", kind: kind, name: maybe(70) { "N\($0.int(0...9))" })
      if chance(20) { track.unknown["colour_tag"] = json(2) }
      var end: Milliseconds = 0
      for _ in 0..<int(index == 0 ? 1...5 : 0...4) {
        number += 1
        var segment = segment("s\(number)", kind)
        let overlap = track.segments.last?.style.transition?.duration ?? 0
        if overlap > 0 {
          segment.start = end - overlap
          segment.duration = max(segment.duration, overlap + 700)
        } else {
          segment.start = end + Milliseconds(index > 0 && chance(40) ? int(1...3000) : 0)
        }
        end = segment.end
        track.segments.append(segment)
      }
      if let last = track.segments.indices.last { track.segments[last].style.transition = nil }
      tracks.append(track)
    }
    var draft = Draft(tracks: tracks)
    draft.canvas.title = maybe(50) { "Film \($0.int(0...9))" }
    draft.canvas.framesPerSecond = pick([24, 25, 30, 60])
    if chance(30) { draft.unknown["palette"] = json(3) }
    return draft.normalized()
  }

  mutating func segment(_ id: String, _ kind: TrackKind) -> Segment {
    var segment = Segment(id: id, duration: Milliseconds(int(1500...6000)))
    switch kind {
    case .video: segment.source = pick(["v1", "v2", "p1", "p2"])
    case .audio: segment.source = pick(["a1", "a2"])
    case .text: segment.text = pick(["Hello", "标题", "Line\n\"two\" \\ \u{1} 🎬"])
    }
    if segment.source?.first != "p", kind != .text {
      segment.inPoint = Milliseconds(int(0...2000))
      segment.speed = pick([1, 1, 1, 0.5, 2, 1.25])
      segment.volume = pick([1, 0, 0.35, 2])
    }
    if chance(40), kind != .text {
      segment.style.transition = Transition(
        kind: pick([.dissolve, .wipeLeft, .dipBlack]), duration: Milliseconds(int(1...700)))
    }
    segment.style.name = maybe(50) { "clip \($0.int(0...99))" }
    if kind == .video {
      for _ in 0..<int(0...2) { segment.style.motion.append(move()) }
      segment.style.playback = maybe(20) { $0.pick(Playback.allCases) }
      segment.style.fit = maybe(30) { $0.pick(Fit.allCases) }
    }
    if kind == .text, chance(80) { segment.style.text = textStyle() }
    segment.style.fadeIn = maybe(20) { Milliseconds($0.int(0...700)) }
    segment.style.fadeOut = maybe(20) { Milliseconds($0.int(0...700)) }
    segment.style.duck = maybe(20) { $0.chance(50) }
    if chance(30) { segment.style.unknown["look"] = json(3) }
    return segment
  }

  mutating func move() -> CameraMove {
    var move = CameraMove(pick(CameraMove.Kind.allCases))
    move.amount = maybe(60) { $0.share() }
    move.degrees = maybe(20) { $0.share() * 30 }
    move.ease = maybe(50) { $0.pick(CameraMove.Ease.allCases) }
    move.at = maybe(40) { $0.chance(50) ? .face : .point(x: $0.share(), y: $0.share()) }
    move.from = maybe(20) { Milliseconds($0.int(0...500)) }
    move.to = maybe(20) { Milliseconds($0.int(700...1400)) }
    return move
  }

  mutating func textStyle() -> TextStyle {
    var style = TextStyle(preset: pick(TextStyle.Preset.allCases))
    style.entrance = maybe(50) { $0.pick(TextStyle.Animation.allCases) }
    style.exit = maybe(50) { $0.pick(TextStyle.Animation.allCases) }
    style.font = maybe(20) { _ in "Noto Sans" }
    style.size = maybe(30) { $0.share() }
    style.color = maybe(30) { _ in "#FFCC00" }
    style.x = maybe(30) { $0.share() }
    style.y = maybe(30) { $0.share() }
    style.alignment = maybe(30) { $0.pick(TextStyle.Alignment.allCases) }
    return style
  }

  mutating func json(_ depth: Int) -> JSONValue {
    switch int(0...(depth > 0 ? 6 : 4)) {
    case 0: return .bool(chance(50))
    case 1: return .integer(int(-1_000_000...1_000_000))
    case 2: return JSONValue(share() - 0.5)
    case 3: return .string(pick(["", "a", "é\n", "\u{7f}💡"]))
    case 4: return .string("x\(int(0...9))")
    case 5: return .array((0..<int(0...3)).map { _ in json(depth - 1) })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<int(0...3) { members["k\(int(0...9))"] = json(depth - 1) }
      return .object(members)
    }
  }
}

/// The seeds of properties; `SEEDS=5000` in the environment tries that many.
let seeds: Range<Int> =
  0..<(ProcessInfo.processInfo.environment["SEEDS"].flatMap { Int($0) } ?? 60)

/// Makes one kind of sound. What it adds to a page depends on the page's place alone, so that
/// pages fit together however they are asked for.
protocol Synthesiser: Sendable {
  init(_ chance: Chance)
  func add(to page: inout Page)
}

extension SoundEffect {
  func synthesiser(_ chance: Chance) -> any Synthesiser {
    switch self {
    case .whoosh: Whoosh(chance)
    case .rise: Rise(chance)
    case .impact: Impact(chance)
    case .click: Click(chance)
    case .pop: Pop(chance)
    case .glitch: Glitch(chance)
    case .bell: Bell(chance)
    case .thunder: Thunder(chance)
    case .rain: Rain(chance)
    case .wind: Wind(chance)
    case .waves: Waves(chance)
    case .river: River(chance)
    case .fire: Fire(chance)
    case .birds: Birds(chance)
    case .crickets: Crickets(chance)
    case .crowd: Crowd(chance)
    case .applause: Applause(chance)
    case .heartbeat: Heartbeat(chance)
    case .typing: Typing(chance)
    case .traffic: Traffic(chance)
    }
  }

  /// The factor that brings an ambience to about −20 LUFS.
  var level: Double {
    switch self {
    case .rain: 0.345
    case .wind: 1.6
    case .waves: 0.52
    case .river: 0.56
    case .fire: 1.2
    case .birds: 1.28
    case .crickets: 1.35
    case .crowd: 2
    case .applause: 0.78
    case .heartbeat: 1.1
    // Keys are too short to be as loud.
    case .typing: 3
    case .traffic: 0.83
    default: 1
    }
  }
}

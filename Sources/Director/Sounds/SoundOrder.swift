import Foley
import Language
import Music

/// One sound that a message asks for.
struct SoundOrder: Hashable {
  /// What is made.
  var recipe: SoundRecipe
  /// What people will call it.
  var name: String
  /// Where it is heard.
  var cue: SoundCue = .anywhere
  /// How loud, as a factor; nil is as usual.
  var level: Double?
  /// What is spoken is shown too, and whether words light up as they are spoken.
  var captions: CaptionWish?
  /// Where in the message it is said, in scalars; nil where the words stay.
  var place: Range<Int>?
  /// What to say of the choice, without a full stop.
  var remark: String?
}

/// How what is spoken is shown.
enum CaptionWish: Hashable {
  case plain, karaoke
}

extension SoundOrder {
  /// Whether it is music.
  var isMusic: Bool { if case .music = recipe { true } else { false } }
}

extension SoundRun {
  /// Whether it begins as a wish does, and not in the middle of another clause.
  var isWish: Bool { opensClause || has(.add) || has(.make) || has(.with) }

  /// Whether something is to be another.
  var exchanges: Bool { has(.change) || has(.anew) }

  /// How much faster things are to be, where that is said.
  var pace: Double? {
    terms.lazy.compactMap { if case .pace(let factor) = $0 { factor } else { nil } }.first
  }

  /// "At 35 %".
  var level: Double? {
    for (number, percent) in zip(elements, elements.dropFirst()) {
      if case .number(let value) = number, percent == .percent {
        return min(Double(value) / 100, 2)
      }
    }
    return nil
  }

  /// Beats a minute, where a figure is called so.
  var tempo: Double? {
    for (first, second) in zip(elements, elements.dropFirst()) {
      if case .number(let value) = first, second == .term(.tempo) { return Double(value) }
      if case .number(let value) = second, first == .term(.tempo) { return Double(value) }
    }
    return nil
  }

  /// The run from where the wish begins: its verb, else "with", else what is wished for.
  /// Fillers before that go with it where they open the clause: "can you please add".
  var wish: SoundRun {
    let verbs: [SoundTerm] = [.add, .change, .anew, .make]
    let verb = elements.firstIndex { element in
      if case .term(let term) = element { verbs.contains(term) } else { false }
    }
    let start =
      verb ?? elements.firstIndex(of: .term(.with))
      ?? elements.firstIndex { element in
        if case .term(.filler) = element { false } else { element != .term(.at) }
      } ?? 0
    let isOurs = elements[..<start].allSatisfy { element in
      switch element {
      case .term(.filler), .term(.music), .definite, .term(.with), .term(.another): true
      case .term(.mood), .term(.genre): true
      default: false
      }
    }
    return opensClause && isOurs ? self : dropping(start)
  }

  /// The wish, with a place in the film that is said before its verb: 在3秒加.
  var wishWithPlace: SoundRun {
    guard opensClause, let verb = elements.firstIndex(of: .term(.add)),
      elements[..<verb].contains(where: \.isPlace),
      elements[..<verb].allSatisfy({ $0.isPlace || $0 == .term(.filler) || $0 == .definite })
    else { return wish }
    return self
  }
}

extension SoundRun.Element {
  /// Whether it says where in the film something is.
  fileprivate var isPlace: Bool {
    switch self {
    case .time, .number: true
    case .term(let term):
      switch term {
      case .at, .start, .end, .middle, .cuts, .cut, .throughout, .clip, .ordinal, .title, .seconds:
        true
      default: false
      }
    case .percent, .quote, .definite: false
    }
  }
}

/// A part of the form, in bars.
struct FormPart: Sendable {
  var kind: Score.Section.Kind
  var firstBar = 0
  var bars: Int
  var energy: Double
  /// Which of the style's progressions and tunes it has.
  var theme: Int
  /// How many times its theme was heard before.
  var pass = 0

  var range: Range<Int> { firstBar..<firstBar + bars }
}

/// Parts that fill a number of bars, built from units of four.
enum FormPlan {
  static func parts(bars: Int, endsHigh: Bool) -> [FormPart] {
    var parts = bars < 8 ? short(bars) : long(bars, endsHigh: endsHigh)
    var (bar, passes) = (0, [0, 0])
    for index in parts.indices {
      parts[index].firstBar = bar
      parts[index].pass = passes[parts[index].theme]
      if parts[index].energy >= 0.5 { passes[parts[index].theme] += 1 }
      bar += parts[index].bars
    }
    return parts
  }

  private static func short(_ bars: Int) -> [FormPart] {
    guard bars > 0 else { return [] }
    if bars < 5 { return [FormPart(kind: .main, bars: bars, energy: 0.8, theme: 0)] }
    return [
      FormPart(kind: .intro, bars: bars - 4, energy: 0.4, theme: 0),
      FormPart(kind: .main, bars: 4, energy: 0.85, theme: 0),
    ]
  }

  private static func long(_ bars: Int, endsHigh: Bool) -> [FormPart] {
    let extra = bars % 4
    let intro = extra >= 2 ? 2 : (bars >= 16 ? 4 : 0)
    let tag = (bars - intro) % 4
    var rest = bars - intro - tag
    var parts: [FormPart] = []
    if intro > 0 { parts.append(FormPart(kind: .intro, bars: intro, energy: 0.3, theme: 0)) }
    let ending = rest >= 20 ? 8 : (rest >= 12 ? 4 : 0)
    rest -= ending
    var turn = 0
    while rest > 0 {
      let unit = cycle[turn % cycle.count]
      turn += 1
      var part = unit
      part.bars = min(unit.bars, rest)
      // A breakdown has to lead somewhere.
      if part.kind == .breakdown, rest <= unit.bars { part = cycle[1] }
      part.bars = min(part.bars, rest)
      rest -= part.bars
      parts.append(part)
    }
    if ending > 0 {
      let energy = endsHigh ? 1.0 : 0.55
      parts.append(FormPart(kind: .ending, bars: ending + tag, energy: energy, theme: 0))
    } else {
      parts[parts.count - 1].bars += tag
    }
    return parts
  }

  private static let cycle = [
    FormPart(kind: .build, bars: 4, energy: 0.55, theme: 0),
    FormPart(kind: .main, bars: 8, energy: 0.85, theme: 0),
    FormPart(kind: .breakdown, bars: 4, energy: 0.35, theme: 1),
    FormPart(kind: .variation, bars: 8, energy: 0.9, theme: 1),
    FormPart(kind: .main, bars: 8, energy: 1, theme: 0),
    FormPart(kind: .breakdown, bars: 8, energy: 0.45, theme: 0),
    FormPart(kind: .build, bars: 4, energy: 0.65, theme: 1),
    FormPart(kind: .variation, bars: 8, energy: 0.95, theme: 0),
  ]
}

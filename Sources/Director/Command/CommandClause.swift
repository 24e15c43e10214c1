import Language
import Timeline

/// The terms of a clause, read as one command.
struct CommandClause {
  /// What the clause asks for; nil where some word of it belongs to no command.
  let command: Command?

  init(_ terms: [Term?]) {
    let known = terms.compactMap { $0 }
    guard known.count == terms.count else {
      command = nil
      return
    }
    var said = known.filter { $0 != .filler }
    let rest = said.drop { $0 == .thanks || $0 == .hello }
    if !rest.isEmpty { said = Array(rest) }
    // "Swap the city for the surf clip": one goes and the other comes.
    if said.first == .subject(.order), said.contains(.with) { said[0] = .replace }
    command = Self.session(said) ?? MediaClause.command(of: said) ?? RemakeClause.command(of: said)
  }

  /// Commands whose words may come in any order.
  private static func session(_ terms: [Term]) -> Command? {
    let said = Set(terms).subtracting([.at, .to, .with, .as, .only])
    if said.contains(.compare) { return comparison(terms, said) }
    guard !terms.contains(.joint) else { return nil }
    if let taking = taking(terms, said) { return taking }
    if said.contains(.upload) { return upload(said) }
    // 退回第一版 names where to, and takes back more than the last edit.
    if said.contains(.undo), said.contains(.version), let number = said.compactMap(\.figure).first,
      allows(said, [.undo, .version, .it, .film])
    {
      return .goTo(number)
    }
    if said.contains(.undo) { return undo(said) }
    if said.contains(.redo) {
      return allows(said, [.redo, .change, .it, .this]) ? .redo(count(said)) : nil
    }
    if said.contains(.goBack) || said.contains(.version) { return version(said) }
    if said.contains(.cancel) {
      return allows(said, [.cancel, .it, .this, .export, .all]) ? .cancel : nil
    }
    if let captions = captions(terms, said) { return captions }
    if said.contains(.export) { return export(said) }
    return simple(said)
  }

  private static func comparison(_ terms: [Term], _ said: Set<Term>) -> Command? {
    let companions: Set<Term> = [
      .compare, .version, .it, .film, .all, .before, .start, .undo, .change, .this, .ahead,
      .between, .joint,
    ]
    let figures = terms.compactMap(\.figure)
    guard allows(said, companions), figures.count <= 2 else { return nil }
    return .compare(figures.first, to: figures.dropFirst().first)
  }

  /// "Take the music from version 2", "bring the old title back".
  private static func taking(_ terms: [Term], _ said: Set<Term>) -> Command? {
    let companions: Set<Term> = [
      .version, .former, .goBack, .use, .put, .add, .replace, .it, .this, .film, .music, .move,
      .change,
    ]
    let subjects = Set(terms.compactMap(\.subject))
    guard let subject = subjects.first, subjects.count == 1, terms.contains(where: \.takes),
      said.allSatisfy({ companions.contains($0) || $0.subject != nil || $0.figure != nil })
    else { return nil }
    let figures = terms.compactMap(\.figure)
    if said.contains(.version), figures.count == 1 { return .take(subject, from: figures[0]) }
    return said.contains(.former) && figures.isEmpty ? .undoOnly(subject) : nil
  }

  private static func simple(_ said: Set<Term>) -> Command? {
    let commands: [(Term, Command, Set<Term>)] = [
      (.startOver, .startOver, [.film, .it, .all, .this, .kind(.video)]),
      (.clear, .clear, [.film, .it, .all, .this]), (.versions, .versions, [.film, .all]),
      (.credits, .credits, []),
      (.preview, .preview, [.film, .it, .this]), (.inspect, .inspect, [.film, .it, .this, .all]),
      (.status, .status, [.film, .it, .all, .this]),
      (.facts, .facts, [.film, .it, .all, .this, .music, .kind(.video), .kind(.visual)]),
      (.changes, .changes, [.film, .it, .all, .this, .change]),
      (.help, .help, [.it, .film, .this, .hello]),
      (.thanks, .thanks, [.it, .film, .this, .all, .hello]), (.hello, .hello, []),
      (.dislike, .dislike, [.it, .film, .this, .all]),
    ]
    for (term, command, companions) in commands where said.contains(term) {
      return said.subtracting([term]).isSubset(of: companions) ? command : nil
    }
    return nil
  }

  /// Whether all terms are among `words`, or are figures.
  private static func allows(_ said: Set<Term>, _ words: Set<Term>) -> Bool {
    said.allSatisfy { words.contains($0) || $0.figure != nil }
  }

  /// Something to be brought in that is not here yet: its sort is said, and no name.
  private static func upload(_ said: Set<Term>) -> Command? {
    let isOurs = said.allSatisfy { term in
      switch term {
      case .upload, .kind, .film, .music, .new, .this, .it, .number, .add, .help, .mood: true
      default: false
      }
    }
    return isOurs ? .upload : nil
  }

  private static func count(_ said: Set<Term>) -> Int {
    let counts = said.compactMap { term in
      if case .number(let number) = term { number } else { nil }
    }
    return max(counts.first ?? 1, 1)
  }

  private static func undo(_ said: Set<Term>) -> Command? {
    let subjects = said.compactMap(\.subject)
    let companions: Set<Term> = [
      .undo, .change, .it, .this, .all, .music, .film, .kind(.any), .ordinal(-1), .only,
      .remove, .move,
    ]
    let others = said.filter { $0.subject == nil }
    guard allows(others, companions), subjects.count <= 1 else { return nil }
    guard !others.contains(where: { $0.ordinal ?? -1 != -1 }) else { return nil }
    if let subject = subjects.first { return .undoOnly(subject) }
    if said.contains(.remove) { return .undoOnly(.removal) }
    return said.contains(.all) ? .backToCut : .undo(count(said))
  }

  private static func version(_ said: Set<Term>) -> Command? {
    let subjects = said.compactMap(\.subject)
    if said.contains(.before) || said.contains(.ahead) {
      let companions: Set<Term> = [.goBack, .before, .ahead, .add, .use, .put, .change, .music]
      guard said.contains(.goBack), let subject = subjects.first, subjects.count == 1,
        said.allSatisfy({ companions.contains($0) || $0.subject != nil })
      else { return nil }
      return .goBefore(subject)
    }
    if said == [.goBack] { return .undo(1) }
    if said.contains(.start), said.isSubset(of: [.goBack, .start, .version, .it]) {
      return .backToCut
    }
    guard allows(said, [.goBack, .version, .change, .it]) else { return nil }
    if said.contains(.change) {
      return said.contains { $0.ordinal != nil } ? nil : .undo(count(said))
    }
    guard said.contains(.version) else { return nil }
    if said.contains(.ordinal(-1)) { return .undo(1) }
    return said.compactMap(\.figure).first.map(Command.goTo)
  }

  /// "Export the subtitles", "give me an SRT"; "export it with subtitles" is a film.
  private static func captions(_ terms: [Term], _ said: Set<Term>) -> Command? {
    let formats = terms.compactMap(\.captionFormat)
    let isNamed = said.contains(.export) && said.contains(.subject(.title))
    let companions: Set<Term> = [
      .export, .subject(.title), .film, .it, .this, .all, .make, .kind(.any),
    ]
    guard isNamed || !formats.isEmpty, formats.count <= 1, !terms.contains(.with),
      said.allSatisfy({ companions.contains($0) || $0.captionFormat != nil })
    else { return nil }
    return .captions(formats.first ?? .srt)
  }

  private static func export(_ said: Set<Term>) -> Command? {
    let companions: Set<Term> = [
      .export, .film, .it, .this, .all, .kind(.video), .kind(.any), .end,
    ]
    let quality = said.compactMap(\.quality)
    guard said.allSatisfy({ companions.contains($0) || $0.quality != nil }) else { return nil }
    return .export(quality.max { $0.rank < $1.rank })
  }
}

extension Term {
  /// Whether it brings something here, from where it is.
  fileprivate var takes: Bool { [.goBack, .use, .put, .add, .replace].contains(self) }

  /// A number, or a place in an order.
  var figure: Int? {
    switch self {
    case .number(let number), .ordinal(let number): number
    default: nil
    }
  }

  /// A place in an order.
  var ordinal: Int? { if case .ordinal(let number) = self { number } else { nil } }

  /// The part of the film that it names.
  var subject: Subject? {
    switch self {
    case .subject(let subject): subject
    case .music: .music
    case .move: .camera
    default: nil
    }
  }

  /// The file of captions that it names.
  var captionFormat: CaptionFormat? {
    if case .captionFile(let format) = self { format } else { nil }
  }

  /// The quality that it names.
  var quality: Quality? { if case .quality(let quality) = self { quality } else { nil } }
}

extension Quality {
  /// From the least to the most.
  var rank: Int { Quality.allCases.firstIndex(of: self) ?? 0 }
}

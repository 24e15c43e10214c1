import MediaTime

/// Reads a clause about media: "put the logo at the end", 把第二张图放在第一段后面.
struct MediaClause {
  private let terms: [Term]
  private let opensWithUse: Bool
  private let opensWithReplace: Bool
  private var index = 0
  private var manner: Command.Manner?
  private var isReplacing = false
  private var isRemoving = false
  private var spot: Spot?
  /// References before and after "with", or before and after 换成.
  private var references: [[Reference]] = [[]]

  /// What a clause of these terms asks for; nil where a word has no place in it.
  static func command(of terms: [Term]) -> Command? {
    var clause = MediaClause(terms)
    return clause.read() ? clause.meaning : nil
  }

  private init(_ terms: [Term]) {
    self.terms = Self.withoutMoods(terms)
    opensWithUse = terms.first == .use
    opensWithReplace = terms.first == .replace || terms.first == .change
  }

  private mutating func read() -> Bool {
    while index < terms.count {
      switch terms[index] {
      case .add: (manner, index) = (manner ?? .add, index + 1)
      case .put, .move: (manner, index) = (manner ?? .put, index + 1)
      case .make where index == 0: (manner, index) = (.put, index + 1)
      case .remove where manner == nil && !isReplacing: (isRemoving, index) = (true, index + 1)
      case .under where spot == nil && references[0].count <= 1:
        (manner, index) = (.music, index + 1)
      case .opens where index == 0:
        (manner, spot, index) = (manner ?? .put, .start, index + 1)
      case .closes where index == 0:
        (manner, spot, index) = (manner ?? .put, .end, index + 1)
      // 换掉森林，用冲浪: what takes its place.
      case .use where isReplacing && references.count == 1 && !references[0].isEmpty:
        references.append([])
        index += 1
      case .use: (manner, index) = (manner ?? .use, index + 1)
      case .replace: startReplacing()
      case .change where index == 0: startReplacing()
      case .with where manner == .use && !isReplacing && references[0].count == 1 && spot == nil:
        isReplacing = true
        references.append([])
        index += 1
      case .with where isReplacing, .to where isReplacing && opensWithReplace:
        references.append([])
        index += 1
      case .joint, .to, .at, .only: index += 1
      case .as:
        if spot != nil, manner == .put { return false }
        guard index + 1 < terms.count, terms[index + 1] == .music else { return false }
        (manner, index) = (.music, index + 2)
      case .corner where !isReplacing && !isRemoving: (manner, index) = (.inset, index + 1)
      case .start: (spot, index) = (.start, index + 1)
      case .end, .behind: (spot, index) = (.end, index + 1)
      case .ahead: (spot, index) = (.start, index + 1)
      case .between where takesPlaceBetween: index += 1
      case .after, .before, .between: guard readSpot() else { return false }
      case .clock(let time): (spot, index) = (.at(time), index + 1)
      // "Add two seconds to the sunset" is about a clip's length.
      case .number where isSeconds(index + 1) && terms.first == .add && references == [[]]:
        return false
      case .number where isSeconds(index + 1) && spot != nil: return false
      case .number(let number) where isSeconds(index + 1):
        (spot, index) = (.at(Milliseconds(number * 1000)), index + 2)
      case .ordinal(let number) where number > 0 && isSeconds(index + 1):
        (spot, index) = (.at(Milliseconds(number * 1000)), index + 2)
      default: guard readReference() else { return false }
      }
    }
    return true
  }

  /// Without moods, and without the measure word before the music: 一段轻快的音乐 is music.
  private static func withoutMoods(_ terms: [Term]) -> [Term] {
    let isMusic: (Term) -> Bool = { $0 == .music || $0 == .kind(.audio) }
    guard terms.contains(.mood), terms.contains(where: isMusic) else { return terms }
    var kept: [Term] = []
    for term in terms where term != .mood {
      if isMusic(term) { while kept.last?.isMeasure ?? false { kept.removeLast() } }
      kept.append(term)
    }
    return kept
  }

  private mutating func startReplacing() {
    isReplacing = true
    // 城市用冲浪代替: the old one, then the new.
    if manner == .use, references == [references[0]], references[0].count == 2 {
      references = references[0].map { [$0] }
    } else if !references[0].isEmpty {
      references.append([])
    }
    index += 1
  }

  private func isSeconds(_ index: Int) -> Bool { index < terms.count && terms[index] == .seconds }

  /// "After the first clip", "between clips 1 and 2".
  private mutating func readSpot() -> Bool {
    let preposition = terms[index]
    index += 1
    guard let reference = reference() else { return false }
    if preposition == .between {
      if index < terms.count, terms[index] == .joint { index += 1 }
      guard self.reference() != nil else { return false }
    }
    spot = preposition == .before ? .before(reference) : .after(reference)
    return true
  }

  /// 第一张和第二张中间: what goes there was named before both.
  private var takesPlaceBetween: Bool {
    mutating get {
      guard let named = references.last, named.count > 1 else { return false }
      let isOurs = named.count > 2 || manner == nil
      guard isOurs, spot == nil else { return false }
      spot = .after(named[named.count - 2])
      references[references.count - 1].removeLast(2)
      return true
    }
  }

  private mutating func readReference() -> Bool {
    guard let reference = reference() else { return false }
    if index < terms.count, terms[index] == .behind || terms[index] == .ahead {
      spot = terms[index] == .behind ? .after(reference) : .before(reference)
      index += 1
    } else {
      references[references.count - 1].append(reference)
    }
    return true
  }

  private mutating func reference() -> Reference? {
    var reference = Reference()
    let first = index
    scan: while index < terms.count {
      switch terms[index] {
      case .it: reference.isPronoun = true
      case .this, .new: reference.isRecent = true
      case .all: reference.isAll = true
      case .number(let number) where reference.count == nil && !isSeconds(index + 1):
        reference.count = number
      case .ordinal(let number)
      where reference.ordinal == nil && reference.medium == nil && !isSeconds(index + 1):
        reference.ordinal = number
      case .kind(let sort) where reference.sort == nil: reference.sort = sort
      case .film where reference.sort == nil: reference.sort = .video
      case .music where reference.sort == nil: reference.sort = .audio
      case .name(let medium) where reference.medium == nil: reference.medium = medium
      default: break scan
      }
      index += 1
    }
    return index > first ? reference : nil
  }

  // MARK: Meaning

  private var meaning: Command? {
    if isRemoving { return removal }
    if isReplacing { return replacement }
    var references = references[0]
    var spot = spot
    if manner == .put, spot == nil, references.count == 2, let place = references[1].placeInOrder {
      spot = .number(place)
      references.removeLast()
    } else if terms.first == .make {
      return nil
    }
    let isNamed = spot != nil && references.allSatisfy { $0.medium != nil }
    guard let manner = manner ?? (isNamed ? .put : nil), !references.isEmpty else { return nil }
    let sort = references.last?.sort
    for index in references.indices where references[index].sort == nil {
      if references[index].ordinal != nil { references[index].sort = sort }
    }
    let isBareMusic = references == [Reference(sort: .audio)] && terms.contains(.music)
    if manner != .music, isBareMusic { return .addMusic }
    return .add(references, spot, manner)
  }

  /// Only what `Language` can't find: it knows clips by their number.
  private var removal: Command? {
    let named = references.flatMap { $0 }
    let isOurs = named.allSatisfy { reference in
      guard reference.medium == nil, reference.ordinal == nil, reference.count == nil else {
        return false
      }
      // 照片都去掉: of clips, which Language knows by their sorts.
      if reference.isAll, reference.sort == .image || reference.sort == .video { return false }
      return reference.isAll || ![nil, .audio, .logo].contains(reference.sort)
    }
    guard manner == nil, !isReplacing, spot == nil, !named.isEmpty, isOurs else { return nil }
    let isEverything = named == [Reference(isAll: true)]
    return isEverything ? .clear : .remove(named)
  }

  private var replacement: Command? {
    guard spot == nil, references.count <= 2, references.allSatisfy({ $0.count <= 1 }) else {
      return nil
    }
    let named = references.compactMap(\.first)
    let isMusic = named.first?.sort == .audio || named.last?.sort == .audio
    guard named.count == 2 else {
      guard isMusic, let only = named.first else { return nil }
      let isBare =
        only == Reference(sort: .audio) || only == Reference(isRecent: true, sort: .audio)
      return .replaceMusic(isBare ? nil : only)
    }
    let (old, new) = opensWithUse ? (named[1], named[0]) : (named[0], named[1])
    return isMusic ? .replaceMusic(new) : .replaceClip(old, with: new)
  }
}

extension Term {
  /// A word that counts music, or how much of it: 一段, 首.
  fileprivate var isMeasure: Bool {
    switch self {
    case .number(1), .kind(.visual), .kind(.any), .kind(.audio): true
    default: false
    }
  }
}

extension Reference {
  /// The place that "first" or 第二个 names, where it names nothing else.
  fileprivate var placeInOrder: Int? {
    var rest = self
    rest.ordinal = nil
    if rest.sort == .any || rest.sort == .visual { rest.sort = nil }
    return rest == Reference() ? ordinal : nil
  }
}

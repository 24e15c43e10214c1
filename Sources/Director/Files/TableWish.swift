import Language
import Timeline

/// A clause that asks for an uploaded colour table over clips: "use this look", "grade the second
/// clip with teal.cube", 套用这个调色.
struct TableWish {
  /// The table that is named; nil for the newest.
  let named: TableMedium?
  /// The message with the clause in words that `Language` knows.
  let words: String

  /// What `words` ask for; nil where they ask for nothing of the kind.
  init?(_ words: String, in situation: Situation) {
    guard !situation.tables.isEmpty else { return nil }
    let wording = Wording(words)
    let clauses = FileClause.clauses(
      of: wording, naming: situation.tables.map(\.name), sorts: Self.sorts)
    for clause in clauses {
      guard let place = clause.place else { continue }
      let others = clause.others.map { Self.text(wording.scalars[$0]) }
      let isChinese = Reading.language(of: Self.text(wording.scalars[place])) == .chinese
      for sentence in Self.sentences(others, isChinese: isChinese)
      where Self.isOfTable(sentence, in: situation.scene) {
        named = clause.name.map { situation.tables[$0] }
        self.words = wording.text(replacing: [(place, sentence)], finding: []).text
        return
      }
    }
    return nil
  }

  /// How the clause may be said where `others` says which clips, or how much.
  private static func sentences(_ others: String?, isChinese: Bool) -> [String] {
    guard let others else { return [isChinese ? "加LUT" : "add the lut"] }
    return isChinese
      ? ["给\(others)加LUT", "加LUT，\(others)", "加\(others)LUT"]
      : ["add the lut to \(others)", "add the lut at \(others)", "add a \(others) lut"]
  }

  /// Whether a sentence asks for a table and for nothing else.
  private static func isOfTable(_ sentence: String, in scene: Scene) -> Bool {
    let reading = Reading(of: sentence, in: scene)
    guard reading.leftovers.isEmpty, reading.requests.count == 1 else { return false }
    return reading.requests[0].laysTable
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static let sorts = PhraseTrie<Bool>([
    (
      true,
      "look|lut|luts|cube|cube file|grade|grading|colour grade|color grade|colour table"
        + "|color table|preset|filter|调色|滤镜|查找表|色彩表|色调|lut文件"
    )
  ])
}

extension Situation {
  /// The table that a look is made of: the one that is named, else the one that came last.
  func table(for wish: TableWish?) -> TableMedium? { wish?.named ?? tables.last }
}

extension Request {
  /// Whether it lays a colour table over clips.
  var laysTable: Bool {
    if case .treat(_, let wish) = self {
      wish.kind == .look && wish.name == "lut" && !wish.isRemoved
    } else {
      false
    }
  }

  /// With the table that it lays over clips.
  func laying(_ table: TableMedium) -> Request {
    guard laysTable, case .treat(let target, var wish) = self else { return self }
    wish.source = table.id
    return .treat(target, wish)
  }
}

import Language

/// A clause of a message that may ask for an uploaded file to be laid over the film: what puts it
/// there, what it is called, and the words that say anything else.
struct FileClause {
  /// Whether it says that something is to be laid over the film.
  private(set) var adds = false
  /// Whether it names the sort of file that is looked for.
  private(set) var namesSort = false
  /// The file that it names, by its index.
  private(set) var name: Int?
  /// From the first word that says anything else to the last, in scalars.
  private(set) var others: Range<Int>?
  private var start: Int?
  private var end = 0

  /// Where it stands, in scalars, where it asks for a file.
  var place: Range<Int>? {
    guard let start, adds, namesSort || name != nil else { return nil }
    return start..<end
  }

  /// The clauses of a message.
  /// - Parameters:
  ///   - names: what the files are called.
  ///   - sorts: words for such files.
  static func clauses(
    of wording: Wording, naming names: [String], sorts: PhraseTrie<Bool>
  ) -> [FileClause] {
    let (words, lexer) = (wording.words, Lexer(names: names))
    var clauses = [FileClause()]
    var index = 0
    while index < words.count {
      let (term, count) = term(words, at: index, lexer, sorts)
      let place = words[index].place.lowerBound..<words[index + count - 1].place.upperBound
      index += count
      if term == .joint {
        clauses.append(FileClause())
      } else {
        clauses[clauses.count - 1].take(term, place)
      }
    }
    return clauses
  }

  private mutating func take(_ term: Term?, _ place: Range<Int>) {
    start = start ?? place.lowerBound
    end = place.upperBound
    switch term {
    case .add: adds = true
    case .sort: namesSort = true
    case .addedSort: (adds, namesSort) = (true, true)
    case .name(let index): name = index
    case .filler, .joint: break
    case nil: others = (others?.lowerBound ?? place.lowerBound)..<place.upperBound
    }
  }

  private enum Term: Hashable, Sendable { case add, sort, addedSort, filler, joint, name(Int) }

  private static func term(
    _ words: [Word], at index: Int, _ lexer: Lexer, _ sorts: PhraseTrie<Bool>
  ) -> (Term?, Int) {
    let known = vocabulary.match(words, at: index)
    let sort = sorts.match(words, at: index)
    let count = max(known?.count ?? 0, sort?.count ?? 0)
    if let name = lexer.name(words, at: index), name.count >= count {
      return (.name(name.index), name.count)
    }
    if let sort, sort.count == count {
      // "Grade it with teal" and "use this grade".
      return (known?.count == count && known?.term == .add ? .addedSort : .sort, count)
    }
    if let known { return (known.term, known.count) }
    return (words[index].kind == .mark ? .joint : nil, 1)
  }

  private static let vocabulary = PhraseTrie<Term>([
    (
      .filler,
      "the|these|this|those|that|my|our|its|a|please|pls|can|could|you|me|uploaded|i uploaded"
        + "|i just uploaded|i sent|i attached|from|file|files|new|in|into|to|on|onto|over|it|film"
        + "|video|movie|now|just|as|with|of|for|here|them|want|i|would|i'd|like|attached|let's"
        + "|给|把|将|这个|这些|这份|那个|我|上传|的|刚|刚才|到|里|进|去|视频|影片|片子|请|帮|一下|吧|它|文件|新|作为"
        + "|当|做|中|上|下|面|给我|来|了|要|想|能|可以|吗|呢|个|份"
    ),
    (
      .add,
      "add|put|show|use|lay|burn|insert|include|attach|load|import|apply|overlay|bring in|grade"
        + "|加|加上|添加|添上|插入|放|放上|放进|放进去|加进|加进去|用|用上|使用|显示|叠加|烧录|嵌入|导入|配上|套用|套上|应用"
    ),
    (.joint, "and|then|also|并|并且|然后|再|同时|接着"),
  ])
}

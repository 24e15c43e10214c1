/// A question, and the command that answers it.
struct Question {
  /// What answers it.
  let command: Command

  /// Reads one clause; nil where it asks for something to be done.
  /// - Parameter isMarked: whether a question mark follows.
  init?(_ words: ArraySlice<Word>, in wording: Wording, isMarked: Bool) {
    let line = Self.line(words)
    let text = Self.text(words, in: wording)
    guard line.count < 1000 else { return nil }
    if line.unicodeScalars.contains(where: { $0.value >= 0x3400 }) {
      guard Self.asksInChinese(line) else { return nil }
      command = Self.answer(line, text, isChinese: true)
    } else {
      guard Self.asks(line, isMarked) else { return nil }
      command = Self.answer(line, text, isChinese: false)
    }
  }

  /// Whether a whole sentence asks for a price, which must never change the film.
  static func asksForPrice(_ words: ArraySlice<Word>, isMarked: Bool) -> Bool {
    guard words.contains(where: { signs.contains($0.key ?? "") }) else { return false }
    let line = self.line(words)
    if chinesePrices.contains(where: line.contains),
      !["还有", "还剩", "剩"].contains(where: line.contains)
    {
      return !["标题是", "标题写", "字幕写", "写着", "写上"].contains(where: line.contains)
    }
    let padded = " \(line) "
    let opens = opener(line)
    if !opens, titles.contains(where: padded.contains) { return false }
    if prices.contains(where: { padded.contains(" \($0) ") }) { return true }
    let names = ["cost", "costs", "price", "prices", "pricing", "expensive", "charge", "charged"]
    guard names.contains(where: { padded.contains(" \($0) ") }) else { return false }
    return opens || isMarked || words.allSatisfy { around.contains($0.key ?? "") }
  }

  /// The words of a question for a price that say what is to be done for it; empty for none.
  static func priced(_ words: ArraySlice<Word>, in wording: Wording) -> String {
    var rest = words
    while let key = rest.first?.key, around.contains(key) { rest = rest.dropFirst() }
    while let last = rest.last, trailing.contains(last.key ?? "cost") {
      rest = rest.dropLast()
    }
    var text = Self.text(rest, in: wording)
    for phrase in chinesePrices + ["大概", "一共", "总共", "请问", "要花", "需要花", "会花"] {
      text = text.replacing(phrase, with: "")
    }
    if text.unicodeScalars.contains(where: { $0.value >= 0x3400 }) {
      while let last = text.last, "要花得会用是呢啊的？?".contains(last) { text.removeLast() }
      for filler in ["要是", "如果", "要"] where text.hasPrefix(filler) {
        text.removeFirst(filler.count)
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: English

  private static func line(_ words: ArraySlice<Word>) -> String {
    var line = ""
    for word in words {
      switch word.kind {
      case .han(let text): line += text
      default: if let key = word.key { line += (line.isEmpty ? "" : " ") + key }
      }
    }
    return line
  }

  private static func text(_ words: ArraySlice<Word>, in wording: Wording) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: wording.scalars[first.place.lowerBound..<last.place.upperBound])
    return String(view)
  }

  private static func asks(_ line: String, _ isMarked: Bool) -> Bool {
    var line = line + " "
    while let prefix = courtesies.first(where: { line.hasPrefix($0 + " ") }) {
      line.removeFirst(prefix.count + 1)
    }
    if suggestions.contains(where: { line.hasPrefix($0 + " ") }) { return false }
    if isMarked, ["when ", "where ", "whose "].contains(where: line.hasPrefix) { return true }
    return openers.contains { line.hasPrefix($0 + " ") }
  }

  private static func opener(_ line: String) -> Bool { asks(line, false) }

  private static func answer(_ line: String, _ text: String, isChinese: Bool) -> Command {
    let words = Set(line.split(separator: " ").map(String.init))
    func has(_ names: [String]) -> Bool {
      isChinese ? names.contains(where: line.contains) : names.contains(where: words.contains)
    }
    if has(["credit", "credits", "balance", "积分", "余额", "额度"]) { return .credits }
    if has(["version", "versions", "版本"]) { return .versions }
    let isManual = [
      "how do i", "how can i", "how do you", "how to", "how should", "how would i", "what can",
      "what else can",
    ].contains { line.contains($0) }
    if isManual || has(["怎么", "怎样", "如何", "你能", "你会"]) { return .help }
    if has(["why", "who", "为什么", "为何", "意思"]) { return .question(text) }
    return has(isChinese ? chineseTopics : topics) ? .facts : .question(text)
  }

  private static let courtesies = [
    "please", "can you tell me", "could you tell me", "would you tell me", "tell me", "show me",
    "do you know", "i wonder", "i'd like to know", "i want to know", "so", "and", "but", "ok",
    "okay", "hey", "hi", "hello", "also", "now", "then", "wait",
  ]
  private static let suggestions = [
    "how about", "what about", "what if", "why not", "why don't", "what a", "what an",
    "is it possible to", "is there a way to", "are you able to", "do you mind", "how it",
  ]
  private static let openers = [
    "how", "what", "what's", "whats", "which", "who", "why", "is", "are", "does", "did", "was",
    "were", "do you", "do i", "do we", "have i", "have you", "have we", "has", "how's", "isn't",
    "aren't", "where is", "where are", "where's", "when is", "when does",
  ]
  private static let topics = [
    "long", "length", "duration", "seconds", "clip", "clips", "shot", "shots", "film", "video",
    "movie", "timeline", "media", "file", "files", "picture", "pictures", "photo", "photos",
    "image", "images", "music", "song", "sound", "title", "titles", "there", "format", "size",
    "resolution", "aspect", "ratio", "portrait", "landscape", "fps", "frame", "frames", "it",
    "uploaded", "tracks", "scenes", "far", "ready", "this",
  ]
  private static let prices = [
    "how much does", "how much would", "how much will", "how much do", "how much to",
    "how much for", "how much is it", "how much is that", "how much is this", "how much is a",
    "how much is one", "how much are", "how many credits does", "how many credits would",
    "how many credits will", "how many credits to", "how many credits for", "how many credits is",
    "is it free", "are exports free", "is this free", "is that free", "is the export free",
    "is exporting free", "how much it costs", "how much it would cost", "how expensive",
  ]
  private static let titles = [" title ", " caption ", " subtitle ", " text ", " saying "]
  /// Words without which nothing asks for a price.
  private static let signs: Set = [
    "much", "cost", "costs", "price", "prices", "pricing", "free", "credits", "expensive", "charge",
    "charged", "钱", "錢", "价", "费", "贵", "积", "花",
  ]
  /// Words around what is priced.
  private static let around: Set = [
    "how", "much", "many", "credits", "credit", "what", "what's", "is", "are", "does", "do",
    "would", "will", "the", "it", "that", "cost", "costs", "price", "prices", "pricing", "of",
    "to", "for", "if", "i", "you", "we", "take", "need", "me", "charge", "be", "please", "tell",
    "can", "could", "there", "list", "show", "expensive", "charged", "and", "so", "this",
  ]

  private static let trailing: Set = ["cost", "costs", "take", "be", "charge", "credits", "please"]

  // MARK: Chinese

  private static let chinesePrices = [
    "要多少钱", "需要多少钱", "多少钱", "多少錢", "要多少积分", "需要多少积分", "花多少积分", "用多少积分", "扣多少积分",
    "得多少积分", "多少费用", "什么价格", "价格是多少", "怎么收费", "如何收费", "收费吗", "怎么收積分", "贵不贵", "贵吗",
    "免费吗", "花多少", "几个积分", "几积分", "怎么计费", "收费标准",
  ]
  private static let chineseTopics = [
    "多长", "多久", "秒", "几", "哪", "什么", "吗", "片段", "素材", "视频", "影片", "音乐", "有没有", "是不是",
  ]

  /// 超没超, 够不够, 有没有: a verb that is said and denied asks which of both is so.
  private static func hasAlternative(_ line: String) -> Bool {
    let letters = Array(line)
    guard letters.count > 2 else { return false }
    let wishes: Set<Character> = ["能", "可", "好", "行", "要"]
    return letters.indices.dropLast(2).contains { index in
      let (first, middle) = (letters[index], letters[index + 1])
      return (middle == "没" || middle == "不") && first == letters[index + 2]
        && !wishes.contains(first)
    }
  }

  private static func asksInChinese(_ line: String) -> Bool {
    let wishes = ["能不能", "可不可以", "好吗", "行吗", "好不好", "怎么样", "可以吗", "能把", "帮我", "请把"]
    if hasAlternative(line) { return true }
    let manuals = [
      "怎么", "怎样", "如何", "为什么", "为何", "什么意思", "是什么", "叫什么", "你能做", "你会做", "是啥", "啥来着", "什么来着",
      "写了什么", "写了啥", "写的什么", "写的啥", "是哪个", "是哪段", "是哪张", "哪一段最", "哪段最", "哪张最", "是谁",
    ]
    if line.hasSuffix("如何") || wishes.contains(where: line.contains) { return false }
    if manuals.contains(where: line.contains) { return true }
    if line.hasPrefix("把") || line.hasPrefix("将") { return false }
    let figures = [
      "多长", "多久", "多少秒", "有几", "有多少", "剩多少", "几个", "几段", "几张", "哪些", "哪几", "多少个", "多少张", "多少段",
      "是几秒",
      "一共几秒", "总共几秒", "多少积分", "有什么", "多大", "什么格式", "多少帧", "有没有", "是不是", "什么比例", "是多少", "第几段", "几秒钟",
      "多高", "多快", "多少秒", "有音乐吗", "多响", "多宽", "几首", "几条字幕", "几个标题", "几个字幕", "是哪首", "哪首歌", "什么歌",
      "是哪张", "叫啥",
    ]
    let verbs = [
      "剪掉", "延长", "缩短", "删", "加", "换", "改", "调", "裁", "去掉", "保留", "写上", "打上", "打个字", "标上",
    ]
    if verbs.contains(where: line.contains) { return false }
    if figures.contains(where: line.contains) { return true }
    guard line.hasSuffix("吗") || line.hasSuffix("么") else { return false }
    let asked = ["是", "有"].contains(where: line.contains)
    return asked && !["能", "可以", "请", "做", "让"].contains(where: line.contains)
  }
}

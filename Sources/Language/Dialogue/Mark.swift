/// Words that tie an utterance to the one before it.
enum Mark: Hashable, Sendable, CaseIterable {
  /// "Same for …", 也一样.
  case same
  /// "No, …", "I meant …", 不对.
  case correction
  /// "The other one", 另一个.
  case other
  /// "The other way", 反方向.
  case opposite
  /// "More", 再….
  case more
  /// "Not that much", 太多了.
  case less
  /// "Again": once more the same.
  case again
  /// "A bit less": of a level, lower than it is.
  case lesser
  /// "Instead", 换成….
  case instead
  /// "Put it back", 还是留着吧.
  case back
  /// "It", 它.
  case pronoun
  /// "The rest", 其他.
  case rest
  /// "Only", 只.
  case only
  /// "Not", "except", 不要.
  case except
  /// "The one after that", 下一段.
  case next
  /// "The one before that", 上一段.
  case previous

  /// The phrases of each, in words or single characters.
  private static let phrases: [(Mark, String)] = [
    (
      .same,
      "same|the same|same thing|same for|do the same|likewise|ditto|too|also|as well|and|so does"
    ),
    (.same, "同色|同样颜色|一个颜色|同款|同上|同理|照做|照样|照此|如法炮制"),
    (.same, "也一样|也一样吧|也是|也这样吧|也来|也来点|也来一点|也加|也用|也换|也改|也要|同样|也|一样|也这样|也要|还有|以及"),
    (
      .correction,
      "no|nope|not that one|not that|i meant|meant|i mean|sorry|oops|wait|actually|rather"
    ),
    (.correction, "wrong one|my bad|hmm|hm|不对|错了|说错了|我是说|我说的是|不是|弄错了|不|还是|算了"),
    (.other, "the other one|the other|other one|the other clip|另一个|另外一个|另一段|另外那个|另一张"),
    (.opposite, "other way|the other way|other direction|the other direction|opposite direction"),
    (.opposite, "the opposite|reversed direction|other way around|反方向|反过来|另一个方向|相反|另一边"),
    (.more, "more|a bit more|bit more|even more|some more|further|still|even|yet|another"),
    (.again, "again|once more|one more time|do it again|do that again|same again"),
    (.more, "依然|仍然|仍旧"), (.more, "keep going|再|更|还要|还|继续|再来"),
    (
      .less, "not that much|not so much|too much|too far|too long|too slow|too fast"
    ),
    (.less, "too strong|too loud|too quick|too short|太慢|太快|太大|太小|太响|太轻|太短|太亮|太暗|太慢了"),
    (.less, "太快了|太大了|太小了|太短了|too big|too small|too quiet|overdone|tone it down"),
    (.less, "dial it back"),
    (.lesser, "less|a bit less|a little less|slightly less|even less|少一点|再少一点"),
    (.less, "不用那么多|没必要那么多|不需要那么多|不用那么长|别那么多|不至于|用不了那么多|过了|过头|有点过|有点过了"),
    (.less, "太多了|太过了|太长了|太长|太强了|过头了|没那么多|不要那么多|轻一点|太夸张了|夸张"),
    (.instead, "instead|rather|would be better|is better|replace with|换成|改成|改为|换"),
    (.back, "别剪了|不剪了|别改了|不改了|别换了|不换了|别加了|不弄了|别调了|不调了|不用改了|不用剪了"),
    (.back, "put it back|bring it back|back|restore|restore it|keep it|leave it|leave it in"),
    (.back, "leave the sound on|留着|还是留着|还是留着吧|恢复|放回去|加回来|放回来|别删了|不删了"),
    (.pronoun, "it|that|this|them|those|these|one|ones|它|它们|这|那|这个|那个|这些|那些|这两|这两张|这两段|它俩"),
    (.rest, "the rest|rest|the others|others|everything else|all the others|其他|其余|其它|剩下|剩下的|别的"),
    (.only, "only|just|只|只有|仅|只要"),
    (
      .next,
      "the one after that|the one after|one after that|the one after it|next one|the next one"
    ),
    (.next, "the next|the following one|the one behind it|the one right after|下一段|下一个|下一张|下个"),
    (.next, "下一条|再下一段|再下一个|紧接着那段|接下来那段|接下来那个"),
    (
      .previous, "the one before that|the one before|one before that|the one before it|previous one"
    ),
    (.previous, "the previous one|the previous|the one right before|上一段|上一张"),
    (.correction, "nah|oh no|oh|ah no|naw"),
    (.less, "not that long|not that short|not that fast|not that slow|not that big|not that small"),
    (.less, "not that loud|not that quiet|not that bright|not that strong|not quite that loud"),
    (.less, "not quite that much|not quite that long|not quite that fast|not quite that slow"),
    (.less, "not so long|not so short|not so fast|not so slow|not so big|not so loud|not quite so"),
    (
      .less,
      "a bit much|bit much|a little much|bit too much|less slow|less fast|not as fast|not as slow"
    ),
    (
      .back,
      "on again|back on|turn it back on|turn them back on|put them back|bring them back"
    ),
    (
      .back,
      "leave it how it was|leave it as it was|leave it the way it was|as it was before|how it was"
    ),
    (.back, "恢复原样|恢复原状|变回原样|还是原来的|还是原样|别下了|不下了|别飘了|雪停了|雨停了|停了吧"),
    (.back, "show it again|show them again|don't delete it|don't remove it|重新打开|再打开"),
    (.rest, "the other two|other two|the other three|other three|另外两段|另外两张|另外两个|其他两段|其他两张"),
    (.less, "lighter|thinner|fainter|subtler|sparser|淡一点|淡一些|淡点|薄一点|稀一点"),
    (.more, "heavier|thicker|denser|浓一点|浓一些|浓点|厚一点|密一点"),
    (.other, "另一个字幕|另外一个字幕|另一条字幕|另外那个字幕|另一行字|另外一行字|剩下的字幕|另一个标题|另外那个标题|the other text"),
    (.other, "the other caption|the other title|the other subtitle|另一条|另外那条"),
    (.except, "not|except|but not|no need|without|不要|别|除了|不用|就算了|不加"),
  ]

  private static let table: [[String]: Mark] = {
    var table: [[String]: Mark] = [:]
    for (mark, list) in phrases {
      for phrase in list.split(separator: "|") {
        table[Tokenizer(String(phrase)).tokens.compactMap(\.key)] = mark
      }
    }
    return table
  }()

  private static let longest = table.keys.map(\.count).max() ?? 1

  /// The marks in an utterance with their places, the longest phrases first.
  static func marks(in tokens: [Token]) -> [(mark: Mark, span: Span)] {
    var found: [(Mark, Span)] = []
    var index = 0
    let keys = tokens.map(\.key)
    while index < tokens.count {
      var next = index + 1
      for count in stride(from: min(longest, tokens.count - index), to: 0, by: -1) {
        let phrase = keys[index..<index + count]
        guard !phrase.contains(nil), let mark = table[phrase.compactMap(\.self)] else { continue }
        found.append((mark, tokens[index].span.joined(tokens[index + count - 1].span)))
        next = index + count
        break
      }
      index = next
    }
    return found
  }
}

extension Token {
  /// The word or the character that it is.
  var key: String? {
    switch kind {
    case .word(let word): word
    case .han(let character): character
    default: nil
    }
  }
}

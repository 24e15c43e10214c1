import Timeline

/// What people say around what they want, and words that go on from what was said before.
extension Lexicon {
  /// Courtesies that begin like conditions and ask for nothing.
  static let courtesies: [(Term, String)] = [
    (.filler, "if it's not too much trouble|if it is not too much trouble|if possible"),
    (.filler, "if it's possible|if you can|if you could|if that's ok|if that's okay|if it's ok"),
    (.filler, "if you don't mind|if you like|if you want|if that works|if you have a minute"),
    (
      .filler,
      "if that's possible|if that makes sense|if you get what i mean|if you know what i mean"
    ),
    (.filler, "if it's no trouble|if that's not too much to ask|if it's not too hard|if i may"),
    (.filler, "if we can|if we could|when you have a moment|when you get a chance|when you can"),
    (.filler, "要是不麻烦的话|如果不麻烦的话|不麻烦的话|要是不麻烦|如果可以的话|可以的话|方便的话|如果方便的话|如果可以|要是可以的话|行的话"),
    (.filler, "如果行的话|要是行的话|要是方便的话|如果能行的话|有空的话|如果没问题的话|没问题的话|能做到的话|如果能做到的话"),
    (.filler, "我在想|我在想啊|我想着|我寻思|我琢磨着|琢磨着|怎么说呢|你懂的|这么说吧|说实话|讲真|老实说|不瞒你说"),
    (.filler, "但|但是|不过|可是|只不过|然而"),
    (
      .filler,
      "i was thinking maybe|i was thinking|i was wondering if|i was wondering|thinking about it"
    ),
    (
      .filler,
      "to me|for some reason|at least|in my opinion|if anything|or something|or so|or whatever"
    ),
    (
      .strength(.slight),
      "a touch|just a touch|a hair|a smidge|a smidgen|a tiny bit|ever so slightly"
    ),
    (.filler, "除外|例外|不算"),
    (.filler, "每隔|每过|每每"),
    (.filler, "节奏|整体节奏|的节奏|节奏感|片子的节奏"),
  ]

  /// What pictures look like, and what is done to them, in words of every day.
  static let furtherPictures: [(Term, String)] = [
    (.move(.parallax), "3d|3d feel|3d look|3d effect|a 3d effect|depth effect|a sense of depth"),
    (.treatment(.look, "saturated"), "look washed out|looks washed out|looking washed out"),
    (.treatment(.look, "saturated"), "look dull|looks dull|looks flat|look flat|some pop|more pop"),
    (.treatment(.look, "saturated"), "a bit of pop|a little pop"),
    (.treatment(.effect, "dissolve"), "dissolve into nothing|dissolves into nothing|dissolve away"),
    (.treatment(.effect, "dissolve"), "dissolve into dust|dissolves away|dissolve into thin air"),
    (.opensWith, "open the film|open the video|open the movie|opens the film|opens the video"),
    (
      .closesWith,
      "close the film|close the video|close the movie|closes the film|close out the film"
    ),
    (.slide, "whip transition|whip pan transition|push transition|swipe transition"),
    (.passage(.dissolve), "no hard cuts|no jump cuts|without hard cuts|no more hard cuts"),
    (
      .feature("sound effects"), "drum roll|drumroll|applause|laugh track|explosion sound|pop sound"
    ),
    (
      .feature("sound effects"),
      "swoosh|shutter sound|camera click|ding sound|boom sound|record scratch"
    ),
    (.filler, "the same length as|same length as"),
    (.filler, "reveal|reveals|revealing|vibe|gradual reveal"),
  ]

  /// "Way too yellow" beside "too yellow".
  static func graded(_ entries: [(Term, String)]) -> [(Term, String)] {
    let degrees = [
      "way", "far", "much", "a bit", "a little", "slightly", "just", "really", "kinda",
    ]
    return entries.compactMap { term, phrases in
      let plain = phrases.split(separator: "|").filter { $0.hasPrefix("too ") }
      let said = plain.flatMap { phrase in degrees.map { "\($0) \(phrase)" } }
      return said.isEmpty ? nil : (term, said.joined(separator: "|"))
    }
  }

  /// What can't be done, by what people want gone.
  static let unwanted: [(Term, String)] = {
    let verbs = [
      "remove", "erase", "get rid of", "take out", "edit out", "cut out", "delete", "hide",
    ]
    let things = [
      "person", "people", "man", "woman", "guy", "girl", "boy", "tourist", "tourists", "stranger",
      "strangers", "passerby", "car", "cars", "pole", "sign", "wires", "power lines", "bystander",
      "bystanders", "crowd", "object", "objects",
    ]
    return verbs.map { verb in
      let said = things.flatMap { ["\(verb) the \($0)", "\(verb) that \($0)"] }
      return (.feature("removing objects"), said.joined(separator: "|"))
    }
  }()

  /// Verbs, sorts and complaints that people use beside those of the other lists.
  static let furtherWords: [(Term, String)] = [
    (.verb(.remove), "take it away|take that away|take them away|take it off|take that off"),
    (.verb(.remove), "take them off|pull it|cut it out|leave it out|strip it out"),
    (.verb(.trim), "砍|削|掐短"),
    (.ease(.inOut), "smoother|more smoothly|more smooth|平滑一点|顺滑一点|更顺滑"),
    (
      .filler,
      "while you're at it|while we're at it|while you are at it|when it's ready|once it's ready"
    ),
    (
      .filler,
      "otherwise leave it|otherwise do nothing|otherwise don't|if not leave it|if not don't"
    ),
    (.verb(.remove), "gone|is gone|to be gone|to go away|needs to disappear"),
    (
      .feature("loudness normalising"),
      "normalise|normalize|normalise the audio|normalize the audio"
    ),
    (
      .feature("loudness normalising"), "level out the audio|even out the volume|compress the audio"
    ),
    (.colored, "保留彩色|保留颜色|保持彩色|变回彩色|恢复彩色|恢复颜色|留彩色"),
    (.playback(.normal), "正过来|正着放|正着播|不倒放|正过来放"),
    (.unmuted, "声音打开|打开声音|声音开开|恢复声音|声音恢复|把声音打开|声音放出来|开声音"),
    (.target(.titles), "两行字|这两行字|两行文字|两段字|两处文字|所有文字|全部文字|两个文字"),
    (
      .percent(100, .to),
      "full volume|max volume|maximum volume|full blast|to the max|all the way up"
    ),
    (.filler, "hates|hate|loves|likes|prefers|hang around|hangs around|hanging around"),
    (.filler, "sticks around|stick around|to fill the gap|fill the gap|fill in the gap|my client"),
    (.filler, "bit|bits|lol|haha|ugh|argh|terribly|few things|a few things|couple of things"),
    (.playback(.reverse), "倒一下|倒过来一下|也倒一下|反一下"),
    (.treatment(.region, "hair"), "tail|tails|the tail|ears|paws|feathers|尾巴|猫尾巴|狗尾巴|耳朵|爪子|马尾巴"),
    (.feature("outlined text"), "outline|outlined|an outline|a black outline|a white outline"),
    (
      .feature("outlined text"), "stroke|drop shadow|a drop shadow|a shadow|text shadow|glow|a glow"
    ),
    (.change(.quieter), "quietly|softly|low key|lowkey|at a low volume|on low|轻轻地|小声地|音量小点|音量小一点"),
    (.filler, "against the sky|against the background|over the sky"),
  ]
}

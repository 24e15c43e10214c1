import Music

extension SoundVocabulary {
  /// How music may feel, and the sorts of it that are called by a name of their own.
  static let moodWords: [(SoundTerm, String)] = [
    (.genre(.loFi), "lo-fi|lofi|lo fi|lo-fi beats|lofi beats|chillhop|study beats|低保真|lofi音乐"),
    (
      .mood(.loFi), "chill|chilled|chill-out|laid-back|laid back|mellow|cozy|cosy|慵懒|惬意|松弛|放松|轻松|休闲"
    ),
    (.genre(.ambient), "ambient|drone music|soundscape|氛围音乐|环境音乐"),
    (.mood(.ambient), "atmospheric|dreamy|ethereal|spacey|airy|空灵|梦幻|飘渺|迷幻|悠远"),
    (.mood(.cinematic), "cinematic|film-like|movie-like|sweeping|grand|电影感|电影|大片|大气|宏大"),
    (
      .mood(.upbeat),
      "upbeat|lively|livelier|energetic|cheerful|bright|peppy|bouncy|fun|poppy|pop|catchy"
        + "|motivational"
        + "|uplifting|positive|轻快|欢快|明快|活泼|动感|活力|节奏感强|有节奏感|激情|阳光|积极|有活力|热闹|流行|嗨|带感|燃一点"
    ),
    (
      .mood(.acoustic),
      "acoustic|folk|folky|guitar|acoustic guitar|ukulele|country|campfire|民谣|吉他|木吉他|尤克里里|乡村|清新|小清新"
    ),
    (
      .genre(.electronic),
      "electronic|electronica|techno|house music|edm|synthwave|trance|synth|dance music|电子"
        + "|电子音乐|电音|舞曲|合成器"
    ),
    (.mood(.electronic), "futuristic|tech|techy|digital|科技感|科技|未来感|赛博|赛博朋克"),
    (.mood(.piano), "piano|solo piano|钢琴|钢琴曲|钢琴独奏"),
    (
      .mood(.orchestral),
      "orchestral|orchestra|symphonic|classical|strings|string quartet|管弦|管弦乐|交响|交响乐|古典|弦乐"
    ),
    (.genre(.hipHop), "hip hop|hip-hop|hiphop|trap|rap|rap beat|boom bap|嘻哈|说唱|陷阱"),
    (.genre(.jazz), "jazz|jazzy|swing music|bossa nova|lounge|blues|爵士|爵士乐|布鲁斯|蓝调|摇摆乐"),
    (
      .genre(.chiptune),
      "chiptune|8-bit|8 bit|8bit|retro game|video game|arcade|game music|像素风|八位|8位|游戏音乐|复古游戏|红白机"
    ),
    (
      .mood(.holiday),
      "christmas|holiday|festive|xmas|jingle bells|winter holiday|sleigh bells|圣诞|节日|过年|新年|喜庆|圣诞节"
    ),
    (
      .mood(.calm),
      "calm|calmer|relaxing|relaxed|peaceful|soothing|gentle|gentler|serene|meditative|soft"
        + "|tranquil|zen|spa|meditation|舒缓|平静|安静|宁静|柔和|温柔|轻柔|静谧|冥想|治愈|疗愈"
    ),
    (
      .mood(.happy),
      "happy|happier|joyful|playful|sunny|cheery|merry|whimsical|cute|欢乐|快乐|开心|俏皮|可爱|愉快|喜悦"
    ),
    (
      .mood(.sad),
      "sad|sadder|melancholic|melancholy|somber|sombre|nostalgic|wistful|heartbreaking|moody"
        + "|emotional"
        + "|悲伤|忧伤|伤感|怀旧|忧郁|感伤|难过|催泪|抒情|感人"
    ),
    (
      .mood(.epic),
      "epic|heroic|powerful|triumphant|inspiring|inspirational|majestic|trailer|dramatic"
        + "|battle|intense"
        + "|史诗|史诗感|激昂|震撼|热血|燃|磅礴|恢弘|励志|壮丽|气势磅礴"
    ),
    (.mood(.romantic), "romantic|love|tender|wedding|warm|sentimental|浪漫|温馨|温暖|爱情|婚礼|甜蜜"),
    (
      .mood(.suspense),
      "suspenseful|suspense|tense|scary|dark|mysterious|spooky|horror|thriller|ominous|eerie"
        + "|悬疑|紧张|恐怖|神秘|惊悚|诡异|阴森"
    ),
    (.mood(.upbeat), "funk|funky|groovy|disco|groove|soul|放克|律动|迪斯科"),
  ]
}

extension Mood {
  /// What music of it is called.
  func name(inChinese isChinese: Bool) -> String {
    let names: (english: String, chinese: String) =
      switch self {
      case .loFi: ("Lo-fi", "Lo-fi音乐")
      case .ambient: ("Ambient", "氛围音乐")
      case .cinematic: ("Cinematic", "电影配乐")
      case .upbeat: ("Upbeat", "轻快音乐")
      case .acoustic: ("Acoustic", "民谣吉他")
      case .electronic: ("Electronic", "电子音乐")
      case .piano: ("Piano", "钢琴曲")
      case .orchestral: ("Orchestral", "管弦乐")
      case .hipHop: ("Hip-hop", "嘻哈音乐")
      case .jazz: ("Jazz", "爵士乐")
      case .chiptune: ("Chiptune", "游戏音乐")
      case .holiday: ("Holiday", "节日音乐")
      case .calm: ("Calm", "舒缓音乐")
      case .happy: ("Happy", "欢乐音乐")
      case .sad: ("Sad", "抒情音乐")
      case .epic: ("Epic", "史诗音乐")
      case .romantic: ("Romantic", "浪漫音乐")
      case .suspense: ("Suspense", "悬疑音乐")
      }
    return isChinese ? names.chinese : names.english
  }
}

import Timeline

/// What a word means of a picture that lies over the film.
enum OverlayTerm: Hashable, Sendable {
  /// Carries nothing: "please", 把.
  case filler
  /// Ends a clause: "and", 然后.
  case joint
  // What is done.
  case add, remove
  /// "Overlay": it is added, and lies over the film.
  case cover
  case fadeIn, fadeOut
  /// "Fade it in".
  case fadeItIn, fadeItOut
  // What it is.
  /// "The logo".
  case sign
  /// "A picture in the picture".
  case window
  /// "A watermark", which may be words, too.
  case mark
  case picture, clip
  /// Which of the pictures, from 1; −1 is the last.
  case ordinal(Int)
  case it
  /// "Over the film".
  case over
  // Where.
  case corner
  case place(Inset.Place)
  /// Up or down, left or right, by a field.
  case nudge(across: Int, down: Int)
  // How large, how dense.
  case scale(Double)
  case size(Double)
  case opacityScale(Double)
  case opacity(Double)
  /// "Opacity", "transparency", which a figure is of.
  case opacityNoun, transparencyNoun
  case percent
  // When.
  case whole, first, last, seconds
  /// "From 2 to 5 seconds", "for 3 seconds".
  case from, lasting
  /// A number in words.
  case figure(Int)
}

extension OverlayTerm {
  /// Words that mean something here.
  static let vocabulary = PhraseTrie<OverlayTerm>(english + chinese)

  private static let english: [(OverlayTerm, String)] = [
    (
      .filler,
      "the|my|our|your|its|a|an|this|that|in|on|at|to|of|into|as|with|please|pls|can|could|you|me"
        + "|i|want|would|i'd|like|let's|now|just|hand|side|film|video|movie|frame|screen|only"
        + "|during|make|set|should|be|is|by|again|also|too|size|sized|take|turn"
        + "|appear|appears|move|shift|push|bring|relocate"
        + "|instead|still|visible|until|till|back|rather|have"
    ),
    (.joint, "and|then|but"),
    (.add, "add|put|place|use|show|lay|insert|include|stick|stamp|pin|slap"),
    (.cover, "overlay|superimpose"), (.fadeIn, "fade in|fades in"),
    (.fadeItIn, "fade it in"), (.fadeItOut, "fade it out"),
    (.fadeOut, "fade out|fades out"),
    (.from, "from|between|starting at|start at|start|starts"), (.lasting, "for"),
    (.nudge(across: 0, down: -1), "up|upwards|higher"),
    (.nudge(across: 0, down: 1), "down|downwards|lower"),
    (.nudge(across: -1, down: 0), "to the left a bit|a bit to the left|further left"),
    (.nudge(across: 1, down: 0), "to the right a bit|a bit to the right|further right"),
    (.figure(1), "one"), (.figure(2), "two"), (.figure(3), "three"), (.figure(4), "four"),
    (.figure(5), "five"), (.figure(6), "six"), (.figure(8), "eight"), (.figure(10), "ten"),
    (
      .remove,
      "remove|delete|drop|hide|away|off|take out|get rid of|lose|without|no|erase"
    ),
    (.sign, "logo|logos|emblem|badge|brand mark"),
    (.window, "picture in picture|picture-in-picture|pip|inset"),
    (.mark, "watermark|as a watermark|as watermark"),
    (.picture, "picture|image|photo|photograph|graphic|sticker"),
    (.clip, "clip|footage|recording"),
    (.ordinal(1), "1st"), (.ordinal(2), "2nd"), (.ordinal(3), "third|3rd"),
    (.ordinal(4), "fourth|4th"), (.ordinal(5), "fifth|5th"),
    (.it, "it|it's"),
    (
      .over,
      "over the film|over the video|over the movie|over the picture|over the clip|over everything"
        + "|on the film|on the video|on the movie"
        + "|on top of the film|on top of the video|on top of the movie|on top of everything|on top"
        + "|over it|as an overlay|as overlay"
    ),
    (.corner, "corner|a corner|the corner"),
    (
      .place(.topLeft),
      "top left-hand|top left hand|upper left-hand|upper left hand|top left"
        + "|upper left|left top|top-left|upper-left|top left corner"
    ),
    (
      .place(.topRight),
      "top right-hand|top right hand|upper right-hand|upper right hand|top right"
        + "|upper right|right top|top-right|upper-right|top right corner"
    ),
    (
      .place(.bottomLeft),
      "bottom left-hand|bottom left hand|lower left-hand|lower left hand"
        + "|bottom left|lower left|bottom-left|lower-left|bottom left corner"
    ),
    (
      .place(.bottomRight),
      "bottom right-hand|bottom right hand|lower right-hand|lower right hand"
        + "|bottom right|lower right|bottom-right|lower-right|bottom right corner"
    ),
    (.place(.top), "top|top center|top centre|top middle"),
    (.place(.bottom), "bottom|bottom center|bottom centre|bottom middle"), (.place(.left), "left"),
    (.place(.right), "right"), (.place(.center), "center|centre|middle"),
    (.scale(0.75), "smaller|shrink|reduce|scale down|too big|too large|still too big"),
    (.scale(0.88), "a bit smaller|a little smaller|slightly smaller|a touch smaller"),
    (.scale(0.5), "much smaller|a lot smaller|way smaller|half the size|half as big|half size"),
    (.scale(4.0 / 3), "bigger|larger|enlarge|scale up|grow|too small|still too small"),
    (.scale(1 / 0.88), "a bit bigger|a little bigger|slightly bigger|a bit larger|slightly larger"),
    (
      .scale(2),
      "much bigger|a lot bigger|way bigger|much larger|double|twice as big|twice the size"
    ),
    (.size(0.12), "small|tiny|little"), (.size(0.35), "big|large"),
    (
      .opacityScale(0.7),
      "lower the opacity|reduce the opacity|less opacity|more transparent"
        + "|fainter|less opaque|less visible|subtler|more subtle"
    ),
    (
      .opacityScale(1 / 0.7),
      "raise the opacity|increase the opacity|more opaque"
        + "|more solid|less transparent|more visible|stronger"
    ),
    (
      .opacity(0.5),
      "half transparent|semi transparent|semi-transparent|translucent|see through|see-through"
        + "|transparent|half opaque"
    ),
    (.opacity(1), "opaque|solid|fully opaque|fully visible|not transparent"),
    (.opacityNoun, "opacity"), (.transparencyNoun, "transparency"), (.percent, "percent|per cent"),
    (
      .whole,
      "the whole film|the whole video|whole film|whole video|the whole time|all the time"
        + "|throughout|the entire film|the entire video|always"
    ),
    (.first, "first|the first"), (.last, "last|the last|final"),
    (.seconds, "second|seconds|sec|secs|s"),
  ]

  private static let chinese: [(OverlayTerm, String)] = [
    (
      .filler,
      "把|将|给|我|我的|的|这个|那个|这张|这|请|帮|帮我|一下|吧|它的|到|在|去|来|了|要|想|能|可以|吗|呢|个|一个|一张|用|让|变"
        + "|为|成|作|当|做|里|画面|视频|影片|片子|屏幕|只|再|上|下|也|都|改|改成|调|调到|调成"
        + "|设为|设成|显示|张|段|大小|尺寸|点|一点|一些|出现|出现在"
        + "|移|移到|移动到|移动|挪|挪到|换到|换成|还是|播放|播|开|有|要有|宽度|宽|占|之间|才|就|即可|吧"
    ),
    (.joint, "并|并且|然后|同时|接着|而且"),
    (.add, "盖|盖个|盖一个|加|加个|加上|添加|添上|放|放上|放到|放在|贴|贴上|贴在|盖上|插入|打上"),
    (.remove, "去掉|去除|删掉|删除|移除|不要|拿掉|取消|拿走|撤掉"),
    (.sign, "logo|标志|商标|徽标|台标|角标|图标"),
    (.window, "画中画|小窗|小窗口|悬浮窗|画中画效果"),
    (.mark, "水印|当水印|做水印|作水印|作为水印|当成水印|当角标"),
    (.picture, "图片|照片|图|图像"), (.clip, "视频素材|录像|那段视频|这段视频|片段"),
    (.it, "它"), (.ordinal(1), "第一|第一张"), (.ordinal(2), "第二|第二张"), (.ordinal(3), "第三|第三张"),
    (.ordinal(4), "第四|第四张"), (.ordinal(5), "第五|第五张"), (.ordinal(-1), "最后一张"),
    (.over, "片子上面|视频上面|画面上面|影片上面|叠加|叠放|叠在|叠在画面上|叠到|盖在|放在画面上|画面上|视频上|叠加在|浮在"),
    (.corner, "角落|一角|角上"),
    (.place(.topLeft), "左上角|左上"), (.place(.topRight), "右上角|右上"),
    (.place(.bottomLeft), "左下角|左下"), (.place(.bottomRight), "右下角|右下"),
    (.place(.top), "正上方|顶部居中|上方居中|上方|顶部|上面|最上面"), (.place(.bottom), "正下方|底部居中|下方居中|下方|底部|下面|最下面"),
    (.place(.left), "左侧|左边"), (.place(.right), "右侧|右边"),
    (.place(.center), "正中央|中间|中央|正中|正中间|居中"),
    (.scale(0.75), "太大了|太大|还是太大|小一点|小点|小一些|小些|缩小|变小|再小一点|更小"),
    (.scale(0.88), "稍微小一点|略小|稍小|缩小一点|缩小一点点|小一点点"),
    (.scale(0.5), "小很多|小得多|缩小一半|小一半"),
    (.scale(4.0 / 3), "太小了|太小|还是太小|大一点|大点|大一些|大些|放大|变大|再大一点|更大"),
    (.scale(1 / 0.88), "稍微大一点|略大|稍大|放大一点|放大一点点|大一点点"),
    (.scale(2), "放大两倍|两倍大|大很多|大得多|放大一倍|大一倍"),
    (.size(0.12), "小|很小|小小"), (.size(0.35), "大|很大"),
    (.opacityScale(0.7), "淡一点|淡一些|淡点|透明一点|透明一些|更透明|再透明一点|浅一点"),
    (.opacityScale(1 / 0.7), "实一点|清晰一点|不那么透明|更不透明|明显一点|深一点"),
    (.opacity(0.5), "半透明|透明"), (.opacity(1), "不透明|完全不透明"),
    (.opacityNoun, "不透明度"), (.transparencyNoun, "透明度"),
    (.whole, "全程|整个视频|整部影片|一直|全片|从头到尾|始终"),
    (.from, "从|第|自"), (.fadeIn, "淡入"), (.fadeOut, "淡出"),
    (.nudge(across: 0, down: -1), "往上|向上|上移|往上挪|往上移"),
    (.nudge(across: 0, down: 1), "往下|向下|下移|往下挪|往下移"),
    (.nudge(across: -1, down: 0), "往左|向左|左移|往左挪|往左移"),
    (.nudge(across: 1, down: 0), "往右|向右|右移|往右挪|往右移"),
    (.figure(2), "两|二"), (.figure(3), "三"), (.figure(4), "四"),
    (.figure(5), "五"), (.figure(6), "六"), (.figure(8), "八"), (.figure(10), "十"),
    (.first, "前|开头|最前面|头"), (.last, "最后|结尾|末尾|后"), (.seconds, "秒|秒钟"),
  ]
}

import Timeline

extension Lexicon {
  /// Titles and how they look.
  static let textWords: [(Term, String)] = [
    (.noun(.title(nil)), "title|titles|titled|title card|headline|heading|标题"),
    (.noun(.title(nil)), "题目|片名"), (.noun(.text), "text|texts|文字|字样|文本|字|文字们|字们"),
    (.noun(.title(.title)), "main title|main titles|big title|主标题"),
    (.noun(.title(.lowerThird)), "lower third|lower thirds|name tag|下三分之一|人名条|下方字幕条|字幕条"),
    (.noun(.title(.caption)), "caption|captions|说明文字|说明|注释"),
    (.noun(.title(.subtitle)), "subtitle|subtitles|sub|subs|字幕|副标题"),
    (.noun(.title(.watermark)), "watermark|logo|水印|标志"),
    (
      .noun(.title(.credits)), "end credits|closing credits|credits|credit|credit roll|片尾字幕|演职员表|鸣谢"
    ),
    (.verb(.say), "saying|says|say|reading|reads|that says|that reads|内容为|内容是|叫做"),
    (.verb(.write), "with text|the words|words|write|写|写上|写着|with the words|with the text"),
    (.verb(.say), "labelled|labeled|called|名为|题为|叫|显示"),
    (.animation(.typewriter), "typewriter|type writer|typing|typed|typewriter effect|打字机|打字机效果"),
    (.animation(.typewriter), "打字|逐字"),
    (.animation(.words), "word by word|word for word|one word at a time|a word at a time"),
    (.animation(.words), "kinetic|kinetic type|kinetic typography|逐词|逐词出现|一个词一个词|动态文字|动态排版"),
    (
      .animation(.karaoke),
      "karaoke|karaoke style|word highlighting|highlighted word by word|卡拉ok|卡拉ok效果|逐字高亮|歌词效果"
    ),
    (.animation(.pop), "pop|pop in|popping|pop up|bounce|bounce in|弹出|弹跳|弹入"),
    (.animation(.slideUp), "slide up|slide in|slides in|slide in from below|向上滑入|滑入|上滑|从下方滑入"),
    (.animation(.slideUp), "向上滑出"),
    (.animation(.none), "no animation|without animation|无动画|不要动画"),
    (.noun(.entrance), "entrance|entering|enters|enter|入场|进场"),
    (.noun(.exit), "exit|exits|exiting|leaving|leaves|退场|离场"),
    (.noun(.size), "size|in size|字号|大小|字体大小|尺寸"),
    (.noun(.color), "color|colour|colored|coloured|颜色|色"),
    (.noun(.font), "font|typeface|字体"),
    (.textSize(.tiny), "tiny|very small|extra small|特小|极小|很小"),
    (.textSize(.small), "small|little text|小号|小|小字"),
    (.textSize(.medium), "medium|medium sized|normal sized|中号|中等"),
    (.textSize(.large), "big|large|大号|大|大字"),
    (.textSize(.huge), "huge|giant|enormous|very big|very large|extra large|特大|超大|巨大|特大号|很大"),
  ]

  /// Colours, as CSS has them.
  static let colors: [(hex: String, english: String, chinese: String, synonyms: String)] = [
    ("#FFFFFF", "white", "白色", "白|纯白"), ("#000000", "black", "黑色", "黑|纯黑"),
    ("#FF0000", "red", "红色", "红|大红"), ("#00FF00", "lime", "亮绿色", "lime green"),
    ("#008000", "green", "绿色", "绿"), ("#0000FF", "blue", "蓝色", "蓝"),
    ("#FFFF00", "yellow", "黄色", "黄"), ("#FFA500", "orange", "橙色", "橙|橘色|橘黄色"),
    ("#800080", "purple", "紫色", "violet|紫"), ("#FFC0CB", "pink", "粉色", "粉红色|粉红|粉"),
    ("#FFD700", "gold", "金色", "golden|金黄色"), ("#C0C0C0", "silver", "银色", "银白色"),
    ("#808080", "gray", "灰色", "grey|灰"), ("#A52A2A", "brown", "棕色", "褐色|咖啡色"),
    ("#00FFFF", "cyan", "青色", "aqua"), ("#FF00FF", "magenta", "品红色", "fuchsia|品红|洋红"),
    ("#008080", "teal", "蓝绿色", ""), ("#000080", "navy", "深蓝色", "navy blue|dark blue|海军蓝"),
    ("#ADD8E6", "light blue", "浅蓝色", "淡蓝色"), ("#87CEEB", "sky blue", "天蓝色", ""),
    ("#FFFDD0", "cream", "奶油色", "米色|米白色"), ("#F5F5DC", "beige", "米黄色", ""),
    ("#40E0D0", "turquoise", "绿松石色", ""), ("#FF7F50", "coral", "珊瑚色", ""),
    ("#8B0000", "dark red", "深红色", ""), ("#006400", "dark green", "深绿色", ""),
  ]

  /// Words for how the film is made.
  static let outputWords: [(Term, String)] = [
    (.aspect(.landscape), "landscape|horizontal|widescreen|wide screen|youtube|you tube|bilibili"),
    (.aspect(.landscape), "横屏|横版|横向|宽屏|油管|西瓜视频|b站|哔哩哔哩"),
    (.aspect(.portrait), "portrait|vertical|vertically|tiktok|tik tok|reel|reels|instagram reel"),
    (.aspect(.portrait), "instagram reels"),
    (.aspect(.portrait), "shorts|youtube short|youtube shorts|snapchat|instagram story"),
    (.aspect(.portrait), "instagram stories|stories|douyin"),
    (.aspect(.portrait), "竖屏|竖版|竖向|抖音|快手|短视频|视频号|朋友圈竖屏"),
    (.aspect(.square), "square|1x1|方形|正方形|方版|方屏|方的"),
    (.aspect(Aspect(4, 5)), "instagram post|instagram feed|小红书"),
    (.noun(.aspect), "aspect ratio|aspect|ratio|画面比例|画幅|宽高比|比例|长宽比"),
    (.quality(.draft), "draft|draft quality|low quality|rough|rough cut|quick preview|草稿|草稿质量"),
    (.quality(.draft), "低质量|低画质|粗剪"),
    (.quality(.standard), "standard|standard quality|normal quality|medium quality|标准质量|标准画质|标清"),
    (.quality(.standard), "普通画质"),
    (.quality(.high), "high quality|best quality|highest quality|top quality|hq|hd|full quality"),
    (.quality(.high), "high definition"),
    (.quality(.high), "高清|高质量|高画质|最高质量|最高画质|超清|最好质量"),
    (.resolution(1080), "full hd|fhd|全高清"), (.resolution(1440), "2k"),
    (.resolution(2160), "4k|uhd|ultra hd|超高清"),
    (.resolution(1440), "qhd"),
    (.noun(.seed), "seed|random seed|随机种子|种子"),
  ]

  /// Numbers' neighbours.
  static let valueWords: [(Term, String)] = [
    (.unit(1), "ms|msec|msecs|millisecond|milliseconds|millis|毫秒"),
    (.unit(1000), "s|sec|secs|seconds|秒|秒钟|秒长"), (.second, "second"),
    (.unit(60_000), "m|min|mins|minute|minutes|分钟|分"), (.unit(3_600_000), "h|hr|hrs|hour|hours|小时"),
    (.percentMark, "percent|per cent|pct|%"), (.percentBefore, "百分之"), (.tenths, "成"),
    (.degreeMark, "degree|degrees|deg|°|度"), (.timesMark, "times|times as fast|times faster|倍|倍速"),
    (.timesMark, "times speed|times the speed"),
    (.crossMark, "x|×|乘|比"), (.pointMark, "·"),
    (.frameRateMark, "fps|frames per second|frames a second|frame rate|framerate|帧|帧每秒|帧率|帧速率"),
    (.frameRateMark, "帧/秒"),
    (.linesMark, "p"),
    (.fraction(0.5), "half|½|半|一半"), (.fraction(0.25), "quarter|¼|四分之一"),
    (.fraction(1.0 / 3), "三分之一"), (.number(2), "couple of|couple"),
    (.factor(2, .bare), "twice|double"), (.factor(3, .bare), "triple|thrice"),
    (.ordinal(1), "first|1st|首|头"), (.ordinal(2), "2nd"), (.ordinal(3), "third|3rd"),
    (.ordinal(4), "fourth|4th"), (.ordinal(5), "fifth|5th"), (.ordinal(6), "sixth|6th"),
    (.ordinal(7), "seventh|7th"), (.ordinal(8), "eighth|8th"), (.ordinal(9), "ninth|9th"),
    (.ordinal(10), "tenth|10th"), (.ordinal(-1), "last|final|最后|末|最后的|后"),
    (.ordinal(-2), "second last|penultimate|next to last|second to last|second from last"),
    (.ordinal(-3), "third last|third to last|third from last"),
    (.ordinal(-4), "fourth last|fourth to last|fourth from last"),
    (.ordinal(-5), "fifth last|fifth to last|fifth from last"),
    (.ordinal(-6), "sixth to last"), (.ordinal(-7), "seventh to last"),
    (.ordinal(-8), "eighth to last"), (.ordinal(-9), "ninth to last"),
    (.ordinal(-10), "tenth to last"),
    (.ordinalMark, "第"), (.fromEnd, "倒数"),
    (.all, "all|every|each|all of the|all the|whole|entire|所有|全部|整个|全|都|各|每|per"),
    (.article, "a|an|a single"),
  ]

  /// Words that join and relate.
  static let jointWords: [(Term, String)] = [
    (.colon, ":|："),
    (
      .then, "then|and then|after that|afterwards|followed by|next|before then|subsequently|finally"
    ),
    (.then, "然后|接着|再|随后|之后|最后再|跟着|后来|继而|接下来"),
    (.and, "and|plus|also|as well as|at the same time|simultaneously|while|whilst|&|和|与|及|并|并且"),
    (.and, "同时|以及|还有|另外|而且|且|+|跟"),
    (.comma, ",|、|，|;|；"), (.stop, ".|。|!|！|?|？|\n|…"),
    (.not, "no|without|don't|do not|not|never|remove any|无|没有|别|不|不带|没"),
    (.preposition(.at), "at|@|在|starting at|starts at|start at|beginning at|放在|放到|位于|显示在|出现在|显示于"),
    (.preposition(.at), "摆在|置于|移到|移动到|挪到|放回|放回到|移回|挪回|move back to|back to"),
    (.preposition(.for), "make it last|make this last"),
    (.preposition(.for), "for|lasting|lasts|last for|for about|持续|时间为|维持|停留|历时|展示"),
    (.preposition(.from), "from|starting from|从|自"),
    (.preposition(.to), "to|down to|up to|到|至|成|为|–|—|-|~|～|〜|→|into|in to|调到|设为|设成|调成|调整到|调整为"),
    (.preposition(.to), "改为|改成|变成|变为"),
    (.preposition(.by), "by|幅度|增幅"), (.preposition(.until), "until|till|直到"),
    (.preposition(.over), "over|across|during|within"), (.preposition(.between), "between|之间"),
    (.preposition(.with), "with|using|带|用|配|配上|加上|加|添加|插入|放|使用|附上|add|use|put|insert|place"),
    (.preposition(.with), "include|apply"),
    (
      .preposition(.after),
      "right after|just after|directly after|immediately after|straight after|紧跟在|紧接在"
    ),
    (.preposition(.before), "right before|just before|directly before|immediately before"),
    (.preposition(.after), "after|后面|之后的"), (.preposition(.before), "before|之前|以前|前面"),
    (.preposition(.in), "in|inside|within the"), (.preposition(.on), "on|onto|upon"),
    (.preposition(.of), "of|off"),
    (.preposition(.toward), "toward|towards|focus on|focused on|focusing on|centered on|aimed at"),
    (.preposition(.toward), "对准|对着|朝着|朝|聚焦|向着|瞄准"),
    (.verb(.make), "make|set|change|turn|give|create|render|produce|generate|convert|get|let"),
    (.verb(.make), "keep it|adjust"),
    (.verb(.make), "做成|做|生成|制作|制作成|转成|变|设置|设|改|调|转换成|弄成|弄|输出|调整|换成"),
    (.verb(.move), "move|moves|moved|go|drift|glide|travel|移动|移|挪|走"),
  ]
}

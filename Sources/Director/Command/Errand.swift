/// Things that people ask of anyone who listens, and that have nothing to do with films.
enum Errand {
  /// Whether words ask for one.
  static func isNamed(in words: ArraySlice<Word>) -> Bool {
    guard words.count < 60 else { return false }
    var line = ""
    for word in words {
      switch word.kind {
      case .han(let text): line += text
      case .quotation: return false
      default: line += word.key ?? ""
      }
    }
    guard line.unicodeScalars.contains(where: { $0.value >= 0x3400 }) else {
      return isNamedInEnglish(words)
    }
    if shown.contains(where: line.contains) { return false }
    if topics.contains(where: line.contains) { return true }
    return errands.contains { verb, objects in
      guard let place = line.firstRange(of: verb) else { return false }
      let rest = line[place.upperBound...].prefix(12)
      return objects.contains { rest.contains($0) }
    }
  }

  /// Words for what is shown or heard in a film: then anything may be named.
  private static let shown = [
    "标题", "字幕", "文字", "写上", "写着", "水印", "片段", "镜头", "画面", "片尾", "片头", "说明", "音效", "配音",
    "效果", "氛围", "转场", "视频里", "这段", "那段", "素材", "背景音乐", "bgm",
  ]

  private static let topics = [
    "天气怎么样", "天气如何", "天气预报", "今天天气", "明天天气", "股票", "股价", "星座", "运势", "彩票", "几点了", "几点钟了",
    "电话号码", "翻译一下这段英文",
    "今天几号", "星期几", "周几", "世界杯", "比分", "汇率", "菜谱", "火车票", "机票", "高铁票", "挂号", "快递", "上热门",
    "上热搜", "涨粉", "火遍全网", "爆火", "百万播放", "点外卖", "做饭", "闹钟", "聊聊天", "陪我聊", "讲个笑话", "说个笑话",
    "讲故事", "讲个故事", "女朋友", "男朋友", "找对象", "减肥", "感冒", "头疼", "房价", "油价", "高考", "彩虹屁", "算命",
    "算卦", "你几岁", "你多大了", "你爱我", "做爱", "赚钱", "理财", "借钱", "贷款", "打游戏", "下象棋", "导航到", "怎么走",
  ]

  private static let errands: [(verb: String, objects: [String])] = [
    ("订", ["酒店", "票", "房", "餐", "座", "车", "民宿", "外卖", "蛋糕", "花", "位"]),
    ("定", ["酒店", "机票", "房间", "餐厅", "闹钟", "外卖", "包间"]),
    ("买", ["东西", "票", "菜", "衣服", "手机", "咖啡", "礼物", "药", "水果", "奶茶", "包", "车", "房"]),
    ("点", ["外卖", "奶茶", "咖啡", "份饭", "菜吃"]), ("叫", ["辆车", "外卖", "滴滴", "个车", "出租车", "网约车"]),
    ("打", ["个车", "电话", "的去"]),
    ("查", ["天气", "快递", "航班", "火车", "高铁", "路线", "资料", "违章", "成绩", "汇率"]),
    ("搜", ["资料", "新闻", "餐厅", "酒店"]),
    (
      "写",
      [
        "论文", "作文", "首诗", "诗歌", "小说", "邮件", "代码", "报告", "文章", "简历", "情书", "周报", "日报", "总结", "作业",
        "程序", "封信", "检讨", "演讲稿", "歌词", "日记", "文案", "剧本", "脚本", "方案", "ppt", "读后感", "请假条", "博客",
      ]
    ),
    ("唱", ["首歌", "个歌", "歌"]), ("翻译", ["句话", "段话", "文章", "本书", "论文", "合同", "一下这", "单词"]),
    ("发", ["邮件", "微信给", "短信", "微信消息", "红包"]),
    ("推荐", ["歌", "音乐", "餐厅", "电影", "景点", "书", "美食", "酒店", "好吃", "股", "手机", "游戏", "剧"]),
    ("提醒", ["我"]), ("设", ["闹钟", "个提醒"]), ("做", ["作业", "ppt", "表格", "数学题", "顿饭", "个菜", "早饭", "晚饭"]),
    ("解", ["方程", "数学题", "这道题"]), ("教", ["英语", "数学", "编程", "游泳", "开车"]),
    ("找", ["工作", "酒店", "餐厅", "医院", "厕所", "停车场", "房子"]), ("修", ["电脑", "手机", "车", "空调"]),
    ("画", ["幅画给", "张设计图", "思维导图"]), ("算", ["道题", "数学", "加", "乘"]),
  ]
}

/// What pictures and songs are called in the other language: a film's "market.mp4" is also 市场.
public enum Gloss {
  /// `name` with the one word that it is called by in the other language; a figure beside it stays.
  /// Empty where the word is not known, or there are several.
  public static func names(for name: String) -> [String] {
    var stem = name[...]
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { stem = name[..<dot] }
    let head = stem.prefix { !$0.isLetter }
    let word = stem.dropFirst(head.count).prefix { $0.isLetter }
    let tail = stem[word.endIndex...]
    guard word.count <= 24, !tail.contains(where: \.isLetter) else { return [] }
    let figure = (head + tail).filter(\.isNumber)
    return table[word.lowercased()]?.map { $0 + figure } ?? []
  }

  private static let table: [String: [String]] = {
    var table: [String: [String]] = [:]
    for line in words.split(separator: "\n") {
      let sides = line.split(separator: ":").map { $0.split(separator: "|").map(String.init) }
      for english in sides[0] {
        table[english, default: []] += sides[1]
        table[english + "s", default: []] += sides[1]
      }
      for chinese in sides[1] { table[chinese, default: []] += sides[0] }
    }
    return table
  }()

  private static let words = """
    sunrise|dawn:日出|朝阳|晨光
    sunset|dusk:日落|夕阳|落日|黄昏
    beach|seaside|shore|coast:海滩|沙滩|海边|海岸
    sea|ocean:大海|海洋|海面
    forest|woods|wood:森林|树林|林子
    city|downtown:城市|都市|市区
    cityscape|skyline:城市天际线|天际线
    harbour|harbor|port:港口|码头|海港|港湾
    market|bazaar:市场|集市|菜市场|市集
    mountain|mountains|hill:大山|山峰|山景|山脉
    lake:湖泊|湖水|湖边
    river:河流|小河|河边
    waterfall:瀑布
    island:海岛|小岛|岛屿
    desert:沙漠
    field|meadow:田野|草地|草原
    garden|park:花园|公园
    flower|flowers|blossom:花朵|鲜花|花儿
    tree:大树|树木
    snow:雪景
    street|alley:街道|街景|大街|小巷
    road|highway:公路|马路|道路
    bridge:大桥|桥梁
    house|home:房子|屋子|家里
    building|tower:大楼|建筑|高塔|塔楼
    church|temple:教堂|寺庙
    castle:城堡
    station:车站|火车站
    airport:机场
    train:火车|列车
    car:汽车|小车|车子
    boat|ship:小船|轮船|船只
    plane|airplane|flight:飞机
    bike|bicycle:自行车|单车
    kitchen:厨房
    restaurant|cafe:餐厅|饭店|咖啡馆|咖啡店
    coffee:咖啡
    food|meal|dinner|lunch|breakfast:美食|食物|饭菜|晚餐|午餐|早餐
    cake:蛋糕
    bread:面包
    cat|kitten:小猫|猫咪|猫猫
    dog|puppy:小狗|狗狗
    bird:小鸟|鸟儿
    horse:马儿|骏马
    fish:鱼儿|小鱼
    baby|child|kid:宝宝|孩子|小孩|婴儿
    girl|woman:女孩|女生|女人|姑娘
    boy|man:男孩|男生|男人
    family:家人|全家|一家人
    friend|friends:朋友
    wedding:婚礼
    party|birthday:派对|聚会|生日
    concert:音乐会|演唱会
    dance:舞蹈|跳舞
    interview:采访|访谈
    speech|talk:演讲|讲话
    office:办公室
    school|classroom:学校|教室
    hotel:酒店|宾馆
    surf|surfing|surfer:冲浪
    swim|swimming|pool:游泳|泳池|游泳池
    ski|skiing:滑雪
    hike|hiking:徒步|爬山|登山
    camp|camping:露营|营地
    football|soccer:足球
    basketball:篮球
    gym|workout:健身|健身房
    moon:月亮|月球
    star|stars:星星|星空
    firework|fireworks:烟花|焰火
    night:夜景|夜晚
    portrait|selfie:自拍|人像
    drone:无人机
    product:产品|商品
    phone:手机
    book:书本|书籍
    piano:钢琴|钢琴曲
    guitar:吉他|吉他曲
    violin:小提琴
    drum|drums:鼓点|架子鼓
    """
}

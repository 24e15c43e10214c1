extension SceneGraph.Kind {
  /// What people call it: "rainy window", 雨窗.
  public func name(inChinese: Bool) -> String {
    guard inChinese else {
      return rawValue.reduce("") { $1.isUppercase ? "\($0) \($1.lowercased())" : "\($0)\($1)" }
    }
    return switch self {
    case .sky: "天空"
    case .sun: "太阳"
    case .moon: "月亮"
    case .stars: "星空"
    case .galaxy: "银河"
    case .aurora: "极光"
    case .clouds: "云"
    case .rainbow: "彩虹"
    case .lightning: "闪电"
    case .mountains: "山"
    case .hills: "山丘"
    case .desert: "沙漠"
    case .forest: "森林"
    case .meadow: "草地"
    case .flowers: "花"
    case .tree: "树"
    case .lake: "湖"
    case .river: "河"
    case .sea: "海"
    case .beach: "沙滩"
    case .snowfield: "雪地"
    case .city: "城市"
    case .street: "街道"
    case .lamps: "路灯"
    case .road: "路"
    case .bridge: "桥"
    case .lighthouse: "灯塔"
    case .house: "房子"
    case .boat: "船"
    case .balloon: "热气球"
    case .lanterns: "灯笼"
    case .birds: "鸟"
    case .deer: "鹿"
    case .person: "人"
    case .couple: "一对人"
    case .rainyWindow: "雨窗"
    case .fireworks: "烟花"
    case .campfire: "篝火"
    case .underwater: "海底"
    case .space: "太空"
    case .gradient: "渐变"
    case .bokeh: "光斑"
    case .ink: "水墨"
    case .smoke: "烟"
    }
  }
}

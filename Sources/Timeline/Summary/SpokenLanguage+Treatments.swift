extension SpokenLanguage {
  /// What a look, an atmosphere, a moving region or an effect is called; its name in the draft
  /// where it has no other.
  /// - Parameters:
  ///   - key: `look`, `atmosphere`, `region` or `effect`, as under a segment's `m`.
  ///   - name: its name there.
  public func treatmentName(_ key: String, _ name: String) -> String {
    guard let names = Self.treatments["\(key).\(name)"] else { return name }
    return say(names.english, names.chinese)
  }

  private static let treatments: [String: (english: String, chinese: String)] = [
    "look.warm": ("warm", "偏暖"),
    "look.cool": ("cool tones", "偏冷"),
    "look.bright": ("bright", "调亮"),
    "look.dark": ("dark", "调暗"),
    "look.contrast": ("contrast", "对比度"),
    "look.soft": ("soft look", "柔和"),
    "look.saturated": ("saturated", "饱和"),
    "look.muted": ("muted colors", "低饱和"),
    "look.vintage": ("vintage", "复古"),
    "look.black_and_white": ("black and white", "黑白"),
    "look.teal_orange": ("teal and orange", "青橙色调"),
    "look.letterbox": ("cinema bars", "电影黑边"),
    "look.vignette": ("vignette", "暗角"),
    "look.grain": ("grain", "颗粒"),
    "look.bloom": ("bloom", "柔光"),
    "look.light_leak": ("light leak", "漏光"),
    "look.film": ("film look", "胶片"),
    "look.lut": ("lut", "LUT"),
    "atmosphere.snow": ("snow", "雪"),
    "atmosphere.rain": ("rain", "雨"),
    "atmosphere.dust": ("dust", "尘埃"),
    "atmosphere.embers": ("embers", "火星"),
    "atmosphere.fog": ("fog", "雾"),
    "atmosphere.bokeh": ("bokeh", "光斑"),
    "atmosphere.god_rays": ("god rays", "光束"),
    "atmosphere.petals": ("petals", "花瓣"),
    "atmosphere.fireworks": ("fireworks", "烟花"),
    "region.sky": ("sky", "天空"),
    "region.water": ("water", "水面"),
    "region.fire": ("fire", "火焰"),
    "region.foliage": ("foliage", "树叶"),
    "region.hair": ("hair", "头发"),
    "region.cloth": ("cloth", "布料"),
    "region.smoke": ("smoke", "烟"),
    "effect.dissolve": ("disintegrate", "溶解特效"),
    "effect.explode": ("explode", "爆炸"),
    "effect.melt": ("melt", "融化"),
    "effect.squish": ("squish", "捏扁"),
    "effect.inflate": ("inflate", "膨胀"),
    "effect.levitate": ("levitate", "悬浮"),
    "effect.tear": ("tear", "撕开"),
    "effect.crumble": ("crumble", "碎裂"),
  ]

  /// What the value of such a key names, as people say it; nil where it names nothing.
  func treatments(_ key: String, _ value: JSONValue?) -> String? {
    let items: [JSONValue] =
      switch value {
      case .array(let items)?: items
      case .object?: [value ?? .null]
      default: []
      }
    let nameKey = ["look": "look", "region": "what"][key] ?? "kind"
    let names = items.compactMap { item -> String? in
      guard case .object(let members) = item, case .string(let name)? = members[nameKey] else {
        return nil
      }
      return treatmentName(key, name)
    }
    return names.isEmpty ? nil : list(names)
  }

  /// What such a key is called; nil for others.
  func treatmentSort(_ key: String) -> String? {
    switch key {
    case "look": say("look", "调色")
    case "atmosphere": say("atmosphere", "氛围")
    case "region": say("moving part", "局部动态")
    case "effect": say("effect", "特效")
    default: nil
    }
  }
}

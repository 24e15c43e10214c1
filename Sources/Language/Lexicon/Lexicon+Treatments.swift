import Timeline

extension Lexicon {
  /// A treatment's words: its name in a draft, what it is called in both languages, and what else
  /// people say for it.
  struct TreatmentWords {
    let kind: Treatment.Kind
    let name: String
    let english: String
    let chinese: String
    let synonyms: String
  }

  /// What a treatment is called in `language`.
  static func treatmentName(
    _ kind: Treatment.Kind, _ name: String, in language: SpokenLanguage
  ) -> String {
    guard let words = treatments.first(where: { $0.kind == kind && $0.name == name }) else {
      return name
    }
    return language == .chinese ? words.chinese : words.english
  }

  /// Words that say of which sort a treatment is where its name leaves that open.
  static let treatmentSorts: [(Term, String)] = [
    (.treatmentSort(.look), "look|looks|color grade|colour grade|grade|grading|color grading"),
    (.treatmentSort(.look), "colour grading|filter|filters|调色|滤镜|色调"),
    (.treatmentSort(.atmosphere), "atmosphere|atmospheric|weather|particles|氛围|大气|天气|粒子|飘落物"),
    (.treatmentSort(.region), "region|regional motion|cinemagraph|局部动态|局部动"),
    (.treatmentSort(.effect), "effect|effects|vfx|special effect|special effects|特效"),
  ]

  /// Every treatment.
  static let treatments: [TreatmentWords] = looks + atmospheres + regions + objectEffects

  private static let looks: [TreatmentWords] = [
    .init(
      kind: .look, name: "warm", english: "warm", chinese: "偏暖",
      synonyms: "warmer|warm it up|warm up|warm tones|warmer tones|warm colors|warmer colors|暖色|暖色调"
        + "|暖一点|暖一些|暖点|更暖|调暖|暖|偏暖色"),
    .init(
      kind: .look, name: "cool", english: "cool tones", chinese: "偏冷",
      synonyms:
        "cooler|cold|colder|cool it down|cool down|cooler tones|cold tones|cooler colors|bluish"
        + "|bluer|冷色|冷色调|冷一点|冷一些|冷点|更冷|调冷|冷"),
    .init(
      kind: .look, name: "bright", english: "bright", chinese: "调亮",
      synonyms: "brighter|brighten|brighten up|lighter|lighten|increase brightness|亮一点|亮一些|亮点|更亮"
        + "|提亮|变亮|亮"),
    .init(
      kind: .look, name: "dark", english: "dark", chinese: "调暗",
      synonyms: "darker|darken|dimmer|dim|moody|moodier|暗一点|暗一些|暗点|更暗|压暗|变暗|暗"),
    .init(
      kind: .look, name: "contrast", english: "contrast", chinese: "对比度",
      synonyms: "contrasty|more contrast|higher contrast|high contrast|punchy|punchier|反差|提高对比度"
        + "|增加对比度|对比度高一点|对比强一点"),
    .init(
      kind: .look, name: "soft", english: "soft look", chinese: "柔和",
      synonyms:
        "softer look|soft focus|softer picture|less contrast|lower contrast|low contrast|dreamy"
        + "|柔和一点|柔焦|降低对比度|梦幻"),
    .init(
      kind: .look, name: "saturated", english: "saturated", chinese: "饱和",
      synonyms: "saturation|more saturated|more saturation|vivid|vibrant|more vivid|more vibrant"
        + "|more colorful|colorful|colourful|饱和度|鲜艳|鲜艳一点|更鲜艳|提高饱和度|增加饱和度|艳丽|饱和度高一点"),
    .init(
      kind: .look, name: "muted", english: "muted colors", chinese: "低饱和",
      synonyms:
        "desaturated|desaturate|less saturated|less saturation|muted colours|muted tones|faded"
        + "|washed out|降低饱和度|低饱和度|饱和度低一点|素雅|灰一点"),
    .init(
      kind: .look, name: "vintage", english: "vintage", chinese: "复古",
      synonyms: "retro|old film|old fashioned|old timey|70s|80s|90s|nostalgic|sepia|复古风|怀旧|老电影|老照片"
        + "|年代感|做旧"),
    .init(
      kind: .look, name: "black_and_white", english: "black and white", chinese: "黑白",
      synonyms:
        "black & white|b&w|bw|b and w|monochrome|mono|grayscale|greyscale|noir|film noir|黑白效果"
        + "|黑白色|黑白的|单色|变黑白"),
    .init(
      kind: .look, name: "teal_orange", english: "teal and orange", chinese: "青橙色调",
      synonyms: "teal & orange|teal orange|teal and orange look|blockbuster look|hollywood look|青橙"
        + "|好莱坞色调"),
    .init(
      kind: .look, name: "vignette", english: "vignette", chinese: "暗角",
      synonyms: "vignetting|vignettes|dark corners|darken the corners|darken the edges|四角压暗"),
    .init(
      kind: .look, name: "grain", english: "grain", chinese: "颗粒",
      synonyms: "grainy|film grain|noise|颗粒感|胶片颗粒|噪点"),
    .init(
      kind: .look, name: "bloom", english: "bloom", chinese: "柔光",
      synonyms: "glow|glowing|glowy|halation|辉光|发光|光晕"),
    .init(
      kind: .look, name: "light_leak", english: "light leak", chinese: "漏光",
      synonyms: "light leaks|lens flare|lens flares"),
    .init(
      kind: .look, name: "film", english: "film look", chinese: "胶片",
      synonyms: "filmic|film like|film stock|35mm|35mm film|kodak|analog film|analogue film|胶片感|胶片风"
        + "|胶片质感|胶片色"),
    .init(
      kind: .look, name: "lut", english: "lut", chinese: "LUT",
      synonyms: "lookup table|查找表"),
  ]

  private static let atmospheres: [TreatmentWords] = [
    .init(
      kind: .atmosphere, name: "snow", english: "snow", chinese: "雪",
      synonyms: "snowing|snowfall|falling snow|snowflakes|snowy|下雪|雪花|飘雪|雪景|大雪|小雪"),
    .init(
      kind: .atmosphere, name: "rain", english: "rain", chinese: "雨",
      synonyms: "raining|rainy|raindrops|rainfall|drizzle|下雨|雨滴|雨水|雨丝|大雨|小雨"),
    .init(
      kind: .atmosphere, name: "dust", english: "dust", chinese: "尘埃",
      synonyms: "dust particles|dust motes|dusty|floating particles|灰尘|粉尘|浮尘|微尘"),
    .init(
      kind: .atmosphere, name: "embers", english: "embers", chinese: "火星",
      synonyms: "ember|sparks|spark|火花|余烬|火星子"),
    .init(
      kind: .atmosphere, name: "fog", english: "fog", chinese: "雾",
      synonyms: "mist|foggy|misty|haze|hazy|雾气|薄雾|起雾|大雾|雾效"),
    .init(
      kind: .atmosphere, name: "bokeh", english: "bokeh", chinese: "光斑",
      synonyms: "bokeh lights|bokeh balls|散景|焦外光斑"),
    .init(
      kind: .atmosphere, name: "god_rays", english: "god rays", chinese: "光束",
      synonyms:
        "god ray|light rays|sun rays|sunbeams|sunrays|light beams|volumetric light|丁达尔|光线|丁达尔光"
        + "|耶稣光|阳光光束"),
    .init(
      kind: .atmosphere, name: "petals", english: "petals", chinese: "花瓣",
      synonyms: "falling petals|cherry blossoms|cherry blossom petals|飘落的花瓣|樱花|花瓣雨|樱花瓣"),
  ]

  private static let regions: [TreatmentWords] = [
    .init(
      kind: .region, name: "sky", english: "sky", chinese: "天空",
      synonyms: "clouds|cloud|the skies|云|云彩|云层|云朵"),
    .init(
      kind: .region, name: "water", english: "water", chinese: "水面",
      synonyms: "waves|sea|ocean|river|lake|waterfall|水|海水|海面|海浪|湖水|湖面|河水|河流|瀑布|波浪"),
    .init(
      kind: .region, name: "fire", english: "fire", chinese: "火焰",
      synonyms: "flame|flames|campfire|candle|candles|火|烛光|蜡烛|篝火"),
    .init(
      kind: .region, name: "foliage", english: "foliage", chinese: "树叶",
      synonyms: "leaves|trees|tree|grass|plants|树|草|草地|叶子|树木|植物"),
    .init(
      kind: .region, name: "hair", english: "hair", chinese: "头发", synonyms: "发丝|长发|her hair"),
    .init(
      kind: .region, name: "cloth", english: "cloth", chinese: "布料",
      synonyms: "dress|flag|fabric|curtain|curtains|skirt|衣服|裙子|裙摆|旗子|旗帜|窗帘|衣摆"),
    .init(
      kind: .region, name: "smoke", english: "smoke", chinese: "烟",
      synonyms: "steam|smoking|烟雾|蒸汽|炊烟|水汽"),
  ]

  private static let objectEffects: [TreatmentWords] = [
    .init(
      kind: .effect, name: "dissolve", english: "disintegrate", chinese: "溶解特效",
      synonyms: "dissolve into particles|dissolving into particles|disintegrates|disintegration"
        + "|turn to dust|turns to dust|crumble into dust|消散|溶解效果|化成粒子|化为粒子"),
    .init(
      kind: .effect, name: "explode", english: "explode", chinese: "爆炸",
      synonyms: "explodes|explosion|exploding|blow up|blows up|blow it up|炸开|炸裂|爆开"),
    .init(
      kind: .effect, name: "melt", english: "melt", chinese: "融化",
      synonyms: "melts|melting|melt away|化掉|熔化"),
    .init(
      kind: .effect, name: "squish", english: "squish", chinese: "捏扁",
      synonyms: "squishes|squishing|squash|squash it|squeeze|挤压|压扁|捏一下"),
    .init(
      kind: .effect, name: "inflate", english: "inflate", chinese: "膨胀",
      synonyms: "inflates|inflating|blow up like a balloon|balloon up|puff up|充气|鼓起来"),
    .init(
      kind: .effect, name: "levitate", english: "levitate", chinese: "悬浮",
      synonyms: "levitates|levitating|levitation|float|floats|floating|float up|漂浮|飘起来|浮起来|浮空"),
    .init(
      kind: .effect, name: "tear", english: "tear", chinese: "撕开",
      synonyms: "tears|tearing|tear apart|rip|rip apart|ripped|撕裂|撕碎"),
    .init(
      kind: .effect, name: "crumble", english: "crumble", chinese: "碎裂",
      synonyms: "crumbles|crumbling|shatter|shatters|shattering|break apart|破碎|粉碎|崩塌"),
  ]
}

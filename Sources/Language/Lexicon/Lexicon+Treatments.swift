import Timeline

extension Lexicon {
  /// A treatment's words: its name in a draft, and what people say for it beside what it is called.
  struct TreatmentWords {
    let kind: Treatment.Kind
    let name: String
    let synonyms: String
  }

  /// What a treatment is called in `language`.
  static func treatmentName(
    _ kind: Treatment.Kind, _ name: String, in language: SpokenLanguage
  ) -> String {
    language.treatmentName(kind.rawValue, name)
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
      kind: .look, name: "warm",
      synonyms: "warmer|warm it up|warm up|warm tones|warmer tones|warm colors|warmer colors|暖色|暖色调"
        + "|暖一点|暖一些|暖点|更暖|调暖|暖|偏暖色"),
    .init(
      kind: .look, name: "cool",
      synonyms:
        "cooler|cold|colder|cool it down|cool down|cooler tones|cold tones|cooler colors|bluish"
        + "|bluer|冷色|冷色调|冷一点|冷一些|冷点|更冷|调冷|冷"),
    .init(
      kind: .look, name: "bright",
      synonyms: "brighter|brighten|brighten up|lighter|lighten|increase brightness|亮一点|亮一些|亮点|更亮"
        + "|提亮|变亮|亮"),
    .init(
      kind: .look, name: "dark",
      synonyms: "darker|darken|dimmer|dim|moody|moodier|暗一点|暗一些|暗点|更暗|压暗|变暗|暗"),
    .init(
      kind: .look, name: "contrast",
      synonyms: "contrasty|more contrast|higher contrast|high contrast|punchy|punchier|反差|提高对比度"
        + "|增加对比度|对比度高一点|对比强一点"),
    .init(
      kind: .look, name: "soft",
      synonyms:
        "softer look|soft focus|softer picture|less contrast|lower contrast|low contrast|dreamy"
        + "|柔和一点|柔和调色|柔和色调|柔和滤镜|柔焦|降低对比度|梦幻"),
    .init(
      kind: .look, name: "saturated",
      synonyms: "saturation|more saturated|more saturation|vivid|vibrant|more vivid|more vibrant"
        + "|more colorful|colorful|colourful|饱和度|鲜艳|鲜艳一点|更鲜艳|提高饱和度|增加饱和度|艳丽|饱和度高一点"),
    .init(
      kind: .look, name: "muted",
      synonyms:
        "desaturated|desaturate|less saturated|less saturation|muted colours|muted tones|faded"
        + "|washed out|降低饱和度|低饱和度|饱和度低一点|素雅|灰一点"),
    .init(
      kind: .look, name: "vintage",
      synonyms: "retro|old film|old fashioned|old timey|70s|80s|90s|nostalgic|sepia|复古风|怀旧|老电影|老照片"
        + "|年代感|做旧"),
    .init(
      kind: .look, name: "black_and_white",
      synonyms:
        "black & white|b&w|bw|b and w|monochrome|mono|grayscale|greyscale|noir|film noir|黑白效果"
        + "|黑白色|黑白的|单色|变黑白"),
    .init(
      kind: .look, name: "teal_orange",
      synonyms: "teal & orange|teal orange|teal and orange look|blockbuster look|hollywood look|青橙"
        + "|好莱坞色调"),
    .init(
      kind: .look, name: "vignette",
      synonyms: "vignetting|vignettes|dark corners|darken the corners|darken the edges|四角压暗"),
    .init(
      kind: .look, name: "letterbox",
      synonyms:
        "cinema bars|cinematic bars|cinematic black bars|movie bars|film bars|anamorphic bars"
        + "|widescreen bars|2.39 bars|2.35 bars|cinemascope bars|电影黑边|电影遮幅|遮幅黑边|宽银幕黑边|上下黑边|影院黑边"),
    .init(
      kind: .look, name: "grain",
      synonyms: "grainy|film grain|noise|颗粒感|胶片颗粒|噪点"),
    .init(
      kind: .look, name: "bloom",
      synonyms: "glow|glowing|glowy|halation|辉光|发光|光晕"),
    .init(
      kind: .look, name: "light_leak",
      synonyms: "light leaks|lens flare|lens flares"),
    .init(
      kind: .look, name: "film",
      synonyms: "filmic|film like|film stock|35mm|35mm film|kodak|analog film|analogue film|胶片感|胶片风"
        + "|胶片质感|胶片色"),
    .init(
      kind: .look, name: "lut",
      synonyms: "lookup table|查找表"),
  ]

  private static let atmospheres: [TreatmentWords] = [
    .init(
      kind: .atmosphere, name: "snow",
      synonyms: "snowing|snowfall|falling snow|snowflakes|snowy|下雪|雪花|飘雪|雪景|大雪|小雪"),
    .init(
      kind: .atmosphere, name: "rain",
      synonyms: "raining|rainy|raindrops|rainfall|drizzle|下雨|雨滴|雨水|雨丝|大雨|小雨"),
    .init(
      kind: .atmosphere, name: "dust",
      synonyms: "dust particles|dust motes|dusty|floating particles|灰尘|粉尘|浮尘|微尘"),
    .init(
      kind: .atmosphere, name: "embers",
      synonyms: "ember|sparks|spark|火花|余烬|火星子"),
    .init(
      kind: .atmosphere, name: "fog",
      synonyms: "mist|foggy|misty|haze|hazy|雾气|薄雾|起雾|大雾|雾效"),
    .init(
      kind: .atmosphere, name: "bokeh",
      synonyms: "bokeh lights|bokeh balls|散景|焦外光斑"),
    .init(
      kind: .atmosphere, name: "god_rays",
      synonyms:
        "god ray|light rays|sun rays|sunbeams|sunrays|light beams|volumetric light|丁达尔|光线|丁达尔光"
        + "|耶稣光|阳光光束"),
    .init(
      kind: .atmosphere, name: "petals",
      synonyms: "falling petals|cherry blossoms|cherry blossom petals|飘落的花瓣|樱花|花瓣雨|樱花瓣"),
    .init(
      kind: .atmosphere, name: "fireworks",
      synonyms: "firework|firework display|fireworks display|放烟花|焰火|礼花|烟花绽放|烟花效果"),
  ]

  private static let regions: [TreatmentWords] = [
    .init(
      kind: .region, name: "sky",
      synonyms: "clouds|cloud|the skies|云|云彩|云层|云朵"),
    .init(
      kind: .region, name: "water",
      synonyms: "waves|sea|ocean|river|lake|waterfall|水|海水|海面|海浪|湖水|湖面|河水|河流|瀑布|波浪"),
    .init(
      kind: .region, name: "fire",
      synonyms: "flame|flames|campfire|candle|candles|火|烛光|蜡烛|篝火"),
    .init(
      kind: .region, name: "foliage",
      synonyms: "leaves|trees|tree|grass|plants|树|草|草地|叶子|树木|植物"),
    .init(
      kind: .region, name: "hair", synonyms: "发丝|长发|her hair"),
    .init(
      kind: .region, name: "cloth",
      synonyms: "dress|flag|fabric|curtain|curtains|skirt|衣服|裙子|裙摆|旗子|旗帜|窗帘|衣摆"),
    .init(
      kind: .region, name: "smoke",
      synonyms: "steam|smoking|烟雾|蒸汽|炊烟|水汽"),
  ]

  private static let objectEffects: [TreatmentWords] = [
    .init(
      kind: .effect, name: "dissolve",
      synonyms: "dissolve into particles|dissolving into particles|disintegrates|disintegration"
        + "|turn to dust|turns to dust|crumble into dust|消散|溶解效果|化成粒子|化为粒子"),
    .init(
      kind: .effect, name: "explode",
      synonyms: "explodes|explosion|exploding|blow up|blows up|blow it up|炸开|炸裂|爆开"),
    .init(
      kind: .effect, name: "melt",
      synonyms: "melts|melting|melt away|化掉|熔化"),
    .init(
      kind: .effect, name: "squish",
      synonyms: "squishes|squishing|squash|squash it|squeeze|挤压|压扁|捏一下"),
    .init(
      kind: .effect, name: "inflate",
      synonyms: "inflates|inflating|blow up like a balloon|balloon up|puff up|充气|鼓起来"),
    .init(
      kind: .effect, name: "levitate",
      synonyms: "levitates|levitating|levitation|float|floats|floating|float up|漂浮|飘起来|浮起来|浮空"),
    .init(
      kind: .effect, name: "tear",
      synonyms: "tears|tearing|tear apart|rip|rip apart|ripped|撕裂|撕碎"),
    .init(
      kind: .effect, name: "crumble",
      synonyms: "crumbles|crumbling|shatter|shatters|shattering|break apart|破碎|粉碎|崩塌"),
  ]
}

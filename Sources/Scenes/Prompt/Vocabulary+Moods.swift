extension Vocabulary {
  static let hours: [(String, Meaning)] = [
    ("dawn|daybreak|first light|before sunrise|黎明|拂晓|破晓|清晨|晨曦", .hour(.dawn)),
    ("sunrise|sun rise|rising sun|日出|朝阳|旭日|朝霞|日出时分", .hour(.sunrise)),
    ("morning|early morning|早晨|早上|上午|晨", .hour(.morning)),
    ("noon|midday|daytime|day|daylight|by day|sunny|中午|正午|白天|白日|午间", .hour(.noon)),
    ("afternoon|下午|午后", .hour(.afternoon)),
    ("golden hour|golden light|late afternoon|黄金时刻|金色时刻|金色阳光|夕阳西下前|傍晚时光", .hour(.goldenHour)),
    ("sunset|sundown|setting sun|sun set|日落|夕阳|落日|晚霞|残阳|斜阳", .hour(.sunset)),
    ("dusk|twilight|blue hour|evening|nightfall|gloaming|黄昏|暮色|傍晚|薄暮|蓝调时刻|晚上前", .hour(.dusk)),
    ("night|midnight|nighttime|night-time|at night|by night|nocturnal|tonight|夜|夜晚|夜里|深夜|午夜|晚上|夜色|夜间|今夜|夜景",
      .hour(.night)),
  ]

  static let weathers: [(String, Meaning)] = [
    ("clear|cloudless|晴|晴天|晴朗|晴空", .weather(.clear)),
    ("cloudy|partly cloudy|多云", .weather(.cloudy)),
    ("overcast|grey sky|gray sky|gloomy|阴天|阴", .weather(.overcast)),
    ("storm|stormy|thunderstorm|tempest|hurricane|typhoon|暴风雨|风暴|雷雨|暴雨|台风|雷暴|狂风暴雨",
      .weather(.storm)),
    ("rain|rainy|raining|drizzle|in the rain|shower|downpour|雨|下雨|雨天|雨中|小雨|细雨|大雨|雨夜里|烟雨",
      .weather(.rain)),
    ("snow|snowy|snowing|snowfall|snowflake|blizzard|falling snow|雪|下雪|雪中|飘雪|大雪|雪花|飞雪|暴风雪",
      .weather(.snow)),
    ("fog|foggy|mist|misty|haze|hazy|雾|大雾|薄雾|晨雾|雾气|云雾|迷雾|雾中", .weather(.fog)),
  ]

  static let seasons: [(String, Meaning)] = [
    ("spring|springtime|春|春天|春季|春日", .season(.spring, [])),
    ("summer|summertime|夏|夏天|夏季|夏日|盛夏", .season(.summer, [])),
    ("autumn|autumnal|秋|秋天|秋季|秋日|深秋|金秋", .season(.autumn, [])),
    ("winter|wintry|冬|冬天|冬季|冬日|寒冬", .season(.winter, [])),
    ("cherry blossom|cherry tree|sakura|樱花|樱花树|桃花", .season(.spring, [.tree])),
    ("maple|maple tree|autumn leaves|fall leaves|枫叶|枫树|红叶|秋叶", .season(.autumn, [.tree])),
    ("christmas|圣诞|圣诞节", .season(.winter, [])),
  ]

  static let styles: [(String, Meaning)] = [
    ("watercolour|watercolor|watercolour painting|watercolor painting|aquarelle|水彩|水彩画|水彩风格",
      .style(.watercolour)),
    ("paper cut|papercut|paper-cut|paper cutout|paper craft|paper art|剪纸|剪纸风格|纸艺|纸雕",
      .style(.paperCut)),
    ("neon|neon light|neon lights|cyberpunk|synthwave|霓虹|霓虹灯|赛博朋克|霓虹风格|荧光", .style(.neon)),
    ("blueprint|technical drawing|蓝图|工程图|蓝图风格", .style(.blueprint)),
    ("low poly|low-poly|lowpoly|polygonal|triangulated|低多边形|低面|多边形", .style(.lowPoly)),
    ("film noir|noir|black and white|black-and-white|monochrome|黑色电影|黑白|黑白电影|黑白照片|单色",
      .style(.filmNoir)),
    ("photorealistic|realistic|natural|写实|真实", .style(.natural)),
  ]

  static let hues: [(String, Meaning)] = [
    ("red|crimson|scarlet|红色|红|大红|深红", .hue(.red)),
    ("orange|橙色|橙|橘色|橘红", .hue(.orange)),
    ("gold|golden|amber|金色|金|金黄", .hue(.gold)),
    ("yellow|黄色|黄", .hue(.yellow)),
    ("green|emerald|绿色|绿|翠绿|碧绿", .hue(.green)),
    ("teal|turquoise|cyan|青色|青绿|青", .hue(.teal)),
    ("blue|azure|navy|indigo|蓝色|蓝|深蓝|湛蓝", .hue(.blue)),
    ("purple|violet|magenta|紫色|紫|紫罗兰", .hue(.purple)),
    ("pink|rosy|rose gold|粉色|粉红|粉红色|粉", .hue(.pink)),
    ("white|白色|白|雪白", .hue(.white)),
    ("black|黑色|黑|漆黑", .hue(.black)),
    ("grey|gray|silver|灰色|灰|银色", .hue(.grey)),
    ("pastel|柔和色|马卡龙色|马卡龙", .hue(.pastel)),
  ]

  static let places: [(String, Meaning)] = [
    ("left|on the left|to the left|left side|on the left side|左边|左侧|左面|左方|画面左边|左",
      .place(.left)),
    ("right|on the right|to the right|right side|on the right side|右边|右侧|右面|右方|画面右边|右",
      .place(.right)),
    ("centre|center|in the middle|in the centre|in the center|centered|centred|中间|中央|正中|画面中央|居中",
      .place(.centre)),
    ("small|tiny|little|distant|far away|小|小小|微小|远处的|娇小", .scale(.small)),
    ("big|large|huge|giant|great|enormous|massive|tall|towering|大|巨大|庞大|硕大|大大", .scale(.large)),
    ("one|一|壹|single|lone|lonely|solitary|孤独|独自", .number(1)),
    ("two|pair of|a pair of|pair|二|两|俩|双", .number(2)),
    ("three|三", .number(3)), ("four|四", .number(4)), ("five|五", .number(5)), ("six|六", .number(6)),
    ("seven|七", .number(7)), ("eight|八", .number(8)), ("nine|九", .number(9)), ("ten|十", .number(10)),
    ("twelve|dozen|a dozen|十二", .number(12)),
    ("many|lots of|countless|hundreds of|thousands of|a lot of|许多|很多|无数|漫天|成千上万|满天|众多",
      .number(24)),
    ("several|a few|some|few|a group of|group of|几|一群|几只|一些|若干", .number(5)),
  ]
}

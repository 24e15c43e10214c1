extension Vocabulary {
  /// Land, water, buildings and the living.
  static let things: [(String, Meaning)] = [
    (
      "mountain|peak|summit|alp|ridge|cliffs|mountain range|mountain top|himalaya|"
        + "山|高山|大山|群山|山脉|山峰|山峦|山顶|远山|山谷|峡谷", .kinds([.mountains])
    ),
    (
      "snowy mountain|snow mountain|snow-capped mountain|snowcapped mountain|雪山|雪峰",
      .season(.winter, [.mountains])
    ),
    ("cliff|headland|cape|rocky shore|悬崖|峭壁|岬角|礁石", .kinds([.sea])),
    ("mountain lake|alpine lake|高山湖泊|山间湖泊|山湖", .kinds([.mountains, .lake])),
    (
      "hill|rolling hill|hillside|countryside|vineyard|山丘|丘陵|小山|山坡|田园|乡村|乡间",
      .kinds([.hills])
    ),
    ("desert|dune|sand dune|sahara|沙漠|沙丘|大漠|戈壁", .kinds([.desert])),
    (
      "forest|wood|woods|woodland|pine|pines|pine forest|fir|jungle|taiga|森林|树林|松林|丛林|林间|竹林",
      .kinds([.forest])
    ),
    (
      "meadow|grassland|prairie|pasture|grass|field|steppe|lawn|草地|草原|草坪|牧场|原野|田野|田地",
      .kinds([.meadow])
    ),
    (
      "flower|flower field|field of flowers|wildflower|blossom|poppy|poppies|daisy|tulip|lavender|"
        + "sunflower|rose|roses|garden|花|花朵|鲜花|野花|花海|花田|花丛|薰衣草|向日葵|郁金香|玫瑰|花园",
      .kinds([.flowers])
    ),
    ("tree|oak|lone tree|树|大树|一棵树|孤树|树木", .kinds([.tree])),
    ("lake|pond|lagoon|reservoir|lakeside|湖|湖泊|湖水|湖面|湖边|池塘|湖畔", .kinds([.lake])),
    (
      "river|stream|creek|brook|canal|河|河流|小河|溪流|小溪|江|江水|江面|河边|河畔",
      .kinds([.river])
    ),
    (
      "sea|ocean|wave|seascape|seaside|surf|bay|tide|water|海|大海|海洋|海面|海浪|波浪|海水|海边|浪花|浪",
      .kinds([.sea])
    ),
    ("beach|shore|coast|sandy beach|海滩|沙滩|海岸|岸边", .kinds([.beach])),
    (
      "snowfield|snowy field|snow field|snowy landscape|snowscape|tundra|glacier|ice|"
        + "雪地|雪原|雪景|冰川|冰原", .kinds([.snowfield])
    ),
    (
      "city|skyline|city skyline|cityscape|skyscraper|downtown|metropolis|town|building|tower|"
        + "城市|都市|天际线|高楼|大楼|摩天大楼|摩天楼|高楼大厦|城镇|建筑", .kinds([.city])
    ),
    (
      "street|alley|avenue|city street|pavement|sidewalk|街|街道|街头|大街|小巷|巷子|马路|街巷",
      .kinds([.street])
    ),
    (
      "lamp|street lamp|street light|streetlight|streetlamp|lamppost|lamp post|路灯|街灯|灯柱",
      .kinds([.lamps])
    ),
    ("road|highway|path|country road|winding road|公路|道路|小路|山路|路|乡间小路", .kinds([.road])),
    ("bridge|桥|大桥|桥梁|吊桥", .kinds([.bridge])),
    ("lighthouse|灯塔", .kinds([.lighthouse])),
    (
      "house|cottage|cabin|hut|barn|farmhouse|home|房子|小屋|木屋|房屋|小木屋|农舍",
      .kinds([.house])
    ),
    ("village|hamlet|村庄|村子|小村|村落|小村庄|小山村", .group(.house, 6)),
    ("houses|cottages|cabins|huts", .group(.house, 3)),
    (
      "boat|sailboat|sailing boat|yacht|sail|sailing|canoe|船|小船|帆船|小舟|渔船|一叶扁舟|孤舟",
      .kinds([.boat])
    ),
    ("balloon|hot air balloon|hot-air balloon|热气球|气球", .kinds([.balloon])),
    ("lantern|sky lantern|paper lantern|floating lantern|孔明灯|天灯|灯笼|花灯", .kinds([.lanterns])),
    (
      "bird|seagull|gull|swallow|goose|geese|crane|flock of birds|鸟|飞鸟|海鸥|鸟群|大雁|燕子|小鸟|鸟儿|候鸟",
      .kinds([.birds])
    ),
    ("deer|stag|reindeer|elk|doe|moose|鹿|小鹿|梅花鹿|驯鹿|麋鹿|雄鹿", .kinds([.deer])),
    (
      "person|man|woman|girl|boy|child|people|traveler|traveller|hiker|wanderer|figure|silhouette|"
        + "stranger|human|someone|lady|kid|children|men|women|friend|人|男人|女人|女孩|男孩|孩子|旅人|行人|少女|少年|"
        + "姑娘|小孩|背影|剪影|人影|游人|老人", .kinds([.person])
    ),
    (
      "couple|lover|lovers|two people|two lovers|bride and groom|man and woman|boy and girl|"
        + "情侣|恋人|夫妻|爱人|新人|两个人|两人|一对情侣", .kinds([.couple])
    ),
  ]

  /// What is in the sky, burns, or fills the whole picture.
  static let phenomena: [(String, Meaning)] = [
    ("sky|heaven|horizon|天空|天|天际|蓝天|地平线", .kinds([.sky])),
    ("sun|sunlight|sunshine|太阳|阳光|日光|烈日", .kinds([.sun])),
    ("moon|full moon|moonlight|crescent|moonlit|月亮|月|明月|满月|月光|圆月|月色|月球", .kinds([.moon])),
    (
      "star|starry sky|starlight|night sky|starry night|shooting star|constellation|starry|"
        + "星星|星空|繁星|夜空|流星|星光|星辰|满天星", .kinds([.stars])
    ),
    ("galaxy|milky way|银河|星河|银河系|星系", .kinds([.galaxy])),
    ("aurora|northern light|northern lights|aurora borealis|polar light|极光|北极光", .kinds([.aurora])),
    ("cloud|clouds|cloudscape|云|云朵|白云|云海|云彩|彩云|云层", .kinds([.clouds])),
    ("rainbow|彩虹", .kinds([.rainbow])),
    ("lightning|thunder|thunderbolt|闪电|雷电|雷", .kinds([.lightning])),
    (
      "rain on a window|rain on the window|rainy window|window with rain|raindrops on glass|"
        + "rain on glass|rain on window|raindrop|wet glass|窗上的雨|雨窗|窗外下雨|窗户上的雨|雨打窗|玻璃上的雨滴|雨滴",
      .kinds([.rainyWindow])
    ),
    ("window|windowpane|窗|窗户|窗前|窗外|车窗|玻璃窗|玻璃", .window),
    ("firework|fireworks|fireworks display|烟花|焰火|烟火|礼花", .kinds([.fireworks])),
    ("campfire|bonfire|fire|flame|camp fire|camping|篝火|营火|火|火堆|火焰|露营", .kinds([.campfire])),
    (
      "underwater|under the sea|under water|undersea|coral|coral reef|reef|seabed|ocean floor|fish|"
        + "jellyfish|deep sea|水下|海底|珊瑚|珊瑚礁|鱼|鱼群|水母|深海|海底世界", .kinds([.underwater])
    ),
    (
      "space|outer space|universe|cosmos|nebula|planet|cosmic|asteroid|saturn|"
        + "太空|宇宙|星云|星球|行星|外太空|土星", .kinds([.space])
    ),
    (
      "gradient|abstract|abstract background|abstract gradient|backdrop|渐变|抽象|抽象背景|纯色|渐变色",
      .kinds([.gradient])
    ),
    ("bokeh|light spots|blurred light|blurred lights|光斑|散景|虚化光斑", .kinds([.bokeh])),
    ("ink|ink in water|ink drop|ink wash|水墨|墨|墨水|墨汁|水墨画", .kinds([.ink])),
    ("smoke|incense|vapor|vapour|steam|烟|烟雾|烟气|青烟|轻烟|炊烟", .kinds([.smoke])),
    ("announcement|invitation|title card|greeting card|公告|请柬|邀请函|贺卡|海报", .kinds([.gradient])),
    ("starry lake|星空湖", .kinds([.stars, .lake])),
  ]
}

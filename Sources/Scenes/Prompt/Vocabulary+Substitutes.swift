extension Vocabulary {
  /// Things that can't be drawn, and what is nearest.
  static let substitutes: [(String, Meaning)] = [
    ("robot|android|cyborg|astronaut|knight|wizard|witch|king|queen|princess|prince|warrior|samurai|"
      + "soldier|dancer|superhero|ghost|zombie|vampire|alien|monk|angel|ninja|pirate|santa|doll|"
      + "机器人|宇航员|骑士|巫师|女巫|国王|女王|公主|王子|武士|士兵|舞者|超人|鬼|僵尸|外星人|和尚|天使|忍者|海盗|圣诞老人|仙女|仙人",
      .missing(.person)),
    ("dog|cat|horse|fox|wolf|bear|lion|tiger|elephant|rabbit|cow|sheep|unicorn|camel|kitten|puppy|"
      + "panda|giraffe|monkey|dinosaur|zebra|goat|pig|squirrel|"
      + "狗|猫|马|狐狸|狼|熊|狮子|老虎|虎|大象|兔子|牛|羊|独角兽|骆驼|小猫|小狗|猫咪|熊猫|长颈鹿|猴子|恐龙|斑马|猪|松鼠|骏马|白马",
      .missing(.deer)),
    ("dragon|phoenix|eagle|owl|airplane|plane|aeroplane|helicopter|drone|butterfly|butterflies|bat|"
      + "kite|jet|parrot|peacock|bee|"
      + "龙|巨龙|凤凰|老鹰|鹰|猫头鹰|飞机|直升机|无人机|蝴蝶|蝙蝠|风筝|鹦鹉|孔雀|蜜蜂|飞龙", .missing(.birds)),
    ("ship|cruise ship|battleship|submarine|ferry|whale|dolphin|shark|"
      + "轮船|大船|军舰|潜艇|渡轮|鲸鱼|鲸|海豚|鲨鱼|游轮", .missing(.boat)),
    ("spaceship|rocket|ufo|satellite|space station|comet|black hole|"
      + "飞船|宇宙飞船|火箭|飞碟|卫星|空间站|彗星|黑洞", .missing(.stars)),
    ("castle|temple|pagoda|church|palace|cathedral|windmill|shrine|mosque|pyramid|ruin|ruins|school|"
      + "restaurant|cafe|shop|"
      + "城堡|寺庙|塔|宝塔|教堂|宫殿|风车|神社|金字塔|废墟|学校|餐厅|咖啡馆|咖啡店|商店|亭子|古寺|庙", .missing(.house)),
    ("car|truck|bus|train|bicycle|bike|motorcycle|railway|tram|taxi|vehicle|"
      + "汽车|车|卡车|公交车|火车|自行车|单车|摩托车|铁路|电车|出租车|列车|跑车", .missing(.road)),
    ("waterfall|fountain|瀑布|喷泉", .missing(.river)),
    ("island|iceberg|岛|小岛|岛屿|海岛|冰山", .missing(.sea)),
    ("volcano|cave|canyon|火山|洞穴|山洞", .missing(.mountains)),
    ("palm tree|palm|bamboo|mushroom|willow|cactus|椰子树|棕榈树|竹子|蘑菇|柳树|仙人掌", .missing(.tree)),
    ("tornado|whirlwind|龙卷风", .missing(.clouds)),
    ("candle|torch|candlelight|蜡烛|火把|烛光", .missing(.campfire)),
    ("cup|coffee|tea|book|table|chair|phone|computer|food|cake|pizza|guitar|piano|clock|ball|sword|"
      + "bottle|product|logo|face|hand|eye|portrait|apple|shoe|watch|"
      + "杯子|咖啡|茶|书|桌子|椅子|手机|电脑|食物|蛋糕|披萨|吉他|钢琴|钟|球|剑|瓶子|产品|脸|手|眼睛|苹果|鞋|手表|蛋",
      .missing(nil)),
  ]

  /// Words that say nothing to a scene: grammar, praise, a camera's words.
  static let fillers: [(String, Meaning)] = [
    ("a|an|the|this|that|my|our|your|his|her|their|its|another|each|every|这|那|这个|那个|我的|一个|一座|一只|"
      + "一条|一艘|一轮|一片|一棵|一位|一名|一头|一匹|一辆|一架|一栋|一朵|一颗|一台|一把|一张|一间|一道|一盏|一堆",
      .article),
    ("in|on|at|by|with|of|over|under|above|below|near|behind|before|beside|between|through|across|"
      + "into|onto|from|to|and|or|but|as|while|where|who|which|is|are|was|were|be|being|it|there|for|"
      + "against|along|around|beneath|beyond|during|after|inside|outside|towards|toward|upon|within|"
      + "without|then|stands|stand|standing|sits|sitting|walks|walking|walk|flies|flying|fly|"
      + "runs|running|looks|looking|watches|watching|shines|shining|glows|glowing|falls|falling|"
      + "rises|rising|drifts|drifting|floats|floating|burns|burning|has|have|having|sleeps|plays|"
      + "playing|drinking|holding|wearing|riding|swims|swimming|fills|reflecting|reflects|"
      + "在|的|和|与|跟|里|上|下|中|有|是|着|了|旁|前|后|从|到|被|把|地|得|面|边|站|飞|走|坐|看|望|过|升起|飘|闪|照|站着|坐着|看着|"
      + "望着|飞过|走过|走在|站在|坐在|飞翔|飘落|倒映|映照|闪烁|闪耀|旁边|前面|后面|上面|下面|上空|之上|之下|里面|其中|以及|还有|远处",
      .separator),
    ("camera|shot|video|clip|film|movie|scene|picture|image|photo|photograph|painting|view|frame|"
      + "second|seconds|minute|minutes|slow|slowly|push in|push-in|zoom|zoom in|zoom out|pan|tilt|dolly|"
      + "orbit|close-up|close up|wide|wide shot|aerial|aerial shot|cinematic|4k|8k|hd|uhd|1080p|720p|"
      + "60fps|30fps|fps|beautiful|stunning|gorgeous|epic|dramatic|lovely|pretty|high quality|"
      + "masterpiece|detailed|loop|looping|animation|animate|animated|make|create|generate|draw|show|"
      + "please|style|background|foreground|distance|middle|moment|atmosphere|mood|light|lights|air|"
      + "wind|breeze|feeling|beauty|time|world|place|way|top|bottom|side|edge|corner|front|back|"
      + "landscape|nature|scenery|weather|portrait mode|vertical|horizontal|aspect|ratio|resolution|"
      + "ultra|quality|lens|depth|field of view|reflection|reflections|shadow|shadows|color|colour|"
      + "colors|colours|tone|tones|palette|music|sound|voice|text|word|words|quote|title|caption|"
      + "caption saying|saying|says|lot|bit|kind|sort|piece|series|story|dream|memory|end|beginning|"
      + "surface|ground|earth|land|motion|movement|effect|transition|length|duration|short|long|quiet|"
      + "calm|gentle|soft|warm|cold|cool|bright|dark|old|new|young|silent|peaceful|serene|"
      + "镜头|视频|短片|电影|画面|场景|图片|照片|秒|分钟|慢慢|缓慢|缓缓|推进|推近|拉远|拉近|平移|环绕|特写|远景|航拍|电影感|高清|超清|"
      + "美丽|漂亮|唯美|壮观|绝美|震撼|生成|制作|做|画|创建|一段|一幅|请|风格|背景|前景|氛围|光|灯光|风|微风|循环|动画|色调|"
      + "颜色|音乐|文字|写着|标题|宁静|安静|温暖|寒冷|明亮|黑暗|平静|静谧|浪漫|梦幻|世界|地方|时候|时光|景色|风景|自然|美景|大自然|倒影|影子",
      .ignored),
  ]
}

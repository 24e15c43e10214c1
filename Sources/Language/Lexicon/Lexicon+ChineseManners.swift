import Timeline

/// How Chinese speakers soften, complain and call things.
extension Lexicon {
  /// Complaints: what is too much of something is to be less so.
  static let complaints: [(Term, String)] = {
    let degrees = ["太", "有点", "有点儿", "有些", "过于", "太过", "过"]
    let wishes: [(Term, [String])] = [
      (.change(.quieter), ["吵", "响", "大声", "闹"]),
      (.change(.louder), ["轻", "小声", "安静"]),
      (.change(.faster), ["慢", "拖", "拖沓", "磨叽", "啰嗦", "磨蹭"]),
      (.change(.slower), ["快", "赶"]),
      (.change(.shorter), ["长", "久"]),
      (.change(.longer), ["短", "仓促"]),
      (.change(.smaller), ["大"]), (.change(.larger), ["小"]),
      (.treatment(.look, "dark"), ["亮", "曝", "刺眼"]),
      (.treatment(.look, "bright"), ["暗", "黑"]),
      (.treatment(.look, "warm"), ["冷"]),
      (.treatment(.look, "cool"), ["暖", "黄"]),
      (.treatment(.look, "muted"), ["艳", "鲜艳", "花哨"]),
      (.treatment(.look, "saturated"), ["灰", "素", "寡淡"]),
    ]
    return wishes.map { term, words in
      let said = degrees.flatMap { degree in
        words.filter { degree != "过" || !["暖", "冷", "大"].contains($0) }
          .map { degree + $0 }
      }
      let plain = words.filter { $0.count == 1 && Self.adjectives.contains($0) }.flatMap { word in
        ["了", "了点", "了些", "了一点", "了点儿"].map { word + $0 }
      }
      return (term, (said + plain).joined(separator: "|"))
    } + [
      (.change(.quieter), "吵|吵死了|吵得很"), (.change(.faster), "拖沓|拖拖拉拉|拖"),
      (.change(.larger), "看不清|看不清楚|看不见"), (.change(.louder), "听不清|听不见|听不清楚"),
      (.treatment(.look, "bright"), "黑乎乎|黑漆漆|不够亮"),
      (.treatment(.look, "saturated"), "灰蒙蒙|灰扑扑|不够鲜艳"),
    ]
  }()

  /// 短了点 is as much a complaint as 太短.
  static let adjectives: Set = ["长", "短", "大", "小", "快", "慢", "亮", "暗", "响", "久", "轻"]

  /// Looks, what floats in the air, and parts of a picture, as they are called beside their names.
  static let spokenTreatments: [(Term, String)] = [
    (.treatment(.atmosphere, "snow"), "下大雪|下小雪|下着雪|下点雪|下起雪|下一场雪|下场雪|大雪纷飞|飘点雪|飘着雪|飘着雪花|飘雪花|雪花飘落"),
    (.treatment(.atmosphere, "snow"), "飘点雪花|雪效果"),
    (.treatment(.atmosphere, "rain"), "下点雨|下大雨|下小雨|下起雨|下着雨|下场雨|下一场雨|雨天|雨景|毛毛雨|下雨效果|雨水打落"),
    (.treatment(.atmosphere, "petals"), "樱花飘落|花瓣飘落|落花|樱花雨|飘花瓣|飘点花瓣|桃花|飘樱花|落英缤纷|花瓣飞舞"),
    (.treatment(.atmosphere, "fog"), "雾蒙蒙|起点雾|雾天|烟雾缭绕|雾气缭绕|云雾缭绕|晨雾|薄薄的雾"),
    (.treatment(.atmosphere, "dust"), "飘点尘埃|飘尘|灰尘颗粒|漂浮的灰尘|空气中的尘埃"),
    (.treatment(.atmosphere, "embers"), "火星飘散|火星四溅|火花四溅|飘点火星|火星往上飘|火星子往上飘"),
    (.treatment(.atmosphere, "god_rays"), "光柱|体积光|圣光|阳光洒下来|阳光照进来|一束光|丁达尔效应"),
    (.treatment(.atmosphere, "bokeh"), "光点|梦幻光斑|虚化光斑|光斑效果"),
    (.treatment(.look, "warm"), "暖洋洋|温暖|温暖一点|暖暖的|暖调|暖色系|暖一点点|暖些|偏黄|调暖一点|调暖些|暖色滤镜|日落感"),
    (.treatment(.look, "cool"), "冷调|冷色系|清冷|冷一点点|冷些|偏蓝|调冷一点|调冷些|冷色滤镜|冷淡"),
    (.treatment(.look, "bright"), "亮些|亮一点点|调亮点|调亮一点|调亮些|提亮一点|提亮点|提亮些|明亮|明亮一点|亮堂|亮度高一点|亮度调高|提高亮度"),
    (.treatment(.look, "bright"), "亮度提高|增加亮度|加亮"),
    (.treatment(.look, "dark"), "暗些|暗一点点|调暗点|调暗一点|调暗些|压暗一点|压暗点|压暗些|亮度低一点|亮度调低|降低亮度|亮度降低|昏暗|阴沉"),
    (.treatment(.look, "contrast"), "对比度调高|对比度拉高|加大对比度|增强对比度|加强对比度|对比度高点|对比度强一点|高对比度|高对比|对比强烈"),
    (.treatment(.look, "contrast"), "对比度高一些|对比度大一点|拉高对比度"),
    (.treatment(.look, "soft"), "对比度低一点|对比度调低|对比度低点|减小对比度|降对比度|低对比度|低对比|柔一点|柔和些|柔和点|柔美"),
    (.treatment(.look, "saturated"), "饱和度拉高|饱和度调高|饱和度高点|饱和度高一些|提升饱和度|加饱和度|鲜艳些|鲜艳点|颜色鲜艳|色彩鲜艳"),
    (.treatment(.look, "saturated"), "颜色鲜艳点|颜色鲜艳一点|色彩浓郁|浓郁"),
    (.treatment(.look, "saturated"), "增强饱和度|高饱和|高饱和度|颜色浓一点|饱和一点|饱和点|更饱和"),
    (.treatment(.look, "muted"), "饱和度调低|饱和度低点|饱和度低一些|减饱和度|低饱和|淡雅|颜色淡一点|颜色淡点|清淡|素一点|莫兰迪|莫兰迪色|褪色"),
    (.treatment(.look, "vintage"), "复古一点|复古点|复古感|复古滤镜|老旧|旧旧的|怀旧感|怀旧风|港风|年代感|老胶片|八十年代|九十年代|泛黄"),
    (.treatment(.look, "black_and_white"), "黑白片|黑白滤镜|黑白电影|黑白风格|黑白风|黑白照|去色|变成黑白|黑白照片"),
    (.treatment(.look, "film"), "胶片滤镜|胶片效果|电影胶片|胶片风格|胶卷|胶卷感|胶片味"),
    (.treatment(.look, "grain"), "颗粒效果|噪点感|胶片颗粒感|粗颗粒"),
    (.treatment(.look, "bloom"), "柔光效果|光晕效果|朦胧感|朦胧"),
    (.treatment(.look, "vignette"), "暗角效果|四周压暗|四角变暗|边缘压暗|四周暗一点|四角暗一点|四周变暗"),
    (.treatment(.look, "light_leak"), "漏光效果|镜头光晕|镜头眩光|眩光|光污染"),
    (.treatment(.region, "hair"), "毛发|毛|猫毛|狗毛|胡子|胡须|羽毛|马尾|辫子|刘海|秀发|发梢|头发丝"),
    (.treatment(.region, "cloth"), "窗帘布|衣角|裙角|围巾|丝巾|旗|红旗|国旗|帘子|纱帘|布帘|披风|斗篷|飘带|衣袖|床单"),
    (.treatment(.region, "foliage"), "枝叶|树枝|花草|花朵|草丛|柳条|柳树|竹子|竹叶|荷叶|芦苇|麦田|麦浪|稻田|小草|绿植|花丛|花儿|叶片"),
    (.treatment(.region, "foliage"), "树林|椰子树"),
    (.treatment(.region, "water"), "水流|江水|江面|溪水|小溪|喷泉|浪花|海浪|大海|水波|波纹|湖|浪|溪流|泳池|河面"),
    (.treatment(.region, "sky"), "云海|白云|乌云|晚霞|星空|星星|天上的云|天空的云|云雾|天上的白云|朝霞"),
    (.treatment(.region, "fire"), "火苗|火堆|炉火|灯火|烛火|壁炉|火光|篝火堆|炭火"),
    (.treatment(.region, "smoke"), "烟气|水蒸气|热气|白烟|烟囱的烟|烟圈|青烟"),
    (.treatment(.effect, "dissolve"), "溶解消失|慢慢溶解消失|化成灰|变成灰|化为灰烬|像灰一样消散|消散掉|灰飞烟灭|像沙子一样消散|溶解掉|粒子消散"),
    (.treatment(.effect, "dissolve"), "粒子化|化成沙|随风消散"),
    (.treatment(.effect, "dissolve"), "慢慢溶解|像灰一样慢慢溶解消失|像灰一样溶解"),
    (.treatment(.effect, "explode"), "炸|炸掉|爆炸掉|炸碎|爆炸效果|炸飞|爆掉|炸成碎片"),
    (.treatment(.effect, "melt"), "融掉|融化掉|像冰淇淋一样化掉|熔化掉|化成水|化开"),
    (.treatment(.effect, "squish"), "压扁它|捏一捏|压瘪|拍扁|挤扁|捏扁它|捏扁掉"),
    (.treatment(.effect, "inflate"), "膨胀起来|变胖|鼓起|充气变大|吹气球一样|像气球一样鼓起来|鼓成气球"),
    (.treatment(.effect, "levitate"), "悬浮起来|浮起|升空|飘在空中|飘浮|飘浮起来|漂浮起来|腾空|飞起来|浮在空中"),
    (.treatment(.effect, "tear"), "撕成两半|撕成碎片|撕掉|撕烂|扯开|撕"),
    (.treatment(.effect, "crumble"), "碎掉|碎裂掉|碎成渣|崩碎|裂开|碎成一块一块|破碎掉|粉碎掉|碎成碎片|坍塌"),
    (.animate, "飘动|飘扬|摆动|流动|荡漾|摇曳|飞扬|舞动|流淌|翻涌|翻滚|起伏|波动|涌动|浮动|燃烧|跳动|闪烁|吹动|飘荡|随风飘动|随风摆动|随风动"),
    (.animate, "摇摆|动一动|飘一飘|摆一摆|摇一摇|动一下|动动|有动感|微微动|动着|动|流起来|烧起来|游动|闪动|飘舞|飞舞|拂动|随风飘|随风飘扬|随风摇|随风摇摆"),
    (.animate, "随风摇曳|随风摆|随风动一动|动一动就行|有点动感|鲜活起来|生动起来"),
  ]

  /// Words that say nothing of their own in speech.
  static let spokenFiller: [(Term, String)] = [
    (.filler, "一上来|一上来就|那么|这么|看着|看起来|看上去|晕|看着晕|眼花|文艺|文艺一点|文艺点|高级|高级一点|高级感|好看点|好看一点|呗|咯|啦|哎|唉|嗯|呃"),
    (.filler, "额"),
    (.filler, "诶|欸|那啥|就是|就是说|其实|反正|老是|总觉得|觉得|喔|噢|哟|对了|话说|顺便|顺手|统统|通通|一律|一块儿|立刻|马上|赶紧|干脆|索性|尽量|最好"),
    (.filler, "尽可能"),
    (.filler, "就行|就好|就可以|就可以了|就够了|即可|行了|得了|好了|的样子|那样|这样|那种|这种|似的|特别|识别|分别|个别|各自|蛮|贼|有一点|显得|不够|处理"),
    (.filler, "处理一下"),
    (.filler, "一行|一行字|行字|一句|句话|一句话|一排|三个字|两个字|四个字|几个字|五个字|个字|字眼|然后呢|以内|之内|以上|份|半段时间|一丢丢|一点点|一点儿"),
    (.filler, "点儿|点点"),
    (.filler, "大家|观众|朋友|同学|老师|亲|哥|姐|家人们|宝|宝子|师傅|那个啥|就那个|哈哈|哈哈哈|哈哈哈哈|嘿嘿|嘻嘻|拜托|求求你|求求了|辛苦|辛苦了|劳烦"),
    (.filler, "请你|帮个忙"),
    (.filler, "来点|来个|来一个|来段|来一段|来些|来张|搞个|搞点|弄个|弄点|整个活|整点|做个|做一个|做点|给点|给个|上个|上点|给来个|给来点|来上|整一个"),
    (.filler, "弄一个|搞一个"),
    (.filler, "那段时间|的时候|那时|的时刻|的位置|位置|的地方|处|那儿|那边|这边|左右|附近|之处|中间位置|开始的时候|一会儿|一会|会儿|一阵|太多|多余"),
    (.filler, "没用"),
    (.filler, "下点|下起|下着|飘|飘着|飘点|落下|落下来|飘落|飘下来|飘过|空气里|空气中|天上|画面里|画面中|镜头里|背景里|往下落|往下飘|慢慢悠悠|悠悠|随风"),
    (.filler, "抖动得厉害|厉害|拼在一起|连起来|连接|衔接|过渡自然|生硬|不那么生硬|别那么生硬|别太生硬|突兀|别那么突兀|别太突兀|不要那么生硬|不那么突兀|挡画面"),
    (.filler, "挡脸|太挡画面"),
    (.filler, "也行|都行|怎么样都行|你看着办|随便|看情况|差不多就行|越快越好|重新|再次|另外再|额外|单独|专门|特意|稍后|先别|暂时|先不|好一点|更好|更好看"),
    (.filler, "更自然"),
    (.filler, "给它|给他|给她|给画面|在画面|在视频|这几段|那几段|这几个|那几个|这么多|那么多|猫|狗|狗狗|猫咪|小猫|小狗|人|人物|孩子|宝宝|她|这只|那只"),
    (.filler, "这位|只"),
    (.filler, "女声|男声|温柔|温柔一点|童声|萝莉音|御姐音|磁性"),
  ]

  /// Words that the rules of Chinese look for by how they are written.
  static let markedFiller: [(Term, String)] = [
    (.filler, "如果|要是|假如|假使|倘若|若是|若|万一|如果说|要是说|的话|那就|那么就|就请|就给我|就把|则|除了|除|除开|除去|以外|之外|外|以外的|之外的"),
    (.filler, "超过|多于|少于|不到|不足|超"),
    (.filler, "其他|其它|其余|剩下|剩下的|余下|余下的|剩余|剩余的|其他的|其余的|其它的|别的|另外的|其他地方|其他部分|其余部分|别的地方|周围|其他东西|别的东西"),
    (.filler, "保持|当中|间|交界处|衔接处"),
    (.filler, "后半段|后半部分|后半截|后面那半段|后面半段|后面那段|后一半|后面一半|前半段|前半部分|前半截|前面那半段|前面半段|前面那段|前一半|前面一半"),
    (.not, "别|别再|不要再|别给我|不准|不许|甭|没有|没"),
  ]

  /// Families of fonts by the names of their shapes.
  static let fontNames: [(Term, String)] = [
    (.fontName("KaiTi"), "楷体|楷书|华文楷体|正楷"), (.fontName("宋体"), "宋体|华文宋体|老宋"),
    (.fontName("黑体"), "黑体|华文黑体|粗黑|粗黑体"), (.fontName("FangSong"), "仿宋|仿宋体|华文仿宋"),
    (.fontName("LiSu"), "隶书|隶体"), (.fontName("STXingkai"), "行书|行楷|草书|书法体|毛笔字|毛笔体|手写体|手写字体|书法字体"),
    (.fontName("圆体"), "圆体|幼圆|圆润字体|卡通体|可爱字体"),
    (.fontName("Noto Sans CJK SC"), "思源黑体|无衬线|无衬线体|苹方|微软雅黑|雅黑|等线"),
    (.fontName("Noto Serif CJK SC"), "思源宋体|衬线|衬线体|有衬线"),
  ]

  /// What people call the things that can't be had, most of them verbs that take their object
  /// between them: 配个音, 打个码.
  static let spokenFeatures: [(Term, String)] = [
    (.feature("voice-over"), "配个音|配一段音|配上音|配一下音|配音解说|女声旁白|男声旁白|旁白配音|念出来|读出来|念一遍|ai配音|真人配音|配上旁白"),
    (.feature("voice-over"), "配个旁白|文字转语音|语音播报|加个配音|朗诵"),
    (.feature("sound effects"), "声效|音效声|特效音|背景音效|环境音|环境声|海浪声|鸟叫声|掌声|笑声|欢呼声|转场音效|鼓掌声|雨声|风声"),
    (.feature("noise reduction"), "降个噪|降一下噪|降下噪|去噪音|去杂音|背景噪音|噪音|杂音|背景杂音|底噪|电流声|风噪|消除噪音|人声增强|去除噪音"),
    (.feature("noise reduction"), "噪声"),
    (.feature("beat sync"), "卡个点|卡一下点|卡节奏|踩节奏|跟着节奏|对节奏|节奏点|合拍|跟着鼓点|鼓点|卡音乐|跟着音乐节奏|按节拍|按节奏|音乐卡点"),
    (.feature("beat sync"), "踩着点|对上节拍|卡着节拍"),
    (.feature("face blurring"), "打个码|打上码|打个马赛克|加马赛克|模糊人脸|脸模糊掉|脸打码|遮住脸|把脸遮住|打上马赛克|挡住脸|车牌打码|脸糊掉"),
    (.feature("background removal"), "抠个图|抠一下图|抠像|抠出来|抠出|换个背景|抠掉背景|绿幕抠像|抠人像|抠下来|背景抠掉|换成绿幕"),
    (.feature("stabilising"), "防个抖|防抖处理|去抖|去抖动|增稳处理|稳一点|稳定一下|画面稳定|稳定一点|稳定器|太抖|太晃|有点抖|有点晃|抖得厉害"),
    (.feature("stabilising"), "晃得厉害|去除抖动|消除抖动"),
    (.feature("upscaling"), "提升画质|画质提升|变清晰|修复画质|高清修复|画质修复|清晰一点|清晰点|更清晰|提升清晰度|增强画质|ai修复|老片修复"),
    (.feature("upscaling"), "画质增强一下|超分辨率|修复一下"),
    (.feature("picture-in-picture"), "画中画效果|小窗|小窗口|叠一个小画面|悬浮窗"),
    (.feature("split screen"), "左右分屏|上下分屏|三分屏|双屏|四宫格|九宫格|拼图|并排|分屏效果|分成左右两半显示|同屏"),
    (.feature("lip sync"), "对口型|嘴型|口型对上|数字人|说话的数字人|口型|让他说话|让她说话|让它说话|开口说话"),
    (.feature("automatic subtitles"), "自动识别一下字幕|识别字幕|识别一下字幕|语音识别|听写字幕|生成字幕|自动生成字幕|自动加字幕|自动上字幕"),
    (.feature("automatic subtitles"), "智能字幕|一键字幕|根据语音加字幕|识别语音|语音转文字|把说的话转成字幕|自动识别语音|自动配字幕|ai字幕"),
    (.feature("automatic subtitles"), "生成一下字幕|把话转成字幕|识别成字幕|自动出字幕"),
    (.feature("music generation"), "自动配乐|ai作曲|作曲|写一首歌|生成一首歌|生成音乐|编一段音乐|配个乐|配一段乐|配乐生成"),
    (.feature("replacing the music"), "换一首歌|换首音乐|换一首音乐|换个音乐|换个bgm|换一首bgm|换首bgm|换一首|换成一首|换一段音乐"),
    (.feature("replacing the music"), "换个背景音乐|换段音乐|换一首背景音乐|换成一首轻快的|换个歌"),
    (.feature("retouching faces"), "美颜|磨皮|瘦脸|美白|美个颜|瘦个脸|大眼|去皱|去痘|化妆|美妆"),
    (.feature("changing voices"), "变声|变个声|变声器|变成女声|变成男声|改变声音"),
    (.feature("translation"), "翻译字幕|翻译成英文|翻译成中文|字幕翻译|双语字幕|中英字幕|中英双语|翻译一下字幕|译成英文"),
    (.feature("removing objects"), "去路人|消除路人|去掉路人|抹掉路人|p掉|擦掉路人|把路人去掉|去除路人|路人去掉|路人p掉|消除笔"),
    (.feature("mirroring"), "镜像|镜像翻转|左右翻转|水平翻转|上下翻转|垂直翻转|翻转画面|翻转一下|左右镜像"),
    (.feature("drawing styles"), "漫画风格|动漫风格|油画风格|水彩风格|卡通风格|赛博朋克风格|像素风格|素描风格|水墨风格|国画风格|漫画风|动漫风"),
    (.feature("drawing styles"), "油画风|水彩风|卡通风|赛博朋克|赛博朋克风|像素风|素描风|宫崎骏风|吉卜力|吉卜力风|动漫化|转成动漫|水墨风|国画风"),
    (.feature("drawing styles"), "手绘风|二次元"),
    (.feature("stickers"), "贴纸|表情包|贴个表情|emoji贴纸|箭头贴纸|加个箭头|花字"),
    (.feature("masks"), "蒙版|遮罩|圆形蒙版"), (.feature("keyframes"), "关键帧|打关键帧"),
    (.feature("shuffling"), "打乱|打乱顺序|随机排序|随机排列|随机顺序|顺序打乱|洗牌"),
    (.feature("swapping faces"), "换脸|换张脸|ai换脸"),
  ]
}

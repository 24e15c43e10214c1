import Timeline

extension Lexicon {
  /// Cutting, playing, joining.
  static let editWords: [(Term, String)] = [
    (.verb(.trim), "trim|trim off|shave|shave off|裁剪|截取|剪辑|剪|裁|缩短|shorten|trim down"),
    (.verb(.cut), "cut|hard cut|jump cut|straight cut|cuts|硬切|直切|切"),
    (.verb(.remove), "remove|delete|get rid of|take out|take off|cut off|cut out|lose|erase"),
    (.verb(.remove), "strip|strip out"),
    (.verb(.remove), "chop off|chop|trim away|裁掉|剪掉|删掉|删除|去掉|去除|移除|切掉|剪去|裁去|删去|不要|拿掉|截掉"),
    (.verb(.remove), "drop"),
    (.verb(.keep), "take|keep|keep only|only keep|use only|only use|retain|保留|只保留|只留|留下|只要|只用"),
    (.verb(.keep), "仅保留"),
    (.noun(.start), "最前面|最前|start|beginning|opening|intro|front|head|开头|开始|片头|起|开始处|开场"),
    (
      .request(.remove(.music)),
      "remove the background music|remove background music|delete the background music"
        + "|take out the background music|no background music|get rid of the background music"
    ),
    (.noun(.end), "end|ending|outro|tail|结尾|末尾|片尾|结束|最后面|收尾"),
    (.tempo(0.5), "slow motion|slow mo|slowmo|slomo|slo mo|slowed down|慢动作|慢镜头|慢放|升格"),
    (.tempo(2), "fast motion|double speed|twice as fast|twice the speed|fast forward|快动作|快进|双倍速"),
    (.tempo(0.5), "half speed|half as fast|half the speed|at half speed|twice as slow|半速|一半速度"),
    (.tempo(0.5), "慢一倍"),
    (.tempo(1), "normal speed|real time|original speed|regular speed|正常速度|原速|常速"),
    (.change(.faster), "faster|speed up|speed it up|speed this up|sped up|quicker|accelerate|加速"),
    (.change(.faster), "加快|调快|更快|快一点|快点|快一些"),
    (.change(.slower), "slower|slow down|slow it down|slow this down|减速|放慢|减慢|调慢|更慢|慢一点|慢点|慢一些"),
    (.noun(.speed), "speed|playback speed|pace|速度|变速|播放速度"),
    (.playback(.reverse), "backwards|reverse|reversed|play backwards|play it backwards"),
    (.playback(.reverse), "play in reverse|in reverse|rewind"),
    (.playback(.reverse), "playing backwards|倒放|倒着放|倒播|反向播放|逆放|回放|倒带"),
    (.playback(.freeze), "freeze|freeze frame|frozen|定格|冻结|静帧"),
    (.playback(.loop), "loop|looping|looped|repeat|seamless loop|循环|循环播放|重复播放|无缝循环"),
    (.playback(.boomerang), "boomerang|ping pong|back and forth|往返|来回播放|来回|回旋镖|往复"),
    (.playback(.normal), "play normally|normal playback|play forwards|forwards|play it forwards"),
    (.playback(.normal), "play forward|play it forward|正常播放|正放"),
    (
      .fit(.fit), "fit|black bars|letterbox|letterboxed|fit inside|fit in frame|适应|适应画面|完整显示|留黑边|黑边"
    ),
    (.fit(.fill), "fill|fill the frame|fill frame|fill the screen|填充|填满|铺满|充满|占满画面|填满画面|铺满画面"),
    (.fit(.blurPad), "blur pad|blur padding|blurred pad|blurred background|blur background"),
    (.fit(.blurPad), "blurred bars"),
    (.fit(.blurPad), "blurry background|blur the background|blur bars|模糊背景|背景模糊|虚化背景|背景虚化|模糊填充"),
    (.fit(.blurPad), "高斯模糊背景"),
    (.fit(.crop), "crop|cropped|裁切|裁切画面"),
    (.fade(.in), "fade in|fades in|fade up|淡入|渐入|渐显"),
    (.fade(.out), "fade to black|fade out to black|fade out to white|fade to white|淡出到黑|渐黑|淡出至黑"),
    (.fade(.in), "fade from black|fade in from black|fade in from white|fade from white|从黑淡入"),
    (.fade(.out), "fade out|fades out|fade away|淡出|渐出|渐弱|渐隐"),
    (.fade(.both), "fade in and out|fade in out|fade in and fade out|fades in and out|淡入淡出"),
    (.fade(nil), "fade|渐变"),
    (.passage(.dissolve), "dissolve|cross dissolve|crossfade|cross fade|crossfading|cross fading"),
    (.passage(.dissolve), "x fade|xfade|fade transition|fade transitions|fading transition"),
    (.passage(.dissolve), "转场用淡入淡出|转场改成淡入淡出|转场换成淡入淡出|转场淡入淡出|转场加淡入淡出|淡入淡出的转场"),
    (.passage(.dissolve), "转场用淡化|淡入淡出过渡|淡入淡出的过渡|片段之间淡入淡出|镜头之间淡入淡出"),
    (.passage(.dissolve), "cross dissolves|blend|叠化|溶接|交叉溶解|交叉淡化|交叉叠化|叠化转场|淡化转场|淡入淡出转场"),
    (.wipe, "wipe|擦除|划变|擦除转场"),
    (.passage(.wipeLeft), "wipe left|向左擦除|左擦除"),
    (.passage(.wipeRight), "wipe right|向右擦除|右擦除"),
    (.passage(.wipeUp), "wipe up|向上擦除|上擦除"),
    (.passage(.wipeDown), "wipe down|向下擦除|下擦除"),
    (.slide, "slide|滑动|滑动转场|推移"),
    (.passage(.slideLeft), "slide left|向左滑动|左滑"),
    (.passage(.slideRight), "slide right|向右滑动|右滑"),
    (.passage(.slideUp), "向上滑动"), (.passage(.slideDown), "slide down|向下滑动|下滑"),
    (
      .passage(.dipBlack), "dip to black|fade through black|dip black|through black|闪黑|黑场过渡|黑场转场|黑场"
    ),
    (.passage(.dipWhite), "dip to white|fade through white|dip white|through white|flash white"),
    (.passage(.dipWhite), "white flash"),
    (.passage(.dipWhite), "闪白|白场过渡|白场转场|白场"),
    (.passage(.cut), "no transition|no transitions|without transitions|without transition|硬切转场"),
    (.passage(.cut), "无转场|不要转场|没有转场|去掉转场|直接切换|硬切"),
    (.fit(.blurPad), "blurred borders|blurred edges|blurry borders|blur the edges|模糊背景填充|用模糊背景填充"),
    (.fit(.blurPad), "模糊填充背景|模糊边框|用模糊背景|模糊背景填满"),
    (.fit(.crop), "两边裁掉|裁掉两边|多余的裁掉|多出来的裁掉|多出来的两边裁掉|crop the edges|crop off the edges"),
    (
      .fit(.fill),
      "no black bars|without black bars|no letterbox|without letterbox|no bars|不要黑边|没有黑边"
    ),
    (.fit(.fill), "不留黑边|去掉黑边|别有黑边|不要有黑边"),
    (.filler, "instead of cropping|instead of crop|rather than cropping|rather than crop|就行|就可以了"),
    (.change(.later), "later|late|晚|推迟|延后|往后|晚点|迟"),
    (.change(.earlier), "earlier|sooner|early|早|提前|提早|往前|早点"),
    (.noun(.transition), "transition|转场|过渡|切换效果"),
    (
      .split,
      "split|split up|slice|slice up|divide|cut in half|cut in two|分割|拆分|分开|切开|切成|分成|拆成|一分为二"
    ),
    (
      .duplicate,
      "duplicate|copy|clone|make a copy of|make a duplicate of|repeat once|复制|拷贝|克隆|复制一份|再来一份"
    ),
    (
      .swap,
      "swap|switch|exchange|swap around|switch around|trade places|互换|对调|调换|交换|换位置|换个位置|调个位置|互换位置"
    ),
    (
      .reorder,
      "reverse the order|reverse order|in reverse order|flip the order|backwards order|倒序|颠倒顺序"
    ),
    (.reorder, "颠倒片段顺序|颠倒片段的顺序|颠倒顺序|颠倒片段"),
    (.split, "分割成|切割成|分割为"),
    (.reorder, "反过来排|顺序倒过来|顺序反过来|倒过来排|顺序颠倒|reverse the order of"),
    (.duck, "duck|duck the music|duck music|duck it|ducking|auto duck|音乐闪避|闪避|压低音乐|压低背景音乐|自动闪避"),
  ]

  /// Sound.
  static let soundWords: [(Term, String)] = [
    (.noun(.volume), "volume|loudness|level|音量|响度"),
    (.noun(.music), "music|bgm|background music|song|soundtrack|the track|音乐|背景音乐|配乐|歌曲|歌|伴奏"),
    (.noun(.sound), "sound|audio|声音|音频|音轨|声"),
    (.noun(.ownSound), "original sound|original audio|clip audio|clip sound|video sound"),
    (.noun(.ownSound), "video audio"),
    (.noun(.ownSound), "original volume|clip volume|原声|视频原声|原音|原视频声音|视频声音"),
    (.mute, "mute|muted|silence|silent|silently|no sound|no audio|without sound|without audio"),
    (.verb(.remove), "turn off|switch off|关掉|关闭"),
    (.mute, "turn off the sound|turn the sound off|静音|无声|消音|关闭声音|关掉声音|去掉声音|不要声音|没有声音"),
    (.change(.louder), "louder|turn it up|大声|大声一点|大声点|响一点|更响|更大声"),
    (.change(.quieter), "quieter|turn it down|softer|小声|小声一点|小声点|轻一点|更小声"),
    (.change(.up), "turn up|raise|increase|boost|调高|调大|提高|增大|升高|增加|提升"),
    (.change(.down), "turn down|reduce|decrease|调低|调小|降低|减小|减少|压低|减弱"),
    (.change(.longer), "longer|extend|lengthen|延长|更长|长一点|久一点"),
    (.change(.shorter), "shorter|更短|短一点"),
    (.change(.larger), "bigger|larger|taller|更大|大一点|大一些|大点|加大"),
    (.change(.smaller), "smaller|更小|小一点|小一些|小点"),
  ]
}

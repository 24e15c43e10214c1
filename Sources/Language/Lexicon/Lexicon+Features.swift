extension Lexicon {
  /// What Kinora knows by name and can't do yet: its name, its Chinese name, synonyms of both.
  static let features: [(english: String, chinese: String, synonyms: String)] = [
    // Look.
    ("warmer colors", "偏暖", "warmer|warm|warm look|warm tones|暖色|暖色调|暖一点|暖|偏暖色"),
    ("cooler colors", "偏冷", "cooler|cold tones|cool tones|cool look|冷色|冷色调|冷一点"),
    ("brighter picture", "调亮", "brighter|brighten|brightness|亮一点|更亮|亮度|提亮"),
    ("darker picture", "调暗", "darker|darken|暗一点|更暗|压暗"),
    ("contrast", "对比度", "more contrast|less contrast|higher contrast|high contrast|反差"),
    ("saturation", "饱和度", "saturated|more saturated|vivid|vibrant|desaturated|muted colors|鲜艳"),
    ("vintage look", "复古", "vintage|retro|old film|复古风|怀旧"),
    ("black and white", "黑白", "black & white|monochrome|grayscale|greyscale|b&w|noir|黑白效果"),
    ("teal and orange", "青橙色调", "teal & orange|teal orange|青橙"),
    ("vignette", "暗角", "vignetting"), ("film grain", "颗粒", "grain|grainy|noise|胶片颗粒|噪点"),
    ("bloom", "柔光", "glow|glowing|辉光|发光"),
    ("light leaks", "漏光", "light leak"), ("film look", "胶片", "35mm film|kodak|film stock|胶片感"),
    ("color grading", "调色", "color grade|colour grade|colour grading|grade|lut|滤镜|filter"),
    // Atmosphere.
    ("snow", "雪", "snowing|snowfall|falling snow|snowflakes|下雪|雪花|飘雪"),
    ("rain", "雨", "raining|rainy|raindrops|下雨|雨滴|雨水"), ("dust", "尘埃", "dust particles|灰尘|粉尘"),
    ("embers", "火星", "ember|sparks|火花|余烬"), ("fog", "雾", "mist|foggy|misty|haze|雾气|薄雾|起雾"),
    ("bokeh", "光斑", "bokeh lights|散景"), ("god rays", "光束", "light rays|sun rays|sunbeams|丁达尔|光线"),
    ("petals", "花瓣", "falling petals|cherry blossoms|飘落的花瓣|樱花"),
    ("particles", "粒子", "confetti|fireworks|smoke effect|烟花|彩带|粒子效果"),
    // Regions.
    (
      "moving sky", "让天空动",
      "only the sky moves|make the sky move|make the clouds move|move the sky|moving clouds"
        + "|drifting clouds|只让天空动|天空动|云动|云飘"
    ),
    (
      "moving water", "让水动",
      "flowing water|only the water moves|make the water move|the water moves|moving waves"
        + "|只让水动|水流动|流水|水动"
    ),
    ("region motion", "局部动态", "cinemagraph|keep still|moves only|局部动|动态照片"),
    // Effects.
    ("dissolving into particles", "溶解", "disintegrate|disintegrates|消散|溶解效果"),
    ("explosion", "爆炸", "explode|explodes|blow up|炸开"), ("melting", "融化", "melt|melts"),
    ("squishing", "捏扁", "squish|squash|挤压"), ("inflating", "膨胀", "inflate|充气"),
    ("levitation", "悬浮", "levitate|levitating|floating|float|漂浮"),
    ("tearing", "撕开", "tear|rip|tear apart|撕裂"), ("crumbling", "碎裂", "crumble|shatter|破碎"),
    // Sound.
    (
      "music generation", "生成音乐",
      "generate music|配乐生成|加首歌|lo-fi|lofi|upbeat"
    ),
    ("replacing the music", "换音乐", "replace the music|change the music|another song|换背景音乐|换首歌|换歌"),
    ("ducking", "压低音乐", "duck|duck the music|duck music|音乐闪避|闪避"),
    (
      "beat sync", "卡点",
      "sync to the beat|beat synced|on the beat|to the beat|cut to the beat|踩点|跟着节拍"
    ),
    ("voice-over", "配音", "voiceover|narration|narrate|narrator|text to speech|tts|旁白|解说|朗读"),
    ("sound effects", "音效", "sound effect|sfx|whoosh"),
    ("noise reduction", "降噪", "denoise|remove noise|noise removal|去噪"),
    // Whole-timeline verbs.
    ("splitting a clip", "分割", "split|split at|拆分|分开"),
    (
      "reordering clips", "调换顺序",
      "reorder|rearrange|swap|reverse the order|reverse order|倒序|颠倒顺序|调换|交换|换顺序|排序"
        + "|移到前面|移到最后"
    ),
    (
      "holding one frame", "定格单帧",
      "freeze the last frame|freeze the first frame|hold the last frame"
    ),
    (
      "holding the last frame", "定格最后一帧",
      "hold on the last frame|freeze on the last frame|freeze last frame"
    ),
    ("duplicating a clip", "复制", "duplicate|copy|clone"),
    ("extending", "加长", "twice as long|two times longer|double the length|half as long"),
    ("shortening", "缩短一些", ""),
    ("replacing a clip", "替换", "replace|swap out"),
    ("importing subtitles", "导入字幕", "srt|vtt|import subtitles|subtitle file|字幕文件"),
    (
      "automatic subtitles", "自动字幕",
      "auto captions|auto subtitles|transcribe|automatic captions|语音转字幕|自动识别字幕"
    ),
    ("face blurring", "人脸打码", "blur faces|blur the face|pixelate|打码|马赛克"),
    ("background removal", "抠图", "green screen|chroma key|绿幕"),
    ("stabilising", "防抖", "stabilize|stabilise|stabilization|deshake|稳定画面|增稳"),
    ("upscaling", "提升分辨率", "upscale|enhance|super resolution|超分|画质增强"),
    ("picture-in-picture", "画中画", "picture in picture|pip"),
    ("split screen", "分屏", "side by side|split-screen"),
    ("lip sync", "口型同步", "lipsync|talking head|对口型"),
    // The conversation.
    ("undo", "撤销", "undo that|revert|撤回"), ("redo", "重做", "redo that"),
    (
      "going back to a version", "回到旧版本",
      "go back to version|back to version|previous version|回到第|上一个版本|上一版"
    ),
    ("comparing versions", "对比", "compare|comparison|比较版本"),
    ("starting over", "重来", "start over|start again|from scratch|重新开始"),
    ("preview", "预览", "preview it"), ("status", "状态", "show tracks|show status|查看状态"),
    ("export", "导出", "download|export it|save it|send me the video|下载|导出视频"),
    ("credit balance", "积分", "balance|credits balance|余额|how many credits"),
    ("cancelling", "取消", "cancel|abort|stop rendering"),
    ("questions", "帮助", "what can you do|how does it work|你能做什么|怎么用"),
  ]
}

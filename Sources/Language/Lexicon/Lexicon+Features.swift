extension Lexicon {
  /// What Kinora knows by name and can't do yet: its name, its Chinese name, synonyms of both.
  static let features: [(english: String, chinese: String, synonyms: String)] = [
    // Sound.
    (
      "music generation", "生成音乐",
      "generate music|配乐生成|加首歌|lo-fi|lofi|upbeat"
    ),
    ("replacing the music", "换音乐", "replace the music|change the music|another song|换背景音乐|换首歌|换歌"),
    (
      "beat sync", "卡点",
      "sync to the beat|beat synced|on the beat|to the beat|cut to the beat"
        + "|踩点|跟着节拍|踩着节拍|踩节拍|卡着节拍|卡节拍|卡着点|跟着音乐节奏|跟着节奏|踩着节拍切换"
    ),
    ("voice-over", "配音", "voiceover|narration|narrate|narrator|text to speech|tts|旁白|解说|朗读"),
    ("sound effects", "音效", "sound effect|sfx|whoosh"),
    ("noise reduction", "降噪", "denoise|remove noise|noise removal|去噪"),
    // Whole-timeline verbs.
    ("replacing a clip", "替换", "replace|swap out"),
    ("importing subtitles", "导入字幕", "srt|vtt|import subtitles|subtitle file|字幕文件"),
    (
      "automatic subtitles", "自动字幕",
      "auto captions|auto subtitles|transcribe|automatic captions|语音转字幕|自动识别字幕"
    ),
    ("face blurring", "人脸打码", "blur faces|blur the face|pixelate|打码|马赛克"),
    ("background removal", "抠图", "green screen|chroma key|绿幕"),
    ("stabilising", "防抖", "stabilize|stabilise|stabilization|deshake|稳定画面|增稳"),
    ("loudness normalising", "响度统一", "loudness normalization|统一响度|音量统一|音量拉平"),
    ("upscaling", "提升分辨率", "upscale|enhance|super resolution|超分|画质增强"),
    ("picture-in-picture", "画中画", "picture in picture|pip"),
    ("split screen", "分屏", "side by side|split-screen"),
    ("lip sync", "口型同步", "lipsync|talking head|对口型"),
    ("retouching faces", "美颜", "beautify"), ("changing voices", "变声", "voice changer"),
    ("translation", "翻译", "translate the subtitles"),
    ("removing objects", "消除物体", "object removal"),
    ("cutting pauses", "剪掉停顿", ""), ("changing expressions", "改变表情", ""),
    ("background replacement", "换背景图", ""), ("adding objects", "添加物体", ""),
    ("changing objects", "改变物体", ""),
    ("mirroring", "镜像", "flip horizontally"), ("drawing styles", "画风转换", "style transfer"),
    ("stickers", "贴纸", "emoji stickers"), ("masks", "蒙版", "masking"),
    ("opacity", "不透明度", "transparency|transparent|translucent"),
    ("character animation", "人物动作", "make it dance|make her dance|make him dance"),
    ("countdowns", "倒计时", "countdown"), ("progress bars", "进度条", "progress bar"),
    ("scrolling text", "滚动字幕", "scrolling subtitles"),
    ("outlined text", "描边", "text outline|drop shadow"),
    ("shuffling", "随机排序", "shuffle"), ("keyframes", "关键帧", "keyframing"),
    ("swapping faces", "换脸", "face swap"),
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

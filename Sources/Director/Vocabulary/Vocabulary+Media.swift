import Language
import Timeline

extension Vocabulary {
  /// Media, and what is done with them.
  static let mediaWords: [(Term, String)] = [
    (
      .add,
      "add|added|adding|append|include|attach|insert|splice in|throw in|bring in|drop in|mix in"
    ),
    (.add, "add in|also add|tack on|join|加|加上|加入|添加|添上|插入|接上|拼上|补上|加进|加进去|加进来|追加|放进去"),
    (.add, "来点|来一点|来些|来一段|来段|来首|来一首"),
    (.add, "加到|加在|添加到|补到"),
    (.use, "use|using|take|work with|go with|使用|用|采用|用上|选|选用"),
    (.put, "put|place|stick|放|放到|放在|插到|插在|插入到|接到|接在|拼到|拼接到|摆到|摆在|置于|放上|放入"),
    (.move, "move|shift|移到|移动到|移至|挪到|调到|排到|排在|挪|移动"),
    (.remove, "remove|delete|take out|take away|leave out|get rid of|throw out|throw away|discard"),
    (.remove, "删除|删掉|删去|去掉|去除|移除|拿掉|不要|删"),
    (
      .replace,
      "replace|swap|swap out|exchange|substitute|change|换|换成|换为|替换|替换成|替换为|改成|改用|换掉|换上|更换|更换为"
    ),
    (.make, "make|create|produce|build|generate|making|制作|做一个|做个|做一段|做成|生成|剪成|剪一个"),
    (.it, "it|them|它|它们"),
    (.this, "this|these|that|those|this one|that one|这|这个|这些|那个|那些|这一个|这几个|这两个"),
    (.new, "new|newest|latest|uploaded|just uploaded|new one|new ones|i just uploaded"),
    (.new, "i uploaded|i just sent|i sent|i've just uploaded|that i uploaded|other|another"),
    (.new, "that i just uploaded|新|新的|刚上传的|刚才上传的|上传的|我上传的|刚传的|刚发的|我刚上传的|我刚才上传的|另|另外的"),
    (.all, "all|everything|all of them|all of these|all of it|both|both of them|全部|所有|所有的|都|全都|全"),
    (.only, "only|just the|仅|只|只有"),
    (.kind(.image), "picture|pictures|photo|photos|image|images|pic|pics|photograph|still|stills"),
    (.kind(.image), "png|jpg|jpeg|webp|gif|图|图片|照片|张图|张照片|张图片|相片|张|张相片|幅图|这张|这张图|这张照片"),
    (.kind(.image), "那张|那张图|那张照片|这张图片|那张图片|这幅图|这幅画|这些照片|这些图片|这些图|一张图|一张照片|一张图片"),
    (.kind(.video), "footage|视频素材|个视频|段视频|段录像|录像|条视频|这个视频|这段视频|那段视频|这些视频|那个视频|一段视频|一个视频|mov|mp4"),
    (
      .kind(.visual),
      "clip|clips|shot|shots|scene|scenes|segment|segments|片段|镜头|个片段|个镜头|段|个画面|这段|那段|这一段"
    ),
    (
      .kind(.any),
      "file|files|one|ones|media|medium|item|items|upload|uploads|文件|素材|个文件|个素材|段素材|个"
    ),
    (.kind(.any), "这个文件|这个素材|这些素材|这些文件"),
    (
      .kind(.audio),
      "song|songs|sound|sounds|audio|tune|audio file|music file|mp3|wav|m4a|recording"
    ),
    (.kind(.audio), "歌|歌曲|首歌|一首歌|音频|声音|个音频|段音频|音频文件|音乐文件|这首歌|那首歌|这首|那首|首|一首|这段音频|这段音乐|那段音乐|首音乐"),
    (.kind(.logo), "logo|logos|emblem|badge|标志|商标|徽标"),
    (
      .music,
      "music|bgm|background music|soundtrack|score|some music|some background music|the music"
    ),
    (.music, "background track|background song|backing track|another song|other music|new music"),
    (.music, "音乐|背景音乐|配乐|一段音乐|点音乐|段音乐|背景乐|段背景音乐|一段背景音乐|点背景音乐|一首背景音乐|首背景音乐|新音乐|别的音乐"),
    (.film, "video|videos|film|movie|mp4 file|the video|the film|视频|影片|短片|片子|电影|成片|作品"),
    (.quality(.draft), "draft|draft quality|quick|low|low quality|lowest quality|540p|480p|360p"),
    (.quality(.draft), "small|低质量|草稿|低清|低画质|流畅"),
    (.quality(.standard), "standard|standard quality|medium|medium quality|normal quality|720p|hd"),
    (.quality(.standard), "标清|标准|中等|中等质量|标准质量|高清720"),
    (.quality(.high), "high|high quality|best|best quality|highest quality|full quality|full hd"),
    (
      .quality(.high),
      "1080p|fullhd|fhd|top quality|in high quality|高质量|最高质量|高清|超清|高画质|最好|最高画质|全高清|最高"
    ),
    (.quality(.high), "4k|2160p|uhd|1440p|2k"),
  ]

  /// Captions as a file.
  static let captionWords: [(Term, String)] = [
    (.captionFile(.srt), "srt|srt file|subtitle file|subtitles file|caption file|captions file"),
    (.captionFile(.srt), "give me an srt|give me the srt|get me an srt|give me the subtitles"),
    (.captionFile(.srt), "give me the captions|send me the subtitles|send me the srt"),
    (.captionFile(.srt), "字幕文件|字幕档|srt文件|srt字幕|srt格式|srt格式的字幕"),
    (.captionFile(.vtt), "vtt|vtt file|webvtt|webvtt file|give me a vtt|give me the vtt"),
    (.captionFile(.vtt), "vtt文件|vtt字幕|vtt格式|vtt格式的字幕"),
  ]

  /// Parts of the film that an edit can be about.
  static let subjectWords: [(Term, String)] = [
    (.subject(.title), "title|titles|text|caption|captions|subtitle|subtitles|watermark|words"),
    (.subject(.title), "lower third|标题|字幕|文字|水印|字"),
    (
      .subject(.camera),
      "camera|camera move|camera moves|moves|motion|movement|zoom|pan|push in"
    ),
    (.subject(.camera), "animation|运镜|镜头运动|推近|缩放|动画|运动"),
    (.subject(.frame), "aspect|aspect ratio|format|frame|size|crop|portrait|landscape|square"),
    (.subject(.frame), "比例|画幅|竖屏|横屏|方形|尺寸"),
    (.subject(.transition), "transition|transitions|dissolve|dissolves|wipe|转场|叠化|过渡"),
    (.subject(.speed), "speed|speed change|slow motion|速度|变速|慢动作"),
    (.subject(.length), "length|duration|trim|cut|时长|长度|裁剪|剪辑"),
    (.subject(.volume), "volume|mute|fade|音量|静音|淡入|淡出"),
    (.subject(.look), "look|looks|filter|grade|color|colour|colors|black and white|vintage|warmth"),
    (.subject(.look), "vignette|grain|bloom|warm|调色|滤镜|黑白|复古|暗角|颗粒|色调|偏暖|偏冷"),
    (.subject(.atmosphere), "atmosphere|snow|rain|fog|dust|embers|bokeh|god rays|petals|fireworks"),
    (.subject(.atmosphere), "氛围|雪|雪花|雨|雾|尘埃|火星|光斑|光束|花瓣|烟花"),
    (.subject(.region), "moving sky|moving water|cinemagraph|局部动态|天空动"),
    (.subject(.effect), "effect|effects|explosion|explode|melt|特效|爆炸|融化|溶解"),
    (.subject(.playback), "reverse|reversal|loop|boomerang|freeze|倒放|循环|往返|定格"),
    (.subject(.removal), "deletion|removal|deleting|removing"),
    (.subject(.order), "reorder|reordering|order|swap|move order|顺序|调换|交换|换位置"),
  ]
}

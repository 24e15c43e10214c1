import Foley

extension SoundVocabulary {
  /// What can be heard. Words that also mean a sight ("rain") mean the sound only beside "sound".
  static let effectWords: [(SoundTerm, String)] =
    heard.map { (.effect($0, isHeard: true), $1) } + seen.map { (.effect($0, isHeard: false), $1) }
    + [
      (
        .sound,
        "sound|sounds|sound effect|sound effects|sfx|effect|effects|noise|noises|audio"
          + "|ambience|ambient sound"
          + "|fx|foley|音效|声效|声音|声|音|的声音|环境音|环境声|效果音|效果"
      )
    ]

  static let heard: [(SoundEffect, String)] = [
    (.whoosh, "whoosh|whooshes|swoosh|swooshes|swish|woosh|嗖|嗖嗖|呼啸|嗖的一声|嗖声|嗖嗖声|唰"),
    (.rise, "riser|risers|uplifter|build-up|buildup|上升音效|渐强音效|上升音"),
    (
      .impact,
      "impact|impacts|boom|booms|thud|thump|drum hit|bass drop|hit|轰|咚|撞击|冲击|撞击声|重击|爆炸|爆炸声"
        + "|explosion"
    ),
    (.click, "click|clicks|camera shutter|shutter|tick|mouse click|咔嚓|咔哒|点击|点击声|快门|快门声"),
    (.rain, "rain sounds|rain sound|sound of rain|raindrops sound|雨声|下雨声|下雨的声音"),
    (.wind, "wind sounds|wind sound|sound of wind|howling wind|风声|刮风声|风的声音"),
    (
      .waves,
      "wave sounds|ocean sounds|sea sounds|sound of waves|sound of the sea|surf sound|海浪声|浪声"
        + "|海声|波浪声|海浪的声音|大海的声音"
    ),
    (.fire, "fire crackling|crackling fire|fire sounds|crackle|crackling|篝火声|火声|柴火声|火焰声|噼啪声"),
    (.crowd, "crowd noise|crowd sounds|chatter|murmur|人群声|人声鼎沸|嘈杂声|人群的声音|喧闹声"),
    (.thunder, "thunder|thunderclap|thunder sounds|雷声|打雷声|雷鸣|打雷"),
    (.birds, "birdsong|bird song|chirping|birds chirping|bird sounds|tweeting|鸟叫|鸟叫声|鸟鸣|鸟鸣声|鸟声"),
    (.crickets, "crickets|cricket sounds|cicadas|虫鸣|虫鸣声|蟋蟀声|蝉鸣|虫叫"),
    (.applause, "applause|clapping|cheering|cheers|ovation|掌声|鼓掌|鼓掌声|欢呼声|喝彩声"),
    (.heartbeat, "heartbeat|heart beat|heartbeats|心跳|心跳声"),
    (.typing, "typing|keyboard sounds|keyboard clicks|typewriter sound|打字声|键盘声"),
    (.bell, "bell|bells|ding|dings|chime|chimes|gong|doorbell|铃声|钟声|叮|叮咚|叮的一声|叮声|门铃"),
    (.pop, "pop sound|pops|bubble pop|plop|啵|气泡声"),
    (.glitch, "glitch sound|glitch noise|static noise|digital glitch|故障音|电流声|故障声"),
    (
      .river,
      "stream sounds|river sounds|running water|babbling brook|water sounds|流水声|溪水声|水声|小溪声|河水声"
    ),
    (
      .traffic,
      "traffic noise|traffic sounds|city noise|city sounds|street noise|车流声|车声|街道声|马路声|城市噪音"
    ),
  ]

  static let seen: [(SoundEffect, String)] = [
    (.rain, "rain|raining|rainfall|雨|下雨"), (.wind, "wind|breeze|风|微风"),
    (.waves, "waves|wave|ocean|sea|surf|beach|海浪|大海|海洋|海|浪|波浪"),
    (.fire, "fire|campfire|bonfire|fireplace|flames|火|篝火|火焰|壁炉"),
    (.crowd, "crowd|people|audience|人群|观众"), (.birds, "birds|bird|鸟|小鸟"),
    (.typing, "keyboard|typewriter|键盘|打字"), (.pop, "pop|泡泡|气泡"), (.glitch, "glitch|故障"),
    (.river, "river|stream|brook|creek|waterfall|water|河|溪|小溪|流水|河流|瀑布|水"),
    (.traffic, "traffic|street|city|cars|车|车流|街道|城市|马路"),
    (.impact, "hit|explosion|爆炸"),
  ]

  /// Somebody speaks.
  static let voiceWords: [(SoundTerm, String)] = [
    (
      .voice,
      "voice-over|voice over|voiceover|voice-overs|vo|narration|narrator|narrate|narrating|narrated"
        + "|text to speech|text-to-speech|tts|spoken words|speech|voice track"
        + "|配音|旁白|解说|画外音|文字转语音|语音播报|配个音|配上音|配一段音|配一下音|旁白配音|配音解说|配旁白|解说词|语音"
    ),
    (
      .say,
      "say|speak|read out|read aloud|read out loud|read it out|out loud|aloud|announce"
        + "|念|念出|念出来|读出|读出来|朗读|朗诵|播报|念一遍|读一遍"
    ),
    (
      .saying,
      "says|saying|said|reads|reading|that says|which says|with the words|with the text"
        + "|说|内容是|内容|说的是|说道|文案|台词"
    ),
    (.manner(.female), "female|woman|woman's|women's|girl's|lady|feminine|女声|女|女生|女性|女孩"),
    (.manner(.male), "male|man|man's|men's|guy's|masculine|deep|男声|男|男生|男性|低沉"),
    (.manner(.slow), "slow|slowly|calmly|慢慢|缓慢"), (.manner(.fast), "fast|quickly|rapidly|快速"),
    (.manner(.english), "english|in english|british|american|英文|英语|用英文|用英语"),
    (.manner(.chinese), "chinese|in chinese|mandarin|in mandarin|中文|普通话|国语|用中文|用普通话"),
    (
      .captions,
      "captions|caption|subtitles|subtitle|captioned|subtitled|字幕|字幕条|配字幕|同步字幕"
    ),
    (
      .karaoke,
      "karaoke|word-by-word captions|word by word captions|highlighted captions"
        + "|animated captions|karaoke captions|karaoke subtitles"
        + "|卡拉ok|卡拉ok字幕|逐字字幕|逐词字幕|歌词字幕|跟读字幕|逐字高亮"
    ),
    (.filler, "voice|tone|嗓音|的声音|口吻|来念|来读"),
  ]
}

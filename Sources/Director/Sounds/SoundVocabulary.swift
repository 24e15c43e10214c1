import Foley
import Music

/// The words of sounds to be made, English and Chinese.
enum SoundVocabulary {
  /// All of them.
  static let shared = PhraseTrie<SoundTerm>(
    fillerWords + orderWords + moodWords + effectWords + voiceWords + placeWords + cutWords)

  private static let orderWords: [(SoundTerm, String)] = [
    (
      .add,
      "add|put|put in|lay|lay in|use|play|give it|give me|give us|i want|i'd like|i need|want|need"
        + "|include|drop in|throw in|insert|bring in|set it to|let's have|have|can we have"
        + "|could we have|can i have|i would like|compose|generate|write|create|needs|could use"
        + "|加|加上|加入|加个|加一段|加一首|加点|来|来点|来段|来一段|来首|来一首|配|配上|配个|配一段|配一首|配点|用|要|想要"
        + "|放|放点|放一段|放一首|生成|作|写|写一首|谱|谱一首|做|做一段|弄|弄点|给我|搞|搞点|添加|添|播放|插入|整点|上点|想加"
    ),
    (
      .change,
      "change|swap|switch|replace|swap out|turn|换|换成|换点|换上|改成|改为|改|变成|替换成|替换为|替换|换为"
        + "|调成|变"
    ),
    (.anew, "换个|换一首|换一段|换首|换一个|换一支|换一曲|换首别的|换别的"),
    (.make, "make|让|使|弄得|变得|让它"),
    (
      .remove,
      "remove|delete|drop|without|no|mute|lose|kill|stop|cut|take out|take away|turn off|去掉"
        + "|删掉|删除|不要|静音"
        + "|关掉|取消|去除|别"
    ),
    (.with, "with|plus|and|over|also|then|配以|伴着|再|还要|并|并且|同时|和|然后"),
    (
      .music,
      "music|song|songs|soundtrack|bgm|background music|background song|tune|track|score|beat|beats"
        + "|melody|theme|piece|backing track|music track|piece of music|background track"
        + "|音乐|背景音乐|配乐|歌|歌曲|曲子|曲|背景乐|伴奏|背景音|旋律|乐曲|音乐声"
    ),
    (
      .another,
      "another|different|other|new|something else|else|another one|a different|a different one"
        + "|some other|something different"
        + "|另一首|另一段|另一个|另外一首|另外一段|再来一首|再来一段|别的|其他|不同的|新的|另外的|另一种"
    ),
    (
      .pace(1.2),
      "speed up|speed it up|faster|quicker|more uptempo|up-tempo"
        + "|快一点|快点|快一些|快些|更快|节奏快一点|节奏快点|再快一点|再快点|节奏更快"
    ),
    (
      .pace(1 / 1.2),
      "slow down|slow it down|slower|more slowly"
        + "|慢一点|慢点|慢一些|慢些|更慢|节奏慢一点|节奏慢点|再慢一点|再慢点|节奏更慢"
    ),
    (.tempo, "bpm|beats per minute|tempo|拍|每分钟|速度"),
  ]

  private static let fillerWords: [(SoundTerm, String)] = [
    (
      .filler,
      "a|an|some|the|of|to|for|it|its|this|that|my|our|me|please|pls|something|a bit|a little|bit"
        + "|little|more|much|very|really|kind|sort|style|styled|vibe|vibes|mood|feel|feeling|feels"
        + "|sounding|in|background|under|underneath|behind|piece|nice|good|cool|great|suitable"
        + "|fitting|film|video|clip|movie|instead|now|just|can|could|you|would|like|type|into"
        + "|sound|bed|there|too|as|short|long|quiet|soft|softly|set|one|be|is|should|instrumental"
        + "|track|here|whole|matching|appropriate|royalty|free|royalty-free|ones|tone|up|go"
        + "|一段|一首|一个|一点|一些|点|些|的|地|得|风格|背景|首|段|个|请|帮我|给|视频|影片|片子|它|上|成|下|感觉|那种|比较|很|有|点儿"
        + "|把|将|这个|这段|整个|里|里面|为|配个|是|类|型|类型|式|氛围|气氛|一下|吧|好|听|好听|合适|适合|帮|能|可以|想|我|我要|样"
        + "|再|更|多|种|一种|首歌|支|整体|全片|作为|当|做|作|底|垫|当作|这条|呢|啊|哦|麻烦"
    )
  ]

  private static let placeWords: [(SoundTerm, String)] = [
    (.start, "start|beginning|opening|at the start|at the beginning|intro|开头|片头|开始|一开始|最前面|开场"),
    (.end, "end|ending|at the end|at the very end|outro|finish|结尾|片尾|最后|末尾|结束"),
    (
      .cuts,
      "every cut|each cut|all cuts|all the cuts|the cuts|cuts|every transition|each transition"
        + "|the transitions|all transitions|transitions|between clips|between the clips"
        + "|each clip change"
        + "|every change|转场|每个转场|每次转场|每个切换|切换处|每次切换|转场处|转场的时候|剪切点|每个剪切点|镜头切换"
    ),
    (
      .throughout,
      "throughout|whole film|the whole film|whole video|the whole video|all along|the entire video"
        + "|全程|从头到尾|整个视频|整片|一直"
    ),
    (.clip, "clip|shot|scene|photo|picture|片段|镜头|画面|张|段"),
    (.title, "title|titles|标题|片名"),
    (.ordinal(1), "first|1st|第一"), (.ordinal(2), "second|2nd|第二"),
    (.ordinal(3), "third|3rd|第三"), (.ordinal(4), "fourth|4th|第四"),
    (.ordinal(5), "fifth|5th|第五"), (.ordinal(-1), "last|final|最后一|最后一个"),
    (.seconds, "seconds|second mark|secs|sec|s|秒|秒钟|秒处|秒的时候|秒的地方|秒那里|秒那儿|秒左右|秒这里"),
    (.at, "at|on|when|from|during|around|在|于|从|处|时|的时候|出现时|第"),
    (.middle, "middle|in the middle|halfway|half way|halfway through|midway|中间|正中间|中段|中间部分"),
  ]

  /// One of the cuts.
  private static let cutWords: [(SoundTerm, String)] = {
    let ordinals: [(Int, String, String)] = [
      (1, "first|1st", "一|1"), (2, "second|2nd", "二|2"), (3, "third|3rd", "三|3"),
      (4, "fourth|4th", "四|4"), (5, "fifth|5th", "五|5"), (6, "sixth|6th", "六|6"),
      (7, "seventh|7th", "七|7"), (8, "eighth|8th", "八|8"), (-1, "last|final", ""),
    ]
    return ordinals.map { number, english, chinese in
      let said = english.split(separator: "|").flatMap { ordinal in
        ["cut", "transition", "clip change"].map { "\(ordinal) \($0)" }
      }
      let figures = chinese.split(separator: "|").flatMap { figure in
        ["个转场", "处转场", "次转场", "个切换", "次切换", "个剪切点", "处剪切", "个剪辑点"].map { "第\(figure)\($0)" }
          + ["cut \(figure)", "transition \(figure)"]
      }
      let last = number == -1 ? ["最后一个转场", "最后一处转场", "最后一次切换", "最后一个剪切点"] : []
      return (.cut(number), (said + figures + last).joined(separator: "|"))
    }
  }()
}

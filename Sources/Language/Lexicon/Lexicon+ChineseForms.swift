import Timeline

/// Forms that Chinese makes by rule: a bit more of something, verbs with their results, verbs that
/// take their objects apart. What other lists say about a form goes before.
extension Lexicon {
  static let chineseForms: [(Term, String)] =
    gradedForms + removalForms + entranceForms
    + blackoutForms + swellingForms + clarityForms + separatedForms

  /// 再短一点, 调暗些, 稍微快点儿.
  private static let gradedForms: [(Term, String)] = {
    let leads = [
      "", "再", "更", "稍微", "稍", "略微", "略", "调", "弄", "搞", "整", "变", "改", "再调", "再弄", "再搞", "稍微调",
      "稍微弄", "调得", "弄得", "变得", "搞得", "显得", "做得", "能",
    ]
    let ends = [
      "", "点", "一点", "些", "一些", "点儿", "一点儿", "一点点", "一丢丢", "丢丢", "一丢", "一下", "许多", "很多", "得多",
      "多一点", "一截", "一大截", "个",
    ]
    let words: [(Term, [String])] = [
      (.change(.larger), ["大"]), (.change(.smaller), ["小"]), (.change(.longer), ["长", "久"]),
      (.change(.shorter), ["短"]), (.change(.faster), ["快"]), (.change(.slower), ["慢"]),
      (.change(.louder), ["响", "大声", "响亮"]), (.change(.quieter), ["小声", "轻", "安静"]),
      (.change(.up), ["高"]), (.change(.down), ["低"]),
      (.change(.later), ["晚", "迟"]), (.change(.earlier), ["早"]),
      (.treatment(.look, "bright"), ["亮", "明亮"]), (.treatment(.look, "dark"), ["暗"]),
      (.treatment(.look, "warm"), ["暖", "偏暖"]), (.treatment(.look, "cool"), ["冷", "偏冷"]),
      (.treatment(.look, "saturated"), ["鲜艳", "艳", "饱和"]),
      (.treatment(.look, "soft"), ["柔和", "柔"]), (.treatment(.look, "vintage"), ["复古", "怀旧"]),
    ]
    return words.map { term, words in
      let forms = leads.flatMap { lead in
        words.flatMap { word in
          ends.filter { !$0.isEmpty || Self.makers.contains(lead) }.map { lead + word + $0 }
        }
      }
      return (term, forms.joined(separator: "|"))
    }
  }()

  /// Verbs that need no 一点 behind what something is to be; 再 and its like do, since 再慢放 is none.
  private static let makers: Set = ["调", "弄", "搞", "变", "改"]

  /// 删掉了, 砍去, 剪走.
  private static let removalForms: [(Term, String)] = {
    let verbs = [
      "删", "剪", "去", "拿", "撤", "砍", "掐", "裁", "扔", "丢", "切", "抹", "清", "摘", "移", "除", "拆",
    ]
    let ends = ["掉", "掉了", "掉吧", "去", "除", "除了", "走", "走了", "没", "下来", "下去", "出去", "干净"]
    let forms = verbs.flatMap { verb in ends.map { verb + $0 } }
    return [(.verb(.remove), forms.filter { $0 != "去去" && $0 != "除去" }.joined(separator: "|"))]
  }()

  /// 从下面滑进来, 从底部升上来.
  private static let entranceForms: [(Term, String)] = {
    let places = [
      "下", "下面", "下方", "下边", "底部", "底下", "屏幕下方", "画面下方", "屏幕底部", "画面底部", "屏幕下面", "画面下面",
    ]
    let verbs = [
      "滑入", "滑进来", "滑上来", "滑出来", "滑出", "升起", "升起来", "升上来", "冒出来", "冒上来", "飞入", "飞进来", "飞上来", "进来",
      "上来", "移入", "弹上来", "浮上来", "浮现", "往上滑", "慢慢滑进来", "慢慢升起", "慢慢升上来", "慢慢滑上来",
    ]
    let forms = places.flatMap { place in verbs.map { "从" + place + $0 } }
    return [(.animation(.slideUp), forms.joined(separator: "|"))]
  }()

  /// 从黑里慢慢亮起来, 慢慢黑下去.
  private static let blackoutForms: [(Term, String)] = {
    let blacks = ["黑", "黑屏", "黑场", "黑色", "黑里", "全黑", "黑暗", "黑幕", "黑暗里", "黑屏里", "黑色里"]
    let manners = ["", "慢慢", "渐渐", "缓缓", "逐渐", "慢慢地", "中慢慢"]
    let comes = ["亮起", "亮起来", "出来", "淡入", "显现", "浮现", "出现", "渐入", "渐显", "变亮", "淡出来", "进来", "显出来"]
    let goes = [
      "变黑", "黑掉", "黑下去", "黑下来", "暗下去", "暗下来", "淡出到黑", "淡到黑", "淡到黑场", "暗到黑", "变成黑屏", "变成黑场",
    ]
    let ins = blacks.flatMap { black in
      manners.flatMap { manner in comes.map { "从" + black + manner + $0 } }
    }
    let outs = manners.flatMap { manner in goes.map { manner + $0 } }
    return [
      (.blackout(.in), ins.joined(separator: "|")), (.blackout(.out), outs.joined(separator: "|")),
    ]
  }()

  /// 慢慢没掉, 渐渐响起来: of sound.
  private static let swellingForms: [(Term, String)] = {
    let manners = ["慢慢", "渐渐", "逐渐", "缓缓", "慢慢地", "渐渐地"]
    let goes = [
      "没掉", "没了", "没有", "消失", "消失掉", "停", "停下", "停下来", "收", "收掉", "收住", "小下去", "弱下去", "淡掉", "隐去",
      "轻下去",
    ]
    let comes = ["起来", "进来", "响起", "响起来", "大起来", "强起来", "变响", "变强", "升起来"]
    func forms(_ ends: [String]) -> String {
      manners.flatMap { manner in ends.map { manner + $0 } }.joined(separator: "|")
    }
    return [(.fade(.out), forms(goes)), (.fade(.in), forms(comes))]
  }()

  /// 增强一下清晰度.
  private static let clarityForms: [(Term, String)] = {
    let verbs = ["增强", "提升", "提高", "加强", "优化", "改善", "修复"]
    let forms = verbs.flatMap { verb in
      ["", "一下", "下", "一点", "点"].flatMap { middle in
        ["清晰度", "画质", "画面质量", "分辨率"].map { verb + middle + $0 }
      }
    }
    return [(.feature("upscaling"), forms.joined(separator: "|"))]
  }()

  /// 配个音, 打一下码, 磨个皮: what can't be had, by verbs of two characters.
  private static let separatedForms: [(Term, String)] = {
    let middles = ["个", "一下", "下", "一个", "点", "上", "了", "一段", "段"]
    let words: [(String, [String])] = [
      ("voice-over", ["配音"]), ("noise reduction", ["降噪", "去噪"]),
      ("beat sync", ["卡点", "踩点", "卡节拍"]),
      ("face blurring", ["打码", "打马赛克"]), ("background removal", ["抠图", "抠像"]),
      ("stabilising", ["防抖", "去抖"]), ("split screen", ["分屏"]),
      ("retouching faces", ["美颜", "磨皮", "瘦脸", "美白", "修脸", "美妆"]), ("changing voices", ["变声"]),
      ("swapping faces", ["换脸"]), ("lip sync", ["对口型"]), ("stickers", ["贴纸"]),
    ]
    return words.map { name, verbs in
      let forms = verbs.flatMap { verb in
        middles.map { String(verb.prefix(1)) + $0 + String(verb.dropFirst()) }
      }
      return (.feature(name), forms.joined(separator: "|"))
    }
  }()
}

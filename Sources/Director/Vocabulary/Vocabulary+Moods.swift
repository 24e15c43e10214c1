extension Vocabulary {
  /// How music may feel, and how much of it is wanted. Music is not chosen by it, but it belongs
  /// to a wish for music.
  static let moodWords: [(Term, String)] = {
    let english =
      "lively|livelier|upbeat|cheerful|happy|happier|calm|calmer|relaxing|relaxed|sad|sadder|epic"
      + "|energetic|romantic|dramatic|gentle|gentler|inspiring|peaceful|soothing|exciting|playful"
      + "|moody|funky|jazzy|fun|something|something more|something a bit more|a bit more|more"
      + "|a bit of|a little|a more|of mood|mood"
    let chinese = [
      "轻快", "欢快", "轻松", "舒缓", "安静", "悲伤", "激昂", "激情", "动感", "浪漫", "欢乐", "活泼", "柔和",
      "平静", "温馨", "节奏感强", "有节奏感", "抒情", "热闹", "紧张", "忧伤", "治愈",
    ]
    let degrees = ["", "点", "一点", "些", "一些"]
    let graded = chinese.flatMap { mood in degrees.map { mood + $0 } }
    return [(.mood, english), (.mood, graded.joined(separator: "|")), (.mood, "更|一点|一些|些|风格")]
  }()
}

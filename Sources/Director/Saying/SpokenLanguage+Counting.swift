import Timeline

extension SpokenLanguage {
  /// "2 pictures, a clip and a sound".
  func count(_ facts: [MediaFacts]) -> String {
    let kinds: [(MediaFacts.Kind, String, String, String)] = [
      (.image, "picture", "pictures", "张图片"), (.video, "clip", "clips", "段视频"),
      (.audio, "sound", "sounds", "段音频"),
    ]
    let parts = kinds.compactMap { kind, one, many, chinese -> String? in
      let number = facts.count { $0.kind == kind }
      guard number > 0 else { return nil }
      return say("\(number) \(number == 1 ? one : many)", "\(number)\(chinese)")
    }
    return list(parts)
  }
}

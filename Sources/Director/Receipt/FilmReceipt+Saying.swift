public import Timeline

extension FilmReceipt {
  /// The receipt in one short sentence without a full stop; nil where there is nothing to compare.
  public func sentence(in language: SpokenLanguage) -> String? {
    var parts: [String] = []
    if let motion = motion(in: language) { parts.append(motion) }
    // A film without sound is told as one elsewhere.
    if let askedLoudness, let loudness {
      let (asked, got) = (Self.figure(askedLoudness, 0), Self.figure(loudness))
      parts.append(
        language.say(
          "loudness asked \(asked) LUFS, got \(got) LUFS", "响度要求\(asked) LUFS，实测\(got) LUFS"))
    }
    if incompleteTexts > 0 {
      parts.append(
        language.say(
          "\(incompleteTexts) of \(texts) texts lack characters",
          "\(texts)段文字中有\(incompleteTexts)段缺字"))
    }
    if coveredTexts > 0 {
      parts.append(
        language.say(
          "\(coveredTexts) of \(texts) texts stand outside the safe area",
          "\(texts)段文字中有\(coveredTexts)段在安全区外"))
    }
    guard !parts.isEmpty else { return nil }
    return language.say("Measured: ", "实测：") + parts.joined(separator: language.say("; ", "；"))
  }

  /// One move in full; of several, how far they are from what was asked at most.
  private func motion(in language: SpokenLanguage) -> String? {
    guard let first = moves.first else { return nil }
    let jitter = moves.compactMap(\.jitter).max().map { Self.figure($0, 2) }
    guard moves.count > 1 else {
      let unit = first.kind == .turn ? "°" : " %"
      let (asked, got) = (Self.figure(first.asked) + unit, Self.figure(first.measured) + unit)
      let name = first.kind.name(in: language)
      let steadiness = jitter.map { language.say(", jitter \($0) px", "，抖动\($0)像素") } ?? ""
      return language.say(
        "\(name) asked \(asked), got \(got)", "\(name)要求\(asked)，实测\(got)") + steadiness
    }
    let most = moves.map { ($0.asked - $0.measured).magnitude }.max() ?? 0
    let steadiness = jitter.map { language.say(", jitter up to \($0) px", "，抖动至多\($0)像素") } ?? ""
    return language.say(
      "\(moves.count) moves within \(Self.figure(most)) of what was asked",
      "\(moves.count)个运镜与要求相差至多\(Self.figure(most))") + steadiness
  }

  private static func figure(_ value: Double, _ digits: Int = 1) -> String {
    let factor = digits == 0 ? 1.0 : digits == 1 ? 10 : 100
    let rounded = (value * factor).rounded() / factor
    let text = rounded == rounded.rounded() ? "\(Int(rounded.magnitude))" : "\(rounded.magnitude)"
    return rounded < 0 ? "−\(text)" : text
  }
}

extension FilmReceipt.Move.Kind {
  fileprivate func name(in language: SpokenLanguage) -> String {
    switch self {
    case .zoom: language.say("zoom", "推拉")
    case .shift: language.say("travel", "移动")
    case .turn: language.say("turn", "旋转")
    }
  }
}

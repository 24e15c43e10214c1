import Language
import MediaTime
public import Timeline

/// What is said about models elsewhere.
extension Direction {
  /// Whether those are here whom the words name; says what to do where they aren't.
  mutating func isReachable(_ wish: EngineWish) -> Bool {
    guard !situation.engines.isEmpty else {
      tellNoEngine()
      return false
    }
    guard case .missing(let name)? = wish.choice else { return true }
    isAnswered = true
    let names = language.list(situation.engines.map(\.name))
    tell(
      "There is no engine called \(language.quote(name)) here; there are \(names), and the "
        + "built-in one", "这里没有名为\(language.quote(name))的引擎；可用的有\(names)，以及内置引擎")
    return false
  }

  private mutating func tellNoEngine() {
    isAnswered = true
    tell(
      "No video engine is set up here: whoever runs this adds one with kinora engines add; the "
        + "built-in engine goes on without", "这里还没有设置视频引擎：管理员可以用 kinora engines add 添加；内置引擎照常工作")
  }

  mutating func tellGone(_ engine: String) {
    isAnswered = true
    tell(
      "\(engine) made that clip and is no longer set up; name another engine",
      "生成该片段的\(engine)已不在列表中；请指定别的引擎")
  }

  mutating func tellEngines() {
    guard !situation.engines.isEmpty else { return tellNoEngine() }
    isAnswered = true
    let names = situation.engines.map { engine in
      engine.name + (engine.model.map { language.say(" (\($0))", "（\($0)）") } ?? "")
    }
    let first = language.say(
      "make it with \(situation.engines[0].name)", "用\(situation.engines[0].name)生成")
    tell(
      "Video engines here, the first is tried first: \(language.list(names)), and the built-in "
        + "one; say for instance “\(first)” or “what would it cost?”",
      "可用的视频引擎（按先后顺序）：\(language.list(names))，以及内置引擎；可以说“\(first)”或“要多少钱”")
  }

  /// What will be made, by whom, how long and for how much.
  func telling(_ plan: ClipPlan, of what: String) -> String {
    guard let offer = plan.offers.first else { return what }
    let length = offer.duration.secondsText
    let dollars = offer.dollars.map {
      language.say(", about \($0.dollarText)", "，约\($0.dollarText)")
    }
    return language.say(
      "\(what) made by \(offer.engine) (\(length) s\(dollars ?? ""))",
      "由\(offer.engine)生成\(what)（\(length)秒\(dollars ?? "")）")
  }

  /// Says who was to be asked before the one who makes the clip, and why that isn't so.
  mutating func tellPassedOver(_ plan: ClipPlan) {
    guard let offer = plan.offers.first,
      let first = plan.order.engines.firstIndex(of: offer.engine)
    else { return }
    let before = plan.order.engines.prefix(first)
    for refusal in plan.refusals where before.contains(refusal.engine) {
      let reason = refusal.reason.trimmingSuffix(".。")
      remarks.append(
        language.say("\(reason); on with \(offer.engine)", "\(reason)；改用\(offer.engine)"))
    }
  }

  /// Says that nobody makes a clip, and what can be done.
  mutating func tellRefused(_ plan: ClipPlan) {
    isAnswered = true
    let reasons = plan.refusals.map { $0.reason.trimmingSuffix(".。") }
    refused += reasons
    remarks += reasons
    let next = language.clipAdvice(after: plan.others)
    remarks.append(
      language.say("Nothing was changed; \(next)", "没有改动；\(next)"))
  }

  // MARK: Prices

  /// Says what engines take for the clips that are meant, and has nothing made.
  mutating func quote(_ wish: EngineWish) {
    guard isReachable(wish) else { return }
    isAnswered = true
    let clips = (draft.pictureTrack?.segments ?? []).filter { clip in
      clip.style.generated != nil || clip.source.flatMap { media[$0] }?.kind == .image
    }
    let clip = situation.clip(pointedAt: wish.pointing).flatMap { clip in
      clips.first { $0.id == clip.id }
    }
    tellQuotes(for: clip ?? clips.first, wish.engines(in: situation))
  }

  /// Says what each of these engines takes for a clip like `clip`, or for one of five seconds.
  mutating func tellQuotes(for clip: Segment?, _ engines: [String]) {
    guard !engines.isEmpty else { return }
    var order = ClipOrder(
      "a clip", duration: clip?.duration ?? 5000, width: draft.canvas.width,
      height: draft.canvas.height, engines: engines)
    if let source = (clip?.withoutClip ?? clip)?.source,
      let medium = situation.media.first(where: { $0.id == source }), medium.facts.kind == .image
    {
      order.start = medium.scene == nil ? .picture(source) : .scene(source)
    }
    let id = ClipPlan.id(9, in: situation)
    asked.append((id, order))
    guard let answers = situation.answers[id] else { return }
    let prices = answers.map { answer in
      switch answer {
      case .refusal(_, let reason): return reason.trimmingSuffix(".。")
      case .offer(let offer):
        let credits =
          offer.credits > 0 ? credits(offer.credits) : language.say("no credits", "0积分")
        let dollars = offer.dollars.map {
          language.say(" (about \($0.dollarText))", "（约\($0.dollarText)）")
        }
        let length = offer.duration.secondsText
        return language.say(
          "\(offer.engine) takes \(credits)\(dollars ?? "") for \(length) s",
          "\(offer.engine)生成\(length)秒需要\(credits)\(dollars ?? "")")
      }
    }
    remarks += prices
    remarks.append(language.say("Nothing was made or charged", "没有生成，也没有扣积分"))
  }
}

extension SpokenLanguage {
  /// What can be said where a clip was not made: who else may be asked, by their names.
  public func clipAdvice(after others: [String]) -> String {
    guard let next = others.first else {
      return say("the built-in version stays", "保留内置引擎的版本")
    }
    return say(
      "the built-in version stays, or say “make it with \(next)”",
      "保留内置引擎的版本，或者说“用\(next)生成”")
  }
}

extension Double {
  /// An amount of US dollars.
  var dollarText: String {
    let cents = Int((self * 100).rounded(.up))
    return "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }
}

import Timeline

/// What the studio itself says in a turn, beside what the director says.
struct TurnWords: Sendable {
  let language: SpokenLanguage

  init(_ language: SpokenLanguage) { self.language = language }

  /// What the work will cost.
  func price(_ credits: Int) -> String {
    say("This costs \(Self.count(credits)).", "需要 \(credits) 积分。")
  }

  /// The turn was ended by its owner.
  var cancelled: String {
    say(
      "Cancelled; nothing was charged. What is done already stays on the timeline.",
      "已取消，未扣积分。已完成的修改仍保留在时间线上。")
  }

  /// The turn went wrong again and again.
  func triedTooOften(_ times: Int) -> String {
    say(
      "This was tried \(times) times and broke off each time; nothing was charged. "
        + "Try again, perhaps in smaller steps.",
      "已尝试 \(times) 次，每次都中断了；未扣积分。请重试，或分成更小的步骤。")
  }

  /// There are too few credits.
  func tooFewCredits(needed: Int, available: Int, advice: String) -> String {
    say(
      "This costs \(Self.count(needed)) and you have \(available). \(advice)",
      "需要 \(needed) 积分，目前剩余 \(available)。\(advice)")
  }

  /// How an anonymous user gets more.
  func register(_ link: String) -> String {
    say("Register to get more: \(link)", "注册后可获得更多积分：\(link)")
  }

  /// How a registered user gets more.
  func topUp(_ link: String) -> String {
    say("Top up to go on: \(link)", "请充值后继续：\(link)")
  }

  /// A medium is gone.
  var mediumGone: String {
    say("The file is no longer in this session; upload it again.", "该文件已不在此会话中，请重新上传。")
  }

  /// The draft was changed by hand while the turn went on, and its edit doesn't fit any more.
  var movedOn: String {
    say(
      "The timeline was changed by hand meanwhile, and this doesn't fit it any more; say it again.",
      "时间线在此期间被手动修改，此操作已不适用；请再说一次。")
  }

  /// A film was cancelled while the turn waited for it.
  var exportCancelled: String { say("The export was cancelled.", "导出已取消。") }

  /// A film failed without a reason.
  var exportFailed: String { say("The export failed; try again.", "导出失败，请重试。") }

  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }

  private static func count(_ credits: Int) -> String {
    credits == 1 ? "1 credit" : "\(credits) credits"
  }
}

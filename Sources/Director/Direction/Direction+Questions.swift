import Language
import Timeline

extension Direction {
  /// Says what work costs; of `words`, where they ask for some.
  mutating func tellCosts(of words: String) {
    isAnswered = true
    guard let costs = situation.costs else {
      remarks.append(
        language.say(
          "Each message says what it costs before the work begins; undoing and exports "
            + "cost nothing",
          "每条消息在开始之前都会说明所需积分；撤销和导出不收费"))
      return
    }
    if !words.isEmpty, !isAside { tellCost(of: words, costs) }
    var prices = [
      language.say(
        "A message that changes the film costs \(credits(costs.edit))",
        "修改影片的每条消息\(credits(costs.edit))"),
      language.say(
        "a still that is set in motion \(credits(costs.animation)) more",
        "每张图片动起来另加\(credits(costs.animation))"),
    ]
    if costs.analysis > 0 {
      prices.append(
        language.say(
          "a file that is analysed \(credits(costs.analysis))", "分析一个文件\(credits(costs.analysis))"))
    }
    prices.append(language.say("undoing and exports are free", "撤销和导出免费"))
    remarks.append(prices.joined(separator: language.say(", ", "，")))
    if words.isEmpty { tellQuotes(for: situation.clipSpokenOf, situation.engines.map(\.name)) }
  }

  private mutating func tellCost(of words: String, _ costs: Costs) {
    var trial = Direction(words, situation, isAside: true)
    guard !trial.requests.isEmpty || trial.commands.contains(where: \.isAboutFilm) else { return }
    let script = trial.script()
    guard !script.steps.isEmpty else { return }
    let total = credits(costs.total(of: script.price))
    let quoted = language.quote(words)
    remarks.append(
      language.say(
        "\(quoted) would cost \(total); nothing was done yet", "\(quoted)需要\(total)；现在还没有改动"))
  }

  func credits(_ count: Int) -> String {
    language.say(count == 1 ? "1 credit" : "\(count) credits", "\(count)积分")
  }

  /// Says what can be asked.
  mutating func tellUnanswered(_ words: String) {
    remarks.append(
      language.say(
        "I can't answer \(language.quote(words)); I can say how long the film is, which clips it "
          + "has, its versions, the credits and what work costs",
        "这个问题我答不了：\(language.quote(words))；可以问影片时长、片段、版本、积分和价格"))
  }
}

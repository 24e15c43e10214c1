import MediaTime
import Timeline

/// Requests that rearrange, stretch or treat clips, in English.
extension EnglishPrinter {
  static func arrangement(_ request: Request) -> String {
    switch request {
    case .stretch(let target, let change): stretch(object(target) ?? "it", change)
    case .split(let target, .at(let time)): join("split", object(target), "at", seconds(time))
    case .split(let target, .parts(let count)):
      "split \(object(target) ?? "it") into \(count) parts"
    case .split(let target, .every(let time)):
      join("split", object(target), "every", seconds(time))
    case .duplicate(let target): "duplicate \(object(target) ?? "it")"
    case .hold(let target, let time, let length):
      join(
        "freeze", object(target), "at", time.map(seconds) ?? "the end", "for", seconds(length))
    case .shift(let target, let time):
      join(
        "let", object(target), "come", seconds(time < 0 ? 0 - time : time),
        time < 0 ? "earlier" : "later")
    case .begin(let target, let time):
      "\(object(target) ?? "the music") starts at \(seconds(time))"
    case .order(let order): self.order(order)
    case .treat(let target, let treatment): treat(target, treatment)
    case .duck(let isOn): isOn ? "duck the music" : "don't duck the music"
    case .background(let color): "background color \(Printing.color(color, in: .english))"
    case .removeMotion(let target):
      join("remove the camera moves", object(target).map { "of " + $0 })
    case .given(let condition, let request):
      "if \(clause(condition)), \(sentence(request))"
    default: ""
    }
  }

  private static func clause(_ condition: Condition) -> String {
    let subject = object(condition.subject) ?? "the film"
    return switch condition.test {
    case .isThere: "there is a \(noun(condition.subject))"
    case .isNotThere: "there is no \(noun(condition.subject))"
    case .longer(let time): "\(subject) is longer than \(seconds(time))"
    case .shorter(let time): "\(subject) is shorter than \(seconds(time))"
    case .louder(let gain): "\(subject) is louder than \(Printing.percent(gain))"
    case .quieter(let gain): "\(subject) is quieter than \(Printing.percent(gain))"
    }
  }

  /// Why nothing was done where a condition does not hold.
  static func unmet(_ condition: Condition) -> String {
    switch condition.test {
    case .isThere: "There is no \(noun(condition.subject)), so nothing was done."
    case .isNotThere: "There is a \(noun(condition.subject)) already, so nothing was done."
    default: "It is not so that \(clause(condition)), so nothing was done."
    }
  }

  private static func noun(_ subject: Target) -> String {
    switch subject {
    case .music: "music"
    case .voice: "voice-over"
    case .effects: "sound effect"
    case .texts(let preset): name(preset)
    case .titles, .text: "title"
    default: "clip"
    }
  }

  private static func stretch(_ whose: String, _ change: LengthChange) -> String {
    switch change {
    case .times(let factor):
      "make \(whose) \(Printing.decimal(factor, places: 6)) times as long"
    case .plus(let time) where time < 0: "make \(whose) \(seconds(0 - time)) shorter"
    case .plus(let time): "make \(whose) \(seconds(time)) longer"
    }
  }

  private static func order(_ order: OrderRequest) -> String {
    func clip(_ number: Int) -> String { object(.clip(number)) ?? "" }
    return switch order {
    case .move(let number, 1): "move \(clip(number)) to the start"
    case .move(let number, -1): "move \(clip(number)) to the end"
    case .move(let number, let place): "move \(clip(number)) to position \(place)"
    case .moveBefore(let number, let other): "move \(clip(number)) before \(clip(other))"
    case .moveAfter(let number, let other): "move \(clip(number)) after \(clip(other))"
    case .swap(let number, let other): "swap \(clip(number)) and \(clip(other))"
    case .reverse: "reverse the order of the clips"
    }
  }

  private static func treat(_ target: Target, _ treatment: Treatment) -> String {
    let sort = treatment.kind.rawValue
    let name = treatment.name.map { Lexicon.treatmentName(treatment.kind, $0, in: .english) }
    let verb = treatment.isRemoved ? "remove the" : "add the"
    return join(
      verb, treatment.strength.map { strengthName($0) }, name,
      name?.hasSuffix(sort) == true ? nil : sort,
      treatment.amount.map { "at " + Printing.percent($0) }, object(target).map { "on " + $0 })
  }

  private static func strengthName(_ strength: CameraRequest.Strength) -> String {
    switch strength {
    case .slight: "subtle"
    case .slow: "slow"
    case .fast: "fast"
    case .strong: "strong"
    }
  }
}

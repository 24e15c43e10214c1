import MediaTime
import Timeline

/// Requests that rearrange, stretch or treat clips, in Chinese.
extension ChinesePrinter {
  static func arrangement(_ request: Request) -> String {
    switch request {
    case .stretch(let target, .times(let factor)):
      "\(object(target))时长变为\(Printing.decimal(factor, places: 6))倍"
    case .stretch(let target, .plus(let time)):
      time < 0 ? "\(object(target))缩短\(seconds(0 - time))" : "\(object(target))延长\(seconds(time))"
    case .split(let target, .at(let time)): "把\(object(target))在\(seconds(time))处分割"
    case .split(let target, .parts(let count)): "把\(object(target))分割成\(count)份"
    case .split(let target, .every(let time)): "把\(object(target))每隔\(seconds(time))分割"
    case .duplicate(let target): "复制\(object(target))"
    case .hold(let target, let time, let length):
      "\(object(target))\(time.map { "在\(seconds($0))处" } ?? "")定格\(seconds(length))"
    case .shift(let target, let time):
      "\(object(target))\(time < 0 ? "提前" : "推迟")\(seconds(time < 0 ? 0 - time : time))"
    case .begin(let target, let time): "\(object(target))从\(seconds(time))开始"
    case .order(let order): self.order(order)
    case .treat(let target, let treatment): treat(target, treatment)
    case .duck(let isOn): isOn ? "压低音乐" : "不要压低音乐"
    case .background(let color): "背景颜色\(Printing.color(color, in: .chinese))"
    case .removeMotion(let target): "去掉\(object(target))的运镜"
    case .given(let condition, let request): "如果\(clause(condition))，\(sentence(request))"
    default: ""
    }
  }

  private static func clause(_ condition: Condition) -> String {
    let subject = condition.subject == .film ? "影片" : object(condition.subject)
    return switch condition.test {
    case .isThere: "有\(subject)"
    case .isNotThere: "没有\(subject)"
    case .longer(let time): "\(subject)超过\(seconds(time))"
    case .shorter(let time): "\(subject)不到\(seconds(time))"
    case .louder(let gain): "\(subject)音量超过\(Printing.percent(gain))"
    case .quieter(let gain): "\(subject)音量低于\(Printing.percent(gain))"
    }
  }

  /// Why nothing was done where a condition does not hold.
  static func unmet(_ condition: Condition) -> String {
    switch condition.test {
    case .isThere: "没有\(object(condition.subject))，所以没有改动。"
    case .isNotThere: "已经有\(object(condition.subject))了，所以没有改动。"
    default: "“\(clause(condition))”不成立，所以没有改动。"
    }
  }

  private static func order(_ order: OrderRequest) -> String {
    func clip(_ number: Int) -> String { object(.clip(number)) }
    return switch order {
    case .move(let number, 1): "把\(clip(number))移到最前面"
    case .move(let number, -1): "把\(clip(number))移到最后面"
    case .move(let number, let place): "把\(clip(number))移到第\(place)位"
    case .moveBefore(let number, let other): "把\(clip(number))移到\(clip(other))前面"
    case .moveAfter(let number, let other): "把\(clip(number))移到\(clip(other))后面"
    case .swap(let number, let other): "交换\(clip(number))和\(clip(other))"
    case .reverse: "颠倒片段顺序"
    }
  }

  private static func treat(_ target: Target, _ treatment: Treatment) -> String {
    let sort =
      switch treatment.kind {
      case .look: "调色"
      case .atmosphere: "氛围"
      case .region: "局部动态"
      case .effect: "特效"
      }
    let name = treatment.name.map { Lexicon.treatmentName(treatment.kind, $0, in: .chinese) } ?? ""
    let amount = treatment.amount.map { "强度" + Printing.percent($0) } ?? ""
    if treatment.isRemoved { return "去掉\(object(target))\(name)\(sort)" }
    return object(target) + "加上" + (treatment.strength.map(adverb) ?? "") + name + sort + amount
  }
}

import MediaTime
import Timeline

/// What requests are about, in English.
extension EnglishPrinter {
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  static func object(_ target: Target) -> String? {
    switch target {
    case .film: nil
    case .clips: "every clip"
    case .music: "the music"
    case .voice: "the voice-over"
    case .effects: "the sound effects"
    case .effect(let name): "the \(Printing.quoted(name, in: .english)) sound"
    case .titles: "all texts"
    case .clip(let number): clip(number)
    case .clipList(let numbers): list(numbers.map(clip))
    case .clipsBut(let numbers): "every clip but " + list(numbers.map(clip))
    case .clipAt(let time): "the clip at " + seconds(time)
    case .part(let number): place(number, "part")
    case .stills: "the stills"
    case .footage: "the footage"
    case .text(let number): place(number, "text")
    case .texts(let preset): "the \(name(preset))s"
    }
  }

  private static func clip(_ number: Int) -> String { place(number, "clip") }

  private static func place(_ number: Int, _ noun: String) -> String {
    if number == -1 { return "the last \(noun)" }
    if number < 0, -number <= ordinals.count {
      return "the \(ordinals[-number - 1]) to last \(noun)"
    }
    if (1...ordinals.count).contains(number) { return "the \(ordinals[number - 1]) \(noun)" }
    return "\(noun) \(number)"
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

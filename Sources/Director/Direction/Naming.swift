import Language
import Timeline

/// Reads what is asked of a film with clips in the place of the media that it names:
/// "push in on dawn" becomes "push in on the second clip".
struct Naming {
  /// The media that are named, without names that the sentence needs as other words.
  private(set) var mentions: [Mention] = []
  private let reader: CommandReader
  private let situation: Situation
  private let meant: Set<Int>
  private let language: SpokenLanguage
  private let plain: Reading
  private let scene: Scene

  init(_ reader: CommandReader, in situation: Situation) {
    self.reader = reader
    self.situation = situation
    let (text, places) = reader.rest()
    scene = situation.scene
    plain = Reading(of: text, in: scene, after: situation.dialogue)
    language = plain.language
    var meant: Set<Int> = []
    for (index, mention) in reader.mentions.enumerated() {
      let place = places[index]
      let isUnread = plain.leftovers.contains {
        $0.span.start < place.upperBound && place.lowerBound < $0.span.end
      }
      guard mention.hasExtension || mention.isFiller || isUnread else { continue }
      let medium = situation.media[mention.medium]
      // A clip that is there already was read by its name.
      let isClip =
        medium.facts.kind != .audio && situation.draft.uses(medium.id)
        && scene.knows(medium.name)
      guard !isClip || mention.hasExtension else { continue }
      let isSilent =
        medium.facts.kind == .audio && situation.draft.hasContent
        && !situation.draft.uses(medium.id)
      if !isSilent { meant.insert(index) }
    }
    self.meant = meant
    guard !meant.isEmpty else { return }
    let kept = Self.weight(plain)
    mentions = meant.sorted().map { reader.mentions[$0] }
    if Self.weight(reading { _ in 0 }) > kept { mentions = [] }
  }

  /// The message's requests, given each medium's clip by the medium's index.
  func reading(_ clip: (Int) -> Int) -> Reading {
    guard !mentions.isEmpty else { return plain }
    let text = reader.rest { index in
      guard meant.contains(index) else { return nil }
      let medium = reader.mentions[index].medium
      if situation.media[medium].facts.kind == .audio {
        return language.say("the background music", "背景音乐")
      }
      let number = clip(medium) + 1
      return language.say("the \(Self.ordinal(number)) clip", "第\(number)段")
    }.text
    return Reading(of: text, in: scene, after: situation.dialogue)
  }

  /// How many letters were not understood.
  private static func weight(_ reading: Reading) -> Int {
    reading.leftovers.map(\.text.count).reduce(0, +)
  }

  private static func ordinal(_ number: Int) -> String {
    let names = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
    if number <= names.count { return names[number - 1] }
    if (11...13).contains(number % 100) { return "\(number)th" }
    return "\(number)" + (["th", "st", "nd", "rd"] + Array(repeating: "th", count: 6))[number % 10]
  }
}

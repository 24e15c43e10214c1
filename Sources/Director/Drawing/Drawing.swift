import Language
public import MediaTime
public import Scenes
public import Timeline

/// A picture to be drawn of some words.
public struct Drawing: Hashable, Sendable {
  /// What is drawn.
  public let file: SceneFile
  /// What people will call it: the first words that it shows, as they were typed.
  public let name: String
  private let prompt: ScenePrompt

  /// What `words` show; nil where they name nothing that can be drawn.
  /// - Parameters:
  ///   - words: a description, English or Chinese; words for the editor may be among them.
  ///   - seed: makes chance the same every time.
  ///   - style: how it is drawn where the words leave that open.
  public init?(_ words: String, seed: UInt64, style: SceneGraph.Style? = nil) {
    prompt = ScenePrompt(words)
    guard !prompt.isEmpty else { return nil }
    var scene = prompt.scene
    if let style, scene.style == .natural { scene.style = style }
    file = SceneFile(scene, words: words, seed: seed)
    let nearest = prompt.notDrawn.lazy.compactMap(\.nearest).first
    let kind = nearest ?? prompt.scene.elements.first?.kind ?? .sky
    name =
      prompt.drawn.isEmpty ? kind.name(inChinese: prompt.isChinese) : prompt.subject
  }

  /// Whether it is there to carry words.
  var isQuoted: Bool { prompt.quote.flatMap { Quotation($0, in: prompt, of: file.prompt) } != nil }

  /// How it is drawn.
  var style: SceneGraph.Style { file.scene.style }

  /// A picture that was drawn before, as `words` change it; nil where they say nothing of it.
  /// - Parameter removes: whether what the words name is to go.
  init?(_ former: SceneFile, changedBy words: String, removes: Bool) {
    prompt = ScenePrompt(words)
    var change = prompt.said
    if removes {
      change = SceneChange()
      change.removed = Set(prompt.said.elements.map(\.kind)).intersection(
        former.scene.elements.map(\.kind))
    }
    guard !change.isEmpty else { return nil }
    let scene = former.scene.changed(by: change)
    guard scene != former.scene else { return nil }
    file = SceneFile(scene, words: "\(former.prompt); \(words)", seed: former.seed)
    name = Self.name(after: file.prompt)
  }

  /// What a picture is called that was drawn of a sentence and changed by those behind it.
  private static func name(after prompt: String) -> String {
    var words: [String] = []
    for (index, piece) in prompt.split(separator: ";").map(String.init).enumerated() {
      let reading = ScenePrompt(piece)
      var change = reading.said
      let removes = index > 0 && RedrawingWish.removes(piece)
      if removes { change.removed = Set(change.elements.map(\.kind)) }
      words = words.filter { isKept($0, beside: change) } + (removes ? [] : reading.drawn)
    }
    let told = words.count > 6 ? Array(words.prefix(2) + words.suffix(4)) : words
    return told.joined(separator: ScenePrompt(prompt).isChinese ? "" : " ")
  }

  /// The same picture with another seed.
  init(_ former: SceneFile, seed: UInt64, named name: String) {
    prompt = ScenePrompt("")
    file = SceneFile(former.scene, words: former.prompt, seed: seed)
    self.name = name
  }

  /// Whether a word of the former picture still holds of the changed one.
  private static func isKept(_ word: String, beside change: SceneChange) -> Bool {
    let said = ScenePrompt(word).said
    if !said.elements.isEmpty {
      return !said.elements.contains { change.removed.contains($0.kind) }
    }
    return
      !(said.hour != nil && change.hour != nil
      || said.weather != nil && change.weather != nil
      || said.season != nil && change.season != nil || said.style != nil && change.style != nil)
  }

  /// Whether the words name things, and not only an hour, a season or the weather.
  var showsThings: Bool { prompt.namesThings }

  /// The words that are left for the camera and the editor. Words that are quoted as a quote or
  /// an announcement appear one by one, as long as the picture stays.
  var rest: String {
    guard let words = prompt.quote, let quotation = Quotation(words, in: prompt, of: file.prompt)
    else {
      return prompt.rest
    }
    return quotation.rest
  }

  /// What a draft needs to know of it: a picture that has no size of its own.
  public static let facts = MediaFacts(kind: .image, width: 1920, height: 1080, motif: .scene)

  /// How long each of so many drawn pictures stays where nobody says.
  public static func duration(of count: Int) -> Milliseconds { count == 1 ? 5000 : 4000 }

  /// What was drawn, and what could not be, in sentences without a full stop.
  public func remarks(in language: SpokenLanguage) -> [String] {
    var remarks: [String] = []
    if !prompt.drawn.isEmpty {
      remarks.append(
        language.say(
          "Drawn: \(prompt.drawn.joined(separator: ", "))",
          "画了：\(prompt.drawn.joined(separator: "、"))"))
    }
    for missing in prompt.notDrawn {
      let word = language.quote(missing.word)
      let nearest = missing.nearest?.name(inChinese: language == .chinese)
      remarks.append(
        language.say(
          "\(word) can't be drawn" + (nearest.map { "; drawn instead: \($0)" } ?? ""),
          "\(word)还不会画" + (nearest.map { "，画了\($0)代替" } ?? "")))
    }
    return remarks
  }

  /// What lives in it, put on a clip that shows it, where nothing else is said.
  public func enliven(_ style: inout SegmentStyle) { file.enliven(&style) }

  /// What can be drawn, to offer where nothing was understood.
  public static func offers(in language: SpokenLanguage) -> [String] {
    ScenePrompt.offers(inChinese: language == .chinese)
  }
}

extension SceneFile {
  /// What lives in the scene, put on a clip that shows it, where nothing else is said.
  func enliven(_ style: inout SegmentStyle) {
    let (regions, airs) = liveliness
    if style.regions.isEmpty, !regions.isEmpty {
      style.unknown["region"] = .array(regions.map { .object(["what": .string($0)]) })
    }
    if style.atmospheres.isEmpty, !airs.isEmpty {
      style.unknown["atmosphere"] = .array(
        airs.map { .object(["kind": .string($0.name), "amount": .number($0.amount)]) })
    }
    if !style.motion.contains(where: { $0.move == .parallax || $0.move == .static }) {
      style.motion.append(CameraMove(.parallax, amount: 0.12))
    }
  }

  /// Takes what lives in the scene off a clip, where it is as it was put on.
  func calm(_ style: inout SegmentStyle) {
    var own = SegmentStyle()
    enliven(&own)
    for key in ["region", "atmosphere"] where style.unknown[key] == own.unknown[key] {
      style.unknown[key] = nil
    }
  }
}

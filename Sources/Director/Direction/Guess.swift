import Language
import Timeline

/// What a message that no rule settles is taken for.
struct Guess {
  /// What to do.
  var command: Command?
  /// What to ask about before it is done.
  var proposal: Proposal?
  /// Whether the message only says yes or no to what was proposed.
  var isReply = false

  /// Whether there is anything in it.
  var isSettled: Bool { command != nil || proposal != nil || isReply }

  /// From here on what changes nothing is done; 19 of 20 such guesses are right on sentences
  /// held back from training.
  private static let surely = 0.65
  /// From here on what changes or costs something is asked about; 9 of 10 are right.
  private static let probably = 0.5
  /// Where there is no film yet, words are more likely what one should be like.
  private static let margin = 0.15
  /// Longer messages are more than one thing.
  private static let mostCharacters = IntentFeatures.mostCharacters

  /// Nothing.
  init() {}

  /// What `words` most likely are, where that is likely enough.
  init(_ words: String, in situation: Situation) {
    guard words.unicodeScalars.count <= Self.mostCharacters else { return }
    let (intent, probability) = IntentClassifier.shared.classify(words)
    let hasFilm = situation.draft.hasContent
    let bound = hasFilm ? 0 : Self.margin
    if let harmless = Self.harmless(intent) {
      if probability >= Self.surely + bound { command = harmless }
    } else if hasFilm, probability >= Self.probably {
      proposal = Proposal(intent, words)
      if proposal == nil, intent == .goToVersion { command = .versions }
    }
  }

  /// Whether `words` are nothing but an answer to what was proposed; nil where they are more.
  init?(answering words: String, in situation: Situation) {
    guard let name = situation.dialogue.proposed, words.unicodeScalars.count < 40,
      let proposal = Proposal(name: name)
    else { return nil }
    let letters = words.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0 == " "
    }
    let said = String(String.UnicodeScalarView(letters)).split(separator: " ")
      .joined(separator: " ")
    guard Self.yes.contains(said) || Self.no.contains(said) else { return nil }
    isReply = true
    if Self.yes.contains(said) { command = proposal.command }
  }

  /// Code, a path or an address that asks for nothing of a film, whatever words stand in it; nil
  /// where `words` are none.
  init?(code words: String) {
    guard words.unicodeScalars.count <= Self.mostCharacters,
      words.unicodeScalars.contains(where: { Self.marks.contains($0) })
    else { return nil }
    let (intent, probability) = IntentClassifier.shared.classify(words)
    guard intent == .outOfReach, probability >= Self.surely + Self.margin else { return nil }
    command = .outOfReach
  }

  private static let marks: Set<Unicode.Scalar> = ["/", "\\", "<", "{", "}", ";", "="]

  private static func harmless(_ intent: Intent) -> Command? {
    switch intent {
    case .credits: .credits
    case .status: .status
    case .upload: .upload
    case .help: .help
    case .versions: .versions
    case .compare: .compare(nil)
    case .preview: .preview
    case .question: .facts
    case .smallTalk: .smallTalk
    case .outOfReach: .outOfReach
    case .edit, .export, .undo, .redo, .goToVersion, .cancel, .startOver: nil
    }
  }

  private static let yes: Set<String> = [
    "yes", "yeah", "yep", "yup", "y", "sure", "ok", "okay", "right", "exactly", "correct",
    "please", "please do", "do it", "do that", "go ahead", "yes please", "yes do", "yes do it",
    "of course", "thats it", "that is it", "indeed", "yes i did", "i did", "sure thing",
    "好", "好的", "对", "对的", "是", "是的", "嗯", "嗯嗯", "行", "可以", "没错", "好啊", "好呀", "好吧", "要",
    "确定", "确认", "就是", "对啊", "对呀", "是啊", "是呀", "没问题", "當然", "当然", "對", "對的", "就这样",
  ]
  private static let no: Set<String> = [
    "no", "nope", "nah", "n", "dont", "no thanks", "no thank you", "not really", "no i didnt",
    "please dont", "never mind", "nevermind", "forget it", "no dont",
    "不", "不是", "不是的", "不用", "不用了", "不要", "不要了", "别", "算了", "不对", "不了", "没有", "不行", "不對",
  ]
}

/// Something that changes or costs something, and is done once it was said to be meant.
struct Proposal: Hashable {
  private let intent: Intent
  /// The version to go to; 0 where it is none.
  private let version: Int

  /// What `words` would be as `intent`; nil where nothing would be to ask.
  init?(_ intent: Intent, _ words: String) {
    self.intent = intent
    guard intent == .goToVersion else {
      version = 0
      if command == nil { return nil }
      return
    }
    let lexemes = Lexer(names: []).lexemes(of: Wording(words))
    guard let figure = lexemes.lazy.compactMap({ $0.term?.figure }).first, figure > 0 else {
      return nil
    }
    version = figure
  }

  /// The proposal of that name.
  init?(name: String) {
    let parts = name.split(separator: " ")
    guard let first = parts.first, let intent = Intent(rawValue: String(first)) else { return nil }
    self.intent = intent
    version = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    if command == nil { return nil }
  }

  /// What the dialogue keeps of it.
  var name: String { version > 0 ? "\(intent.rawValue) \(version)" : intent.rawValue }

  /// What is done once it was said to be meant.
  var command: Command? {
    switch intent {
    case .export: .export(nil)
    case .undo: .undo(1)
    case .redo: .redo(1)
    case .cancel: .cancel
    case .startOver: .startOver
    case .goToVersion: version > 0 ? .goTo(version) : nil
    default: nil
    }
  }

  /// The question whether it is meant.
  func question(in language: SpokenLanguage) -> String {
    let task =
      switch intent {
      case .export: language.say("export the film", "导出影片")
      case .undo: language.say("undo the last edit", "撤销上一步")
      case .redo: language.say("bring back what was undone", "重做刚才撤销的一步")
      case .cancel: language.say("cancel the export", "取消导出")
      case .startOver: language.say("start over", "从头重来")
      default: language.say("go back to version \(version)", "回到第\(version)版")
      }
    return language.say("Did you mean: \(task)?", "是要\(task)吗？")
  }
}

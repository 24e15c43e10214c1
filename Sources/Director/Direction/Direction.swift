import Language
import MediaTime
import Timeline

/// Writes a script: carries commands and requests out on a draft of its own and notes each step.
struct Direction {
  let situation: Situation
  let language: SpokenLanguage
  var media: [String: MediaFacts]
  var mediaNames: [String: String]
  /// The history as the steps so far leave it.
  var history: History
  var steps: [Step] = []
  var price = Work()
  var remarks: [String] = []
  var showsTimeline = false
  /// What will be done, for the opening.
  var tasks: [String] = []
  /// What was understood and can't be done, in sentences.
  var refused: [String] = []
  /// Whether something was asked for that has its answer already.
  var isAnswered = false
  /// Whether the rough cut was made in this turn.
  var hasCut = false
  /// Whether it was asked which clip is meant.
  var asksWhich = false
  /// Clips of which those have to be asked who may make them, by the ids of what they become.
  var asked: [(id: String, order: ClipOrder)] = []
  /// The ids of segments whose clips were made, or put back.
  var madeClips: [String] = []
  /// The draft as it was when the words were carried out: what their numbers count.
  var counted: Draft?
  /// The quality that the message named, for an export.
  var quality: Quality?
  /// Whether the words speak of the camera, so that new stills wait for theirs.
  let namesCamera: Bool

  /// More requests than this are not carried out in one turn.
  static let mostRequests = 40
  /// More commands than this are not carried out in one turn.
  static let mostCommands = 12
  /// So many characters of a message are read.
  static let mostCharacters = 20_000

  /// What is read of a message: its commands, and requests for the film.
  let commands: [Command]
  var requests: [Request]
  let leftovers: [String]
  /// The same, with their places.
  let unread: [Leftover]
  /// What is left undone, with the words beside it that were not understood.
  let withheld: [(request: Request, words: String)]
  /// The shapes in which films are ordered beside the draft's own.
  let variants: Variants
  /// What `Language` read in the words, before anything was made of it.
  let told: [Understood]
  /// What has to be asked before anything is done.
  let question: Dialogue.Question?
  /// More, or less, of what was changed last.
  let adjustment: Adjustment?
  /// Whether the last change goes first.
  let retracts: Bool
  /// What the words speak of.
  let mentioned: Target?
  /// Whether the words speak of how loud something is.
  let speaksOfVolume: Bool
  /// Whether the words speak of the film as a whole, and whether of something as "it".
  let namesFilm: Bool
  let pointsBack: Bool
  /// The message, as far as it is read.
  let words: String
  /// Whether "undo" or its like stands among words that leave open what is meant.
  let isUndoUnclear: Bool
  private let isCutShort: Bool
  private let hasWords: Bool
  /// Where the message names media in what it asks of the film.
  let naming: Naming
  /// What the message is taken for, where no rule settles it.
  let guess: Guess
  /// Whether it is only looked at what words would cost.
  let isAside: Bool
  /// What has to be made or mended, or is laid over the film, before its words are read.
  let wishes: Wishes
  /// What is drawn for the message.
  var wish: DrawingWish? { wishes.drawing }
  /// What is to be heard that nobody uploaded.
  var sounds: SoundWish? { wishes.sounds }
  /// The uploaded subtitles that it asks for.
  var subtitles: SubtitleWish? { wishes.subtitles }
  /// What the message asks to be mended of what was found.
  var remedies: [Remedy] { wishes.remedies }

  init(_ said: String, _ given: Situation, isAside: Bool = false) {
    var situation = given
    let all = situation.plan ?? (isAside ? said : Self.continued(said, in: situation))
    self.isAside = isAside
    let wishes = Wishes(all, in: situation)
    self.wishes = wishes
    let words = wishes.rest
    situation.media += wishes.media
    let heard = String(String.UnicodeScalarView(words.unicodeScalars.prefix(Self.mostCharacters)))
    let reader = situation.reader(of: heard)
    let isAnswer = Self.leavesCommands(heard, reader, in: situation)
    naming = Naming(
      isAnswer ? CommandReader(heard, names: [], reads: false) : reader, in: situation)
    let reading = naming.reading { _ in 0 }
    let isWhole = reader.commands.isEmpty && situation.plan == nil && wishes.isEmpty
    let spoken = isWhole ? reading.language : Reading.language(of: said)
    self.situation = situation
    language = situation.language ?? spoken
    media = Dictionary(situation.media.map { ($0.id, $0.facts) }) { first, _ in first }
    mediaNames = Dictionary(situation.media.map { ($0.id, $0.name) }) { first, _ in first }
    history = situation.history ?? Script.emptyHistory
    self.words = heard
    let variants = Variants(
      reading.understood, heard, isExported: reader.commands.contains(where: \.isExport))
    self.variants = variants
    unread = reading.leftovers.filter { $0.hasWords && !variants.explains($0.text) }
    told = reading.understood
    question = reading.question
    (namesFilm, pointsBack) = (reading.namesFilm, reading.pointsBack)
    let isReply = !isAside && wishes.remedies.isEmpty
    let reply = isReply ? Guess(answering: heard, in: situation) ?? Guess(code: heard) : nil
    adjustment = reply == nil ? reading.adjustment : nil
    retracts = reply == nil && reading.retracts && reader.commands.allSatisfy(\.isRemark)
    let asked =
      reader.commands.contains(where: \.isQuestion)
      ? Reading(of: heard, in: situation.scene) : reading
    (mentioned, speaksOfVolume) = (asked.mentioned, asked.speaksOfVolume)
    var commands = isAnswer || reply != nil ? [] : reader.commands
    var (requests, unclear): ([Request], Bool) = ([], false)
    let withholding = situation.withholding(
      reading.understood, unread, in: reader.rest().text)
    withheld = withholding?.withheld ?? []
    for request in withholding?.kept ?? reading.requests
    where reply == nil && !variants.takes(request) {
      guard let command = Command(standingFor: request, among: commands) else {
        requests.append(request)
        continue
      }
      if command.changesVersions, reading.requests.count > 1 || !unread.isEmpty {
        unclear = true
      } else if !commands.contains(command) {
        commands.append(command)
      }
    }
    let isSettled =
      !wishes.isEmpty || !commands.isEmpty || !reading.requests.isEmpty || reading.question != nil
      || adjustment != nil || retracts || unread.isEmpty || isAside
    guess = reply ?? (isSettled ? Guess() : Guess(heard, in: situation))
    if let command = guess.command { commands.append(command) }
    leftovers = guess.isSettled ? [] : unread.map(\.text)
    isUndoUnclear = unclear
    isCutShort =
      requests.count > Self.mostRequests || commands.count > Self.mostCommands
      || heard.unicodeScalars.count < words.unicodeScalars.count
    if commands.contains(.cutToBeats) { requests.removeAll(where: \.isHardCut) }
    self.commands = Array(commands.prefix(Self.mostCommands))
    self.requests = unclear ? [] : Array(requests.prefix(Self.mostRequests))
    hasWords = !wishes.isEmpty || heard.unicodeScalars.contains { $0.properties.isAlphabetic }
    namesCamera = self.requests.contains(where: \.isOfCamera)
  }

  /// Whether what looks like commands is for `Language` to read.
  private static func leavesCommands(
    _ words: String, _ reader: CommandReader, in situation: Situation
  ) -> Bool {
    answers(words, reader, in: situation) || repeats(words, reader, in: situation)
      || removesSort(words, reader, in: situation)
  }

  /// Whether the message is what was asked for, whatever else its words may mean.
  private static func answers(
    _ words: String, _ reader: CommandReader, in situation: Situation
  ) -> Bool {
    guard situation.dialogue.pending?.lack == .words else { return false }
    return reader.commands.allSatisfy { command in
      switch command {
      case .undo, .cancel, .export, .startOver, .goTo, .help: false
      default: true
      }
    }
  }

  /// 照片都去掉: whether clips are to go that only `Language` tells by their sort.
  private static func removesSort(
    _ words: String, _ reader: CommandReader, in situation: Situation
  ) -> Bool {
    let removes = reader.commands.contains { command in
      if case .remove = command { true } else { false }
    }
    guard removes, reader.commands.count == 1 else { return false }
    let reading = Reading(of: words, in: situation.scene, after: situation.dialogue)
    return reading.requests.contains(.remove(.stills))
      || reading.requests.contains(.remove(.footage))
  }

  /// Whether it asks the last edit again of a clip by its number, which is no medium then: 第三张也来点.
  private static func repeats(
    _ words: String, _ reader: CommandReader, in situation: Situation
  ) -> Bool {
    guard !situation.dialogue.requests.isEmpty, !reader.commands.isEmpty else { return false }
    let isOfClips = reader.commands.allSatisfy { command in
      guard case .add(let references, nil, _) = command else { return false }
      return references.allSatisfy { $0.ordinal != nil && $0.medium == nil }
    }
    guard isOfClips else { return false }
    let reading = Reading(of: words, in: situation.scene, after: situation.dialogue)
    return reading.repeats && !reading.requests.isEmpty && reading.leftovers.isEmpty
  }

  /// The message, or, where it only says what the one before it lacked, both as one.
  private static func continued(_ words: String, in situation: Situation) -> String {
    if let clip = EngineWish.continued(words, in: situation) { return clip }
    if let anew = exchangedAnew(words, in: situation) { return anew }
    guard let before = situation.dialogue.unanswered, words.count < 200 else { return words }
    let own = Reading(of: words, in: situation.scene, after: situation.dialogue)
    let both = before + " " + words
    let joined = Reading(of: both, in: situation.scene, after: situation.dialogue)
    let others = CommandReader(words, names: situation.callableNames).commands
    let replaces = situation.reader(of: both).commands.contains { command in
      if case .replaceClip = command { true } else { false }
    }
    guard others.isEmpty || (replaces && others.count == 1) else { return words }
    if replaces { return both }
    let isWhole = joined.leftovers.isEmpty && !joined.requests.isEmpty && joined.question == nil
    let isOwn = own.leftovers.isEmpty && !own.requests.isEmpty && !own.isLoose
    if isWhole, !isOwn { return both }
    let isCommand = !CommandReader(words, names: situation.callableNames).commands.isEmpty
    let reader = situation.reader(of: both)
    let isTaken = !reader.rest().text.unicodeScalars.contains { $0.properties.isAlphabetic }
    return !isCommand && own.requests.isEmpty && !reader.commands.isEmpty && isTaken ? both : words
  }

  /// The script.
  mutating func script() -> Script {
    draw()
    openWithClip()
    makeSounds()
    if retracts { retract() }
    changeVersions()
    emptyTimeline()
    adjust()
    mend()
    changeFilm()
    askEngines()
    analyse()
    settleGuess()
    answer()
    if let question { ask(question) }
    if isUndoUnclear { tellUnclear() }
    if !withheld.isEmpty { tellWithheld() } else if !leftovers.isEmpty { tellLeftovers() }
    if isCutShort {
      remarks.append(
        language.say(
          "That was a lot at once; the rest was left out, say it in a message of its own",
          "一次说得太多，后面的部分没有处理，请分开发送"))
    }
    let advice = Advice(situation, draft: draft, language: language)
    var seen: Set<String> = []
    let told = remarks.filter { seen.insert($0).inserted }
    let isIdle = !steps.contains { $0.action.changesDraft }
    return Script(
      language: language, opening: opening, steps: steps, price: price, remarks: told,
      advice: isIdle && !isAnswered ? [advice.sentence] : [], showsTimeline: showsTimeline,
      asks: (question != nil || guess.proposal != nil || asksWhich) && isIdle, dialogue: dialogue,
      mediaNames: mediaNames)
  }

  /// Reads what is asked of the film again, now that it is known which clips show the media that
  /// it names.
  mutating func resolveNames(in draft: Draft) {
    guard !naming.mentions.isEmpty, !requests.isEmpty else { return }
    let reading = naming.reading { medium in
      draft.pictureTrack?.segments.firstIndex { $0.source == situation.media[medium].id } ?? 0
    }
    let wishes = reading.requests.filter { request in
      !variants.takes(request) && Command(standingFor: request, among: commands) == nil
    }
    requests = Array(wishes.prefix(Self.mostRequests))
  }

  /// The draft as the steps so far leave it.
  var draft: Draft { history.draft }

  /// Facts of a medium by its id.
  var lookup: MediaLookup {
    let media = media
    return { media[$0] }
  }

  /// Adds an edit as a step; it becomes the current version. An edit that does not fit is told.
  mutating func add(
    _ edit: Edit, label: String, told edits: [String], summary: String = ""
  ) {
    do {
      try history.apply(edit, label: label)
    } catch {
      remarks.append(language.say(error.message, "“\(label)”没有完成"))
      return
    }
    let told = language.few(edits, most: 12).map(JSONValue.string)
    steps.append(
      Step(
        .edit(edit: edit, label: label), call: ToolCall("edit_timeline", ["edits": .array(told)]),
        summary: summary))
    price.edits = 1
  }

  private var opening: String? {
    guard !tasks.isEmpty else { return nil }
    let list = language.series(language.few(tasks, most: 8))
    return language.sentence(language.say("On it: \(list)", "好的：\(list)"))
  }

  private mutating func tellUnclear() {
    isAnswered = true
    remarks.append(
      language.say(
        "I can't tell what to take back and did nothing: say “undo”, “undo the title” or “go back "
          + "to version 2” in a sentence of its own",
        "不确定要撤回什么，所以没有改动：请单独说“撤销”、“撤销标题”或“回到第2版”"))
  }

  private mutating func tellLeftovers() {
    guard !situation.media.isEmpty || draft.hasContent else { return }
    let quoted = language.few(leftovers.map { language.quote($0, most: 40) }, most: 5)
    let list = language.list(quoted)
    remarks.append(language.say("I did not understand \(list)", "没有听懂\(list)"))
  }

  /// What the message is, in the order of its commands.
  var intents: [Intent] {
    var intents: [Intent] = commands.compactMap(\.intent)
    if let intent = guess.proposal?.command?.intent { intents.append(intent) }
    if !requests.isEmpty || steps.contains(where: \.action.isEdit) { intents.append(.edit) }
    var seen: Set<Intent> = []
    return intents.filter { seen.insert($0).inserted }
  }

  /// Whether the message says anything in words.
  var isWordless: Bool { !hasWords && requests.isEmpty && commands.isEmpty }
}

extension Step.Action {
  /// Whether it edits the draft.
  var isEdit: Bool { if case .edit = self { true } else { false } }

  /// Whether it makes or takes another version of the draft.
  var changesDraft: Bool {
    switch self {
    case .edit, .go: true
    default: false
    }
  }
}

extension Leftover {
  /// Whether there is more in it than marks.
  var hasWords: Bool {
    text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}

extension Request {
  /// Whether it lets clips follow one another without a passage.
  fileprivate var isHardCut: Bool {
    if case .transition(let transition) = self { transition.kind == .cut } else { false }
  }
}

import MediaTime
import Timeline

/// A clip that a message asks for, and what those say who may make it.
struct ClipPlan {
  /// What it becomes.
  let medium: Medium
  let order: ClipOrder
  /// Who makes it, the first to be asked first.
  let offers: [ClipOffer]
  /// Who doesn't, and why.
  let refusals: [(engine: String, reason: String)]
  /// Who wasn't asked, and could be.
  let others: [String]

  /// A plan; where nobody was asked yet, it is taken to be made as it is ordered.
  init(_ order: ClipOrder, as id: String, named name: String, in situation: Situation) {
    self.order = order
    others = situation.engines.map(\.name).filter { !order.engines.contains($0) }
    var offers: [ClipOffer] = []
    var refusals: [(engine: String, reason: String)] = []
    if let answers = situation.answers[id] {
      for answer in answers {
        switch answer {
        case .offer(let offer): offers.append(offer)
        case .refusal(let engine, let reason): refusals.append((engine, reason))
        }
      }
    } else {
      offers = order.engines.prefix(1).map { engine in
        ClipOffer(engine: engine, duration: order.duration, credits: 0)
      }
    }
    (self.offers, self.refusals) = (offers, refusals)
    let facts = order.facts(
      of: offers.first ?? ClipOffer(engine: "", duration: order.duration, credits: 0))
    medium = Medium(id: id, name: name, facts: facts, isNew: true, hasAnalysis: true)
  }

  /// The clip of which a film is made that isn't there yet; nil where nothing of the kind is
  /// wished, or nobody makes it.
  init?(opening wish: EngineWish, in situation: Situation) {
    guard wish.task == .make, wish.isNew, !situation.draft.hasContent else { return nil }
    self.init(new: wish, on: Canvas(), in: situation)
    if offers.isEmpty { return nil }
  }

  /// A clip of words alone; nil where there are none, or nobody to ask.
  init?(new wish: EngineWish, on canvas: Canvas, in situation: Situation) {
    let engines = wish.engines(in: situation)
    guard let prompt = wish.prompt, !engines.isEmpty else { return nil }
    let order = ClipOrder(
      prompt, duration: wish.length ?? Self.usualLength, width: canvas.width,
      height: canvas.height, engines: engines)
    var names = Set(situation.media.map(\.name))
    self.init(
      order, as: Self.id(1, in: situation),
      named: situation.freeName(Self.name(of: prompt), among: &names), in: situation)
  }

  private static let usualLength = Milliseconds(5000)

  /// The id of the message's clip of that number.
  static func id(_ number: Int, in situation: Situation) -> String {
    "\(situation.drawingID)_c\(number)"
  }

  /// What people call what is made of words: the first of them.
  private static func name(of prompt: String) -> String {
    let words = prompt.split(whereSeparator: \.isWhitespace).prefix(5).joined(separator: " ")
    return String(words.prefix(32))
  }

  /// Credits that it takes at most.
  var credits: Int { offers.map(\.credits).max() ?? 0 }

  /// How it is made, as far as that is known before.
  var note: GeneratedClip {
    var note = GeneratedClip(
      engine: offers.first?.engine ?? "", model: offers.first?.model, prompt: order.prompt,
      seed: order.seed, dollars: offers.first?.dollars)
    if case .frame(let medium, _) = order.start { note.follows = medium }
    return note
  }

  /// The step that has it made.
  var step: Step {
    var arguments: [String: JSONValue] = [
      "media": .string(medium.id), "prompt": .string(order.prompt), "seed": .integer(order.seed),
      "engines": .array(offers.map { .string($0.engine) }), "credits": .integer(credits),
      "duration": JSONValue(order.duration.seconds),
    ]
    arguments["dollars"] = offers.first?.dollars.map { JSONValue($0) }
    return Step(
      .clip(
        media: medium.id, name: medium.name, order: order, offers: offers, others: others),
      call: ToolCall("generate_clip", arguments))
  }
}

extension EngineWish {
  /// Those who are to be asked, by their names; none where they aren't there.
  func engines(in situation: Situation, insteadOf former: String? = nil) -> [String] {
    let names = situation.engines.map(\.name)
    switch choice {
    case .named(let name): return [name]
    case .any: return names
    case .missing, .builtIn: return []
    case nil: return names.filter { $0 == former }
    }
  }
}

extension ClipOrder {
  /// What a draft has to know of it before it is made.
  func facts(of offer: ClipOffer) -> MediaFacts {
    // What is made beyond what was asked isn't shown.
    MediaFacts(
      kind: .video, duration: min(offer.duration, duration), width: width, height: height)
  }
}

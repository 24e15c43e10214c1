import Language
import MediaTime
import Timeline

extension Direction {
  /// What the requests of a message do to a draft, and what is to be told of those that do not.
  struct Words {
    let plan: Plan
    /// Edits in order, options that a draft keeps among them.
    let edits: [Edit]
    /// Requests that were carried out, as sentences.
    let done: [String]
    /// Stills that were given a move.
    let animations: Int
    private let idle: [Request]

    init(
      _ requests: [Request], in language: SpokenLanguage, for draft: Draft, media: MediaLookup
    ) {
      plan = Plan(requests, in: language, for: draft, media: media)
      let refused = Set(plan.notDone.map(\.request))
      let idle = Self.idle(requests, refused, in: language, for: draft, plan.result, media)
      self.idle = idle
      var edits = plan.edits
      if let seed = plan.output.seed, draft.unknown["seed"] != .integer(seed) {
        edits.append(.setDraftDetail(key: "seed", value: .integer(seed)))
      }
      self.edits = edits
      var told: Set<Request> = refused.union(idle)
      done = requests.compactMap { request in
        guard !request.isSetting, told.insert(request).inserted else { return nil }
        return request.sentence(in: language)
      }
      animations = Self.animations(plan.edits, draft, media)
    }

    /// Requests that change nothing, because it is so already.
    private static func idle(
      _ requests: [Request], _ refused: Set<Request>, in language: SpokenLanguage,
      for draft: Draft, _ result: Draft, _ media: MediaLookup
    ) -> [Request] {
      requests.indices.compactMap { index in
        let request = requests[index]
        guard !refused.contains(request), !request.isSetting else { return nil }
        if case .seed(let seed) = request {
          return draft.unknown["seed"] == .integer(seed) ? request : nil
        }
        let alone = Plan([request], in: language, for: draft, media: media)
        guard alone.result == draft.normalized() else { return nil }
        var others = requests
        others.remove(at: index)
        let without = Plan(others, in: language, for: draft, media: media)
        return without.result == result ? request : nil
      }
    }

    private static func animations(
      _ edits: [Edit], _ draft: Draft, _ media: MediaLookup
    ) -> Int {
      var moved: Set<String> = []
      for case .setMotion(let id, let motion) in edits.flatMap(\.primitives) {
        let isStill = draft.segment(id)?.source.flatMap(media)?.kind == .image
        if isStill, motion.contains(where: { $0.move != .static }) { moved.insert(id) }
      }
      return moved.count
    }

    /// What was understood and can't be done, in sentences.
    var refused: [String] { plan.notDone.map(\.sentence) }

    /// What was not done, and why; what a rough cut just made fulfils by itself.
    /// - Parameter isFulfilled: whether something else did what those ask that change nothing:
    ///   an edit taken back, a picture drawn for as long as was said.
    func remarks(
      in language: SpokenLanguage, afterCut hasCut: Bool, isFulfilled: Bool
    ) -> [String] {
      var told: Set<String> = []
      var remarks = plan.remarks + plan.notDone.map(\.sentence)
      if !idle.isEmpty, !isFulfilled {
        let list = language.list(idle.map { language.quote($0.sentence(in: language)) })
        remarks.append(
          hasCut
            ? language.say("\(list): the cut is so already", "\(list)：剪好就是这样")
            : language.say("\(list) changes nothing: it is so already", "\(list)没有变化：已经是这样了"))
      }
      return remarks.filter { told.insert($0).inserted }
    }
  }

  /// Says what becomes of options that a draft does not hold.
  mutating func tellSettings(_ output: OutputOptions) {
    let isExported = commands.contains(where: \.isExport)
    if let quality = output.quality, !isExported {
      let name = quality.name(in: language)
      remarks.append(
        language.say(
          "Quality is chosen with the export: say “export in \(name) quality”",
          "画质在导出时选择：可以说“导出\(name)”"))
    }
    var ignored: [String] = []
    if let scale = output.guidance {
      ignored.append(Request.guidance(scale).sentence(in: language))
    }
    if let words = output.avoid { ignored.append(Request.avoid(words).sentence(in: language)) }
    if !ignored.isEmpty {
      let list = language.list(ignored.map { language.quote($0) })
      remarks.append(
        language.say(
          "\(list) steers models that draw clips; none is in use, so nothing changes by it",
          "\(list)只对生成画面的模型有效；现在没有使用模型，所以没有影响"))
    }
  }
}

extension Request {
  /// Whether it is about the making and not the draft.
  var isSetting: Bool {
    switch self {
    case .quality, .guidance, .avoid: true
    default: false
    }
  }
}

extension Quality {
  /// Its name, as an export is asked for with it.
  func name(in language: SpokenLanguage) -> String {
    switch self {
    case .draft: language.say("draft", "草稿")
    case .standard: language.say("standard", "标准画质")
    case .high: language.say("high", "高画质")
    }
  }

  /// The short side of its frames, in pixels.
  var lines: Int {
    switch self {
    case .draft: 540
    case .standard: 720
    case .high: 1080
    }
  }
}

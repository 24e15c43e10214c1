import Accounts
import Director
import Foundation
import Timeline
import Wire

/// What a turn is going to do, what it costs, and what came of it so far. It is stored with the
/// turn and changes with each step, so that whoever resumes the turn goes on with the same.
struct TurnPlan: Codable, Sendable {
  /// What is done and said.
  var script: Script
  /// Credits for what words change.
  var editCost: Int
  /// Credits for each analysis.
  var analysisCost: Int
  /// When the turn began: media that came later are new to the next.
  var begunAt: Date
  /// The draft's version before the first step; nil where there was none.
  var versionBefore: Int?
  /// The version that its last step left, or that it began with: where the session has another,
  /// the draft was changed without words meanwhile.
  var version: Int?
  /// Why steps failed, by their index.
  var failures: [Int: String] = [:]
  /// Media that were analysed.
  var analysed = 0
  /// What a check of the film found; nil where none was made.
  var findings: [PreflightFinding]?
  /// Exports that were cancelled.
  var cancelledExports = 0
  /// The contents of the films that were made, by the step.
  var films: [Int: String] = [:]
  /// What was measured of them, by the step; nil in what an older version stored.
  var receipts: [Int: FilmReceipt]? = [:]
  /// Credits that engines took for clips; nil for none.
  var clipCredits: Int?
  /// What happened while clips were made, in sentences.
  var clipNotes: [String]?
  /// The credits as they were shown.
  var shownAvailable: Int?
  /// The credits on hold as they were shown.
  var shownFrozen: Int?

  /// Credits that were spent in the end.
  var charged: Int?

  /// A plan for a script at these prices.
  init(_ script: Script, prices: Prices, begunAt: Date, versionBefore: Int?) {
    self.script = script
    editCost = prices.cost(edits: script.price.edits, animations: script.price.animations)
    analysisCost = prices.cost(analyses: 1)
    self.begunAt = begunAt
    self.versionBefore = versionBefore
    version = versionBefore
  }

  /// What is quoted before the work.
  var quote: Int { editCost + analysisCost * script.price.analyses + (script.price.clips ?? 0) }

  /// What is charged after it: nothing for edits that failed, or left the draft as it was.
  func charge(isDraftChanged: Bool) -> Int {
    let analyses = min(analysed, script.price.analyses)
    return (isDraftChanged && hasEdited ? editCost : 0) + analysisCost * analyses
      + (clipCredits ?? 0)
  }

  private var hasEdited: Bool {
    script.steps.indices.contains { index in
      guard case .edit = script.steps[index].action else { return false }
      return failures[index] == nil
    }
  }

  /// Reads a plan that was stored.
  /// - Throws: `ServiceError` where this version can't read it.
  init(stored text: String) throws {
    do {
      self = try JSONDecoder().decode(TurnPlan.self, from: Data(text.utf8))
    } catch {
      throw ServiceError(
        .internalError, "This message was begun by another version; send it again.")
    }
  }

  /// As it is stored.
  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}

extension Costs {
  /// The prices, as the director tells them.
  init(_ prices: Prices) {
    self.init(edit: prices.edit, animation: prices.animation, analysis: prices.analysis)
  }
}

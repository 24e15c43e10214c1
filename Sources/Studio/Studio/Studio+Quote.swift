public import Accounts
import Director
import Foundation
import MediaTime
import Records
import Timeline
public import Wire

extension Studio {
  /// What a message would cost now. Nothing is stored, and no planner is asked: its sentences may
  /// come to another price, which the turn tells before it begins.
  /// - Throws: `ServiceError`: 1002; 400 where the message says nothing or too much.
  public func quote(
    _ text: String, in session: String, for identity: Identity
  ) async throws -> QuoteReply {
    try requireSense(of: Content(role: "user", text: text), key: nil)
    _ = try await self.session(session, for: identity)
    let turn = Turn(
      id: "e-\(UUID().uuidString.lowercased())", session: session, account: identity.account,
      message: text, digest: "", createdAt: now())
    var (situation, _) = try await situation(of: turn)
    for (id, voice) in situation.voices(in: text) {
      let length = Milliseconds(voice.text.count * Self.spokenCharacter)
      situation.spoken[id] = Spoken(duration: max(length, 500), words: [])
    }
    situation.answers = try await answers(
      to: situation.clips(in: text), in: session, TurnWords(situation.language ?? .english))
    let script = Script(for: text, in: situation)
    let plan = TurnPlan(
      script, prices: accounts.settings.prices, begunAt: turn.createdAt, versionBefore: nil)
    let credits = try await accounts.credits(of: identity)
    return QuoteReply(
      credits: plan.quote, available: credits.available, edits: script.price.edits,
      animations: script.price.animations, analyses: script.price.analyses, asks: script.asks)
  }

  /// Milliseconds that a character takes to say, near enough for a price.
  private static let spokenCharacter = 70
}

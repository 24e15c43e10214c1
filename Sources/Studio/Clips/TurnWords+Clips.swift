import Director
import Foundation
import Timeline

extension TurnWords {
  /// Why an engine makes no clip, without a full stop.
  func reason(_ failure: ClipFailure) -> String {
    let engine = failure.engine
    let english = failure.message.trimmingCharacters(in: ["."])
    let chinese =
      switch failure.kind {
      case .away: "\(engine)连接不上或太忙，请稍后再试"
      case .locked: "\(engine)不接受密钥，请管理员检查"
      case .refused: "\(engine)做不了这个（\(english)）"
      case .failed: "\(engine)没有生成成功（\(english)）"
      case .doubtful:
        "\(engine)中断了，不知道是否已经开始；不会自动重试，因为可能重复扣费；"
          + "说“再试一次”才会重新生成"
      }
    guard failure.kind == .doubtful else { return say(english, chinese) }
    return say(
      "\(engine) broke off when it was asked and can't tell whether it has begun, so it isn't "
        + "asked again by itself, as that might cost twice; say “try again” to ask anew", chinese)
  }

  /// An engine made no clip, and another is asked.
  func onWith(_ engine: String, after failure: ClipFailure) -> String {
    let reason = reason(failure)
    return say("\(reason); on with \(engine)", "\(reason)；改用\(engine)")
  }

  /// What can be said where a clip was not made: who else may be asked.
  func advice(after others: [String]) -> String { language.clipAdvice(after: others) }

  /// What stands between two reasons.
  var gap: String { say("; ", "；") }

  /// What an engine sent is no clip.
  func noClip(of engine: String) -> String {
    "\(engine) sent something that is no clip; look at its log."
  }
}

import HTTPTypes

extension HTTPField.Name {
  static let apiVersion = known("X-API-Version")
  static let clientID = known("X-Client-Id")
  static let forwardedFor = known("X-Forwarded-For")
  static let idempotencyKey = known("Idempotency-Key")
  static let lastEventID = known("Last-Event-ID")
  static let requestID = known("X-Request-Id")
  static let accelBuffering = known("X-Accel-Buffering")
  static let skillSource = known("X-Skill-Source")
  static let skillVersion = known("X-Skill-Version")
  static let skillPlatform = known("X-Skill-Platform")

  /// A name that is known to be one.
  static func known(_ name: String) -> Self {
    guard let name = Self(name) else { preconditionFailure("\(name) can't name a header") }
    return name
  }
}

internal import Wire

extension Conversation {
  /// Runs `body`. A refusal that the user can do something about says what: ours say it themselves,
  /// hosted servers only name a code.
  func advising(_ phrases: Phrases, _ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch var error as ServiceError where !client.isKinora {
      guard let advice = advice(for: error, phrases) else { throw error }
      error.message += (error.message.last == "。" ? "" : " ") + advice
      throw error
    }
  }

  private func advice(for error: ServiceError, _ phrases: Phrases) -> String? {
    switch error.code {
    case .unsupportedFile: phrases.formats
    case .fileTooLarge: phrases.shrink
    case .exportBlocked: registration.map(phrases.registerToExport) ?? phrases.upgrade
    default: nil
    }
  }

  /// Where an anonymous user registers; nil for others.
  var registration: String? {
    guard let userID = client.userID, userID.hasPrefix("anon_") else { return nil }
    return client.configuration.registration(userID: userID)
  }
}

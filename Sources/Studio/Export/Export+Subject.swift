import Records

extension Export {
  /// What work on it is called.
  var subject: String { Self.subject(session: session, id: id) }

  /// What work on an export is called: by its session, since a session may change its owner when
  /// an anonymous user signs in.
  static func subject(session: String, id: String) -> String { "\(session)/\(id)" }
}

extension MetadataView {
  /// The export of that id in a session, whoever has the session now.
  func export(_ id: String, in session: String) throws -> Export? {
    guard let account = try self.session(session)?.account,
      let export = try export(id, of: account), export.session == session
    else { return nil }
    return export
  }
}

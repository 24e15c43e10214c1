import Records

extension Export {
  /// What work on it is called.
  var subject: String { Self.subject(session: session, id: id) }

  /// What work on an export is called: by its session, since a session may change its owner when
  /// an anonymous user signs in.
  static func subject(session: String, id: String) -> String { "\(session)/\(id)" }

  /// Which export a subject is; nil where it is none's.
  static func names(in subject: String) -> (session: String, id: String)? {
    let names = subject.split(separator: "/", maxSplits: 1).map(String.init)
    return names.count == 2 ? (names[0], names[1]) : nil
  }
}

extension MetadataView {
  /// The export of that id in a session, whoever has the session now.
  func export(_ id: String, in session: String) throws -> Export? {
    guard let account = try owner(ofSession: session),
      let export = try export(id, of: account), export.session == session
    else { return nil }
    return export
  }
}

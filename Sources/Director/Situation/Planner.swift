/// Someone who says in simple sentences what a message asks for: a model elsewhere.
///
/// What it says is read like any user's words, so it can ask for nothing that a user can't.
public protocol Planner: Sendable {
  /// What `words` ask for, a simple English sentence each.
  /// - Throws: where it can't say; then the words are read as they are.
  func sentences(for words: String, in situation: Situation) async throws -> [String]
}

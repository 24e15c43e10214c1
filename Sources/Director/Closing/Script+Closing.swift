import Timeline

extension Script {
  /// The last text of the turn: what changed, what was not done and why, and the timeline.
  ///
  /// It says what the drafts differ in and claims nothing else; it is never empty.
  public func closing(_ outcome: Outcome) -> String {
    outcome.after.summary(language: language) { mediaNames[$0] }
  }
}

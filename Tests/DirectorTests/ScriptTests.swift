import Director
import Foundation
import Language
import Testing
import Timeline

/// Scripts as values, and closings where steps went otherwise than planned.
@Suite struct ScriptTests {
  @Test(arguments: [
    "push in, title \"A\", export in 720p", "undo", "credits", "status", "cancel", "加上这个", "",
  ]) func isReadBackAsItWasWritten(words: String) throws {
    let talk = try CommandTests.session()
    let script = Script(for: words, in: talk.situation)
    let data = try JSONEncoder().encode(script)
    #expect(try JSONDecoder().decode(Script.self, from: data) == script)
    #expect(Script(for: words, in: talk.situation) == script)
  }

  @Test func claimsNothingThatDidNotHappen() throws {
    let talk = try CommandTests.session()
    let script = Script(for: "make it portrait and export", in: talk.situation)
    let failed = Outcome(
      before: talk.draft, after: talk.draft,
      failures: [0: "The disk is full.", 1: "Nothing to render."])
    let text = script.closing(failed)
    #expect(text.contains("“aspect ratio 9:16” was not done: The disk is full."))
    #expect(text.contains("The film was not exported: Nothing to render."))
    #expect(!text.contains("Done") && !text.contains("\n"))
  }

  @Test func saysWhatBecameOfTheExport() throws {
    var talk = Conversation([.picture("dawn")])
    try talk.say("make a film")
    let script = Script(for: "导出", in: talk.situation)
    var outcome = Outcome(
      before: talk.draft, after: talk.draft, exports: [0: .started(id: "render_7")])
    #expect(script.closing(outcome) == "影片正在渲染（render_7）。")
    outcome.exports[0] = .finished(link: "https://example.org/a.mp4")
    #expect(script.closing(outcome) == "影片已完成：https://example.org/a.mp4")
  }

  @Test func carriesOnlyDraftStepsOut() throws {
    let talk = try CommandTests.session()
    let script = Script(for: "export", in: talk.situation)
    var history = talk.situation.history
    #expect(try script.perform(0, on: &history) == nil)
    #expect(history == talk.situation.history)
  }

  @Test func failsWithoutChangingAnything() throws {
    let talk = try CommandTests.session()
    let step = Step(.go(version: 99), call: ToolCall("go_to_version"))
    let script = Script(language: .english, steps: [step])
    var history = talk.situation.history
    #expect(throws: EditError.self) { try script.perform(0, on: &history) }
    #expect(history == talk.situation.history)
  }
}

import Testing
import Timeline
import Wire

@Suite struct FieldsTests {
  @Test(arguments: [
    (#"{"session_id":"7"}"#, "session_id"), (#"{"sessionId":"7"}"#, "session_id"),
    (#"{"session_id":"7"}"#, "sessionId"), (#"{"sessionId":"7"}"#, "sessionId"),
  ])
  func namesAreFoundInBothCases(text: String, name: String) throws {
    #expect(try Fields(body: text.utf8).requiredString(name) == "7")
  }

  @Test func emptyBodiesAreEmptyObjects() throws {
    #expect(try Fields(body: " \n".utf8).members.isEmpty)
  }

  @Test(arguments: [
    ("[1]", "The body must be a JSON object {…}."),
    ("{", "The body is no valid JSON"),
    ("\u{0}", "The body is no valid JSON"),
    (#"{"a":1}"#, "\"a\" must be a text in quotes, not 1."),
    ("{}", "The body has no \"a\"; add a text."),
    (#"{"a":null}"#, "The body has no \"a\"; add a text."),
  ])
  func failuresNameTheField(text: String, sentence: String) {
    let error = #expect(throws: ServiceError.self) {
      try Fields(body: text.utf8).requiredString("a")
    }
    #expect(error?.code == .badRequest)
    #expect(error?.message.hasPrefix(sentence) == true)
  }

  @Test func everyTypeIsChecked() throws {
    let fields = try Fields(body: #"{"a":"x","n":1.5}"#.utf8)
    #expect(throws: ServiceError.self) { try fields.integer("a") }
    #expect(throws: ServiceError.self) { try fields.integer("n") }
    #expect(throws: ServiceError.self) { try fields.number("a") }
    #expect(throws: ServiceError.self) { try fields.bool("a") }
    #expect(throws: ServiceError.self) { try fields.object("a") }
    #expect(throws: ServiceError.self) { try fields.list("a") }
    #expect(try fields.number("n") == 1.5)
  }
}

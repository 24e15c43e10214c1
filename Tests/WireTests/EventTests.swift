import Testing
import Timeline
import Wire

@Suite struct EventTests {
  private static let events = [
    Event(
      id: "1", invocationID: "e-1", author: "nemo_agent", timestamp: 1_795_347_178.49,
      content: Content(role: "model", text: "你好 \"there\"")),
    Event(
      id: "2", invocationID: "e-1", author: "nemo_agent", timestamp: 2,
      content: Content(
        role: "model",
        parts: [.functionCall(FunctionCall(id: "c", name: "n", arguments: ["a": .integer(1)]))])),
    Event(
      id: "3", invocationID: "e-1", author: "nemo_agent", timestamp: 3,
      content: Content(
        role: "user",
        parts: [
          .functionResponse(
            FunctionResponse(id: "c", name: "n", response: ["progress": .number(0.42)]))
        ]), isPartial: true, stateDelta: ["draft": .object([:])],
      metadata: ["kinora": .object(["cost": .integer(1)])]),
    Event(
      id: "4", invocationID: "e-1", author: "nemo_agent", timestamp: 4,
      failure: ServiceError(.noCredits, "No credits are left.")),
    Event(
      id: "5", invocationID: "e-1", author: "user", timestamp: 5,
      content: Content(role: "user", parts: [.other(.object(["inlineData": .object([:])]))])),
  ]

  @Test(arguments: events)
  func survivesTheWire(event: Event) throws {
    #expect(try Event(json: JSONValue.parse(body: event.json.text())) == event)
  }

  @Test(arguments: events)
  func isOneLineWithoutNulls(event: Event) {
    let line = event.json.text()
    #expect(!line.contains("\n"))
    #expect(!line.contains("null"))
  }

  @Test func theTextOfAContentIsItsTexts() {
    let call = FunctionCall(id: "c", name: "n", arguments: [:])
    let content = Content(parts: [.text("a"), .functionCall(call), .text("b")])
    #expect(content.text == "a\nb")
  }
}

@Suite struct EventStreamTests {
  private static let stream =
    EventStreamEncoder.event(id: "1", data: #"{"a":"你"}"#) + EventStreamEncoder.heartbeat
    + ": a comment\r\nevent: x\r\nid: 2\r\ndata: one\r\ndata:two\r\n\r\nretry: 3\n\ndata"

  private static let messages = [
    EventStreamParser.Message(id: "1", data: #"{"a":"你"}"#),
    EventStreamParser.Message(id: "1", data: ""),
    EventStreamParser.Message(id: "2", data: "one\ntwo"),
  ]

  @Test func isReadWhereverItIsCut() throws {
    let bytes = Array(Self.stream.utf8)
    for cut in 0...bytes.count {
      var parser = EventStreamParser()
      var read = try parser.parse(bytes[..<cut])
      read += try parser.parse(bytes[cut...])
      #expect(read == Self.messages, "cut at \(cut)")
    }
  }

  @Test func isReadByteByByte() throws {
    var parser = EventStreamParser()
    var read: [EventStreamParser.Message] = []
    for byte in [0xEF, 0xBB, 0xBF] + Array(Self.stream.utf8) { read += try parser.parse([byte]) }
    #expect(read == Self.messages)
  }

  @Test func aLineWithoutEndIsRefused() throws {
    var parser = EventStreamParser()
    let block = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(throws: ServiceError.self) {
      for _ in 0...16 { _ = try parser.parse(block) }
    }
  }

  @Test(arguments: [
    (nil, "/opt/a/.clawhub/skills/kinora", "clawhub"),
    (nil, "/opt/a/.cursor/skills/kinora", "cursor"), (nil, "/opt/kinora", "unknown"),
    (nil, nil, "unknown"), ("mine", "/opt/a/.cursor/skills/kinora", "mine"),
    ("", nil, "unknown"),
  ])
  func thePlatformComesFromTheInstallPath(source: String?, path: String?, platform: String) {
    #expect(Attribution.platform(skillSource: source, installPath: path) == platform)
  }
}

import MediaTime
import Testing
import Timeline
import Wire

@Suite struct MessageTests {
  @Test func repliesSurviveTheWire() throws {
    try check(TokenReply(token: "nmv_usr_x", userID: "anon_1", expiresAt: "2026", credits: 100))
    try check(SessionRequest(taskName: "a \"b\"", language: "zh"))
    try check(SessionRequest())
    try check(SessionReply(taskID: "t", sessionID: "123", userID: "anon_1"))
    try check(CreditBalance(available: 90, frozen: 10))
    try check(
      SessionState(sessionID: "1", taskID: "t", taskName: "n", state: ["draft": .object([:])]))
    let file = UploadedFile(
      id: "m_1", name: "dawn", filename: "dawn.jpg", fileType: "image", url: "http://h/m",
      duration: 0, width: 64, height: 48, fps: 0, hash: "ab")
    try check(file)
    try check(UploadReply(files: [file, file]))
    try check(URLUploadRequest(urls: ["https://example.com/a.jpg"]))
    try check(RunRequest(sessionID: "1", message: Content(parts: [.text("hi")])))
    try check(RunRequest(sessionID: "1", invocationID: "e-1"))
    try check(RenderRequest(id: "render_1", sessionID: "1", draft: .object(["d": .integer(3)])))
  }

  @Test func editsAndVersionsSurviveTheWire() throws {
    let edit: JSONValue = .object(["set_volume": .object(["segment": .string("s1")])])
    for change: EditRequest.Change in [
      .edits([edit], label: "softer"), .edits([edit], label: nil), .undo, .redo, .undoOnly(3),
      .go(to: 1),
    ] {
      try check(EditRequest(change))
      try check(EditRequest(change, base: 7))
    }
    let first = HistoryReply.Version(number: 1, parent: nil, label: "Empty")
    let next = HistoryReply.Version(
      number: 2, parent: 1, label: "softer", differences: ["BGM 35 → 20 %"], moment: 0)
    try check(HistoryReply(current: 2, canUndo: true, versions: [first, next]))
    try check(
      HistoryReply(
        current: 1, canUndo: false, redo: 2, versions: [], draft: .object([:]), dropped: [4]))
    try check(VersionReply(number: 1, parent: nil, label: "Empty", draft: .object([:])))
    try check(
      VersionReply(number: 2, parent: 1, label: "a", draft: .object([:]), differences: ["b"]))
  }

  @Test(arguments: [
    "{}", #"{"edits":[]}"#, #"{"edits":3}"#, #"{"undo":false}"#, #"{"undo":true,"redo":true}"#,
    #"{"undo":1}"#, #"{"go_to":"1"}"#, #"{"undo_only":1.5}"#, #"{"undo":true,"base":"2"}"#,
    #"{"edits":[{}],"label":3}"#,
  ])
  func badEditRequestsAreRefused(text: String) throws {
    #expect(throws: ServiceError.self) {
      try EditRequest(json: try JSONValue.parse(body: text))
    }
  }

  @Test(arguments: RenderJob.Status.allCases)
  func jobsSurviveTheWire(status: RenderJob.Status) throws {
    try check(
      RenderJob(
        id: "render_1", status: status, progress: 42.5, url: "http://h/f", duration: 3.5,
        size: 12, error: "It failed.", createdAt: "2026", completedAt: "2027"))
    try check(RenderJob(id: "render_1", status: status, progress: 0, createdAt: "2026"))
  }

  @Test(arguments: [
    #"{"code":0,"success":true,"status":"completed","progress":100,"output":{"url":"u","size":5}}"#,
    #"{"code":0,"data":{"id":"r","status":"completed","progress":100,"outputUrl":"u"}}"#,
  ])
  func eitherPublishedShapeOfAJobIsRead(text: String) throws {
    let job = try RenderJob(json: try JSONValue.parse(body: text))
    #expect(job.status == .completed)
    #expect(job.url == "u")
    #expect(job.progress == 100)
  }

  @Test func foreignNumbersNeverTrap() throws {
    let file = try UploadedFile(
      json: JSONValue.parse(body: #"{"width":1e300,"height":-1e300,"duration":1e300}"#))
    #expect((file.width, file.height) == (1_000_000, 0))
  }

  @Test(arguments: [
    (#"{"t":[{"tt":0,"sg":[{"d":10000}]}]}"#, [10000]),
    (#"{"t":[{"tt":"0","sg":[{"d":2500.4},{"id":7,"d":"1500"}]},{"tt":5,"sg":[{}]}]}"#, [4000]),
    (#"{"t":[{"tt":0,"sg":[{"d":1e300,"m":{"motion":"fast","name":"sea"}}]}]}"#, [1_000_000_000]),
    (#"{"t":[{"tt":7,"sg":[{"x":"Hi","s":500,"d":1000,"sp":"x"}]}],"m":{"fps":"x"}}"#, [1500]),
    (#"{"t":3}"#, [0]), (#"{"m":{}}"#, [0]),
  ])
  func hostedDraftsAreRead(text: String, ends: [Int]) throws {
    let state = SessionState(
      sessionID: "1", taskID: "", taskName: "", state: ["draft": try JSONValue.parse(body: text)])
    let draft = try #require(try state.draft())
    #expect(draft.lastEnd.count == ends[0])
    #expect(draft.hasContent == (ends[0] > 0))
  }

  @Test func aDraftOfALaterSchemaIsNotGuessed() {
    let state = SessionState(
      sessionID: "1", taskID: "", taskName: "",
      state: ["draft": .object(["schema": .string("Draft.2"), "t": .array([])])])
    #expect(throws: DraftError.self) { try state.draft() }
  }

  @Test func theBalanceAddsUp() {
    #expect(CreditBalance(available: 90, frozen: 10).json.text().contains("\"total\":100"))
  }

  @Test(arguments: [
    "{}", #"{"urls":[]}"#, #"{"urls":[3]}"#, #"{"urls":"u"}"#,
    #"{"urls":["u"],"source_type":"ftp"}"#,
  ])
  func badURLListsAreRefused(text: String) {
    #expect(throws: ServiceError.self) {
      try URLUploadRequest(json: try JSONValue.parse(body: text))
    }
  }

  @Test func anUnknownStatusIsTold() throws {
    #expect(throws: ServiceError.self) {
      try RenderJob(json: try JSONValue.parse(body: #"{"data":{"status":"baking"}}"#))
    }
  }

  private func check<Message: WireMessage & Equatable>(_ message: Message) throws {
    #expect(try Message(json: JSONValue.parse(body: message.json.text())) == message)
  }
}

import Testing
import Timeline
import Wire

@Suite struct ServiceErrorTests {
  @Test(arguments: [
    (ServiceError.Code.badToken, 1001, 401), (.sessionNotFound, 1002, 404),
    (.noCredits, 2001, 403), (.unsupportedFile, 4001, 415), (.fileTooLarge, 4002, 413),
    (.badRequest, 400, 400), (.exportBlocked, 402, 402), (.notFound, 404, 404),
    (.conflict, 409, 409), (.bodyTooLarge, 413, 413), (.badDraft, 422, 422),
    (.rateLimited, 429, 429), (.unavailable, 503, 503), (.diskFull, 507, 507),
    (ServiceError.Code(rawValue: 31), 31, 500),
  ])
  func codesHaveTheirNumbersAndStatuses(code: ServiceError.Code, number: Int, status: Int) {
    #expect(code.rawValue == number)
    #expect(code.httpStatus == status)
  }

  @Test func survivesTheWire() throws {
    let error = ServiceError(.noCredits, "You have 0 credits left; \"top up\".")
    let reply = try JSONValue.parse(body: error.json.text())
    #expect(ServiceError(reply: reply) == error)
    #expect(throws: error) { try Envelope.data(of: reply) }
  }

  @Test func onlyPatienceHasATime() {
    #expect(ServiceError(.rateLimited, "Wait.").retryAfter == 30)
    #expect(ServiceError(.unavailable, "Wait.", retryAfter: 5).retryAfter == 5)
    #expect(ServiceError(.badRequest, "No.").retryAfter == nil)
  }

  @Test(arguments: [#"{"code":0,"data":null}"#, "[]", #"{"code":"1001"}"#, #"{"data":{}}"#])
  func whatTellsNoFailureIsNone(text: String) throws {
    #expect(ServiceError(reply: try JSONValue.parse(body: text)) == nil)
  }

  @Test func aReplyWithoutDataIsTold() throws {
    let reply = try JSONValue.parse(body: #"{"code":0}"#)
    #expect(throws: ServiceError.self) { try Envelope.data(of: reply) }
    #expect(try Envelope.data(of: Envelope.success(.integer(3))) == .integer(3))
  }
}

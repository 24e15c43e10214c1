import Testing

@testable import Speech

@Suite struct SpeechRequestTests {
  @Test(
    "Rate and pitch are brought inside", arguments: [(0.1, 0.5), (9, 2), (.nan, 1), (1.2, 1.2)])
  func bounds(_ given: Double, _ taken: Double) {
    let request = SpeechRequest("a", rate: given, pitch: given)
    #expect(request.rate == taken && request.pitch == taken)
  }
}

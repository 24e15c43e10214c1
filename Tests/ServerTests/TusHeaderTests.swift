import Foundation
import Testing

@testable import Server

@Suite struct TusHeaderTests {
  @Test("Metadata are read")
  func metadata() {
    let metadata = TusMetadata("filename 5rW36L65Lm1wNA==,session_id MTIz, is_draft")
    #expect(
      metadata?.values == ["filename": "海边.mp4", "session_id": "123", "is_draft": ""])
    #expect(TusMetadata("")?.values == [:])
  }

  @Test(
    "Metadata that are malformed are refused",
    arguments: ["a b", "a MTIz b", "a MTIz,a MTIz", "a /w==", " ", ","])
  func badMetadata(_ header: String) {
    let isBad = ![" ", ","].contains(header)
    #expect((TusMetadata(header) == nil || TusMetadata(header)?.values.isEmpty == true))
    if isBad { #expect(TusMetadata(header) == nil) }
  }

  @Test("Dates are written as HTTP wants them")
  func dates() {
    #expect(
      HTTPDate.text(Date(timeIntervalSince1970: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(Date(timeIntervalSince1970: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
  }
}

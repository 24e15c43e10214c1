import Testing

@testable import Server

@Suite struct MediaRangeTests {
  @Test(
    "Ranges are read as RFC 9110 says",
    arguments: [
      (nil, .whole), ("bytes=0-", .part(0..<10)), ("bytes=0-0", .part(0..<1)),
      ("bytes=2-5", .part(2..<6)), ("bytes=2-99", .part(2..<10)), ("bytes=9-", .part(9..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-99", .part(0..<10)), ("BYTES = 1 - 2 ", .part(1..<3)),
      ("bytes=10-", .unsatisfiable), ("bytes=99-100", .unsatisfiable),
      ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
      ("bytes=0-99999999999999999999", .part(0..<10)),
      ("bytes=0-1,4-5", .whole), ("bytes=5-2", .whole), ("bytes=", .whole), ("bytes=-", .whole),
      ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("bytes", .whole), ("pages=1-2", .whole),
      ("bytes=1-2-3", .whole), ("", .whole),
    ] as [(String?, ByteRange)])
  func ranges(_ header: String?, _ range: ByteRange) {
    #expect(ByteRange(header: header, size: 10) == range)
  }

  @Test("Nothing of an empty file can be had as a range")
  func empty() {
    #expect(ByteRange(header: "bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange(header: "bytes=-1", size: 0) == .unsatisfiable)
    #expect(ByteRange(header: nil, size: 0) == .whole)
  }

  @Test("Lists of tags are read")
  func tags() {
    #expect(EntityTag.list("\"a\", W/\"b\"", names: "b"))
    #expect(EntityTag.list("*", names: "b"))
    #expect(!EntityTag.list("\"a\",\"bc\", b", names: "b"))
    #expect(!EntityTag.list("", names: ""))
    #expect(EntityTag.allowsRange(nil, tag: "a"))
    #expect(EntityTag.allowsRange("\"a\"", tag: "a"))
    #expect(!EntityTag.allowsRange("W/\"a\"", tag: "a"))
    #expect(!EntityTag.allowsRange("Sun, 06 Nov 1994 08:49:37 GMT", tag: "a"))
  }

  @Test("Names of files stay one header, whatever they hold")
  func dispositions() {
    #expect(
      ContentDisposition.header(filename: "a b.mp4", isInline: false)
        == "attachment; filename=\"a b.mp4\"")
    #expect(
      ContentDisposition.header(filename: "海\"\r\nX: y\\.mp4", isInline: true)
        == "inline; filename=\"____X: y_.mp4\"; filename*=UTF-8''%E6%B5%B7%22%0D%0AX%3A%20y%5C.mp4")
  }
}

import Testing

@testable import Server

@Suite struct MultipartHeaderTests {
  @Test(
    "File names come as curl, browsers and libraries write them",
    arguments: [
      ("filename=\"a.mp4\"", "a.mp4"), ("filename=a.mp4", "a.mp4"),
      ("filename=\"a b; c.mp4\"", "a b; c.mp4"), ("filename=\"a\\\"b.mp4\"", "a\"b.mp4"),
      ("filename=\"a%22b.mp4\"", "a\"b.mp4"), ("filename=\"100%20.mp4\"", "100%20.mp4"),
      ("filename=\"C:\\films\\a.mp4\"", "a.mp4"), ("filename=\"../../etc/passwd\"", "passwd"),
      ("filename=\"海边.mp4\"", "海边.mp4"),
      ("filename=\"x.mp4\"; filename*=UTF-8''%E6%B5%B7%E8%BE%B9.mp4", "海边.mp4"),
      ("filename*=UTF-8''bad%E6.mp4; filename=\"x.mp4\"", "x.mp4"),
      ("filename*=klingon''x; filename=\"y.mp4\"", "y.mp4"),
      ("filename=\"a\u{0}\u{1B}[31m.mp4\"", "a[31m.mp4"), ("filename=\"a%0D%0Ab.mp4\"", "ab.mp4"),
      ("filename=\"a\u{202E}4pm.exe\"", "a4pm.exe"), ("filename=\"..\"", "file"),
      ("filename=\"/\"", "file"), ("filename=\"\"", nil), ("x=y", nil),
    ] as [(String, String?)])
  func filenames(_ parameters: String, _ name: String?) throws {
    let line = "Content-Disposition: form-data; name=\"files\"; \(parameters)\r\n"
    let headers = try PartHeaders(block: Array(line.utf8)[...])
    #expect(headers.filename == name)
    #expect(headers.name == "files")
  }

  @Test("Long names keep their extension and whole characters")
  func longNames() {
    let long = FileName.cleaned(String(repeating: "海", count: 300) + ".mp4")
    #expect(long.utf8.count <= FileName.limit)
    #expect(long.hasSuffix("海.mp4"))
    #expect(FileName.cleaned("e" + String(repeating: "\u{301}", count: 400) + ".mp4") == "file.mp4")
    #expect(FileName.cleaned(String(repeating: ".", count: 400)) == "file")
  }

  @Test("What is no form's part has neither name nor file name")
  func otherDispositions() throws {
    for line in ["Content-Disposition: attachment; filename=a\r\n", "Other: form-data\r\n", ""] {
      let headers = try PartHeaders(block: Array(line.utf8)[...])
      #expect(headers.name == nil)
      #expect(headers.filename == nil)
    }
  }

  @Test(
    "Parameters are read",
    arguments: [
      ("multipart/form-data; boundary=abc", ["boundary": "abc"]),
      (
        "Multipart/Form-Data ;BOUNDARY=\"a;b\" ; charset = utf-8",
        ["boundary": "a;b", "charset": "utf-8"]
      ),
      ("multipart/form-data", [:]), ("multipart/form-data;;;=x;b", [:]),
      ("multipart/form-data; a=1; a=2", ["a": "1"]),
      ("multipart/form-data; a=\"open", ["a": "open"]),
    ] as [(String, [String: String])])
  func parameters(_ text: String, _ parameters: [String: String]) {
    let header = HeaderParameters(text)
    #expect(header.value == "multipart/form-data")
    #expect(header.parameters == parameters)
  }
}

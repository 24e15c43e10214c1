import Foundation
import HTTPTypes
import Testing

@testable import Server

@Suite struct PagePartTests {
  @Test("Text in a page is never markup")
  func escapes() {
    let nasty = "<script>alert(\"1\")</script> & 'x'"
    let piece: HTML = "<b title=\"\(nasty)\">\(nasty)</b>"
    let safe = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
    #expect(piece.text == "<b title=\"\(safe)\">\(safe)</b>")
    #expect(("<i>\(piece)</i>" as HTML).text == "<i>\(piece.text)</i>")
  }

  @Test("Forms are read as browsers send them")
  func forms() {
    let fields = FormFields("email=a%40b.org&password=x+y%2B%26&email=second&bad=%zz&=1&flag")
    #expect(fields["email"] == "a@b.org")
    #expect(fields["password"] == "x y+&")
    #expect(fields["bad"] == "")
    #expect(fields["missing"] == "")
    #expect(FormFields((0..<100).map { "f\($0)=1" }.joined(separator: "&"))["f99"] == "")
  }

  @Test("Cookies are read and written")
  func cookies() {
    let cookies = Cookies("a=1; b=2=3;a=4; ; c; d=")
    #expect(cookies["a"] == "1")
    #expect(cookies["b"] == "2=3")
    #expect(cookies["c"] == nil)
    #expect(cookies["d"] == nil)
    #expect(Cookies(nil) == Cookies(""))
    #expect(
      Cookies.header("a", "b", isSecure: true, maximumAge: 5)
        == "a=b; Path=/; HttpOnly; SameSite=Strict; Max-Age=5; Secure")
  }

  @Test(
    "A page speaks the language that its reader likes best",
    arguments: [
      (nil, .english), ("", .english), ("zh-CN,zh;q=0.9,en;q=0.8", .chinese),
      ("en-US,en;q=0.9,zh;q=0.8", .english), ("fr, zh-TW;q=0.5", .chinese),
      ("de,fr;q=0.9", .english), ("en;q=0.3,zh;q=0.4", .chinese), ("zh;q=0", .english),
      ("zhx", .english), ("zh;q=x", .english),
    ] as [(String?, PageLanguage)])
  func languages(_ header: String?, _ language: PageLanguage) {
    #expect(PageLanguage(accept: header) == language)
  }

  @Test("A form counts only with its page's code, from its own page")
  func seals() {
    let seal = FormSeal(secret: FormSeal.newSecret())
    let other = FormSeal(secret: FormSeal.newSecret())
    func accepts(_ code: String, _ headers: HTTPFields = [:]) -> Bool {
      seal.accepts(code, headers: headers, host: "kinora.example:8787")
    }
    #expect(accepts(seal.code))
    #expect(!accepts(other.code))
    #expect(!accepts(""))
    #expect(!accepts(seal.code + "0"))
    #expect(accepts(seal.code, [.origin: "http://kinora.example:8787"]))
    #expect(!accepts(seal.code, [.origin: "http://kinora.example"]))
    #expect(!accepts(seal.code, [.origin: "https://evil.example"]))
    #expect(!accepts(seal.code, [.origin: "null"]))
    #expect(accepts(seal.code, [.fetchSite: "same-origin"]))
    #expect(!accepts(seal.code, [.fetchSite: "cross-site"]))
    #expect(!accepts(seal.code, [.fetchSite: "same-site"]))
    #expect(FormSeal.newSecret() != FormSeal.newSecret())
    #expect(seal.secret.utf8.count == 64)
  }
}

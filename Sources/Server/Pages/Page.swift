import HTTPTypes
import Hummingbird
import NIOCore

/// A page as it is sent: one frame around what differs.
struct Page: Sendable {
  var language: PageLanguage
  var title: String
  var content: HTML
  /// Whether it needs more room than a form does.
  var isWide = false
  /// What stands at the right of the page's head.
  var corner = HTML.nothing
  var status: HTTPResponse.Status = .ok
  /// `Set-Cookie` headers.
  var cookies: [String] = []

  /// The markup.
  var html: HTML {
    """
    <!doctype html>
    <html lang="\(language == .english ? "en" : "zh-CN")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="robots" content="noindex">
    <link rel="icon" href="data:,">
    <title>\(title) · Kinora</title>
    <style>\(HTML(stringLiteral: PageStyle.text))</style>
    </head>
    <body\(isWide ? HTML(stringLiteral: " class=\"wide\"") : .nothing)>
    <header><a href="/">\(Self.mark)Kinora</a>\(corner)</header>
    <main>
    \(content)
    </main>
    <footer>\(motto)</footer>
    </body>
    </html>

    """
  }

  /// The reply.
  var response: Response {
    var response = Response.text(html.text, type: "text/html; charset=utf-8", status: status)
    response.headers[.contentSecurityPolicy] = PageStyle.contentSecurityPolicy
    response.headers[.cacheControl] = "no-store"
    response.headers[.referrerPolicy] = "no-referrer"
    response.headers[.vary] = "Accept-Language, Cookie"
    for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return response
  }

  private var motto: String {
    language("Short films from pictures, footage and a sentence", "用图片、素材和一句话做成短片")
  }

  private static let mark: HTML = """
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">\
    <rect x="1" y="4" width="26" height="20" rx="5" fill="none" stroke="currentColor" \
    stroke-width="2"/><path d="M11 9.5v9l7.5-4.5z" fill="currentColor"/></svg>
    """
}

extension HTTPField.Name {
  static let referrerPolicy = known("Referrer-Policy")
}

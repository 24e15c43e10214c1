import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import Studio
import Wire

/// Who looks at a page: language, cookies, and the account where one is signed in.
struct Visitor: Sendable {
  let language: PageLanguage
  /// Whose token the browser's cookie holds; nil where none that counts.
  let identity: Identity?
  let seal: FormSeal
  let isSecure: Bool
  private let hasSecret: Bool

  static let sessionCookie = "kinora_session"
  static let formCookie = "kinora_form"

  /// Reads who looks.
  init(_ call: Call, studio: Studio) async throws {
    let accounts = studio.accounts
    language = PageLanguage(accept: call.header(.acceptLanguage))
    isSecure = accounts.settings.webURL.hasPrefix("https:") || studio.publicURL.hasPrefix("https:")
    let cookies = Cookies(call.header(.cookie))
    if let token = cookies[Self.sessionCookie],
      let identity = try await Self.identity(token, accounts)
    {
      self.identity = identity
      seal = FormSeal(secret: token)
      hasSecret = true
    } else {
      identity = nil
      hasSecret = cookies[Self.formCookie].map { $0.utf8.count >= 32 } ?? false
      seal = FormSeal(
        secret: hasSecret ? cookies[Self.formCookie] ?? "" : FormSeal.newSecret())
    }
  }

  /// The hidden field that every form holds.
  var sealField: HTML { "<input type=\"hidden\" name=\"seal\" value=\"\(seal.code)\">" }

  /// The cookie that goes with the forms, where the browser has none yet.
  var newCookies: [String] {
    hasSecret ? [] : [Cookies.header(Self.formCookie, seal.secret, isSecure: isSecure)]
  }

  /// The fields of a form that was sent.
  /// - Throws: code 403 where it isn't the page's own; 413, 415.
  func form(of call: Call) async throws -> FormFields {
    let type = call.header(.contentType)?.prefix { $0 != ";" }.lowercased()
    guard type?.trimmed == "application/x-www-form-urlencoded" else {
      throw ServiceError(.unsupportedMediaType, "A form is sent as a browser sends it.")
    }
    let body = try await call.bytes(upTo: 16 << 10)
    let fields = FormFields(String(decoding: body.readableBytesView, as: UTF8.self))
    guard
      seal.accepts(
        fields["seal"], headers: call.request.headers, host: call.request.head.authority)
    else {
      throw ServiceError(
        ServiceError.Code(rawValue: 403),
        language(
          "This page was open for too long, or cookies are off. Send the form once more.",
          "页面打开太久，或浏览器禁用了 Cookie。请再提交一次。"))
    }
    return fields
  }

  /// The cookie that keeps a token.
  func sessionCookie(_ reply: TokenReply) -> String {
    let end = (try? Date(reply.expiresAt, strategy: .iso8601)) ?? Date()
    return Cookies.header(
      Self.sessionCookie, reply.token, isSecure: isSecure,
      maximumAge: max(0, Int(end.timeIntervalSinceNow)))
  }

  /// A failure in the visitor's language; what the accounts say where there is nothing better.
  func told(_ error: ServiceError) -> String {
    guard language == .chinese else { return error.message }
    return switch error.code {
    case .badToken: "邮箱与密码不匹配，请检查后重试。"
    case .rateLimited: "尝试次数过多，请稍后再试。"
    case .notFound: "找不到要绑定的账号，请检查链接，或不绑定直接继续。"
    case .conflict: "该邮箱或要绑定的账号已注册，请直接登录。"
    case .badRequest: "邮箱格式不正确，或密码不符合要求（至少 10 个字符，不要过于常见）。"
    case .unavailable: "服务器即将停止，请稍后再试。"
    default: error.message
    }
  }

  private static func identity(
    _ token: String, _ accounts: Accounts
  ) async throws -> Identity? {
    do {
      return try await accounts.identity(bearer: token)
    } catch let error as ServiceError where error.code == .badToken {
      return nil
    }
  }
}

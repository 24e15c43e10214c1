import HTTPTypes
import Wire

/// The page with e-mail and password: to create an account, or to sign in to one.
struct EntryPage: Sendable {
  enum Kind: Sendable { case register, signIn }

  var kind: Kind
  /// The anonymous account to bind; empty for none.
  var bind: String
  var email = ""
  var failure: ServiceError?

  /// The page for a visitor.
  func page(for visitor: Visitor) -> Page {
    let language = visitor.language
    let isNew = kind == .register
    let query = bind.isEmpty ? "" : "?bind=\(PercentEncoding.encode(bind))"
    let content: HTML = """
      <section class="card">
      <h1>\(title(language))</h1>
      <p class="soft">\(explanation(language))</p>
      \(note(visitor))
      <form method="post" action="\((isNew ? "/register" : "/sign-in") + query)">
      \(visitor.sealField)
      <input type="hidden" name="bind" value="\(bind)">
      <div class="field"><label for="email">\(language("E-mail address", "邮箱"))</label>
      <input id="email" name="email" type="email" required maxlength="254" \
      autocomplete="email" inputmode="email" value="\(email)"\(invalid)></div>
      <div class="field"><label for="password">\(language("Password", "密码"))</label>
      <input id="password" name="password" type="password" required maxlength="200" \
      \(passwordHints)\(invalid)>\(rule(language))</div>
      <button class="full">\(button(language))</button>
      </form>
      </section>
      <p class="soft">\(other(language)) \
      <a href="\((isNew ? "/sign-in" : "/register") + query)">\(otherLink(language))</a></p>
      """
    return Page(
      language: language, title: title(language), content: content,
      status: failure.map { HTTPResponse.Status(code: $0.httpStatus) } ?? .ok,
      cookies: visitor.newCookies)
  }

  private func note(_ visitor: Visitor) -> HTML {
    if let failure {
      return "<p class=\"note bad\" role=\"alert\" id=\"failure\">\(visitor.told(failure))</p>"
    }
    guard !bind.isEmpty else { return .nothing }
    let text = visitor.language(
      "The films and files that you made without an account will be yours.",
      "您未登录时制作的短片和文件将归入该账号。")
    return "<p class=\"note good\">\(text)</p>"
  }

  private var invalid: HTML {
    failure == nil ? .nothing : " aria-invalid=\"true\" aria-describedby=\"failure\""
  }

  private var passwordHints: HTML {
    kind == .register
      ? "minlength=\"10\" autocomplete=\"new-password\"" : "autocomplete=\"current-password\""
  }

  private func rule(_ language: PageLanguage) -> HTML {
    guard kind == .register else { return .nothing }
    return "<small>\(language("At least 10 characters.", "至少 10 个字符。"))</small>"
  }

  private func title(_ language: PageLanguage) -> String {
    kind == .register
      ? language("Create an account", "创建账号") : language("Sign in", "登录")
  }

  private func explanation(_ language: PageLanguage) -> String {
    kind == .register
      ? language(
        "Keep your work, get more credits, and export longer films.",
        "保存作品，获得更多积分，导出更长的短片。")
      : language("Welcome back.", "欢迎回来。")
  }

  private func button(_ language: PageLanguage) -> String {
    kind == .register
      ? language("Create account", "创建账号") : language("Sign in", "登录")
  }

  private func other(_ language: PageLanguage) -> String {
    kind == .register
      ? language("Have an account already?", "已有账号？")
      : language("No account yet?", "还没有账号？")
  }

  private func otherLink(_ language: PageLanguage) -> String {
    kind == .register
      ? language("Sign in", "登录") : language("Create one", "立即创建")
  }
}

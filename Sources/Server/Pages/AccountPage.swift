import Accounts
import Foundation
import HTTPTypes
import Records
import Wire

/// The page of who is signed in: plan, credits, sessions, tokens.
struct AccountPage: Sendable {
  var account: Account
  var credits: Credits
  var sessions: Int
  var tokens: [AccessToken]
  /// The token that the browser itself uses.
  var current: String
  /// A token that was just made; shown once.
  var newToken: String?
  /// What was typed as a new token's name.
  var label = ""
  var failure: ServiceError?
  /// Whether the visitor has just come in.
  var isWelcome = false

  /// The page for a visitor.
  func page(for visitor: Visitor) -> Page {
    let language = visitor.language
    let signOut: HTML = """
      <form method="post" action="/account/sign-out">\(visitor.sealField)\
      <button class="quiet">\(language("Sign out", "退出登录"))</button></form>
      """
    let content: HTML = """
      \(welcome(language))
      <section class="card">
      <h1>\(language("Your account", "我的账号"))</h1>
      <p class="soft">\(account.email ?? account.id)</p>
      <dl>
      <div><dt>\(language("Plan", "套餐"))</dt><dd>\(plan(language))</dd></div>
      <div><dt>\(language("Credits", "积分"))</dt><dd>\(credits.available)</dd></div>
      <div><dt>\(language("In use", "占用中"))</dt><dd>\(credits.frozen)</dd></div>
      <div><dt>\(language("Sessions", "会话"))</dt><dd>\(sessions)</dd></div>
      </dl>
      </section>
      <section class="card">
      <h2>\(language("Access tokens", "访问令牌"))</h2>
      <ul class="tokens">
      \(HTML(tokens.map { row($0, visitor) }))
      </ul>
      </section>
      <section class="card">
      <h2>\(language("New token", "新建令牌"))</h2>
      \(news(visitor))
      <form method="post" action="/account/tokens">
      \(visitor.sealField)
      <div class="row">
      <div class="field"><label for="label">\(language("What it is for", "用途"))</label>
      <input id="label" name="label" required maxlength="100" value="\(label)"></div>
      <div class="field"><label for="password">\(language("Your password", "您的密码"))</label>
      <input id="password" name="password" type="password" required maxlength="200" \
      autocomplete="current-password"></div>
      </div>
      <button>\(language("Create token", "创建令牌"))</button>
      </form>
      </section>
      """
    return Page(
      language: language, title: language("Your account", "我的账号"), content: content,
      isWide: true, corner: signOut,
      status: failure.map { HTTPResponse.Status(code: $0.httpStatus) } ?? .ok)
  }

  private func welcome(_ language: PageLanguage) -> HTML {
    guard isWelcome else { return .nothing }
    let text = language(
      "You are in. You can go back to your agent now; it goes on with your work.",
      "已登录。您可以回到助手继续制作。")
    return "<p class=\"note good\" role=\"status\">\(text)</p>"
  }

  private func news(_ visitor: Visitor) -> HTML {
    if let failure {
      return "<p class=\"note bad\" role=\"alert\">\(visitor.told(failure))</p>"
    }
    let language = visitor.language
    guard let newToken else {
      let text = language(
        "For programs that act for you. Give each its own, so that you can take it back.",
        "供代您操作的程序使用。请为每个程序单独创建，以便随时撤销。")
      return "<p class=\"soft\">\(text)</p>"
    }
    let text = language(
      "This is the new token. Copy it now: it is shown only once.",
      "这是新令牌，仅显示一次，请立即复制。")
    return """
      <div class="note good" role="status">\(text)<code class="secret">\(newToken)</code></div>
      """
  }

  private func row(_ token: AccessToken, _ visitor: Visitor) -> HTML {
    let language = visitor.language
    let days = max(0, Int((token.expiresAt.timeIntervalSinceNow / 86_400).rounded()))
    let span = language(
      "made \(day(token.createdAt)), ends in \(days) days",
      "创建于 \(day(token.createdAt))，\(days) 天后到期")
    let mine: HTML =
      token.id == current
      ? " <small>\(language("used by this browser", "当前浏览器"))</small>" : .nothing
    let name = language("Revoke \(token.label)", "撤销 \(token.label)")
    return """
      <li><div><strong>\(token.label)</strong><small>\(span)</small>\(mine)</div>
      <form method="post" action="/account/tokens/revoke">\(visitor.sealField)\
      <input type="hidden" name="id" value="\(token.id)">\
      <button class="quiet" aria-label="\(name)">\(language("Revoke", "撤销"))</button></form></li>
      """
  }

  private func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }

  private func plan(_ language: PageLanguage) -> String {
    switch account.plan {
    case .anonymous: language("Anonymous", "匿名")
    case .free: language("Free", "免费")
    case .pro: language("Pro", "专业")
    }
  }
}

import Hummingbird
import Studio

extension Routes {
  /// The first page: what this is, and where to go on.
  func landing(_ call: Call, _ visitor: Visitor) -> Response {
    let language = visitor.language
    let account: HTML =
      visitor.identity == nil
      ? """
      <a class="button" href="/register">\(language("Create an account", "创建账号"))</a>
      <a class="button quiet" href="/sign-in">\(language("Sign in", "登录"))</a>
      """
      : "<a class=\"button\" href=\"/account\">\(language("Your account", "我的账号"))</a>"
    let promise = language(
      "Kinora turns pictures, footage and a sentence into a short film, and goes on editing it in "
        + "plain words.",
      "Kinora 把图片、素材和一句话做成短片，并用日常语言继续剪辑。")
    let content: HTML = """
      <section class="card">
      <h1>\(language("Say what you want to see.", "说出您想看到的画面。"))</h1>
      <p class="soft">\(promise)</p>
      <p class="links">\(account)</p>
      </section>
      <section class="card">
      <h2>\(language("For agents and programs", "面向助手和程序"))</h2>
      <p>\(language("The API is at", "接口地址："))<br><code>\(studio.publicURL)</code></p>
      <p><a href="/openapi.yaml">\(language("Its OpenAPI document", "OpenAPI 文档"))</a></p>
      </section>
      """
    return Page(
      language: language, title: language("Short films in plain words", "一句话做短片"),
      content: content
    ).response
  }
}

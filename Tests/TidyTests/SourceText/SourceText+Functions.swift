/// A function's body and where it stands.
struct FunctionSpan {
  let name: String
  /// From the line of `func` to that of the closing brace.
  let lines: ClosedRange<Int>
}

extension SourceText {
  /// Every function with a body. Those nested in others are listed too.
  func functions() -> [FunctionSpan] {
    if isSwift { return swiftFunctions() }
    return isCode ? cFunctions() : []
  }

  private func swiftFunctions() -> [FunctionSpan] {
    let tokens = self.tokens()
    let openers: Set = ["func", "init", "deinit", "subscript"]
    let enders: Set = ["}", "var", "let", "case", "struct", "enum", "class", "extension"]
    var result: [FunctionSpan] = []
    for (index, token) in tokens.enumerated() where openers.contains(token.text) {
      let before = index > 0 ? tokens[index - 1].text : ""
      guard before != ".", before != "(" else { continue }
      var depth = 0
      var cursor = index + 1
      while cursor < tokens.count {
        let text = tokens[cursor].text
        if depth == 0 && (text == "{" || enders.contains(text) || openers.contains(text)) { break }
        if text == "(" || text == "[" { depth += 1 }
        if text == ")" || text == "]" { depth -= 1 }
        cursor += 1
      }
      guard cursor < tokens.count, tokens[cursor].text == "{",
        let end = closing(of: cursor, in: tokens)
      else { continue }
      let name = token.text == "func" ? tokens[index + 1].text : token.text
      result.append(FunctionSpan(name: name, lines: token.line...tokens[end].line))
    }
    return result
  }

  private func cFunctions() -> [FunctionSpan] {
    let tokens = self.tokens()
    var result: [FunctionSpan] = []
    var index = 0
    while index < tokens.count {
      if tokens[index].text == "{", let end = closing(of: index, in: tokens) {
        if index > 0 && tokens[index - 1].text == ")" {
          result.append(
            FunctionSpan(name: "a function", lines: tokens[index].line...tokens[end].line))
        }
        index = end
      }
      index += 1
    }
    return result
  }

  private func closing(of open: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

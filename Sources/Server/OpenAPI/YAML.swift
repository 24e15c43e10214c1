import Timeline

/// Writes YAML 1.2 that every reader takes the same way: block style, texts in double quotes.
enum YAML {
  /// The document, its keys in order.
  static func text(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text
  }

  private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
    let margin = String(repeating: "  ", count: indent)
    switch value {
    case .object(let members) where !members.isEmpty:
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        text += margin + self.key(key) + ":"
        writeChild(value, indent: indent + 1, to: &text)
      }
    case .array(let elements) where !elements.isEmpty:
      for element in elements {
        text += margin + "-"
        writeChild(element, indent: indent + 1, to: &text)
      }
    default: text += margin + value.text() + "\n"
    }
  }

  private static func writeChild(_ value: JSONValue, indent: Int, to text: inout String) {
    switch value {
    case .object(let members) where !members.isEmpty: break
    case .array(let elements) where !elements.isEmpty: break
    default:
      text += " " + value.text() + "\n"
      return
    }
    text += "\n"
    write(value, indent: indent, to: &text)
  }

  /// A key; bare where it can be nothing but a text.
  private static func key(_ key: String) -> String {
    let isWord = key.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
    }
    let isOther = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
      .contains(key.lowercased())
    return isWord && !isOther && !key.isEmpty ? key : JSONValue.string(key).text()
  }
}

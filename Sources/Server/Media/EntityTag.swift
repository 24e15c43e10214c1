/// Tags of contents in conditional requests (RFC 9110 §8.8.3).
enum EntityTag {
  /// Whether a list such as `"a", W/"b"` or `*` names the tag, whether weak or strong.
  static func list(_ header: String, names tag: String) -> Bool {
    header.split(separator: ",").contains { item in
      var item = item.drop { $0 == " " || $0 == "\t" }
      while item.last == " " || item.last == "\t" { item.removeLast() }
      if item == "*" { return true }
      if item.hasPrefix("W/") { item = item.dropFirst(2) }
      return item == "\"\(tag)\""
    }
  }

  /// Whether `If-Range` lets a range be sent: only where it is the very same strong tag.
  static func allowsRange(_ header: String?, tag: String) -> Bool {
    guard let header else { return true }
    return header.trimmingPrefix { $0 == " " } == "\"\(tag)\""
  }
}

/// Writes `Content-Disposition` (RFC 6266): a plain name for old readers, the whole name for all.
enum ContentDisposition {
  /// `attachment; filename="a.mp4"; filename*=UTF-8''…`.
  static func header(filename: String, isInline: Bool) -> String {
    let kind = isInline ? "inline" : "attachment"
    let plain = String(
      filename.unicodeScalars.map { scalar -> Character in
        let isPlain =
          (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
          && scalar != "%"
        return isPlain ? Character(scalar) : "_"
      })
    guard plain != filename else { return "\(kind); filename=\"\(plain)\"" }
    return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(PercentEncoding.encode(filename))"
  }
}

import Wire

/// The headers of one part of a multipart body.
struct PartHeaders: Equatable, Sendable {
  /// Values by names in lower case; the first of a name counts.
  let fields: [String: String]

  /// Reads lines that end with CR LF, without the empty line.
  /// - Throws: code 400 where a line is no header.
  init(block: ArraySlice<UInt8>) throws(ServiceError) {
    var fields: [String: String] = [:]
    var last: String?
    for line in block.split(separator: 0x0A) {
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      if line.first == 0x20 || line.first == 0x09, let name = last {
        fields[name, default: ""] += " " + Self.text(line)
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex,
        line[..<colon].allSatisfy(Self.isTokenByte)
      else {
        throw ServiceError(
          .badRequest, "A part of the multipart body has a line that is no header; send it again.")
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if fields[name] == nil {
        fields[name] = Self.text(line[line.index(after: colon)...])
        last = name
      } else {
        last = nil
      }
    }
    self.fields = fields
  }

  /// The form's field, nil where the part has no name.
  var name: String? { disposition?.parameters["name"] }

  /// The file's name as people see it, nil where the part is no file; forms send an empty name
  /// where no file was chosen.
  var filename: String? {
    guard let disposition, disposition.text("filename") != "" else { return nil }
    if disposition.parameters["filename*"] == nil,
      let plain = disposition.parameters["filename"]
    {
      // Browsers write these three in percent signs, and no other.
      let text = plain.replacing("%22", with: "\"").replacing("%0D", with: "\r")
        .replacing("%0A", with: "\n")
      return FileName.cleaned(text)
    }
    return disposition.text("filename").map(FileName.cleaned)
  }

  /// Bytes of the part where its sender says so.
  var contentLength: Int? { fields["content-length"].flatMap { Int($0) } }

  private var disposition: HeaderParameters? {
    guard let field = fields["content-disposition"] else { return nil }
    let parameters = HeaderParameters(field)
    return parameters.value == "form-data" ? parameters : nil
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    var rest = Array(bytes)[...].drop { $0 == 0x20 || $0 == 0x09 }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

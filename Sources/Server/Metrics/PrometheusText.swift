/// How Prometheus writes names, labels and numbers.
enum PrometheusText {
  /// A name of letters, digits and underscores.
  static func name(_ label: String) -> String {
    var name = ""
    for scalar in label.unicodeScalars {
      let isAllowed = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
      let isDigit = ("0"..."9").contains(scalar) && !name.isEmpty
      name.unicodeScalars.append(isAllowed || isDigit ? scalar : "_")
    }
    return name.isEmpty ? "_" : name
  }

  /// `a="1",b="2"`, in the order of their names.
  static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.sorted { $0.0 < $1.0 }
      .map { "\(name($0.0))=\"\(escaped($0.1))\"" }
      .joined(separator: ",")
  }

  /// `name{labels} value`, with one more label where one is given.
  static func line(_ name: String, _ labels: String, extra: String = "", _ value: String) -> String
  {
    let all = [labels, extra].filter { !$0.isEmpty }.joined(separator: ",")
    return all.isEmpty ? "\(name) \(value)\n" : "\(name){\(all)} \(value)\n"
  }

  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }

  private static func escaped(_ value: String) -> String {
    String(value.prefix(200)).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }
}

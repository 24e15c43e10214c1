/// A family asked for, by name or by style, and what this machine has for it.
struct FontRequest {
  /// Families to draw with, best first.
  private(set) var families: [String] = []
  /// What was asked for, where nothing of it is installed.
  private(set) var missing: String?
  /// The weight that a style stands for.
  private(set) var weight: TextWeight?

  init(_ specification: TextSpecification, fonts: FontInventory) {
    let asked = specification.family ?? ""
    let names = asked.split(separator: ",").map { $0.trimming(while: \.isWhitespace) }
      .filter { !$0.isEmpty }
    for name in names {
      if let style = FontStyle(named: name) {
        families += fonts.families(for: style)
        weight = weight ?? style.weight
        if !families.isEmpty { families += style.companions }
      } else if fonts.has(family: name) {
        families.append(name)
      }
    }
    missing = !names.isEmpty && families.isEmpty ? specification.family : nil
    families += specification.fallbackFamilies
    families = families.map { $0.filter { !$0.isNewline && $0 != "\0" } }
  }
}

extension Substring {
  fileprivate func trimming(while isDropped: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isDropped($0) }),
      let last = lastIndex(where: { !isDropped($0) })
    else { return "" }
    return String(self[first...last])
  }
}

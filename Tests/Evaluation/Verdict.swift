import Director
import Timeline

/// Whether the last turn of a case did what it must, and where it did not.
struct Verdict {
  private(set) var misses: [String] = []
  private let expected: [String: JSONValue]
  private let before: Snapshot
  private let after: Snapshot
  private let answer: Answer

  init(_ item: EvaluationCase, _ answer: Answer) {
    expected = item.expected
    before = Snapshot(answer.before)
    after = Snapshot(answer.after)
    self.answer = answer
    checkChanges()
    checkSegments()
    checkRest()
  }

  private func object(_ key: String) -> [String: JSONValue] {
    if case .object(let members)? = expected[key] { members } else { [:] }
  }

  private func strings(_ key: String) -> [String] {
    guard case .array(let items)? = expected[key] else { return [] }
    return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  // MARK: Values

  private mutating func checkChanges() {
    var wanted: [String: JSONValue] = [:]
    for (path, value) in object("changes") {
      let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
      switch parts[0] {
      case "clips": for id in after.clips { wanted["\(id).\(parts[1])"] = value }
      case "texts":
        for segment in after.segments where segment.text != nil {
          wanted["\(segment.id).\(parts[1])"] = value
        }
      default: wanted[path] = value
      }
    }
    for (path, value) in object("changes") where !path.hasPrefix("clips.") {
      if !path.hasPrefix("texts.") { wanted[path] = value }
    }
    for (path, value) in wanted.sorted(by: { $0.key < $1.key }) {
      let found = self.value(path, like: value, in: after)
      let isSame = Self.isChange(value) && found == self.value(path, like: value, in: before)
      let usual = path.hasSuffix(".sp") || path.hasSuffix(".v") ? JSONValue.integer(1) : .null
      if isSame || !Self.matches(found, value == .null ? usual : value) {
        misses.append("\(path) is \(found?.text() ?? "nil"), not \(value.text())")
      }
    }
    let paths = Set(before.values.keys).union(after.values.keys)
    for path in paths.sorted() where wanted[path] == nil && isCompared(path) {
      let (old, new) = (plain(path, in: before), plain(path, in: after))
      if old != new {
        misses.append("\(path) became \(new?.text() ?? "nil") from \(old?.text() ?? "nil")")
      }
    }
  }

  /// Whether a change there is one of its own, and not one that only follows another.
  private func isCompared(_ path: String) -> Bool {
    guard path != "film.d" else { return false }
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts[0] != "canvas" else { return true }
    guard let old = before.kinds[parts[0]], after.kinds[parts[0]] != nil else { return false }
    switch parts[1] {
    case "s", "src": return false
    case "d": return old == .video
    case "in": return old != .audio
    case "fit":
      let source = "\(parts[0]).src"
      guard before.values[source] == after.values[source] else { return false }
      return ["canvas.width", "canvas.height"].allSatisfy { before.values[$0] == after.values[$0] }
    case "fade_out", "fade_in": return old != .audio || before.clips == after.clips
    default: return true
    }
  }

  private func plain(_ path: String, in snapshot: Snapshot) -> JSONValue? {
    path.hasSuffix(".transition")
      ? Snapshot.passage(snapshot.values[path], timed: false) : snapshot.values[path]
  }

  private func value(
    _ path: String, like wanted: JSONValue, in snapshot: Snapshot
  ) -> JSONValue? {
    guard path.hasSuffix(".transition") else { return snapshot.values[path] }
    var isTimed = false
    if case .string(let text) = wanted { isTimed = text.contains(" ") }
    return Snapshot.passage(snapshot.values[path], timed: isTimed)
  }

  private static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .integer(let value)?: Double(value)
    case .number(let value)?: value
    default: nil
    }
  }

  /// Whether a value must be another than before.
  private static func isChange(_ value: JSONValue) -> Bool {
    if case .object(let rule) = value { rule["set"] == .bool(true) } else { false }
  }

  static func matches(_ found: JSONValue?, _ wanted: JSONValue) -> Bool {
    if case .object(let rule) = wanted {
      if rule["any"] == .bool(true) { return true }
      if rule["set"] == .bool(true) { return found != nil }
      guard let number = number(found) else { return false }
      return rule.allSatisfy { key, bound in
        guard let bound = self.number(bound) else { return false }
        switch key {
        case "lt": return number < bound
        case "gt": return number > bound
        case "near": return abs(number - bound) <= abs(bound) * 0.1 + 1e-9
        default: return false
        }
      }
    }
    if wanted == .null {
      return found == nil || found == .null || found == .string("none")
        || found == .string("normal") || found == .bool(false) || found == .integer(0)
        || found == .array([])
    }
    if let a = number(found), let b = number(wanted) { return abs(a - b) <= abs(b) * 0.01 + 1e-9 }
    return found == wanted
  }

  // MARK: Segments

  private mutating func checkSegments() {
    let old = Set(before.segments.map(\.id))
    let new = Set(after.segments.map(\.id))
    let removed = old.subtracting(new)
    if removed != Set(strings("removed")) {
      misses.append("removed \(removed.sorted()), not \(strings("removed"))")
    }
    var added = after.segments.filter { !old.contains($0.id) }
    var wanted: [JSONValue] = []
    if case .array(let items)? = expected["added"] { wanted = items }
    if added.count != wanted.count {
      misses.append("added \(added.count) segments, not \(wanted.count)")
    }
    for case .object(let keys) in wanted {
      guard let index = added.firstIndex(where: { describes(keys, $0) }) else {
        let shown = added.map { JSONValue.object(Snapshot.flat($0)).text() }
        misses.append("added no \(JSONValue.object(keys).text()) but \(shown)")
        continue
      }
      added.remove(at: index)
    }
    let order = after.clips.map { old.contains($0) ? $0 : "+" }
    if expected["order"] != nil {
      if order != strings("order") { misses.append("order is \(order), not \(strings("order"))") }
    } else if order.filter({ $0 != "+" }) != before.clips.filter(new.contains) {
      misses.append("order became \(order)")
    }
  }

  private func describes(_ keys: [String: JSONValue], _ segment: Segment) -> Bool {
    var flat = Snapshot.flat(segment)
    flat["tt"] = .integer(after.kinds[segment.id]?.rawValue ?? 0)
    return keys.allSatisfy { key, wanted in
      if key == "transition" {
        return Self.matches(Snapshot.passage(flat[key], timed: false), wanted)
      }
      return Self.matches(flat[key], wanted)
    }
  }

  // MARK: Answers

  private mutating func checkRest() {
    let intents = Set(strings("intents"))
    let found = Set(answer.intents.map(\.rawValue))
    if !intents.isSubset(of: found) {
      misses.append("intents are \(found.sorted()), not \(intents.sorted())")
    }
    if expected["asks"] == .bool(true), !answer.asks { misses.append("did not ask") }
    if expected["asks"] != .bool(true), answer.asks { misses.append("asked: \(answer.text)") }
    if expected["unsupported"] == .bool(true), !answer.refuses {
      misses.append("did not say that it can't be done")
    }
    if answer.text.isEmpty { misses.append("said nothing") }
  }
}

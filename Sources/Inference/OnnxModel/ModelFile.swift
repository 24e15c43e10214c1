internal import Foundation

/// What an ONNX file says of itself, read without the library: enough to tell why the library
/// refuses it. An ONNX file is one protocol buffer, `ModelProto`.
struct ModelFile {
  /// Files beside the model that hold its weights, each once, in the order they are named.
  private(set) var weightFiles: [String] = []

  /// Reads the bytes of a whole file; nil where they aren't a model.
  init?(_ bytes: Data) {
    guard let model = WireMessage(bytes), let graph = model.last(Field.graph),
      let parts = WireMessage(graph)
    else { return nil }
    for initializer in parts.all(Field.initializer) {
      guard let tensor = WireMessage(initializer) else { return nil }
      for entry in tensor.all(Field.externalData) {
        guard let pair = WireMessage(entry) else { return nil }
        let key = pair.last(Field.key).map { String(decoding: $0, as: UTF8.self) }
        guard key == "location", let value = pair.last(Field.value) else { continue }
        let name = String(decoding: value, as: UTF8.self)
        if !weightFiles.contains(name) { weightFiles.append(name) }
      }
    }
  }

  /// Numbers of fields in the schema of ONNX.
  private enum Field {
    static let graph = 7
    static let initializer = 5
    static let externalData = 13
    static let key = 1
    static let value = 2
  }
}

/// The fields of a protocol buffer that have a length.
private struct WireMessage {
  private var fields: [(number: Int, content: Data)] = []

  /// Reads `bytes` to their end; nil where they break off or are something else.
  init?(_ bytes: Data) {
    var rest = bytes
    while !rest.isEmpty {
      guard let tag = rest.popVarint(), tag >> 3 > 0, tag >> 3 < 1 << 29 else { return nil }
      switch tag & 7 {
      case 0: guard rest.popVarint() != nil else { return nil }
      case 1: guard rest.popBytes(8) != nil else { return nil }
      case 2:
        guard let count = rest.popVarint(), let content = rest.popBytes(count) else { return nil }
        fields.append((Int(tag >> 3), content))
      case 5: guard rest.popBytes(4) != nil else { return nil }
      default: return nil
      }
    }
  }

  func all(_ number: Int) -> [Data] {
    fields.filter { $0.number == number }.map(\.content)
  }

  func last(_ number: Int) -> Data? { fields.last { $0.number == number }?.content }
}

extension Data {
  fileprivate mutating func popVarint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = popFirst() else { return nil }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
    }
    return nil
  }

  fileprivate mutating func popBytes(_ number: UInt64) -> Data? {
    guard number <= UInt64(count) else { return nil }
    let head = prefix(Int(number))
    removeFirst(Int(number))
    return head
  }
}

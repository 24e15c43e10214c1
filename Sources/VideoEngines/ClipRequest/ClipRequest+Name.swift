import Crypto
import Foundation

extension ClipRequest {
  /// A name of letters and digits for what an engine is asked: the same words, pictures and chance
  /// have the same, wherever the pictures lie.
  /// - Parameter engine: who is asked.
  /// - Throws: where a picture can't be read.
  public func name(for engine: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var request = self
    (request.firstFrame, request.lastFrame) = (nil, nil)
    var hash = SHA256()
    hash.update(data: Data(engine.utf8))
    hash.update(data: try encoder.encode(request))
    for path in [firstFrame, lastFrame].compactMap({ $0 }) {
      hash.update(data: try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    return hash.finalize().prefix(16).map { byte in
      String(0x100 + UInt16(byte), radix: 16).dropFirst()
    }.joined()
  }
}

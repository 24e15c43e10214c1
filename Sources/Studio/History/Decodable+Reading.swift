import Foundation
import Timeline
import Wire

extension Decodable {
  /// Reads an edit or a verb that came over the wire.
  /// - Parameters:
  ///   - place: how a failure calls it: `edits[2]`.
  ///   - example: how one is written.
  /// - Throws: `ServiceError` with code 400 where it is none; 422 where a segment, track or move in
  ///   it can't be read.
  static func read(
    _ json: JSONValue, place: String, example: String
  ) throws(ServiceError) -> Self {
    do {
      return try JSONDecoder().decode(Self.self, from: Data(json.text().utf8))
    } catch let error as DraftError {
      throw ServiceError(.badDraft, "In \(place), \(error.message)")
    } catch {
      throw ServiceError(
        .badRequest,
        "\(place) can't be read\(reason(error)); write it like \(example).")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): ": it has no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.last.map { ": the value of \"\($0.stringValue)\" is of the wrong type" }
        ?? ""
    default: ""
    }
  }
}

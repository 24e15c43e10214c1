import ArgumentParser
import Foundation

/// What the commands say, and where: results on standard output, everything else on standard
/// error.
struct Console {
  /// Whether results are JSON, one object a line.
  let json: Bool

  func result(_ line: String) {
    if !json { print(line) }
  }

  func note(_ line: String) {
    if !json { Self.write(line + "\n", to: .standardError) }
  }

  func object(_ value: some Encodable) {
    guard json else { return }
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return }
    Self.write(String(decoding: data, as: UTF8.self) + "\n", to: .standardOutput)
  }

  /// Says what went wrong and gives the status to end with.
  func failure(_ error: any Error) -> ExitCode {
    if let exit = error as? ExitCode { return exit }
    let status = ExitStatus(error)
    let message = error is CancellationError ? "Stopped." : "\(error)"
    object(Failure(event: "error", message: message, status: status.rawValue))
    if !json { Self.write("kinora: \(message)\n", to: .standardError) }
    return status.code
  }

  private struct Failure: Encodable {
    let event: String
    let message: String
    let status: Int32
  }

  static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }
}

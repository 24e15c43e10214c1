import Foundation
import Testing
import Wire

/// The skill's `scripts/connect`.
@Suite struct SkillTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../skills/kinora/scripts/connect").standardizedFileURL

  /// Runs it as a shell would.
  private func connect(
    _ server: String, _ scratch: Scratch, _ arguments: String..., token: String? = nil
  ) async throws -> (status: Int32, words: String, token: String?) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [Self.script.path] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": scratch.folder.path, "NEMO_API_URL": server,
    ].merging(token.map { ["NEMO_TOKEN": $0] } ?? [:]) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    // Nothing may be blocked here: the service shares the threads of the tests.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    let place = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let headers = try? String(
      contentsOfFile: place.trimmingCharacters(in: .whitespacesAndNewlines), encoding: .utf8)
    let bearer = headers?.firstMatch(of: /Bearer ([^"]*)"/).map { String($0.1) }
    return (process.terminationStatus, words, bearer)
  }

  @Test func aBadTokenThatWasGivenIsPassedOverOnceItIsRefused() async throws {
    let service = FakeService()
    let scratch = try Scratch()
    try await service.whileRunning { address in
      let tokens = [
        try await connect(address, scratch, token: "bad").token,
        try await connect(address, scratch, "--renew", token: "bad").token,
        try await connect(address, scratch, token: "bad").token,
        try await connect(address, scratch, token: "good").token,
      ]
      #expect(tokens == ["bad", "nmv_usr_1", "nmv_usr_1", "good"])
      #expect(service.ask(\.tokens) == 1)
    }
  }

  @Test func aRefusalIsToldInWords() async throws {
    let service = FakeService()
    let scratch = try Scratch()
    service.change { $0.refusals = ["/api/auth": [.init(.rateLimited, "Come again tomorrow.")]] }
    try await service.whileRunning { address in
      let answer = try await connect(address, scratch)
      #expect(answer.status == 1)
      #expect(answer.words.hasSuffix("Come again tomorrow.\n"))
      #expect(!answer.words.contains("{"))
    }
  }
}

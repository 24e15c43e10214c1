import Foundation
import Glibc
internal import Subprocess

/// A program that speaks, run as a process of its own: never by a shell, and the text never stands
/// among its arguments.
struct SpeechProgram: Sendable {
  /// The program's path.
  let path: String
  /// How long it may take.
  var timeLimit: Duration = .seconds(30)
  /// The most bytes that it may give.
  var mostBytes = 64 << 20

  /// The program named by an environment variable, else the one of that name on the path.
  static func find(
    _ name: String, override: String, in environment: [String: String]
  ) -> SpeechProgram? {
    if let path = environment[override], !path.isEmpty {
      return isExecutable(path) ? SpeechProgram(path: path) : nil
    }
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .first(where: isExecutable).map { SpeechProgram(path: $0) }
  }

  private static func isExecutable(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: path)
      && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// Runs the program with a text at its standard input.
  /// - Parameters:
  ///   - arguments: options and their values, none of them from outside.
  ///   - input: the text.
  ///   - folder: where it runs.
  /// - Returns: what it wrote to its standard output.
  func run(_ arguments: [String], input: String, in folder: String = "/")
    async throws(SpeechError) -> [UInt8]
  {
    Self.ignoreBrokenPipes
    do {
      return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
        group.addTask { try await converse(arguments, input, folder) }
        group.addTask { [timeLimit] in
          try await Task.sleep(for: timeLimit)
          return nil
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next(), let bytes = answer else {
          throw failure("took longer than \(timeLimit.components.seconds) seconds")
        }
        return bytes
      }
    } catch let error as SpeechError {
      throw error
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw failure("gave more than \(mostBytes >> 20) MB of sound")
    } catch is CancellationError {
      throw failure("was stopped")
    } catch {
      throw failure("could not be run to its end")
    }
  }

  private func converse(
    _ arguments: [String], _ input: String, _ folder: String
  ) async throws -> [UInt8] {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    let result = try await Subprocess.run(
      .path(Self.literal(path)), arguments: Arguments(arguments),
      environment: .custom(["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]),
      workingDirectory: Self.literal(folder), platformOptions: options,
      input: .inputWriter, output: .bytes(limit: mostBytes), error: .discarded
    ) { program in
      // A program that ends without reading is told by how it ended.
      _ = try? await program.standardInputWriter.write(Array(input.utf8))
    }
    guard case .exited(0) = result.terminationStatus else { throw failure("ended with a failure") }
    return result.standardOutput
  }

  /// Writing to a program that is gone is an error of the call, not the end of this process.
  private static let ignoreBrokenPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

  private func failure(_ what: String) -> SpeechError {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return SpeechError(
      .engineFailed, "The speech engine \(name) \(what); try a shorter text or another engine.")
  }

  /// A path as the package's own type, whose module is no dependency of ours.
  private static func literal<Path: ExpressibleByStringLiteral>(
    _ path: Path.StringLiteralType
  ) -> Path { Path(stringLiteral: path) }
}

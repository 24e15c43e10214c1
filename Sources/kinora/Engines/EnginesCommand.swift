public import ArgumentParser
import Foundation
public import VideoEngines

struct EnginesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engines", abstract: "Set up video models that run elsewhere, and try them.",
    discussion: """
      The built-in engine needs none of them. Keys are read from the environment or from a file \
      that only you may read; they are sent to the engine's own address and nowhere else.

        kinora engines add wan --url http://127.0.0.1:8188/v1 --key-file ~/.wan-token
        kinora engines check wan
        kinora make photo.jpg "she turns her head, 3 seconds" --engine wan
      """,
    subcommands: [List.self, Check.self, Add.self, Remove.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which engines are set up, the first to be tried first.")

    @Flag(help: "Print one JSON object an engine.")
    var json = false

    func run() throws {
      let console = Console(json: json)
      do {
        let engines = try EngineShelf.list.engines()
        for engine in engines {
          console.object(engine)
          let place = engine.url.map { " at \($0)" } ?? ""
          let model = engine.model.map { ", \($0)" } ?? ""
          let price = Self.sentence(engine.price)
          console.result("\(engine.name): \(engine.kind.rawValue)\(place)\(model); \(price)")
        }
        console.result("built-in: needs nothing")
      } catch {
        throw console.failure(error)
      }
    }

    /// What a server's users pay.
    private static func sentence(_ price: ClipPrice) -> String {
      let parts = [(price.clip, "a clip"), (price.second, "a second")].filter { $0.0 > 0 }
      guard !parts.isEmpty else { return "no credits" }
      return parts.map { "\($0.0) credits \($0.1)" }.joined(separator: " and ")
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask engines what they can make.")

    @Argument(help: "Their names; all where none is given.")
    var names: [String] = []

    @Flag(help: "Print one JSON object an engine.")
    var json = false

    func run() async throws {
      let console = Console(json: json)
      do {
        let all = try EngineShelf.list.engines()
        let asked = names.isEmpty ? all.map(\.name) : names
        guard !asked.isEmpty else {
          console.note("No engine is set up; kinora engines add --help says how.")
          return
        }
        var isFine = true
        for name in asked {
          do {
            let capabilities = try await EngineShelf.engine(name).capabilities()
            console.object(Found(engine: name, capabilities: capabilities))
            console.result("✓ \(name): \(Self.sentence(capabilities))")
          } catch {
            isFine = false
            console.object(Missed(engine: name, message: "\(error)"))
            console.result("✗ \(name): \(error)")
          }
        }
        if !isFine { throw ExitStatus.unavailable.code }
      } catch {
        throw console.failure(error)
      }
    }

    private static func sentence(_ engine: VideoCapabilities) -> String {
      let from = ClipTask.allCases.filter(engine.tasks.contains).map { task in
        switch task {
        case .text: "words"
        case .picture: "a picture"
        case .betweenPictures: "two pictures"
        }
      }
      let model = engine.model.map { "\($0), " } ?? ""
      let length =
        engine.seconds.isEmpty
        ? engine.frames.most < 100_000
          ? ", up to \(engine.frames.most) frames at \(Int(engine.frameRate)) a second" : ""
        : ", \(engine.seconds.map(String.init).joined(separator: ", ")) s"
      return "\(model)from \(from.joined(separator: ", "))\(length)"
    }

    private struct Found: Encodable {
      let engine: String
      let capabilities: VideoCapabilities
    }

    private struct Missed: Encodable {
      let engine: String
      let message: String
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Set an engine up, or change it.")

    @Argument(help: "What you call it.")
    var name: String

    @Option(help: "How it is spoken with.")
    var kind = EngineSettings.Kind.videos

    @Option(help: "Where it answers.")
    var url: String?

    @Option(help: "The model that is asked, where it has several.")
    var model: String?

    @Option(help: "ComfyUI's workflow: a file that it exported in API format.")
    var workflow: String?

    @Option(help: "The variable of the environment that holds its key.")
    var keyVariable: String?

    @Option(help: "The file that holds its key, with mode 600.")
    var keyFile: String?

    @Option(
      help: ArgumentHelp(
        "The most pixels of a side that are asked of it. (default: what it makes)",
        valueName: "pixels"))
    var longestSide: Int?

    @Option(help: "How often it refines its picture where nobody says.")
    var steps: Int?

    @Option(
      help: ArgumentHelp(
        "Credits that a clip costs users of kinora serve. (default: 0)", valueName: "credits"))
    var creditsPerClip: Int?

    @Option(
      help: ArgumentHelp(
        "Credits that each second of it costs them. (default: 10 where it is hosted, else 0)",
        valueName: "credits"))
    var creditsPerSecond: Int?

    func validate() throws {
      for credits in [creditsPerClip, creditsPerSecond].compactMap({ $0 }) {
        guard (0...1_000_000).contains(credits) else {
          throw ValidationError("Credits go from 0 to 1000000.")
        }
      }
      guard longestSide.map({ (16...16_384).contains($0) }) ?? true,
        steps.map({ (1...1000).contains($0) }) ?? true
      else {
        throw ValidationError("--longest-side goes from 16 to 16384, --steps from 1 to 1000.")
      }
      let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      guard isPlain, !name.isEmpty, !["auto", "built-in"].contains(name) else {
        throw ValidationError(
          "A name has letters, digits, - and _, and is neither auto nor built-in.")
      }
    }

    /// What was said of the price; nil where nothing was.
    private var price: ClipPrice? {
      guard creditsPerClip != nil || creditsPerSecond != nil else { return nil }
      return ClipPrice(clip: creditsPerClip ?? 0, second: creditsPerSecond ?? 0)
    }

    func run() throws {
      let console = Console(json: false)
      func absolute(_ path: String?) -> String? {
        path.map { URL(fileURLWithPath: ($0 as NSString).expandingTildeInPath).path }
      }
      var engine = EngineSettings(
        name: name, kind: kind, url: url, model: model, keyVariable: keyVariable,
        keyFile: absolute(keyFile), workflow: absolute(workflow), credits: price)
      (engine.longestSide, engine.steps) = (longestSide, steps)
      do {
        _ = try EngineShelf.engine(engine)
        try EngineShelf.list.add(engine)
        console.result("\(name) is set up; kinora engines check \(name) tries it.")
      } catch {
        throw console.failure(error)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Forget an engine.")

    @Argument(help: "Its name.")
    var name: String

    func run() throws {
      let console = Console(json: false)
      do {
        let wasThere = try EngineShelf.list.remove(name)
        console.result(wasThere ? "\(name) is forgotten." : "There was no engine \(name).")
      } catch {
        throw console.failure(error)
      }
    }
  }
}

extension EngineSettings.Kind: ExpressibleByArgument {}

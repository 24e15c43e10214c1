import CommandRunner
import Foundation
import Testing

/// `kinora make --engine` with each engine's double.
@Suite(.timeLimit(.minutes(5))) struct MakeCommandTests {
  private let place: Workplace
  private let film: [UInt8]

  init() throws {
    place = try Workplace()
    let made = try place.run(
      "make", "hills at noon, 1 second", "--size", "128x72", "--fps", "16", "-o", "fox.mp4")
    #expect(made.status == 0, "\(made.errors)")
    film = [UInt8](try Data(contentsOf: URL(filePath: place.path("fox.mp4"))))
    try place.write(ComfyDouble.workflow, to: "workflow.json")
  }

  /// Runs the command with engines and clips of this test's own.
  private func kinora(_ arguments: String...) throws -> Command {
    try RunningCommand(
      arguments, in: place.folder,
      environment: [
        "XDG_CONFIG_HOME": place.path("config"), "XDG_CACHE_HOME": place.path("cache"), "KEY": "k",
      ]
    ).wait()
  }

  /// What a double answers, its films at its own address: the command fetches nothing from others
  /// on this machine.
  private static func answers(
    of double: any ClipDouble, film: [UInt8]
  ) -> @Sendable (EngineDouble.Question) -> EngineDouble.Answer {
    { question in
      if question.path.hasSuffix("/fox.mp4") { return .bytes(film, "video/mp4") }
      var answer = double.answer(question)
      let text = String(decoding: answer.body, as: UTF8.self)
      if text.contains("https://cdn.example.com") {
        answer.body = Array(
          text.replacingOccurrences(of: "https://cdn.example.com", with: question.base).utf8)
      }
      return answer
    }
  }

  @Test(
    "A clip is made once by each kind of engine, and becomes a film",
    arguments: [
      ("/v1/videos", "videos", "", [String]()), ("sd-server", "sd-server", "", []),
      ("ComfyUI", "comfyui", "", ["--workflow", "workflow.json"]),
      ("fal", "fal", "", ["--model", FalDouble.model]),
      ("Replicate", "replicate", "", ["--model", ReplicateDouble.model]),
      ("Veo", "veo", "/v1beta", ["--model", "veo-3.1-generate-preview"]),
    ])
  func makes(_ name: String, _ kind: String, _ path: String, _ more: [String]) async throws {
    let contender = try #require(Contender.all.first { $0.name == name })
    var manner = ClipManner(key: "k")
    manner.film = film
    let server = contender.double(manner)
    try await EngineDouble.with(Self.answers(of: server, film: film)) { double in
      let add = ["engines", "add", "it", "--kind", kind, "--url", double.base + path]
      let added = try RunningCommand(
        add + ["--key-variable", "KEY"] + more, in: place.folder,
        environment: ["XDG_CONFIG_HOME": place.path("config"), "KEY": "k"]
      ).wait()
      #expect(added.status == 0, "\(added.errors)")
      for round in 1...2 {
        let output = "film\(round).mp4"
        let made = try kinora(
          "make", "a fox in the snow, 1 second", "--engine", "it", "--size", "128x72", "-o", output)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("it is at it") == (round == 1), "\(made.errors)")
        #expect(place.files.contains(output))
      }
      #expect(server.begun == 1)
    }
  }
}

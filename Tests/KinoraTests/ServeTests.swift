import CommandRunner
import Foundation
import Libav
import Pixels
import Testing

/// The server and its clients as commands, each with a home of its own.
@Suite struct ServeTests {
  /// A server of a workplace's data folder that is told to stop when the test ends.
  private final class Serving {
    let address: String
    private let command: RunningCommand

    init(_ place: Workplace, _ arguments: [String] = []) throws {
      command = try RunningCommand(
        ["serve", "--data", place.path("data"), "--port", "0"] + arguments, in: place.folder,
        environment: ["HOME": place.folder])
      let file = place.path("data/admin.address")
      var found: String?
      for _ in 0..<600 where found == nil {
        found = try? String(contentsOfFile: file, encoding: .utf8)
        if found == nil { Thread.sleep(forTimeInterval: 0.05) }
      }
      address = try #require(found)
    }

    var port: String { String(address.split(separator: ":").last ?? "") }

    deinit {
      command.interrupt()
      _ = command.wait()
    }
  }

  private func run(
    _ place: Workplace, _ arguments: [String], server: String? = nil, input: String? = nil
  ) throws -> Command {
    var environment = ["HOME": place.folder]
    if let server { environment["NEMO_API_URL"] = server }
    return try RunningCommand(
      arguments, in: place.folder, environment: environment, input: input
    ).wait()
  }

  @Test(arguments: [
    (["--port", "99999"], "port is 99999"), (["--set", "prices.edit"], "has no value"),
    (["--set", "nonsense=1"], "unknown setting nonsense"),
    (["--set", "prices.edit=much"], "must be a whole number"),
    (["--host", "host.invalid", "--set", "sandbox=preferred"], "isn't known here"),
    (["--settings", "none.json"], "can't be read"),
  ]) func aWrongSettingIsNamed(arguments: [String], message: String) throws {
    let place = try Workplace()
    let command = try run(place, ["serve", "--data", "data", "--port", "0"] + arguments)
    #expect(command.status == 65)
    #expect(command.errors.contains(message), "\(command.errors)")
    #expect(command.errors.split(separator: "\n").last?.hasPrefix("kinora: ") == true)
  }

  @Test func aTakenPortAndATakenFolderAreTold() throws {
    let place = try Workplace()
    let serving = try Serving(place)
    let folder = try run(place, ["serve", "--data", "data", "--port", "0"])
    #expect(folder.status == 65 && folder.errors.contains("is in use by another Kinora"))
    let port = try run(place, ["serve", "--data", "other", "--port", serving.port])
    #expect(port.status == 65)
    #expect(port.errors.contains("Port \(serving.port) is taken"), "\(port.errors)")
  }

  @Test func theOperatorNeedNotKnowWhetherAServerRuns() throws {
    let place = try Workplace()
    func list(_ arguments: String...) throws -> Command {
      try run(place, ["admin", "users", "--data", "data"] + arguments)
    }
    do {
      let serving = try Serving(place)
      let credits = try run(place, ["credits"], server: serving.address)
      #expect(credits.output == "100 credits\n", "\(credits.errors)")
      let users = try list("--json")
      let user = try #require(users.objects.first, "\(users.errors)")
      #expect(user["event"] as? String == "user" && user["available"] as? Int == 100)
      #expect((user["createdAt"] as? String)?.hasSuffix("Z") == true)
      let id = try #require(user["id"] as? String)
      let grant = try run(place, ["admin", "grant", id, "50", "--data", "data"])
      #expect(grant.output.contains("150 of 150 credits"), "\(grant.errors)")
      let nobody = try run(place, ["admin", "remove", "nobody", "--data", "data"])
      #expect(nobody.status == 65 && nobody.errors.hasPrefix("kinora: "))
    }
    let users = try list()
    #expect(users.output.contains("150 of 150 credits, 0 spent, 0 held  0 sessions, 0 files"))
  }

  @Test func aConversationWithoutAServerMakesAFilm() throws {
    let place = try Workplace()
    try drawPicture(place.path("photo.png"))
    let talk = try run(
      place, ["chat"],
      input: "hello\nstatus\nupload photo.png\n1 second, title \"Sea\"\nupload none.png\n")
    #expect(talk.status == 0, "\(talk.errors)")
    #expect(talk.output.contains("Nothing is here yet"))
    #expect(talk.output.contains("photo.png: image (320 × 180)"))
    #expect(talk.output.contains("Timeline (2 tracks): 1. Video: photo (0-1s)"))
    #expect(talk.errors.contains("none.png is no file that can be read"))
    let film = try run(place, ["export", "-o", "film.mp4", "--quality", "draft", "--json"])
    #expect(film.objects.last?["event"] as? String == "film", "\(film.output)\(film.errors)")
    #expect(film.objects.last?["link"] == nil)
    #expect(place.files.contains("film.mp4"))
  }

  @Test(arguments: [
    (["chat", "none.png"], 66, "none.png is no file"),
    (["status", "--session", "12"], 65, "There is no session 12"),
    (["export", "-o", "nowhere/film.mp4"], 73, "can't be written"),
    (["chat", "--print", " "], 64, "--print has no words"),
    (["chat", "--new", "--session", "1"], 64, "exclude each other"),
  ]) func aClientsFailureHasItsStatus(
    arguments: [String], status: Int32, message: String
  ) throws {
    let place = try Workplace()
    try drawPicture(place.path("photo.png"))
    if arguments[0] == "export" {
      _ = try run(place, ["chat", "photo.png", "--print", "1 second"])
    }
    let command = try run(place, arguments)
    #expect(command.status == status)
    #expect(command.errors.contains(message), "\(command.errors)")
  }

  @Test func aServerThatIsNotThereIsUnavailable() throws {
    let place = try Workplace()
    let command = try run(place, ["credits"], server: "http://127.0.0.1:1")
    #expect(command.status == 69)
    #expect(command.errors.contains("can't be reached; start it (kinora serve)"))
  }

  private func drawPicture(_ path: String) throws {
    let picture = Picture(
      luma: Plane(size: PixelSize(width: 320, height: 180)),
      cb: Plane(size: PixelSize(width: 320, height: 180), filledWith: 110),
      cr: Plane(size: PixelSize(width: 320, height: 180), filledWith: 140))
    for y in 0..<180 {
      for x in 0..<320 { picture.luma[x, y] = UInt8(40 + (x * 3 + y * 5) % 160) }
    }
    try PNG.write(picture, to: path)
  }
}

import ArgumentParser

struct Kinora: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kinora",
    abstract: "Turn pictures and sentences into short films.",
    discussion: """
      kinora make photo.jpg "animate this image into a 3-second cinematic video clip"

      Exit status: 0 done · 1 the film has faults (check) · 64 wrong arguments · \
      65 a draft or a file that can't be used · 66 a file that isn't there · \
      69 something isn't installed, or no server answers · 73 the film can't be written · \
      74 the disk is full · \
      130 interrupted.
      """,
    version: version,
    subcommands: [
      MakeCommand.self, RenderCommand.self, ParseCommand.self, EditCommand.self, ProbeCommand.self,
      LayersCommand.self,
      CheckCommand.self,
      DoctorCommand.self, EnginesCommand.self,
      ServeCommand.self, AdminCommand.self, ChatCommand.self,
      UploadCommand.self, StatusCommand.self, CreditsCommand.self, ExportCommand.self,
      SessionsCommand.self,
    ])
}

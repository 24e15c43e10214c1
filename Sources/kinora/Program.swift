import ArgumentParser
import Dispatch
import Foundation
import Libav
import enum Workshop.MediaWorker

/// Where the program begins.
///
/// A media worker confines the thread that it has, so it begins before anything makes another;
/// all else runs beside the main thread.
@main enum Program {
  static func main() {
    if CommandLine.arguments.dropFirst().first == MediaWorker.command {
      exit(MediaWorker.run())
    }
    MediaLibraries.economizeMemory()
    Task {
      await Kinora.main(nil)
      exit(0)
    }
    dispatchMain()
  }
}

internal import Foundation
internal import Libav
internal import Pixels
internal import Render

/// Shows frames of films, one question after the other, until nobody asks any more.
struct Viewing {
  let reporter: Reporter

  /// Answers what is asked on standard input; returns when that is closed.
  func run() {
    let viewer = FrameViewer()
    var film: FilmInView?
    while let line = readLine() {
      let question = try? JSONLine.decode(FrameQuestion.self, from: line)
      film = question?.film ?? film
      guard let question, let film else {
        reporter.say(
          .failed(WorkshopError(.unavailable, "The question can't be read; ask again.")))
        continue
      }
      do {
        let library = ListedLibrary(film.files)
        let picture = try viewer.frame(
          question.index, of: film.draft, named: film.name, library: library,
          width: question.width, seed: film.seed)
        reporter.say(.done(.frame(Data(try JPEG.encode(picture)))))
        if let outlook = question.outlook {
          viewer.prepare(outlook, library: library, width: question.width, seed: film.seed)
        }
      } catch {
        let names = FileNames(media: film.files, film: "\0")
        reporter.say(.failed(WorkshopError(error, calling: names)))
      }
    }
  }
}

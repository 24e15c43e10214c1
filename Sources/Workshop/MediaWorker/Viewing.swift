internal import Foundation
internal import Libav
internal import Pixels
internal import Render

/// Shows frames of films, one question after the other, until nobody asks any more.
struct Viewing {
  let input: LineInput
  let reporter: Reporter

  /// Milliseconds without a question after which nobody is waiting.
  private static let pause: Int32 = 15

  /// Answers what is asked; returns when the input is closed.
  func run() {
    let viewer = FrameViewer()
    var film: FilmInView?
    while let line = input.next() {
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
        // Whoever steps from frame to frame asks for the next one at once.
        if !input.isReady(within: Self.pause) { viewer.work { !input.isReady() } }
      } catch {
        let names = FileNames(media: film.files, film: "\0")
        reporter.say(.failed(WorkshopError(error, calling: names)))
      }
    }
  }
}

internal import Foundation
internal import MediaTime
internal import Render
internal import Timeline

/// What a worker says, a line of JSON each.
enum WorkerMessage: Hashable, Sendable, Codable {
  /// How far it has come, 0…1.
  case progress(Double)
  case done(Result)
  case failed(WorkshopError)

  enum Result: Hashable, Sendable, Codable {
    case confinement(Confinement)
    case probed(ProbedMedia)
    case analysed(MediaAnalysis)
    case rendered(RenderedFilm)
    case drawn
    case beats([Milliseconds])
    case captions(Captions)
    case peaks(SoundPeaks)
    case frame(Data)
    case inspected([PreflightFinding])
  }

  private enum CodingKeys: CodingKey {
    case progress, done, failed
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let share = try container.decodeIfPresent(Double.self, forKey: .progress) {
      self = .progress(share)
    } else if let error = try container.decodeIfPresent(WorkshopError.self, forKey: .failed) {
      self = .failed(error)
    } else {
      self = .done(try container.decode(Result.self, forKey: .done))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .progress(let share): try container.encode(share, forKey: .progress)
    case .done(let result): try container.encode(result, forKey: .done)
    case .failed(let error): try container.encode(error, forKey: .failed)
    }
  }
}

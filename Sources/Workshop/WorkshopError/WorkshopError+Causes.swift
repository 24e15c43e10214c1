internal import Foundation
internal import Libav
internal import Render

extension WorkshopError {
  /// What a person may send.
  static let accepted =
    "Accepted are MP4, MOV, AVI, WebM, MKV, JPG, PNG, GIF, WebP, MP3, WAV, M4A, AAC, SRT, VTT, "
    + "ASS and CUBE."

  /// A file that can't be used, with what can.
  static func unsupported(_ message: String, cause: String? = nil) -> WorkshopError {
    WorkshopError(.unsupportedFile, "\(message) \(accepted)", cause: cause)
  }

  /// Whatever the libraries below threw, in words that hold none of the `names`' paths.
  init(_ error: any Error, calling names: FileNames) {
    switch error {
    case let error as WorkshopError: self = error
    case let error as MediaError: self.init(media: error, names)
    case let error as RenderError: self.init(render: error, names)
    default:
      self.init(
        .unavailable, "The work could not be done; try again later.", cause: "\(error)")
    }
  }

  private init(media error: MediaError, _ names: FileNames) {
    let cause = error.cause.map { "\(error.code.rawValue): \($0)" } ?? error.code.rawValue
    let message = names.applied(to: error.message)
    switch error.code {
    case .notFound, .notAFile, .permissionDenied:
      self.init(.missingMedia, message, cause: cause)
    case .diskFull: self.init(.diskFull, message, cause: cause)
    case .unavailable, .writeFailed: self.init(.unavailable, message, cause: cause)
    default: self = .unsupported(Self.withoutAdvice(message), cause: cause)
    }
  }

  /// The list of formats that `Libav` reads is longer and shorter than the one that is accepted.
  private static func withoutAdvice(_ message: String) -> String {
    guard let advice = message.range(of: "; give a JPEG") else { return message }
    return message[..<advice.lowerBound] + "."
  }

  private init(render error: RenderError, _ names: FileNames) {
    let beneath = error.cause.map { "\($0)" }
    let message = names.applied(to: error.message)
    switch error.code {
    case .invalidDraft: self.init(.badDraft, message, cause: beneath)
    case .missingMedia: self.init(.missingMedia, message, cause: beneath)
    case .diskFull: self.init(.diskFull, message, cause: beneath)
    case .cancelled: self = .cancellation
    case .unreadableMedia:
      if let error = error.cause as? MediaError {
        self.init(media: error, names)
      } else {
        self = .unsupported(message, cause: beneath)
      }
    default: self.init(.unavailable, message, cause: beneath)
    }
  }

  /// The caller no longer wants it.
  static let cancellation = WorkshopError(
    .cancelled, "The work was stopped; nothing was left behind.")
}

import ArgumentParser
import Client
import Inference
import Libav
import Records
import Render
import VideoEngines
import Wire
import struct Workshop.WorkshopError

/// What the process ends with, after the BSD convention of `sysexits`.
enum ExitStatus: Int32 {
  case faultsFound = 1
  case unusableData = 65
  case missingInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case diskFull = 74
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }

  /// The status that fits `error`.
  init(_ error: any Error) {
    switch error {
    case let error as RenderError: self = Self.status(of: error)
    case let error as MediaError: self = Self.status(of: error)
    case let error as InferenceError: self = Self.status(of: error)
    case let error as ClientError: self = Self.status(of: error)
    case let error as VideoEngineError: self = Self.status(of: error)
    case let error as WorkshopError: self = Self.status(of: error)
    case let error as ServiceError: self = Self.status(of: error)
    case let error as StorageError where error.code == .full: self = .diskFull
    case is CancellationError: self = .interrupted
    default: self = .unusableData
    }
  }

  private static func status(of error: RenderError) -> ExitStatus {
    switch error.code {
    case .missingMedia: .missingInput
    case .unwritable: .cannotCreate
    case .diskFull: .diskFull
    case .cancelled: .interrupted
    case .noFont, .unavailable: .unavailable
    case .unreadableMedia:
      (error.cause as? MediaError).map(status(of:)) ?? .unusableData
    default: .unusableData
    }
  }

  private static func status(of error: InferenceError) -> ExitStatus {
    switch error.code {
    case .missingModel: .missingInput
    case .missingLibrary, .badLibrary, .tooOld: .unavailable
    default: .unusableData
    }
  }

  private static func status(of error: VideoEngineError) -> ExitStatus {
    switch error.code {
    case .unreachable, .unauthorized, .busy, .lost: .unavailable
    case .unwritable: .cannotCreate
    case .cancelled: .interrupted
    default: .unusableData
    }
  }

  private static func status(of error: WorkshopError) -> ExitStatus {
    switch error.code {
    case .missingMedia: .missingInput
    case .diskFull: .diskFull
    case .cancelled: .interrupted
    case .unavailable: .unavailable
    default: .unusableData
    }
  }

  private static func status(of error: ServiceError) -> ExitStatus {
    switch error.code {
    case .unavailable: .unavailable
    case .diskFull: .diskFull
    default: .unusableData
    }
  }

  private static func status(of error: ClientError) -> ExitStatus {
    switch error.code {
    case .unreachable, .dropped, .timedOut, .unavailable: .unavailable
    case .unreadable: .missingInput
    case .unwritable: .cannotCreate
    default: .unusableData
    }
  }

  private static func status(of error: MediaError) -> ExitStatus {
    switch error.code {
    case .notFound, .notAFile, .permissionDenied: .missingInput
    case .diskFull: .diskFull
    case .writeFailed: .cannotCreate
    case .unavailable: .unavailable
    default: .unusableData
    }
  }
}

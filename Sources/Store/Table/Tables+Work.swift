import Foundation
import GRDB
import Records
import Timeline

extension Tables {
  static let media = Table<MediaItem>(
    "media",
    columns: [
      "id", "session", "account", "origin", "filename", "blob", "size", "contentType", "facts",
      "analysis", "poster", "generation", "createdAt",
    ], fixed: ["account"]
  ) { record in
    [
      record.id.kept, record.session.kept, record.account.kept, record.origin.rawValue.kept,
      record.filename.kept, record.blob.kept, record.size.kept, record.contentType.kept,
      try StoredJSON.text(record.facts).kept, (record.analysis?.text()).kept,
      record.poster.kept, try record.generation.map(StoredJSON.text).kept,
      record.createdAt.kept,
    ]
  } read: { row in
    let (analysis, generation): (String?, String?) = (row[9], row[11])
    return MediaItem(
      id: row[0], session: row[1], account: row[2], origin: try row.choice(3), filename: row[4],
      blob: row[5], size: row[6], contentType: row[7],
      facts: try StoredJSON.value(MediaFacts.self, text: row[8]),
      analysis: try analysis.map(StoredJSON.value), poster: row[10],
      generation: try generation.map { try StoredJSON.value(MediaItem.Generation.self, text: $0) },
      createdAt: row.date(12))
  }

  static let uploads = Table<PartialUpload>(
    "upload",
    columns: [
      "id", "account", "session", "filename", "length", "metadata", "media", "createdAt",
      "expiresAt",
    ], fixed: ["account"]
  ) { record in
    [
      record.id.kept, record.account.kept, record.session.kept, record.filename.kept,
      record.length.kept, record.metadata.kept, record.media.kept, record.createdAt.kept,
      record.expiresAt.kept,
    ]
  } read: { row in
    PartialUpload(
      id: row[0], account: row[1], session: row[2], filename: row[3], length: row[4],
      metadata: row[5], media: row[6], createdAt: row.date(7), expiresAt: row.date(8))
  }

  static let turns = Table<Turn>(
    "turn",
    columns: [
      "id", "session", "account", "message", "key", "digest", "status", "script", "step", "hold",
      "createdAt", "completedAt",
    ], fixed: ["account", "session"]
  ) { record in
    [
      record.id.kept, record.session.kept, record.account.kept, record.message.kept,
      record.key.kept, record.digest.kept, record.status.rawValue.kept, record.script.kept,
      record.step.kept, record.hold.kept, record.createdAt.kept, record.completedAt.kept,
    ]
  } read: { row in
    Turn(
      id: row[0], session: row[1], account: row[2], message: row[3], key: row[4], digest: row[5],
      status: try row.choice(6), script: row[7], step: row[8], hold: row[9],
      createdAt: row.date(10), completedAt: row.optionalDate(11))
  }

  static let events = Table<StoredEvent>(
    "event", columns: ["session", "sequence", "turn", "body", "createdAt"],
    key: ["session", "sequence"]
  ) { record in
    [
      record.session.kept, record.sequence.kept, record.turn.kept, record.body.kept,
      record.createdAt.kept,
    ]
  } read: { row in
    StoredEvent(
      session: row[0], sequence: row[1], turn: row[2], body: row[3], createdAt: row.date(4))
  }

  static let exports = Table<Export>(
    "export",
    columns: [
      "id", "account", "session", "draft", "digest", "quality", "seed", "status", "progress",
      "error", "blob", "duration", "size", "createdAt", "completedAt",
      "receipt", "findings",
    ], key: ["session", "id"], fixed: ["account"]
  ) { record in
    [
      record.id.kept, record.account.kept, record.session.kept, record.draft.kept,
      record.digest.kept, record.quality.kept, record.seed.kept, record.status.rawValue.kept,
      record.progress.kept, record.error.kept, record.blob.kept, record.duration.kept,
      record.size.kept, record.createdAt.kept, record.completedAt.kept,
      try record.receipt.map(StoredJSON.text).kept,
      try record.findings.map(StoredJSON.text).kept,
    ]
  } read: { row in
    var export = Export(
      id: row[0], account: row[1], session: row[2], draft: row[3], digest: row[4],
      quality: row[5], seed: row[6], status: try row.choice(7), progress: row[8], error: row[9],
      blob: row[10], duration: row[11], size: row[12], createdAt: row.date(13),
      completedAt: row.optionalDate(14))
    let (receipt, findings): (String?, String?) = (row[15], row[16])
    export.receipt = try receipt.map { try StoredJSON.value(FilmReceipt.self, text: $0) }
    export.findings = try findings.map {
      try StoredJSON.value([PreflightFinding].self, text: $0)
    }
    return export
  }
}

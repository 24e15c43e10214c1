import Foundation
import MediaTime
import Records
import Timeline

/// Records to be kept, with every field set to something that is easily lost.
enum Sample {
  /// A moment finer than milliseconds.
  static func moment(_ seconds: Double = 0) -> Date {
    Date(timeIntervalSinceReferenceDate: 812_345_678.123_456_7 + seconds)
  }

  static func account(_ id: String = "anon_1", email: String? = nil) -> Account {
    Account(
      id: id, plan: email == nil ? .anonymous : .pro, email: email,
      passwordDigest: email.map { _ in "scrypt$…" }, createdAt: moment(), lastSeenAt: moment(0.5))
  }

  static func token(
    _ id: String = "tok_1", of account: String = "anon_1", at seconds: Double = 0
  ) -> AccessToken {
    AccessToken(
      id: id, digest: "digest of \(id)", account: account, label: "my “laptop” 电脑",
      createdAt: moment(seconds), expiresAt: moment(604_800))
  }

  static func hold(_ id: String = "hold_1", of account: String = "anon_1") -> CreditHold {
    CreditHold(id: id, account: account, turn: "e-1", amount: 20, createdAt: moment())
  }

  static func session(
    _ id: String = "100", of account: String = "anon_1", at seconds: Double = 0,
    history: History? = nil
  ) -> Session {
    Session(
      id: id, task: "task_\(id)", account: account, name: "Städte 城市", language: .chinese,
      history: history, state: ["a": .array([.null, .number(0.5)]), "é": .string("\u{1F3AC}")],
      revision: 3, lastEvent: 7, createdAt: moment(), updatedAt: moment(seconds))
  }

  static func history(edits: Int) throws -> History {
    let segment = Segment(id: "s1", source: "m_1", duration: 3_000)
    var history = History(
      Draft(tracks: [Track(id: "t1", kind: .video, name: "Video", segments: [segment])]))
    for number in 0..<edits {
      try history.apply(
        .group(
          label: "step \(number)",
          edits: [
            .setName(segment: "s1", name: "dawn \(number)"),
            .setVolume(segment: "s1", volume: number.isMultiple(of: 2) ? 0.5 : 0.25),
            .setTitle(title: "Dawn over “Berlin” \(number)"),
          ]))
    }
    return history
  }

  static func media(
    _ id: String = "m_1", in session: String = "100", of account: String = "anon_1",
    at seconds: Double = 0
  ) -> MediaItem {
    MediaItem(
      id: id, session: session, account: account, origin: .generated, filename: "日出 'dawn'.mp4",
      blob: "blob of \(id)", size: 123_456_789_012, contentType: "video/mp4",
      facts: MediaFacts(
        kind: .video, duration: 5_005, width: 1080, height: 1920, hasAudio: true,
        frameRate: 30_000.0 / 1_001),
      analysis: .object(["shots": .array([.integer(1)]), "loudness_lufs": .number(-13.75)]),
      createdAt: moment(seconds))
  }

  static func upload(_ id: String = "up_1", in session: String = "100") -> PartialUpload {
    PartialUpload(
      id: id, account: "anon_1", session: session, filename: "a.mov", length: 1 << 40,
      metadata: "filename YS5tb3Y=", createdAt: moment(), expiresAt: moment(3_600))
  }

  static func turn(
    _ id: String = "e-1", in session: String = "100", of account: String = "anon_1",
    key: String? = nil, at seconds: Double = 0
  ) -> Turn {
    Turn(
      id: id, session: session, account: account, message: "make it\n\"slower\" 慢一点", key: key,
      digest: "d", createdAt: moment(seconds))
  }

  static func event(_ sequence: Int, in session: String = "100") -> StoredEvent {
    StoredEvent(
      session: session, sequence: sequence, turn: "e-1", body: #"{"id":"\#(sequence)"}"#,
      createdAt: moment(Double(sequence)))
  }

  static func export(
    _ id: String = "render_1", in session: String = "100", of account: String = "anon_1",
    at seconds: Double = 0
  ) -> Export {
    Export(
      id: id, account: account, session: session, draft: #"{"t":[]}"#, digest: "order",
      quality: "high", seed: -9_007_199_254_740_993, createdAt: moment(seconds))
  }

  static func work(_ id: String, group: String = "g", kind: Work.Kind = .turn) -> Work {
    Work(
      id: id, kind: kind, subject: "subject of \(id)", group: group, createdAt: moment())
  }
}

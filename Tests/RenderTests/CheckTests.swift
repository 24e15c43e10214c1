import Foundation
import Libav
import MediaTime
import Motion
import Pixels
import Testing

@testable import Render

@Suite struct CheckTests {
  let films: CheckFilms

  init() throws { films = try CheckFilms() }

  private func sentences(_ report: FilmReport, _ severity: Finding.Severity) -> [String] {
    report.findings.filter { $0.severity == severity }.map(\.sentence)
  }

  @Test func aGoodFilmHasNoFaults() throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(60), sound: CheckFilms.tone(2))
    var shares: [Double] = []
    let report = try FilmCheck(path: path).run { shares.append($0.share) }
    #expect(sentences(report, .fault) == [] && sentences(report, .warning) == [])
    #expect(report.duration == MediaTime(seconds: 2))
    #expect(report.picture?.frameCount == 60 && report.picture?.missingFrames == 0)
    #expect(report.picture?.blackRuns == [] && report.picture?.frozenRuns == [])
    let shot = try #require(report.picture?.shots.first)
    #expect(report.picture?.shots.count == 1 && shot.isKnown && shot.reversals == 0)
    #expect((shot.scale - 1.12).magnitude < 0.001)
    #expect(try #require(shot.jitter) < 0.1)
    let sound = try #require(report.sound)
    // A sine of amplitude 0.25 in both channels: −12.04 dBFS peak, −12.04 LUFS at 997 Hz.
    #expect(try (#require(sound.integrated) + 12.04).magnitude < 0.2)
    #expect(try (-12.2 ... -10).contains(#require(sound.truePeak)))
    #expect(sound.clippedRuns == 0 && sound.silences == [])
    #expect(shares.last == 1 && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(report.lines.last == "No faults, no warnings.")
    #expect(report.lines.contains { $0.contains("scale ×1.1") })
  }

  @Test func motionIsMeasuredWhereItIsAsked() throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(12))
    let report = try FilmCheck(path: path).run(measuringMotion: false)
    #expect(report.picture?.shots == [] && report.picture?.frameCount == 12)
    #expect(report.sound == nil)
    #expect(sentences(report, .information) == ["The film has no sound."])
  }

  @Test func cutsAndBlackRunsAreFound() throws {
    let frames =
      CheckFilms.zoom(20) + Array(repeating: CheckFilms.black, count: 9)
      + CheckFilms.zoom(20, kind: 4) + CheckFilms.zoom(20, by: -0.1, kind: 9)
    let report = try FilmCheck(path: try films.film("a.mp4", frames)).run()
    #expect(report.picture?.blackRuns == [FrameRun(firstFrame: 20, frameCount: 9)])
    #expect(report.picture?.cuts == [20, 29, 49])
    let known = report.picture?.shots.filter(\.isKnown) ?? []
    #expect(known.map(\.firstFrame) == [0, 29, 49])
    #expect(try (#require(known.last).scale - 0.9).magnitude < 0.002)
    #expect(sentences(report, .warning).contains { $0.contains("black for 0.3 s from 0:00.67") })
    #expect(!report.hasFaults)
  }

  @Test func allBlackIsAFault() throws {
    let path = try films.film("a.mp4", Array(repeating: CheckFilms.black, count: 30))
    let report = try FilmCheck(path: path).run()
    #expect(sentences(report, .fault).contains { $0.hasPrefix("Every frame is black") })
    #expect(report.picture?.frozenRuns == [])
  }

  @Test func aStillFilmIsNoFault() throws {
    let path = try films.film("a.mp4", Array(repeating: CheckFilms.view(), count: 45))
    let report = try FilmCheck(path: path).run()
    #expect(report.picture?.frozenRuns == [FrameRun(firstFrame: 0, frameCount: 45)])
    #expect(sentences(report, .warning) == [])
    #expect(sentences(report, .information).contains { $0.hasPrefix("Nothing moves: every") })
    #expect(report.lines.contains { $0.hasSuffix("still") })
  }

  @Test func aFreezeInAMovingShotIsTold() throws {
    var frames = CheckFilms.zoom(90, by: 0.3)
    for index in 31..<70 { frames[index] = frames[30] }
    let report = try FilmCheck(path: try films.film("a.mp4", frames)).run()
    let run = try #require(report.picture?.frozenRuns.first)
    #expect(report.picture?.frozenRuns.count == 1)
    #expect((29...30).contains(run.firstFrame) && (70...71).contains(run.endFrame))
    #expect(sentences(report, .warning).contains { $0.contains("freezes for 1.3") })
  }

  @Test func slowMovesAreNotFrozen() throws {
    let report = try FilmCheck(path: try films.film("a.mp4", CheckFilms.zoom(90, by: 0.02))).run()
    #expect(report.picture?.frozenRuns == [])
    #expect(try (#require(report.picture?.shots.first).scale - 1.02).magnitude < 0.001)
  }

  @Test func soundIsListenedTo() throws {
    let frames = Array(repeating: CheckFilms.view(), count: 90)
    let silent = [Float](repeating: 0, count: 3 * 96_000)
    let quiet = try FilmCheck(path: try films.film("a.mp4", frames, sound: silent)).run()
    #expect(sentences(quiet, .information).contains { $0.contains("silent throughout") })
    var loud = CheckFilms.tone(3, level: 4).map { max(-1, min(1, $0)) }
    for index in 0..<2 * 60_000 { loud[index] = 0 }
    let clipped = try FilmCheck(path: try films.film("b.mp4", frames, sound: loud)).run()
    let sound = try #require(clipped.sound)
    #expect(sound.clippedRuns > 10)
    #expect(try (#require(sound.firstClip).seconds - 1.25).magnitude < 0.1)
    #expect(try (#require(sound.silences.first).duration.seconds - 1.25).magnitude < 0.03)
    #expect(sentences(clipped, .warning).contains { $0.hasPrefix("The sound clips") })
    #expect(sentences(clipped, .warning).contains { $0.contains("very loud") })
    let short = try FilmCheck(
      path: try films.film("c.mp4", frames, sound: CheckFilms.tone(1))
    ).run()
    #expect(sentences(short, .warning).contains { $0.contains("2 s shorter than the picture") })
  }

  @Test func whatIsNoFilmIsToldApart() throws {
    try PNG.write(CheckFilms.view(), to: films.path("a.png"))
    let still = try FilmCheck(path: films.path("a.png")).run()
    #expect(still.hasFaults && still.findings.count == 1)
    try "words".write(toFile: films.path("a.txt"), atomically: true, encoding: .utf8)
    try "".write(toFile: films.path("empty.mp4"), atomically: true, encoding: .utf8)
    for name in ["a.txt", "empty.mp4", "missing.mp4"] {
      let error = #expect(throws: RenderError.self) {
        try FilmCheck(path: films.path(name)).run()
      }
      #expect(error?.code == .unreadableMedia && error?.cause is MediaError)
    }
  }

  @Test(arguments: [0.3, 0.6, 0.9])
  func filmsCutOffAreRefused(share: Double) throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(60), sound: CheckFilms.tone(2))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let short = films.path("short.mp4")
    try bytes.prefix(Int(share * Double(bytes.count))).write(to: URL(fileURLWithPath: short))
    let error = #expect(throws: RenderError.self) {
      try FilmCheck(path: short).run(measuringMotion: false)
    }
    #expect(error?.message.contains("cut off") == true)
  }

  @Test func damageIsNoTrouble() throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(20), sound: CheckFilms.tone(0.7))
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var state = seed
    for _ in 0..<25 {
      var bytes = whole
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      let damaged = films.path("damaged.mp4")
      try bytes.write(to: URL(fileURLWithPath: damaged))
      do {
        let report = try FilmCheck(path: damaged).run()
        #expect(!report.lines.isEmpty, "seed \(seed)")
      } catch {
        #expect(error.message.contains(damaged), "seed \(seed): \(error)")
      }
    }
  }

  @Test func tagsAndIndexAreMinded() throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(6))
    let probe = try Media.probe(path: path)
    #expect(
      FilmJudge(FilmReport(path: path, probe: probe)).findings.map(\.severity) == [.information])
    let json = String(decoding: try JSONEncoder().encode(probe), as: UTF8.self)
      .replacingOccurrences(of: "\"isFaststart\":true", with: "\"isFaststart\":false")
      .replacingOccurrences(of: "\"primaries\":\"bt709\"", with: "\"primaries\":null")
      .replacingOccurrences(of: "yuv420p", with: "yuv444p")
    let other = try JSONDecoder().decode(MediaProbe.self, from: Data(json.utf8))
    let found = FilmJudge(FilmReport(path: path, probe: other)).findings
    #expect(found.filter { $0.severity == .warning }.count == 3)
    #expect(found.contains { $0.sentence.contains("faststart") })
    #expect(found.contains { $0.sentence.contains("colour primaries") })
    #expect(found.contains { $0.sentence.contains("yuv444p") })
  }

  @Test func aReportIsJSON() throws {
    let path = try films.film("a.mp4", CheckFilms.zoom(20), sound: CheckFilms.tone(0.6))
    let report = try FilmCheck(path: path).run()
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(report))
    let fields = try #require(object as? [String: Any])
    #expect(fields["duration"] as? Int == 667)
    let picture = try #require(fields["picture"] as? [String: Any])
    #expect((picture["shots"] as? [[String: Any]])?.count == 1)
    #expect((fields["findings"] as? [Any])?.isEmpty == true)
  }

  @Test func numbersReadPlainly() {
    #expect(FilmJudge.plain(1.50, 2) == "1.5" && FilmJudge.plain(3, 2) == "3")
    #expect(FilmJudge.plain(-41.2, 1) == "−41.2" && FilmJudge.plain(10, 1) == "10")
    #expect(FilmJudge.plain(-0.001, 1) == "0" && FilmJudge.plain(100, 0) == "100")
    #expect(FilmJudge.clock(62.5) == "1:02.50" && FilmJudge.clock(0) == "0:00.00")
  }
}

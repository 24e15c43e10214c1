import Accounts
import Foundation
import MediaTime
import Records
import Studio
import Testing
import Timeline
import Wire

@Suite struct HistoryTests {
  @Test("A session without a film has its first version")
  func isEmpty() async throws {
    try await Bench.with(isRunning: false) { bench in
      let user = try await bench.user()
      let session = try await bench.session(of: user)
      let history = try await bench.history(of: session, user)
      #expect(history.current == 1 && !history.canUndo && history.redo == nil)
      #expect(history.versions.map(\.number) == [1])
      let first = try await bench.studio.version(nil, of: session, for: user)
      #expect(first.draft == Draft().json && first.differences == nil)
    }
  }

  @Test("Each version tells what it changed and where that can be seen, in the language asked")
  func tells() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      _ = try await bench.edit([.setVolume(segment: clip.id, volume: 0.5)], in: session, of: user)
      let all = try await bench.history(of: session, user)
      #expect(all.versions.map(\.number) == Array(1...all.current))
      #expect(all.versions.dropFirst().allSatisfy { !$0.differences.isEmpty })
      let last = try #require(all.versions.last)
      #expect(last.differences == ["dawn 100 → 50 %"] && last.label == "dawn 100 → 50 %")
      #expect(last.moment == 1000)
      let chinese = try await bench.studio.history(
        of: session, after: all.current - 1, in: .chinese, for: user)
      #expect(chinese.versions.map(\.number) == [all.current])
      #expect(chinese.versions.last?.differences != last.differences)
      let none = try await bench.studio.history(of: session, after: 99, for: user)
      #expect(none.versions.isEmpty && none.current == all.current)
    }
  }

  @Test("A version has its draft, and what is different from another")
  func compares() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let before = try await bench.history(of: session, user).current
      let draft = try await bench.draft(of: session, user)
      _ = try await bench.edit([.setSize(width: 1080, height: 1920)], in: session, of: user)
      let old = try await bench.studio.version(before, of: session, for: user)
      #expect(old.draft == draft.json && old.number == before)
      let new = try await bench.studio.version(nil, of: session, against: before, for: user)
      #expect(new.differences == ["frame 1920×1080 → 1080×1920"])
      let back = try await bench.studio.version(before, of: session, against: new.number, for: user)
      #expect(back.differences == ["frame 1080×1920 → 1920×1080"])
      for (number, other) in [(0, nil), (99, nil), (before, 99), (before, 0)] as [(Int, Int?)] {
        let code = await code {
          _ = try await bench.studio.version(number, of: session, against: other, for: user)
        }
        #expect(code == .notFound)
      }
    }
  }

  @Test("One version is taken back alone; what hung on it is named", arguments: ["en", "zh"])
  func undoesOnly(_ language: String) async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed(language: language)
      let title = Segment(id: "mine", text: "Dawn", start: 0, duration: 1000)
      let track = Track(id: "words", kind: .text, segments: [title])
      let added = try await bench.edit(
        [.insertTrack(track: track, at: nil)], label: "title", in: session, of: user
      ).current
      let sized = try await bench.edit(
        [.setSize(width: 1080, height: 1080)], in: session, of: user
      ).current
      let changed = try await bench.edit(
        [.setText(segment: "mine", text: "Dusk")], in: session, of: user
      ).current
      let reply = try await bench.studio.edit(
        EditRequest(.undoOnly(added)), in: session, for: user)
      #expect(reply.dropped == [changed])
      #expect(reply.current == changed + 1)
      let label = reply.versions.last?.label ?? ""
      #expect(label == (language == "zh" ? "只撤销“title”" : "undo title"))
      let draft = try await bench.draft(of: session, user)
      #expect(draft.segment("mine") == nil && draft.canvas.width == 1080)
      _ = try await bench.studio.edit(EditRequest(.go(to: sized)), in: session, for: user)
      for number in [changed, 1, 99] {
        let code = await code {
          _ = try await bench.studio.edit(EditRequest(.undoOnly(number)), in: session, for: user)
        }
        #expect(code == .notFound, "\(number)")
      }
    }
  }

  @Test("A long history is told in good time")
  func isQuick() async throws {
    try await Bench.with { bench in
      let (user, session) = try await bench.filmed()
      let clip = try #require(try await bench.draft(of: session, user).mainTrack?.segments.first)
      let start = ContinuousClock.now
      for number in 1...300 {
        _ = try await bench.studio.edit(
          EditRequest(
            .edits(
              [
                .object([
                  "set_volume": .object([
                    "segment": .string(clip.id), "volume": .number(Double(number) / 400),
                  ])
                ])
              ], label: nil)), in: session, after: number, for: user)
      }
      let edited = ContinuousClock.now
      let history = try await bench.history(of: session, user)
      let told = ContinuousClock.now
      #expect(history.versions.count > 300)
      print("300 edits in \(edited - start), their history in \(told - edited)")
      #expect(told - edited < .seconds(20))
    }
  }
}

import Testing
import Timeline

@testable import Workshop

@Suite struct ConversationTests {
  private let start = SuspendingClock.now

  private func conversation(silence: Duration? = .seconds(10)) -> Conversation {
    Conversation(
      about: "The film", patience: .init(silence: silence, total: .seconds(60)), at: start)
  }

  private func after(_ seconds: Double) -> SuspendingClock.Instant {
    start.advanced(by: .seconds(seconds))
  }

  @Test("Progress is passed on when it grows, and not too often")
  func passesProgressOn() {
    var talk = conversation()
    let lines: [(String, Double, Double?)] = [
      (#"{"progress":0.1}"#, 1, 0.1), (#"{"progress":0.2}"#, 1.1, nil),
      (#"{"progress":0.3}"#, 1.4, 0.3), (#"{"progress":0.25}"#, 2, nil),
      (#"{"progress":7}"#, 2.01, 1), (#"{"progress":-1}"#, 4, nil),
    ]
    for (line, time, told) in lines {
      let share = talk.hear(line, at: after(time))
      #expect(share == told)
    }
  }

  @Test("Only coming further buys time, and never beyond the end")
  func setsDeadlines() {
    var talk = conversation()
    #expect(talk.deadline == after(10))
    _ = talk.hear(#"{"progress":0.1}"#, at: after(8))
    #expect(talk.deadline == after(18))
    _ = talk.hear(#"{"progress":0.1}"#, at: after(17))
    #expect(talk.deadline == after(18))
    _ = talk.hear(#"{"progress":0.2}"#, at: after(55))
    #expect(talk.deadline == after(60))
    let (early, late) = (talk.giveUp(at: after(59)), talk.giveUp(at: after(60)))
    #expect(!early && late)
    #expect(conversation(silence: nil).deadline == after(60))
  }

  @Test("Who was held up gives the worker the time back")
  func forgivesOwnDelay() {
    var talk = conversation()
    let early = talk.giveUp(at: after(25))
    #expect(!early && talk.deadline == after(26))
    let late = talk.giveUp(at: after(26.5))
    #expect(late)
  }

  private static let done = #"{"done":{"confinement":{"_0":{"filtersCalls":true,"landlock":7}}}}"#
  private static let failed = #"{"failed":{"code":"disk_full","message":"Full."}}"#

  @Test(
    "The verdict is the answer, else why there is none",
    arguments: [
      ([done], .exited(0), nil), ([done], .signaled(9), nil), ([done], nil, nil),
      ([failed], .exited(1), .diskFull), ([failed, done], .exited(1), .diskFull),
      ([], .exited(0), .crashed), ([], .signaled(11), .crashed), ([], nil, .crashed),
      ([], .signaled(24), .stalled), (["what"], .exited(0), .crashed),
      ([#"{"progress":0.5}"#], .exited(0), .crashed), ([#"{"done":{}}"#], .exited(0), .crashed),
    ] as [([String], Conversation.Ending?, WorkshopError.Code?)])
  func judges(_ lines: [String], _ ending: Conversation.Ending?, _ code: WorkshopError.Code?) {
    var talk = conversation()
    for line in lines { _ = talk.hear(line, at: after(1)) }
    do {
      let result = try talk.verdict(ending, lastWords: "", isCancelled: false)
      #expect(result == .confinement(Confinement(landlock: 7, filtersCalls: true)))
      #expect(code == nil)
    } catch {
      #expect(error.code == code)
    }
  }

  @Test("A cancelled task is told so, unless the work was done before")
  func tellsCancelling() throws {
    var talk = conversation()
    #expect(throws: WorkshopError.cancellation) {
      try talk.verdict(.signaled(15), lastWords: "", isCancelled: true)
    }
    _ = talk.hear(Self.done, at: after(1))
    _ = try talk.verdict(.exited(0), lastWords: "", isCancelled: true)
  }

  @Test("Requests and messages are read back as they were written")
  func roundTrips() throws {
    let messages: [WorkerMessage] = [
      .progress(0.25), .failed(WorkshopError(.stalled, "a\nb\u{2028}c", cause: "d")),
      .done(.analysed(MediaAnalysis(shots: [.init(start: 0, end: 1.5)], hasSpeech: true))),
      .done(.probed(ProbedMedia(facts: .init(kind: .audio), contentType: "audio/wav"))),
    ]
    for message in messages {
      let line = String(decoding: try JSONLine.encode(message), as: UTF8.self)
      #expect(line.utf8.filter { $0 == 10 }.count == 1 && line.hasSuffix("\n"))
      #expect(try JSONLine.decode(WorkerMessage.self, from: line) == message)
    }
  }

  @Test("Only what a worker needs is taken from the environment")
  func selectsEnvironment() {
    let all = ["HOME": "/a", "NEMO_TOKEN": "b", "LANG": "C", "AWS_SECRET_ACCESS_KEY": "c"]
    let chosen = WorkerEnvironment.selected(from: all)
    #expect(chosen == ["HOME": "/a", "LANG": "C", "SWIFT_BACKTRACE": "enable=no"])
    #expect(WorkerEnvironment.fontPlaces(chosen).contains("/a/.cache/fontconfig"))
  }

  @Test("Paths become names, the longest first")
  func namesFiles() {
    let names = FileNames(media: ["m_1": "/data/a", "m_2": "/data/ab"], film: "/data/f/film.mp4")
    #expect(
      names.applied(to: "/data/ab is cut off; /data/a isn't, nor /data/f/film.mp4.")
        == "The medium m_2 is cut off; the medium m_1 isn't, nor the film.")
  }

  @Test("Lines are the same wherever the stream is cut, and never too long", arguments: 1...7)
  func splitsLines(_ step: Int) throws {
    let bytes = Array("one\n\nthree\u{2028}\r\nrest".utf8)
    var splitter = LineSplitter(longest: 12)
    var lines: [String] = []
    for start in stride(from: 0, to: bytes.count, by: step) {
      lines += try splitter.take(Array(bytes[start..<min(start + step, bytes.count)]).span)
    }
    #expect(lines == ["one", "", "three\u{2028}\r"])
    #expect(splitter.remainder == "rest")
    #expect(throws: LineSplitter.TooLong.self) {
      for _ in 0..<13 { _ = try splitter.take([65].span) }
    }
  }
}

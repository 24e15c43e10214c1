import MediaTime
import Testing
import Timeline

/// What can be found in a draft without looking at its pictures.
@Suite struct PreflightTests {
  private let facts: MediaLookup = { id in
    switch id {
    case "photo": MediaFacts(kind: .image, width: 1920, height: 1080)
    case "clip":
      MediaFacts(kind: .video, duration: 9000, width: 1920, height: 1080, hasAudio: true)
    case "words": MediaFacts(kind: .audio, duration: 4000, hasAudio: true)
    default: nil
    }
  }

  private func draft(_ tracks: Track...) -> Draft { Draft(tracks: tracks).normalized() }

  private func video(_ segments: Segment...) -> Track {
    Track(id: "t1", kind: .video, segments: segments)
  }

  private func kinds(_ draft: Draft) -> [PreflightFinding.Kind] {
    draft.preflight(media: facts).map(\.kind)
  }

  @Test("A film with sound, and words that stand long enough, has no fault")
  func sound() {
    let title = Segment(id: "s2", text: "Summer", start: 0, duration: 2000)
    let film = draft(
      video(Segment(id: "s1", source: "clip", duration: 4000)),
      Track(id: "t2", kind: .text, segments: [title]))
    #expect(kinds(film) == [])
  }

  @Test(
    "Words that go before they are read are found, in both scripts",
    arguments: [
      ("A long sentence that nobody can read in so short a time", Milliseconds(1000), 2.7),
      ("今天的天气很好我们去海边走走吧", Milliseconds(1500), 2.1), ("Hi", Milliseconds(500), 1.0),
    ])
  func tooShort(_ text: String, _ duration: Milliseconds, _ needed: Double) {
    let film = draft(
      video(Segment(id: "s1", source: "clip", duration: 4000)),
      Track(
        id: "t2", kind: .text, segments: [Segment(id: "s2", text: text, duration: duration)]))
    let found = film.preflight(media: facts)
    #expect(found.map(\.kind) == [.tooShortToRead])
    #expect(found.first?.segment == "s2")
    #expect(abs((found.first?.limit ?? 0) - needed) < 0.11)
    #expect(found.first?.measured == duration.seconds)
  }

  @Test("A stretch without a picture is found with its place, a credit over black is not one")
  func blank() {
    let clips = video(
      Segment(id: "s1", source: "clip", start: 0, duration: 2000),
      Segment(id: "s2", source: "clip", start: 3000, duration: 2000))
    let found = draft(clips).preflight(media: facts)
    #expect(found.map(\.kind) == [.blank])
    #expect(found.first?.start == 2000)
    #expect(found.first?.measured == 1)
    let credit = Segment(id: "s3", text: "A film by us", start: 2000, duration: 1000)
    #expect(kinds(draft(clips, Track(id: "t2", kind: .text, segments: [credit]))) == [])
  }

  @Test("A still that stands, and a film without a sound, are found")
  func frozen() {
    var still = Segment(id: "s1", source: "photo", duration: 6000)
    #expect(kinds(draft(video(still))) == [.frozen, .silent])
    still.style.motion = [RoughCut.gentleMove]
    #expect(kinds(draft(video(still))) == [.silent])
    still.duration = 3000
    still.style.motion = []
    #expect(kinds(draft(video(still))) == [.silent])
  }

  @Test("A voice-over that is cut off is found with what is lost")
  func voiceCut() {
    var voice = Segment(id: "s2", source: "words", duration: 3000)
    voice.style.role = .voice
    let film = draft(
      video(Segment(id: "s1", source: "clip", duration: 4000)),
      Track(id: "t2", kind: .audio, segments: [voice]))
    let found = film.preflight(media: facts)
    #expect(found.map(\.kind) == [.voiceCut])
    #expect(found.first?.measured == 1)
  }

  @Test("An empty draft has no faults")
  func empty() { #expect(kinds(Draft()) == []) }
}

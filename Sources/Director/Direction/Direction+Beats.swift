import Foley
import Language
import MediaTime
import Music
import Timeline

extension Direction {
  /// Moves the cuts to the beats of the music, where that is asked, once all else is done.
  mutating func cutToBeats(after assembly: Assembly, _ edits: [Edit], told: inout [String])
    -> [Edit]
  {
    guard commands.contains(.cutToBeats),
      let draft = try? assembly.draft.applying(.group(label: "", edits: edits)).draft
    else { return [] }
    var late = Assembly(draft, drifts: false, media: lookup)
    let hits = situation.hits(onCutsOf: draft)
    cutToBeats(in: &late, told: &told)
    moveEffects(hits, from: draft, in: &late)
    return late.edits
  }

  /// Lets effects that lay on cuts stay on them.
  /// - Parameters:
  ///   - hits: the places of their cuts, by their ids.
  ///   - draft: the film before its cuts moved.
  private mutating func moveEffects(
    _ hits: [String: Int], from draft: Draft, in assembly: inout Assembly
  ) {
    let cuts = assembly.draft.cuts
    for (id, index) in hits.sorted(by: { $0.key < $1.key }) {
      guard cuts.indices.contains(index), let former = draft.segment(id),
        let sound = assembly.draft.segment(id)
      else { continue }
      let start = max(former.start + (cuts[index] - draft.cuts[index]), 0)
      guard start != sound.start else { continue }
      do throws(EditError) {
        try assembly.apply(.move(id, to: start, in: assembly.draft))
      } catch {
        tell(error.message, "有一个音效没能跟着剪切移动")
      }
    }
  }

  private mutating func cutToBeats(in assembly: inout Assembly, told: inout [String]) {
    guard let music = assembly.draft.musicTrack?.segments.first else {
      return refuse(
        "There is no music to cut to; say “add upbeat music” first", "还没有音乐可以卡点；先说“加一段轻快的音乐”")
    }
    guard assembly.draft.pictureTrack?.segments.count ?? 0 > 1 else {
      return refuse("The film has one clip, so there is no cut to move", "影片只有一段，没有可以卡点的剪切")
    }
    let name = language.quote(music.style.name ?? "BGM")
    guard !situation.beats(of: music).isEmpty else {
      return refuse("No beat was found in \(name)", "\(name)里没有找到节拍")
    }
    let phrase = language.say("cut to the beat", "卡点")
    var outcome: (moved: Int, cuts: Int)?
    let situation = situation
    attempt(phrase, &assembly, &told) { (assembly) throws(EditError) in
      // Music that is composed to the film's length has other beats once that changes.
      for _ in 0..<3 {
        let before = assembly.draft.pictureTrack?.segments
        guard let music = assembly.draft.musicTrack?.segments.first else { return }
        outcome = try assembly.cutToBeats(situation.beats(of: music))
        if assembly.draft.pictureTrack?.segments == before { return }
      }
    }
    guard let outcome else { return }
    if assembly.edits.isEmpty, outcome.moved == outcome.cuts {
      told.removeLast()
      return tell("The cuts are on the beat already", "剪切已经卡在节拍上了")
    }
    if outcome.moved < outcome.cuts {
      tell(
        "\(outcome.moved) of \(outcome.cuts) cuts are on a beat; the others have no footage to "
          + "reach one",
        "\(outcome.cuts)处剪切中有\(outcome.moved)处卡在节拍上；其余的素材不够长")
    }
  }
}

extension Situation {
  /// The effects whose loudest moment lies on a cut of `draft`, and the place of that cut.
  fileprivate func hits(onCutsOf draft: Draft) -> [String: Int] {
    let cuts = draft.cuts
    var hits: [String: Int] = [:]
    for sound in draft.sounds(.effect) {
      guard case .effect(let recipe)? = media.first(where: { $0.id == sound.source })?.sound,
        recipe.effect.naturalDuration != nil
      else { continue }
      let hit = sound.start - sound.inPoint + recipe.effect.hit.milliseconds
      hits[sound.id] = cuts.firstIndex { abs(($0 - hit).count) <= 40 }
    }
    return hits
  }

  /// When the beats of a piece of music fall in the film.
  fileprivate func beats(of music: Segment) -> [Milliseconds] {
    guard let medium = media.first(where: { $0.id == music.source }) else { return [] }
    var beats = medium.beats ?? []
    if case .music(let recipe)? = medium.sound {
      let length = MediaTime(music.inPoint) + MediaTime(music.duration)
      beats = Composition(
        recipe.adapted(mood: music.style.mood, tempo: music.style.tempo), duration: length
      ).beats.map(\.milliseconds)
    }
    return beats.compactMap { beat in
      let offset = Double((beat - music.inPoint).count) / max(music.speed, 0.01)
      let time = music.start + Milliseconds(Int(offset.rounded()))
      return music.start < time && time < music.end ? time : nil
    }
  }

  /// The uploaded music whose beats ``Medium/beats`` has to have before `words` can be carried
  /// out.
  public func mediaToHear(for words: String) -> [String] {
    guard makesSounds, let source = draft.musicTrack?.segments.first?.source,
      let medium = media.first(where: { $0.id == source }), medium.sound == nil,
      medium.beats == nil
    else { return [] }
    let reading = Reading(of: reader(of: words).rest().text, in: scene, after: dialogue)
    let asks = reading.requests.contains { Command(standingFor: $0, among: []) == .cutToBeats }
    return asks ? [source] : []
  }
}

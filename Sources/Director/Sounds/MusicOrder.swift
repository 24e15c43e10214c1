import Language
import MediaTime
import Music
import Timeline

/// Reads a run of words as a wish for music that is composed.
struct MusicOrder {
  let run: SoundRun
  let situation: Situation
  let language: SpokenLanguage

  /// What is asked for; nil where the words ask for no music, or for music that is there.
  var order: SoundOrder? {
    let run = run.wish
    guard !self.run.has(.remove), run.isWish || run.exchanges else { return nil }
    let hasMusic = run.has(.music) || situation.speaksOfMusic && run.changes
    var order: SoundOrder?
    // A song that has just come is what "relaxing music" means.
    let isBrought = situation.waitingSounds.contains(where: \.isNew)
    if let mood = run.mood, !isBrought, hasMusic || run.genre != nil {
      order = feeling(mood, run)
    } else if hasMusic, let pace = run.pace, situation.composed != nil {
      order = paced(pace)
    } else if hasMusic, let tempo = run.tempo {
      order = timed(tempo)
    } else if asksForAnother {
      order = situation.composed.map(again)
    } else if run.has(.music), run.has(.another) || run.exchanges {
      order = another
    } else if run.has(.music), asksForAny(run) {
      order = chosen
    }
    guard var order else { return nil }
    if let tempo = run.tempo, case .music(var recipe) = order.recipe {
      recipe.tempo = tempo
      order.recipe = .music(recipe)
    }
    order.level = run.level
    order.place = run.place
    return order
  }

  /// Music of the feeling that the words name; nil where they name none.
  var feeling: SoundOrder? { run.mood.map { feeling($0, run) } }

  /// 换一段, "another one", "something else", where the music was spoken of and nothing else is.
  private var asksForAnother: Bool {
    guard situation.speaksOfMusic, situation.composed != nil, run.opensClause else { return false }
    let says = run.has(.another) || run.has(.anew)
    return says
      && run.elements.allSatisfy { element in
        switch element {
        case .term(.another), .term(.anew), .term(.change), .term(.filler), .term(.add),
          .term(.with), .term(.make), .definite:
          true
        default: false
        }
      }
  }

  /// "Add music", "with music", and nothing that was uploaded to lay.
  private func asksForAny(_ run: SoundRun) -> Bool {
    guard situation.waitingSounds.isEmpty, situation.draft.musicTrack == nil else { return false }
    let isNew = run.has(.add) || run.has(.with) && !run.elements.contains(.definite)
    return isNew && !run.has(.title) && !run.has(.captions)
  }

  private func feeling(_ mood: Mood, _ run: SoundRun) -> SoundOrder {
    var recipe = MusicRecipe(mood: mood, seed: situation.soundSeed)
    if let pace = run.pace, let former = situation.composed, former.mood == mood {
      recipe.tempo = Self.tempo(of: former) * pace
    }
    return SoundOrder(recipe: .music(recipe), name: name(mood))
  }

  /// The composed music, faster or slower.
  private func paced(_ factor: Double) -> SoundOrder? {
    situation.composed.flatMap { timed((Self.tempo(of: $0) * factor).rounded()) }
  }

  private func timed(_ tempo: Double) -> SoundOrder? {
    guard var recipe = situation.composed else { return nil }
    let former = Self.tempo(of: recipe).rounded()
    recipe.tempo = tempo
    let change = "\(Int(former)) → \(Int(tempo))"
    return SoundOrder(
      recipe: .music(recipe), name: name(recipe.mood),
      remark: language.say("The music's tempo: \(change) beats a minute", "音乐速度：每分钟\(change)拍"))
  }

  /// Another piece: of the same feeling where music was composed, else one that suits the film.
  var another: SoundOrder? {
    guard situation.waitingSounds.isEmpty else { return nil }
    return situation.composed.map(again) ?? chosen
  }

  /// Another piece of the same feeling.
  private func again(_ former: MusicRecipe) -> SoundOrder {
    let recipe = MusicRecipe(mood: former.mood, tempo: former.tempo, seed: situation.soundSeed)
    return SoundOrder(recipe: .music(recipe), name: name(former.mood))
  }

  /// Music that suits the film, and why.
  var chosen: SoundOrder {
    let mood = situation.fittingMood
    let name = name(mood)
    return SoundOrder(
      recipe: .music(MusicRecipe(mood: mood, seed: situation.soundSeed)), name: name,
      remark: language.say(
        "I chose \(name.lowercased()) music; say another mood to change it, for instance “upbeat”",
        "选了\(name)；想换可以说“换成轻快的音乐”"))
  }

  private func name(_ mood: Mood) -> String { mood.name(inChinese: language == .chinese) }

  /// Beats a minute of a recipe.
  private static func tempo(of recipe: MusicRecipe) -> Double {
    Composition(recipe, duration: MediaTime(seconds: 30)).score.tempo
  }
}

extension SoundRun {
  /// Whether something is to become different.
  fileprivate var changes: Bool { exchanges || has(.make) }

  /// The feeling that is named last.
  fileprivate var mood: Mood? {
    terms.reversed().compactMap { term in
      switch term {
      case .mood(let mood), .genre(let mood): mood
      default: nil
      }
    }.first
  }

  /// A sort of music that needs no "music" beside it.
  fileprivate var genre: Mood? {
    terms.reversed().compactMap { if case .genre(let mood) = $0 { mood } else { nil } }.first
  }
}

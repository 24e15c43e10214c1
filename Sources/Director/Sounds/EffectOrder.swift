import Foley
import Language
import Timeline

/// Reads a run of words as a wish for a sound effect.
struct EffectOrder {
  let run: SoundRun
  let situation: Situation
  let language: SpokenLanguage

  /// What is asked for, one order for each sound; empty where the words ask for no sound.
  var orders: [SoundOrder] {
    let run = run.wishWithPlace
    guard !self.run.has(.remove), run.isWish, !changes(run) else { return [] }
    let isSound = run.has(.sound)
    let cue = SoundCue(run)
    let isNew = run.has(.add) || run.has(.with) || cue != .anywhere
    var sounds: [SoundEffect] = []
    for case .effect(let effect, let isHeard) in run.terms
    where (isHeard || isSound) && !sounds.contains(effect) && (isNew || !situation.hears(effect)) {
      sounds.append(effect)
    }
    return sounds.map { effect in
      SoundOrder(
        recipe: .effect(FoleyRecipe(effect, seed: situation.soundSeed)),
        name: effect.name(inChinese: language == .chinese), cue: cue, level: run.level,
        place: run.place)
    }
  }

  /// Whether it is about a sound that is there, to be another or of another loudness.
  private func changes(_ run: SoundRun) -> Bool {
    guard !run.has(.add) else { return false }
    return self.run.isLevelled || run.exchanges && !run.has(.with)
  }
}

extension SoundEffect {
  /// What people call it.
  func name(inChinese isChinese: Bool) -> String {
    let names: (english: String, chinese: String) =
      switch self {
      case .whoosh: ("Whoosh", "嗖声")
      case .rise: ("Riser", "上升音")
      case .impact: ("Impact", "撞击声")
      case .click: ("Click", "点击声")
      case .rain: ("Rain", "雨声")
      case .wind: ("Wind", "风声")
      case .waves: ("Waves", "海浪声")
      case .fire: ("Fire", "火声")
      case .crowd: ("Crowd", "人群声")
      case .thunder: ("Thunder", "雷声")
      case .birds: ("Birds", "鸟鸣")
      case .crickets: ("Crickets", "虫鸣")
      case .applause: ("Applause", "掌声")
      case .heartbeat: ("Heartbeat", "心跳声")
      case .typing: ("Typing", "打字声")
      case .bell: ("Bell", "铃声")
      case .pop: ("Pop", "气泡声")
      case .glitch: ("Glitch", "故障音")
      case .river: ("Stream", "流水声")
      case .traffic: ("Traffic", "车流声")
      }
    return isChinese ? names.chinese : names.english
  }
}

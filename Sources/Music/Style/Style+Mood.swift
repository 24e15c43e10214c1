extension Style {
  /// The style of a mood; chance picks among its line-ups.
  static func of(_ mood: Mood, random: inout SeededRandom) -> Style {
    switch mood {
    case .loFi: loFi(&random)
    case .ambient: ambient(&random)
    case .cinematic: cinematic(&random)
    case .upbeat: upbeat(&random)
    case .acoustic: acoustic(&random)
    case .electronic: electronic(&random)
    case .piano: piano(&random)
    case .orchestral: orchestral(&random)
    case .hipHop: hipHop(&random)
    case .jazz: jazz(&random)
    case .chiptune: chiptune(&random)
    case .holiday: holiday(&random)
    case .calm: calm(&random)
    case .happy: happy(&random)
    case .sad: sad(&random)
    case .epic: epic(&random)
    case .romantic: romantic(&random)
    case .suspense: suspense(&random)
    }
  }
}

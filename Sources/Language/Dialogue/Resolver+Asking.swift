import MediaTime
import Timeline

/// What can't be guessed and has to be asked.
extension Resolver {
  // MARK: Asking

  /// "The balcony shot", where no clip has that name: what was asked can't mean every clip.
  mutating func askForClip(_ lexemes: [Lexeme]) {
    guard question == nil, scene.clips.count > 1, unused.count == 1, found.count == 1,
      let target = found[0].request.target, target == .film, found[0].request.suits(.clip(1)),
      let name = lexemes.firstIndex(where: { $0.term == .unknown && $0.span == unused[0] }),
      name + 1 < lexemes.count, lexemes[name + 1].term == .noun(.clip)
    else { return }
    question = Dialogue.Question(found[0].request, lack: .target)
    found = []
  }

  /// What is asked of "it" where nothing was spoken of: it can't be guessed which clip that is.
  var lacking: Request? {
    let verbs = content.filter { !$0.isTarget }.map(\.term)
    guard has(.pronoun) || isSingular else { return nil }
    switch verbs {
    case [.verb(.remove)]: return .remove(.clip(1))
    case [.mute]: return .mute(.clip(1))
    case [.verb(.move), .noun(.end)], [.verb(.move), .target(.clip(-1))],
      [.preposition(.with), .noun(.end)]:
      return .order(.move(1, to: -1))
    case [.verb(.move), .noun(.start)]: return .order(.move(1, to: 1))
    case [.change(.larger)]: return .title(TitleRequest(target: .titles, size: .larger))
    case [.change(.smaller)]: return .title(TitleRequest(target: .titles, size: .smaller))
    default: return nil
    }
  }

  /// Notes what a request lacks that can't be guessed.
  mutating func ask() {
    if found.isEmpty, scene.spoken == nil, scene.clips.count > 1, let request = lacking {
      question = Dialogue.Question(request, lack: .target)
      return put([])
    }
    if dialogue.requests.isEmpty, scene.spoken == nil, scene.clips.count > 1, has(.pronoun),
      found.count == 1, case .trim(.film, let trim) = found[0].request,
      content.first?.term == .verb(.trim), saysThat
    {
      question = Dialogue.Question(.trim(.clip(1), trim), lack: .target)
      return put([])
    }
    guard unused.isEmpty else { return }
    if found.count == 1, let target = found[0].request.target, target == .film,
      found[0].request.suits(.clip(1)), scene.spoken == nil, scene.clips.count > 1, pointsAtClip
    {
      question = Dialogue.Question(found[0].request, lack: .target)
      return put([])
    }
    if found.count == 1, case .title(let title) = found[0].request,
      title == TitleRequest(preset: title.preset) || title == TitleRequest(target: .titles)
    {
      let isValue = scene.texts.isEmpty ? false : hasValueNoun
      question = Dialogue.Question(.title(title), lack: isValue ? .value : .words)
      put([])
    }
  }
}

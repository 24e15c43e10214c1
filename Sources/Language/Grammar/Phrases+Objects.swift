/// What is asked of the things that a picture shows, and nothing here can do.
extension Phrases {
  /// "Generate a dog next to the cat": what no picture here shows.
  func addedObject(_ index: Int) -> Match? {
    guard ["generate", "draw", "paint"].contains(word(index)), !scene.clips.isEmpty,
      term(index + 1) == .article, term(index + 2) == .unknown,
      !near(index).contains(where: \.term.isText)
    else { return nil }
    var end = index + 3
    while !ends(end) { end += 1 }
    return (.request(.unsupported(Feature("adding objects"))), end - index)
  }

  /// "Turn the cat into a dog": what no picture here becomes.
  func changedObject(_ index: Int) -> Match? {
    guard ["turn", "change", "transform", "morph"].contains(word(index)), !scene.clips.isEmpty
    else {
      return nil
    }
    guard let joint = (index + 2..<index + 6).first(where: { word($0) == "into" }),
      term(joint + 1) == .article, term(joint + 2) == .unknown, ends(joint + 3)
    else { return nil }
    return (.request(.unsupported(Feature("changing objects"))), joint + 3 - index)
  }

  /// "Make the cat talk": what nothing here lets anybody do.
  func bodily(_ index: Int) -> Match? {
    guard ["make", "have", "let"].contains(word(index)), !scene.clips.isEmpty else { return nil }
    let acts: Set = [
      "talk", "speak", "sing", "dance", "jump", "walk", "laugh", "cry", "nod", "clap", "meow",
    ]
    let end = (index + 2..<index + 5).first { acts.contains(word($0)) }
    guard let end, ends(end + 1), !near(index).contains(where: \.term.isText) else { return nil }
    return (.request(.unsupported(Feature("character animation"))), end - index + 1)
  }
}

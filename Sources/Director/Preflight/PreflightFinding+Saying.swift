import Language
import MediaTime
public import Timeline

extension PreflightFinding {
  /// What was found, as a sentence.
  public func told(in language: SpokenLanguage, of draft: Draft) -> String {
    let fault = fault(in: language, of: draft)
    return language.say(fault.prefix(1).uppercased() + fault.dropFirst() + ".", fault + "。")
  }

  /// The word that mends it, where the chat knows that it was found.
  public func remedy(in language: SpokenLanguage) -> String { Remedy(kind).word(in: language) }

  /// The finding in a sentence without a full stop, with the word that mends it.
  public func sentence(in language: SpokenLanguage, of draft: Draft) -> String {
    let remedy = language.quote(Remedy(kind).word(in: language))
    let fault = fault(in: language, of: draft)
    return language.say("\(fault); say \(remedy) to mend it", "\(fault)；说\(remedy)即可修正")
  }

  private func fault(in language: SpokenLanguage, of draft: Draft) -> String {
    let subject = subject(in: language, of: draft)
    let (found, wanted) = (Self.figure(measured), Self.figure(limit))
    switch kind {
    case .missingGlyphs:
      let characters = detail ?? ""
      return language.say(
        "no font here has \(characters) of \(subject)", "\(subject)里的\(characters)没有字体能显示")
    case .missingFont:
      let font = language.quote(detail ?? "")
      return language.say(
        "the font \(font) of \(subject) isn't installed here, and another stands in for it",
        "\(subject)的字体\(font)没有安装，用了别的字体代替")
    case .truncated:
      return language.say(
        "\(subject) is too long to be shown whole (\(found) of \(wanted) characters are)",
        "\(subject)太长，放不下（\(wanted)个字只显示\(found)个）")
    case .outsideFrame:
      return language.say("\(subject) stands over the edge of the frame", "\(subject)超出了画面")
    case .outsideSafeArea:
      return language.say(
        "\(subject) stands where players lay their buttons", "\(subject)会被播放器的按钮挡住")
    case .lowContrast:
      return language.say(
        "\(subject) is hard to read on its picture (contrast \(found), \(wanted) is enough)",
        "\(subject)在画面上看不清（对比度\(found)，应不低于\(wanted)）")
    case .tooShortToRead:
      return language.say(
        "\(subject) stands \(found) s and takes \(wanted) s to read",
        "\(subject)只停留\(found)秒，读完要\(wanted)秒")
    case .blank:
      return language.say(
        "nothing is shown for \(found) s from \(start.secondsText) s",
        "从\(start.secondsText)秒起有\(found)秒没有画面")
    case .frozen:
      return language.say("\(subject) stands still for \(found) s", "\(subject)静止了\(found)秒")
    case .silent: return language.say("the film has no sound", "影片没有声音")
    case .quiet:
      return language.say(
        "the sound is too faint to be brought to \(wanted) LUFS (\(found))",
        "声音太小，达不到\(wanted) LUFS（\(found)）")
    case .clipping:
      return language.say(
        "the sounds together are \(found) dB too loud", "声音叠在一起过响\(found)分贝")
    case .voiceCut:
      return language.say("\(subject) loses its last \(found) s", "\(subject)最后\(found)秒被截掉了")
    }
  }

  private func subject(in language: SpokenLanguage, of draft: Draft) -> String {
    guard let segment = self.segment.flatMap(draft.segment) else {
      return language.say("the film", "影片")
    }
    let name = segment.text ?? segment.style.name ?? segment.id
    return language.quote(String(name.prefix(24)))
  }

  private static func figure(_ value: Double) -> String {
    let rounded = (value * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

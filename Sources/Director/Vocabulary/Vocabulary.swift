/// The words of a session, English and Chinese.
enum Vocabulary {
  /// All of them.
  static let shared = PhraseTrie(
    moodWords + commandWords + mediaWords + captionWords + placeWords + subjectWords + spokenChinese
      + spokenEnglish + fillerWords)
}

/// Finds the word that a slip of the pen was meant to be.
///
/// Symmetric deletion: words at Damerau–Levenshtein distance 1 share a form with one letter
/// left out. Only words of five letters and more are corrected, only to one that begins with
/// the same letter, never where two words are as near, and never away from a real word.
struct Spelling: Sendable {
  private var words: [String: Set<String>] = [:]
  private let real: Set<String>

  /// The shortest word that is corrected.
  static let shortest = 5
  /// The longest word that is looked at.
  static let longest = 20

  init(_ vocabulary: Set<String>, real: Set<String>) {
    self.real = real
    for word in vocabulary where word.count >= Self.shortest {
      for form in Self.forms(of: word) { words[form, default: []].insert(word) }
    }
  }

  /// The one word that `word` is a slip of, if there is one.
  func correction(of word: String) -> String? {
    let letters = Array(word)
    guard (Self.shortest...Self.longest).contains(letters.count) else { return nil }
    guard !real.contains(word) else { return nil }
    var found: Set<String> = []
    for form in Self.forms(of: word) {
      for candidate in words[form] ?? [] where Self.isNear(letters, Array(candidate)) {
        found.insert(candidate)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private static func forms(of word: String) -> Set<String> {
    var forms: Set<String> = [word]
    for index in word.indices {
      var form = word
      form.remove(at: index)
      forms.insert(form)
    }
    return forms
  }

  /// Whether one letter added, dropped, changed or swapped with its neighbour makes the other.
  static func isNear(_ left: [Character], _ right: [Character]) -> Bool {
    guard left.first == right.first, abs(left.count - right.count) <= 1 else { return false }
    let shorter = min(left.count, right.count)
    let head = zip(left, right).prefix { $0 == $1 }.count
    if head == shorter { return true }
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    if head + tail >= max(left.count, right.count) - 1 { return true }
    let swaps = left.count == right.count && head + tail == left.count - 2
    return swaps && left[head] == right[head + 1] && left[head + 1] == right[head]
  }

  /// How many letters have to be added, dropped or changed to make the other; long texts are
  /// compared by their first 200 letters.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    let (left, right) = (left.prefix(200), right.prefix(200))
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let least = min(diagonal + (letter == other ? 0 : 1), min(row[column], row[column + 1]) + 1)
        (diagonal, row[column + 1]) = (row[column + 1], least)
      }
    }
    return row[right.count]
  }
}

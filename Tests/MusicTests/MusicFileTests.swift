import Foundation
import Music
import Sound
import Testing

@Suite struct MusicFileTests {
  @Test("A file is read as it was written", arguments: Mood.allCases)
  func isReadAsWritten(_ mood: Mood) throws {
    for (tempo, key) in [(nil, nil), (92.5, "F# minor"), (120, "Bb major")] as [(Double?, String?)]
    {
      let recipe = MusicRecipe(
        mood: mood, tempo: tempo, key: key.flatMap { MusicKey($0) }, seed: .max - 3)
      let file = MusicFile(recipe, words: "“calm” 音乐 / 1")
      #expect(MusicFile(content: file.content) == file)
      let folder = FileManager.default.temporaryDirectory
      let place = folder.appending(path: "\(UUID().uuidString).json")
      try file.content.write(to: place)
      defer { try? FileManager.default.removeItem(at: place) }
      #expect(MusicFile(path: place.path) == file)
    }
  }

  @Test("The file says what it is")
  func saysWhatItIs() throws {
    let file = MusicFile(MusicRecipe(mood: .loFi, key: MusicKey("A minor"), seed: 7), words: "x")
    let text = String(decoding: file.content, as: UTF8.self)
    #expect(
      text == #"{"format":"kinora.music.1","prompt":"x","recipe":"#
        + #"{"key":"A minor","mood":"lo_fi","seed":7}}"#)
    #expect(!MusicFile(MusicRecipe(mood: .jazz, tempo: .nan), words: "").content.isEmpty)
  }

  @Test(
    "What isn't one is refused",
    arguments: [
      "", "{", "[]", "{}",
      #"{"format":"kinora.scene.1","prompt":"","recipe":{"mood":"jazz","seed":1}}"#,
      #"{"format":"kinora.music.1","prompt":"","recipe":{"mood":"polka","seed":1}}"#,
      #"{"format":"kinora.music.1","prompt":"","recipe":{"mood":"jazz","key":"H minor","seed":1}}"#,
      #"{"format":"kinora.music.1","prompt":"","recipe":{"mood":"jazz","seed":-1}}"#,
    ])
  func refuses(_ text: String) {
    #expect(MusicFile(content: Data(text.utf8)) == nil)
    #expect(MusicFile(path: "/nowhere/at-all.json") == nil)
  }

  @Test("Every key is read as it is written")
  func readsKeys() {
    for tonic in 0..<12 {
      for isMinor in [false, true] {
        let key = MusicKey(tonic: tonic, isMinor: isMinor)
        #expect(MusicKey(key.description) == key)
      }
    }
  }

  @Test(
    "Keys are read as people write them",
    arguments: [
      ("a minor", 9, true), ("C", 0, false), ("F# major", 6, false), ("bb min", 10, true),
      ("E♭ major", 3, false), ("C-flat major", 11, false), ("B sharp minor", 0, true),
    ])
  func readsKey(_ text: String, _ tonic: Int, _ isMinor: Bool) {
    #expect(MusicKey(text) == MusicKey(tonic: tonic, isMinor: isMinor))
  }

  @Test(
    "What is no key isn't read", arguments: ["", "H", "minor", "A lydian", "A#b", "A minor x y"])
  func refusesKey(_ text: String) { #expect(MusicKey(text) == nil) }
}

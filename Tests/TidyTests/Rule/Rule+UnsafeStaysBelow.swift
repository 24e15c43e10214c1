extension Rule {
  /// Rooms that hold memory or speak to C; above them there are values only.
  private static let roomsWithPointers: Set = [
    "Pixels", "Libav", "Type", "Sound", "Inference", "SoundFonts",
  ]

  static let unsafeStaysBelow = Rule(
    name: "pointers stay in the rooms that hold memory or speak to C",
    findings: { file in
      guard file.isSource, file.isSwift, let room = file.room,
        !roomsWithPointers.contains(room)
      else { return [] }
      return file.tokens().filter { isPointerName($0.text) }.map {
        file.finding($0.line, $0.text)
      }
    },
    bad: [
      SourceText(path: "Sources/Render/A.swift", text: "let a: UnsafePointer<Int>\n"),
      SourceText(path: "Sources/Timeline/A.swift", text: "a.withUnsafeBytes { b($0) }\n"),
      SourceText(path: "Sources/kinora/A.swift", text: "nonisolated(unsafe) var a = 1\n"),
      SourceText(
        path: "Sources/Language/A.swift", text: "let a = unsafeBitCast(b, to: Int.self)\n"),
      SourceText(path: "Sources/Render/A.swift", text: "let a: OpaquePointer\n"),
    ],
    good: [
      SourceText(path: "Sources/Pixels/A.swift", text: "let a: UnsafePointer<Int>\n"),
      SourceText(path: "Sources/Render/A.swift", text: "// UnsafePointer is not for us\n"),
    ])

  private static func isPointerName(_ word: String) -> Bool {
    word.contains("Unsafe") || word.hasPrefix("unsafe") || word == "OpaquePointer"
      || word == "Unmanaged"
  }
}

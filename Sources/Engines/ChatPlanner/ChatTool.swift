import Language
import MediaTime
import Timeline

/// The tool that a planner's model calls, and the sentences that it may give.
enum ChatTool {
  static let name = "edit_film"

  static let editFilm: JSONValue = .object([
    "type": .string("function"),
    "function": .object([
      "name": .string(name),
      "description": .string("Changes the film as each sentence says, in order."),
      "parameters": .object([
        "type": .string("object"),
        "properties": .object([
          "edits": .object([
            "type": .string("array"), "items": .object(["type": .string("string")]),
          ])
        ]),
        "required": .array([.string("edits")]),
      ]),
    ]),
  ])

  /// One request of every sort, as it is printed.
  static let examples: [Request] = [
    .length(.film, 10_000), .length(.clip(2), 4000), .stretch(.clip(1), .plus(2000)),
    .aspect(.portrait), .frameRate(30), .animate(.film, nil), .cinematic(.film),
    .camera(CameraRequest(.pushIn, target: .clip(1), strength: .slow)),
    .camera(CameraRequest(.panLeft, target: .clip(2))),
    .camera(CameraRequest(.orbitRight, target: .clip(3))),
    .title(TitleRequest("Hello")), .title(TitleRequest("Hello", preset: .caption, start: 5000)),
    .title(TitleRequest(color: "#FF0000")),
    .title(TitleRequest("New words", target: .text(1))), .remove(.text(1)),
    .transition(TransitionRequest(.dissolve, duration: 1000)),
    .transition(TransitionRequest(.wipeLeft, after: 2)), .volume(.music, .to(0.35)),
    .mute(.clip(2)), .fade(FadeRequest(.music, .out, duration: 3000)), .remove(.music),
    .trim(.clip(2), .dropFirst(2000)), .trim(.clip(2), .keep(from: 1000, to: 4000)),
    .speed(.clip(3), 2), .playback(.clip(3), .reverse), .fit(.clip(2), .blurPad),
    .remove(.clip(3)), .split(.clip(2), .at(2000)), .duplicate(.clip(1)),
    .order(.move(3, to: 1)), .order(.swap(1, 2)), .order(.moveAfter(4, 1)),
    .treat(.clip(1), Treatment(.look, "warm")),
    .treat(.film, Treatment(.look, "black_and_white")),
    .treat(.clip(2), Treatment(.atmosphere, "snow")), .duck(true),
  ]

  /// The forms that a sentence may have.
  static let forms: [String] = examples.map { "- " + $0.sentence(in: .english) }
}

import MediaTime
import Timeline

/// What a cinematographer would do with a picture, by what it is of.
struct Cinematography {
  /// How the camera goes.
  let moves: [CameraMove]
  /// How the picture is graded, each look with its amount.
  let looks: [(name: String, amount: Double)]
  /// Why, in a sentence.
  private let english, chinese: String

  func reason(in language: SpokenLanguage) -> String {
    language == .chinese ? chinese : english
  }

  init(for motif: MediaFacts.Motif?) {
    switch motif ?? .scene {
    case .portrait:
      moves = [CameraMove(.pushIn, amount: 0.07, at: .face), Self.depth(0.08)]
      looks = [("film", 0.45), ("warm", 0.2)]
      (english, chinese) = (
        "It is a portrait: a slow push towards the face, a little depth, soft warm film",
        "这是人像：缓慢推向面部，略带景深，柔和的暖调胶片"
      )
    case .landscape:
      moves = [CameraMove(.pushIn, amount: 0.08), Self.depth(0.12)]
      looks = [("film", 0.45), ("teal_orange", 0.2), ("vignette", 0.3)]
      (english, chinese) = (
        "It is a landscape: a push in with depth, film, cool shadows and warm light",
        "这是风景：带层次的推近，胶片质感，冷暗暖亮"
      )
    case .street:
      moves = [CameraMove(.pushIn, amount: 0.1), Self.depth(0.12)]
      looks = [("film", 0.5), ("teal_orange", 0.4), ("contrast", 0.2)]
      (english, chinese) = (
        "It is built of lines: a firm push in with depth, contrast, teal and orange",
        "这是街景建筑：有力的推近与层次，强对比，青橙色调"
      )
    case .product:
      moves = [CameraMove(.orbitRight, degrees: 8), CameraMove(.pushIn, amount: 0.05)]
      looks = [("contrast", 0.25), ("bloom", 0.3), ("vignette", 0.3)]
      (english, chinese) = (
        "One thing stands alone: the camera goes round it a little, with bloom and contrast",
        "主体单独突出：镜头略微环绕，加柔光与对比"
      )
    case .document, .plain:
      moves = [CameraMove(.pushIn, amount: 0.06)]
      looks = []
      (english, chinese) = (
        "It is flat: a plain push in, its colours left alone",
        "画面是平面的：只做推近，不改颜色"
      )
    case .scene:
      moves = [CameraMove(.pushIn, amount: 0.08), Self.depth(0.1)]
      looks = [("film", 0.45), ("vignette", 0.25)]
      (english, chinese) = (
        "A push in with depth, and film", "带层次的推近与胶片质感"
      )
    }
  }

  private static func depth(_ amount: Double) -> CameraMove {
    CameraMove(.parallax, amount: amount)
  }
}

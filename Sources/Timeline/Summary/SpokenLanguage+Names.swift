extension SpokenLanguage {
  func name(_ kind: TrackKind) -> String {
    switch kind {
    case .video: say("Video", "视频")
    case .audio: say("Audio", "音频")
    case .text: say("Text", "文字")
    }
  }

  /// A track's name, the usual ones in the language.
  func name(_ track: Track) -> String {
    guard let name = track.name, !name.isEmpty else { return self.name(track.kind) }
    guard self == .chinese else { return name }
    let usual = [
      "Video": "视频", "Audio": "音频", "Text": "文字", "BGM": "背景音乐", "Title": "标题",
      "Voice": "配音", "Effects": "音效",
      "Captions": "字幕", "Lower third": "下三分之一字幕", "Watermark": "水印", "Overlay": "叠加",
      "Credits": "片尾字幕",
    ]
    return usual[name] ?? name
  }

  func name(_ preset: TextStyle.Preset) -> String {
    switch preset {
    case .title: say("title", "标题")
    case .lowerThird: say("lower third", "下三分之一字幕")
    case .caption: say("caption", "说明文字")
    case .subtitle: say("subtitle", "字幕")
    case .watermark: say("watermark", "水印")
    case .credits: say("credits", "片尾字幕")
    }
  }

  func name(_ animation: TextStyle.Animation?) -> String {
    switch animation {
    case nil: say("as usual", "默认")
    case .some(.none): say("without animation", "无动画")
    case .fade: say("fade", "淡入淡出")
    case .slideUp: say("slide up", "上滑")
    case .pop: say("pop", "弹出")
    case .typewriter: say("typewriter", "打字机")
    case .words: say("word by word", "逐词")
    case .karaoke: say("karaoke", "卡拉OK")
    }
  }

  func name(_ kind: Transition.Kind) -> String {
    switch kind {
    case .cut: say("cut", "硬切")
    case .dissolve: say("dissolve", "叠化")
    case .wipeLeft: say("wipe left", "左擦除")
    case .wipeRight: say("wipe right", "右擦除")
    case .wipeUp: say("wipe up", "上擦除")
    case .wipeDown: say("wipe down", "下擦除")
    case .slideLeft: say("slide left", "左滑动")
    case .slideRight: say("slide right", "右滑动")
    case .slideUp: say("slide up", "上滑动")
    case .slideDown: say("slide down", "下滑动")
    case .dipBlack: say("dip to black", "闪黑")
    case .dipWhite: say("dip to white", "闪白")
    }
  }

  func name(_ fit: Fit?) -> String {
    switch fit ?? .fill {
    case .fill: say("fills the frame", "填充画面")
    case .fit: say("shown whole", "完整显示")
    case .blurPad: say("over a blurred copy of itself", "模糊背景")
    case .crop: say("at its own size", "按原尺寸裁切")
    }
  }

  func name(_ playback: Playback?) -> String {
    switch playback ?? .normal {
    case .normal: say("plays normally", "正常播放")
    case .reverse: say("plays in reverse", "倒放")
    case .loop: say("loops", "循环播放")
    case .boomerang: say("plays back and forth", "往返播放")
    case .freeze: say("frozen", "定格")
    }
  }

  func name(_ kind: CameraMove.Kind) -> String {
    let english = String(kind.rawValue.map { $0 == "_" ? " " : $0 })
    guard self == .chinese else { return english }
    let chinese: [CameraMove.Kind: String] = [
      .static: "固定", .pushIn: "推近", .pullOut: "拉远", .zoomIn: "放大", .zoomOut: "缩小",
      .crashZoom: "急推", .panLeft: "左摇", .panRight: "右摇", .tiltUp: "上摇", .tiltDown: "下摇",
      .truckLeft: "左移", .truckRight: "右移", .pedestalUp: "上升", .pedestalDown: "下降",
      .craneUp: "摇臂上升", .craneDown: "摇臂下降", .rollClockwise: "顺时针旋转",
      .rollCounterclockwise: "逆时针旋转", .dutch: "荷兰角", .orbitLeft: "左环绕",
      .orbitRight: "右环绕", .follow: "跟拍", .whipLeft: "左甩镜", .whipRight: "右甩镜",
      .dollyZoom: "希区柯克变焦", .handheld: "手持", .shake: "抖动", .drone: "航拍",
      .overhead: "俯拍", .rackFocus: "移焦", .parallax: "视差", .kenBurns: "肯·伯恩斯",
      .hyperlapse: "延时",
    ]
    return chinese[kind] ?? english
  }

  /// A move with its amount: "push in 12 %".
  func describe(_ move: CameraMove) -> String {
    var text = name(move.move)
    if let amount = move.amount { text += " \(amount.percentText) %" }
    if let degrees = move.degrees { text += " \(degrees.shortText)°" }
    if move.at == .face { text += say(" on the face", "（对准脸部）") }
    if case .point(let x, let y) = move.at {
      text += say(" at ", "，焦点 ") + "(\(x.shortText), \(y.shortText))"
    }
    return text
  }
}

extension SpokenLanguage {
  /// A field of the frame.
  public func name(_ place: Inset.Place) -> String {
    switch place {
    case .topLeft: say("top left", "左上角")
    case .top: say("top", "上方")
    case .topRight: say("top right", "右上角")
    case .left: say("left", "左侧")
    case .center: say("centre", "中间")
    case .right: say("right", "右侧")
    case .bottomLeft: say("bottom left", "左下角")
    case .bottom: say("bottom", "下方")
    case .bottomRight: say("bottom right", "右下角")
    }
  }
}

import MediaTime
import Timeline

/// Requests in Chinese.
enum ChinesePrinter {
  static func sentence(_ request: Request) -> String {
    switch request {
    case .length(let target, let length): "\(object(target))时长\(seconds(length))"
    case .aspect(let aspect): "画面比例\(aspect.width):\(aspect.height)"
    case .frameRate(let rate): "\(rate)帧"
    case .quality(let quality): name(quality)
    case .seed(let seed): "种子\(seed)"
    case .animate(let target, let strength):
      "\(object(target))\(strength.map(adverb) ?? "")动起来"
    case .cinematic(let target): "\(object(target))电影感"
    case .camera(let camera): self.camera(camera)
    case .title(let title): self.title(title)
    case .transition(let transition): self.transition(transition)
    case .volume(let target, .to(let gain)): "\(object(target))音量\(Printing.percent(gain))"
    case .volume(let target, .times(let factor)):
      "\(object(target))音量\(Printing.decimal(factor, places: 6))倍"
    case .mute(let target): "\(object(target))静音"
    case .fade(let fade): self.fade(fade)
    case .trim(let target, let trim): self.trim(object(target), trim)
    case .speed(let target, let factor) where target.role != nil:
      "\(object(target))速度\(Printing.decimal(factor, places: 6))倍"
    case .speed(let target, let factor): "\(object(target))\(Printing.decimal(factor, places: 6))倍速"
    case .playback(let target, let playback): object(target) + name(playback)
    case .fit(let target, let fit): object(target) + name(fit)
    case .remove(let target): "去掉\(object(target))"
    case .stretch, .split, .duplicate, .order, .treat, .duck, .background, .given, .hold, .begin,
      .shift, .removeMotion:
      arrangement(request)
    case .resolution, .frame, .motionStrength, .guidance, .avoid, .unsupported: ""
    }
  }

  static func seconds(_ time: Milliseconds) -> String { Printing.seconds(time) + "秒" }

  static func adverb(_ strength: CameraRequest.Strength) -> String {
    switch strength {
    case .slight: "轻微"
    case .slow: "缓慢"
    case .fast: "快速"
    case .strong: "强烈"
    }
  }

  private static func name(_ quality: Quality) -> String {
    switch quality {
    case .draft: "草稿质量"
    case .standard: "标准质量"
    case .high: "高质量"
    }
  }

  // MARK: Camera

  private static func camera(_ camera: CameraRequest) -> String {
    let parts: [String?] = [
      camera.follows ? "然后" : nil, object(camera.target),
      camera.start.map { "从\(seconds($0))开始" }, camera.duration.map { "持续\(seconds($0))" },
      camera.focus.map(name), camera.strength.map(adverb), camera.ease.map(name),
      name(camera.move), camera.amount.map { "幅度" + Printing.percent($0) },
      camera.degrees.map { Printing.decimal($0) + "度" },
    ]
    return parts.compactMap { $0 }.joined()
  }

  private static func name(_ move: CameraMove.Kind) -> String {
    switch move {
    case .static: "固定镜头"
    case .pushIn: "推近"
    case .pullOut: "拉远"
    case .zoomIn: "放大"
    case .zoomOut: "缩小"
    case .crashZoom: "急推"
    case .panLeft: "左摇"
    case .panRight: "右摇"
    case .tiltUp: "上摇"
    case .tiltDown: "下摇"
    case .truckLeft: "左移"
    case .truckRight: "右移"
    case .pedestalUp: "升镜头"
    case .pedestalDown: "降镜头"
    case .craneUp: "摇臂上升"
    case .craneDown: "摇臂下降"
    case .rollClockwise: "顺时针旋转"
    case .rollCounterclockwise: "逆时针旋转"
    case .dutch: "荷兰角"
    case .orbitLeft: "向左环绕"
    case .orbitRight: "向右环绕"
    case .follow: "跟拍"
    case .whipLeft: "向左甩镜"
    case .whipRight: "向右甩镜"
    case .dollyZoom: "希区柯克变焦"
    case .handheld: "手持"
    case .shake: "抖动"
    case .drone: "航拍"
    case .overhead: "俯拍"
    case .rackFocus: "移焦"
    case .parallax: "视差"
    case .kenBurns: "肯·伯恩斯"
    case .hyperlapse: "延时摄影"
    }
  }

  private static func name(_ ease: CameraMove.Ease) -> String {
    switch ease {
    case .linear: "匀速"
    case .easeIn: "缓入"
    case .easeOut: "缓出"
    case .inOut: "缓入缓出"
    }
  }

  private static func name(_ focus: CameraRequest.Focus) -> String {
    switch focus {
    case .face: "对准脸部"
    case .place(let place): "对准" + name(place)
    case .point(let x, let y): "对准点\(Printing.decimal(x))，\(Printing.decimal(y))"
    }
  }

  private static func name(_ place: Place) -> String {
    switch place {
    case .topLeft: "左上角"
    case .top: "上方"
    case .topRight: "右上角"
    case .left: "左侧"
    case .center: "中间"
    case .right: "右侧"
    case .bottomLeft: "左下角"
    case .bottom: "下方"
    case .bottomRight: "右下角"
    }
  }

  // MARK: Words

  private static func title(_ title: TitleRequest) -> String {
    let parts: [String?] = [
      opening(title),
      title.color.map { Printing.color($0, in: .chinese) }, title.size.map(name),
      title.font.map { "字体" + Printing.quoted($0, in: .chinese) },
      title.bold.map { $0 ? "加粗" : "不加粗" }, title.plate.map { $0 ? "带底板" : "不带底板" },
      title.vertical.map { $0 ? "竖排" : "横排" },
      title.place.map { "在" + name($0) },
      title.entrance.map { "入场" + name($0) }, title.exit.map { "退场" + name($0) },
      title.start.map { "在" + seconds($0) }, title.isAtEnd ? "在结尾" : nil,
      title.duration.map { "持续" + seconds($0) },
      title.over.map(object), title.end.map { "直到" + seconds($0) },
      title.isThroughout ? "全程" : nil, title.alignment.map(name),
      title.shift.map { $0 < 0 ? "提前\(seconds(0 - $0))" : "推迟\(seconds($0))" },
    ]
    return parts.compactMap { $0 }.joined(separator: "，")
  }

  private static func opening(_ title: TitleRequest) -> String {
    let text = title.text.map { Printing.quoted($0, in: .chinese) }
    guard let target = title.target else { return name(title.preset) + (text ?? "") }
    return text.map { "把\(object(target))改成\($0)" } ?? "修改\(object(target))"
  }

  private static func name(_ alignment: TextStyle.Alignment) -> String {
    switch alignment {
    case .left: "左对齐"
    case .center: "居中对齐"
    case .right: "右对齐"
    }
  }

  static func name(_ preset: TextStyle.Preset?) -> String {
    switch preset {
    case nil: "标题"
    case .title: "主标题"
    case .lowerThird: "人名条"
    case .caption: "说明文字"
    case .subtitle: "字幕"
    case .watermark: "水印"
    case .credits: "片尾字幕"
    }
  }

  private static func name(_ animation: TextStyle.Animation) -> String {
    switch animation {
    case .none: "无动画"
    case .fade: "渐变"
    case .slideUp: "上滑"
    case .pop: "弹出"
    case .typewriter: "打字机"
    case .words: "逐词出现"
    case .karaoke: "卡拉OK"
    }
  }

  private static func name(_ size: TitleRequest.Size) -> String {
    switch size {
    case .tiny: "特小"
    case .small: "小号"
    case .medium: "中号"
    case .large: "大号"
    case .huge: "特大"
    case .larger: "更大"
    case .smaller: "更小"
    case .times(let factor): "字号调到\(Printing.decimal(factor, places: 6))倍"
    case .share(let share): "字号" + Printing.percent(share)
    }
  }

  // MARK: Edits

  private static func transition(_ transition: TransitionRequest) -> String {
    let place =
      transition.after.map { object(.clip($0)) + "之后" }
      ?? transition.before.map { object(.clip($0)) + "之前" } ?? ""
    let duration = transition.duration.map { "持续" + seconds($0) } ?? ""
    return place + duration + name(transition.kind)
  }

  private static func name(_ kind: Transition.Kind) -> String {
    switch kind {
    case .cut: "直接切换"
    case .dissolve: "叠化"
    case .wipeLeft: "向左擦除"
    case .wipeRight: "向右擦除"
    case .wipeUp: "向上擦除"
    case .wipeDown: "向下擦除"
    case .slideLeft: "向左滑动"
    case .slideRight: "向右滑动"
    case .slideUp: "向上滑动"
    case .slideDown: "向下滑动"
    case .dipBlack: "闪黑"
    case .dipWhite: "闪白"
    }
  }

  private static func fade(_ fade: FadeRequest) -> String {
    let duration = fade.duration.map { "持续" + seconds($0) } ?? ""
    let name =
      switch fade.edge {
      case .in: "淡入"
      case .out: "淡出"
      case .both: "淡入淡出"
      }
    if fade.target == .clips, !fade.isSoundOnly, fade.edge != .both {
      return (fade.edge == .in ? "从黑场淡入" : "淡出到黑场") + duration
    }
    return object(fade.target) + (fade.isSoundOnly ? "声音" : "") + duration + name
  }

  private static func trim(_ whose: String, _ trim: Trim) -> String {
    switch trim {
    case .dropFirst(let time): "去掉\(whose)前\(seconds(time))"
    case .dropLast(let time): "去掉\(whose)最后\(seconds(time))"
    case .keepFirst(let time): "只保留\(whose)前\(seconds(time))"
    case .keepLast(let time): "只保留\(whose)最后\(seconds(time))"
    case .keep(let from, let to): "只保留\(whose)从\(seconds(from))到\(seconds(to))"
    case .drop(let from, let to): "去掉\(whose)从\(seconds(from))到\(seconds(to))"
    case .keepShare(let from, let to): "只保留\(whose)\(share(from, to))"
    case .dropShare(let from, let to): "去掉\(whose)\(share(from, to))"
    }
  }

  private static func share(_ from: Double, _ to: Double) -> String {
    if from <= 0 { return "前" + Printing.percent(to) }
    if to >= 1 { return "最后" + Printing.percent(1 - from) }
    return "从\(Printing.percent(from))到\(Printing.percent(to))"
  }

  private static func name(_ playback: Playback) -> String {
    switch playback {
    case .normal: "正常播放"
    case .reverse: "倒放"
    case .loop: "循环"
    case .boomerang: "往返"
    case .freeze: "定格"
    }
  }

  private static func name(_ fit: Fit) -> String {
    switch fit {
    case .fill: "填满画面"
    case .fit: "适应画面"
    case .blurPad: "模糊背景"
    case .crop: "裁切"
    }
  }
}

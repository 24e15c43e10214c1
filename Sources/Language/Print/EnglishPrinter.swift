import MediaTime
import Timeline

/// Requests in English.
enum EnglishPrinter {
  static func sentence(_ request: Request) -> String {
    switch request {
    case .length(let target, let length):
      "make \(object(target) ?? "it") \(seconds(length)) long"
    case .aspect(let aspect): "aspect ratio \(aspect.width):\(aspect.height)"
    case .frameRate(let rate): "at \(rate) fps"
    case .quality(let quality): "\(quality.rawValue) quality"
    case .seed(let seed): "seed \(seed)"
    case .animate(let target, let strength):
      join("animate", object(target) ?? "it", strength.map(adverb))
    case .cinematic(let target): "make \(object(target) ?? "it") cinematic"
    case .camera(let camera): self.camera(camera)
    case .title(let title): self.title(title)
    case .transition(let transition): self.transition(transition)
    case .volume(let target, let level): volume(target, level)
    case .mute(let target): join("mute", object(target))
    case .fade(let fade): self.fade(fade)
    case .trim(let target, let trim): self.trim(target, trim)
    case .speed(let target, let factor):
      join("play", object(target), "at \(Printing.decimal(factor, places: 6))x speed")
    case .playback(let target, let playback): join(name(playback), object(target))
    case .fit(let target, let fit): join(name(fit), object(target).map { "on \($0)" })
    case .remove(let target): "remove \(object(target) ?? "it")"
    case .stretch, .split, .duplicate, .order, .treat, .duck, .background, .given, .hold, .begin,
      .shift, .removeMotion:
      arrangement(request)
    case .resolution, .frame, .motionStrength, .guidance, .avoid, .unsupported: ""
    }
  }

  static func join(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: " ")
  }

  static func seconds(_ time: Milliseconds) -> String {
    Printing.seconds(time) + (time == 1000 ? " second" : " seconds")
  }

  static func adverb(_ strength: CameraRequest.Strength) -> String {
    switch strength {
    case .slight: "gently"
    case .slow: "slowly"
    case .fast: "quickly"
    case .strong: "strongly"
    }
  }

  // MARK: Camera

  private static func camera(_ camera: CameraRequest) -> String {
    join(
      camera.follows ? "then" : nil, camera.strength.map(adverb), name(camera.move),
      camera.amount.map { "by " + Printing.percent($0) },
      camera.degrees.map { Printing.decimal($0) + " degrees" }, camera.ease.map(name),
      camera.focus.map(name), camera.start.map { "at " + seconds($0) },
      camera.duration.map { "for " + seconds($0) }, object(camera.target).map { "on " + $0 })
  }

  private static func name(_ move: CameraMove.Kind) -> String {
    switch move {
    case .static: "hold still"
    case .rollClockwise: "rotate clockwise"
    case .rollCounterclockwise: "rotate counterclockwise"
    case .dutch: "dutch angle"
    case .whipLeft: "whip pan left"
    case .whipRight: "whip pan right"
    case .drone: "drone shot"
    case .overhead: "overhead shot"
    default: String(move.rawValue.map { $0 == "_" ? " " : $0 })
    }
  }

  private static func name(_ ease: CameraMove.Ease) -> String {
    switch ease {
    case .linear: "at constant speed"
    case .easeIn: "easing in"
    case .easeOut: "easing out"
    case .inOut: "ease in and out"
    }
  }

  private static func name(_ focus: CameraRequest.Focus) -> String {
    switch focus {
    case .face: "on the face"
    case .place(let place): "at the " + name(place)
    case .point(let x, let y): "on the point \(Printing.decimal(x)), \(Printing.decimal(y))"
    }
  }

  private static func name(_ place: Place) -> String {
    switch place {
    case .topLeft: "top left"
    case .topRight: "top right"
    case .bottomLeft: "bottom left"
    case .bottomRight: "bottom right"
    default: place.rawValue
    }
  }

  // MARK: Words

  private static func title(_ title: TitleRequest) -> String {
    let parts: [String?] = [
      opening(title),
      title.color.map { Printing.color($0, in: .english) }, title.size.map(name),
      title.font.map { "font " + Printing.quoted($0, in: .english) },
      title.bold.map { $0 ? "bold" : "regular weight" },
      title.plate.map { $0 ? "on a plate" : "no plate" },
      title.vertical.map { $0 ? "set vertically" : "set horizontally" },
      title.place.map { "at the " + name($0) },
      title.entrance.map { "entrance " + name($0) }, title.exit.map { "exit " + name($0) },
      title.start.map { "at " + seconds($0) }, title.isAtEnd ? "at the end" : nil,
      title.duration.map { "for " + seconds($0) },
      title.over.flatMap(object).map { "over " + $0 },
      title.end.map { "until " + seconds($0) },
      title.isThroughout ? "for the whole film" : nil,
      title.alignment.map { "\($0.rawValue) aligned" }, title.shift.map(shift),
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func shift(_ time: Milliseconds) -> String {
    time < 0 ? seconds(0 - time) + " earlier" : seconds(time) + " later"
  }

  private static func opening(_ title: TitleRequest) -> String {
    let text = title.text.map { Printing.quoted($0, in: .english) }
    guard let target = title.target.flatMap(object) else { return join(name(title.preset), text) }
    return text.map { "change \(target) to \($0)" } ?? "change \(target)"
  }

  static func name(_ preset: TextStyle.Preset?) -> String {
    switch preset {
    case nil: "title"
    case .title: "main title"
    case .lowerThird: "lower third"
    case .credits: "end credits"
    case .caption, .subtitle, .watermark: preset?.rawValue ?? "title"
    }
  }

  private static func name(_ animation: TextStyle.Animation) -> String {
    switch animation {
    case .none: "no animation"
    case .slideUp: "slide up"
    case .fade, .pop, .typewriter, .karaoke: animation.rawValue
    case .words: "word by word"
    }
  }

  private static func name(_ size: TitleRequest.Size) -> String {
    switch size {
    case .tiny: "tiny"
    case .small: "small"
    case .medium: "medium"
    case .large: "large"
    case .huge: "huge"
    case .larger: "bigger"
    case .smaller: "smaller"
    case .times(let factor): "\(Printing.decimal(factor, places: 6)) times the size"
    case .share(let share): "size " + Printing.percent(share)
    }
  }

  // MARK: Edits

  private static func transition(_ transition: TransitionRequest) -> String {
    let name: String
    switch transition.kind {
    case .dipBlack: name = "dip to black"
    case .dipWhite: name = "dip to white"
    default: name = String(transition.kind.rawValue.map { $0 == "_" ? " " : $0 })
    }
    let place =
      transition.after.flatMap { object(.clip($0)) }.map { "after " + $0 }
      ?? transition.before.flatMap { object(.clip($0)) }.map { "before " + $0 }
    return join(
      name, place ?? "between clips",
      transition.duration.map { "for " + seconds($0) })
  }

  private static func volume(_ target: Target, _ level: Level) -> String {
    let whose = object(target).map { "volume of " + $0 } ?? "volume"
    return switch level {
    case .to(let gain): "set the \(whose) to \(Printing.percent(gain))"
    case .times(let factor): "change the \(whose) by \(Printing.decimal(factor, places: 6))x"
    }
  }

  private static func fade(_ fade: FadeRequest) -> String {
    let name = fade.edge == .both ? "fade in and out" : "fade \(fade.edge.rawValue)"
    let duration = fade.duration.map { "for " + seconds($0) }
    if fade.target == .clips, !fade.isSoundOnly, fade.edge != .both {
      return join(fade.edge == .in ? "fade in from black" : "fade out to black", duration)
    }
    let object = object(fade.target)
    let sound = fade.isSoundOnly ? (object == nil ? "the sound" : "the sound of") : nil
    return join(name, sound, object, duration)
  }

  private static func trim(_ target: Target, _ trim: Trim) -> String {
    let whose = object(target).map { "of " + $0 }
    return switch trim {
    case .dropFirst(let time): join("remove the first", seconds(time), whose)
    case .dropLast(let time): join("remove the last", seconds(time), whose)
    case .keepFirst(let time): join("keep only the first", seconds(time), whose)
    case .keepLast(let time): join("keep only the last", seconds(time), whose)
    case .keep(let from, let to):
      join("keep only from", seconds(from), "to", seconds(to), whose)
    case .drop(let from, let to): join("remove from", seconds(from), "to", seconds(to), whose)
    case .keepShare(let from, let to): join("keep only", share(from, to), whose)
    case .dropShare(let from, let to): join("remove", share(from, to), whose)
    }
  }

  private static func share(_ from: Double, _ to: Double) -> String {
    if from <= 0 { return "the first " + Printing.percent(to) }
    if to >= 1 { return "the last " + Printing.percent(1 - from) }
    return "from \(Printing.percent(from)) to \(Printing.percent(to))"
  }

  private static func name(_ playback: Playback) -> String {
    playback == .normal ? "play normally" : playback.rawValue
  }

  private static func name(_ fit: Fit) -> String {
    switch fit {
    case .fill: "fill the frame"
    case .fit: "fit inside"
    case .blurPad: "blur pad"
    case .crop: "crop"
    }
  }
}

/// The whole picture, back to front.
enum Dawn {
  /// The scene at twice `height`, so that crests and needles have smooth edges once halved.
  static func draw(height: Int) async -> Canvas {
    let (sky, mountains, lake, mist) = (Sky(), Mountains(), Lake(), ShoreMist())
    var canvas = Canvas(width: height / 2 * 6, height: height * 2)
    let shore = Int(Place.shore * Float(canvas.height))
    await canvas.paint(rows: 0..<shore) { u, v, _ in
      mountains.light(u, v, sky: sky.light(u, v))
    }
    let world = canvas
    await canvas.paint(rows: shore..<canvas.height) { u, v, _ in
      lake.light(u, v, world: world)
    }
    await canvas.paint(rows: shore * 8 / 10..<shore * 12 / 10) { u, v, light in
      mist.light(u, v, behind: light)
    }
    Film.addBloom(to: &canvas)
    var foreground = Foreground()
    foreground.draw(on: &canvas)
    return canvas
  }
}

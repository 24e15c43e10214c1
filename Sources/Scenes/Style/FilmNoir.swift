/// Black and white with hard light: contrast as of a slow ortho film, dark corners.
struct FilmNoir {
  let stage: Stage

  func apply(to canvas: inout Canvas) {
    let gain = exposure
    let (width, height) = (stage.width, stage.height)
    canvas.recolour { x, y, light in
      let ortho = light.x * 0.16 + light.y * 0.56 + light.z * 0.28
      let value = Light.encode(min(ortho * gain, 4))
      let curve = smoothStep(0.06, 0.98, value)
      let hard = mix(value, curve, 0.85)
      let u = (Float(x) / width - 0.5) * 2
      let v = (Float(y) / height - 0.5) * 2
      let corner = 1 - 0.55 * smoothStep(0.55, 1.9, u * u + v * v)
      return Light(repeating: Light.decode(min(hard, 1.2)) * corner)
    }
  }

  private var exposure: Float {
    let sky = stage.atmosphere.sky[0.35].luminance
    return min(max(0.22 / max(sky, 0.02), 0.75), 2.6)
  }
}

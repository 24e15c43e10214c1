internal import Motion
internal import Pixels

/// The sheets of a picture while they are being drawn, from the farthest to the nearest.
struct Easel {
  let stage: Stage
  private(set) var sheets: [Sheet] = []
  /// All that was drawn so far, flat.
  private(set) var flat: Canvas
  var airs: [SceneDrawing.Air] = []
  var focus: Point

  /// One sheet: its drawing, its relief, what on it moves of itself.
  struct Sheet {
    var canvas: Canvas
    var disparity: Field
    var moving: [(kind: MovingRegion.Kind, mask: Field)] = []
  }

  /// Pixels to a value of a mask or a relief.
  static let coarse = 8

  init(stage: Stage) {
    self.stage = stage
    flat = Canvas(stage.size)
    focus = Point(stage.focusX, stage.horizon - stage.unit * 0.05)
  }

  /// Adds a sheet that stands upright at one distance.
  mutating func upright(
    at disparity: Float, moves: MovingRegion.Kind? = nil,
    _ draw: (inout Canvas) -> Void
  ) {
    let size = PixelSize(width: 1, height: 1)
    add(Field(size: size, repeating: disparity), moves: moves, draw)
  }

  /// Adds a sheet that lies on the ground: far at the row `from`, near at the picture's foot.
  mutating func ground(
    from row: Float, far: Float, near: Float = 1, moves: MovingRegion.Kind? = nil,
    _ draw: (inout Canvas) -> Void
  ) {
    let rows = max(stage.size.height / Easel.coarse, 2)
    let field = Field(size: PixelSize(width: 1, height: rows)) { _, y in
      let place = (Float(y) + 0.5) / Float(rows) * stage.height
      return mix(far, near, unit((place - row) / max(stage.height - row, 1)))
    }
    add(field, moves: moves, draw)
  }

  /// How near the ground is at a row, where it runs as `ground` says.
  func disparity(atFoot y: Float, from row: Float, far: Float, near: Float = 1) -> Float {
    mix(far, near, unit((y - row) / max(stage.height - row, 1)))
  }

  private mutating func add(
    _ disparity: Field, moves: MovingRegion.Kind?, _ draw: (inout Canvas) -> Void
  ) {
    var canvas = Canvas(stage.size)
    draw(&canvas)
    flat.lay(canvas)
    var sheet = Sheet(canvas: canvas, disparity: disparity)
    if let moves { sheet.moving.append((moves, canvas.alphaField(step: Easel.coarse))) }
    sheets.append(sheet)
  }

  /// Marks a part of the newest sheet as moving of itself.
  mutating func mark(_ kind: MovingRegion.Kind, _ mask: Field) {
    sheets[sheets.count - 1].moving.append((kind, mask))
  }

  /// Marks a round place of the newest sheet as moving of itself.
  mutating func mark(_ kind: MovingRegion.Kind, around centre: Point, radius: Point) {
    let step = Float(Easel.coarse)
    let mask = Field(size: coarseSize) { x, y in
      let d = (Point(Float(x) + 0.5, Float(y) + 0.5) * step - centre) / radius
      return smoothStep(1, 0.6, (d * d).sum().squareRoot())
    }
    mark(kind, mask)
  }

  /// Size of masks.
  var coarseSize: PixelSize {
    let step = Easel.coarse
    return PixelSize(
      width: (stage.size.width + step - 1) / step, height: (stage.size.height + step - 1) / step)
  }

  /// Throws light on every sheet drawn so far.
  mutating func relight(_ change: (inout Canvas) -> Void) {
    for index in sheets.indices { change(&sheets[index].canvas) }
    change(&flat)
  }

  /// Changes every sheet, as a manner of drawing does.
  mutating func restyle(_ change: (inout Canvas, _ index: Int) -> Void) {
    for index in sheets.indices { change(&sheets[index].canvas, index) }
  }

  /// The moving areas as they are seen, hidden behind nearer sheets.
  func regions() -> [MovingRegion] {
    var result: [MovingRegion] = []
    var visible = Field(size: coarseSize, repeating: 1)
    for sheet in sheets.reversed() {
      for moving in sheet.moving {
        let mask = moving.mask.merging(visible, *)
        if let i = result.firstIndex(where: { $0.kind == moving.kind }) {
          let joined = result[i].mask.merging(mask) { min($0 + $1, 1) }
          result[i] = MovingRegion(moving.kind, mask: joined)
        } else {
          result.append(MovingRegion(moving.kind, mask: mask))
        }
      }
      visible = visible.merging(sheet.canvas.alphaField(step: Easel.coarse)) {
        $0 * (1 - min($1, 1))
      }
    }
    return result.filter { $0.mask.mean > 0.0005 }
  }
}

internal import Pixels

/// One layer at one size.
struct ReliefLayer: Sendable {
  let source: MeshSource
  let disparity: Field
  /// What passes before and behind goes by this.
  let sharpDisparity: Field
  private let coverage: Coverage?
  private let focusStack: FocusStack?
  private let flows: [RegionFlow]

  var size: PixelSize { source.picture.size }

  /// `aperture` is the blur of what is a whole range of disparity out of focus, as a share of the
  /// picture's height; 0 keeps everything sharp.
  init(_ layer: LayeredPicture.Layer, size: PixelSize, aperture: Double, seconds: Double) {
    let picture = layer.picture.size == size ? layer.picture : layer.picture.resized(to: size)
    source = MeshSource(picture)
    disparity = layer.disparity
    sharpDisparity = layer.sharpDisparity ?? layer.disparity
    flows = layer.regions.map { RegionFlow($0, duration: seconds) }
    let radius = aperture * Double(size.height)
    coverage = picture.alpha.map { alpha in
      Coverage(radius > 0 ? alpha.blurred(radius: Int(radius.rounded(.up))) : alpha)
    }
    focusStack =
      radius > 0 ? FocusStack(picture, disparity: sharpDisparity, radius: radius) : nil
  }

  /// What the layer shows under a lens focused like this.
  func source(_ focus: CameraPose.Focus?) -> MeshSource {
    guard let focus, let focusStack else { return source }
    return MeshSource(focusStack.picture(focus: focus.disparity))
  }

  func covers(_ place: (x: Double, y: Double)) -> Bool {
    guard let alpha = source.picture.alpha else { return true }
    let x = max(0, min(size.width - 1, Int(place.x)))
    let y = max(0, min(size.height - 1, Int(place.y)))
    return alpha[x, y] > 127
  }

  /// Whether anything of it moves by itself.
  var moves: Bool { !flows.isEmpty }

  /// The part of the picture where it shows.
  var bounds: PixelRect { coverage?.bounds ?? PixelRect(size) }

  /// What is to be done with each block of a mesh over it.
  func blocks(read mesh: Mesh) -> [MeshBlock] {
    (0..<mesh.rows - 1).flatMap { row in
      (0..<mesh.blocksAcross).map { coverage?.block(read: mesh, row, $0) ?? .cover }
    }
  }

  /// Where a layer reads in a frame, and what of it is to be drawn.
  struct Sheet {
    let mesh: Mesh
    let blocks: [MeshBlock]
    /// Where the second copy of what streams reads; nil where nothing does.
    let second: Mesh?
    /// The blocks in which something streams.
    let streaming: [MeshBlock]
    /// The second copy's share, in 256ths.
    let weight: Int
  }

  /// The layer's sheet in `rect`; blocks it covers are hidden for the layers behind it.
  func sheet(
    by search: ReliefSearch, at time: Double, in rect: PixelRect,
    _ hidden: inout HiddenBlocks
  ) -> Sheet? {
    let part = hidden.aligned(search.coverage(of: bounds))
    guard !part.isEmpty else { return nil }
    let placed = PixelRect(
      x: rect.x + part.x, y: rect.y + part.y, width: part.width, height: part.height)
    let still = Mesh(rect: placed) { x, y in
      search.place(x - Double(rect.x), y - Double(rect.y), on: disparity)
    }
    let stream = RegionStream(flows, at: time)
    let mesh = stream.bend(still, size, copy: 0)
    var blocks = [MeshBlock](repeating: .skip, count: mesh.blocksAcross * (mesh.rows - 1))
    for row in 0..<mesh.rows - 1 {
      for column in 0..<mesh.blocksAcross {
        let place = (part.x / HiddenBlocks.width + column, part.y / HiddenBlocks.height + row)
        guard !hidden[place.0, place.1] else { continue }
        let block = coverage?.block(read: mesh, row, column) ?? .cover
        if block == .cover { hidden[place.0, place.1] = true }
        blocks[row * mesh.blocksAcross + column] = block
      }
    }
    guard stream.hasTwoCopies else {
      return Sheet(mesh: mesh, blocks: blocks, second: nil, streaming: [], weight: 0)
    }
    let second = stream.bend(still, size, copy: 1)
    let streaming = blocks.indices.map { index -> MeshBlock in
      let (row, column) = (index / mesh.blocksAcross, index % mesh.blocksAcross)
      return mesh.differs(from: second, row, column) ? blocks[index] : .skip
    }
    return Sheet(
      mesh: mesh, blocks: blocks, second: second, streaming: streaming, weight: stream.weight)
  }
}

/// Which blocks of a frame are hidden by what was laid out before.
struct HiddenBlocks {
  private let across: Int
  private let size: PixelSize
  private var hidden: [Bool]
  static let width = 2 * Mesh.step
  static let height = Mesh.step

  init(_ rect: PixelRect) {
    size = PixelSize(width: rect.width, height: rect.height)
    across = (rect.width + Self.width - 1) / Self.width
    hidden = [Bool](
      repeating: false, count: across * ((rect.height + Self.height - 1) / Self.height))
  }

  subscript(x: Int, y: Int) -> Bool {
    get { hidden[y * across + x] }
    set { hidden[y * across + x] = newValue }
  }

  /// The least rectangle of whole blocks around `part`, within the frame.
  func aligned(_ part: PixelRect) -> PixelRect {
    let (left, top) = (part.x / Self.width * Self.width, part.y / Self.height * Self.height)
    let right = min(size.width, (part.maxX + Self.width - 1) / Self.width * Self.width)
    let bottom = min(size.height, (part.maxY + Self.height - 1) / Self.height * Self.height)
    return PixelRect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// Where a layer is clear, solid, or in between, in squares of its picture.
private struct Coverage: Sendable {
  let bounds: PixelRect
  private let lowest, highest: [UInt8]
  private let across, down: Int
  private static let side = 16

  init(_ alpha: Plane) {
    across = (alpha.width + Self.side - 1) / Self.side
    down = (alpha.height + Self.side - 1) / Self.side
    var lowest = [UInt8](repeating: 255, count: across * down)
    var highest = [UInt8](repeating: 0, count: across * down)
    var (left, right, top, bottom) = (alpha.width, 0, alpha.height, 0)
    for y in 0..<alpha.height {
      let row = alpha.row(y)
      for x in 0..<alpha.width {
        let cell = y / Self.side * across + x / Self.side
        lowest[cell] = min(lowest[cell], row[x])
        highest[cell] = max(highest[cell], row[x])
        guard row[x] > 0 else { continue }
        left = min(left, x)
        right = max(right, x + 1)
        top = min(top, y)
        bottom = y + 1
      }
    }
    (self.lowest, self.highest) = (lowest, highest)
    bounds = PixelRect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// What is to be done with a block, by all the squares that its nodes read among.
  func block(read mesh: Mesh, _ row: Int, _ column: Int) -> MeshBlock {
    var (left, right) = (Float.greatestFiniteMagnitude, -Float.greatestFiniteMagnitude)
    var (top, bottom) = (left, right)
    for y in row...row + 1 {
      for x in 2 * column...2 * column + 2 {
        let node = y * mesh.columns + x
        left = min(left, mesh.xs[node])
        right = max(right, mesh.xs[node])
        top = min(top, mesh.ys[node])
        bottom = max(bottom, mesh.ys[node])
      }
    }
    func cell(_ place: Float, _ limit: Int) -> Int {
      max(0, min(limit - 1, Int(max(0, place)) / Self.side))
    }
    let columns = cell(left - 3, across)...cell(right + 3, across)
    let rows = cell(top - 3, down)...cell(bottom + 3, down)
    var (low, high) = (UInt8(255), UInt8(0))
    for y in rows {
      for x in columns {
        low = min(low, lowest[y * across + x])
        high = max(high, highest[y * across + x])
      }
    }
    return high == 0 ? .skip : low == 255 ? .cover : .blend
  }
}

public import Pixels

/// A picture in depth: sheets one behind the other, each with its own relief.
///
/// A drawn scene is made of such layers; a photograph becomes one or more of them by analysis.
public struct LayeredPicture: Sendable {
  /// From the farthest to the nearest, all of one size; the farthest is opaque.
  public let layers: [Layer]

  /// A picture of these layers, the farthest first.
  public init(_ layers: [Layer]) {
    precondition(!layers.isEmpty, "a picture has at least one layer")
    precondition(
      layers.allSatisfy { $0.picture.size == layers[0].picture.size }, "layers of one size")
    self.layers = layers
  }

  /// Size of every layer's picture.
  public var size: PixelSize { layers[0].picture.size }

  /// The picture with `regions` moving by themselves, each in the layers it is seen on. A layer
  /// that is the sky moves as a whole, since nearer layers hide its edge; where there is none the
  /// sky moves within its mask.
  public func moving(_ regions: [MovingRegion]) -> LayeredPicture {
    var layers = layers
    for region in regions {
      if region.kind == .sky, layers.contains(where: \.isSky) {
        let whole = Field(size: region.mask.size, repeating: 1)
        let sky = MovingRegion(.sky, mask: whole, amount: region.amount)
        for index in layers.indices where layers[index].isSky {
          layers[index].regions.append(sky)
        }
        continue
      }
      let reach = MovingRegion.reach(of: region.kind) * Float(region.amount) * 2
      let inner = MovingRegion(
        region.kind, mask: region.mask.eased(over: reach), amount: region.amount)
      for index in layers.indices { layers[index].regions.append(inner) }
    }
    return LayeredPicture(layers)
  }

  /// All layers over each other, as they are seen from the front.
  public func flattened() -> Picture {
    let whole = Picture(size: size)
    whole.copy(layers[0].picture, in: PixelRect(size))
    for layer in layers.dropFirst() { whole.blend(layer.picture) }
    return whole
  }

  /// One sheet of the picture.
  public struct Layer: Sendable {
    /// What it shows, as large as the whole picture; where it has alpha, what lies behind shows
    /// through. Colour goes on a little beyond where alpha ends.
    public var picture: Picture
    /// How near each place is: 0 infinitely far, 1 nearest (the inverse of depth). Of any size,
    /// stretched over the picture.
    public var disparity: Field
    /// How near each place is, edges and all, where `disparity` is gentler so that the camera
    /// bends nothing; nil where that is all that is known. What passes before and behind goes by
    /// it, and what a lens is focused on.
    public var sharpDisparity: Field?
    /// What of it moves by itself; masks lie over the whole picture.
    public var regions: [MovingRegion] = []
    /// Whether it is the sky and nothing else.
    public var isSky = false

    /// A layer of `picture` with its relief.
    public init(_ picture: Picture, disparity: Field) {
      self.picture = picture
      self.disparity = disparity
    }

    /// A layer of `picture` whose relief is a gentle one of `sharpDisparity`.
    init(_ picture: Picture, sharpDisparity: Field) {
      self.init(picture, disparity: sharpDisparity.limited)
      self.sharpDisparity = sharpDisparity
    }

    /// A layer that stands upright, all of it at one distance.
    public init(_ picture: Picture, disparity: Float) {
      self.init(
        picture, disparity: Field(size: PixelSize(width: 1, height: 1), repeating: disparity))
    }
  }
}

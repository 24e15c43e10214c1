package import Motion
package import Pixels

/// A drawn picture as it is seen from the front, and what is known of its depth at each pixel.
package struct DrawnDepth {
  /// The picture, flat.
  package let picture: Picture
  /// Which layer is seen at each pixel, row after row.
  package let layer: [Int]
  /// How near it is there, 0…1.
  package let disparity: [Float]

  package var size: PixelSize { picture.size }

  /// A drawing seen from the front.
  package init(_ drawing: LayeredPicture) {
    picture = drawing.flattened()
    let size = drawing.size
    var (layer, disparity) = ([Int](), [Float]())
    for y in 0..<size.height {
      for x in 0..<size.width {
        let top =
          drawing.layers.lastIndex { $0.picture.alpha.map { $0[x, y] > 127 } ?? true } ?? 0
        layer.append(top)
        disparity.append(
          drawing.layers[top].disparity.value(
            atX: (Double(x) + 0.5) / Double(size.width),
            y: (Double(y) + 0.5) / Double(size.height)))
      }
    }
    (self.layer, self.disparity) = (layer, disparity)
  }

  /// Pairs of places a few pixels apart that two layers show at different distances, and how
  /// many of them a guess has in order.
  package func order(of guess: Field) -> (right: Int, all: Int) {
    let reach = 6
    var (right, all) = (0, 0)
    for y in stride(from: 4, to: size.height - reach - 4, by: 3) {
      for x in stride(from: 4, to: size.width - reach - 4, by: 3) {
        for (dx, dy) in [(reach, 0), (0, reach)] {
          let (one, other) = (y * size.width + x, (y + dy) * size.width + x + dx)
          let difference = disparity[one] - disparity[other]
          guard layer[one] != layer[other], abs(difference) > 0.04 else { continue }
          all += 1
          if (seen(guess, x, y) - seen(guess, x + dx, y + dy)) * difference > 0 { right += 1 }
        }
      }
    }
    return (right, all)
  }

  private func seen(_ guess: Field, _ x: Int, _ y: Int) -> Float {
    guess.value(
      atX: (Double(x) + 0.5) / Double(size.width), y: (Double(y) + 0.5) / Double(size.height))
  }
}

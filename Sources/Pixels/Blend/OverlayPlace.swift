internal import CKernels

/// Where a premultiplied picture lies on a frame, and which of its samples each pixel there is
/// made of.
struct OverlayPlace {
  /// The corner, on even pixels of the frame; may lie outside.
  let x: Int
  let y: Int
  /// Even width and height in pixels.
  let size: PixelSize
  /// What each column and row reads of the bordered picture.
  private let columns: Axis
  private let rows: Axis

  /// One axis: filtered, or the picture's own samples from one on.
  private enum Axis {
    case filtered(FilterTable)
    case copied(from: Int)
  }

  /// The place of a picture of `size` with its corner at (x, y), in pixels and fractions, enlarged
  /// `scale` times about its centre.
  init(_ size: PixelSize, x: Double, y: Double, scale: Double) {
    let across = Self.place(size.width, at: x, scale: scale)
    let down = Self.place(size.height, at: y, scale: scale)
    self.x = across.first
    self.y = down.first
    self.size = PixelSize(width: across.count, height: down.count)
    columns = across.axis
    rows = down.axis
  }

  private static func place(
    _ length: Int, at start: Double, scale: Double
  ) -> (first: Int, count: Int, axis: Axis) {
    let scaled = Double(length) * scale
    let low = start + (Double(length) - scaled) / 2
    let first = Int((low / 2).rounded(.down)) * 2
    let count = max((Int((low + scaled).rounded(.up)) - first + 1) & ~1, 2)
    let margin = PremultipliedPicture.margin
    if scale == 1, low == low.rounded() {
      return (first, count, .copied(from: first - Int(low) + margin))
    }
    let table = FilterTable(
      outputs: 0..<count, on: .luma, scale: 1 / scale,
      offset: (Double(first) - low) / scale + Double(margin), inputs: length + 2 * margin,
      on: .luma)
    return (first, count, .filtered(table))
  }

  /// The part of a frame of `frame` pixels that it covers.
  func coverage(of frame: PixelSize) -> PixelRect {
    PixelRect(x: x, y: y, width: size.width, height: size.height)
      .intersection(PixelRect(frame))
  }
}

extension OverlayPlace {
  /// Two rows of luma and alpha, and the row of chroma between them.
  struct Pair {
    let luma: (UnsafePointer<UInt8>, UnsafePointer<UInt8>)
    let alpha: (UnsafePointer<UInt8>, UnsafePointer<UInt8>)
    /// Nil where all is grey.
    let chroma: (cb: UnsafePointer<UInt8>, cr: UnsafePointer<UInt8>)?
    let chromaAlpha: UnsafePointer<UInt8>
  }

  /// Calls `body` with every second of the rows `lines` and the pair that begins there.
  func forEachPair(
    of picture: PremultipliedPicture, in lines: Range<Int>, _ body: (Int, Pair) -> Void
  ) {
    let planes = [picture.luma, picture.alpha] + (picture.chroma.map { [$0.cb, $0.cr] } ?? [])
    let pitch = (size.width + 47) & ~15
    let depth = taps * pitch
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: planes.count * depth) { rings in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 11 * pitch) { scratch in
        guard let ring = rings.baseAddress, let scratch = scratch.baseAddress else { return }
        var readers = planes.enumerated().map { index, plane in
          Reader(place: self, plane: plane, ring: ring + index * depth, pitch: pitch)
        }
        for y in stride(from: lines.lowerBound, to: lines.upperBound, by: 2) {
          let last = min(y + 1, size.height - 1)
          var rows: [UnsafePointer<UInt8>] = []
          rows.reserveCapacity(8)
          for index in readers.indices {
            rows.append(readers[index].row(y, into: scratch + 2 * index * pitch))
            rows.append(readers[index].row(last, into: scratch + (2 * index + 1) * pitch))
          }
          let halves = (0..<3).map { scratch + (8 + $0) * pitch }
          kn_halve_rows(rows[2], rows[3], Int32(size.width), halves[0])
          if rows.count > 4 {
            kn_halve_rows(rows[4], rows[5], Int32(size.width), halves[1])
            kn_halve_rows(rows[6], rows[7], Int32(size.width), halves[2])
          }
          body(
            y,
            Pair(
              luma: (rows[0], rows[1]), alpha: (rows[2], rows[3]),
              chroma: rows.count > 4 ? (UnsafePointer(halves[1]), UnsafePointer(halves[2])) : nil,
              chromaAlpha: UnsafePointer(halves[0])))
        }
      }
    }
  }

  private var taps: Int {
    if case .filtered(let table) = rows { table.taps } else { 1 }
  }

  /// Reads a plane row after row, from the top.
  private struct Reader {
    let place: OverlayPlace
    let plane: Plane
    let ring: UnsafeMutablePointer<Int16>
    let pitch: Int
    private var filtered = -1

    init(
      place: OverlayPlace, plane: Plane, ring: UnsafeMutablePointer<Int16>, pitch: Int
    ) {
      self.place = place
      self.plane = plane
      self.ring = ring
      self.pitch = pitch
    }

    /// Row `y` of the overlay: written into `scratch`, or the plane's own.
    mutating func row(
      _ y: Int, into scratch: UnsafeMutablePointer<UInt8>
    ) -> UnsafePointer<UInt8> {
      let count = place.size.width
      switch place.rows {
      case .copied(let first):
        switch place.columns {
        case .copied(let column): return UnsafePointer(plane.row(y + first) + column)
        case .filtered(let columns):
          filter(y + first, by: columns, into: ring)
          narrow(ring, into: scratch, count: count)
        }
      case .filtered(let rows):
        withUnsafeTemporaryAllocation(of: UnsafePointer<Int16>?.self, capacity: rows.taps) {
          window in
          let top = Int(rows.first[y])
          for k in 0..<rows.taps {
            let line = min(top + k, plane.height - 1)
            let slot = ring + line % rows.taps * pitch
            if line > filtered {
              fill(line, into: slot)
              filtered = line
            }
            window[k] = UnsafePointer(slot)
          }
          rows.filterColumn(y, of: window, into: scratch, count: count)
        }
      }
      return UnsafePointer(scratch)
    }

    private func fill(_ line: Int, into slot: UnsafeMutablePointer<Int16>) {
      switch place.columns {
      case .copied(let column):
        let row = plane.row(line) + column
        for x in 0..<place.size.width { slot[x] = Int16(truncatingIfNeeded: row[x]) &<< 6 }
      case .filtered(let columns): filter(line, by: columns, into: slot)
      }
    }

    private func filter(
      _ line: Int, by columns: FilterTable, into slot: UnsafeMutablePointer<Int16>
    ) {
      plane.filterRow(line, by: columns, into: slot, count: place.size.width)
    }

    private func narrow(
      _ samples: UnsafeMutablePointer<Int16>, into out: UnsafeMutablePointer<UInt8>, count: Int
    ) {
      for x in 0..<count {
        out[x] = UInt8(truncatingIfNeeded: min(max((samples[x] &+ 32) &>> 6, 0), 255))
      }
    }
  }
}

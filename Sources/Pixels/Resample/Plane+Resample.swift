internal import CKernels

/// Where samples lie: sample `i` is centred at `spacing × i + origin` luma pixels.
struct SampleGrid: Hashable, Sendable {
  let spacing: Double
  let origin: Double

  static let luma = SampleGrid(spacing: 1, origin: 0.5)
  /// Left-sited across, as MPEG-2 and H.264 have it.
  static let halvedAcross = SampleGrid(spacing: 2, origin: 0.5)
  /// Midway between two luma rows.
  static let halvedDown = SampleGrid(spacing: 2, origin: 1)
}

extension FilterTable {
  /// The table for an axis mapped by `position → scale × position + offset` (luma pixels).
  init(
    outputs: Range<Int>, on output: SampleGrid, scale: Double, offset: Double, inputs: Int,
    on input: SampleGrid
  ) {
    self.init(
      outputs: outputs, scale: scale * output.spacing / input.spacing,
      offset: (scale * output.origin + offset - input.origin) / input.spacing, inputs: inputs)
  }
}

extension FilterTable {
  /// Row `y` of `count` samples, from the `taps` rows that it reads, filtered across.
  func filterColumn(
    _ y: Int, of window: UnsafeMutableBufferPointer<UnsafePointer<Int16>?>,
    into destination: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    weights.withUnsafeBufferPointer { weights in
      kn_filter_column(
        window.baseAddress!, weights.baseAddress! + y * taps, Int32(taps), destination,
        Int32(count))
    }
  }
}

extension Plane {
  /// Writes `rect` of this plane from `source`, columns first, then rows.
  ///
  /// `columns` and `rows` hold an entry for each column and row of `rect`.
  func resample(_ source: Plane, columns: FilterTable, rows: FilterTable, in rect: PixelRect) {
    precondition(
      rect.x >= 0 && rect.y >= 0 && rect.maxX <= width && rect.maxY <= height,
      "a rectangle inside the plane")
    guard !rect.isEmpty else { return }
    let pitch = (rect.width + 31) & ~15
    let taps = rows.taps
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: pitch * taps) { ring in
      withUnsafeTemporaryAllocation(of: UnsafePointer<Int16>?.self, capacity: taps) { window in
        var filtered = -1
        for y in 0..<rect.height {
          let top = Int(rows.first[y])
          for k in 0..<taps {
            let row = min(top + k, source.height - 1)
            let slot = ring.baseAddress! + row % taps * pitch
            if row > filtered {
              source.filterRow(row, by: columns, into: slot, count: rect.width)
              filtered = row
            }
            window[k] = UnsafePointer(slot)
          }
          rows.filterColumn(y, of: window, into: row(rect.y + y) + rect.x, count: rect.width)
        }
      }
    }
  }

  /// Row `y` filtered across, with six bits behind the point.
  func filterRow(
    _ y: Int, by table: FilterTable, into destination: UnsafeMutablePointer<Int16>, count: Int
  ) {
    table.first.withUnsafeBufferPointer { first in
      table.weights.withUnsafeBufferPointer { weights in
        if table.taps == 4 {
          kn_filter_row_4(
            row(y), first.baseAddress!, weights.baseAddress!, destination, Int32(count))
        } else {
          kn_filter_row(
            row(y), first.baseAddress!, weights.baseAddress!, Int32(table.taps), destination,
            Int32(count))
        }
      }
    }
  }
}

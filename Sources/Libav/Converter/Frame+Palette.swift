import CFFmpeg

extension Frame {
  /// The frame with every index replaced by its colour; swscale would take the colours for
  /// BT.601, whatever it is asked for.
  func expandingPalette() throws(MediaError) -> Frame {
    let (width, height) = (Int(pointer.pointee.width), Int(pointer.pointee.height))
    let expanded = try Frame.allocate()
    expanded.pointer.pointee.format = AV_PIX_FMT_BGRA.rawValue
    expanded.pointer.pointee.width = Int32(width)
    expanded.pointer.pointee.height = Int32(height)
    let made = av_frame_get_buffer(expanded.pointer, 0)
    guard made >= 0, let source = pointer.pointee.data.0, let palette = pointer.pointee.data.1,
      let target = expanded.pointer.pointee.data.0
    else { throw .unavailable("There was no memory for a picture", made) }
    let (from, to) = (Int(pointer.pointee.linesize.0), Int(expanded.pointer.pointee.linesize.0))
    // A palette entry is a native word of alpha, red, green and blue.
    palette.withMemoryRebound(to: UInt32.self, capacity: 256) { colors in
      for y in 0..<height {
        let row = UnsafeMutableRawPointer(target + y * to)
        for x in 0..<width {
          let color = colors[Int(source[y * from + x])]
          row.storeBytes(of: color.littleEndian, toByteOffset: x * 4, as: UInt32.self)
        }
      }
    }
    return expanded
  }
}

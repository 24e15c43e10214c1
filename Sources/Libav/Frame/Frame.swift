import CFFmpeg

/// An `AVFrame` with one owner.
struct Frame: ~Copyable {
  let pointer: UnsafeMutablePointer<AVFrame>

  private init(owning pointer: UnsafeMutablePointer<AVFrame>) { self.pointer = pointer }

  deinit {
    var pointer: UnsafeMutablePointer<AVFrame>? = pointer
    av_frame_free(&pointer)
  }

  /// An empty frame.
  static func allocate() throws(MediaError) -> Frame {
    guard let pointer = av_frame_alloc() else {
      throw .unavailable("There was no memory for a frame")
    }
    return Frame(owning: pointer)
  }

  /// A frame that takes what this one holds and leaves it empty.
  func move() throws(MediaError) -> Frame {
    let moved = try Frame.allocate()
    av_frame_move_ref(moved.pointer, pointer)
    return moved
  }

  var format: AVPixelFormat { AVPixelFormat(rawValue: pointer.pointee.format) }
}

/// Keeps a decoded frame's memory for the planes that look into it.
final class FrameOwner: @unchecked Sendable {
  let frame: Frame

  init(_ frame: consuming Frame) { self.frame = frame }
}

import CFFmpeg
import Pixels

extension AVPixelFormat {
  /// Which of its four bytes is alpha, where pixels are four bytes with alpha among them.
  var alphaByte: Int? {
    switch self {
    case AV_PIX_FMT_RGBA, AV_PIX_FMT_BGRA: 3
    case AV_PIX_FMT_ARGB, AV_PIX_FMT_ABGR: 0
    default: nil
    }
  }
}

extension Plane {
  /// Takes every fourth byte of `frame` from `byte` on; swscale would be off by one in places.
  func copyAlpha(from frame: UnsafeMutablePointer<AVFrame>, byte: Int) {
    guard let base = frame.pointee.data.0 else { return }
    for y in 0..<height {
      let source = base + y * Int(frame.pointee.linesize.0) + byte
      let target = row(y)
      for x in 0..<width { target[x] = source[4 &* x] }
    }
  }

  /// Puts the samples at every fourth byte of `frame` from `byte` on.
  func copyAlpha(to frame: UnsafeMutablePointer<AVFrame>, byte: Int) {
    guard let base = frame.pointee.data.0 else { return }
    for y in 0..<height {
      let target = base + y * Int(frame.pointee.linesize.0) + byte
      let source = row(y)
      for x in 0..<width { target[4 &* x] = source[x] }
    }
  }
}

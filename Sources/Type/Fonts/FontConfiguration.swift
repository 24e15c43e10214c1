import CPango

/// A fontconfig configuration of one's own, without fonts: what a machine without fonts has.
final class FontConfiguration: @unchecked Sendable {
  let pointer: OpaquePointer

  init?() {
    guard let made = FcConfigCreate() else { return nil }
    pointer = made
  }

  deinit { FcConfigDestroy(pointer) }
}

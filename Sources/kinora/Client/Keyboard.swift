import Foundation
import Synchronization

/// What is typed, one character after another; a wait for the next one can be broken off.
final class Keyboard: Sendable {
  /// The one keyboard.
  static let shared = Keyboard()

  private let hasInterrupt = Atomic(false)
  private let ends: (reading: Int32, writing: Int32)

  private init() {
    var pair: [Int32] = [-1, -1]
    _ = pipe(&pair)
    ends = (pair[0], pair[1])
    for end in pair { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Whether the last wait was broken off.
  var isInterrupted: Bool { hasInterrupt.load(ordering: .acquiring) }

  /// Forgets interrupts.
  func begin() {
    var byte: UInt8 = 0
    while Foundation.read(ends.reading, &byte, 1) == 1 {}
    hasInterrupt.store(false, ordering: .releasing)
  }

  /// Breaks the wait for a character off.
  func interrupt() {
    hasInterrupt.store(true, ordering: .releasing)
    var byte: UInt8 = 0
    _ = Foundation.write(ends.writing, &byte, 1)
  }

  /// The next character as a Unicode scalar; −1 where nothing more comes.
  func next() -> Int32 {
    guard let first = byte() else { return -1 }
    let more =
      switch first {
      case 0xC0...0xDF: 1
      case 0xE0...0xEF: 2
      case 0xF0...0xF7: 3
      default: 0
      }
    var bytes = [first]
    for _ in 0..<more {
      guard let next = byte() else { return -1 }
      bytes.append(next)
    }
    return Int32(String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD)
  }

  private func byte() -> UInt8? {
    while true {
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends.reading, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), -1)
      if isInterrupted { return nil }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      guard waiting[0].revents != 0 else { continue }
      var byte: UInt8 = 0
      let size = Foundation.read(STDIN_FILENO, &byte, 1)
      if size < 0, errno == EINTR || errno == EAGAIN { continue }
      return size == 1 ? byte : nil
    }
  }
}

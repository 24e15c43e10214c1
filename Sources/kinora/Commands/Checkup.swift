import Foundation
import Libav
import Speech
import Type

/// One thing that making films needs, or is better with.
struct Checkup: Encodable {
  let name: String
  let finding: String
  let isFine: Bool
  let isNeeded: Bool
  /// What to do where it is missing.
  var remedy: String?

  /// Everything that is looked at, in the order in which it matters.
  static func all() -> [Checkup] {
    let inventory = FontInventory()
    return [machine(), encoder(), sound(), voice(), fonts(inventory)]
      + FontInventory.Script.allCases.map { script($0, inventory) } + [space()]
  }

  private static func machine() -> Checkup {
    let process = ProcessInfo.processInfo
    let memory = Double(process.physicalMemory) / 1e9
    return Checkup(
      name: "machine",
      finding: "\(process.activeProcessorCount) cores, "
        + String(format: "%.0f GB of memory", memory),
      isFine: true, isNeeded: true)
  }

  private static func encoder() -> Checkup {
    let ok = MediaLibraries.hasEncoder("libx264")
    return Checkup(
      name: "H.264", finding: "FFmpeg \(MediaLibraries.version), \(ok ? "with" : "without") x264",
      isFine: ok, isNeeded: true,
      remedy: ok ? nil : "install an FFmpeg with x264: apt-get install libavcodec-dev")
  }

  private static func sound() -> Checkup {
    let ok = MediaLibraries.hasEncoder("aac")
    return Checkup(
      name: "AAC", finding: ok ? "FFmpeg's own encoder" : "no encoder", isFine: ok,
      isNeeded: true, remedy: ok ? nil : "install an FFmpeg with its AAC encoder")
  }

  private static func voice() -> Checkup {
    let speech = try? LocalSpeech()
    return Checkup(
      name: "voices", finding: speech?.name ?? "no program that speaks", isFine: speech != nil,
      isNeeded: false, remedy: speech == nil ? "apt-get install flite espeak-ng" : nil)
  }

  private static func fonts(_ inventory: FontInventory) -> Checkup {
    Checkup(
      name: "fonts", finding: "\(inventory.count) families", isFine: inventory.count > 0,
      isNeeded: true,
      remedy: inventory.count > 0 ? nil : "apt-get install fonts-noto-core fonts-dejavu-core")
  }

  private static func script(
    _ script: FontInventory.Script, _ inventory: FontInventory
  ) -> Checkup {
    let families = inventory.families(for: script)
    let package =
      switch script {
      case .chinese, .japanese, .korean: "fonts-noto-cjk"
      case .emoji: "fonts-noto-color-emoji"
      default: "fonts-noto-core"
      }
    return Checkup(
      name: "\(script.rawValue) text", finding: families.first ?? "no font draws it",
      isFine: !families.isEmpty, isNeeded: script == .latin,
      remedy: families.isEmpty ? "apt-get install \(package)" : nil)
  }

  private static func space() -> Checkup {
    let values = try? URL(fileURLWithPath: ".").resourceValues(
      forKeys: [.volumeAvailableCapacityKey])
    let free = Double(values?.volumeAvailableCapacity ?? 0) / 1e9
    return Checkup(
      name: "disk", finding: String(format: "%.1f GB free here", free), isFine: free > 0.5,
      isNeeded: false,
      remedy: free > 0.5 ? nil : "make room, or write films elsewhere with -o")
  }
}

import Foundation
import Metrics

/// What the system says about this process.
enum ProcessFigures {
  /// Measures it now.
  static func measure(into metrics: PrometheusMetrics) {
    if let bytes = residentBytes {
      metrics.makeMeter(label: "process_resident_memory_bytes", dimensions: []).set(Int64(bytes))
    }
    if let count = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      metrics.makeMeter(label: "process_open_fds", dimensions: []).set(Int64(count))
    }
  }

  /// Bytes of memory that it holds; nil where the system doesn't tell.
  static var residentBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return nil
    }
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
